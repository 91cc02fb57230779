"""A preparation sheet: what for, what about, when; and who did it."""

from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from handrail.plans.forms.fields import InOneProgram, OwnText
from handrail.plans.models import HowDone, Occasion, Preparation
from handrail.ui.dates import Day, moment_of
from handrail.ui.facts import SaysFacts
from handrail.ui.widgets import Chips, Time


class AtSomeTime(forms.Form):
    """A day and an hour on the agency's clock; each may be left out, an hour only with its day."""

    on = Day(required=False, label=_("On which day"), help_text=_("Leave it empty if you do not know yet."))
    at_hour = forms.TimeField(required=False, label=_("At what time"), widget=Time)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day, hour = cleaned.get("on"), cleaned.get("at_hour")
        if hour and not day and "on" not in self.errors:
            self.add_error("on", _("Say on which day, too."))
        if day and hour:
            try:
                moment_of(day, hour)
            except ValidationError as skipped:
                self.add_error("at_hour", skipped)
        return cleaned


class NewPreparationForm(AtSomeTime, InOneProgram):
    """What somebody prepares for. Everything but what it is about can wait."""

    occasion = forms.ChoiceField(choices=Occasion.choices, label=_("What do we prepare for?"), widget=Chips)
    text = OwnText(rows=2, label=_("What it is about, in their own words"), help_text=_("“The doctor, about my sleep”."))

    field_order = ("occasion", "text", "program", "on", "at_hour")


class PreparationDayForm(SaysFacts, AtSomeTime):
    """Another day or hour; two may have it open at once."""

    FACTS: ClassVar = {"when": ("on", "at_hour")}
    LABELS: ClassVar = {"when": _("When it is")}

    def __init__(self, *args: Any, preparation: Preparation, **kwargs: Any) -> None:
        marks = self.marks_to_open_with(preparation.facts())
        begin = {"on": preparation.on, "at_hour": preparation.at_hour, "opened": marks}
        super().__init__(*args, initial=begin, **kwargs)

    def fact_when(self) -> tuple[date | None, time | None]:
        """Day and hour together."""
        return self.cleaned_data["on"], self.cleaned_data["at_hour"]


class HowDoneForm(forms.Form):
    """Who did it."""

    how = forms.ChoiceField(choices=HowDone.choices, label=_("Who did it?"), widget=Chips)
