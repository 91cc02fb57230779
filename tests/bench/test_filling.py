"""Filled fast, and every promise kept: what was not done by the actions looks as if it had been."""

from collections import Counter

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from benchmarks import dataset
from benchmarks.fill import ALONE, prove
from handrail.accounts.models import Staff
from handrail.audit.models import Entry
from handrail.contacts import worklists
from handrail.contacts.models import AwaitsCosign, Contact, CoSigned, GoalTouched, Part, Signature
from handrail.people import actions, search
from handrail.people.models import Person, SearchKey, WalksWith
from handrail.people.queries import nobody_walks_with_yet
from handrail.people.search.finding import find_people
from handrail.plans.models import CheckIn, Goal
from tests.bench.conftest import CONTACTS, PEOPLE
from tests.contacts.conftest import signed


def verbs_about(person) -> Counter:
    return Counter(Entry.objects.filter(person_id=person).values_list("verb", flat=True))


def test_the_record_proves_itself(filled):
    assert prove(filled.house.agency.pk) == Entry.objects.count()


def test_everybody_of_the_data_set_is_there(filled):
    assert Person.objects.count() == PEOPLE + ALONE
    assert WalksWith.objects.count() == PEOPLE
    assert Goal.objects.count() == 3 * PEOPLE
    assert Contact.objects.filter(parts__signed_at__isnull=False).count() == CONTACTS
    assert filled.keys["people"][41][2] == dataset.everybody(PEOPLE)[41].name


def test_what_is_signed_has_its_signature_and_no_one_changes_it(filled):
    assert Part.objects.signed().exclude(signature__at=None).count() == CONTACTS
    assert not Signature.objects.filter(part__signed_at=None).exists()
    part = Part.objects.signed().first()
    for rows in (Part.objects.filter(pk=part.pk), Contact.objects.filter(pk=part.contact_id)):
        with pytest.raises(DatabaseError, match="locked once it is signed"), transaction.atomic():
            rows.update(at=timezone.now())


def test_behind_what_somebody_who_learns_signed_a_supervisor_stands_or_it_waits(filled):
    learnt = set(Signature.objects.filter(needs_cosign=True).values_list("part_id", flat=True))
    stood, waiting = (set(model.objects.values_list("part_id", flat=True)) for model in (CoSigned, AwaitsCosign))

    assert stood
    assert waiting
    assert stood | waiting == learnt
    assert not stood & waiting


def test_a_goal_that_was_touched_moved_its_own_line(filled):
    touched = GoalTouched.objects.select_related("part", "goal__own").order_by("id")[5]

    noted = CheckIn.objects.get(goal=touched.goal, said_in=touched.part_id)
    assert (noted.value, noted.at) == (touched.value, touched.part.at)
    assert touched.words == touched.goal.words
    assert touched.still_measured_so


def test_search_keys_are_those_that_the_product_makes(filled):
    everybody = list(Person.objects.order_by("pk")[:40])
    before = set(SearchKey.objects.filter(person__in=everybody).values_list("pk", flat=True))

    search.index(*everybody)

    assert set(SearchKey.objects.filter(person__in=everybody).values_list("pk", flat=True)) == before


@pytest.mark.parametrize("slip", ["part", *dataset.SLIPS])
def test_whoever_is_meant_is_found(filled, slip):
    director, keys = Staff.objects.get(pk=filled.house.director.pk), filled.keys["people"]
    query = next(query for query in dataset.queries(PEOPLE, 40) if query.kind == slip)

    found = [str(one.person_id) for one in find_people(director, query.text, timezone.now())]

    assert keys[query.person - 1][0] in found[:20]


def test_lines_are_those_that_the_actions_write(filled):
    worker, there = filled.house.worker(1), filled.known[0]
    person = Person(chosen_name="Somebody new")
    program = filled.house.program(1)
    actions.add_person(person=person, program=program, peer=worker, phone="8045550100", by=worker, at=timezone.now())
    signed(person.enrolments.get(), worker)

    by_hand, filled_in = verbs_about(person.pk), verbs_about(there.person)

    assert set(by_hand) <= set(filled_in)
    notes = Part.objects.signed().filter(person=there.person).count()
    assert filled_in["part.signed"] == notes
    assert filled_in["person.added"] == filled_in["point.added"] == 1


def test_there_is_something_on_everybodys_today(filled):
    now = timezone.now()
    worker, supervisor = (Staff.objects.get(pk=one.pk) for one in (filled.house.worker(1), filled.house.supervisors[0]))

    assert worklists.to_reach_out(worker, now)
    assert worklists.appointments_today(worker, now)
    assert worklists.notes_to_finish(worker, now)
    assert worklists.returned_to(worker, now)
    assert worklists.to_cosign(supervisor, now)
    assert nobody_walks_with_yet(supervisor, now)


def test_a_supervisor_stands_behind_twelve_and_a_director_reaches_all(filled):
    now = timezone.now()
    supervisor, director = (Staff.objects.get(pk=one.pk) for one in (filled.house.supervisors[0], filled.house.director))

    assert supervisor.supervises.count() == 12
    assert Person.objects.visible_to(director, now).count() == PEOPLE


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's wall")
def test_rows_went_in_through_the_wall(filled):
    foreign = {"table": "people_person", "other": "00000000-0000-0000-0000-000000000000"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('handrail.agency', %(other)s, true)", foreign)
        cursor.execute("SELECT count(*) FROM people_person")
        assert cursor.fetchone()[0] == 0
        cursor.execute("SELECT set_config('handrail.agency', %s, true)", [str(filled.house.agency.pk)])
