"""People brought along in a list: read, taken over unseen, seen at once, undone."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from handrail.audit import chain
from handrail.audit.models import Entry
from handrail.exchange import actions, queries
from handrail.exchange.models import Alike, AlikeAnswer, Brought, Clue, Import, Origin, Piece, Record, StageName
from handrail.exchange.rules import may_undo
from handrail.people import queries as people
from handrail.people.actions import add_point, correct_person
from handrail.people.models import ContactPoint, Enrolment, Person, SamePerson, SearchKey, Supporter
from handrail.people.queries import found, named_exactly
from tests.exchange.bringing import go_on, read, said, sent, taken, verdicts
from tests.people.reading import again

LIST = """Name,Legal name,Date of birth,Phone,Email,Address,Language,Emergency contact,Relationship,Record number
Rosa Quispe,Rosa María Quispe Huamán,1984-05-17,804 555 0142,rosa@example.org,"12 Mill St, Apt 3",Spanish,Luz Quispe,mother,A-1
Tomasz Łuk,,1990,,,,,,,A-2
D’Andre O’Neil,,05/28/1979,(804) 555-0177,,,,,,A-3
""".encode()


def names(staff) -> list[str]:
    return [person.chosen_name for person in people.nobody_walks_with_yet(again(staff), timezone.now())]


def test_a_list_is_read_and_changes_nobody(cast):
    before = Person.objects.count()

    imported = read(cast, LIST)

    assert verdicts(imported) == {"new": 3}
    assert Person.objects.count() == before
    assert Clue.objects.count() == 0


def test_people_of_a_list_are_there_with_all_it_tells(cast):
    taken(cast, LIST)

    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    assert (rosa.legal_name, rosa.born_on, rosa.speaks) == ("Rosa María Quispe Huamán", date(1984, 5, 17), "Spanish")
    points = ContactPoint.objects.filter(person=rosa).order_by("kind").values_list("kind", "value", "may_call")
    assert list(points) == [
        ("email", "rosa@example.org", False),
        ("phone", "804 555 0142", False),
        ("place", "12 Mill St, Apt 3", False),
    ]
    assert list(Supporter.objects.filter(person=rosa).values_list("name", "relation", "may_know")) == [
        ("Luz Quispe", "family", "nothing")
    ]
    assert Person.objects.get(chosen_name="Tomasz Łuk").born_year == 1990
    assert Person.objects.get(chosen_name="D’Andre O’Neil").born_on == date(1979, 5, 28)


def test_whoever_came_stands_under_nobody_walks_with_them_yet(cast):
    taken(cast, LIST)

    assert names(cast.sam) == ["D’Andre O’Neil", "Rosa Quispe", "Tomasz Łuk"]
    assert [person.chosen_name for person, _why in found(again(cast.sam), "quipse", timezone.now(), 5)] == ["Rosa Quispe"]
    assert found(again(cast.dana), "quispe", timezone.now(), 5) == []


def test_each_has_a_line_of_the_record_and_the_record_proves_itself(cast):
    taken(cast, LIST)

    lines = Entry.objects.filter(verb="person.added", detail="file")
    assert set(lines.values_list("person_id", flat=True)) == set(
        Person.objects.filter(made_by=cast.sam).values_list("pk", flat=True)
    )
    assert chain.verify(cast.agency.pk).wrong == []


def hidden(cast, until) -> None:
    """While an import goes on, nobody of it is anywhere."""
    sam = again(cast.sam)
    now = timezone.now()
    assert names(sam) == []
    assert found(sam, "quispe", now, 5) == []
    assert named_exactly(again(cast.dana), "Rosa Quispe", date(1984, 5, 17)) == []
    assert not Person.objects.visible_to(sam).filter(chosen_name="Rosa Quispe").exists()
    assert not ContactPoint.objects.all().visible_to(sam).filter(value="rosa@example.org").exists()
    assert not SearchKey.objects.all().visible_to(sam).filter(key="quispe").exists()


def test_nobody_sees_anybody_before_all_are_there(cast):
    imported = read(cast, LIST)
    imported = actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())

    for number in range(3):
        assert actions.take_some(imported=imported, at_once=1, at=timezone.now()) == 1
        assert Person.objects.filter(made_by=cast.sam).count() == number + 1
        hidden(cast, imported)
    actions.complete(imported=imported, at=timezone.now())

    assert len(names(cast.sam)) == 3


def test_all_of_them_are_seen_from_one_moment(cast):
    taken(cast, LIST)

    assert len(set(Enrolment.objects.filter(enrolled_by=cast.sam).values_list("from_at", flat=True))) == 1


def test_the_same_list_again_changes_nothing(cast):
    taken(cast, LIST)
    before = list(Person.objects.order_by("pk").values()), list(ContactPoint.objects.order_by("pk").values())

    imported = taken(cast, LIST)

    assert verdicts(imported) == {"known": 3}
    assert (list(Person.objects.order_by("pk").values()), list(ContactPoint.objects.order_by("pk").values())) == before


def test_what_changed_in_the_list_changes_here(cast):
    taken(cast, LIST)

    imported = taken(cast, LIST.replace(b"rosa@example.org", b"rosa.q@example.org").replace(b"Spanish", b"Quechua"))

    assert verdicts(imported) == {"changed": 1, "known": 2}
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    assert rosa.speaks == "Quechua"
    assert set(ContactPoint.objects.filter(person=rosa, kind="email").values_list("value", flat=True)) == {
        "rosa@example.org",
        "rosa.q@example.org",
    }


def test_what_somebody_wrote_here_since_is_never_overwritten(cast):
    taken(cast, LIST)
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    rosa.speaks = "Aymara"
    correct_person(person=rosa, by=cast.sam, at=timezone.now(), fields=("speaks",), part="language")

    taken(cast, LIST.replace(b"Spanish", b"Quechua"))

    rosa.refresh_from_db()
    assert rosa.speaks == "Aymara"


def test_undoing_leaves_no_trace_but_the_lines_of_the_record(cast):
    def rows():
        tables = (Person, ContactPoint, Supporter, Enrolment, SearchKey, SamePerson, Brought, Origin)
        return [list(model.objects.order_by("pk").values()) for model in tables]

    before = rows()
    imported = taken(cast, LIST)
    lines = Entry.objects.count()
    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    imported = go_on(imported)

    assert imported.stage_name == StageName.UNDONE
    assert rows() == before
    assert Piece.objects.count() == Record.objects.count() == 0
    assert Entry.objects.count() > lines
    assert chain.verify(cast.agency.pk).wrong == []


def test_whoever_somebody_worked_with_stays_when_it_is_undone(cast):
    imported = taken(cast, LIST)
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    point = ContactPoint(person=rosa, program=cast.community, value="804 555 0001")
    add_point(fact=point, by=cast.sam, at=timezone.now())

    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    imported = go_on(imported)

    assert names(cast.sam) == ["Rosa Quispe"]
    assert imported.stayed == 1


def test_undoing_puts_back_what_the_list_changed(cast):
    taken(cast, LIST)
    before = list(Person.objects.order_by("pk").values()), list(ContactPoint.objects.order_by("pk").values())
    imported = taken(cast, LIST.replace(b"rosa@example.org", b"rosa.q@example.org").replace(b"Spanish", b"Quechua"))

    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    go_on(imported)

    assert (list(Person.objects.order_by("pk").values()), list(ContactPoint.objects.order_by("pk").values())) == before
    assert verdicts(read(cast, LIST)) == {"known": 3}


def test_calling_off_in_the_middle_leaves_nobody(cast):
    imported = read(cast, LIST)
    imported = actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())
    actions.take_some(imported=imported, at_once=2, at=timezone.now())

    actions.call_off(imported=imported, by=cast.sam, at=timezone.now())
    imported = go_on(imported)

    assert imported.stage_name == StageName.CALLED_OFF
    assert not Person.objects.filter(made_by=cast.sam).exists()


def test_two_imports_into_one_program_take_turns(cast):
    one, other = read(cast, LIST), read(cast, LIST)
    actions.begin_taking_over(imported=one, by=cast.sam, at=timezone.now())

    with pytest.raises(actions.AnotherGoesOn):
        actions.begin_taking_over(imported=other, by=cast.sam, at=timezone.now())


def test_somebody_alike_is_asked_about_and_told_apart(cast):
    taken(cast, LIST)
    imported = read(cast, b"Name,DOB\nRosa Qispe,1984-05-17\n")
    alike = Alike.objects.get(of=imported)
    assert verdicts(imported) == {"alike": 1}
    assert alike.person.chosen_name == "Rosa Quispe"

    actions.decide(alike=[alike], answer=AlikeAnswer.DIFFERENT, by=cast.sam, at=timezone.now())
    go_on(actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))

    assert names(cast.sam) == ["D’Andre O’Neil", "Rosa Qispe", "Rosa Quispe", "Tomasz Łuk"]
    assert SamePerson.objects.count() == 1


def test_somebody_who_is_the_same_gets_what_was_not_known_and_keeps_what_was(cast):
    taken(cast, LIST)
    imported = read(cast, b"Name,DOB,Phone,Pronouns\nRosa Qispe,1984-05-17,804 555 0999,she/her\n")

    actions.decide(alike=Alike.objects.filter(of=imported), answer=AlikeAnswer.SAME, by=cast.sam, at=timezone.now())
    imported = go_on(actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))

    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    assert (rosa.pronouns, rosa.legal_name) == ("she/her", "Rosa María Quispe Huamán")
    assert ContactPoint.objects.filter(person=rosa, value="804 555 0999").exists()
    assert len(names(cast.sam)) == 3
    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    go_on(imported)
    rosa.refresh_from_db()
    assert rosa.pronouns == ""
    assert not ContactPoint.objects.filter(value="804 555 0999").exists()


def test_nobody_is_compared_whom_the_one_who_brings_it_does_not_look_after(cast):
    """Ana walks with Noor, whom Sam does not supervise."""
    imported = read(cast, b"Name\nAna\nMarcus\n")

    assert [(line, verdict) for line, verdict, _why in said(imported)] == [(2, "new"), (3, "alike")]


def test_an_import_is_undone_for_a_day(cast):
    imported = taken(cast, LIST)
    came = imported.stage.at

    assert may_undo(imported, came + timedelta(hours=24))
    assert not may_undo(imported, came + timedelta(hours=24, seconds=1))


def test_nothing_of_a_file_is_kept_in_plain_text(cast):
    imported = sent(cast, LIST)

    pieces = [bytes(piece.sealed) for piece in Piece.objects.filter(file=imported.file)]
    assert pieces and all(b"Quispe" not in sealed and b"1984" not in sealed for sealed in pieces)
    imported = read(cast, LIST)
    with connection.cursor() as cursor:
        kept = [
            str(row) for table in ("record", "import") for row in cursor.execute(f"SELECT * FROM exchange_{table}").fetchall()
        ]
    assert len(kept) == 5
    assert all("Quispe" not in row and "1984" not in row and "0142" not in row for row in kept)


def test_only_who_brought_it_sees_the_import(cast):
    imported = read(cast, LIST)

    assert list(Import.objects.visible_to(again(cast.sam))) == [imported]
    for staff in (cast.iris, cast.dana, cast.alex, cast.joan, cast.ray):
        assert not Import.objects.visible_to(again(staff)).exists()
    assert queries.seen_by(again(cast.dana), [cast.ana.pk, cast.marcus.pk], timezone.now()) == {cast.marcus.pk}
