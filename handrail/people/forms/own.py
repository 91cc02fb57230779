"""Who somebody is, beside their names: a few fields a page, so that nobody has to ask everything at once."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from handrail.people.actions import is_plausible_birth_date
from handrail.people.forms.access import PersonForm
from handrail.people.forms.changes import Meanwhile, OnlyWhatChanged
from handrail.people.forms.folding import Folding
from handrail.people.models import AgeBand, Person
from handrail.ui.widgets import Chips, LongText


class NamesForm(Folding, OnlyWhatChanged, PersonForm):
    """Names and birth; and what one does when the date is not known, or only a part of it."""

    born_year = forms.IntegerField(
        required=False, label=_("The year"), help_text=_("When the whole date is not known."), widget=forms.NumberInput
    )
    born_month = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, label=_("The month"), choices=[("", _("Not known")), *MONTHS.items()]
    )
    more_words = _("The birth date is not known")
    GUARDED = frozenset({"born_on", "born_year", "born_month", "age_said"})
    TOGETHER = (GUARDED,)
    folded = ("born_year", "born_month", "age_said")
    field_order = ("chosen_name", "other_names", "pronouns", "legal_name", "born_on")

    class Meta(PersonForm.Meta):
        fields = (*PersonForm.Meta.fields, "other_names", "born_year", "born_month", "age_said")
        widgets = {"age_said": Chips}
        labels = PersonForm.Meta.labels | {
            "age_said": _("About how old they are"),
            "other_names": _("What else they are called"),
        }
        help_texts = PersonForm.Meta.help_texts | {
            "age_said": _("When not even the year is known. It changes a few words."),
            "other_names": _("A nickname, or a name from before, if they are fine with it. Several with commas between."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["age_said"].choices = [("", _("Not known")), *AgeBand.choices]  # type: ignore[attr-defined]

    def meanwhile(self) -> list[Meanwhile]:
        """A birth date matters only to those who change it: a name is corrected whatever else became known."""
        return super().meanwhile() if self.GUARDED.intersection(self.changed_data) else []

    def clean_born_year(self) -> int | None:
        year: int | None = self.cleaned_data["born_year"]
        if year is not None and not is_plausible_birth_date(date(max(min(year, 9999), 1), 1, 1), timezone.localdate()):
            raise forms.ValidationError(_("This cannot be a birth year."))
        return year

    def clean(self) -> dict[str, Any]:
        """What is known best counts: the date, or else the year, or else about how old."""
        cleaned = super().clean() or {}
        if cleaned.get("born_on"):
            cleaned |= {"born_year": None, "born_month": None, "age_said": ""}
        elif cleaned.get("born_year"):
            cleaned["age_said"] = ""
        elif cleaned.get("born_month") and "born_year" not in self.errors:
            self.add_error("born_year", _("A month needs its year."))
        return cleaned


class OwnForm(Folding, OnlyWhatChanged):
    """Some of the person's own fields. A shared phone offers nothing that was typed before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


class LanguageForm(OwnForm):
    """What they speak and read, and whether an interpreter is needed."""

    class Meta:
        model = Person
        fields = ("speaks", "reads", "interpreter")
        widgets = {"interpreter": Chips}
        labels = {"speaks": _("They speak"), "reads": _("They read"), "interpreter": _("Is an interpreter needed?")}
        help_texts = {
            "speaks": _("The language they like best first. Sign languages too."),
            "reads": _("The language papers should be in. It may be another one, or none."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["interpreter"]
        field.choices = [("", _("Not asked yet")), *[choice for choice in field.choices if choice[0]]]


class CultureForm(OwnForm):
    """Culture and faith, as the person tells them."""

    class Meta:
        model = Person
        fields = ("culture", "faith")
        widgets = dict.fromkeys(fields, LongText(attrs={"rows": 3}))
        labels = {"culture": _("Where they feel at home"), "faith": _("Faith and what carries them")}
        help_texts = {
            "culture": _("In their own words: people, places, customs, what to know before one visits."),
            "faith": _("In their own words. Leave it empty if they would rather not say."),
        }


class NeedsForm(OwnForm):
    """What body, senses and reading ask for."""

    class Meta:
        model = Person
        fields = ("body_needs", "senses_needs", "reading_needs")
        widgets = dict.fromkeys(fields, LongText(attrs={"rows": 2}))
        labels = {
            "body_needs": _("Body and moving"),
            "senses_needs": _("Seeing, hearing, quiet"),
            "reading_needs": _("Reading and understanding"),
        }
        help_texts = {
            "body_needs": _("For example: stairs, sitting long, pain, a chair with arms."),
            "senses_needs": _("For example: large print, speak to the left ear, no bright lights."),
            "reading_needs": _("For example: read it aloud, short sentences, time to think."),
        }


PARTS: dict[str, tuple[Any, type[OwnForm]]] = {
    "language": (_("Languages"), LanguageForm),
    "culture": (_("Culture and faith"), CultureForm),
    "needs": (_("What they need"), NeedsForm),
}
"""The pages, by the word in their address: a heading and a form."""
