"""A record that is not yours, when it cannot wait: for eight hours, with a reason, and never in secret."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.models import Supervises
from handrail.audit.models import Entry
from handrail.people import actions, queries
from handrail.people.models import Block, BlockKind, EmergencyAccess, Person, Told, ToldWhom
from tests.cast import hire, welcome
from tests.people.joining import join
from tests.people.reading import BORN, REASON, again, cost, in_an_emergency, main_words, sees, url

TOKEN = re.compile(r"[A-Za-z0-9]{64}")
ASKED = {"name": "Will Tran", "born_on": BORN.isoformat(), "reason": REASON}


@pytest.fixture
def will(cast):
    """Noor's person, whose papers carry another name."""
    return welcome(cast, "will", "Will Tran", cast.noor, born_on=BORN, legal_name="William O’Neill-Tran")


def ask(client, **other):
    return client.post(url("emergency_open"), ASKED | other)


def test_emergency_open_says_what_will_happen_before_it_does(cast, client):
    page = main_words(client.enter(cast.dana).get(url("emergency_open")))

    assert "The record opens for 8 hours." in page
    assert "A supervisor sees that you opened it, and your reason." in page
    assert "The person is told, by somebody they know." in page
    assert "Some records stay closed" in page


def test_emergency_open_opens_the_record_for_eight_hours_with_the_reason(cast, will, client):
    answer = ask(client.enter(cast.dana))

    access = EmergencyAccess.objects.get()
    assert answer.headers["Location"] == url("person_show", will)
    assert (access.person, access.staff, access.reason) == (will, cast.dana, REASON)
    assert access.until_at - access.at == timedelta(hours=8)
    assert sees(cast.dana, will)
    assert Entry.objects.filter(verb="emergency.opened", person_id=will.pk, by_id=cast.dana.pk).count() == 1


def test_an_emergency_is_over_after_eight_hours_on_the_very_page(cast, will, client):
    ask(client.enter(cast.dana))
    with time_machine.travel(timezone.now() + timedelta(hours=7, minutes=59)):
        assert client.enter(cast.dana).get(url("person_show", will)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=8, minutes=1)):
        assert client.enter(cast.dana).get(url("person_show", will)).status_code == 404


@pytest.mark.parametrize(
    "name",
    ["will tran", "WILL TRAN", "  Will   Tran ", "Will-Tran", "William O'Neill-Tran", "william oneill tran", "Will Trán"],
)
def test_emergency_open_minds_no_capitals_blanks_accents_or_apostrophes(cast, will, client, name):
    assert ask(client.enter(cast.dana), name=name).status_code == 302


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Will"},
        {"name": "Tran"},
        {"name": "Will Tra"},
        {"name": "%"},
        {"name": "..."},
        {"name": "\u0301"},
        {"born_on": "1980-05-15"},
    ],
)
def test_emergency_open_finds_nobody_by_a_part(cast, will, client, other):
    answer = ask(client.enter(cast.dana), **other)

    assert answer.status_code == 409
    assert "Nothing was opened" in main_words(answer)
    assert not EmergencyAccess.objects.exists()


def test_emergency_open_gives_one_answer_for_nobody_blocked_elsewhere_and_oneself(cast, will, client):
    """Not there, kept away, of another agency, one's own: the reader cannot tell which."""
    kept_away = welcome(cast, "kim", "Kim", cast.noor, born_on=BORN)
    actions.keep_apart(person=kept_away, staff=cast.dana, kind=BlockKind.ASKED, by=cast.noor, at=timezone.now())
    Person.objects.filter(pk=welcome(cast, "own", "Own", cast.noor, born_on=BORN).pk).update(login=cast.dana.login)
    client.enter(cast.dana)

    answers = {name: ask(client, name=name) for name in ("Nob", "Kim", "Own", "Pat")}

    pages = {TOKEN.sub("", answer.content.decode()).replace(f'value="{name}"', "") for name, answer in answers.items()}
    assert {answer.status_code for answer in answers.values()} == {409}
    assert len(pages) == 1
    assert not EmergencyAccess.objects.exists()


