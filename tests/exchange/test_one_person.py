"""Somebody who came in a file turns out to be somebody known: nothing that came along waits where nobody works, and no table is forgotten."""

import pytest
from django.apps import apps
from django.db.models import UUIDField
from django.utils import timezone

from handrail.accounts.actions import begin_supervision
from handrail.audit.models import Appearance, Entry
from handrail.exchange import actions as exchange
from handrail.exchange.actions.undoing import named_elsewhere, naming_people
from handrail.exchange.models import Alike, Brought, Clue, Record
from handrail.people import actions
from handrail.people.actions import StillOpen
from handrail.people.models import (
    Block,
    BlockKind,
    EmergencyAccess,
    Enrolment,
    OfAPerson,
    OnePerson,
    Person,
    SamePerson,
    SearchKey,
    WalksWith,
)
from tests.cast import welcome
from tests.people.reading import again, main_words, url


@pytest.fixture
def twice(cast):
    """Marcus walks with Dana, Mark came in a file; Sam supervises both peers."""
    begin_supervision(supervisor=cast.sam, staff=cast.noor, kind="administrative", by=cast.alex, at=cast.began)
    welcome(cast, "mark", "Mark", cast.noor)
    return cast


def join(cast):
    return actions.join(one=cast.marcus, other=cast.mark, by=again(cast.sam), at=timezone.now())


def test_what_came_along_is_seen_to_before_two_records_are_joined(twice, client):
    came = {"agency": twice.agency, "person": twice.mark, "program": twice.community, "at": twice.began}
    brought = Brought.objects.create(kind="goal", text="Walk to the river", **came)
    client.enter(twice.sam)

    answer = client.post(url("person_join", twice.marcus), {"other": twice.mark.pk})

    assert answer.status_code == 409
    assert "1 thing that was brought along still waits" in main_words(answer)
    assert url("person_show", twice.mark) in answer.content.decode()
    assert not OnePerson.objects.exists()

    exchange.drop(brought=brought, by=again(twice.sam), at=timezone.now())
    assert join(twice).pk


def test_what_came_along_is_told_before_somebodys_time_ends(twice):
    from handrail.people.endings import matters_of

    came = {"agency": twice.agency, "person": twice.mark, "program": twice.community, "at": twice.began}
    for text in ("Walk to the river", "Sleep through"):
        Brought.objects.create(kind="goal", text=text, **came)

    told = " ".join(str(one) for one in matters_of(twice.mark_there, twice.sam, timezone.now()))
    assert "2 things that were brought along still wait" in told
    with pytest.raises(StillOpen):
        join(twice)


# No table is forgotten


def test_every_table_that_names_a_person_is_asked_before_somebody_is_taken_out():
    columns = {
        (model, field.name)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Person
    }

    assert naming_people() == columns


def test_no_table_names_people_by_a_bare_key():
    """But the lines of the record, which `worked_on` reads, and the counts made of them. A new one wants to be thought of."""
    bare = {
        model
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, UUIDField) and field.name.startswith("person")
    }

    assert bare == {Entry, Appearance}


def test_every_table_about_a_person_says_whether_it_is_written_in_a_program():
    """A new one inherits OfAPerson, or hangs on an enrolment; or it is named here, and nobody's time in a program is about it."""
    elsewhere = {Enrolment, EmergencyAccess, Block, SearchKey, SamePerson, OnePerson, Record, Alike, Clue}
    about = {
        model
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete and field.related_model in (Person, Enrolment)
    }

    assert {model for model in about if not issubclass(model, OfAPerson)} - elsewhere == {WalksWith}


def test_somebody_whose_records_were_joined_is_not_taken_out_with_an_import(twice):
    assert named_elsewhere([twice.mark.pk, twice.ana.pk]) == set()

    join(twice)

    assert named_elsewhere([twice.mark.pk, twice.marcus.pk, twice.ana.pk]) == {twice.mark.pk, twice.marcus.pk}


def test_nor_somebody_for_whom_a_request_is_held(twice):
    now = timezone.now()
    held = Block(agency=twice.agency, person=twice.marcus, staff=twice.ray, kind=BlockKind.ASKED, at=now, set_by=twice.sam)
    held.held_for = twice.mark
    held.save()

    assert named_elsewhere([twice.mark.pk]) == {twice.mark.pk}
