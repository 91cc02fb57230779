"""A crisis line, as the agency tells it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.crisis.lines import LOOKED_AT_AGAIN_AFTER
from handrail.crisis.models import CrisisLine
from handrail.people.numbers import dialled
from handrail.plans.forms import Key
from handrail.ui.dates import Day
from handrail.ui.widgets import LongText

PHONE = {"type": "tel", "autocomplete": "off"}


class LineForm(forms.ModelForm):
    """Name, what it is for, how it is reached, and when somebody looks at it again."""

    id = Key(required=False)
    review_by = Day(
        label=_("Look at it again by"), help_text=_("Numbers change. Check it with whoever runs the line before you save.")
    )

    field_order = ("name", "name_es", "what_for", "what_for_es", "call", "press", "text", "text_word", "chat")

    class Meta:
        model = CrisisLine
        fields = ("name", "name_es", "what_for", "what_for_es", "call", "press", "text", "text_word", "chat", "review_by")
        labels = {
            "name": _("Name"),
            "name_es": _("Name in Spanish"),
            "what_for": _("What it is for, in plain words"),
            "what_for_es": _("The same in Spanish"),
            "call": _("Number to call"),
            "press": _("Then press"),
            "text": _("Number to text"),
            "text_word": _("What to text"),
            "chat": _("They also chat on their website"),
        }
        widgets = {
            "what_for": LongText({"rows": 2}),
            "what_for_es": LongText({"rows": 2}),
            "call": forms.TextInput(attrs=PHONE),
            "text": forms.TextInput(attrs=PHONE),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["review_by"] = timezone.localdate() + LOOKED_AT_AGAIN_AFTER

    def clean_review_by(self) -> date:
        if self.cleaned_data["review_by"] <= timezone.localdate():
            raise ValidationError(_("Choose a day still to come."))
        return self.cleaned_data["review_by"]

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean() or {})
        for name in ("call", "text"):
            if cleaned.get(name) and not dialled(cleaned[name]):
                self.add_error(name, _("There is no number in this that a phone could dial."))
        if not self.errors and not cleaned.get("call") and not cleaned.get("text"):
            self.add_error("call", _("Write down a number to call or to text."))
        return cleaned
