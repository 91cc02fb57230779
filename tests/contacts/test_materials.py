"""What was given and talked about: ticked in a note, told for good once it is signed, seen on the person's page."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.contacts import actions
from handrail.contacts.actions import Base, Writing
from handrail.contacts.advice import advice_on
from handrail.contacts.models import Contact, MaterialShared, Part
from handrail.learning import actions as learning
from handrail.learning.models import MaterialText
from handrail.people.actions import enter_phase
from tests.contacts.conftest import DAY, HOUR, draft, signed, texts
from tests.contacts.open_page import page_sent
from tests.contacts.test_writing import url
from tests.learning.conftest import a_material, written
from tests.cast import welcome
from tests.people.joining import join
from tests.people.reading import cost, into_bridge, main_words
from tests.people.reading import url as of_people


def giving(*keys, **typed):
    return Writing(texts(**typed), materials=set(keys))


def learned(client, person):
    """The box on the person's page, in words."""
    page = main_words(client.get(of_people("person_show", person)))
    return page.partition("What they learned")[2]


def shared_in(part):
    return sorted(MaterialShared.objects.filter(part=part).values_list("key", "title"))


# Writing it down


def test_contact_start_offers_pieces_in_one_tap_and_keeps_what_was_ticked(cast, client):
    client.enter(cast.dana)
    page = client.get(url("contact_start", cast.marcus_there))
    assert "What peer support is" in main_words(page)

    sent = page_sent(page) | {
        f"{cast.marcus.pk}-materials": ["what-peer-support-is"],
        f"{cast.marcus.pk}-material_more": "hope",
    }
    client.post(url("contact_start", cast.marcus_there), sent)

    assert shared_in(Part.objects.get()) == [("hope", "Hope"), ("what-peer-support-is", "What peer support is")]
    again = client.get(url("contact_edit", Contact.objects.get()))
    assert set(again.context["sheet"].rows[0][1]["materials"].value()) == {"hope", "what-peer-support-is"}


def ready(client, enrolment):
    """The pieces that stand ready to be ticked."""
    form = client.get(url("contact_start", enrolment)).context["sheet"].rows[0][1]
    return [key for key, _title in form.fields["materials"].widget.choices]


def test_what_was_shared_lately_stands_ready_for_others_and_nobody_is_offered_it_twice(cast, client):
    welcome(cast, "amparo", "Amparo", cast.dana)
    signed(cast.marcus_there, cast.dana, writing=giving("sleeping-better", "what-peer-support-is"))
    client.enter(cast.dana)

    assert set(ready(client, cast.amparo_there)) == {"sleeping-better", "what-peer-support-is", "what-a-peer-does-not-do"}
    assert ready(client, cast.marcus_there) == ["privacy-and-its-limits", "what-a-peer-does-not-do", "your-rights-here"]


def test_what_comes_next_in_their_curriculum_stands_ready_first(cast, client):
    signed(cast.marcus_there, cast.dana, writing=giving("supporting-a-loved-one", "what-peer-support-is"))
    signed(into_bridge(cast), cast.ray, writing=giving("looking-after-yourself-too"))
    client.enter(cast.dana)

    assert ready(client, cast.marcus_there)[0] == "looking-after-yourself-too"
    learning.put_away(key="looking-after-yourself-too", by=cast.sam, at=timezone.now())
    assert ready(client, cast.marcus_there)[0] == "when-somebody-in-my-family-struggles"


def test_from_a_piece_a_contact_begins_with_it(cast, client):
    client.enter(cast.dana)
    piece = client.get(reverse("learning:piece_show", args=["hope"])).content.decode()
    pick = f"{url('contact_pick')}?piece=hope"
    assert pick in piece

    picked = client.get(pick)
    assert "You share “Hope”." in main_words(picked)
    begin = f"{url('contact_start', cast.marcus_there)}?piece=hope"
    assert begin in picked.content.decode()
    client.post(url("contact_start", cast.marcus_there), page_sent(client.get(begin)))
    assert shared_in(Part.objects.get()) == [("hope", "Hope")]


def test_from_a_piece_one_goes_on_with_a_draft(cast, client):
    contact = draft(cast.marcus_there, cast.dana, words="It rained.")
    client.enter(cast.dana)
    on = f"{url('contact_edit', contact)}?piece=hope"
    assert on in client.get(f"{url('contact_start', cast.marcus_there)}?piece=hope").content.decode()

    client.post(url("contact_edit", contact), page_sent(client.get(on)))
    part = Part.objects.get()
    assert (part.words, shared_in(part)) == ("It rained.", [("hope", "Hope")])


def test_what_is_put_away_begins_nothing(cast, client):
    learning.put_away(key="hope", by=cast.sam, at=timezone.now())
    client.enter(cast.dana)

    page = client.get(url("contact_start", cast.marcus_there), {"piece": "hope"})
    assert page.context["sheet"].rows[0][1]["materials"].value() == []
    assert "Share with somebody" not in main_words(client.get(reverse("learning:piece_show", args=["hope"])))


