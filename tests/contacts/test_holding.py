"""Who holds a draft: somebody always does, each part on its own."""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.models import Staff
from handrail.accounts.roles import RUN_SUPPORT
from handrail.contacts import actions, endings
from handrail.contacts.models import Appointment, Contact, Part, Signature
from handrail.contacts.models.holding import writer_is_there
from handrail.people import actions as people
from handrail.people.endings import matters_of, settle
from handrail.people.models import Block, Enrolment, WalksWith
from tests.access.relations import RELATIONS, ROLES, actor_for
from tests.cast import welcome
from tests.contacts.conftest import DAY, draft
from tests.contacts.test_writing import url
from tests.people.reading import main_words

NOW = timezone.now


@pytest.fixture
def family(cast):
    """Dana's draft with Marcus and his sister Bea."""
    welcome(cast, "bea", "Bea", cast.dana)
    contact = draft(cast.marcus_there, cast.dana, words="words of Marcus")
    part = actions.join(contact=contact, enrolment=cast.bea_there, by=cast.dana, at=NOW())
    Part.objects.filter(pk=part.pk).update(words="words of Bea")
    contact.refresh_from_db()
    return contact


def stops_walking(cast, peer, there):
    walk = WalksWith.objects.get(peer=peer, enrolment=there)
    people.stop_walking(walk=walk, why="", by=cast.sam, at=NOW())


def holds(staff):
    return {part.person.chosen_name for part in Part.objects.to_finish_by(Staff.objects.get(pk=staff.pk))}


def sign(client, contact):
    contact.refresh_from_db()
    return client.post(url("contact_sign", contact), {"version": contact.version})


# One contact, two who hold it


def test_each_finishes_the_part_they_hold(cast, family, client):
    stops_walking(cast, cast.dana, cast.bea_there)
    assert (holds(cast.dana), holds(cast.sam)) == ({"Marcus"}, {"Bea"})

    page = client.enter(cast.dana).get(url("contact_sign", family))
    assert "words of Marcus" in main_words(page) and "words of Bea" not in page.content.decode()
    assert client.get(url("contact_edit", family)).status_code == 200
    assert sign(client, family).status_code == 302

    client.enter(cast.sam)
    assert client.get(url("contact_edit", family)).headers["Location"] == url("contact_sign", family)
    page = client.get(url("contact_sign", family))
    assert "words of Bea" in main_words(page) and "words of Marcus" not in page.content.decode()
    assert "Change something" not in main_words(page)
    assert sign(client, family).status_code == 302
    assert dict(Signature.objects.values_list("person__chosen_name", "by__name")) == {
        "Marcus": cast.dana.name,
        "Bea": cast.sam.name,
    }
    assert (holds(cast.dana), holds(cast.sam)) == (set(), set())


def test_each_throws_away_only_what_they_hold(cast, family, client):
    stops_walking(cast, cast.dana, cast.bea_there)
    sign(client.enter(cast.dana), family)
    assert "Marcus" not in main_words(client.enter(cast.sam).get(url("contact_discard", family)))
    client.post(url("contact_discard", family))

    assert [part.person for part in Contact.objects.get().parts.all()] == [cast.marcus]


def test_what_is_left_when_the_writer_throws_away_their_part_is_the_supervisors(cast, family, client):
    stops_walking(cast, cast.dana, cast.bea_there)
    client.enter(cast.dana).post(url("contact_discard", family))

    assert holds(cast.sam) == {"Bea"}
    assert client.enter(cast.sam).get(url("contact_edit", family)).status_code == 200


def test_part_leave_asks_before_everything_about_somebody_goes(cast, family, client):
    part = family.parts.get(person=cast.bea)
    client.enter(cast.dana)
    assert "Bea was not there" in main_words(client.get(url("contact_edit", family)))

    assert "cannot be brought back" in main_words(client.get(url("part_leave", part)))
    assert family.parts.count() == 2
    client.post(url("part_leave", part))
    assert [one.person for one in family.parts.all()] == [cast.marcus]


# Nobody's draft vanishes


