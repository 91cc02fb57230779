"""Data and its line of the record: both, or neither."""

import pytest
from django.utils import timezone

from handrail.audit import journal
from handrail.audit.models import Entry
from handrail.people import actions
from handrail.people.models import Person


def verbs(cast) -> list[str]:
    """What was recorded after the cast was assembled."""
    return list(
        Entry.objects.filter(agency_id=cast.agency.pk, at__gt=cast.began).order_by("seq").values_list("verb", flat=True)
    )


def test_an_action_leaves_one_line(cast):
    cast.marcus.chosen_name = "Marc"
    actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())

    entry = Entry.objects.filter(agency_id=cast.agency.pk).latest("seq")
    assert (entry.verb, entry.by_id, entry.person_id) == ("person.corrected", cast.dana.pk, cast.marcus.pk)


def test_an_action_that_fails_leaves_neither_data_nor_line(cast):
    @journal.action
    def half_done() -> None:
        Person.objects.filter(pk=cast.marcus.pk).update(chosen_name="Half")
        journal.record("person.corrected", by=cast.dana, at=timezone.now(), person=cast.marcus)
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        half_done()

    assert Person.objects.get(pk=cast.marcus.pk).chosen_name == "Marcus"
    assert verbs(cast) == []


def test_an_action_that_records_nothing_is_a_bug(cast):
    @journal.action
    def secretly() -> None:
        Person.objects.filter(pk=cast.marcus.pk).update(chosen_name="Secret")

    with pytest.raises(journal.NothingRecorded):
        secretly()

    assert Person.objects.get(pk=cast.marcus.pk).chosen_name == "Marcus"


def test_an_inner_action_that_is_refused_takes_its_line_with_it_and_the_outer_goes_on(cast):
    @journal.action
    def outer() -> None:
        with pytest.raises(actions.AlreadySo):
            actions.enrol(person=cast.marcus, program=cast.community, by=cast.dana, at=timezone.now())
        actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())

    outer()

    assert verbs(cast) == ["person.corrected"]


def test_lines_are_added_last_so_that_the_head_is_held_for_a_moment_only(cast, django_assert_num_queries):
    with journal.one_work() as lines:
        actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())
        assert len(lines) == 1
        assert verbs(cast) == []

    assert verbs(cast) == ["person.corrected"]


def test_when_the_line_cannot_be_written_the_data_is_not_kept(cast, monkeypatch):
    def full_disk(lines) -> None:
        raise OSError("no space")

    monkeypatch.setattr(journal, "append", full_disk)
    with pytest.raises(OSError, match="no space"):
        cast.marcus.chosen_name = "Marc"
        actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())

    assert Person.objects.get(pk=cast.marcus.pk).chosen_name == "Marcus"
