"""The form of a contact: what all of it shares, and one part for each person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cache, partial
from itertools import groupby
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from handrail.contacts import touches
from handrail.contacts.actions import NextTime
from handrail.contacts.actions.facts import TEXTS, goes_its_own_way, kept_of, kept_of_contact, planned_in, titles_in
from handrail.contacts.forms.fields import LONGEST_MINUTES, NO_LONGER, Keys, ShortWords, StillThere, Words, moment_typed
from handrail.contacts.models import Appointment, Contact, How, Part, Where
from handrail.kit.ids import new_id
from handrail.learning.forms import by_topic
from handrail.learning.nouns import ENGLISH, Piece
from handrail.plans.models import Goal, Measure, Step
from handrail.plans.touching import kind_of, kinds
from handrail.scope.catalogue import catalogue
from handrail.ui.dates import Day, is_far_ahead
from handrail.ui.facts import SaysFacts
from handrail.ui.widgets import Chips, ManyChips, Time

LENGTHS = [("15", pgettext_lazy("how long", "15 min")), ("30", "30"), ("45", "45"), ("60", "60")]
STILL_TO_COME = _("This day is still to come. A note tells what has been; plan what comes as the next time together.")
TOO_OLD = _("This page is too old to be sent. Open it again.")


class ContactForm(SaysFacts):
    """How, when, how long, where. How and when come filled in; everything else can wait."""

    FACTS: ClassVar = {
        "at": ("on", "hour"),
        "minutes": ("length", "minutes"),
        "how": ("how",),
        "where": ("where",),
        "place": ("place",),
    }
    LABELS: ClassVar = {"at": _("When"), "minutes": _("How long")}

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": TOO_OLD, "invalid": TOO_OLD})
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": TOO_OLD, "invalid": TOO_OLD})
    page = forms.UUIDField(widget=forms.HiddenInput, required=False)
    turn = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)
    how = forms.ChoiceField(label=_("How"), choices=How.choices, widget=Chips)
    length = forms.ChoiceField(label=_("How long"), choices=LENGTHS, widget=Chips, required=False)
    on = Day(label=_("Day"))
    hour = forms.TimeField(label=_("Time"), widget=Time)
    minutes = forms.IntegerField(label=_("Another length, in minutes"), required=False, min_value=1, max_value=LONGEST_MINUTES)
    where = forms.ChoiceField(label=_("Kind of place"), choices=[("", _("Not said")), *Where.choices], required=False)
    place = ShortWords(label=_("Where"), max_length=200)

    @classmethod
    def showing(cls, contact: Contact, data: Any = None) -> "ContactForm":
        """The form of a contact as it is kept, or as it was just sent."""
        local = timezone.localtime(contact.at)
        chip = str(contact.minutes or "")
        of_chips = chip in dict(LENGTHS)
        shown = {
            "id": contact.pk,
            "version": contact.version,
            "page": new_id(),
            "turn": 0,
            "how": contact.how,
            "length": chip if of_chips else "",
            "on": local.date(),
            "hour": local.time().replace(second=0, microsecond=0),
            "minutes": None if of_chips else contact.minutes,
            "where": contact.where,
            "place": contact.place,
            "opened": cls.marks_to_open_with(kept_of_contact(contact)),
        }
        return cls(data, initial=shown)

    def clean(self) -> dict[str, Any]:
        now = timezone.now()
        self.moment = moment_typed(self, "on", "hour", has_been_by=now)
        if self.moment and is_far_ahead(self.moment, now):
            self.add_error("on", STILL_TO_COME)
        return self.cleaned_data

    def fact_at(self) -> datetime | None:
        """Day and hour."""
        return self.moment

    def fact_minutes(self) -> int | None:
        """One of the usual lengths, or another."""
        typed = self.cleaned_data
        return typed["minutes"] or (int(typed["length"]) if typed["length"] else None)


@dataclass(frozen=True)
class Plan:
    """What a contact can touch: of somebody's plan, and of the library.

    `more` of the plan by kind (`plans.touching`), `pieces` of the library, and `likely` those that this worker may well have
    shared: told when somebody looks, for most who save have touched none of it.
    """

    goals: list[Goal] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    more: Callable[[], touches.Choices] = dict
    pieces: Callable[[], list[Piece]] = list
    likely: Callable[[], list[str]] = list


def value_field(goal: Goal) -> forms.Field | None:
    """How a goal goes now, in the goal's own measure; nothing for a goal without one."""
    asked: dict[str, Any] = {"label": goal.words, "required": False, "error_messages": {"invalid_choice": NO_LONGER}}
    if goal.measure == Measure.NUMBER:
        return forms.DecimalField(**asked, max_digits=9, decimal_places=2, help_text=goal.unit)
    if goal.measure == Measure.YES_NO:
        steps = [("1", gettext("Yes")), ("0", gettext("Not yet"))]
    elif goal.measure == Measure.SCALE:
        steps = [(str(number), words) for number, words in enumerate(goal.scale, start=1)]
    else:
        return None
    return forms.TypedChoiceField(**asked, choices=[("", _("Not said")), *steps], coerce=Decimal, empty_value=None, initial="")


