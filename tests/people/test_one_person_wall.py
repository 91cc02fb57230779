"""The walls that stand inside one person with several records: what a colleague of one program learns, and who decides."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.accounts.actions import begin_supervision, end_role, give_role
from handrail.accounts.models import RoleHeld
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.people import actions, endings, rules
from handrail.people.models import Block, Enrolment, OnePerson, Person, Phase, PhaseName
from tests.cast import welcome
from tests.people.joining import join, keep_apart, names, part, reached
from tests.people.reading import again, main_words, sees, url

CANARY = "Quillon"
TELL = ("earlier record", "wo records", "both records", "all records", "other record", "one person", CANARY)


@pytest.fixture
def walled(cast):
    """Marcus is part of the community, Quillon of the bridge. Sam supervises in both; Dana and Ray know one program each."""
    give_role(staff=cast.sam, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    begin_supervision(supervisor=cast.sam, staff=cast.ray, kind="administrative", by=cast.alex, at=cast.began)
    welcome(cast, "quillon", CANARY, cast.ray, cast.bridge)
    return cast


def in_bridge(cast, name, chosen_name):
    welcome(cast, name, chosen_name, cast.ray, cast.bridge)


# What a colleague of one program learns

PAGES = ("people:person_show", "people:person_access", "people:person_opened", "plans:plan_show", "contacts:contact_list")


def told(client, cast) -> list[str]:
    """What of the other record any page of Marcus tells."""
    found = []
    for page in PAGES:
        words = main_words(client.get(reverse(page, args=[cast.marcus.pk])))
        found += [(page, one) for one in TELL if one in words]
    return found


def test_whoever_knows_one_program_is_told_of_no_other_record_while_they_are_one_and_after(walled, client):
    keep_apart(walled, walled.quillon, walled.theo)
    keep_apart(walled, walled.marcus, walled.lena)
    client.enter(walled.dana)

    joined = join(walled, other="quillon")
    assert told(client, walled) == []

    part(walled, joined)
    assert told(client, walled) == []


def test_whoever_knows_both_is_told(walled, client):
    """So that the story before cannot be true only because nothing is ever told."""
    join(walled, other="quillon")
    client.enter(walled.sam)

    assert {page for page, _word in told(client, walled)} >= set(PAGES[:3])


def test_a_supervisor_of_one_program_is_not_told_why_a_block_cannot_be_lifted_there(walled, client):
    begin_supervision(supervisor=walled.iris, staff=walled.dana, kind="clinical", by=walled.alex, at=walled.began)
    keep_apart(walled, walled.quillon, walled.theo)
    join(walled, other="quillon")

    page = main_words(client.enter(walled.iris).get(url("person_access", walled.marcus)))
    answer = client.post(url("block_lift", Block.objects.standing().get(person=walled.marcus)))

    assert "This cannot be lifted here." in page
    assert answer.status_code == 409
    assert told(client, walled) == []


def knows_the_community(cast):
    """Iris stands behind Dana and Noor: of the bridge program she knows nothing."""
    for peer in (cast.dana, cast.noor):
        begin_supervision(supervisor=cast.iris, staff=peer, kind="clinical", by=cast.alex, at=cast.began)
    return again(cast.iris)


def test_nor_that_a_record_belongs_together_with_one_she_cannot_see(walled, client):
    welcome(walled, "mark", "Mark", walled.noor)
    join(walled, other="quillon")
    client.enter(knows_the_community(walled))

    answer = client.post(url("person_join", walled.mark), {"other": walled.marcus.pk})

    assert answer.status_code == 409
    assert "cannot be put together from here" in main_words(answer)
    assert not [one for one in ("already", CANARY) if one in main_words(answer)]


# Who decides


def supervises_elsewhere(cast):
    """Ray supervises the bridge program; in the community he only stands in for Dana and Noor."""
    give_role(staff=cast.ray, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    give_role(staff=cast.ray, role=Role.PEER, program=cast.community, by=cast.alex, at=cast.began)
    now = timezone.now()
    for covered in (cast.dana, cast.noor):
        actions.plan_cover(
            covered=covered,
            cover_by=cast.ray,
            program=cast.community,
            from_at=now,
            until_at=now + timedelta(days=3),
            by=cast.sam,
            at=now,
        )
    return again(cast.ray)


def test_whoever_stands_in_decides_nothing_even_if_they_supervise_elsewhere(twice, client):
    ray, now = supervises_elsewhere(twice), timezone.now()
    assert sees(ray, twice.marcus)
    assert sees(ray, twice.mark)

    assert not rules.may_join(ray, twice.marcus, twice.mark, now)
    client.enter(ray)
    assert client.post(url("person_join", twice.marcus), {"other": twice.mark.pk}).status_code == 403
    join(twice)
    assert not rules.may_part(again(ray), twice.marcus, timezone.now())
    assert client.post(url("one_part", OnePerson.objects.get())).status_code == 403


@pytest.mark.parametrize("first", ["marcus", "ours"])
def test_to_supervise_on_one_side_is_not_enough(twice, first):
    """Sam walks with somebody in the bridge program as a peer: there he does not supervise."""
    give_role(staff=twice.sam, role=Role.PEER, program=twice.bridge, by=twice.alex, at=twice.began)
    welcome(twice, "ours", "Marc", again(twice.sam), twice.bridge)
    second = "ours" if first == "marcus" else "marcus"

    answer = rules.may_join(again(twice.sam), getattr(twice, first), getattr(twice, second), timezone.now())

    assert not answer


def test_joining_ends_nothing_in_a_program_that_the_joiner_does_not_supervise(twice):
    """Sam walks with Mark in the bridge program, as a peer: that goes on under Mark's name."""
    give_role(staff=twice.sam, role=Role.PEER, program=twice.bridge, by=twice.alex, at=twice.began)
    there = actions.enrol(person=twice.mark, program=twice.bridge, by=twice.ray, at=twice.began)
    actions.start_walking(enrolment=there, peer=twice.sam, chosen_by_person=True, by=twice.ray, at=twice.began)

    join(twice)

    assert Enrolment.objects.get(pk=there.pk).until_at is None
    assert not Enrolment.objects.filter(person=twice.marcus, program=twice.bridge).exists()
    assert "Mark" in names(twice.sam)


