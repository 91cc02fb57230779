"""Forms: looking through the scope of practice, and setting a value of one's own."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handrail.scope.catalogue import Kind, PackValue, Setting, Sort, Value, catalogue
from handrail.ui.widgets import Date, LongText


def documents() -> list[tuple[str, Any]]:
    """The documents to choose from."""
    return [("", _("All documents")), *((document.id, _(document.short)) for document in catalogue().documents.values())]


class ItemSearch(forms.Form):
    """Words to look for, and which items to look among. Nothing personal, so it may stand in the address."""

    q = forms.CharField(required=False, max_length=80, label=_("Search"), widget=forms.TextInput(attrs={"type": "search"}))
    document = forms.ChoiceField(required=False, choices=documents, label=_("Document"))
    setting = forms.ChoiceField(required=False, choices=[("", _("All settings")), *Setting.choices], label=_("Where"))
    kind = forms.ChoiceField(required=False, choices=[("", _("All kinds")), *Kind.choices], label=_("What it asks"))


class Lines(forms.CharField):
    """A list, one thing a line."""

    widget = LongText

    def to_python(self, value: Any) -> tuple[str, ...]:  # type: ignore[override]
        lines = (line.strip() for line in str(value or "").splitlines())
        return tuple(line for line in lines if line)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple) else value


def _yes_or_no(typed: Any) -> bool | None:
    return {"yes": True, "no": False}.get(typed)


def value_field(value: PackValue) -> forms.Field:
    """The field that fits a value: a number, a date, yes or no, words or a list."""
    label, unit = _("What your agency goes by"), gettext(value.unit) if value.unit else ""
    if value.sort == Sort.NUMBER:
        return forms.IntegerField(min_value=0, max_value=100_000, label=label, help_text=unit)
    if value.sort == Sort.DATE:
        return forms.DateField(widget=Date, label=label)
    if value.sort == Sort.YES_NO:
        answers = [("yes", _("Yes")), ("no", _("No"))]
        return forms.TypedChoiceField(choices=answers, coerce=_yes_or_no, widget=forms.RadioSelect, label=label)
    if value.sort == Sort.LIST:
        return Lines(max_length=2000, label=label, help_text=_("One on each line."))
    return forms.CharField(max_length=1000, widget=LongText({"rows": 2}), label=label)


class OverrideForm(forms.Form):
    """Another value than the pack's, or none at all, and why."""

    none = forms.BooleanField(required=False, label=_("We have no such rule"))
    reason = forms.CharField(
        max_length=500,
        widget=LongText({"rows": 2}),
        label=_("Why"),
        help_text=_("Where your agency has it from, or who decided."),
    )

    def __init__(self, value: PackValue, now: Value, data: Any = None) -> None:
        super().__init__(data, initial={"value": shown_as_typed(now), "none": now is None})
        field = value_field(value)
        field.required = False  # one may say instead that there is no such rule
        self.fields["value"] = field
        self.order_fields(["value", "none", "reason"])

    def clean(self) -> dict[str, Any]:
        """A value, or the word that there is none; never both, never neither."""
        cleaned = dict(super().clean() or {})
        given = cleaned.get("value")
        nothing_given = given in (None, "", ())
        if cleaned.get("none"):
            cleaned["value"] = None
        elif nothing_given and "value" not in self.errors:
            self.add_error("value", _("Fill this in, or say that you have no such rule."))
        return cleaned


def shown_as_typed(value: Value) -> Any:
    """A value as its field shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else value
