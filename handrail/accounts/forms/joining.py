"""The first minutes: setting up, and taking up an invitation."""

import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models.agency import PersonWord, Setting
from handrail.accounts.models.login import tidy_sign_in_name
from handrail.accounts.roles import Role
from handrail.ui.widgets import Chips

US_ZONES = [
    ("America/New_York", _("Eastern")),
    ("America/Chicago", _("Central")),
    ("America/Denver", _("Mountain")),
    ("America/Phoenix", _("Arizona")),
    ("America/Los_Angeles", _("Pacific")),
    ("America/Anchorage", _("Alaska")),
    ("Pacific/Honolulu", _("Hawaii")),
    ("America/Puerto_Rico", _("Puerto Rico")),
]


def zones() -> list[tuple[Any, Any]]:
    """The zones of the United States by their common names, then all others."""
    common = {name for name, _label in US_ZONES}
    others = sorted(name for name in zoneinfo.available_timezones() if "/" in name and name not in common)
    return [(_("United States"), US_ZONES), (_("Elsewhere"), [(name, name.replace("_", " ")) for name in others])]


PACKS = [
    ("VA", _("Virginia")),
    ("WI", _("Wisconsin")),
    ("OH", _("Ohio")),
    ("generic", _("Another state or country")),
]


class SignInNameField(forms.CharField):
    """A name to sign in with, in its one spelling."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("A name to sign in with"))
        kwargs.setdefault("help_text", _("Your e-mail address, or any name you will remember. At least 3 letters."))
        widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
        super().__init__(min_length=3, max_length=150, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        return tidy_sign_in_name(super().clean(value))


class JoinForm(forms.Form):
    """Taking up an invitation."""

    sign_in_name = SignInNameField()


class SetUpForm(forms.Form):
    """The four questions of a new installation: which agency, where, what it does, and who you are."""

    agency_name = forms.CharField(max_length=120, label=_("What is your agency called?"))
    pack = forms.ChoiceField(
        choices=PACKS, label=_("Which state's rules apply?"), help_text=_("You can look at them and change them later.")
    )
    time_zone = forms.ChoiceField(choices=zones, label=_("Time zone"), initial="America/New_York")
    person_word = forms.ChoiceField(
        choices=PersonWord.choices, initial=PersonWord.PERSON, label=_("Your word for those you walk with"), widget=Chips
    )
    program_name = forms.CharField(max_length=120, label=_("What is your first program called?"))
    setting = forms.ChoiceField(choices=Setting.choices, label=_("Where does it work?"))
    name = forms.CharField(max_length=120, label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    title = forms.CharField(max_length=80, required=False, label=_("Your title"), help_text=_("As your agency says it."))
    sign_in_name = SignInNameField()
    roles = forms.MultipleChoiceField(
        required=False,
        choices=[
            (Role.PEER.value, _("I walk with people as a peer")),
            (Role.SUPERVISOR.value, _("I supervise peers")),
            (Role.DIRECTOR.value, _("I direct the agency")),
        ],
        widget=forms.CheckboxSelectMultiple,
        label=_("Beside setting up, what else do you do?"),
        help_text=_("An administrator sees nothing of the people you serve. Tick what you also do."),
    )

    QUESTIONS = (
        (_("Your agency"), ("agency_name", "person_word")),
        (_("Where you are"), ("pack", "time_zone")),
        (_("Your first program"), ("program_name", "setting")),
        (_("You"), ("name", "title", "sign_in_name", "roles")),
    )

    def questions(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields under the question they answer."""
        return [(question, [self[name] for name in names]) for question, names in self.QUESTIONS]