# Three records


@pytest.mark.parametrize("order", [("quillon", "third"), ("third", "quillon")])
def test_parting_one_of_three_leaves_the_third_where_it_is(walled, order):
    in_bridge(walled, "third", "Marky")
    before = reached(walled)
    joined = {other: join(walled, other=other) for other in ("quillon", "third")}
    first, last = order

    part(walled, joined[first])

    assert names(walled.ray) == sorted(["Marcus", getattr(walled, first).chosen_name])
    assert sees(walled.ray, getattr(walled, last))

    part(walled, joined[last])
    assert reached(walled) == before


# What began while they were one


def test_a_walk_that_began_while_they_were_one_ends_and_the_record_says_so(walled):
    before = reached(walled)
    joined = join(walled, other="quillon")
    give_role(staff=walled.noor, role=Role.PEER, program=walled.bridge, by=walled.alex, at=walled.began)
    there, now = Enrolment.objects.get(person=walled.marcus, program=walled.bridge), timezone.now()
    began = actions.start_walking(enrolment=there, peer=walled.noor, chosen_by_person=True, by=again(walled.sam), at=now)

    part(walled, joined)

    began.refresh_from_db()
    assert began.until_at
    assert Entry.objects.filter(verb="walk.ended", subject_id=began.pk, person_id=walled.marcus.pk).exists()
    assert names(walled.noor) == ["Ana"]
    after = reached(walled)
    assert [one for one in before if one[0] in ("dana", "ray", "lena") and before[one] != after[one]] == []


def test_what_is_open_in_a_program_that_ends_by_parting_is_settled_by_whoever_parts(walled, monkeypatch):
    """Sam does not supervise in the bridge program any more: he may not hear what is open there, and it waits for nobody."""
    joined, settled = join(walled, other="quillon"), []
    there, now = Enrolment.objects.get(person=walled.marcus, program=walled.bridge), timezone.now()
    actions.enter_phase(enrolment=there, phase=PhaseName.INITIATION, words="", by=walled.ray, at=now)
    for held in RoleHeld.objects.filter(staff=walled.sam, program=walled.bridge):
        end_role(held=held, by=walled.alex, at=now)
    monkeypatch.setattr(endings, "_registered", [])
    endings.register(lambda *_asked: ["Something waits"], lambda one, by, at: settled.append((one.pk, by.pk, one.until_at)))

    part(walled, joined)

    there.refresh_from_db()
    assert settled == [(there.pk, walled.sam.pk, None)]
    assert there.until_at
    assert not Phase.objects.filter(enrolment=there, until_at=None).exists()


# A record that is closed to somebody


def test_no_earlier_record_leads_around_a_block_on_the_one(twice):
    """Even if the block stood on the one alone."""
    join(twice)
    assert sees(twice.noor, twice.mark)

    now = timezone.now()
    Block.objects.create(agency=twice.agency, person=twice.marcus, staff=twice.noor, at=now, set_by=twice.sam)
    assert not sees(twice.noor, twice.mark)


def test_nor_around_the_wall_before_ones_own_record(twice):
    join(twice)
    Person.objects.filter(pk=twice.marcus.pk).update(login=twice.noor.login_id)

    assert not sees(twice.noor, twice.mark)