class PartForm(SaysFacts):
    """What concerns one person."""

    FACTS: ClassVar = {
        **{name: (name,) for name in TEXTS},
        "activities": ("activities",),
        "goals": ("goals", "value-"),
        "steps": ("steps",),
        "materials": ("materials", "material_more"),
        "next_time": ("next_on", "next_hour", "next_place"),
    }
    LABELS: ClassVar = {"next_time": _("Next time together")}

    goals = StillThere(label=_("Worked on"), required=False, widget=ManyChips)
    words = Words(label=_("In their words"))
    did = Words(label=_("What we did, and why"))
    next_words = Words(label=_("What comes next"))
    together = forms.BooleanField(label=_("We wrote this together"), required=False)
    activities = StillThere(label=_("What it was"), required=False, widget=forms.CheckboxSelectMultiple)
    value_named = ShortWords(
        label=_("What I told them their own road is worth"),
        help_text=_("What they know, because they lived it."),
        max_length=1000,
    )
    story_intent = ShortWords(
        label=_("Why I told something of my own story"),
        help_text=_("Not the story itself: it stays yours."),
        max_length=500,
    )
    story_effect = ShortWords(label=_("What it did"), max_length=500)
    with_whom = ShortWords(label=_("Who else was there"), max_length=200)
    language = ShortWords(label=_("Language we spoke"), max_length=60)
    steps = StillThere(label=_("Steps taken"), required=False, widget=forms.CheckboxSelectMultiple)
    materials = StillThere(label=_("We read or talked about"), required=False, widget=ManyChips)
    material_more = forms.ChoiceField(
        label=_("Another piece of the library"), required=False, error_messages={"invalid_choice": NO_LONGER}
    )
    next_on = Day(label=_("Day"), required=False)
    next_hour = forms.TimeField(label=_("Time"), widget=Time, required=False)
    next_place = ShortWords(label=_("Where"), max_length=200)

    def __init__(self, *args: Any, plan: Plan, settled: Appointment | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.settled = plan, settled
        choices: Any = self.fields
        choices["activities"].choices = activities_by_group  # called, as others here, when somebody looks: most who save do not
        choices["goals"].choices = [(str(goal.pk), goal.words) for goal in plan.goals]
        choices["steps"].choices = [(str(step.pk), step.words) for step in plan.steps]
        for kind in kinds():
            asked = Keys(label=kind.asks, required=False, widget=ManyChips)
            asked.choices = partial(self._that_can_be_touched, kind.name)
            self.fields[f"{touches.FACT}{kind.name}"] = asked
        for goal in plan.goals:
            if value := value_field(goal):
                self.fields[f"value-{goal.pk}"] = value
        self._offer_pieces()

    def _that_can_be_touched(self, kind: str) -> list[tuple[str, str]]:
        return [(one.key, one.words) for one in self.plan.more().get(kind, [])]

    def _offer_pieces(self) -> None:
        """All can be chosen; as chips stand those that are in the note, or likely."""
        language = get_language() or ENGLISH
        kept = self.initial.get("materials", {})

        @cache
        def titles() -> dict[str, str]:
            return kept | {piece.key: piece.text_in(language).title for piece in self.plan.pieces()}

        sent = self["materials"].data or []
        self.initial["materials"] = list(kept)
        fields: Any = self.fields
        fields["materials"].choices = lambda: list(titles().items())
        fields["materials"].widget.choices = lambda: [
            (key, titles()[key]) for key in dict.fromkeys([*kept, *sent, *self.plan.likely()]) if key in titles()
        ]
        fields["material_more"].choices = lambda: [("", gettext("None")), *by_topic(self.plan.pieces(), language)]

    @property
    def has_materials(self) -> bool:
        """Whether something of the library is ticked."""
        return bool(self["materials"].value() or self.has_more)

    @property
    def has_more(self) -> bool:
        """Whether something was chosen from all of the library, or does not fit."""
        return bool(self["material_more"].value() or self["material_more"].errors)

    def fields_of_facts(self) -> dict[str, tuple[str, ...]]:
        """What else of the plan was touched is a fact for each kind."""
        return {**self.FACTS, **{name: (name,) for name in self.fields if name.startswith(touches.FACT)}}

    @property
    def touched(self) -> list[tuple[Any, bool]]:
        """What else of the plan can be touched, where there is something; and whether it is shown only when asked for."""
        offered = [(kind_of(name.removeprefix(touches.FACT)), name) for name in self.fields if name.startswith(touches.FACT)]
        return [(self[name], kind.folded) for kind, name in offered if kind and self.plan.more().get(kind.name)]

    @property
    def values(self) -> list[Any]:
        """The fields that say how a goal goes now."""
        return [self[name] for name in self.fields if name.startswith("value-")]

    @classmethod
    def showing(cls, part: Part, plan: Plan, data: Any = None, shared: dict[str, str] | None = None) -> "PartForm":
        """The form of one part as it is kept, or as it was just sent; `shared`: pieces to tick beside, by key with their titles."""
        kept = kept_of(part)
        shown = {name: kept[name] for name in TEXTS}
        shown["activities"] = sorted(kept["activities"])
        shown["goals"] = [str(goal) for goal in kept["goals"]]
        shown["steps"] = [str(step) for step in kept["steps"]]
        shown["materials"] = titles_in(part) | (shared or {})
        # As a choice is written: 1, and not 1.00 as it is kept.
        shown |= {f"value-{goal}": f"{value.normalize():f}" for goal, value in kept["goals"].items() if value is not None}
        if following := kept["next_time"]:
            local = timezone.localtime(following.at)
            hour = local.time().replace(second=0, microsecond=0)
            shown |= {"next_on": local.date(), "next_hour": hour, "next_place": following.place}
        shown |= {name: sorted(keys) for name, keys in kept.items() if name.startswith(touches.FACT)}
        shown["opened"] = cls.marks_to_open_with(kept)
        planned = planned_in(part)
        settled = planned if goes_its_own_way(planned) else None
        return cls(data, initial=shown, prefix=str(part.person_id), plan=plan, settled=settled)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.next_moment = moment_typed(self, "next_on", "next_hour")
        if typed.get("next_hour") and not typed.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", gettext("On which day?"))
        if typed.get("next_on") and not typed.get("next_hour") and "next_hour" not in self.errors:
            self.add_error("next_hour", gettext("At what time?"))
        return typed

    @property
    def left_out(self) -> list[str]:
        """What was ticked here and ended elsewhere meanwhile, in words."""
        fields: Any = self.fields
        start = self.add_prefix("value-")
        told = any(name.startswith(start) and value and name not in self._sent_names() for name, value in self.data.items())
        said = [
            (fields["goals"].gone or told, gettext("A goal you chose here has ended meanwhile. It is left out.")),
            (fields["steps"].gone, gettext("A step you ticked here was taken or removed meanwhile. It is left out.")),
            (self._touched_is_gone(), gettext("Something you chose here was taken out of the plan meanwhile. It is left out.")),
            (fields["materials"].gone, gettext("A piece you ticked here is not in the library any more. It is left out.")),
            (fields["activities"].gone, gettext("Something you ticked here can no longer be chosen. It is left out.")),
        ]
        return [words for gone, words in said if gone]

    def _touched_is_gone(self) -> bool:
        return any(field.gone for field in self.fields.values() if isinstance(field, Keys))

    def _sent_names(self) -> set[str]:
        return {self.add_prefix(name) for name in self.fields}

    def fact_activities(self) -> set[str]:
        """What was done."""
        return set(self.cleaned_data["activities"])

    def fact_steps(self) -> set[UUID]:
        """Steps taken."""
        return {UUID(one) for one in self.cleaned_data["steps"]}

    def fact_materials(self) -> set[str]:
        """Pieces of the library: those ticked, and the one chosen from all."""
        more = self.cleaned_data["material_more"]
        return set(self.cleaned_data["materials"]) | ({more} if more else set())

    def fact_goals(self) -> dict[UUID, Decimal | None]:
        """Goals worked on. Whoever says how a goal goes has worked on it."""
        told = {goal.pk: self.cleaned_data.get(f"value-{goal.pk}") for goal in self.plan.goals}
        chosen = {UUID(one) for one in self.cleaned_data["goals"]}
        return {goal: value for goal, value in told.items() if goal in chosen or value is not None}

    def fact_next_time(self) -> NextTime | None:
        """When and where to be together next; where it is changed on its own page, as it is."""
        if self.settled and self.add_prefix("next_on") not in self.data:
            return NextTime(self.settled.at, self.settled.place)
        return NextTime(self.next_moment, self.cleaned_data["next_place"]) if self.next_moment else None


def activities_by_group() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a worker may pick, under headings, in the reader's language."""
    every = catalogue().activities.values()
    return [
        (gettext(group), [(one.id, gettext(one.did)) for one in some])
        for group, some in groupby(every, key=lambda one: one.group)
    ]
