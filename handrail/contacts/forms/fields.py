"""Fields that notes and appointments are typed into, and forms that know what was changed on them."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handrail.contacts.models.contact import LONGEST_TEXT
from handrail.kit.merging import mark_of, read_marks, write_marks
from handrail.ui.dates import moment_of
from handrail.ui.moments import day_words, time_words
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


class SaysFacts(forms.Form):
    """Says facts, each in one field or several, and carries a mark of every fact it was opened with."""

    FACTS: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """The fields of each fact."""

    LABELS: ClassVar[Mapping[str, str | Promise]] = {}
    """What facts of several fields are called."""

    opened = forms.CharField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), required=False)

    @classmethod
    def marks_to_open_with(cls, kept: Mapping[str, Any]) -> str:
        """What the page takes along, of what is kept."""
        return write_marks({name: mark_of(value) for name, value in kept.items()})

    @property
    def marks(self) -> dict[str, str]:
        """What the page took along when it was opened."""
        return read_marks(self.cleaned_data.get("opened", ""))

    def facts(self) -> dict[str, Any]:
        """What was typed, fact by fact; without those in which something is to be put right."""
        whole = [name for name, fields in self.FACTS.items() if not any(one in self.errors for one in self._fields_of(fields))]
        return {name: self._fact(name) for name in whole}

    def _fields_of(self, fields: tuple[str, ...]) -> list[str]:
        return [name for name in self.fields if name.startswith(fields)] if fields[-1].endswith("-") else list(fields)

    def _fact(self, name: str) -> Any:
        several = getattr(self, f"fact_{name}", None)
        return several() if several else self.cleaned_data[name]

    def label_of(self, fact: str) -> str:
        """What a fact is called on the page."""
        return str(self.LABELS.get(fact) or self.fields[fact].label)

    def kept_words(self, fact: str) -> str:
        """A fact as it is kept, in words."""
        said = [self._kept_words(name) for name in self._fields_of(self.FACTS[fact])]
        return ", ".join(one for one in said if one)

    def _kept_words(self, name: str) -> str:
        value, field = self.get_initial_for_field(self.fields[name], name), self.fields[name]
        if value in (None, "", []):
            return ""
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        if isinstance(value, date):
            return day_words(value)
        if isinstance(value, time):
            return time_words(value)
        choices = dict(_flat(getattr(field, "choices", [])))
        return ", ".join(str(choices.get(str(one), one)) for one in (value if isinstance(value, list) else [value]))

    def as_kept(self, fact: str) -> dict[str, list[str]]:
        """A fact as a page that shows what is kept would send it."""
        names = self._fields_of(self.FACTS[fact])
        return {self.add_prefix(name): _sent(self.get_initial_for_field(self.fields[name], name)) for name in names}


def _flat(choices: Any) -> list[tuple[str, Any]]:
    """Choices without their headings."""
    return [pair for key, one in choices for pair in (one if isinstance(one, list | tuple) else [(str(key), one)])]


def _sent(value: Any) -> list[str]:
    if value is True:
        return ["on"]
    if isinstance(value, list):
        return [str(one) for one in value]
    if isinstance(value, time):
        return [f"{value:%H:%M}"]
    return [] if value in (None, "", False) else [str(value)]
