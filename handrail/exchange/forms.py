"""What is sent about an import."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.exchange.columns import MEANINGS, NAMES, heading_of, meant_twice
from handrail.exchange.models import AlikeAnswer
from handrail.exchange.readers.lists import ENCODINGS
from handrail.exchange.readers.troubles import FILE
from handrail.people.forms.access import ProgramChoice
from handrail.plans.models.words import LONGEST
from handrail.ui.widgets import Chips, LongText

SEPARATORS = {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab"), "|": _("Bar")}
ORDERS = {"month": _("Month first: 05/17/1984"), "day": _("Day first: 17/05/1984")}


class BeginForm(forms.Form):
    """The program, and the file."""

    program = ProgramChoice()
    file = forms.FileField(
        label=_("The file"),
        help_text=_("A list as CSV, or health records (FHIR as JSON, NDJSON or ZIP). At most 200 MB."),
        allow_empty_file=False,
        error_messages={
            "required": _("Choose a file."),
            "missing": _("Choose a file."),
            "empty": FILE["empty"],
        },
    )

    def __init__(self, *args: Any, programs: Any, not_kept: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["program"].offer(programs)  # type: ignore[attr-defined]
        self.not_kept = not_kept

    def clean(self) -> dict[str, Any]:
        if self.not_kept:
            self.errors.pop("file", None)
            self.add_error("file", FILE[self.not_kept])
        return super().clean() or {}


class ColumnsForm(forms.Form):
    """What each column means, and how the list is written."""

    encoding = forms.ChoiceField(label=_("Letters"), choices=list(ENCODINGS.items()))
    separator = forms.ChoiceField(label=_("What separates the columns"), choices=list(SEPARATORS.items()))
    headed = forms.TypedChoiceField(
        label=_("The first line holds"),
        choices=[("yes", _("The headings")), ("no", _("A person already"))],
        widget=Chips,
        coerce=lambda word: word == "yes",
    )
    order = forms.ChoiceField(
        label=_("Dates such as 04/05/1984"),
        choices=list(ORDERS.items()),
        widget=Chips,
        required=False,
        error_messages={"required": FILE["ask_dates"]},
    )

    def __init__(self, *args: Any, looked: dict[str, Any], **kwargs: Any) -> None:
        self.looked = looked
        first = {
            "encoding": looked["encoding"],
            "separator": looked["separator"],
            "headed": "yes" if looked["headed"] else "no",
            "order": looked["order"] if looked["order"] in ORDERS else "",
        }
        first |= {f"column_{number}": meaning for number, meaning in enumerate(looked["columns"])}
        super().__init__(*args, initial=first, **kwargs)
        choices = [("", _("Leave it out")), *((meaning.name, meaning.words) for meaning in MEANINGS)]
        for number in range(looked["width"]):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                choices=choices, required=False, label=heading_of(looked, number)
            )
        self.fields["order"].required = looked["order"] == "ask"

    @property
    def columns(self) -> list[tuple[Any, list[str]]]:
        """Each column's field, with a few examples of what stands there."""
        return [
            (self[f"column_{number}"], self.looked["examples"][number] if number < len(self.looked["examples"]) else [])
            for number in range(self.looked["width"])
        ]

    def written_otherwise(self) -> bool:
        """Whether somebody says that the list is written otherwise than it seemed: then it is looked at again."""
        asked = (self.data.get("encoding"), self.data.get("separator"))
        known = (self.looked["encoding"], self.looked["separator"])
        return asked != known and asked[0] in ENCODINGS and asked[1] in SEPARATORS

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not set(self.meanings(cleaned)) & set(NAMES):
            raise forms.ValidationError(FILE["no_name_column"])
        if twice := meant_twice(self.looked, self.meanings(cleaned)):
            raise forms.ValidationError(twice)
        return cleaned

    def meanings(self, cleaned: dict[str, Any]) -> list[str]:
        """What each column means."""
        return [cleaned.get(f"column_{number}") or "" for number in range(self.looked["width"])]

    def agreed(self) -> dict[str, Any]:
        """How the list is to be read."""
        cleaned = self.cleaned_data
        how = {name: cleaned[name] for name in ("encoding", "separator", "headed", "order")}
        return self.looked | how | {"columns": self.meanings(cleaned)}


class DecideForm(forms.Form):
    """Are they one person?"""

    alike = forms.UUIDField()
    answer = forms.ChoiceField(choices=AlikeAnswer.choices, required=False)
    page = forms.IntegerField(required=False, min_value=1)


class TakeOverForm(forms.Form):
    """What came along, in the words it is to have now."""

    text = forms.CharField(
        label=_("In their own words"),
        max_length=LONGEST,
        widget=LongText(attrs={"rows": 4, "autocomplete": "off"}),
        error_messages={"required": _("What do they want? A few words are enough.")},
    )
