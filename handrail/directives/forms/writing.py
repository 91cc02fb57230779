"""What is typed while a directive is written."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program
from handrail.directives.models import HowAccepted
from handrail.directives.packs import Section, packs
from handrail.plans.forms import Key, OwnText
from handrail.ui.dates import PastDay
from handrail.ui.widgets import Chips


class BeginForm(forms.Form):
    """Which state's rules, and in which program."""

    id = Key()
    pack = forms.ChoiceField(label=_("Which state's rules"), widget=Chips, error_messages={"required": _("Choose a state.")})
    program = forms.ModelChoiceField(queryset=Program.objects.none(), label=_("Program"), empty_label=None, widget=Chips)
    why = OwnText(required=False, rows=2, label=_("Why it changes"), help_text=_("Only if they want to say so."))

    def __init__(self, *args: Any, programs: Any, state: str, changes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["pack"]
        choices.choices = [(pack.id, str(pack.name)) for pack in packs().values()]
        choices.initial = state if state in packs() else None
        offered: Any = self.fields["program"]
        offered.queryset = Program.objects.filter(pk__in=[program.pk for program in programs])
        offered.choices = [(program.pk, program.name) for program in programs]
        if len(programs) == 1:
            offered.initial, offered.widget = programs[0].pk, forms.HiddenInput()
        if not changes:
            del self.fields["why"]


class ChoiceForm(forms.Form):
    """One thing, what they say to it, and why."""

    id = Key()
    item = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    label = forms.CharField(
        required=False, max_length=200, label=_("What"), widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )
    answer = forms.ChoiceField(required=False, label=_("What they say"), widget=Chips)
    why = OwnText(required=False, rows=2, label=_("Why, in their own words"))

    def __init__(self, *args: Any, section: Section, item: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section
        self.known = section.item(item)
        answers: Any = self.fields["answer"]
        answers.choices = [(one.id, str(one.words)) for one in section.answers]
        if self.known or item:
            answers.choices = [*answers.choices, ("", str(_("No wish")))]
            del self.fields["label"]
        else:
            answers.required = True
            answers.error_messages["required"] = _("Choose one of the answers.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "label" in self.fields and not str(cleaned.get("label") or "").strip():
            self.add_error("label", _("What is it about? One word is enough."))
        if cleaned.get("why") and not cleaned.get("answer") and "answer" not in self.errors:
            self.add_error("answer", _("Choose an answer, so that these words are kept. Or empty them."))
        return cleaned


class AgentForm(forms.Form):
    """Somebody who speaks for the person."""

    id = Key()
    name = forms.CharField(
        max_length=120, label=_("Name"), widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )
    relation = forms.CharField(
        required=False, max_length=80, label=_("Who they are to them"), help_text=_("sister, neighbor, friend …")
    )
    phone = forms.CharField(required=False, max_length=60, label=_("Phone number"))


class AcceptedForm(forms.Form):
    """They were asked, and said yes."""

    how = forms.ChoiceField(choices=HowAccepted.choices, label=_("How they said yes"), widget=Chips)
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))
