"""The library is kept: pieces of the agency's own, what is put away, and curricula."""

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.tenancy import as_agency
from handrail.learning import actions
from handrail.learning.models import Curriculum, CurriculumEntry, Material, MaterialText, PutAway
from handrail.learning.queries import piece_of, whole_course
from tests.learning.conftest import LIBRARY, url, written
from tests.people.reading import main_words


def typed(**more):
    """What the form of a new piece sends."""
    placed = {"topic": "hope", "phases": ["initiation"], "audiences": ["adult"]}
    return vars(written()) | placed | more


@pytest.mark.parametrize("name", ["dana", "lena", "joan", "theo", "ada"])
def test_only_supervisors_and_administrators_keep_the_library(cast, client, material, curriculum, name):
    client.enter(getattr(cast, name))
    entry = CurriculumEntry.objects.first()
    asked = [
        client.post(url("material_add"), typed()),
        client.post(url("material_edit", material), typed()),
        client.post(url("material_sort", material), typed()),
        client.get(url("material_history", material)),
        client.get(url("shelf_list")),
        client.post(url("shelf_put_away", "hope")),
        client.post(url("shelf_bring_back", "hope")),
        client.post(url("curriculum_add"), {"title": "X"}),
        client.post(url("curriculum_edit", curriculum), {"title": "X"}),
        client.post(url("entry_add", curriculum), {"piece": "hope", "phase": "initiation"}),
        client.post(url("entry_take_out", entry)),
    ]

    assert {answer.status_code for answer in asked} == {403}
    assert (Material.objects.count(), PutAway.objects.count(), Curriculum.objects.count()) == (1, 0, 1)


def test_material_add_asks_for_licence_and_source_and_keeps_what_was_typed(cast, client):
    answer = client.enter(cast.sam).post(url("material_add"), typed(licence="", source=""))

    assert answer.status_code == 422
    assert "Ring twice." in answer.content.decode() and not Material.objects.exists()


def test_material_add_sent_twice_is_one_piece(cast, client):
    client.enter(cast.alex)
    page = client.get(url("material_add")).content.decode()
    key = page.partition('name="id" value="')[2].partition('"')[0]
    answers = [client.post(url("material_add"), typed(id=key)) for _time in range(2)]

    assert {answer["Location"] for answer in answers} == {url("piece_show", key)}
    assert Material.objects.count() == 1 and MaterialText.objects.count() == 1
    assert "Our front door" in main_words(client.get(url("piece_show", key)))


def test_a_text_is_limited_and_cleaned_of_signs_that_steer_machines(cast, client):
    client.enter(cast.sam)
    too_long = client.post(url("material_add"), typed(body="x" * 20_001))
    client.post(url("material_add"), typed(title="A\x07 \u2028title\n", body="one\r\n\r\ntwo\x1b[31m"))

    assert too_long.status_code == 422
    text = MaterialText.objects.get()
    assert (text.title, text.body) == ("A title", "one\n\ntwo[31m")


def test_a_new_wording_takes_its_place_and_the_old_one_is_kept(cast, client, material):
    client.enter(cast.sam)
    opened = MaterialText.objects.get().pk
    answer = client.post(url("material_edit", material), typed(body="Ring once.", opened=opened))

    assert answer.status_code == 302
    assert "Ring once." in main_words(client.get(url("piece_show", material)))
    history = main_words(client.get(url("material_history", material)))
    assert history.index("Ring once.") < history.index("Ring twice.")
    assert [entry.verb for entry in Entry.objects.filter(subject_id=material.pk)] == ["material.added", "material.written"]


def test_two_who_write_at_once_lose_nothing(cast, client, material):
    opened = MaterialText.objects.get().pk
    client.enter(cast.sam).post(url("material_edit", material), typed(body="Ring once.", opened=opened))
    second = client.enter(cast.alex).post(url("material_edit", material), typed(body="Knock.", opened=opened))

    assert second.status_code == 409
    page = second.content.decode()
    assert "Knock." in page and "Ring once." in page
    now = second.context["form"]["opened"].value()
    assert client.post(url("material_edit", material), typed(body="Knock, or ring once.", opened=now)).status_code == 302
    assert MaterialText.objects.count() == 3


