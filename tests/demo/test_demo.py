"""The demo: made by the actions, whole in its record, and with the same walls as real work."""

from collections import Counter

import pytest

from handrail.accounts.models import Program, RoleHeld, Site, Staff, Supervises
from handrail.accounts.queries import agency_ids, is_demo
from handrail.accounts.roles import PEERS, Role
from handrail.kit.tenancy import as_agency
from handrail.people import queries
from handrail.people.models import BlockKind, Cover, Enrolment, Person, ToldWhom, WalksWith
from handrail.project.demo.make import NotEmpty, make_demo


def test_the_demo_is_marked_as_one_and_made_only_once(riverside):
    with pytest.raises(NotEmpty):
        make_demo()

    assert is_demo()
    assert len(agency_ids()) == 2


def test_every_name_stands_once(riverside):
    names = Counter(Person.objects.values_list("chosen_name", flat=True)) + Counter(
        Staff.objects.values_list("name", flat=True)
    )

    assert [name for name, times in names.items() if times > 1] == []


def test_the_team_is_the_one_of_all_our_stories(riverside):
    held = RoleHeld.objects.filter(agency=riverside.agency_id).values_list("staff__name", "role")

    assert set(held) == {
        ("Dana Whitfield", Role.PEER),
        ("Noor Haddad", Role.PEER),
        ("Ray Castillo", Role.PEER),
        ("Lena Brandt", Role.TRAINEE),
        ("Sam Okafor", Role.SUPERVISOR),
        ("Iris Vega", Role.CLINICAL_SUPERVISOR),
        ("Joan Mercer", Role.DIRECTOR),
        ("Alex Kim", Role.ADMINISTRATOR),
        ("Theo Lindqvist", Role.TEAM_MEMBER),
        ("Ada Quist", Role.AUDITOR),
    }
    assert (
        Program.objects.filter(agency=riverside.agency_id).count(),
        Site.objects.filter(agency=riverside.agency_id).count(),
    ) == (3, 3)
    assert not any(staff.login.has_usable_password() for staff in Staff.objects.filter(agency=riverside.agency_id))


def test_caseloads_differ_and_some_wait(riverside):
    walks = WalksWith.objects.running_at(riverside.now).filter(agency=riverside.agency_id)
    enrolled = Enrolment.objects.filter(agency=riverside.agency_id).values_list("person", flat=True)
    waiting = {
        person.pk
        for who in ("sam", "iris")
        for person in queries.nobody_walks_with_yet(riverside.staff(who), riverside.now)[:50]
    }

    assert Counter(walks.values_list("peer__login__sign_in_name", flat=True)) == {"dana": 18, "noor": 12, "ray": 9, "lena": 4}
    assert len(set(enrolled)) == 45
    assert sum(1 for times in Counter(enrolled).values() if times == 2) == 4
    assert len(waiting) == 5


def test_the_story_keeps_the_rules_of_real_work(riverside):
    """Who walks, walks in a program they work in; nobody ended without a reason; peers have somebody behind them."""
    for walk in WalksWith.objects.filter(agency=riverside.agency_id).select_related("enrolment"):
        held = RoleHeld.objects.held_at(walk.from_at).filter(staff=walk.peer, program=walk.enrolment.program, role__in=PEERS)
        behind = Supervises.objects.running_at(walk.from_at).filter(staff=walk.peer)
        assert (held.exists(), behind.exists(), bool(walk.until_at)) == (True, True, bool(walk.why_ended))
    for enrolment in Enrolment.objects.filter(agency=riverside.agency_id):
        assert (
            RoleHeld.objects.held_at(enrolment.from_at).filter(staff=enrolment.enrolled_by, program=enrolment.program).exists()
        )


def test_noor_does_not_reach_marcus_and_dana_does(riverside):
    assert riverside.who_reaches("Marcus J.") == {"dana", "sam", "iris"}


def test_the_emergency_is_still_to_be_told(riverside):
    dana, sam = riverside.staff("dana"), riverside.staff("sam")

    to_tell = queries.not_told_yet(dana, ToldWhom.PERSON, riverside.now)

    assert [(access.person.chosen_name, access.staff.name) for access in to_tell] == [("Marcus J.", "Noor Haddad")]
    assert list(queries.not_told_yet(sam, ToldWhom.SUPERVISOR, riverside.now)) == []


def test_a_colleagues_own_record_is_reached_by_one_other_peer_only(riverside):
    lena = riverside.person("Lena B.")

    assert lena.login == riverside.staff("lena").login
    assert riverside.who_reaches("Lena B.") == {"noor"}


def test_the_blocked_do_not_reach_although_they_otherwise_would(riverside):
    """Dana stands in for Ray, and Sam supervises Dana: without the blocks both would see more."""
    covers = Cover.objects.running_at(riverside.now).values_list("covered__login__sign_in_name", "by__login__sign_in_name")
    kinds = dict(riverside.person("Ifeanyi O.").blocks.values_list("staff__login__sign_in_name", "kind"))

    assert list(covers) == [("ray", "dana")]
    assert "Kwabena Asare-Dufie" in riverside.reached_by("dana")
    assert riverside.who_reaches("Oluwaseun Adebambo-Pryce") == {"ray", "sam", "iris"}
    assert kinds == {"sam": BlockKind.RELATIVE}
    assert riverside.who_reaches("Ifeanyi O.") == {"dana", "iris"}


def test_those_without_people_have_none(riverside):
    assert {name: riverside.reached_by(name) for name in ("joan", "alex", "theo", "ada")} == {
        "joan": set(),
        "alex": set(),
        "theo": set(),
        "ada": set(),
    }


def test_nobody_of_riverside_reaches_next_door(riverside):
    _first, next_door = agency_ids()
    with as_agency(next_door):
        theirs = set(Person.objects.filter(agency=next_door).values_list("chosen_name", flat=True))
    names = Staff.objects.filter(agency=riverside.agency_id).values_list("login__sign_in_name", flat=True)

    assert len(theirs) == 3
    assert theirs & set().union(*(riverside.reached_by(name) for name in names)) == set()