@pytest.mark.parametrize("key", ["nope", "00000000-0000-7000-8000-000000000000", "<script>", "first-weeks"])
def test_a_piece_that_never_was_begins_nothing(cast, client, key):
    client.enter(cast.dana)

    assert client.get(url("contact_pick"), {"piece": key}).status_code == 200
    page = client.get(url("contact_start", cast.marcus_there), {"piece": key})
    assert page.context["sheet"].rows[0][1]["materials"].value() == []


def test_who_does_not_record_contacts_shares_nothing(cast, client):
    page = client.enter(cast.joan).get(reverse("learning:piece_show", args=["hope"]))

    assert "Share with somebody" not in main_words(page)


def test_what_was_put_away_meanwhile_is_left_out_and_said(cast, client):
    client.enter(cast.dana)
    page = client.get(url("contact_start", cast.marcus_there))
    learning.put_away(key="hope", by=cast.sam, at=timezone.now())
    sent = page_sent(page) | {f"{cast.marcus.pk}-materials": ["hope", "sleeping-better"]}

    answer = client.post(url("contact_start", cast.marcus_there), sent, follow=True)
    assert "not in the library any more" in main_words(answer)
    assert shared_in(Part.objects.get()) == [("sleeping-better", "Sleeping better")]


def test_what_a_draft_holds_stays_when_it_is_put_away(cast, client):
    contact = draft(cast.marcus_there, cast.dana, writing=giving("hope"))
    learning.put_away(key="hope", by=cast.sam, at=timezone.now())
    client.enter(cast.dana)
    client.post(url("contact_edit", contact), page_sent(client.get(url("contact_edit", contact))) | {"place": "The park"})

    assert shared_in(Part.objects.get()) == [("hope", "Hope")]


