"""The person's own words: as they read now, as they read before, and what waits beside them."""

from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import hang, written_once
from handrail.kit.whether import none_without
from handrail.people.models import Person
from handrail.plans.models import Aside, OwnWords, Strength, Tool, Want, Wording


def read_asides(texts: list[OwnWords], person: Person | None = None) -> None:
    """Let each of these texts know what waits to be put together with it (`waiting_now`); asked once for all.

    `person`: whose texts all of them are.
    """
    hang(texts, "waiting_now", _waiting_of(person, texts) if texts else [], by="own")


@written_once
def at_a_glance(person: Person, programs: list[Program]) -> QuerySet[OwnWords]:
    """The words of somebody's wants, strengths and tools, the first written down first: enough for a line each, in one question."""
    return _wants_strengths_tools(person, programs)


def wants_strengths_tools(person: Person, programs: list[Program]) -> tuple[list[Want], list[Strength], list[Tool]]:
    """All of these, the first written down first, each with its words; asked at once."""
    found: dict[str, list[Any]] = {"want": [], "strength": [], "tool": []}
    for own in _with_their_nouns(person, programs):
        found[own.kind].append(getattr(own, own.kind))
    made_at = attrgetter("made_at")
    return found["want"], sorted(found["strength"], key=made_at), sorted(found["tool"], key=made_at)


@written_once
def _with_their_nouns(person: Person, programs: list[Program]) -> QuerySet[OwnWords]:
    return _wants_strengths_tools(person, programs).select_related("want", "strength", "tool__how")


def _wants_strengths_tools(person: Person, programs: list[Program]) -> QuerySet[OwnWords]:
    want = Q(want__isnull=False)
    strong = Q(strength__isnull=False, strength__taken_back_at__isnull=True)
    well = Q(tool__isnull=False, tool__taken_back_at__isnull=True)
    return OwnWords.objects.filter(want | strong | well, person=person, program__in=programs).order_by("id")


@written_once
def wants_of(person: Person, programs: list[Program]) -> QuerySet[Want]:
    """What somebody wants, in each of these programs where it is written down."""
    return Want.objects.filter(person=person, program__in=programs).select_related("own").order_by("id")


@none_without(Aside)
def _waiting_of(person: Person | None, texts: list[OwnWords]) -> list[Aside]:
    return [one for one in _waiting(texts) if person is None or one.person_id == person.pk]


@written_once
def _waiting(texts: list[OwnWords]) -> QuerySet[Aside]:
    """What waits beside these texts."""
    return Aside.objects.waiting().filter(own__in=texts).select_related("by").order_by("at", "id")


def own_words() -> QuerySet[OwnWords]:
    """Texts, each with whose it is, and what is kept beside it (`waiting_now`)."""
    return OwnWords.objects.select_related("person", "program").prefetch_related(beside())


def beside(path: str = "") -> Prefetch:
    """What waits to be put together with each text, read along as `waiting_now`."""
    waiting = Aside.objects.waiting().select_related("by").order_by("at", "id")
    return Prefetch(f"{path}__asides" if path else "asides", queryset=waiting, to_attr="waiting_now")


def text_of(kept: OwnWords | Aside) -> OwnWords:
    """The text as it stands now, wherever these words of it were kept."""
    return own_words().get(pk=kept.own_id if isinstance(kept, Aside) else kept.pk)


def want_of(person: Person, program: Program) -> OwnWords | None:
    """The text of what somebody wants in one program, when there is one."""
    return own_words().filter(want__person=person, want__program=program).first()


def wordings_of(own: OwnWords) -> QuerySet[Wording]:
    """How a text read before, sitting by sitting, the latest first."""
    return Wording.objects.filter(own=own).select_related("by").order_by("-until_at", "-id")


def earlier_wordings() -> QuerySet[Wording]:
    """How texts read before; what was written down first had nothing before it."""
    return Wording.objects.exclude(before="").select_related("own")


def asides_of(own: OwnWords) -> QuerySet[Aside]:
    """Everything that was ever kept beside a text, settled or not."""
    return Aside.objects.filter(own=own).select_related("by").order_by("-at", "-id")


@written_once
def two_versions(staff: Staff, at: datetime) -> QuerySet[Aside]:
    """What waits to be put together, in the plans this staff member writes in."""
    return Aside.objects.waiting().all_looked_after_by(staff, at).select_related("person").order_by("at", "id")
