"""The form of a contact: what all of it shares, and one part for each person."""

from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from handrail.contacts.actions import NextTime, Writing
from handrail.contacts.models import Contact, How, Part, Where
from handrail.contacts.models.contact import LONGEST_TEXT
from handrail.plans.models import Goal, Measure, Step
from handrail.scope.catalogue import catalogue
from handrail.ui.widgets import Chips, Date, LongText, ManyChips, Time

LENGTHS = [("15", pgettext_lazy("how long", "15 min")), ("30", "30"), ("45", "45"), ("60", "60")]
LONGEST_MINUTES = 24 * 60
TOO_OLD = _("This page is too old to be sent. Open it again.")


class Words(forms.CharField):
    """A text kept as it was typed. Only the line ends are made one kind, which browsers make two."""

    def __init__(self, rows: int = 3, **kwargs: Any) -> None:
        widget = LongText(attrs={"rows": rows, "autocapitalize": "sentences"})
        super().__init__(**{"max_length": LONGEST_TEXT, "strip": False, "required": False, "widget": widget} | kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")


class ShortWords(forms.CharField):
    """One line."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(**{"required": False, "strip": False, "widget": widget} | kwargs)


class ContactForm(forms.Form):
    """How, when, how long, where. How and when come filled in; everything else can wait."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": TOO_OLD, "invalid": TOO_OLD})
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": TOO_OLD, "invalid": TOO_OLD})
    how = forms.ChoiceField(label=_("How"), choices=How.choices, widget=Chips)
    length = forms.ChoiceField(label=_("How long"), choices=LENGTHS, widget=Chips, required=False)
    on = forms.DateField(label=_("Day"), widget=Date)
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
            "how": contact.how,
            "length": chip if of_chips else "",
            "on": local.date(),
            "hour": local.time().replace(second=0, microsecond=0),
            "minutes": None if of_chips else contact.minutes,
            "where": contact.where,
            "place": contact.place,
        }
        return cls(data, initial=shown)

    def facts(self) -> dict[str, Any]:
        """What was typed, by field of the contact."""
        typed = self.cleaned_data
        return {
            "at": timezone.make_aware(datetime.combine(typed["on"], typed["hour"])),
            "minutes": typed["minutes"] or (int(typed["length"]) if typed["length"] else None),
            "how": typed["how"],
            "where": typed["where"],
            "place": typed["place"],
        }


@dataclass(frozen=True)
class Plan:
    """What of somebody's plan a contact can touch."""

    goals: list[Goal] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def value_field(goal: Goal) -> forms.Field | None:
    """How a goal goes now, in the goal's own measure; nothing for a goal without one."""
    asked: dict[str, Any] = {"label": goal.words, "required": False}
    if goal.measure == Measure.NUMBER:
        return forms.DecimalField(**asked, max_digits=9, decimal_places=2, help_text=goal.unit)
    if goal.measure == Measure.YES_NO:
        steps = [("1", gettext("Yes")), ("0", gettext("Not yet"))]
    elif goal.measure == Measure.SCALE:
        steps = [(str(number), words) for number, words in enumerate(goal.scale, start=1)]
    else:
        return None
    return forms.TypedChoiceField(**asked, choices=[("", _("Not said")), *steps], coerce=Decimal, empty_value=None, initial="")


class PartForm(forms.Form):
    """What concerns one person."""

    goals = forms.MultipleChoiceField(label=_("Worked on"), required=False, widget=ManyChips)
    words = Words(label=_("In their words"))
    did = Words(label=_("What we did, and why"))
    next_words = Words(label=_("What comes next"))
    together = forms.BooleanField(label=_("We wrote this together"), required=False)
    activities = forms.MultipleChoiceField(label=_("What it was"), required=False, widget=forms.CheckboxSelectMultiple)
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
    steps = forms.MultipleChoiceField(label=_("Steps taken"), required=False, widget=forms.CheckboxSelectMultiple)
    next_on = forms.DateField(label=_("Day"), widget=Date, required=False)
    next_hour = forms.TimeField(label=_("Time"), widget=Time, required=False)
    next_place = ShortWords(label=_("Where"), max_length=200)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        choices: Any = self.fields
        choices["activities"].choices = activities_by_group()
        choices["goals"].choices = [(str(goal.pk), goal.words) for goal in plan.goals]
        choices["steps"].choices = [(str(step.pk), step.words) for step in plan.steps]
        for goal in plan.goals:
            if value := value_field(goal):
                self.fields[f"value-{goal.pk}"] = value

    @property
    def values(self) -> list[Any]:
        """The fields that say how a goal goes now."""
        return [self[name] for name in self.fields if name.startswith("value-")]

    @classmethod
    def showing(cls, part: Part, plan: Plan, data: Any = None) -> "PartForm":
        """The form of one part as it is kept, or as it was just sent."""
        shown = {name: getattr(part, name) for name in TEXTS}
        if not part._state.adding:
            shown["activities"] = [one.activity for one in part.activities.all()]
            shown["goals"] = [str(one.goal_id) for one in part.goals.all()]
            shown["steps"] = [str(one.step_id) for one in part.steps.all()]
            shown |= {f"value-{one.goal_id}": one.value for one in part.goals.all()}
        following = getattr(part, "next_time", None)
        if following:
            local = timezone.localtime(following.at)
            shown |= {"next_on": local.date(), "next_hour": local.time(), "next_place": following.place}
        return cls(data, initial=shown, prefix=str(part.person_id), plan=plan)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("next_hour") and not typed.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", gettext("On which day?"))
        if typed.get("next_on") and not typed.get("next_hour") and "next_hour" not in self.errors:
            self.add_error("next_hour", gettext("At what time?"))
        return typed

    def writing(self) -> Writing:
        """What was typed, as actions take it."""
        typed = self.cleaned_data
        texts = {name: typed[name] for name in TEXTS}
        return Writing(
            texts=texts,
            activities=set(typed["activities"]),
            goals=self._goals(),
            steps={UUID(one) for one in typed["steps"]},
            next_time=self._next_time(),
        )

    def _goals(self) -> dict[UUID, Decimal | None]:
        """Whoever says how a goal goes has worked on it."""
        told = {goal.pk: self.cleaned_data.get(f"value-{goal.pk}") for goal in self.plan.goals}
        chosen = {UUID(one) for one in self.cleaned_data["goals"]}
        return {goal: value for goal, value in told.items() if goal in chosen or value is not None}

    def _next_time(self) -> NextTime | None:
        day: Any = self.cleaned_data["next_on"]
        hour: time | None = self.cleaned_data["next_hour"]
        if not day or hour is None:
            return None
        return NextTime(timezone.make_aware(datetime.combine(day, hour)), self.cleaned_data["next_place"])


TEXTS = (
    "words", "did", "next_words", "together", "value_named", "story_intent", "story_effect", "with_whom", "language",
)  # fmt: skip
"""Fields of the form that are fields of a part."""


def activities_by_group() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a worker may pick, under headings, in the reader's language."""
    every = catalogue().activities.values()
    return [
        (gettext(group), [(one.id, gettext(one.did)) for one in some])
        for group, some in groupby(every, key=lambda one: one.group)
    ]