def test_what_changed_is_told_word_by_word(cast, client, material):
    client.enter(cast.sam)
    first = MaterialText.objects.get()
    body = first.body.replace("Ring twice", "Ring once")
    client.post(url("material_edit", material), typed(body=body, title="The door", opened=first.pk))
    answer = client.get(url("material_history", material))
    changed = main_words(answer).partition("Every wording")[0]

    assert "Title [no longer: Our front ] [new: The ] door" in changed
    assert "Ring [no longer: twice ] [new: once ]" in changed and "Licence" not in changed
    before = main_words(client.get(url("material_history", material), {"of": first.pk}))
    assert "These are the first words of it." in before
    for nonsense in ("nope", "00000000-0000-7000-8000-000000000000"):
        assert "no longer" in main_words(client.get(url("material_history", material), {"of": nonsense}))


def test_the_same_again_writes_nothing(cast, client, material):
    opened = MaterialText.objects.get().pk

    assert client.enter(cast.sam).post(url("material_edit", material), typed(opened=opened)).status_code == 302
    assert MaterialText.objects.count() == 1


def test_one_piece_stands_in_several_languages(cast, client, material):
    client.enter(cast.sam)
    client.post(url("material_edit", material), typed(language="es", title="La puerta", opened=""))

    assert set(piece_of(cast.agency.pk, str(material.pk)).texts) == {"en", "es"}
    assert "La puerta" in main_words(client.get(url("piece_show", material), {"language": "es"}))
    assert client.get(url("material_edit", material), {"language": "xx"}).status_code == 404


def test_material_sort_puts_it_elsewhere(cast, client, material):
    client.enter(cast.sam).post(url("material_sort", material), typed())

    assert "Our front door" in main_words(client.get(LIBRARY, {"topic": "hope", "audience": "adult"}))


# One of ours in the agency's own words


def in_our_own_words(client, key="hope", **more):
    """Sam opens the form from the piece, changes a word and sends it."""
    page = client.get(url("material_add"), {"after": key, "language": "en"})
    begun = page.context["form"].initial
    sent = {name: begun[name] for name in begun} | {
        "id": page.content.decode().partition('name="id" value="')[2].partition('"')[0]
    }
    sent["body"] = sent["body"].replace("a big, bright feeling", "a huge feeling")
    return client.post(url("material_add"), sent | more)


def test_a_piece_put_into_our_own_words_is_offered_instead_also_in_curricula(cast, client):
    client.enter(cast.sam)
    assert b"?after=hope" in client.get(url("piece_show", "hope")).content
    answer = in_our_own_words(client, title="Hope, as we say it")
    own = Material.objects.get()

    assert own.after == "hope" and answer["Location"] == url("piece_show", own)
    assert "52 pieces" in main_words(client.get(LIBRARY))
    course = main_words(client.get(url("curriculum_show", "first-weeks")))
    assert "5. Hope, as we say it" in course and "15 pieces" in course
    instead = main_words(client.get(url("piece_show", "hope")))
    assert "put this piece away" in instead and "Offered instead: Hope, as we say it" in instead
    assert piece_of(cast.agency.pk, str(own.pk)).phases == piece_of(cast.agency.pk, "hope").phases


def test_our_own_words_are_compared_with_those_they_began_with(cast, client):
    client.enter(cast.sam)
    in_our_own_words(client)
    own = Material.objects.get()

    changed = main_words(client.get(url("material_history", own))).partition("Every wording")[0]
    assert "[no longer: big, bright ] [new: huge ]" in changed and "Title" not in changed
    spanish = client.get(url("material_edit", own), {"language": "es"})
    assert spanish.context["form"].initial["title"] == "Esperanza"


def test_what_was_put_away_before_stays_so_and_nonsense_begins_nothing(cast, client):
    client.enter(cast.sam)
    client.post(url("shelf_put_away", "hope"))
    assert in_our_own_words(client).status_code == 302
    assert PutAway.objects.count() == 1

    assert not client.get(url("material_add"), {"after": "nope"}).context["form"].initial
    assert client.post(url("material_add"), typed(after="nope")).status_code == 422


# Put away


def test_what_is_put_away_is_not_offered_and_comes_back_by_undo(cast, client, material):
    client.enter(cast.sam)
    for key in ("hope", str(material.pk)):
        client.post(url("shelf_put_away", key))

    words = main_words(client.get(LIBRARY))
    assert "51 pieces" in words and "Put away." in words
    assert "put this piece away" in main_words(client.get(url("piece_show", "hope")))
    away = main_words(client.get(url("shelf_list")))
    assert "Hope" in away and "Our front door" in away
    assert "Hope is not" not in main_words(client.get(url("curriculum_show", "first-weeks")))
    client.post(url("shelf_bring_back", "hope"))
    assert "52 pieces" in main_words(client.get(LIBRARY))
    assert PutAway.objects.count() == 2