def test_two_pages_each_tick_and_the_second_is_shown_both(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    first, second = (client.get(url("contact_edit", contact)) for _page in range(2))
    field = f"{cast.marcus.pk}-materials"
    client.post(url("contact_edit", contact), page_sent(first) | {field: ["hope"]})

    both = client.post(url("contact_edit", contact), page_sent(second) | {field: ["sleeping-better"]})
    assert both.status_code == 409
    assert "We read or talked about" in main_words(both) and "Hope" in main_words(both)
    assert shared_in(Part.objects.get()) == [("hope", "Hope")]


def test_two_pages_that_touch_other_things_both_keep_theirs(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    first, second = (client.get(url("contact_edit", contact)) for _page in range(2))
    client.post(url("contact_edit", contact), page_sent(first) | {f"{cast.marcus.pk}-materials": ["hope"]})
    client.post(url("contact_edit", contact), page_sent(second) | {f"{cast.marcus.pk}-words": "It rained."})

    part = Part.objects.get()
    assert (part.words, shared_in(part)) == ("It rained.", [("hope", "Hope")])


def test_a_draft_that_is_thrown_away_takes_them_along(cast):
    contact = draft(cast.marcus_there, cast.dana, writing=giving("hope"))
    actions.discard(contact=contact, parts=contact.parts.all(), by=cast.dana, at=timezone.now())

    assert not MaterialShared.objects.exists()


def test_giving_something_is_having_done_something(cast):
    contact = draft(cast.marcus_there, cast.dana, writing=giving("hope", words="Yes."))

    assert advice_on(contact, list(contact.parts.all()), timezone.now()) == []


# Signed


def test_a_signed_note_tells_the_piece_as_it_was_called_then(cast, client):
    own = a_material(cast)
    contact = draft(cast.marcus_there, cast.dana, writing=giving(str(own.pk)))
    rename(cast, own, "The new door")
    actions.sign(contact=contact, parts=contact.parts.all(), version=contact.version, by=cast.dana, at=timezone.now())
    rename(cast, own, "The third door")

    words = main_words(client.enter(cast.dana).get(url("part_show", contact.parts.get())))
    assert "Shared from the library The new door" in words


def rename(cast, own, title):
    opened = str(MaterialText.objects.standing().get(material=own).pk)
    learning.write_text(material=own, written=written(title=title), opened=opened, by=cast.sam, at=timezone.now())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE contacts_materialshared SET title = 'Else'",
        "DELETE FROM contacts_materialshared",
        "UPDATE contacts_materialshared SET key = 'else'",
    ],
)
def test_no_sql_of_ours_changes_what_was_shared_once_it_is_signed(cast, statement):
    signed(cast.marcus_there, cast.dana, writing=giving("hope"))

    with pytest.raises(DatabaseError, match="locked"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_nothing_is_added_to_what_is_signed(cast):
    part = signed(cast.marcus_there, cast.dana)

    with pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        MaterialShared.objects.create(
            agency_id=part.agency_id, person=part.person, program=part.program, part=part, key="hope", title="Hope"
        )


# What they learned


def test_the_persons_page_tells_what_they_learned_the_newest_first(cast, client):
    now = timezone.now()
    signed(cast.marcus_there, cast.dana, at=now - 3 * DAY, writing=giving("hope"))
    signed(cast.marcus_there, cast.dana, at=now - DAY, writing=giving("sleeping-better"))
    draft(cast.marcus_there, cast.dana, writing=giving("making-friends"))
    box = learned(client.enter(cast.dana), cast.marcus)

    assert box.index("Sleeping better") < box.index("Hope") and "Dana of the cast" in box
    assert "Making friends" not in box and "All they learned" not in box


def test_nothing_learned_no_box(cast, client):
    assert "What they learned" not in main_words(client.enter(cast.dana).get(of_people("person_show", cast.marcus)))


def test_beyond_five_there_is_a_page_of_its_own_and_looking_at_it_is_noted(cast, client):
    keys = ["hope", "sleeping-better", "making-friends", "setting-limits", "finding-work", "back-to-school"]
    for number, key in enumerate(keys):
        signed(cast.marcus_there, cast.dana, at=timezone.now() - (number + 1) * HOUR, writing=giving(key))
    client.enter(cast.dana)
    assert "Back to school" not in learned(client, cast.marcus) and "All they learned" in learned(client, cast.marcus)

    words = main_words(client.get(url("learned_list", cast.marcus)))
    assert "Back to school" in words
    assert Entry.objects.filter(verb="learned.listed", person_id=cast.marcus.pk).count() == 1


def test_whoever_is_grown_up_is_led_through_nothing_that_is_for_young_people_only(cast, client):
    signed(cast.marcus_there, cast.dana, writing=giving("sleeping-better", "what-peer-support-is"))
    cast.marcus.born_on = timezone.localdate() - 40 * 365 * DAY
    cast.marcus.save()
    client.enter(cast.dana)

    assert ready(client, cast.marcus_there)[0] == "what-a-peer-does-not-do"
    assert "On the way through" not in main_words(client.get(url("learned_list", cast.marcus)))


def test_the_page_of_what_they_learned_says_how_far_they_came_and_what_comes_next(cast, client):
    client.enter(cast.dana)
    signed(cast.marcus_there, cast.dana, writing=giving("supporting-a-loved-one"))
    assert "On the way through" not in main_words(client.get(url("learned_list", cast.marcus)))

    signed(cast.marcus_there, cast.dana, writing=giving("what-peer-support-is"))
    page = client.get(url("learned_list", cast.marcus))
    assert "Next: Looking after yourself too For families · 2 of 16 so far Share it" in main_words(page)
    assert f"{url('contact_start', cast.marcus_there)}?piece=looking-after-yourself-too" in page.content.decode()
    assert "looking-after-yourself-too/?course=for-families" in page.content.decode()


def test_it_leads_to_the_pieces_for_where_they_are_now(cast, client):
    client.enter(cast.dana)
    assert "Pieces for where" not in main_words(client.get(url("learned_list", cast.marcus)))

    enter_phase(enrolment=cast.marcus_there, phase="initiation", words="", by=cast.dana, at=timezone.now())
    page = client.get(url("learned_list", cast.marcus))
    assert "Pieces for where they are now: First steps" in main_words(page)
    assert f"{reverse('learning:piece_list')}?phase=initiation" in page.content.decode()


def test_what_was_shared_in_one_program_is_not_read_in_another(cast, client):
    there = into_bridge(cast)
    signed(cast.marcus_there, cast.dana, writing=giving("hope"))
    signed(there, cast.ray, writing=giving("sleeping-better"))

    for name, own, others in (("dana", "Hope", "Sleeping better"), ("ray", "Sleeping better", "Hope")):
        client.enter(getattr(cast, name))
        for words in (learned(client, cast.marcus), main_words(client.get(url("learned_list", cast.marcus)))):
            assert own in words and others not in words
    assert client.enter(cast.noor).get(url("learned_list", cast.marcus)).status_code == 404


def test_what_was_shared_in_their_other_record_is_told_with_it(cast, client):
    welcome(cast, "mark", "Mark", cast.dana)
    signed(cast.mark_there, cast.dana, writing=giving("hope"))
    join(cast)
    client.enter(cast.dana)

    assert "Hope" in learned(client, cast.marcus) and "in their other record" in learned(client, cast.marcus)
    assert "Hope" in main_words(client.get(url("learned_list", cast.marcus)))


def test_pages_cost_the_same_however_much_was_shared(cast, client):
    client.enter(cast.dana)
    own = [str(a_material(cast, title=f"Piece {number}").pk) for number in range(3)]
    signed(cast.marcus_there, cast.dana, writing=giving(own[0]))
    contact = draft(cast.marcus_there, cast.dana, writing=giving("hope"))
    pages = [
        of_people("person_show", cast.marcus),
        url("learned_list", cast.marcus),
        url("contact_edit", contact),
        url("contact_sign", contact),
        url("part_show", Part.objects.signed().get()),
    ]
    few = [cost(client, page) for page in pages]
    for _time in range(3):
        signed(cast.marcus_there, cast.dana, writing=giving("hope", "sleeping-better", *own))
    version = Contact.objects.get(pk=contact.pk).version
    actions.keep_draft(
        key=contact.pk,
        facts={"at": contact.at, "how": "met"},
        writings={cast.marcus.pk: giving("hope", *own)},
        base=Base(version),
        by=cast.dana,
        at=timezone.now(),
    )

    assert [cost(client, page) for page in pages] == few
