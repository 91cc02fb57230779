"""What is typed about walking together: what is agreed, where on the road somebody is, and how it ended."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.people.forms.facts import RowForm
from handrail.people.forms.folding import Folding
from handrail.people.models import Acuity, Ending, PhaseName, SupportAgreement
from handrail.ui.widgets import Chips, Date, LongText

WHENEVER = ""
RHYTHMS = [
    ("1", _("Every day")),
    ("7", _("Every week")),
    ("14", _("Every two weeks")),
    ("30", _("Every month")),
    (WHENEVER, _("Whenever they want")),
]
LONG = [("15", _("15 min")), ("30", _("30 min")), ("60", _("1 hour")), ("120", _("2 hours")), (WHENEVER, _("As it comes"))]


def _number(typed: str) -> int | None:
    return int(typed) if typed else None


def _also(choices: list[tuple[str, Any]], value: int | None, words: Any) -> list[tuple[str, Any]]:
    """A number agreed before that is none of the usual ones stays one of the choices."""
    if value is None or str(value) in dict(choices):
        return choices
    return [*choices, (str(value), words % {"number": value})]


class AgreementForm(RowForm):
    """What kind of support, how often, how long, and why this mix."""

    every_days = forms.TypedChoiceField(
        required=False, coerce=_number, empty_value=None, label=_("How often"), widget=Chips, choices=RHYTHMS
    )
    other_days = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=365,
        label=_("Or every so many days"),
        help_text=_("A number of days, for example 3."),
    )
    minutes = forms.TypedChoiceField(
        required=False, coerce=_number, empty_value=None, label=_("How long each time"), widget=Chips, choices=LONG
    )
    more_words = _("Another rhythm, and what the team sees")
    folded = ("other_days", "acuity", "team_view", "peer_experience")
    field_order = ("kind", "every_days", "minutes", "person_view", "why_this_mix", "review_on")

    class Meta:
        model = SupportAgreement
        fields = (
            "kind",
            "every_days",
            "minutes",
            "person_view",
            "why_this_mix",
            "review_on",
            "acuity",
            "team_view",
            "peer_experience",
        )
        widgets = {
            "kind": Chips,
            "acuity": Chips,
            "review_on": Date,
            **dict.fromkeys(("person_view", "why_this_mix", "team_view", "peer_experience"), LongText(attrs={"rows": 3})),
        }
        labels = {
            "kind": _("What kind of support they chose"),
            "person_view": _("How things are, as they see it"),
            "why_this_mix": _("Why this fits"),
            "review_on": _("Look at it again on"),
            "acuity": _("How things are, as the team sees it"),
            "team_view": _("What the team sees"),
            "peer_experience": _("What the peer brings to it"),
        }
        help_texts = {
            "person_view": _("In their own words."),
            "why_this_mix": _("The person can read this, and all of the rest too."),
            "peer_experience": _("Only what the peer wants to say here."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = self.instance
        self.fields["every_days"].choices = _also(RHYTHMS, before.every_days, _("Every %(number)s days"))  # type: ignore[attr-defined]
        self.fields["minutes"].choices = _also(LONG, before.minutes, _("%(number)s min"))  # type: ignore[attr-defined]
        self.fields["acuity"].choices = [("", _("Not said")), *Acuity.choices]  # type: ignore[attr-defined]
        for name in ("every_days", "minutes"):
            if self.initial.get(name) is None:
                self.initial[name] = WHENEVER

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day and day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day to come."))
        return day

    def save(self, commit: bool = True) -> SupportAgreement:
        agreement: SupportAgreement = super().save(commit=commit)
        agreement.every_days = self.cleaned_data.get("other_days") or self.cleaned_data["every_days"]
        return agreement


class PhaseForm(Folding, forms.Form):
    """Where on the road the person is, as they see it."""

    phase = forms.ChoiceField(
        choices=PhaseName.choices,
        label=_("Where they are now"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    words = forms.CharField(
        required=False,
        max_length=300,
        label=_("In their words"),
        help_text=_("Only if they want to say something about it."),
        widget=LongText(attrs={"rows": 2, "autocomplete": "off"}),
    )


class EndForm(Folding, forms.Form):
    """Why somebody is no longer part of a program."""

    ending = forms.ChoiceField(
        choices=Ending.choices,
        label=_("What happened"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    why = forms.CharField(
        required=False,
        max_length=300,
        label=_("In a few kind words"),
        help_text=_("The person can read this."),
        widget=LongText(attrs={"rows": 3, "autocomplete": "off"}),
    )
