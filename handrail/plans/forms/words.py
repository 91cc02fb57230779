"""A text in the person's own words, as it is typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.plans.forms.fields import Key, OwnText
from handrail.plans.models import Aside, OwnWords, fingerprint


class WordsForm(forms.Form):
    """A text, with the fingerprint of how it read when the page was opened, and the page's own key."""

    text = OwnText(label=_("In their own words"))
    opened = forms.CharField(max_length=16, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))
    page = Key()

    def __init__(self, *args: Any, may_be_empty: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = not may_be_empty
        self.fields["text"].widget.attrs["autofocus"] = True

    def says_something_new(self, own: OwnWords) -> bool:
        """Whether anything was changed here; if not, a save must not stand against what somebody else wrote."""
        text = self.cleaned_data["text"]
        return fingerprint(text) != self.cleaned_data["opened"] and text != own.text


class TogetherForm(WordsForm):
    """One text of two, and which texts it was made of."""

    text = OwnText(rows=8, label=_("Both together"), help_text=_("Both texts stand here. Make one of them, with the person."))
    settles = forms.ModelMultipleChoiceField(queryset=Aside.objects.none(), widget=forms.MultipleHiddenInput)

    def __init__(self, *args: Any, own: OwnWords, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["settles"].queryset = Aside.objects.filter(own=own)  # type: ignore[attr-defined]
