"""A goal, how it goes, how it ended, and the steps towards it."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program
from handrail.plans.forms.fields import TOO_OLD, InProgram, Key, Lines, OneLine, OwnText, offer_programs
from handrail.plans.models import Ending, Goal, Measure, WhoDoes
from handrail.plans.models.goal import MEASURED
from handrail.ui.dates import PastDay
from handrail.ui.facts import SaysFacts
from handrail.ui.widgets import Chips, Date

MOST_STEPS_OF_A_SCALE = 7


class GoalForm(forms.ModelForm):
    """How somebody will know, and until when: only if they want it."""

    scale = Lines(
        max_length=1000,
        rows=4,
        required=False,
        label=_("My words, one on each line"),
        help_text=_("The first is far from it, the last is there. From 2 to 7 lines."),
    )

    class Meta:
        model = Goal
        fields = ("area", "measure", "know", "from_value", "to_value", "unit", "scale", "hoped_for_on")
        labels = {
            "area": _("Part of life"),
            "measure": _("How I will know"),
            "know": _("I will know when"),
            "from_value": _("From"),
            "to_value": _("To"),
            "unit": _("Of what"),
            "hoped_for_on": _("Hoped for by"),
        }
        help_texts = {
            "know": _("In a few words: “I have the key.”"),
            "unit": _("trips, days, dollars …"),
            "hoped_for_on": _("A dream needs no date."),
        }
        widgets = {"measure": Chips, "hoped_for_on": Date}
        field_classes = {"know": OneLine, "unit": OneLine}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _("Any")), *self.fields["area"].choices[1:]]  # type: ignore[attr-defined]
        self.fields["measure"].choices = Measure.choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        steps = cleaned.get("scale") or []
        if cleaned.get("measure") == Measure.SCALE and not 2 <= len(steps) <= MOST_STEPS_OF_A_SCALE:
            self.add_error("scale", _("Write from 2 to 7 lines, one for each step."))
        if not cleaned.get("measure"):
            cleaned["know"] = ""
        if cleaned.get("measure") != Measure.NUMBER:
            cleaned.update(from_value=None, to_value=None, unit="")
        if cleaned.get("measure") != Measure.SCALE:
            cleaned["scale"] = []
        return cleaned


class GoalChangeForm(SaysFacts, GoalForm):
    """The same of a goal there is: two may have it open at once, and each changes only what they changed."""

    FACTS: ClassVar = {"area": ("area",), "measure": MEASURED, "hoped_for_on": ("hoped_for_on",)}
    LABELS: ClassVar = {"measure": _("How I will know")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["opened"] = self.marks_to_open_with(self.instance.facts())

    def clean(self) -> dict[str, Any]:
        # A page always says one of the measures, "just see" among them: what says none would empty the goal.
        if self.add_prefix("measure") not in self.data:
            self.add_error(None, TOO_OLD)
        return super().clean()

    def fact_measure(self) -> tuple[Any, ...]:
        """The measure, with all that belongs to it."""
        return tuple(self.cleaned_data[name] for name in MEASURED)


class NewGoalForm(GoalForm):
    """A goal in the person's words. Everything but the words can wait."""

    id = Key()
    text = OwnText(label=_("The goal, in their own words"), help_text=_("As they say it: “Ride the bus to the library”."))
    program = InProgram()
    steps = Lines(
        required=False,
        label=_("First steps, one on each line"),
        help_text=_("A small one is a good one. Who does a step can be said later."),
    )

    field_order = ("text", "program", "steps", "area", "measure")

    def __init__(self, *args: Any, programs: list[Program], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_programs(self, programs)


class CheckInForm(forms.Form):
    """How a goal goes: in its own measure, in words, or both."""

    id = Key()
    value: Any = forms.DecimalField(max_digits=9, decimal_places=2, required=False, label=_("How it goes"))
    words = OwnText(required=False, rows=2, label=_("In their own words"))
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if goal.measure in (Measure.YES_NO, Measure.SCALE):
            self.fields["value"] = forms.TypedChoiceField(
                choices=_choices(goal),
                coerce=Decimal,
                empty_value=None,
                required=False,
                label=_("How it goes"),
                widget=Chips,
            )
        elif goal.measure == Measure.NONE:
            del self.fields["value"]
        elif goal.unit:
            self.fields["value"].label = _("How it goes, in %(unit)s") % {"unit": goal.unit}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and cleaned.get("value") is None and not cleaned.get("words"):
            raise ValidationError(_("Say how it goes: one word is enough."))
        return cleaned


def _choices(goal: Goal) -> list[tuple[str, str]]:
    values = range(1, len(goal.scale) + 1) if goal.measure == Measure.SCALE else (1, 0)
    return [(str(value), goal.told(Decimal(value))) for value in values]


class EndingForm(forms.Form):
    """How a goal ended, and why."""

    how = forms.ChoiceField(choices=Ending.choices, label=_("How it ended"), widget=Chips)
    why = OwnText(required=False, rows=2, label=_("Why, in their own words"))


class WhoForm(forms.Form):
    """Who does a step."""

    who = forms.ChoiceField(choices=WhoDoes.choices, label=_("Who does it"), widget=Chips, initial=WhoDoes.ALONE)


class StepForm(WhoForm):
    """A step, and who does it."""

    id = Key()
    text = OwnText(rows=2, label=_("A step, in their own words"))

    field_order = ("text", "who")
