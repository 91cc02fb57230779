"""`handrail audit verify`: the record proves true, or says where it does not. Whoever tampers here owns the whole database."""

import pytest

from tests.commands.installed import KEEP

GO_ON = """
from datetime import UTC, datetime
from django.db import transaction
from handrail.accounts.queries import agency_ids
from handrail.audit.chain import Line, append
with transaction.atomic():
    append([Line(agency_ids()[0], "person.opened", datetime.now(UTC)) for _number in range(5)])
"""
FIRST = "(SELECT min(agency_id) FROM audit_head)"


def tamper(home, *statements):
    with home.opened() as connection:
        for trigger in ("audit_entry_never_update", "audit_entry_never_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement.replace("FIRST", FIRST))


CHANGED = ["UPDATE audit_entry SET person_id = NULL, detail = 'nobody' WHERE agency_id = FIRST AND seq = 7"]
DELETED = ["DELETE FROM audit_entry WHERE agency_id = FIRST AND seq = 7"]
DELETED_AND_CLOSED = [*DELETED, "UPDATE audit_entry SET seq = seq - 1 WHERE agency_id = FIRST AND seq > 7"]
INSERTED = [
    "DROP INDEX IF EXISTS audit_entry_one_line_a_number",
    "UPDATE audit_entry SET seq = -seq - 1 WHERE agency_id = FIRST AND seq > 7",
    "UPDATE audit_entry SET seq = -seq WHERE seq < 0",
    "INSERT INTO audit_entry (id, agency_id, seq, at, verb, shown, detail, seal) "
    "SELECT randomblob(16), agency_id, 8, at, verb, shown, detail, seal FROM audit_entry "
    "WHERE agency_id = FIRST AND seq = 7",
]
REORDERED = [
    "UPDATE audit_entry SET seq = 1000 WHERE agency_id = FIRST AND seq = 7",
    "UPDATE audit_entry SET seq = 7 WHERE agency_id = FIRST AND seq = 8",
    "UPDATE audit_entry SET seq = 8 WHERE agency_id = FIRST AND seq = 1000",
]
CUT = [
    "DELETE FROM audit_entry WHERE agency_id = FIRST AND seq > 20",
    "UPDATE audit_head SET seq = 20, seal = (SELECT seal FROM audit_entry WHERE agency_id = FIRST AND seq = 20) "
    "WHERE agency_id = FIRST",
]
EMPTIED = ["DELETE FROM audit_entry WHERE agency_id = FIRST", "DELETE FROM audit_head WHERE agency_id = FIRST"]


def test_audit_verify_proves_an_untouched_record(home):
    said = home.run("audit", "verify")

    assert said.count("25 lines, all as they were written (1 kept heads agree)") == 2


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (CHANGED, "Line 7 is not the line that was written"),
        (DELETED, "Line 7 is missing"),
        (DELETED_AND_CLOSED, "Line 7 is not the line that was written"),
        (INSERTED, "Line 8 is not the line that was written"),
        (REORDERED, "Line 7 is not the line that was written"),
        (CUT, "ends at line 20, but line 25 was kept outside the database"),
        (EMPTIED, "ends at line 0, but line 25 was kept outside the database"),
    ],
    ids=["changed", "deleted", "deleted and closed up", "inserted", "reordered", "cut off with its head set back", "emptied"],
)
def test_audit_verify_finds_tampering(home, statements, found):
    tamper(home, *statements)

    said = home.run("audit", "verify", expect=1)

    assert found in said
    assert said.count("✓") == 1  # the other agency's record
    assert "keep the whole folder" in said


def test_audit_verify_finds_a_cut_that_was_written_over_and_kept_again(home):
    tamper(home, *CUT)
    home.inside(GO_ON + KEEP)  # back to 25 lines, the last five of them others, and properly sealed

    assert "not the one that was kept outside" in home.run("audit", "verify", expect=1)


def test_audit_verify_takes_heads_from_backups_and_from_another_place(home, recovery_key, tmp_path):
    home.run("backup", "--recipient", recovery_key[1])
    elsewhere = tmp_path / "elsewhere"
    (home.path / "heads").rename(elsewhere)
    tamper(home, *CUT)

    assert "line 25 was kept" in home.run("audit", "verify", expect=1)
    (home.path / "backups" / "backups.jsonl").unlink()
    # Nothing is left to compare with: that is no proof, and why heads belong in another place, too.
    assert home.run("audit", "verify", expect=1).count("No end of this record is kept outside the database") == 2
    assert "line 25 was kept" in home.run("audit", "verify", "--heads", elsewhere, expect=1)


def test_heads_survive_a_line_torn_by_a_power_cut(home):
    (kept,) = (home.path / "heads").iterdir()
    with open(kept, "a") as file:
        file.write('{"agency": "01a2')

    home.inside(GO_ON + KEEP)

    assert "30 lines, all as they were written (2 kept heads agree)" in home.run("audit", "verify")
