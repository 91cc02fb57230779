"""Somebody, or a place, in a plan."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.crisis.guides import Asked
from handrail.crisis.models import CrisisPerson, CrisisPlace
from handrail.plans.forms import Key
from handrail.ui.facts import SaysFacts

WRITTEN = {"dir": "auto", "autocomplete": "off"}


class EntryForm(SaysFacts, forms.ModelForm):
    """What people and places share: the page of a new one makes its key, that of another knows what it was opened with."""

    id = Key(required=False)

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["id"].required = self.instance._state.adding
        self.initial["opened"] = self.marks_to_open_with(self.instance.facts())
        for name in self.FACTS:
            self.fields[name].widget.attrs.update(WRITTEN)
        self.fields["phone"].widget = forms.TextInput(attrs={"type": "tel", **WRITTEN})
        if asked.is_not_to_call:
            self.fields["phone"].widget = forms.HiddenInput()


class PersonForm(EntryForm):
    """Who, what they are to the person, their number, and when to call."""

    FACTS: ClassVar = {name: (name,) for name in CrisisPerson.TYPED}

    class Meta:
        model = CrisisPerson
        fields = CrisisPerson.TYPED
        labels = {
            "name": _("Name"),
            "who": _("Who they are to me"),
            "phone": _("Phone"),
            "when": _("When to call, or when not"),
        }

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, asked=asked, **kwargs)
        if asked.is_not_to_call:
            self.fields["when"].label = _("What others should know, if you want to say")


class PlaceForm(EntryForm):
    """Where, how to get there, a number, and why."""

    FACTS: ClassVar = {name: (name,) for name in CrisisPlace.TYPED}

    class Meta:
        model = CrisisPlace
        fields = CrisisPlace.TYPED
        labels = {
            "name": _("Place"),
            "how": _("Address, or how to get there"),
            "phone": _("Phone"),
            "why": _("Why"),
        }
