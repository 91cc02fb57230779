"""Walking together: what is agreed, what is arranged, where on the road, and how it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.people import actions, queries
from handrail.people.models import Arrangement, Enrolment, Phase, PhaseName, SupportAgreement, WalksWith
from handrail.people.saying import agreed_words, rhythm_words
from tests.people.reading import cost, in_an_emergency, into_bridge, main_words, sees, url

DAY = timedelta(days=1)


def agree(client, cast, **typed):
    sent = {"id": new_id(), "kind": "one_to_one", "every_days": "7", "minutes": "60"} | typed
    return client.post(url("agreement_make", cast.marcus_there), sent, follow=True)


def agreed(cast, at=None, **more):
    row = SupportAgreement(person=cast.marcus, program=cast.community, **more)
    return actions.agree(agreement=row, by=cast.dana, at=at or timezone.now())


def test_agreement_make_says_kind_rhythm_and_length_and_all_three_views(cast, client):
    texts = {
        "person_view": "Better than in summer",
        "why_this_mix": "The first half is walking there",
        "acuity": "harder",
        "team_view": "Sleep is short",
        "peer_experience": "Has been there too",
        "review_on": timezone.localdate() + 30 * DAY,
    }
    page = main_words(agree(client.enter(cast.dana), cast, **texts))

    assert "Agreed One to one, every week, 1 hour As they see it Better than in summer" in page
    assert "Why this fits The first half is walking there" in page
    assert "Harder than usual" in page
    assert "Sleep is short" in page
    assert "Has been there too" in page
    assert Entry.objects.filter(verb="agreement.made", person_id=cast.marcus.pk).count() == 1


def test_agreement_make_anew_begins_with_what_was_agreed_and_keeps_it(cast, client):
    client.enter(cast.dana)
    agree(client, cast, why_this_mix="To begin slowly", every_days="14")
    assert "To begin slowly" in client.get(url("agreement_make", cast.marcus_there)).content.decode()

    page = main_words(agree(client, cast, why_this_mix="It does him good"))

    assert "Agreed One to one, every week, 1 hour" in page
    assert "Before One to one, every two weeks, 1 hour" in page
    assert SupportAgreement.objects.count() == 2
    assert SupportAgreement.objects.running_at(timezone.now()).get().why_this_mix == "It does him good"


def test_agreement_make_sent_twice_is_one_agreement(cast, client):
    key = new_id()
    client.enter(cast.dana)
    for _time in range(2):
        assert agree(client, cast, id=key).status_code == 200

    assert [row.pk for row in SupportAgreement.objects.running_at(timezone.now())] == [key]


@pytest.mark.parametrize(
    ("typed", "days"),
    [({}, 7), ({"every_days": ""}, None), ({"every_days": "", "other_days": "3"}, 3), ({"other_days": "10"}, 10)],
)
def test_agreement_make_takes_any_rhythm(cast, client, typed, days):
    agree(client.enter(cast.dana), cast, **typed)

    assert SupportAgreement.objects.get().every_days == days


def test_an_unusual_rhythm_stays_when_it_is_agreed_anew(cast, client):
    agreed(cast, every_days=10, minutes=45)

    page = client.enter(cast.dana).get(url("agreement_make", cast.marcus_there)).content.decode()

    assert "Every 10 days" in page
    assert "45 min" in page


@pytest.mark.parametrize("typed", [{"other_days": "0"}, {"other_days": "366"}, {"review_on": "2020-01-01"}, {"kind": "daily"}])
def test_agreement_make_with_wrong_input_is_sent_back(cast, client, typed):
    assert agree(client.enter(cast.dana), cast, why_this_mix="Kept", **typed).status_code == 422
    assert not SupportAgreement.objects.exists()


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, "whenever they want"), (1, "every day"), (7, "every week"), (14, "every two weeks"), (3, "every 3 days")],
)
def test_rhythm_in_words(days, words):
    assert rhythm_words(days) == words


def test_agreed_in_words():
    assert (
        agreed_words(SupportAgreement(kind="phone", every_days=30, minutes=120)) == "By phone or message, every month, 2 hours"
    )


def test_agreements_are_those_that_hold_at_the_moment_one_asks_for(cast):
    now = timezone.now()
    first = agreed(cast, now - 20 * DAY, every_days=7)
    second = agreed(cast, now - 5 * DAY, every_days=14)

    assert list(queries.agreements([cast.marcus], [cast.community], now - 10 * DAY)) == [first]
    assert list(queries.agreements([cast.marcus], [cast.community], now)) == [second]
    assert list(queries.agreements([cast.marcus], [cast.bridge], now)) == []


def test_today_says_that_it_is_time_to_look_at_it_again(cast, client):
    agreed(cast, every_days=7, review_on=timezone.localdate())

    page = client.enter(cast.dana).get("/").content.decode()

    assert "Look at it again together" in page
    assert "One to one, every week" in page
    assert "Look at it again together" not in client.enter(cast.noor).get("/").content.decode()
    assert "Look at it again together" not in client.enter(cast.sam).get("/").content.decode()


# Programs one reads and writes in


def test_programs_of_are_those_one_reaches_the_person_through(cast):
    into_bridge(cast)
    now = timezone.now()

    assert queries.programs_of(cast.marcus, cast.dana, now) == [cast.community]
    assert queries.programs_looked_after(cast.marcus, cast.ray, now) == [cast.bridge]


def test_in_an_emergency_one_reads_every_program_and_writes_in_none(cast):
    into_bridge(cast)
    in_an_emergency(cast.marcus, cast.noor)
    now = timezone.now()

    assert queries.programs_of(cast.marcus, cast.noor, now) == [cast.bridge, cast.community]
    assert queries.programs_looked_after(cast.marcus, cast.noor, now) == []


# Arrangements


def test_an_arrangement_is_for_apps_above_until_it_is_stopped(cast, client):
    sent = {"id": new_id(), "kind": "body", "need": "No stairs", "arranged": "We meet on the ground floor"}
    client.enter(cast.dana).post(url("arrangement_add", cast.marcus), sent)
    row = Arrangement.objects.get()

    assert list(queries.arrangements_of(cast.marcus, [cast.community])) == [row]
    assert list(queries.arrangements_of(cast.marcus, [cast.bridge])) == []
    client.post(url("arrangement_stop", row))
    assert list(queries.arrangements_of(cast.marcus, [cast.community])) == []
    assert "No longer needed We meet on the ground floor" in main_words(client.get(url("person_show", cast.marcus)))


# Phases


def test_phase_enter_keeps_where_they_were_before(cast, client):
    client.enter(cast.dana)
    client.post(url("phase_enter", cast.marcus_there), {"phase": "engagement"})
    client.post(url("phase_enter", cast.marcus_there), {"phase": "initiation", "words": "I am up"})

    page = main_words(client.get(url("person_show", cast.marcus)))
    assert "Where on the road First steps, since today “I am up”" in page
    assert "Before Before recovery has begun" in page
    assert [row.phase for row in Phase.objects.order_by("from_at")] == ["engagement", "initiation"]


def test_phase_enter_may_go_any_way(cast, client):
    client.enter(cast.dana)
    for phase in ("maintenance", "initiation", "maintenance"):
        assert client.post(url("phase_enter", cast.marcus_there), {"phase": phase}).status_code == 302

    assert Phase.objects.count() == 3


def test_phase_enter_of_the_same_says_that_it_is_so(cast, client):
    client.enter(cast.dana)
    client.post(url("phase_enter", cast.marcus_there), {"phase": "initiation"})

    assert client.post(url("phase_enter", cast.marcus_there), {"phase": "initiation"}).status_code == 409
    assert client.post(url("phase_enter", cast.marcus_there), {"phase": "relapse"}).status_code == 422


# An ending


def test_enrolment_end_closes_the_record_there_and_keeps_everything(cast, client):
    agreed(cast, every_days=7)
    actions.enter_phase(enrolment=cast.marcus_there, phase=PhaseName.INITIATION, words="", by=cast.dana, at=timezone.now())
    client.enter(cast.dana)
    asked = main_words(client.get(url("enrolment_end", cast.marcus_there)))
    assert "Marcus will no longer be part of Community" in asked

    answer = client.post(
        url("enrolment_end", cast.marcus_there), {"ending": "reached", "why": "Own place, own friends"}, follow=True
    )

    assert "Saved. This record is no longer yours to open." in main_words(answer)
    row = Enrolment.objects.get(pk=cast.marcus_there.pk)
    assert (row.ended_by, row.ending, row.why_ended) == (cast.dana, "reached", "Own place, own friends")
    assert not sees(cast.dana, cast.marcus)
    for rows in (WalksWith.objects, Phase.objects, SupportAgreement.objects):
        assert not rows.running_at(timezone.now()).filter(agency=cast.agency).exclude(pk__in=walks_of_others(cast)).exists()
    assert {entry.verb for entry in Entry.objects.filter(person_id=cast.marcus.pk)} >= {"enrolment.ended", "walk.ended"}


def walks_of_others(cast):
    return WalksWith.objects.exclude(enrolment=cast.marcus_there).values_list("pk", flat=True)


def test_enrolment_end_leaves_the_other_program_as_it_is(cast, client):
    into_bridge(cast)
    client.enter(cast.dana).post(url("enrolment_end", cast.marcus_there), {"ending": "wish"})

    assert sees(cast.ray, cast.marcus)


def test_enrolment_end_asks_what_happened(cast, client):
    answer = client.enter(cast.dana).post(url("enrolment_end", cast.marcus_there), {"why": "Kept words"})

    assert answer.status_code == 422
    assert "Kept words" in answer.content.decode()
    assert sees(cast.dana, cast.marcus)


def test_enrolment_end_sent_twice_is_not_here_any_more(cast, client):
    client.enter(cast.dana)
    client.post(url("enrolment_end", cast.marcus_there), {"ending": "wish"})

    assert client.post(url("enrolment_end", cast.marcus_there), {"ending": "wish"}).status_code == 404


def test_a_trainee_does_not_end_it_alone(cast, client):
    actions.start_walking(enrolment=cast.marcus_there, peer=cast.lena, chosen_by_person=True, by=cast.sam, at=cast.began)
    client.enter(cast.lena)

    assert client.get(url("enrolment_end", cast.marcus_there)).status_code == 403
    assert "Their time here ends" not in main_words(client.get(url("person_show", cast.marcus)))


def test_person_show_asks_as_much_however_much_is_known(cast, client):
    client.enter(cast.dana)
    costs = []
    for number in range(3):
        for _more in range([1, 2, 37][number]):
            own = {"person": cast.marcus, "program": cast.community}
            actions.arrange(fact=Arrangement(need="x", arranged="y", **own), by=cast.dana, at=timezone.now())
            agreed(cast, every_days=7)
        costs.append(cost(client, url("person_show", cast.marcus)))

    assert costs[0] == costs[1] == costs[2]
