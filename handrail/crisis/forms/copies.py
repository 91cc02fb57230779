"""Who is given a copy, and the card to carry along."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.crisis.models import CrisisPerson
from handrail.plans.forms import Key
from handrail.ui.dates import Day
from handrail.ui.widgets import Chips, ManyChips

LANGUAGES = (("en", "English"), ("es", "Español"))
"""In which the catalogue speaks; each by its own name."""


class CopyForm(forms.Form):
    """Whom the family chose, and when they got it."""

    id = Key()
    to = forms.MultipleChoiceField(label=_("Who has a copy now"), widget=ManyChips)
    given_on = Day(required=False, label=_("Since when"), help_text=_("Leave it empty for today."))

    def __init__(self, *args: Any, people: list[CrisisPerson], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["to"].choices = [(key, one.name) for key, one in self.people.items()]  # type: ignore[attr-defined]

    def clean_to(self) -> list[CrisisPerson]:
        return [self.people[key] for key in self.cleaned_data["to"]]

    def clean_given_on(self) -> Any:
        on = self.cleaned_data["given_on"] or timezone.localdate()
        if on > timezone.localdate():
            raise ValidationError(_("This day is still to come. Choose today or a day before."))
        return on


class CardForm(forms.Form):
    """How the card is printed: with the name or without, and in which language."""

    name = forms.BooleanField(required=False, label=_("Put the name on it"))
    language = forms.ChoiceField(required=False, label=_("Language"), choices=LANGUAGES, widget=Chips)
