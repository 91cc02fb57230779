"""Fields that texts of the library are typed into."""

import re
from typing import Any

from django import forms

from handrail.ui.widgets import LongText

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufeff]")
"""Signs without a shape that steer machines, not readers. They come along when text is copied from elsewhere."""


class Line(forms.CharField):
    """One line."""

    def to_python(self, value: Any) -> str:
        return " ".join(STEERING.sub(" ", super().to_python(value)).split())


class LongWords(forms.CharField):
    """A text of many lines, as it was typed."""

    def __init__(self, rows: int = 12, **kwargs: Any) -> None:
        super().__init__(**{"widget": LongText(attrs={"rows": rows, "autocapitalize": "sentences"})} | kwargs)

    def to_python(self, value: Any) -> str:
        return STEERING.sub("", super().to_python(value).replace("\r\n", "\n").replace("\r", "\n"))
