"""Inputs that Django does not have, and dates that phones open their own picker for."""

from typing import Any

from django import forms


class Chips(forms.RadioSelect):
    """One of a few, as large buttons: quicker than a list, and all choices are seen."""

    template_name = "ui/forms/widgets/chips.html"


class ManyChips(forms.CheckboxSelectMultiple):
    """Any of a few, as large buttons."""

    template_name = "ui/forms/widgets/chips.html"


class Date(forms.DateInput):
    """The device's own date picker. The browser wants ISO dates and shows them in the reader's way."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class Time(forms.TimeInput):
    """The device's own time picker."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class LongText(forms.Textarea):
    """Grows with what is written, where the browser can."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 4, **(attrs or {})})
