"""The record shows every change to it, whoever made it and whatever they covered up."""

from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from handrail.audit import chain, keeping
from handrail.audit.models import Entry, Head
from handrail.kit.ids import new_id
from handrail.people import actions


@pytest.fixture
def lines(cast):
    """A record with some life in it. Returns its entries by number."""
    for _time in range(5):
        actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())
    return {entry.seq: entry for entry in Entry.objects.filter(agency_id=cast.agency.pk)}


def without_triggers(statement: str, values: list) -> None:
    """What somebody with full power over the database does: triggers off, statement, triggers back on."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
            cursor.execute(statement, values)
            cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(statement, values)
        for _name, sql in triggers:
            cursor.execute(sql)


def test_an_untouched_record_proves_itself(cast, lines):
    verdict = chain.verify(cast.agency.pk)

    assert verdict
    assert verdict.lines == max(lines)


@pytest.mark.parametrize("verb", ["UPDATE audit_entry SET verb = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_or_delete_a_line(cast, lines, verb):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(verb)

    assert chain.verify(cast.agency.pk)


def test_a_changed_line_is_found(cast, lines):
    without_triggers("UPDATE audit_entry SET detail = 'x' WHERE id = %s", [lines[3].pk])

    assert chain.verify(cast.agency.pk).wrong == ["Line 3 is not the line that was written."]


def test_a_changed_list_of_people_shown_is_found(cast, lines):
    without_triggers("UPDATE audit_entry SET shown = %s WHERE id = %s", [b"\x00" * 16, lines[2].pk])

    assert chain.verify(cast.agency.pk).wrong == ["Line 2 is not the line that was written."]


def test_a_deleted_line_is_found(cast, lines):
    without_triggers("DELETE FROM audit_entry WHERE id = %s", [lines[4].pk])

    assert chain.verify(cast.agency.pk).wrong == ["Line 4 is missing or out of order."]


def test_an_inserted_line_is_found(cast, lines):
    forged = lines[2]
    forged.pk, forged.seq = new_id(), max(lines) + 1
    Entry.objects.bulk_create([forged])

    assert chain.verify(cast.agency.pk).wrong == [f"The record ends at line {max(lines) + 1}, but its head says {max(lines)}."]


def test_a_line_added_while_the_record_is_proved_is_no_change_of_it(cast, lines, monkeypatch):
    in_order = chain._lines_in_order

    def meanwhile(agency_id, up_to):
        actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())
        return in_order(agency_id, up_to)

    monkeypatch.setattr(chain, "_lines_in_order", meanwhile)

    assert chain.verify(cast.agency.pk).wrong == []


def test_replacing_a_line_is_refused_like_changing_it(cast, lines, on_postgresql):
    if on_postgresql:
        pytest.skip("REPLACE is SQLite's own word")
    row = Entry.objects.filter(pk=lines[2].pk)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO audit_entry SELECT id, agency_id, seq, at, by_id, 'nothing.happened', person_id, subject_id,"
            " shown, detail, seal FROM audit_entry WHERE id = %s",
            [lines[2].pk],
        )

    assert row.get().verb == lines[2].verb


def test_two_lines_that_changed_places_are_found(cast, lines):
    for entry, seq in ((lines[3], -1), (lines[4], 3), (lines[3], 4)):
        without_triggers("UPDATE audit_entry SET seq = %s WHERE id = %s", [seq, entry.pk])

    assert chain.verify(cast.agency.pk).wrong == ["Line 3 is not the line that was written."]


def cut_tail(cast, lines, after: int) -> None:
    """Cut the end off and set the head row back, as if those lines had never been."""
    without_triggers("DELETE FROM audit_entry WHERE seq > %s", [after])
    Head.objects.filter(pk=cast.agency.pk).update(seq=after, seal=lines[after].seal)


def test_a_cut_tail_is_found_by_the_head_row(cast, lines):
    without_triggers("DELETE FROM audit_entry WHERE seq > %s", [max(lines) - 2])

    assert not chain.verify(cast.agency.pk)


def test_a_cut_tail_with_the_head_row_set_back_is_found_by_the_head_kept_outside(cast, lines, tmp_path):
    keeping.keep_heads(tmp_path)
    cut_tail(cast, lines, max(lines) - 2)

    assert chain.verify(cast.agency.pk), "inside the database nothing shows"
    outside = keeping.kept_heads(tmp_path)[cast.agency.pk]
    assert chain.verify(cast.agency.pk, outside).wrong == [
        f"The record ends at line {max(lines) - 2}, but line {max(lines)} was kept outside the database."
    ]


def test_a_record_rewritten_with_the_true_key_is_found_by_the_head_kept_outside(cast, lines, tmp_path):
    keeping.keep_heads(tmp_path)
    cut_tail(cast, lines, max(lines) - 1)
    actions.correct_person(person=cast.marcus, by=cast.noor, at=timezone.now())

    outside = keeping.kept_heads(tmp_path)[cast.agency.pk]
    assert chain.verify(cast.agency.pk)
    assert not chain.verify(cast.agency.pk, outside)


def test_without_the_key_nobody_can_seal_a_line(cast, lines, settings):
    settings.HANDRAIL_AUDIT_KEY = b"another key".ljust(32)

    assert not chain.verify(cast.agency.pk)


def test_a_line_told_in_another_time_zone_proves_itself_too(cast):
    at = timezone.now().astimezone(ZoneInfo("Asia/Kathmandu"))
    actions.correct_person(person=cast.marcus, by=cast.dana, at=at)

    assert chain.verify(cast.agency.pk)


def test_heads_are_kept_once_a_change_and_torn_lines_are_left_out(cast, lines, tmp_path):
    assert keeping.keep_heads(tmp_path) == 2  # both agencies
    assert keeping.keep_heads(tmp_path) == 0
    actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())
    assert keeping.keep_heads(tmp_path) == 1

    [file] = tmp_path.iterdir()
    file.write_text(file.read_text() + '{"agency": "torn')
    assert [seq for seq, _seal in keeping.kept_heads(tmp_path)[cast.agency.pk]] == [max(lines), max(lines) + 1]
