"""The person's own words: put better, kept as they were before, and never lost when two write at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.kit.paging import PER_PAGE
from handrail.plans import actions, queries
from handrail.plans.models import Aside, OwnWords, Want, Wording, fingerprint
from tests.conftest import HandrailClient
from tests.plans.conftest import a_goal
from tests.plans.reading import HTMX, Editor, main_words, url

MINUTE = timedelta(minutes=1)


def text_of(own):
    return OwnWords.objects.get(pk=own.pk).text


def put_better(goal, text, by, at, page=None):
    own = OwnWords.objects.get(pk=goal.own_id)
    return actions.reword(own=own, text=text, opened=own.as_opened, by=by, at=at, page=page)


def befores(goal):
    return list(Wording.objects.filter(own=goal.own_id).order_by("from_at", "id").values_list("before", flat=True))


# One row a sitting


def test_writing_on_without_a_long_rest_is_one_row(cast, goal):
    began = cast.began + timedelta(hours=3)
    for minute, text in enumerate(["Ride", "Ride the bus", "Ride the bus alone"]):
        put_better(goal, text, cast.dana, began + 29 * minute * MINUTE)

    assert befores(goal) == ["", "Ride the bus to the library"]
    row = Wording.objects.filter(own=goal.own_id).latest("until_at")
    assert (row.by, row.until_at - row.from_at) == (cast.dana, 58 * MINUTE)


def test_after_a_rest_or_by_another_hand_it_is_a_new_row(cast, goal):
    began = cast.began + timedelta(hours=3)
    put_better(goal, "Ride the bus", cast.dana, began)
    put_better(goal, "Ride the bus alone", cast.sam, began + MINUTE)
    put_better(goal, "Ride the bus to town", cast.dana, began + 2 * MINUTE)
    put_better(goal, "Ride it", cast.dana, began + 33 * MINUTE)

    assert befores(goal) == ["", "Ride the bus to the library", "Ride the bus", "Ride the bus alone", "Ride the bus to town"]


def test_words_history_tells_who_wrote_what_and_when(cast, goal, client):
    put_better(goal, "Ride the bus alone", cast.sam, timezone.now())

    page = main_words(client.enter(cast.dana).get(url("words_history", goal.own_id)))

    assert "Now Ride the bus alone" in page
    assert "Sam of the cast changed it today" in page
    assert "Before that it read: Ride the bus to the library" in page
    assert "Dana of the cast wrote it down" in page


# Edited in place, on a page of its own, and as it is typed


def test_words_edit_sends_back_to_the_plan(cast, goal, client):
    answer = Editor(client.enter(cast.dana), url("words_edit", goal.own_id)).done("Ride the bus alone")

    assert answer.headers["Location"] == url("plan_show", cast.marcus) + f"#words-{goal.own_id}"
    assert text_of(goal.own) == "Ride the bus alone"


def test_words_edit_in_place_answers_with_the_words_themselves(cast, goal, client):
    client.enter(cast.dana)
    place = client.get(url("words_edit", goal.own_id), headers=HTMX).content.decode()
    answer = Editor(client, url("words_edit", goal.own_id)).done("Ride the bus alone", headers=HTMX)

    assert "<html" not in place and 'hx-post="' in place
    assert answer.content.decode().strip().startswith(f'<div class="own-words goal" id="words-{goal.own_id}"')
    assert "Ride the bus alone" in answer.content.decode()


def test_words_edit_keeps_what_is_typed_as_it_is_typed(cast, goal, client):
    dana = Editor(client.enter(cast.dana), url("words_edit", goal.own_id))
    for text in ("Ride", "Ride the", "Ride the bus alone"):
        answer = dana.autosave(text)
        assert (answer.status_code, answer.json()) == (200, {"opened": fingerprint(text), "together": ""})

    assert text_of(goal.own) == "Ride the bus alone"
    assert befores(goal)[1:] == ["Ride the bus to the library"]


def test_an_autosave_whose_answer_got_lost_is_no_stranger_to_itself(cast, goal, client):
    dana = Editor(client.enter(cast.dana), url("words_edit", goal.own_id))
    dana.autosave("Ride the bus a", answer_lost=True)

    assert dana.autosave("Ride the bus alone").status_code == 200
    assert text_of(goal.own) == "Ride the bus alone"
    assert not Aside.objects.exists()


def test_words_edit_with_nothing_in_it_is_a_wish_for_correction(cast, goal, client):
    dana = Editor(client.enter(cast.dana), url("words_edit", goal.own_id))

    assert dana.done(" \n ").status_code == 422
    assert dana.autosave("").json()["wrong"]
    assert text_of(goal.own) == "Ride the bus to the library"


def test_words_edit_without_its_key_says_to_open_the_page_again(cast, goal, client):
    answer = client.enter(cast.dana).post(url("words_edit", goal.own_id), {"text": "Ride the bus alone"})

    assert answer.status_code == 422
    assert "Ride the bus alone" in answer.content.decode()
    assert "This page is too old to be sent. Open it again." in main_words(answer)


# What somebody wants


def want(cast, client, text):
    return Editor(client, url("want_write", cast.marcus, cast.community)).done(text)


def test_want_write_writes_down_one_running_text(cast, client):
    client.enter(cast.dana)
    want(cast, client, "My own place.")
    want(cast, client, "My own place, and to fish again.")

    assert Want.objects.get().words == "My own place, and to fish again."
    assert "What I want My own place, and to fish again." in main_words(client.get(url("plan_show", cast.marcus)))
    assert [entry.verb for entry in Entry.objects.filter(verb__startswith="want.").order_by("seq")] == ["want.written"]


def test_two_who_begin_at_the_same_moment_are_two_who_write_at_once(cast, client):
    dana = Editor(client.enter(cast.dana), url("want_write", cast.marcus, cast.community))
    sam = Editor(HandrailClient().enter(cast.sam), url("want_write", cast.marcus, cast.community))
    dana.autosave("My own place.")

    assert sam.autosave("To fish again.").status_code == 409
    assert Want.objects.get().words == "My own place."
    assert Aside.objects.get().text == "To fish again."


@pytest.mark.parametrize("program", ["bridge", "other_program"])
def test_want_write_is_only_for_programs_of_the_person(cast, client, program):
    assert client.enter(cast.dana).get(url("want_write", cast.marcus, getattr(cast, program))).status_code == 404


# Two at once


@pytest.fixture
def two(cast, goal, client):
    """Dana and Sam both have the goal's words open."""
    address = url("words_edit", goal.own_id)
    return Editor(client.enter(cast.dana), address), Editor(HandrailClient().enter(cast.sam), address)


