"""Preparation sheets: begun, answered, ticked, held in the hand, done."""

from datetime import time

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.kit.errors import AlreadySo
from handrail.kit.ids import new_id
from handrail.plans import actions, queries
from handrail.plans.catalogue.preparing import preparing
from handrail.plans.models import Answer, HowDone, Occasion, Preparation, Tick, marked_lines
from handrail.plans.preparing import on_my_own
from tests.people.reading import in_an_emergency
from tests.plans.preparing import a_sheet, answered, in_days
from tests.plans.reading import AUTOSAVE, HTMX, Editor, cost, main_words, url


@pytest.fixture
def sheet(cast):
    return a_sheet(cast)


def answer_page(sheet, prompt):
    return url("answer_write", sheet, prompt)


def test_every_occasion_has_a_sheet_with_questions():
    assert list(preparing().sheets) == list(Occasion.values)
    for one in preparing().sheets.values():
        asked = [prompt.id for prompt in one.prompts]
        assert {"say", "questions", "who-comes", "bring", "feel-safe"} <= set(asked)
        assert len(set(asked) | {prompt.id for prompt in preparing().after}) == len(asked) + len(preparing().after)
        assert [prompt.id for prompt in one.prompts if prompt.is_list] == ["questions", "bring"]


def test_preparation_add_takes_words_alone_and_twice_is_once(cast, client):
    key = new_id()
    sent = {"id": key, "occasion": "call", "text": "The office, about my papers", "program": cast.community.pk}
    client.enter(cast.dana)
    answers = [client.post(url("preparation_add", cast.marcus), sent) for _time in range(2)]

    assert [one.headers["Location"] for one in answers] == [url("preparation_show", key)] * 2
    assert (Preparation.objects.get().words, Preparation.objects.get().on) == ("The office, about my papers", None)


def test_preparation_add_wants_a_day_for_an_hour(cast, client):
    sent = {"id": new_id(), "occasion": "call", "text": "The office", "program": cast.community.pk, "at_hour": "10:30"}
    answer = client.enter(cast.dana).post(url("preparation_add", cast.marcus), sent)

    assert answer.status_code == 422
    assert "Say on which day, too." in main_words(answer)


def test_an_answer_is_written_the_first_time_and_put_better(cast, sheet, client):
    client.enter(cast.dana)
    page = Editor(client, answer_page(sheet, "say"))
    assert page.autosave("I sleep").status_code == 200
    assert page.autosave("I sleep three hours").status_code == 200
    assert page.done("I sleep three hours a night").status_code == 302

    assert Answer.objects.get().words == "I sleep three hours a night"
    assert "I sleep three hours a night" in main_words(client.get(url("preparation_show", sheet)))


def test_an_answer_may_be_emptied_again(cast, sheet, client):
    answer = answered(cast, sheet, "say", "I sleep badly")
    client.enter(cast.dana)
    assert Editor(client, url("words_edit", answer.own_id)).done("").status_code == 302

    assert Answer.objects.get().words == ""
    assert "Nothing stands here yet." in main_words(client.get(url("preparation_show", sheet)))


@pytest.mark.parametrize(("headers", "status"), [({}, 302), (HTMX, 200), (AUTOSAVE, 200)])
def test_whoever_opens_a_question_and_says_nothing_writes_nothing(cast, sheet, client, headers, status):
    page = Editor(client.enter(cast.dana), answer_page(sheet, "say"))

    assert page.done("", headers=headers).status_code == status
    assert not Answer.objects.exists()


def test_two_who_answer_the_same_question_both_keep_their_words(cast, sheet, client):
    """Both opened it while nothing stood there."""
    dana = Editor(client.enter(cast.dana), answer_page(sheet, "say"))
    sam = Editor(type(client)().enter(cast.sam), answer_page(sheet, "say"))
    assert dana.autosave("I sleep three hours").status_code == 200
    assert sam.autosave("My pills make me tired").status_code == 409

    page = main_words(client.get(url("preparation_show", sheet)))
    assert "I sleep three hours" in page
    assert "Two people wrote here at the same time. Both texts are kept." in page


