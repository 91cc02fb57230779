"""An import as its page shows it: progress in real counts, and the report of the dry run."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from handrail.exchange import queries, rules
from handrail.exchange.columns import BY_NAME
from handrail.exchange.differences import Difference, born_words, differences_of
from handrail.exchange.models import Alike, Import, Record, RecordKind, StageName, Verdict
from handrail.exchange.readers.troubles import RECORD, REMARKS, sentence
from handrail.kit.paging import PER_PAGE, Page, page_of
from handrail.people.search.weighing import WORTH_ASKING

TABS: tuple[tuple[Verdict, str | Promise], ...] = (
    (Verdict.NEW, lazy("New")),
    (Verdict.ALIKE, lazy("Same person?")),
    (Verdict.CHANGED, lazy("Changed")),
    (Verdict.KNOWN, lazy("Here already")),
    (Verdict.NOT_TAKEN, lazy("Not taken")),
)
LEFT_OUT = {
    "Goal over": lazy("Goals that are over or empty"),
    "CarePlan over": lazy("Care plans that are over or empty"),
    "": lazy("Records that do not say what they are"),
    "Other": lazy("Other kinds"),
}


@dataclass
class Pair:
    """Somebody known, or somebody else of the file, beside a record."""

    alike: Alike
    name: str
    person_id: UUID | None
    born: str

    @property
    def by_number(self) -> bool:
        """Only their number at home is the same."""
        return self.alike.weight < WORTH_ASKING


@dataclass
class Row:
    """One person of the file, as the report tells."""

    record: Record
    name: str
    born: str
    where: str
    why: list[str] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)


@dataclass
class Report:
    """Whatever the page of an import needs."""

    imported: Import
    stage: StageName
    counts: dict[str, int] = field(default_factory=dict)
    tabs: list[tuple[str, str | Promise, int]] = field(default_factory=list)
    shown: str = ""
    page: Page[Record] | None = None
    rows: list[Row] = field(default_factory=list)
    people: list[UUID] = field(default_factory=list)
    """Who only stands in a list; held against a line of the file, somebody is read closely."""
    held_against: list[tuple[UUID, Any]] = field(default_factory=list)
    left_out: list[tuple[str, int]] = field(default_factory=list)
    undecided: int = 0
    taken: int = 0
    may_undo: bool = False
    why_not: str = ""

    @property
    def at_work(self) -> bool:
        """Whether the worker is at it."""
        return self.imported.is_at_work

    @property
    def doing(self) -> str:
        """What it does now, in words with real counts."""
        one = self.imported
        part = one.cursor.partition(":")[0]
        if self.stage == StageName.SENT:
            return _("Looking at the file …")
        if self.stage == StageName.AGREED and part == "":
            return ngettext("Reading: %(many)s record so far.", "Reading: %(many)s records so far.", one.read) % {
                "many": f"{one.read:,}"
            }
        if self.stage == StageName.AGREED and part != "compare":
            return _("Looking for who may be the same person …")
        if part in ("weigh", "hide"):
            return _("Looking for who somebody has worked with since …")
        return _("%(done)s of %(all)s") % {"done": f"{one.done:,}", "all": f"{one.to_do:,}"}

    @property
    def counts_up(self) -> bool:
        """Whether how much there is to do is known by now."""
        part = self.imported.cursor.partition(":")[0]
        reading = self.stage == StageName.AGREED and part != "compare"
        return self.stage != StageName.SENT and not reading and part not in ("weigh", "hide")

    @property
    def paged(self) -> str:
        """What stands before the number of a page."""
        return f"show={self.shown}&page"

    @property
    def number(self) -> int:
        """Which page of the people it is."""
        return (self.page.first - 1) // PER_PAGE + 1 if self.page and self.page.first else 1

    @property
    def here_already(self) -> int:
        """How many were here before, or came with another file meanwhile."""
        return self.counts.get(Verdict.KNOWN.value, 0)

    @property
    def to_take(self) -> int:
        """How many would come, or change."""
        return sum(self.counts.get(one, 0) for one in (Verdict.NEW.value, Verdict.ALIKE.value, Verdict.CHANGED.value))


def report_of(imported: Import, request: HttpRequest) -> Report:
    """What there is to tell now."""
    report = Report(imported, imported.stage_name)
    if report.stage in (StageName.READ, StageName.COMPLETE):
        report.counts = queries.counts_of(imported)
        report.undecided = queries.undecided(imported)
        report.left_out = left_out_of(imported)
    if report.stage == StageName.READ:
        _show_people(report, request)
    if report.stage == StageName.COMPLETE:
        report.taken = queries.people_taken(imported)
        report.may_undo = bool(rules.may_undo(imported, timezone.now()))
    if report.stage == StageName.GIVEN_UP:
        report.why_not = sentence(imported.why_not)
    return report


def left_out_of(imported: Import) -> list[tuple[str, int]]:
    """What was not taken, most of it first. FHIR's own words for it: they tell whoever sent the file what stayed there."""
    return sorted(
        ((str(LEFT_OUT.get(kind, kind)), many) for kind, many in imported.left_out.items()), key=lambda one: (-one[1], one[0])
    )


