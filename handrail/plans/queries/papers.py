"""Papers: their versions, who signed them, when they were looked at again, to whom they were presented."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Prefetch, Q, QuerySet, Subquery

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import written_once
from handrail.people.models import Enrolment, Person, Supporter, WalksWith
from handrail.people.models.person import EnrolmentQuerySet
from handrail.plans.models import Presentation, Review, Scan, Signature, SignedByMistake, Version
from handrail.plans.papers import Paper


def versions_of(paper: Paper) -> QuerySet[Version]:
    """Every version, the latest first, each with who signed it (`all_signatures`)."""
    return _with_signatures(Version.objects.filter(**paper.place)).order_by("-number")


def versions() -> QuerySet[Version]:
    """The same of whichever paper; each with whose it is."""
    return _with_signatures(Version.objects.select_related("person", "program"))


def _with_signatures(rows: QuerySet[Version]) -> QuerySet[Version]:
    everyone = Signature.objects.select_related("by", "mistake__by").order_by("at", "id")
    return rows.select_related("by").prefetch_related(Prefetch("signatures", queryset=everyone, to_attr="all_signatures"))


def latest_version(paper: Paper) -> Version | None:
    """The one with the highest number."""
    return versions_of(paper).first()


def latest_number(paper: Paper) -> int:
    """Its number, 0 when there is none."""
    return Version.objects.filter(**paper.place).aggregate(latest=Max("number"))["latest"] or 0


def signatures() -> QuerySet[Signature]:
    """Signatures, each with its version and, where it was one, its mistake."""
    return Signature.objects.select_related("version", "person", "program", "mistake")


def signature_sent_by(staff: Staff, key: UUID) -> Signature | None:
    """The signature somebody took under this key, as long as they reach it."""
    return signatures().visible_to(staff).filter(by=staff, pk=key).first()  # type: ignore[attr-defined,no-any-return]


def scans_of(paper: Paper) -> QuerySet[Scan]:
    """Scans that count, the latest first; not what is in them. `signed` are those that somebody's signature stands on."""
    signed = Signature.objects.filter(scan=OuterRef("pk")).exclude(
        Exists(SignedByMistake.objects.filter(signature=OuterRef("pk")))
    )
    scans = Scan.objects.standing().filter(**paper.place).annotate(signed=Exists(signed))
    return scans.defer("sealed").select_related("by").order_by("-at", "-id")


def scans_there() -> QuerySet[Scan]:
    """Scans that count, to be opened."""
    return Scan.objects.standing().select_related("person")


def scans() -> QuerySet[Scan]:
    """All of them, with whose they are; not what is in them."""
    return Scan.objects.defer("sealed").select_related("person", "program")


def scan_sent_by(staff: Staff, key: UUID) -> Scan | None:
    """The scan somebody brought under this key, as long as they reach it."""
    return Scan.objects.visible_to(staff).filter(by=staff, pk=key).first()


def reviews_of(paper: Paper) -> QuerySet[Review]:
    """When it was looked at again, the latest first."""
    return Review.objects.standing().filter(**paper.place).select_related("by").order_by("-on", "-at", "-id")


def presentations_of(paper: Paper) -> QuerySet[Presentation]:
    """To whom it was presented, the latest first."""
    rows = Presentation.objects.standing().filter(**paper.place)
    return rows.select_related("by", "supporter", "version").order_by("-on", "-at", "-id")


def reviews() -> QuerySet[Review]:
    """All of them, with whose they are."""
    return Review.objects.select_related("person", "program")


def presentations() -> QuerySet[Presentation]:
    """The same."""
    return Presentation.objects.select_related("person", "program")


def review_sent_by(staff: Staff, key: UUID) -> Review | None:
    """What somebody noted under this key, as long as they reach it."""
    return Review.objects.visible_to(staff).filter(by=staff, pk=key).first()


