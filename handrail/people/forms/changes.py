"""Corrections: a page that lay open for a while keeps what was changed on it, and undoes nothing that changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Any, ClassVar, Self

from django import forms
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Meanwhile:
    """One thing that a colleague changed while the page was open: how it stands now, and what the page would make of it."""

    label: str
    now: str
    typed: str


class OnlyWhatChanged(forms.ModelForm):
    """The page carries what it was opened with, so that only what was changed on it is kept."""

    TOGETHER: ClassVar[tuple[frozenset[str], ...]] = ()
    """Fields that tell one thing: when one of them changed, all are kept."""
    GUARDED: ClassVar[frozenset[str]] = frozenset()
    """What nobody may change without having seen how it stands: somebody's safety hangs on it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True

    def kept(self) -> list[str]:
        """The names of the fields to keep."""
        changed = set(self.changed_data)
        return sorted(changed.union(*(fields for fields in self.TOGETHER if changed & fields)))

    def meanwhile(self) -> list[Meanwhile]:
        """What of the guarded changed since the page was opened, to something else than what was sent."""
        return [
            Meanwhile(str(self[name].label), self._words(name, self.initial.get(name)), self._words(name, self._sent(name)))
            for name in self.fields
            if name in self.GUARDED and self._is_overtaken(name)
        ]

    def anew(self) -> Self:
        """The same page opened now, with what was sent on it; a guarded field nobody touched shows how it stands now."""
        sent = self.data.copy()
        for name in self.GUARDED & set(self.fields):
            stands = self.initial.get(name)
            values = list(stands) if isinstance(stands, (list, tuple)) else ["" if stands is None else str(stands)]
            if name not in self.changed_data:
                sent.setlist(self[name].html_name, values)
            sent.setlist(self[name].html_initial_name, values)
        return type(self)(sent, instance=self.instance, initial=self.initial)

    def _is_overtaken(self, name: str) -> bool:
        field, stands = self.fields[name], self.initial.get(name)
        return field.has_changed(stands, self._opened_with(name)) and field.has_changed(stands, self._sent(name))

    def _opened_with(self, name: str) -> Any:
        """As the page carried it. A page that carried nothing at all was not opened by a person: it is taken at its word."""
        if not any(key.startswith("initial-") for key in self.data):
            return self.initial.get(name)
        return self._widget_data_value(self.fields[name].hidden_widget(), self[name].html_initial_name)  # type: ignore[attr-defined]

    def _sent(self, name: str) -> Any:
        return self._widget_data_value(self.fields[name].widget, self[name].html_name)  # type: ignore[attr-defined]

    def _words(self, name: str, value: Any) -> str:
        """A value as a reader knows it from the page."""
        choices = {str(key): str(label) for key, label in getattr(self.fields[name], "choices", [])}
        values = value if isinstance(value, (list, tuple)) else [value]
        said = [choices.get(str(one), _plainly(one)) for one in values if one not in (None, "")]
        return ", ".join(said) or _("nothing")


def _plainly(value: Any) -> str:
    return value.isoformat("minutes") if isinstance(value, time) else str(value)
