"""Whoever came before is known again: by what the record told, never by its number alone; and nobody comes twice."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from handrail.accounts.actions import give_role
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.exchange import actions, queries
from handrail.exchange.models import Alike, AlikeAnswer, Origin, Record, StageName
from handrail.people.actions import correct_person, join
from handrail.people.models import ContactPoint, Enrolment, Person
from tests.exchange.bringing import go_on, read, said, taken, verdicts
from tests.exchange.test_health import PATIENT, bundle
from tests.exchange.test_taking import LIST, names
from tests.people.reading import again
from tests.people.test_blocks import block

HEAD = b"Number,Name,DOB,Phone\n"
ROWS = HEAD + b"1,Rosa Quispe,1984-05-17,804 555 0142\n2,Tom Luk,1990-02-03,804 555 0143\n"
STRANGERS = HEAD + b"1,Walter Meyer,1951-01-01,804 555 0777\n2,Aisha Noor,2001-09-09,804 555 0778\n"
NEWS = LIST.replace(b"Spanish", b"Quechua").replace(b"rosa@example.org", b"rosa.q@example.org")


def take(imported):
    return go_on(actions.begin_taking_over(imported=imported, by=imported.by, at=timezone.now()))


def report(client, cast, imported, show) -> str:
    client.enter(cast.sam)
    return client.get(reverse("exchange:import_show", args=[imported.pk]) + f"?show={show}").content.decode()


# A number says nothing alone


def test_of_two_lists_that_count_from_one_nobody_becomes_somebody_else(cast, client):
    taken(cast, ROWS)
    imported = read(cast, STRANGERS)
    assert verdicts(imported) == {"alike": 2}
    page = report(client, cast, imported, "alike")
    assert "came with the same record number, but the rest does not fit" in page
    assert "Has the same number as" in page and "Looks like" not in page

    take(imported)

    assert names(cast.sam) == ["Aisha Noor", "Rosa Quispe", "Tom Luk", "Walter Meyer"]
    assert verdicts(read(cast, STRANGERS)) == verdicts(read(cast, ROWS)) == {"known": 2}


def test_two_homes_that_count_from_one_as_well(cast):
    taken(cast, bundle(PATIENT | {"id": "1"}))

    assert verdicts(read(cast, bundle({"resourceType": "Patient", "id": "1", "name": [{"text": "Bo Lind"}]}))) == {"alike": 1}


def test_whoever_had_the_same_number_and_went_again_is_not_asked_about(cast):
    one = taken(cast, ROWS)
    other = read(cast, STRANGERS)

    go_on(actions.begin_undoing(imported=one, by=cast.sam, at=timezone.now()))

    assert said(other) == [(2, "new", []), (3, "new", [])]


def test_somebody_with_quite_another_name_is_the_same_person_if_somebody_says_so_and_back_again(cast):
    taken(cast, ROWS)
    before = list(Person.objects.order_by("pk").values()), list(Origin.objects.order_by("pk").values("mark", "person"))
    imported = read(cast, STRANGERS)
    [pair] = Alike.objects.filter(of=imported, person__chosen_name="Rosa Quispe")
    actions.decide(alike=[pair], answer=AlikeAnswer.SAME, by=cast.sam, at=timezone.now())

    imported = take(imported)

    assert names(cast.sam) == ["Aisha Noor", "Tom Luk", "Walter Meyer"]
    assert verdicts(read(cast, STRANGERS)) == {"known": 2}
    go_on(actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now()))
    assert before == (
        list(Person.objects.order_by("pk").values()),
        list(Origin.objects.order_by("pk").values("mark", "person")),
    )
    assert verdicts(read(cast, ROWS)) == {"known": 2}


# What changes


def test_what_changes_is_told_as_it_was_and_as_it_becomes(cast, client):
    taken(cast, LIST)
    imported = read(cast, NEWS)

    page = report(client, cast, imported, "changed")

    assert "They speak: <bdi>Quechua</bdi>" in page
    assert "until now: <bdi>Spanish</bdi>" in " ".join(page.split())
    assert "E-mail: <bdi>rosa.q@example.org</bdi>" in page
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    assert rosa.speaks == "Spanish"
    assert [one.person_id for one in Entry.objects.filter(verb="origin.opened")] == [rosa.pk]


def rewritten(cast, speaks):
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    rosa.speaks = speaks
    correct_person(person=rosa, by=cast.sam, at=timezone.now(), fields=("speaks",), part="language")


def test_what_differs_and_was_changed_here_is_told_as_nothing_that_changes(cast, client):
    taken(cast, LIST)
    rewritten(cast, "Aymara")

    imported = read(cast, LIST.replace(b"Spanish", b"Quechua"))

    assert said(imported)[0] == (2, "known", [["kept_ours", ""]])
    assert "was changed here since" in report(client, cast, imported, "known")


def test_what_changes_besides_is_told_with_it(cast):
    taken(cast, LIST)
    rewritten(cast, "Aymara")

    assert said(read(cast, NEWS))[0] == (2, "changed", [["kept_ours", ""]])


def test_a_list_that_tells_less_than_before_changes_nothing(cast):
    taken(cast, LIST)

    assert verdicts(read(cast, LIST.replace(b"rosa@example.org", b""))) == {"known": 3}


def test_the_tab_of_changes_asks_as_much_for_one_as_for_twenty(cast, client):
    head, asked = "Name,Language,Record number\n", []
    for many in (1, 20):
        people = [f"Person {chr(65 + number)}ux" for number in range(many)]
        for words in ("Spanish", "Quechua"):
            rows = "".join(f"{name} {many},{words},{many}-{name}\n" for name in people)
            imported = read(cast, (head + rows).encode())
            imported = take(imported) if words == "Spanish" else imported
        report(client, cast, imported, "changed")
        with CaptureQueriesContext(connection) as counted:
            report(client, cast, imported, "changed")
        asked.append(len(counted))

    assert len(set(asked)) == 1


# Nobody comes twice


def test_a_list_that_was_read_twice_and_taken_over_twice_doubles_nobody(cast, client):
    one, other = read(cast, LIST), read(cast, LIST)
    assert verdicts(other) == {"new": 3}

    take(one)
    take(other)

    assert len(names(cast.sam)) == 3
    assert verdicts(other) == {"known": 3}
    assert set(Record.objects.filter(of=other).values_list("person", flat=True)) == set(
        Person.objects.filter(made_by=cast.sam).values_list("pk", flat=True)
    )
    client.enter(cast.sam)
    assert (
        "3 people of the file were here already"
        in client.get(reverse("exchange:import_show", args=[other.pk])).content.decode()
    )


def test_a_colleague_who_takes_the_same_list_over_later_doubles_nobody(cast):
    one, other = read(cast, LIST), read(cast, LIST, by=cast.iris)

    take(one)
    take(other)

    assert Person.objects.filter(made_by__in=[cast.sam, cast.iris]).count() == 3


TWO = b"Name,DOB,Phone\nRosa Qispe,1984-05-17,804 555 0902\nRosa Quispee,1984-05-17,804 555 0903\n"


def test_lines_that_are_one_go_to_whoever_came_with_one_of_them_meanwhile(cast):
    imported, other = read(cast, TWO), read(cast, TWO.partition(b"Rosa Quispee")[0])
    [pair] = Alike.objects.filter(of=imported)
    actions.decide(alike=[pair], answer=AlikeAnswer.SAME, by=cast.sam, at=timezone.now())
    take(other)

    take(imported)

    [rosa] = Person.objects.filter(made_by=cast.sam)
    assert set(ContactPoint.objects.filter(person=rosa).values_list("value", flat=True)) == {"804 555 0902", "804 555 0903"}
    assert names(cast.sam) == ["Rosa Qispe"]


def test_a_list_read_while_the_same_people_are_taken_back_loses_nobody(cast):
    one = actions.begin_taking_over(imported=read(cast, LIST), by=cast.sam, at=timezone.now())
    actions.take_some(imported=one, at_once=10, at=timezone.now())
    actions.call_off(imported=one, by=cast.sam, at=timezone.now())
    other = read(cast, LIST)

    go_on(one)

    assert queries.import_of(one.pk).stage_name == StageName.CALLED_OFF
    assert verdicts(other) == {"new": 3}
    take(other)
    assert len(names(cast.sam)) == 3


def test_a_list_read_while_an_import_is_undone_loses_nobody(cast):
    one = taken(cast, LIST)
    actions.begin_undoing(imported=one, by=cast.sam, at=timezone.now())
    while queries.import_of(one.pk).cursor.partition(":")[0] in ("weigh", "hide"):
        actions.take_back_some(imported=one, at_once=10, at=timezone.now())
    other = read(cast, LIST)

    go_on(one)
    take(other)

    assert len(names(cast.sam)) == 3


def test_somebody_whose_record_goes_on_as_another_does_not_come_again(cast):
    taken(cast, LIST)
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    join(one=cast.marcus, other=rosa, by=again(cast.sam), at=timezone.now())
    people = Person.objects.count()

    imported = taken(cast, LIST)

    assert (verdicts(imported), Person.objects.count()) == ({"known": 3}, people)
    assert Record.objects.get(of=imported, number=1).person == cast.marcus
    assert verdicts(taken(cast, LIST, by=cast.iris)) == {"known": 3}
    assert Person.objects.count() == people


def test_what_is_told_anew_of_them_goes_to_the_record_that_goes_on_and_back(cast):
    taken(cast, LIST)
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    join(one=cast.marcus, other=rosa, by=again(cast.sam), at=timezone.now())

    imported = taken(cast, NEWS)

    assert verdicts(imported) == {"changed": 1, "known": 2}
    assert ContactPoint.objects.filter(person=cast.marcus, value="rosa.q@example.org").exists()
    assert verdicts(read(cast, NEWS)) == {"known": 3}
    go_on(actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now()))
    assert not ContactPoint.objects.filter(value="rosa.q@example.org").exists()
    assert verdicts(read(cast, NEWS)) == {"changed": 1, "known": 2}


# What the record says, and what is asked


def one_with_marcus(cast, content):
    imported = read(cast, content)
    actions.decide(alike=Alike.objects.filter(of=imported), answer=AlikeAnswer.SAME, by=cast.sam, at=timezone.now())
    return take(imported)


def test_whoever_only_got_hopes_has_a_line_in_their_record(cast):
    goal = {"resourceType": "Goal", "lifecycleStatus": "active", "subject": {"reference": "Patient/m"}}
    patient = {"resourceType": "Patient", "id": "m", "name": [{"text": "Marcus"}]}

    one_with_marcus(cast, bundle(patient, goal | {"description": {"text": "Walk to the river"}}))

    [line] = Entry.objects.filter(verb="brought.came")
    assert (line.person_id, line.by_id, line.detail) == (cast.marcus.pk, cast.sam.pk, "file")


def test_whoever_was_known_and_is_part_of_the_program_now_has_a_line_in_their_record(cast):
    """Marcus is known from the community program, and comes into another one with a list."""
    give_role(staff=cast.sam, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    imported = read(cast, b"Name\nMarcus\n", by=again(cast.sam), program=cast.bridge)
    actions.decide(alike=Alike.objects.filter(of=imported), answer=AlikeAnswer.SAME, by=cast.sam, at=timezone.now())

    take(imported)

    there = Enrolment.objects.get(person=cast.marcus, program=cast.bridge)
    [line] = Entry.objects.filter(verb="enrolment.begun", detail="file")
    assert (line.person_id, line.subject_id) == (cast.marcus.pk, there.pk)


def test_a_pair_nobody_can_answer_any_more_is_not_counted(cast):
    """Marcus asks that Sam never opens his record, after the list was read."""
    imported = read(cast, TWO.replace(b"\n", b"\nMarcus,,\n", 1))
    assert queries.undecided(imported) == 2

    block(cast, cast.marcus, cast.sam, by=cast.iris)

    assert queries.undecided(queries.import_of(imported.pk)) == 1


def test_nobody_writes_about_the_same_people_while_what_changed_is_written(cast):
    """On SQLite one writes at a time anyway."""
    taken(cast, LIST)
    imported = read(cast, NEWS)
    actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())

    with CaptureQueriesContext(connection) as asked:
        actions.complete(imported=imported, at=timezone.now())

    read_whole = [one["sql"] for one in asked if '"people_person"."speaks"' in one["sql"].partition(" FROM ")[0]]
    read_whole = [one for one in read_whole if one.startswith("SELECT")]
    assert read_whole
    if connection.vendor == "postgresql":
        assert all("FOR UPDATE" in one and "ORDER BY" in one for one in read_whole)