def test_emergency_open_asks_the_database_the_same_for_nobody_and_for_kept_away(cast, will, client):
    """The time an answer takes tells nothing either."""
    actions.keep_apart(person=will, staff=cast.dana, kind=BlockKind.ASKED, by=cast.noor, at=timezone.now())
    client.enter(cast.dana)
    ask(client, name="Warm Up")
    asked = []
    for name in ("Nobody At All", "Will Tran"):
        with CaptureQueriesContext(connection) as queries_of:
            ask(client, name=name)
        asked.append(len(queries_of))

    assert asked[0] == asked[1]


def test_emergency_open_in_vain_is_noted_without_what_was_typed(cast, will, client):
    ask(client.enter(cast.dana), name="Somebody Else")

    line = Entry.objects.get(verb="emergency.in_vain")
    assert (line.by_id, line.person_id, line.detail) == (cast.dana.pk, None, "")


def test_emergency_open_in_vain_keeps_what_was_typed(cast, client):
    page = ask(client.enter(cast.dana), name="Somebody Else").content.decode()

    assert 'value="Somebody Else"' in page
    assert REASON in page


def test_emergency_open_is_not_for_guessing_birth_dates(cast, will, client):
    client.enter(cast.dana)
    answers = [ask(client, born_on=f"1980-05-{day:02}") for day in range(1, 12)]

    assert "Nothing was opened" in main_words(answers[9])
    assert "Check the spelling" in main_words(answers[9])
    assert "Please call a supervisor" in main_words(answers[10])
    assert "Please call a supervisor" in main_words(ask(client))
    assert not EmergencyAccess.objects.exists()
    assert ask(client.enter(cast.ray)).status_code == 302, "a colleague's tries are their own"


def test_emergency_open_of_a_record_one_reaches_anyway_leads_there_and_opens_nothing(cast, will, client):
    assert ask(client.enter(cast.noor)).headers["Location"] == url("person_show", will)
    assert not EmergencyAccess.objects.exists()


def test_emergency_open_sent_twice_opens_once(cast, will, client):
    client.enter(cast.dana)

    assert [ask(client).status_code, ask(client).status_code] == [302, 302]
    assert EmergencyAccess.objects.count() == 1


def test_emergency_open_finds_somebody_whom_two_programs_welcomed_without_knowing_of_each_other(cast, will, client):
    twice = welcome(cast, "will_again", "will tran", cast.ray, cast.bridge, born_on=BORN)

    answer = client.enter(cast.dana).post(url("emergency_open"), ASKED, follow=True)

    assert answer.redirect_chain == [(url("person_list"), 302)]
    assert "There is more than one record of this name and birth date." in main_words(answer)
    assert {access.person for access in EmergencyAccess.objects.all()} == {will, twice}


# Two records of one person


@pytest.fixture
def earlier(twice):
    """Marcus, whose earlier record says Mark."""
    Person.objects.filter(pk__in=[twice.marcus.pk, twice.mark.pk]).update(born_on=BORN, born_year=None, born_month=None)
    join(twice)
    return twice


def test_emergency_open_by_an_earlier_name_opens_the_record_it_goes_on_as(earlier, client):
    answer = ask(client.enter(earlier.ray), name="Mark")

    access = EmergencyAccess.objects.get()
    assert answer.headers["Location"] == url("person_show", earlier.marcus)
    assert access.person == earlier.marcus
    assert sees(earlier.ray, earlier.marcus)
    assert sees(earlier.ray, earlier.mark)
    assert waiting(earlier.noor, ToldWhom.PERSON) == [access]


def test_emergency_open_by_an_earlier_name_opens_also_what_still_runs_under_it(earlier, client):
    actions.enrol(person=earlier.mark, program=earlier.bridge, by=earlier.ray, at=timezone.now())

    ask(client.enter(earlier.ray), name="Mark")

    assert {access.person for access in EmergencyAccess.objects.all()} == {earlier.marcus, earlier.mark}


def test_emergency_open_by_an_earlier_name_does_not_lead_around_a_block(earlier, client):
    actions.keep_apart(person=earlier.marcus, staff=earlier.ray, kind=BlockKind.ASKED, by=again(earlier.sam), at=timezone.now())
    Block.objects.filter(person=earlier.mark).delete()  # even if it stood on the one alone

    assert ask(client.enter(earlier.ray), name="Mark").status_code == 409
    assert not EmergencyAccess.objects.exists()


