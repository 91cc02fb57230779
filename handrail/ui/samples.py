"""What the gallery shows in the parts: invented people, a form of every kind of field. Nothing here comes from a database."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.kit.paging import Page
from handrail.ui.icons import ICONS
from handrail.ui.navigation import NavItem
from handrail.ui.widgets import Chips, Date, LongText, ManyChips

HOW = [("met", _("Met")), ("called", _("Called")), ("texted", _("Texted")), ("tried", _("Tried, no answer"))]
LONG = [("15", _("15 min")), ("30", "30"), ("45", "45"), ("60", "60")]
WORKED_ON = [
    ("bus", _("Bus to the library")),
    ("place", _("Own place")),
    ("tools", _("Wellness tools")),
    ("ear", _("Just listened")),
]
TOKENS = {
    "page": "ink", "card": "ink", "sunk": "ink", "ink": "page", "ink-soft": "page", "lake": "on-lake", "lake-tint": "lake",
    "dawn": "band", "dawn-tint": "dawn-ink", "moss": "page",
    "moss-tint": "moss", "plum": "page", "plum-tint": "plum", "band": "on-band",
}  # fmt: skip


class ContactForm(forms.Form):
    """A contact, as short as it can be."""

    how = forms.ChoiceField(label=_("How"), choices=HOW, widget=Chips)
    long = forms.ChoiceField(label=_("How long"), choices=LONG, widget=Chips, required=False)
    worked_on = forms.MultipleChoiceField(label=_("Worked on"), choices=WORKED_ON, widget=ManyChips, required=False)
    words = forms.CharField(
        label=_("In their words"),
        widget=LongText,
        required=False,
        help_text=_("Use your keyboard’s microphone to speak it. Marcus can read this."),
    )
    together = forms.BooleanField(label=_("We wrote this together"), required=False)


class EveryField(forms.Form):
    """One of each."""

    name = forms.CharField(label=_("Name they go by"), help_text=_("The name they want to be called."))
    began_on = forms.DateField(label=_("First met on"), widget=Date, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=[("en", "English"), ("es", "Español")])
    reach = forms.ChoiceField(label=_("Best way to reach them"), choices=HOW[:3], widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(
        label=_("Good days"),
        choices=[("mo", _("Monday")), ("we", _("Wednesday")), ("fr", _("Friday"))],
        widget=forms.CheckboxSelectMultiple,
    )
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput, help_text=_("At least 15 letters. A sentence is good.")
    )
    keep = forms.BooleanField(
        label=_("This is a shared computer"), required=False, help_text=_("You will be signed out sooner.")
    )


def nav_items(current: str = "today", contact: bool = True) -> tuple[NavItem, ...]:
    """The full bar, and what a desktop shows below it."""
    rows = [
        ("today", _("Today"), "today", "g t", False, "bar"),
        ("people", _("People"), "people", "g p", False, "bar"),
        ("contact", _("Contact"), "plus", "n", True, "bar"),
        ("groups", _("Groups"), "groups", "g g", False, "bar"),
        ("scope", _("Scope of practice"), "list", "", False, "more"),
        ("me", _("Me"), "person", "", False, "more"),
        ("more", _("More"), "more", "", False, "phone"),
    ]
    return tuple(
        NavItem(name=name, label=label, icon=icon, url="#main", key=key, prominent=big, place=place, current=here, here=here)  # type: ignore[arg-type]
        for name, label, icon, key, big, place in rows
        if (here := name == current) or contact or name not in ("contact", "groups")
    )


def moments() -> dict[str, datetime]:
    """Near and far, always seen from now."""
    noon = timezone.localtime().replace(hour=11, minute=0, second=0, microsecond=0)
    return {
        "today": noon,
        "tomorrow": noon + timedelta(days=1),
        "near": noon + timedelta(days=4),
        "far": noon + timedelta(days=200),
    }


def context() -> dict[str, Any]:
    """Everything the examples name."""
    every = {"name": "", "language": "en", "reach": "", "password": "short"}
    return {
        "moments": moments(),
        "icons": sorted(ICONS),
        "tokens": TOKENS.items(),
        "contact_form": ContactForm(initial={"how": "met", "long": "30", "worked_on": ["bus"]}, prefix="contact"),
        "every_form": EveryField(prefix="every"),
        "wrong_form": EveryField(every, prefix=None, auto_id="wrong_%s"),
        "page": Page(rows=[], first=51, last=100, of=123, before=1, after=3),
        "how": HOW,
        "sentence": _("This plan is already signed. A changed mind makes a new plan."),
        "bars": [("3", nav_items(contact=False)), ("5", nav_items("people"))],
    }
