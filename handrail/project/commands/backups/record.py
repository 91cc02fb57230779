"""Proving the audit chains: of the running database, and of a copy of it."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from handrail.project.commands.backups.facts import Kept
from handrail.project.commands.trouble import Trouble

T = TypeVar("T")


@dataclass
class Proof:
    """What was found for one agency."""

    agency_id: UUID
    name: str
    lines: int
    wrong: list[str] = field(default_factory=list)


def prove(kept: Kept) -> list[Proof]:
    """Every agency's chain against its seals, its head row and the heads kept outside.

    An agency whose head row was taken away is still known by the heads kept outside, and by its lines on SQLite.
    """
    from handrail.accounts.queries import agency_ids
    from handrail.kit.tenancy import as_agency

    proofs = []
    for agency_id in sorted({*agency_ids(), *kept, *_agencies_with_lines()}):
        with as_agency(agency_id):
            proofs.append(_prove_one(agency_id, kept.get(agency_id, [])))
    return proofs


def _prove_one(agency_id: UUID, kept: list[tuple[int, bytes]]) -> Proof:
    from handrail.accounts.models import Agency
    from handrail.audit.chain import verify

    first: dict[int, bytes] = {}
    torn = sorted({seq for seq, seal in kept if first.setdefault(seq, seal) != seal})
    verdict = verify(agency_id, first.items())
    wrong = [str(words) for words in verdict.wrong]
    if torn:
        wrong.append(f"Line {torn[0]} was kept outside the database twice, with different seals.")
    name = Agency.objects.filter(pk=agency_id).values_list("name", flat=True).first()
    return Proof(agency_id, name or str(agency_id), verdict.lines, wrong)


def _agencies_with_lines() -> Iterable[UUID]:
    from django.db import connection

    from handrail.audit.models import Entry

    if connection.vendor == "postgresql":
        return []  # row-level security shows lines of one agency at a time
    return Entry.objects.order_by().values_list("agency_id", flat=True).distinct()


def refuse_a_broken_record(proofs: list[Proof], of: str) -> None:
    """A backup, or a restored database, whose record does not prove true is not called good."""
    broken = [proof for proof in proofs if proof.wrong]
    if broken:
        raise Trouble(
            f"The record of {broken[0].name} in {of} is not as it was written ({' '.join(broken[0].wrong)}): "
            "keep the folder as it is, run `handrail audit verify`, and see docs/running.md, 'When the record is wrong'."
        )


def on_copy(path: Path, do: Callable[[], T]) -> T:
    """Do something with the database in this file instead of the running one.

    In a thread of its own, whose connection is its own too: nobody else is ever pointed at the copy.
    """

    def there() -> T:
        from django.db import connection, connections

        connection.settings_dict = connection.settings_dict | {"NAME": str(path)}
        try:
            return do()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as other:
        return other.submit(there).result()
