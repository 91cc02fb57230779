"""Forms that know what was changed on them, fact by fact (`kit.merging`)."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext

from handrail.kit.merging import mark_of, read_marks, write_marks
from handrail.ui.moments import day_words, time_words


class SaysFacts(forms.Form):
    """Says facts, each in one field or several, and carries a mark of every fact it was opened with."""

    FACTS: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """The fields of each fact."""

    LABELS: ClassVar[Mapping[str, str | Promise]] = {}
    """What facts of several fields are called."""

    def fields_of_facts(self) -> Mapping[str, tuple[str, ...]]:
        """The fields of each fact of this very form; some are known only when it is made."""
        return self.FACTS

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
        whole = [
            name
            for name, fields in self.fields_of_facts().items()
            if not any(one in self.errors for one in self._fields_of(fields))
        ]
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
        said = [self._kept_words(name) for name in self._fields_of(self.fields_of_facts()[fact])]
        return ", ".join(one for one in said if one)

    def _kept_words(self, name: str) -> str:
        field = self.fields[name]
        value = field.prepare_value(self.get_initial_for_field(field, name))
        if value in (None, "", []):
            return ""
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        if isinstance(value, date):
            return day_words(value)
        if isinstance(value, time):
            return time_words(value)
        choices = dict(_flat(getattr(field, "choices", [])))
        return ", ".join(str(choices.get(str(one), _plain(one))) for one in (value if isinstance(value, list) else [value]))

    def as_kept(self, fact: str) -> dict[str, list[str]]:
        """A fact as a page that shows what is kept would send it."""
        fields = {name: self.fields[name] for name in self._fields_of(self.fields_of_facts()[fact])}
        shown = {name: field.prepare_value(self.get_initial_for_field(field, name)) for name, field in fields.items()}
        return {self.add_prefix(name): _sent(value) for name, value in shown.items()}

    def put_what_is_kept(self, data: QueryDict) -> None:
        """Make what was sent what a page would send that was opened now: with what was changed here, and all else as it is kept."""
        opened = self.get_initial_for_field(self.fields["opened"], "opened")
        data[self.add_prefix("opened")], now = opened, read_marks(opened)
        for fact, value in self.facts().items():
            if mark_of(value) == self.marks.get(fact) != now[fact]:
                for name, values in self.as_kept(fact).items():
                    data.pop(name, None)
                    if values:
                        data.setlist(name, values)


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
    return [] if value is None or value is False or value == "" else [_plain(value)]


def _plain(value: Any) -> str:
    """2.50 is typed as 2.5."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
