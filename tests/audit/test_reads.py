"""Whoever opens a record is written down before the first byte leaves."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.urls import reverse

from handrail.audit import journal
from handrail.audit import queries
from handrail.audit.door import NotHere, find
from handrail.audit.models import Appearance, Entry
from handrail.people.models import Person


def last_lines(cast, count: int) -> list[tuple]:
    rows = Entry.objects.filter(agency_id=cast.agency.pk).order_by("-seq")[:count]
    return [(row.verb, row.by_id, row.person_id, row.people_shown) for row in reversed(rows)]


def test_opening_a_person_is_one_line(cast, client):
    client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk]))

    assert last_lines(cast, 1) == [("person.opened", cast.dana.pk, cast.marcus.pk, [])]


def test_a_list_is_one_line_with_everybody_it_showed(cast, client):
    client.enter(cast.sam).get(reverse("people:person_list"))

    assert last_lines(cast, 1) == [("person.listed", cast.sam.pk, None, [cast.marcus.pk])]


def test_a_search_is_one_line_with_everybody_it_found(cast, client):
    client.enter(cast.dana).post(reverse("people:person_search"), {"words": "marc"})

    assert last_lines(cast, 1) == [("person.searched", cast.dana.pk, None, [cast.marcus.pk])]


def test_no_line_no_answer(cast, client, monkeypatch):
    def full_disk(lines) -> None:
        raise OSError("no space")

    monkeypatch.setattr(journal, "append", full_disk)
    client.raise_request_exception = False
    answer = client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk]))

    assert answer.status_code == 500
    assert b"Marcus" not in answer.content


def test_appearances_are_the_same_counted_or_not(cast, client):
    client.enter(cast.dana)
    for _time in range(3):
        client.get(reverse("people:person_list"))
    fresh = queries.appearances_of(cast.agency.pk, cast.marcus.pk)
    queries.count_appearances(cast.agency.pk)
    queries.count_appearances(cast.agency.pk)

    assert Appearance.objects.get(person_id=cast.marcus.pk).times == 3
    assert queries.appearances_of(cast.agency.pk, cast.marcus.pk) == fresh == {cast.dana.pk: 3}


def test_a_page_that_is_only_looked_at_cannot_write(cast, client, monkeypatch):
    from handrail.people.views import person

    def nosy(*args, **kwargs):
        Person.objects.update(chosen_name="Written by a look")

    monkeypatch.setattr(person, "panels_for", nosy)
    client.raise_request_exception = False
    with transaction.atomic():
        answer = client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk]))
        transaction.set_rollback(True)

    assert answer.status_code == 500
    assert Person.objects.get(pk=cast.marcus.pk).chosen_name == "Marcus"


@pytest.mark.parametrize(
    ("statement", "writes"),
    [
        ("UPDATE people_person SET x = 1", True),
        ('INSERT INTO "people_person" VALUES (1)', True),
        ("  delete from people_person", True),
        ("WITH old AS (SELECT 1) UPDATE people_person SET x = 1", True),
        ("SELECT * FROM people_person", False),
        ("INSERT INTO audit_entry VALUES (1)", False),
        ("UPDATE django_session SET x = 1", False),
    ],
)
def test_what_counts_as_writing(statement, writes):
    from handrail.kit.guards import LookingWrote, _refuse_writes

    refused = False
    try:
        _refuse_writes(lambda *given: None, statement, None, False, {})
    except LookingWrote:
        refused = True
    assert refused is writes


@pytest.mark.parametrize("key", ["abc", "1", "x" * 500, "\x00", None])
def test_what_is_no_key_is_as_if_nothing_were_there(cast, key):
    with pytest.raises(NotHere):
        find(Person, SimpleNamespace(staff=cast.dana), pk=key)
