"""Fields that texts of the library are typed into. Signs that nobody sees come along when text is copied: they are left out."""

from typing import Any

from django import forms

from handrail.kit.letters import without_controls
from handrail.ui.widgets import LongText


class Line(forms.CharField):
    """One line."""

    def to_python(self, value: Any) -> str:
        return " ".join(without_controls(super().to_python(value)).split())


class LongWords(forms.CharField):
    """A text of many lines, as it was typed."""

    def __init__(self, rows: int = 12, **kwargs: Any) -> None:
        super().__init__(**{"widget": LongText(attrs={"rows": rows, "autocapitalize": "sentences"})} | kwargs)

    def to_python(self, value: Any) -> str:
        return without_controls(super().to_python(value))
