"""The next time together, and what became of it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.contacts.forms.fields import LONGEST_MINUTES, ShortWords, moment_typed
from handrail.contacts.models import AskedBy, Ending, How
from handrail.ui.dates import Day
from handrail.ui.widgets import Chips, Time

PLANNED = [(how.value, how.label) for how in (How.MET, How.CALLED, How.VIDEO, How.TEXTED)]


class _When(forms.Form):
    on = Day(label=_("Day"))
    hour = forms.TimeField(label=_("Time"), widget=Time)
    moment: datetime

    def clean(self) -> dict[str, Any]:
        """The day and time, on the agency's clock."""
        if moment := moment_typed(self, "on", "hour"):
            self.moment = moment
        return self.cleaned_data


class AppointmentForm(_When):
    """When and where to be together."""

    how = forms.ChoiceField(label=_("How"), choices=PLANNED, widget=Chips, initial=How.MET)
    minutes = forms.IntegerField(label=_("How long, in minutes"), required=False, min_value=1, max_value=LONGEST_MINUTES)
    place = ShortWords(label=_("Where"), max_length=200)

    field_order = ("on", "hour", "how", "place", "minutes")


class MoveForm(_When):
    """Another time, or another place."""

    place = ShortWords(label=_("Where"), max_length=200)
    asked_by = forms.ChoiceField(label=_("Who asked for it"), choices=AskedBy.choices, widget=Chips)
    why_moved = ShortWords(label=_("Why"), max_length=300)


class EndForm(forms.Form):
    """It did not take place."""

    ending = forms.ChoiceField(label=_("What happened"), choices=Ending.choices, widget=Chips)
    why_ended = ShortWords(label=_("Anything to remember"), max_length=300)


class CallForm(forms.Form):
    """The person would like a call."""

    about = ShortWords(label=_("What they said"), help_text=_("Only if they want it noted."), max_length=300)