@pytest.mark.parametrize("who", ["lena", "alex", "theo", "ada"])
def test_emergency_open_is_not_for_every_role(cast, will, client, who):
    answer = ask(client.enter(getattr(cast, who)))

    assert answer.status_code == 403
    assert not EmergencyAccess.objects.exists()


def test_emergency_open_wants_a_reason_that_says_something(cast, will, client):
    answer = ask(client.enter(cast.dana), reason="urgent")

    assert answer.status_code == 422
    assert "Please say it in a few more words" in main_words(answer)
    assert not EmergencyAccess.objects.exists()


def test_person_show_in_an_emergency_says_until_when_and_that_it_is_only_for_reading(cast, will, client):
    answer = client.enter(cast.dana).post(url("emergency_open"), ASKED, follow=True)

    page = main_words(answer)
    assert "You opened this record in an emergency" in page
    assert "Until then you can read it, but not change it." in page
    assert "Correct" not in page
    assert client.get(url("person_edit", will)).status_code == 403
    assert client.post(url("person_enrol", will), {"program": cast.community.pk}).status_code == 403


def test_person_list_marks_whom_only_an_emergency_opens(cast, will, client):
    ask(client.enter(cast.dana))

    page = main_words(client.get(url("person_list")))
    assert "Will Tran Open until" in page
    assert page.count("Emergency") == 1


# Who hears of it


def waiting(staff, whom):
    return list(queries.not_told_yet(again(staff), whom, timezone.now()))


def test_whoever_walks_with_the_person_tells_them(cast, will, client):
    access = in_an_emergency(will, cast.dana)
    assert waiting(cast.noor, ToldWhom.PERSON) == [access]

    client.enter(cast.noor).post(url("emergency_told", access), {"whom": "person"})

    told = Told.objects.get()
    assert (told.whom, told.by) == ("person", cast.noor)
    assert waiting(cast.noor, ToldWhom.PERSON) == []
    assert Entry.objects.filter(verb="emergency.told", detail="person", person_id=will.pk).count() == 1


def test_emergency_told_from_the_persons_page_leads_back_to_it(cast, will, client):
    access = in_an_emergency(will, cast.dana)
    page = client.enter(cast.noor).get(url("person_show", will))
    assert "I told them" in main_words(page)
    assert REASON in main_words(page)

    answer = client.post(url("emergency_told", access), {"whom": "person", "from_person": "1"})

    assert answer.headers["Location"] == url("person_show", will)


def test_nobody_ticks_off_their_own_emergency(cast, will, client):
    access = in_an_emergency(will, cast.dana)

    assert client.enter(cast.dana).post(url("emergency_told", access), {"whom": "person"}).status_code == 404
    assert waiting(cast.dana, ToldWhom.PERSON) == []


def test_two_who_opened_it_do_not_tick_off_each_other(cast, will, client):
    access = in_an_emergency(will, cast.dana)
    in_an_emergency(will, cast.ray)

    assert client.enter(cast.ray).post(url("emergency_told", access), {"whom": "person"}).status_code == 403
    assert waiting(cast.ray, ToldWhom.PERSON) == []


def test_a_supervisor_who_reaches_the_person_sees_it(cast, client):
    access = in_an_emergency(cast.marcus, cast.ray)
    assert [one.looked_after for one in waiting(cast.sam, ToldWhom.SUPERVISOR)] == [True]

    client.enter(cast.sam).post(url("emergency_told", access), {"whom": "supervisor"})

    assert Told.objects.get().whom == "supervisor"


def test_a_peer_cannot_say_that_a_supervisor_has_seen_it(cast, will, client):
    access = in_an_emergency(will, cast.dana)

    assert client.enter(cast.noor).post(url("emergency_told", access), {"whom": "supervisor"}).status_code == 403