def _show_people(report: Report, request: HttpRequest) -> None:
    report.tabs = [
        (verdict.value, words, report.counts[verdict.value]) for verdict, words in TABS if report.counts[verdict.value]
    ]
    asked = request.GET.get("show", "")
    known = [name for name, _words, _many in report.tabs]
    report.shown = asked if asked in known else (known or [""])[0]
    if not report.shown:
        return
    wanted = queries.records_of(report.imported, report.shown) if report.shown != Verdict.NOT_TAKEN else None
    report.page = page_of(request, queries.not_taken(report.imported) if wanted is None else wanted)
    records: list[Any] = report.page.rows
    pairs = [] if wanted is None else [pair for record in records for pair in record.alike.all()]
    people = [one.person_id for one in [*records, *pairs] if one.person_id]
    now = timezone.now()
    seen = queries.seen_by(request.staff, people, now)  # type: ignore[attr-defined]
    report.rows = [_row(record, wanted is not None, seen) for record in records]
    report.held_against = [(pair.person_id, pair.alike) for row in report.rows for pair in row.pairs if pair.person_id]
    if report.shown == Verdict.CHANGED:
        _show_differences(report, [record for record in records if record.person_id in seen], now)
    report.people = sorted(seen - {person for person, _what in report.held_against})


def _show_differences(report: Report, records: list[Record], at: datetime) -> None:
    found = differences_of(report.imported, records, at)
    for row in report.rows:
        if news := found.get(row.record.pk):
            row.differences = news.differences
            report.held_against.append((news.person_id, news.origin))


def _row(record: Record, with_pairs: bool, seen: set[UUID]) -> Row:
    facts = record.told
    remarks = [str(REMARKS[one]) for one in facts.get("remarks", []) if one in REMARKS]
    row = Row(record, facts.get("chosen_name", ""), born_words(facts), where_of(record), [*reasons_of(record), *remarks])
    for alike in record.alike.all() if with_pairs else ():
        if alike.person_id and alike.person and alike.person_id in seen:
            own = vars(alike.person)
            row.pairs.append(Pair(alike, alike.person.chosen_name, alike.person_id, born_words(own)))
        elif alike.other:
            other = alike.other.told
            row.pairs.append(
                Pair(alike, other.get("chosen_name", ""), None, f"{born_words(other)} · {where_of(alike.other)}".strip(" ·"))
            )
    return row


def where_of(record: Record) -> str:
    """Where in the file it stands; and what it is, if it is nobody."""
    if record.document:
        where = _("File %(document)s, record %(line)s") % {"document": record.document, "line": record.line}
    else:
        where = _("Line %(line)s") % {"line": record.line}
    return where if record.kind == RecordKind.PERSON else f"{RecordKind(record.kind).label} · {where}"


def reasons_of(record: Record) -> list[str]:
    """Why, in sentences; the column before it where there is one."""
    said = []
    for why, column in record.reasons:
        words = str(RECORD.get(why) or REMARKS.get(why) or RECORD["shape"])
        meaning = BY_NAME.get(column)
        said.append(f"{meaning.words}: {words}" if meaning else words)
    return said