def test_two_editors_both_keep_their_words_and_both_are_told(cast, goal, two):
    dana, sam = two
    dana.autosave("Ride the bus to the library and back")
    answer = sam.autosave("Ride the bus alone")

    together = url("words_together", goal.own_id)
    assert (answer.status_code, answer.json()["together"]) == (409, together)
    assert text_of(goal.own) == "Ride the bus to the library and back"
    assert Aside.objects.get().text == "Ride the bus alone"
    assert dana.autosave("Ride the bus to the library and back.").json()["together"] == together
    for one in (dana, sam):
        assert "Two people wrote here at the same time." in main_words(one.client.get(url("plan_show", cast.marcus)))
        assert "Two people wrote in the plan at the same time." in main_words(one.client.get(reverse("home:today")))


def test_who_goes_on_writing_beside_keeps_writing_in_one_text(cast, goal, two):
    dana, sam = two
    dana.autosave("Ride the bus to the library and back")
    for text in ("Ride", "Ride alone", "Ride the bus alone"):
        assert sam.autosave(text).status_code == 409

    assert [aside.text for aside in Aside.objects.all()] == ["Ride the bus alone"]


def test_without_scripts_the_second_sees_both_texts_side_by_side(cast, goal, two):
    dana, sam = two
    dana.done("Ride the bus to the library and back")
    answer = sam.done("Ride the bus alone")

    page = main_words(answer)
    assert answer.status_code == 409
    assert "How it reads now Ride the bus to the library and back" in page
    assert "Ride the bus alone" in page
    assert answer.context["form"]["text"].value() == "Ride the bus to the library and back\n\nRide the bus alone"


def test_in_place_the_second_is_told_beside_the_words(cast, goal, two):
    dana, sam = two
    dana.done("Ride the bus to the library and back")
    answer = sam.done("Ride the bus alone", headers=HTMX)

    assert answer.status_code == 409
    assert "Both texts are kept." in answer.content.decode()
    assert url("words_together", goal.own_id) in answer.content.decode()


def test_who_changed_nothing_does_not_stand_against_anybody(cast, goal, two):
    dana, sam = two
    dana.done("Ride the bus to the library and back")

    assert sam.done("Ride the bus to the library").status_code == 302
    assert text_of(goal.own) == "Ride the bus to the library and back"
    assert not Aside.objects.exists()


def test_who_looked_on_unchanged_words_cannot_overwrite_them_with_the_next_letter(cast, goal, two):
    dana, sam = two
    dana.done("Ride the bus to the library and back")
    sam.autosave("Ride the bus to the library")

    assert sam.autosave("Ride the bus to the library!").status_code == 409


def test_both_who_wrote_the_same_agree(cast, goal, two):
    dana, sam = two
    dana.done("Ride the bus alone")

    assert sam.autosave("Ride the bus alone").json()["together"] == ""


