"""Questions whose SQL is written once: they find what the same question finds when Django puts it together anew."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Prefetch
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from handrail.kit import questions
from handrail.kit.questions import hang, written_once
from handrail.kit.standins import Blanks, Place, Word, each_once, filled
from handrail.people.models import Enrolment, Person, WalksWith


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(questions, "_kept", {})


def kept(question):
    """The same question, and how often it was put together."""
    times = []

    def counted(*args, **named):
        times.append(1)
        return question(*args, **named)

    return written_once(counted), times


def test_it_is_put_together_for_the_first_who_asks_and_answers_everybody(cast):
    ask, times = kept(lambda person, at: Enrolment.objects.running_at(at).filter(person=person).order_by("id"))
    now = timezone.now()

    assert ask(cast.marcus, now) == [cast.marcus_there]
    assert ask(cast.ana, now) == [cast.ana_there]
    assert ask(cast.ana, cast.began - timedelta(days=1)) == []
    assert len(times) == 2  # once with one set of stand-ins, once with another


def test_whoever_asks_finds_what_is_theirs(cast):
    ask, times = kept(lambda staff, at: Person.objects.visible_to(staff, at).order_by("id"))
    now = timezone.now()

    for staff in (cast.dana, cast.noor, cast.sam, cast.alex):
        assert ask(staff, now) == list(Person.objects.visible_to(staff, now).order_by("id"))
    assert len(times) == 6  # Dana and Noor are of one shape


def test_rows_come_with_what_they_point_at_and_say_what_was_asked(cast):
    ask, _times = kept(lambda people: Enrolment.objects.filter(person__in=people).select_related("person", "program"))
    found = ask([cast.marcus, cast.ana])

    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert {one.person.chosen_name for one in found} == {"Marcus", "Ana"}
        assert {str(one.program) for one in found} == {"Community"}
    assert not asked.captured_queries


def test_any_number_of_keys_is_asked_with_a_handful_of_texts(cast):
    ask, times = kept(lambda keys: Person.objects.filter(pk__in=keys).order_by("id"))
    both = sorted([cast.marcus, cast.ana], key=lambda person: person.pk)

    assert ask([]) == []
    assert ask([cast.ana.pk]) == [cast.ana]
    assert ask([one.pk for one in both]) == both
    times.clear()
    assert ask([cast.marcus.pk, cast.ana.pk, cast.marcus.pk]) == both
    assert ask([cast.marcus.pk, cast.ana.pk, cast.marcus.pk, cast.ana.pk]) == both
    assert len(times) == 2


def test_typed_words_are_values_and_ours_are_part_of_the_question(cast):
    by_name, times = kept(lambda name: Person.objects.filter(chosen_name=name))
    sorted_by, _times = kept(lambda column: Person.objects.order_by(column).values_list(column, flat=True))

    assert by_name(Word("Marcus")) == [cast.marcus]
    assert by_name(Word("Ana")) == [cast.ana]
    assert len(times) == 2
    assert sorted_by("chosen_name") == sorted(sorted_by("chosen_name"))
    assert set(sorted_by("pronouns")) == set(Person.objects.values_list("pronouns", flat=True))


def test_values_and_lists_of_values_come_as_they_would(cast):
    pairs, _times = kept(lambda people: Enrolment.objects.filter(person__in=people).values_list("person", "program"))
    rows, _times = kept(lambda people: Enrolment.objects.filter(person__in=people).values("person"))

    assert pairs([cast.marcus]) == [(cast.marcus.pk, cast.community.pk)]
    assert rows([cast.marcus]) == [{"person": cast.marcus.pk}]


@pytest.mark.parametrize(
    "question",
    [
        lambda person, at: Enrolment.objects.filter(person=person, from_at__year=at.year),
        lambda person, at: Enrolment.objects.filter(person=person, from_at__lte=at.replace(hour=0)),
        lambda person, at: Enrolment.objects.filter(person=person, from_at__lte=timezone.now()),
    ],
    ids=["its year", "its midnight", "a clock of its own"],
)
def test_what_does_not_keep_is_put_together_each_time(cast, question):
    ask, times = kept(question)
    for _time in range(2):
        assert ask(cast.marcus, timezone.now()) == list(question(cast.marcus, timezone.now()))
    assert len(times) == 4  # tried once, and then each time


def test_a_clock_that_stands_still_is_no_constant(cast, monkeypatch):
    still = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: still)
    ask, _times = kept(lambda person: Enrolment.objects.filter(person=person, from_at__lte=timezone.now()))
    assert ask(cast.marcus) == [cast.marcus_there]

    monkeypatch.setattr(timezone, "now", lambda: cast.began - timedelta(days=1))
    assert ask(cast.marcus) == []


def test_no_database_is_asked_while_it_is_put_together(cast):
    ask, _times = kept(lambda person: Enrolment.objects.filter(program=person.enrolments.get().program))
    with pytest.raises(RuntimeError):
        ask(cast.marcus)


def test_of_a_row_a_question_goes_by_nothing_but_the_key(cast):
    ask, _times = kept(lambda person: Person.objects.filter(chosen_name=person.chosen_name))
    with pytest.raises(RuntimeError):
        ask(cast.marcus)


def test_what_would_stay_that_of_the_first_time_is_refused(cast):
    lately = WalksWith.objects.filter(from_at__gt=timezone.now())
    ask, _times = kept(lambda person: Enrolment.objects.filter(person=person).prefetch_related(Prefetch("walks", lately)))
    with pytest.raises(TypeError):
        ask(cast.marcus)
    with pytest.raises(TypeError):
        written_once(lambda people: Person.objects.filter(pk__in=people))(Person.objects.all())


def test_what_points_at_a_row_hangs_on_it_and_knows_it(cast):
    people = [cast.marcus, cast.ana]
    hang(people, "there", Enrolment.objects.filter(person__in=people), by="person")

    assert cast.marcus.there == [cast.marcus_there]
    assert cast.marcus.there[0].person is cast.marcus


def test_a_bounded_number_is_kept(cast, monkeypatch):
    monkeypatch.setattr(questions, "MOST", 3)
    ask, _times = kept(lambda most: Person.objects.order_by("id")[:most])
    for most in range(1, 9):
        assert len(ask(most)) <= most
    assert len(questions._kept) <= 3


def test_each_key_and_moment_is_sent_once_and_words_as_often_as_they_stand():
    key, moment, word = uuid4(), timezone.now(), Word("Marcus")
    early = timedelta(days=3)
    values = [key, moment, word]
    blanks = Blanks.of([Place(0), "stays", Place(1), Place(2), Place(0), 7, Place(1, early), Place(2), Place(1), 7])

    once, numbers = each_once(blanks, values)

    assert len(once.stay) == 8
    assert len(set(numbers)) == 8
    sent = filled(once, values)
    assert tuple(sent[number] for number in numbers) == filled(blanks, values)
    assert [numbers[0] == numbers[4], numbers[2] == numbers[8], numbers[2] == numbers[6], numbers[3] == numbers[7]] == [
        True,
        True,
        False,
        False,
    ]