def test_the_supervisor_of_whoever_opened_it_hears_who_and_why_but_not_whose_record(cast, will, client):
    """Nobody supervises Noor, so no supervisor reaches Will: Dana's own supervisor still hears what Dana did."""
    access = in_an_emergency(will, cast.dana)
    assert not sees(cast.sam, will)

    page = main_words(client.enter(cast.sam).get("/"))

    assert f"Dana of the cast They opened a record in an emergency: “{REASON}”" in page
    assert "Will" not in page
    assert client.post(url("emergency_told", access), {"whom": "supervisor"}).status_code == 302
    assert client.post(url("emergency_told", access), {"whom": "person"}).status_code == 404


def test_a_director_hears_of_every_emergency_so_that_none_stays_unseen(cast, will, client):
    """Nobody supervises Ray, and nobody supervises Noor."""
    access = in_an_emergency(will, cast.ray)
    page = main_words(client.enter(cast.joan).get("/"))

    assert "Ray of the cast They opened a record in an emergency" in page
    assert "Will" not in page
    assert not sees(cast.joan, will)
    assert client.post(url("emergency_told", access), {"whom": "supervisor"}).status_code == 302
    assert waiting(cast.joan, ToldWhom.SUPERVISOR) == []


def test_a_name_in_the_reason_is_left_out_for_those_who_may_not_know_whose_record_it_was(cast, will, client):
    actions.open_in_an_emergency(person=will, reason="WILL O'Neill's sister called.", by=cast.dana, at=timezone.now())

    assert "“… …'…'s sister called.”" in main_words(client.enter(cast.joan).get("/"))
    assert "WILL" in main_words(client.enter(cast.noor).get("/"))


def test_whoever_is_kept_away_from_the_person_hears_nothing_of_their_emergencies(cast, will, client):
    access = in_an_emergency(will, cast.dana)
    for staff in (cast.sam, cast.joan):
        actions.keep_apart(person=will, staff=staff, kind=BlockKind.ASKED, by=cast.noor, at=timezone.now())

    assert waiting(cast.sam, ToldWhom.SUPERVISOR) == waiting(cast.joan, ToldWhom.SUPERVISOR) == []
    assert client.enter(cast.sam).post(url("emergency_told", access), {"whom": "supervisor"}).status_code == 404
    assert client.enter(cast.joan).post(url("emergency_told", access), {"whom": "supervisor"}).status_code == 404


def test_a_former_supervisor_of_the_colleague_hears_nothing(cast, will):
    in_an_emergency(will, cast.dana)
    for line in Supervises.objects.filter(supervisor=cast.sam):
        accounts.end_supervision(line=line, by=cast.alex, at=timezone.now())

    assert waiting(cast.sam, ToldWhom.SUPERVISOR) == []


def test_emergency_told_twice_is_told_once(cast, will, client):
    access = in_an_emergency(will, cast.dana)
    client.enter(cast.noor)
    for _time in range(2):
        assert client.post(url("emergency_told", access), {"whom": "person"}).status_code == 302

    assert Told.objects.count() == 1


def test_another_agency_hears_nothing(cast, will):
    access = in_an_emergency(will, cast.dana)

    assert not EmergencyAccess.objects.visible_to(cast.zoe).filter(pk=access.pk).exists()


def test_today_asks_as_much_for_one_emergency_as_for_many(cast, will, client):
    hire(cast, "kai", None)
    client.enter(cast.noor)
    costs = []
    for opened_by in ([cast.dana], [cast.ray, cast.sam, cast.joan]):
        for staff in opened_by:
            in_an_emergency(will, staff)
        costs.append(cost(client, "/"))

    assert costs[0] == costs[1]


@pytest.mark.parametrize(
    ("known", "opens"),
    [
        ({"born_year": 1980}, True),
        ({"born_year": 1980, "born_month": 5}, True),
        ({"born_year": 1980, "born_month": 6}, False),
        ({"born_year": 1981}, False),
        ({}, False),
    ],
)
def test_somebody_known_by_the_year_alone_is_opened_when_the_year_is_right(cast, client, known, opens):
    welcome(cast, "lee", "Lee Park", cast.noor, **known)
    client.enter(cast.dana)

    assert (ask(client, name="Lee Park").status_code == 302) is opens
