"""A signature drawn with a finger, as it is sent."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from handrail.plans.models.signature import LONGEST_STROKES

NUMBER = r"([0-9]{1,3}(?:\.[0-9]{1,2})?)"
PAIR = rf"{NUMBER} {NUMBER}"
STROKES = re.compile(rf"M{PAIR}(?:M{PAIR}|L{PAIR}|Q{PAIR} {PAIR})*")
WIDE, HIGH = 300, 100
NOT_STROKES = _("This drawing did not arrive whole. Please sign once more.")


class Drawn(forms.CharField):
    """Strokes in a box of 300 by 100, as our own page draws them (`draw.js`, `_pad.html`). Nothing drawn is empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value: Any) -> str:
        """Only strokes inside their box; nothing else ever becomes part of a picture."""
        text: str = super().clean(value)
        return checked_strokes(text) if text else ""


def checked_strokes(text: str) -> str:
    """Only strokes inside their box, as our own page draws them; nothing else ever becomes part of a picture."""
    numbers = [float(one) for one in re.findall(NUMBER, text)]
    inside = all(0 <= x <= WIDE for x in numbers[::2]) and all(0 <= y <= HIGH for y in numbers[1::2])
    if len(text) > LONGEST_STROKES or not STROKES.fullmatch(text) or not inside or not ("L" in text or "Q" in text):
        raise ValidationError(NOT_STROKES)
    return text
