"""A page that lay open for a while undoes nothing that a colleague noted meanwhile."""

from datetime import date, time

import pytest
from django.utils import timezone

from handrail.people import actions
from handrail.people.models import Arrangement, Supporter
from tests.people.reading import main_words, url
from tests.people.test_points import point

AT_TEN = {"safe_from": time(10), "safe_until": time(16)}


def page_of(client, address):
    """What a browser would send back: every field as it stands there, the unseen ones included."""
    form = client.get(address).context["form"]
    sent = {}
    for bound in form:
        stands = bound.value()
        for name in (bound.html_name, *([bound.html_initial_name] if bound.field.show_hidden_initial else [])):
            if isinstance(stands, bool):
                sent |= (
                    {name: "on"}
                    if stands and name == bound.html_name
                    else {name: str(stands)}
                    if name != bound.html_name
                    else {}
                )
            else:
                sent[name] = "" if stands is None else stands if isinstance(stands, list) else str(stands)
    return sent


@pytest.fixture
def number(cast):
    return point(cast, value="555 0100", may_call=True, **AT_TEN)


def never(row, by):
    for name in ("may_call", "may_text"):
        setattr(row, name, False)
    row.never = True
    actions.change_point(fact=row, fields=["may_call", "may_text", "never"], by=by, at=timezone.now())


def test_a_stale_page_does_not_undo_never_use_this(cast, client, number):
    client.enter(cast.dana)
    stale = page_of(client, url("point_edit", number))
    never(number, cast.sam)

    answer = client.post(url("point_edit", number), stale | {"who_else": "his brother"})

    assert answer.status_code == 409
    assert "What is safe Now: Never use it. Your page: Call." in main_words(answer)
    number.refresh_from_db()
    assert (number.never, number.may_call, number.who_else) == (True, False, "")
    again = page_of_answer(answer)
    assert client.post(url("point_edit", number), again).status_code == 302
    number.refresh_from_db()
    assert (number.never, number.may_call, number.who_else) == (True, False, "his brother")


def page_of_answer(answer):
    form = answer.context["form"]
    return {key: form.data.getlist(key) for key in form.data}


def test_what_was_changed_on_purpose_is_kept_once_both_were_seen(cast, client, number):
    client.enter(cast.dana)
    stale = page_of(client, url("point_edit", number))
    never(number, cast.sam)

    answer = client.post(url("point_edit", number), stale | {"safe": ["may_text"]})
    assert answer.status_code == 409
    assert client.post(url("point_edit", number), page_of_answer(answer)).status_code == 302

    number.refresh_from_db()
    assert (number.never, number.may_text) == (False, True)


def test_what_a_colleague_changed_elsewhere_on_the_row_stays(cast, client, number):
    client.enter(cast.dana)
    stale = page_of(client, url("point_edit", number))
    number.who_else = "his brother"
    actions.change_point(fact=number, fields=["who_else"], by=cast.sam, at=timezone.now())

    assert client.post(url("point_edit", number), stale | {"whose": "at work"}).status_code == 302

    number.refresh_from_db()
    assert (number.whose, number.who_else) == ("at work", "his brother")


def test_a_stale_page_does_not_widen_what_a_supporter_may_be_told(cast, client):
    row = Supporter(person=cast.marcus, program=cast.community, name="Lou", may_know="some", may_know_words="All of it")
    actions.add_supporter(fact=row, by=cast.dana, at=timezone.now())
    client.enter(cast.dana)
    stale = page_of(client, url("supporter_edit", row))
    row.may_know, row.may_know_words = "nothing", ""
    actions.change_supporter(fact=row, fields=["may_know", "may_know_words"], by=cast.sam, at=timezone.now())

    answer = client.post(url("supporter_edit", row), stale | {"how_to_reach": "555 0123"})

    assert answer.status_code == 409
    assert "Now: Nothing, not even that we know them." in main_words(answer)
    row.refresh_from_db()
    assert row.may_know == "nothing"


def test_two_who_change_different_things_of_an_arrangement_both_keep_theirs(cast, client):
    row = Arrangement(person=cast.marcus, program=cast.community, need="No stairs", arranged="Ground floor")
    actions.arrange(fact=row, by=cast.dana, at=timezone.now())
    client.enter(cast.dana)
    stale = page_of(client, url("arrangement_edit", row))
    row.need = "No stairs, no lift"
    actions.change_arrangement(fact=row, fields=["need"], by=cast.sam, at=timezone.now())

    client.post(url("arrangement_edit", row), stale | {"arranged": "In the garden"})

    row.refresh_from_db()
    assert (row.need, row.arranged) == ("No stairs, no lift", "In the garden")


def test_a_stale_page_erases_no_birth_date(cast, client):
    client.enter(cast.dana)
    stale = page_of(client, url("person_edit", cast.marcus))
    cast.marcus.born_on = date(1980, 5, 14)
    actions.correct_person(person=cast.marcus, by=cast.sam, at=timezone.now(), fields=["born_on"])

    answer = client.post(url("person_edit", cast.marcus), stale | {"age_said": "adult"})

    assert answer.status_code == 409
    assert "Birth date Now: 1980-05-14. Your page: nothing." in main_words(answer)
    cast.marcus.refresh_from_db()
    assert cast.marcus.born_on == date(1980, 5, 14)


def test_a_stale_page_corrects_a_name_whatever_became_known_of_the_birth(cast, client):
    client.enter(cast.dana)
    stale = page_of(client, url("person_edit", cast.marcus))
    cast.marcus.born_on = date(1980, 5, 14)
    actions.correct_person(person=cast.marcus, by=cast.sam, at=timezone.now(), fields=["born_on"])

    client.post(url("person_edit", cast.marcus), stale | {"chosen_name": "Marc"})

    cast.marcus.refresh_from_db()
    assert (cast.marcus.chosen_name, cast.marcus.born_on) == ("Marc", date(1980, 5, 14))