def test_nobody_answers_what_the_sheet_does_not_ask(cast, sheet, client):
    assert client.enter(cast.dana).get(answer_page(sheet, "greeting")).status_code == 404


# Lines that are ticked


def test_lines_of_a_list_are_ticked_and_unticked(cast, sheet, client):
    answer = answered(cast, sheet, "questions", "What if I wait?\n\nWhat does it cost?\n")
    first, second = marked_lines(answer.words)
    client.enter(cast.dana).post(url("line_tick", answer), {"tick": second.mark})

    assert [one.ticked for one in Answer.objects.get().lines] == [False, True]
    assert client.post(url("line_tick", answer), {"tick": second.mark}).status_code == 409
    answer_in_place = client.post(url("line_tick", answer), {"untick": second.mark}, headers=HTMX)
    assert b'aria-pressed="false"' in answer_in_place.content
    assert not Tick.objects.standing().exists()
    assert first.mark not in {tick.line for tick in Tick.objects.all()}


def test_a_line_that_reads_otherwise_is_not_ticked(cast, sheet, client):
    answer = answered(cast, sheet, "bring", "My ID")
    [line] = marked_lines(answer.words)
    actions.tick_line(answer=answer, line=line.mark, by=cast.dana, at=timezone.now())
    actions.reword(own=answer.own, text="My ID card", opened=answer.own.as_opened, by=cast.dana, at=timezone.now())

    assert [one.ticked for one in Answer.objects.get().lines] == [False]
    refused = client.enter(cast.dana).post(url("line_tick", answer), {"tick": line.mark})
    assert refused.status_code == 409
    assert "This line reads differently now." in main_words(refused)


# When it is


def test_preparation_edit_moves_it_to_another_day(cast, sheet, client):
    client.enter(cast.dana)
    form = client.get(url("preparation_edit", sheet)).context["form"]
    sent = {"on": f"{in_days(1)}", "at_hour": "10:30", "opened": form["opened"].value()}
    assert client.post(url("preparation_edit", sheet), sent).status_code == 302

    assert "tomorrow 10:30" in main_words(client.get(url("preparation_show", sheet)))


def test_two_who_move_it_see_both(cast, sheet, client):
    client.enter(cast.dana)
    opened = client.get(url("preparation_edit", sheet)).context["form"]["opened"].value()
    first, second = ({"on": f"{in_days(days)}", "opened": opened} for days in (1, 2))
    client.post(url("preparation_edit", sheet), first)
    answer = client.post(url("preparation_edit", sheet), second)

    assert answer.status_code == 409
    assert "When it is tomorrow" in main_words(answer)
    assert client.post(url("preparation_edit", sheet), dict(answer.context["form"].data.items())).status_code == 302
    assert Preparation.objects.get().on == in_days(2)


# In the hand


def test_preparation_hold_shows_one_line_at_a_time_and_nothing_else(cast, sheet, client):
    answered(cast, sheet, "say", "I sleep badly.\nI want to go back to work.")
    answered(cast, sheet, "questions", "What if I wait?")
    answered(cast, sheet, "went", "Well")
    page = client.enter(cast.dana).get(url("preparation_hold", sheet))

    assert [one.text for one in page.context["things"]] == ["I sleep badly.", "I want to go back to work.", "What if I wait?"]
    html = page.content.decode()
    assert 'href="#thing-2"' in html
    assert "Marcus" not in html
    assert "htmx" not in html and "<nav" not in html


# How it was done


def test_done_on_my_own_is_counted_in_words(cast, client):
    for how in (HowDone.OWN, HowDone.HELPED, HowDone.OWN, HowDone.FOR_ME):
        actions.finish_preparation(preparation=a_sheet(cast), how=how, by=cast.dana, at=timezone.now())
    client.enter(cast.dana)

    assert "2 of 4 on my own" in main_words(client.get(url("plan_show", cast.marcus)))
    assert "2 of 4 on my own" in main_words(client.get(url("prepared_list", cast.marcus)))
    assert on_my_own({}) == ""


