"""Choices: those to make, those that are made, and one with everything it is weighed by."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import written_once
from handrail.kit.whether import none_without
from handrail.people.models import Person
from handrail.plans.models import Choice, Chosen, Fit, LookedUp, Matter, Option, OwnWords, Thought
from handrail.plans.queries.words import beside, own_words


def open_choices(person: Person, programs: Iterable[Program]) -> list[Choice]:
    """The choices somebody has not made yet, the oldest first."""
    return _open(person, list(programs))


@none_without(Choice)
@written_once
def _open(person: Person, programs: list[Program]) -> QuerySet[Choice]:
    choices = Choice.objects.open().filter(person=person, program__in=programs)
    return choices.select_related("own", "program").order_by("made_at", "id")


def made_lately(person: Person, programs: Iterable[Program], most: int) -> list[Chosen]:
    """What somebody chose, the latest first; each with its choice and its option."""
    return _lately(person, list(programs), most)


@none_without(Chosen)
@written_once
def _lately(person: Person, programs: list[Program], most: int) -> QuerySet[Chosen]:
    return _made(person, programs)[:most]


def made_choices(person: Person, programs: Iterable[Program]) -> QuerySet[Chosen]:
    """The same, all of it."""
    return _made(person, list(programs))


def _made(person: Person, programs: list[Program]) -> QuerySet[Chosen]:
    """Of each choice what was said last, if that was an option."""
    later = Chosen.objects.filter(choice=OuterRef("choice")).filter(
        Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk"))
    )
    chosen = Chosen.objects.filter(~Exists(later), person=person, program__in=programs, option__isnull=False)
    standing = chosen.filter(choice__taken_back_at__isnull=True)
    return standing.select_related("choice__own", "choice__program", "option__own").order_by("-at", "-id")


def whole_choice(choice: Choice) -> Choice:
    """The same choice with `matters_now`, `options_now` (each with `facts_now` and `all_fits`), `all_thoughts`, `all_chosen`."""
    facts = LookedUp.objects.standing().select_related("by").order_by("made_at", "id")
    fits = Fit.objects.select_related("by").order_by("at", "id")
    options = Option.objects.standing().select_related("own").order_by("made_at", "id")
    matters = Matter.objects.standing().select_related("own").order_by("place", "id")
    choices = Choice.objects.select_related("own", "person").prefetch_related(
        Prefetch("matters", queryset=matters.prefetch_related(beside("own")), to_attr="matters_now"),
        Prefetch(
            "options",
            queryset=options.prefetch_related(
                Prefetch("facts", queryset=facts, to_attr="facts_now"),
                Prefetch("fits", queryset=fits, to_attr="all_fits"),
                beside("own"),
            ),
            to_attr="options_now",
        ),
        Prefetch(
            "thoughts",
            queryset=Thought.objects.select_related("own").prefetch_related(beside("own")),
            to_attr="all_thoughts",
        ),
        Prefetch(
            "chosen", queryset=Chosen.objects.select_related("option__own", "by").order_by("-at", "-id"), to_attr="all_chosen"
        ),
        beside("own"),
    )
    return choices.get(pk=choice.pk)


def whole_option(option: Option) -> Option:
    """The same option with its `all_fits`, and what matters in its choice (`choice.matters_now`)."""
    matters = Matter.objects.standing().select_related("own").order_by("place", "id")
    options = Option.objects.select_related("own", "choice__own", "person").prefetch_related(
        Prefetch("fits", queryset=Fit.objects.order_by("at", "id"), to_attr="all_fits"),
        Prefetch("choice__matters", queryset=matters, to_attr="matters_now"),
    )
    return options.get(pk=option.pk)


def thought_on(choice: Choice, prompt: str) -> OwnWords | None:
    """What stands beside the options, when something does."""
    return own_words().filter(thought__choice=choice, thought__prompt=prompt).first()


def choice_sent_by(staff: Staff, key: UUID) -> Choice | None:
    """The choice somebody began under this key, as long as they reach it."""
    return Choice.objects.visible_to(staff).filter(made_by=staff, pk=key).first()  # type: ignore[return-value]


def matter_sent_by(staff: Staff, key: UUID) -> Matter | None:
    """The same for something that matters."""
    return Matter.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def option_sent_by(staff: Staff, key: UUID) -> Option | None:
    """The same for an option."""
    return Option.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def looked_up_sent_by(staff: Staff, key: UUID) -> LookedUp | None:
    """The same for something that was looked up."""
    return LookedUp.objects.visible_to(staff).filter(by=staff, pk=key).first()
