"""Reads of imports, shared by pages and the command."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import Length

from handrail.accounts.models import Program, Staff
from handrail.exchange.models import Alike, Brought, Import, Piece, Record, RecordKind, Stage, StageName, Verdict
from handrail.exchange.models.importing import ImportQuerySet
from handrail.kit.questions import written_once
from handrail.kit.whether import none_without
from handrail.people.models import Person


def with_stages() -> ImportQuerySet:
    """Imports with how far they came."""
    stages = Stage.objects.select_related("by").order_by("at", "id")
    return Import.objects.prefetch_related(Prefetch("stages", queryset=stages)).select_related("program", "by")


def begun_by(staff: Staff) -> QuerySet[Import]:
    """One's own imports, the latest first."""
    return with_stages().visible_to(staff).begun_by(staff).order_by("-at", "-id")


def begun_by_others(staff: Staff) -> QuerySet[Import]:
    """Imports of others into one's programs that stand in the way, or can still be undone."""
    return with_stages().visible_to(staff).exclude(by=staff).order_by("-at", "-id")


def import_of(pk: UUID) -> Import:
    """The import as it is now."""
    return with_stages().get(pk=pk)


def stage_of(pk: UUID) -> StageName:
    """How far it has come now, without the rest of it."""
    last = Stage.objects.filter(of=pk).order_by("-at", "-id").values_list("stage", flat=True)
    return StageName(last[:1].get())


def counts_of(imported: Import) -> dict[str, int]:
    """How many people of a file are new, changed, here already, alike; and how much of whatever kind is not taken."""
    counted = dict.fromkeys((verdict.value for verdict in Verdict), 0)
    by_kind = Record.objects.filter(of=imported).values_list("kind", "verdict").annotate(many=Count("pk")).order_by()
    for kind, verdict, many in by_kind:
        if verdict and (kind == RecordKind.PERSON or verdict == Verdict.NOT_TAKEN):
            counted[verdict] += many
    return counted


def people_taken(imported: Import) -> int:
    """How many people came with it."""
    return Record.objects.filter(of=imported, kind=RecordKind.PERSON, was_taken=True).count()


def records_of(imported: Import, verdict: str) -> QuerySet[Record]:
    """The people of a file about whom this was said, in the order of the file."""
    pairs = Alike.objects.select_related("person", "other").order_by("-weight", "id")
    people = Record.objects.filter(of=imported, kind=RecordKind.PERSON, verdict=verdict)
    return people.prefetch_related(Prefetch("alike", queryset=pairs)).select_related("person").order_by("number")


def alike_of(imported: Import) -> QuerySet[Alike]:
    """The pairs of one import."""
    return Alike.objects.filter(of=imported).select_related("of")


def not_taken(imported: Import) -> QuerySet[Record]:
    """Everything that cannot be taken, of every kind."""
    return Record.objects.filter(of=imported, verdict=Verdict.NOT_TAKEN).order_by("number")


def undecided(imported: Import) -> int:
    """About how many pairs nobody has said yet whether they are one; of those that whoever brought the file can answer."""
    pairs = Alike.objects.filter(of=imported, answer="", record__verdict=Verdict.ALIKE)
    return pairs.visible_to(imported.by).count()


def seen_by(staff: Staff, people: Iterable[UUID], at: datetime) -> set[UUID]:
    """Those of these people whom this staff member reaches now."""
    return set(Person.objects.visible_to(staff, at).filter(pk__in=list(people)).values_list("pk", flat=True))


def bytes_waiting(staff: Staff) -> tuple[int, int]:
    """How many bytes of files are kept: of those one sent, and of all of the agency. What a command reads is not kept."""
    kept = Piece.objects.filter(agency=staff.agency_id)
    found = kept.aggregate(own=Sum(Length("sealed"), filter=Q(by=staff)), of_all=Sum(Length("sealed")))
    return found["own"] or 0, found["of_all"] or 0


def brought_along(person: Person, programs: Iterable[Program]) -> QuerySet[Brought]:
    """What came along with somebody and waits for a word, in the programs one reaches them through."""
    return Brought.objects.waiting().filter(person=person, program__in=list(programs))


@none_without(Brought)
@written_once
def first_brought_along(person: Person, programs: list[Program], most: int) -> QuerySet[Brought]:
    """The first of it, for the person's page."""
    return brought_along(person, programs).order_by("kind", "at", "id")[:most]