@pytest.mark.parametrize("walked_with", [True, False])
@pytest.mark.parametrize("relation", [relation for relation in RELATIONS if relation not in ("signed_out", "other_agency")])
def test_a_writer_is_there_exactly_when_they_look_after_the_person(cast, relation, walked_with):
    """The same answer as `looked_after_by`, for every role, standing in every way to Marcus, or when nobody walks with him."""
    if not walked_with:
        stops_walking(cast, cast.dana, cast.marcus_there)
    for role in ROLES:
        with transaction.atomic():
            writer, at = actor_for(cast, role, relation), NOW()
            part = draft(cast.marcus_there, writer).parts.get()
            there = Part.objects.filter(writer_is_there(at), pk=part.pk).exists()
            looks_after = Enrolment.objects.looked_after_by(Staff.objects.get(pk=writer.pk), at).filter(pk=cast.marcus_there.pk)
            assert there == (looks_after.exists() and writer.has(*RUN_SUPPORT)), role
            transaction.set_rollback(True)


def test_standing_in_for_somebody_else_does_not_keep_a_draft_from_the_supervisor(cast):
    draft(cast.marcus_there, cast.dana)
    people.plan_cover(
        covered=cast.noor,
        cover_by=cast.dana,
        program=cast.community,
        from_at=NOW(),
        until_at=NOW() + DAY,
        by=cast.sam,
        at=NOW(),
    )
    stops_walking(cast, cast.dana, cast.marcus_there)

    assert (holds(cast.dana), holds(cast.sam)) == (set(), {"Marcus"})


def test_whom_a_writer_may_never_open_again_is_the_supervisors_to_finish(cast):
    draft(cast.marcus_there, cast.dana)
    Block.objects.create(agency=cast.agency, person=cast.marcus, staff=cast.dana, kind="asked", at=NOW(), set_by=cast.sam)

    assert (holds(cast.dana), holds(cast.sam)) == (set(), {"Marcus"})


def test_a_supervisors_draft_about_somebody_they_no_longer_reach_is_the_next_supervisors(cast):
    draft(cast.marcus_there, cast.sam)
    line = cast.dana.supervised_by.get()
    accounts.end_supervision(line=line, by=cast.alex, at=NOW())
    accounts.begin_supervision(supervisor=cast.iris, staff=cast.dana, kind="clinical", by=cast.alex, at=NOW())

    assert (holds(cast.sam), holds(cast.iris)) == (set(), {"Marcus"})


# An enrolment that ended


def test_ending_tells_what_is_open_and_calls_off_what_is_to_come(cast):
    draft(cast.marcus_there, cast.dana)
    for days in (-1, 3):
        actions.make_appointment(
            enrolment=cast.marcus_there, starts_at=NOW() + days * DAY, minutes=30, how="met", place="", by=cast.dana, at=NOW()
        )
    told = " ".join(str(one) for one in matters_of(cast.marcus_there, cast.sam, NOW()))
    assert "1 note is not signed yet" in told and "1 appointment is to come" in told
    settle(cast.marcus_there, cast.sam, NOW())

    assert [one.at < NOW() for one in Appointment.objects.open()] == [True]
    assert endings.open_matters(cast.ana_there, cast.sam, NOW()) == []


def test_a_draft_about_somebody_whose_time_is_over_is_finished_by_a_supervisor(cast, client):
    contact = draft(cast.marcus_there, cast.dana, words="I am moving away.")
    people.end_enrolment(enrolment=cast.marcus_there, ending="moved", why="", by=cast.sam, at=NOW())

    assert "Finish" in main_words(client.enter(cast.sam).get(reverse("home:today")))
    assert client.get(url("contact_edit", contact)).status_code == 200
    assert client.get(url("contact_discard", contact)).status_code == 200
    assert client.get(url("contact_start", cast.marcus_there)).status_code == 403
    assert client.get(reverse("people:person_show", args=[cast.marcus.pk])).status_code == 200
    assert sign(client, contact).status_code == 302
    assert Signature.objects.get().by == cast.sam
    assert client.get(url("contact_edit", contact)).status_code == 302
    Enrolment.objects.filter(pk=cast.marcus_there.pk).update(from_at=NOW() - 400 * DAY, until_at=NOW() - 366 * DAY)
    assert client.get(reverse("people:person_show", args=[cast.marcus.pk])).status_code == 404
    assert client.enter(cast.iris).get(reverse("home:today")).status_code == 200