def presentation_sent_by(staff: Staff, key: UUID) -> Presentation | None:
    """The same."""
    return Presentation.objects.visible_to(staff).filter(by=staff, pk=key).first()


def peers_there(person: Person, program: Program, at: datetime) -> QuerySet[WalksWith]:
    """Who walks with the person in this program."""
    walks = WalksWith.objects.carried_at(at).filter(enrolment__person=person, enrolment__program=program)
    return walks.select_related("peer").order_by("from_at", "pk")


def supporters_there(person: Person, program: Program) -> QuerySet[Supporter]:
    """Those who stand by the person, as was told in this program."""
    return Supporter.objects.standing().filter(person=person, program=program).order_by("noted_at", "id")


# The clock


@written_once
def enrolled_with_days(person: Person, programs: list[Program], kind: str, at: datetime) -> QuerySet[Any, Any]:
    """Where the person is part of a program now, with `signed_at` and `looked_on` of this paper there."""
    running = Enrolment.objects.running_at(at).filter(person=person, program__in=programs)
    return _with_last_looks(running, kind).order_by("from_at", "pk")


class ToLookAt:
    """Enrolments of those this staff member looks after whose paper is due; counted, or read a slice at a time.

    Either nobody signed it or looked at it yet and they came before `first_by`; or it was neither signed nor looked at since
    `again_by`. Each with `signed_at` and `looked_on`, whichever there are.
    """

    def __init__(self, staff: Staff, kind: str, first_by: datetime | None, again_by: datetime | None, at: datetime) -> None:
        self.kind = kind
        self.keys = _keys_of_due(staff, kind, first_by, again_by, again_by.date() if again_by else None, at)

    def count(self) -> int:
        """How many they are."""
        return len(self.keys)

    def __getitem__(self, which: slice) -> list[Any]:
        keys = self.keys[which]
        return _with_days(keys, self.kind) if keys else []


@written_once
def _keys_of_due(*asked: Any) -> QuerySet[Any, UUID]:
    return due(*asked).order_by("from_at", "pk").values_list("pk", flat=True)


@written_once
def _with_days(keys: list[UUID], kind: str) -> QuerySet[Any, Any]:
    rows = Enrolment.objects.filter(pk__in=keys).select_related("person", "program")
    return _with_last_looks(rows, kind).order_by("from_at", "pk")


def _with_last_looks(rows: EnrolmentQuerySet, kind: str) -> QuerySet[Any, Any]:
    signed, looked = _last_looks(kind)
    days = {"signed_at": signed.order_by("-number").values("at")[:1], "looked_on": looked.order_by("-on").values("on")[:1]}
    return rows.annotate(**{name: Subquery(day) for name, day in days.items()})  # type: ignore[no-any-return]


def due(
    staff: Staff, kind: str, first_by: datetime | None, again_by: datetime | None, again_on: date | None, at: datetime
) -> EnrolmentQuerySet:
    """Those of `ToLookAt`, as a question."""
    signed, looked = _last_looks(kind)
    due = Q(pk__in=[])
    if first_by:
        due |= Q(~Exists(signed), ~Exists(looked), from_at__lte=first_by)
    if again_by:
        lately = Q(Exists(signed.filter(at__gt=again_by))) | Q(Exists(looked.filter(on__gt=again_on)))
        due |= (Q(Exists(signed)) | Q(Exists(looked))) & ~lately
    rows = Enrolment.objects.all_looked_after_by(staff, at).running_at(at)  # type: ignore[attr-defined]
    return rows.filter(due)  # type: ignore[no-any-return]


def _last_looks(kind: str) -> tuple[QuerySet[Version], QuerySet[Review]]:
    """What was signed of this paper of an enrolment's person there, and when it was looked at."""
    here = {"person": OuterRef("person"), "program": OuterRef("program"), "kind": kind, "about__isnull": True}
    return Version.objects.signed().filter(**here), Review.objects.standing().filter(**here)
