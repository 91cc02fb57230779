"""How a paper is to be printed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.plans.printing import Form
from handrail.ui.widgets import Chips


class PrintForm(forms.Form):
    """Which form, in which language, and whether the name may stand on it."""

    form = forms.ChoiceField(choices=Form.choices, required=False, label=_("What to print"), widget=Chips, initial=Form.BOOKLET)
    language = forms.ChoiceField(
        choices=[("en", "English"), ("es", "Español")], required=False, label=_("Language"), widget=Chips, initial="en"
    )
    named = forms.BooleanField(
        required=False,
        label=_("Put the name on it"),
        help_text=_("Only if they want it. Without it neither the file nor its title says whose it is."),
    )
    version = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    pick = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, *args: Any, keys: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pick"].choices = [(key, key) for key in keys]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("form") == Form.FRIDGE and not cleaned.get("pick"):
            self.add_error("form", _("Pick at least one thing for the page on the fridge."))
        return cleaned