def test_one_person_on_two_devices_is_two_editors(cast, goal, client):
    address = url("words_edit", goal.own_id)
    client.enter(cast.dana)
    phone, desk = Editor(client, address), Editor(client, address)
    phone.autosave("Ride the bus on Mondays")

    assert desk.autosave("Ride the bus alone").status_code == 409
    assert Aside.objects.get().text == "Ride the bus alone"


def test_words_together_makes_one_text_of_two_and_keeps_what_was(cast, goal, two):
    dana, sam = two
    dana.done("Ride the bus to the library and back")
    sam.done("Ride the bus alone")
    put = Editor(sam.client, url("words_together", goal.own_id))
    aside = Aside.objects.get()
    answer = sam.client.post(
        put.address, put.sent("Ride the bus alone, to the library and back") | {"settles": [str(aside.pk)]}, follow=True
    )

    page = main_words(answer)
    assert "Ride the bus alone, to the library and back" in page
    assert "at the same time" not in page
    assert Aside.objects.get().settled_by == cast.sam
    history = main_words(sam.client.get(url("words_history", goal.own_id)))
    for kept in ("Ride the bus alone, to the library and back", "Written at the same time Sam of the cast"):
        assert kept in history
    assert befores(goal)[1:] == ["Ride the bus to the library", "Ride the bus to the library and back"]


def test_words_together_meets_a_third_version(cast, goal, two):
    """While two are put together, somebody writes on: that is two versions again, and nothing is settled."""
    dana, sam = two
    dana.done("Ride the bus to the library and back")
    sam.done("Ride the bus alone")
    put = Editor(sam.client, url("words_together", goal.own_id))
    aside = Aside.objects.get()
    dana = Editor(dana.client, url("words_edit", goal.own_id))
    dana.done("Take the train")
    answer = sam.client.post(put.address, put.sent("Ride the bus alone, and back") | {"settles": [str(aside.pk)]})

    assert answer.status_code == 409
    assert text_of(goal.own) == "Take the train"
    assert {one.text for one in Aside.objects.waiting()} == {"Ride the bus alone", "Ride the bus alone, and back"}


def test_words_together_with_nothing_to_put_together_goes_back_to_the_plan(cast, goal, client):
    answer = client.enter(cast.dana).get(url("words_together", goal.own_id))

    assert answer.headers["Location"].startswith(url("plan_show", cast.marcus))


def test_an_aside_of_other_words_is_not_settled_by_these(cast, goal, two):
    dana, sam = two
    other = a_goal(cast, "Fish again")
    actions.reword(own=other.own, text="Fish!", opened="", by=cast.sam, at=timezone.now(), page=new_id())
    put = {"text": "Ride", "opened": goal.own.as_opened, "page": new_id(), "settles": [Aside.objects.get().pk]}

    assert sam.client.post(url("words_together", goal.own_id), put).status_code == 422
    assert Aside.objects.waiting().count() == 1


def test_words_never_stand_in_an_address_or_a_title(cast, goal, client):
    page = client.enter(cast.dana).get(url("plan_show", cast.marcus)).content.decode()

    assert "<title>Plan – Handrail</title>" in page


# Letting a text read as it did before


def put_back(client, wording):
    return client.post(url("words_put_back", wording.pk))


def test_words_put_back_reads_as_before_and_nothing_is_lost(cast, goal, client):
    own = goal.own
    put_better(goal, "Take the tram", by=cast.dana, at=timezone.now())
    before = queries.earlier_wordings().get(own=own)
    client.enter(cast.dana)
    assert "Let it read so again" in main_words(client.get(url("words_history", own.pk)))

    assert put_back(client, before).status_code == 302
    own.refresh_from_db()
    assert own.text == "Ride the bus to the library"
    # Although it was the same hand, in the same sitting.
    assert {one.before for one in queries.wordings_of(own)} == {"", "Ride the bus to the library", "Take the tram"}
    assert put_back(client, before).status_code == 409


def test_words_put_back_is_not_offered_for_what_was_written_down_first(cast, goal, client):
    first = Wording.objects.get(own=goal.own)

    assert put_back(client.enter(cast.dana), first).status_code == 404


def test_words_history_shows_what_was_kept_beside_in_pages(cast, goal, client):
    for number in range(PER_PAGE + 1):
        actions.reword(own=goal.own, text=f"said at once {number}", opened="", page=new_id(), by=cast.noor, at=timezone.now())
    page = client.enter(cast.dana).get(url("words_history", goal.own.pk))

    assert len(page.context["beside"].rows) == PER_PAGE
    assert "?beside=2" in page.content.decode()
