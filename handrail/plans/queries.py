"""Reads of plans, shared by pages and by the apps above."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.people.models import Person
from handrail.plans.models import Aside, CheckIn, Goal, GoalEnded, Measure, OwnWords, Step, StepDone, Want, Wording

MOST_ON_A_LINE = 200
"""A line holds the last so many check-ins. All of them stay."""


def open_goals(person: Person, programs: Iterable[Program]) -> QuerySet[Goal]:
    """The goals somebody is on the way to, in their own order; each with its `open_steps` and its `latest` check-in."""
    return open_goals_of([person.pk], [program.pk for program in programs])


def open_goals_of(people: Iterable[UUID], programs: Iterable[UUID]) -> QuerySet[Goal]:
    """The same for several people at once, in any of these programs."""
    steps = Step.objects.open().select_related("own").order_by("made_at", "id")
    tells = Q(value__isnull=False) | Q(goal__measure=Measure.NONE)
    last = CheckIn.objects.standing().filter(tells).order_by("-at", "-id")[:1]
    return (
        Goal.objects.open()
        .filter(person__in=list(people), program__in=list(programs))
        .select_related("own")
        .prefetch_related(
            Prefetch("steps", queryset=steps, to_attr="open_steps"),
            Prefetch("check_ins", queryset=last, to_attr="latest_check_ins"),
        )
        .order_by("place", "id")
    )


def with_lines(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    """The same goals, each with the check-ins its line is drawn from, the newest first."""
    lately = CheckIn.objects.standing().select_related("by").order_by("-at", "-id")[:MOST_ON_A_LINE]
    return goals.prefetch_related(Prefetch("check_ins", queryset=lately, to_attr="lately"))


# A plan


def wants_of(person: Person, programs: Iterable[Program]) -> QuerySet[Want]:
    """What somebody wants, in each of these programs where it is written down."""
    wants = Want.objects.filter(person=person, program__in=list(programs))
    return wants.select_related("own").prefetch_related(_beside("own")).order_by("id")


def goals_of(person: Person, programs: Iterable[Program]) -> QuerySet[Goal]:
    """Every goal of somebody's plans, in their own order, with line, steps and how it ended."""
    goals = Goal.objects.filter(person=person, program__in=list(programs))
    return whole(goals).order_by("place", "id")


def whole(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    """Goals with everything a page tells of them: `lately`, `all_steps` (each with its `doings_now`), `endings_now`."""
    done = StepDone.objects.standing().order_by("at", "id")
    steps = (
        Step.objects.standing()
        .select_related("own")
        .prefetch_related(Prefetch("doings", queryset=done, to_attr="doings_now"), _beside("own"))
        .order_by("made_at", "id")
    )
    ended = GoalEnded.objects.standing().order_by("at", "id")
    return with_lines(goals.select_related("own", "person")).prefetch_related(
        Prefetch("steps", queryset=steps, to_attr="all_steps"),
        Prefetch("endings", queryset=ended, to_attr="endings_now"),
        _beside("own"),
    )


def whole_goal(goal: Goal) -> Goal:
    """The same goal as its page tells it."""
    return whole(Goal.objects.filter(pk=goal.pk)).get()


# Own words


def own_words() -> QuerySet[OwnWords]:
    """Texts, each with whose it is, what it is the text of, and what is kept beside it (`waiting`)."""
    return OwnWords.objects.select_related("person", "program", "want", "goal", "step").prefetch_related(_beside())


def _beside(path: str = "") -> Prefetch:
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


def two_versions(staff: Staff, at: datetime) -> QuerySet[Aside]:
    """What waits to be put together, in the plans this staff member writes in."""
    return Aside.objects.waiting().looked_after_by(staff, at).select_related("person").order_by("at", "id")


def goal_sent_by(staff: Staff, key: UUID) -> Goal | None:
    """The goal somebody wrote down under this key, as long as they reach it."""
    return Goal.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def step_sent_by(staff: Staff, key: UUID) -> Step | None:
    """The same for a step."""
    return Step.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def check_in_sent_by(staff: Staff, key: UUID) -> CheckIn | None:
    """The same for a check-in."""
    return CheckIn.objects.visible_to(staff).filter(by=staff, pk=key).first()
