"""Undone: whoever was here before reads as before, whatever was written with them earlier; and the lists of others stay whole."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.exchange import actions, queries
from handrail.exchange.models import Alike, AlikeAnswer, StageName
from handrail.people.actions import add_point
from handrail.people.models import ContactPoint, Person
from tests.contacts.conftest import signed
from tests.exchange.bringing import go_on, read, taken, verdicts
from tests.exchange.test_taking import LIST, names

NEWS = b"Name,Phone,Pronouns,Language\nMarcus,804 555 0142,he/him,Spanish\n"
"""A list that tells more of Marcus, with whom Dana walks."""


def took_over_news_of_marcus(cast, content=NEWS):
    imported = read(cast, content)
    actions.decide(alike=Alike.objects.filter(of=imported), answer=AlikeAnswer.SAME, by=cast.sam, at=timezone.now())
    return go_on(actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))


def undo(imported, by):
    return go_on(actions.begin_undoing(imported=imported, by=by, at=timezone.now()))


def test_somebody_with_a_signed_contact_of_earlier_reads_as_before(cast):
    signed(cast.marcus_there, cast.dana, at=timezone.now() - timedelta(days=20))
    imported = took_over_news_of_marcus(cast)
    cast.marcus.refresh_from_db()
    assert cast.marcus.pronouns == "he/him"

    imported = undo(imported, cast.sam)

    cast.marcus.refresh_from_db()
    assert (imported.stage_name, imported.stayed) == (StageName.UNDONE, 0)
    assert (cast.marcus.pronouns, cast.marcus.speaks) == ("", "")
    assert not ContactPoint.objects.filter(person=cast.marcus, value="804 555 0142").exists()


def test_whoever_somebody_wrote_about_since_keeps_what_the_list_told(cast):
    imported = took_over_news_of_marcus(cast)
    signed(cast.marcus_there, cast.dana)

    imported = undo(imported, cast.sam)

    cast.marcus.refresh_from_db()
    assert (imported.stayed, cast.marcus.pronouns) == (1, "he/him")


def test_two_lines_about_one_person_are_taken_back_the_last_one_first(cast):
    """The second line finds what the first one told, and goes on from there."""
    content = b"Name,Phone,Pronouns\nMarcus,804 555 0142,he/him\nMarcus,804 555 0143,he/they\n"
    imported = took_over_news_of_marcus(cast, content)

    undo(imported, cast.sam)

    cast.marcus.refresh_from_db()
    assert cast.marcus.pronouns == ""
    assert not ContactPoint.objects.filter(person=cast.marcus, kind="phone").exists()


def test_of_a_list_that_was_read_twice_everybody_comes_though_the_first_was_undone(cast):
    one = taken(cast, LIST)
    other = read(cast, LIST)
    assert verdicts(other) == {"known": 3}
    undo(one, cast.sam)
    assert names(cast.sam) == []

    go_on(actions.begin_taking_over(imported=other, by=cast.sam, at=timezone.now()))

    assert len(names(cast.sam)) == 3


def test_what_looked_like_somebody_who_went_again_is_new(cast):
    one = taken(cast, LIST)
    other = read(cast, b"Name,DOB\nRosa Qispe,1984-05-17\n")
    assert verdicts(other) == {"alike": 1}

    undo(one, cast.sam)

    assert verdicts(other) == {"new": 1}


def test_what_an_import_of_earlier_told_stays_as_it_was_told(cast):
    """Its report is not written anew by the undoing of another."""
    one = taken(cast, LIST)
    other = taken(cast, LIST)

    undo(one, cast.sam)

    assert verdicts(other) == {"known": 3}


def test_the_count_of_what_is_taken_back_ends_where_there_is_nothing_more_to_do(cast):
    """Rosa changed, two came, and one of those stays."""
    taken(cast, LIST.split(b"Tomasz")[0])
    imported = taken(cast, LIST.replace(b"Spanish", b"Quechua"))
    tomasz = Person.objects.get(chosen_name="Tomasz Łuk")
    add_point(fact=ContactPoint(person=tomasz, program=cast.community, value="804 555 0001"), by=cast.sam, at=timezone.now())
    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())

    counted = []
    while (now := queries.import_of(imported.pk)).stage_name == StageName.UNDOING:
        counted.append((now.done, now.to_do))
        actions.take_back_some(imported=now, at_once=1, at=timezone.now())

    assert (counted[0], counted[-1]) == ((0, 3), (2, 2))
    assert all(done <= to_do for done, to_do in counted)


@pytest.mark.parametrize("people", [1, 3, 40])
def test_many_changes_are_taken_back_with_as_many_questions_as_one(cast, people, django_assert_max_num_queries):
    head = "Name,Language,Record number\n"
    taken(cast, (head + "".join(f"Ana Lux {number},Spanish,L-{number}\n" for number in range(people))).encode())
    imported = taken(cast, (head + "".join(f"Ana Lux {number},Quechua,L-{number}\n" for number in range(people))).encode())
    assert verdicts(imported) == {"changed": people}
    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    while not (now := queries.import_of(imported.pk)).cursor.startswith("changes"):
        actions.take_back_some(imported=now, at_once=200, at=timezone.now())

    with django_assert_max_num_queries(35):
        actions.take_back_some(imported=now, at_once=200, at=timezone.now())

    assert Person.objects.filter(speaks="Spanish").count() == people


def test_the_lines_name_the_door_through_which_it_was_undone(cast):
    imported = taken(cast, LIST)
    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now(), door="command")
    go_on(imported)

    doors = Entry.objects.filter(subject_id=imported.pk, verb__in=["import.undoing", "import.undone", "import.batch"])
    assert set(doors.filter(verb__startswith="import.und").values_list("detail", flat=True)) == {"command"}
    assert set(doors.filter(verb="import.batch").values_list("detail", flat=True)) == {"", "command"}
    assert Entry.objects.get(verb="import.complete").detail == ""