def test_a_sheet_is_done_once_and_can_be_opened_again(cast, sheet, client):
    client.enter(cast.dana)
    page = client.post(url("preparation_finish", sheet), {"how": "own"}, follow=True)
    assert "I did it on my own Dana of the cast, today" in main_words(page)
    assert client.post(url("preparation_finish", sheet), {"how": "helped"}).status_code == 409
    assert queries.preparations_of(cast.marcus, [cast.community]) == []

    client.post(page.context["undo"]["url"])
    assert queries.preparations_of(cast.marcus, [cast.community]) == [sheet]
    with pytest.raises(AlreadySo):
        actions.reopen_preparation(preparation=sheet, by=cast.dana, at=timezone.now())


def test_a_sheet_put_away_can_be_taken_out_again(cast, sheet, client):
    client.enter(cast.dana)
    page = client.post(url("preparation_put_away", sheet), follow=True)
    assert "This sheet is put away." in main_words(page)
    assert "The doctor" not in main_words(client.get(url("plan_show", cast.marcus)))

    client.post(page.context["undo"]["url"])
    assert "The doctor" in main_words(client.get(url("plan_show", cast.marcus)))


def test_open_sheets_stand_by_their_day(cast):
    no_day, late, soon = a_sheet(cast), a_sheet(cast, on=in_days(9)), a_sheet(cast, on=in_days(2), at_hour=time(9))

    assert queries.preparations_of(cast.marcus, [cast.community]) == [soon, late, no_day]
    assert queries.preparations_of(cast.marcus, [cast.bridge]) == []


# On Today


@pytest.mark.parametrize(("days", "is_shown"), [(-1, False), (0, True), (1, True), (2, False)])
def test_today_names_the_sheets_of_today_and_tomorrow(cast, client, days, is_shown):
    a_sheet(cast, on=in_days(days))
    page = main_words(client.enter(cast.dana).get(reverse("home:today")))

    assert ("Prepared for today and tomorrow" in page) is is_shown
    assert "about my sleep" not in page


@pytest.mark.parametrize("who", ["noor", "sam", "ray"])
def test_today_of_others_does_not(cast, client, who):
    a_sheet(cast, on=in_days(0))

    assert "Prepared for" not in main_words(client.enter(getattr(cast, who)).get(reverse("home:today")))


# Who may, and what it costs


def test_in_an_emergency_a_sheet_is_read_and_not_written(cast, sheet, client):
    answer = answered(cast, sheet, "questions", "What if I wait?")
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)

    assert "What if I wait?" in main_words(client.get(url("preparation_show", sheet)))
    assert client.post(url("line_tick", answer), {"tick": marked_lines(answer.words)[0].mark}).status_code == 403
    assert client.post(url("preparation_finish", sheet), {"how": "own"}).status_code == 403
    assert client.get(answer_page(sheet, "say")).status_code == 403


def test_more_sheets_ask_no_more_of_the_database(cast, sheet, client):
    answered(cast, sheet, "say", "I sleep badly")
    done = a_sheet(cast)
    actions.finish_preparation(preparation=done, how=HowDone.OWN, by=cast.dana, at=timezone.now())
    client.enter(cast.dana)
    pages = [url("plan_show", cast.marcus), url("preparation_show", sheet), url("prepared_list", cast.marcus)]
    before = [cost(client, page) for page in pages]
    for number in range(5):
        actions.finish_preparation(preparation=a_sheet(cast), how=HowDone.HELPED, by=cast.dana, at=timezone.now())
        a_sheet(cast, f"Another {number}")
    for prompt in ("questions", "bring", "feel-safe", "went"):
        answered(cast, sheet, prompt, "One\nTwo")

    assert [cost(client, page) for page in pages] == before
