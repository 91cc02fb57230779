"""Fields that notes and appointments are typed into."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from handrail.contacts.models.contact import LONGEST_TEXT
from handrail.ui.dates import moment_of
from handrail.ui.widgets import LongText

LONGEST_MINUTES = 24 * 60
NO_LONGER = _("This can no longer be chosen.")


class Words(forms.CharField):
    """A text kept as it was typed. Only the line ends are made one kind, which browsers make two."""

    def __init__(self, rows: int = 3, **kwargs: Any) -> None:
        widget = LongText(attrs={"rows": rows, "autocapitalize": "sentences"})
        super().__init__(**{"max_length": LONGEST_TEXT, "strip": False, "required": False, "widget": widget} | kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")


class ShortWords(forms.CharField):
    """One line."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(**{"required": False, "strip": False, "widget": widget} | kwargs)


class StillThere(forms.MultipleChoiceField):
    """Any of what there is. What somebody else ended while the page lay open is left out; `gone` says that there was some."""

    gone = False

    def clean(self, value: Any) -> list[str]:
        there = [one for one in self.to_python(value) if self.valid_value(one)]
        self.gone = len(there) < len(self.to_python(value))
        return super().clean(there)


class Keys(StillThere):
    """The same, where the order means nothing."""

    def clean(self, value: Any) -> Any:
        return set(super().clean(value))


def moment_typed(form: forms.Form, day: str, hour: str, has_been_by: datetime | None = None) -> datetime | None:
    """The moment of two fields; an hour that the clocks leave out is a problem of the hour."""
    on, at = form.cleaned_data.get(day), form.cleaned_data.get(hour)
    if on is None or at is None:
        return None
    try:
        return moment_of(on, at, has_been_by)
    except ValidationError as skipped:
        form.add_error(hour, skipped)
        return None