def test_what_is_put_away_already_says_so(cast, client):
    client.enter(cast.sam)
    client.post(url("shelf_put_away", "hope"))

    assert client.post(url("shelf_put_away", "hope")).status_code == 409
    assert client.post(url("shelf_bring_back", "ten-guiding-ideas")).status_code == 409
    assert client.post(url("shelf_put_away", "nope")).status_code == 404


def test_one_agency_puts_away_nothing_of_another(cast, client):
    client.enter(cast.sam).post(url("shelf_put_away", "hope"))

    with as_agency(cast.other_agency.pk):
        assert piece_of(cast.other_agency.pk, "hope").put_away is False


# Curricula


def keys_of(cast, curriculum):
    course = whole_course(cast.agency.pk, str(curriculum.pk))
    return [placed.piece.key for _phase, some in course.stretches for placed in some]


def test_curriculum_show_leads_phase_by_phase(cast, client):
    words = main_words(client.enter(cast.dana).get(url("curriculum_show", "first-weeks")))

    assert words.index("Before recovery has begun") < words.index("What peer support is") < words.index("First steps")


def test_curriculum_show_counts_its_pieces_and_leads_from_one_to_the_next(cast, client):
    client.enter(cast.dana)
    actions.put_away(key="hope", by=cast.sam, at=timezone.now())
    words = main_words(client.get(url("curriculum_show", "first-weeks")))
    assert "14 pieces" in words and "1. What peer support is" in words and "5. Papers and ID" in words

    along = client.get(url("piece_show", "papers-and-id"), {"course": "first-weeks"})
    words = main_words(along)
    assert "5 of 14" in words and "Privacy and its limits" in words and "Next: Staying safer from overdose" in words
    assert "staying-safer-from-overdose/?course=first-weeks&amp;language=en" in along.content.decode()
    for nonsense in ("nope", "hope", "staying-well", "00000000-0000-7000-8000-000000000000"):
        assert "Next:" not in main_words(client.get(url("piece_show", "papers-and-id"), {"course": nonsense}))


def test_curriculum_add_begins_like_another(cast, client):
    client.enter(cast.sam)
    answer = client.post(url("curriculum_add"), {"title": "Ours", "like": "for-families"})

    course = whole_course(cast.agency.pk, answer["Location"].split("/")[-2])
    assert course.title == "Ours" and course.pieces == whole_course(cast.agency.pk, "for-families").pieces


def test_pieces_are_added_moved_taken_out_and_put_back(cast, client, curriculum, material):
    client.enter(cast.sam)
    client.post(url("entry_add", curriculum), {"piece": str(material.pk), "phase": "engagement"})
    assert keys_of(cast, curriculum) == ["hope", "what-stress-is", str(material.pk)]

    last = CurriculumEntry.objects.get(key=material.pk)
    client.post(url("entry_move", last), {"way": "up"})
    assert keys_of(cast, curriculum) == ["hope", str(material.pk), "what-stress-is"]
    client.post(url("entry_take_out", last))
    assert keys_of(cast, curriculum) == ["hope", "what-stress-is"]
    client.post(url("entry_put_back", last))
    assert keys_of(cast, curriculum) == ["hope", str(material.pk), "what-stress-is"]


def test_a_piece_stands_once_in_a_phase(cast, client, curriculum):
    client.enter(cast.sam)
    again = client.post(url("entry_add", curriculum), {"piece": "hope", "phase": "engagement"})

    assert again.status_code == 409 and "stands in that phase already" in main_words(again)
    first = CurriculumEntry.objects.get(key="hope")
    assert client.post(url("entry_move", first), {"way": "up"}).status_code == 409
    client.post(url("entry_take_out", first))
    client.post(url("entry_add", curriculum), {"piece": "hope", "phase": "engagement"})
    assert client.post(url("entry_put_back", first)).status_code == 409


def test_what_is_put_away_shows_in_our_own_curriculum_only_to_who_keeps_it(cast, client, curriculum):
    actions.put_away(key="hope", by=cast.sam, at=timezone.now())

    assert "Hope" in main_words(client.enter(cast.sam).get(url("curriculum_show", curriculum)))
    assert "Hope" not in main_words(client.enter(cast.dana).get(url("curriculum_show", curriculum)))
