"""A wellness tool, what it is for, and how it helped."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program
from handrail.plans.forms.fields import InOneProgram, InProgram, Key, OwnText, offer_programs
from handrail.plans.models import ForWhat, Helped, Tool
from handrail.ui.dates import PastDay
from handrail.ui.facts import SaysFacts
from handrail.ui.widgets import Chips, ManyChips


class ToolForm(forms.ModelForm):
    """What a tool is for."""

    for_what = forms.MultipleChoiceField(label=_("What for"), choices=ForWhat.choices, required=False, widget=ManyChips)

    class Meta:
        model = Tool
        fields = ("for_what",)


class ToolChangeForm(SaysFacts, ToolForm):
    """The same of a tool there is."""

    FACTS: ClassVar = {"for_what": ("for_what",)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["opened"] = self.marks_to_open_with(self.instance.facts())

    def fact_for_what(self) -> set[str]:
        """In whatever order."""
        return set(self.cleaned_data["for_what"])


class NewToolForm(ToolForm):
    """A tool of one's own: what it is called is enough."""

    id = Key()
    text = OwnText(rows=2, label=_("What keeps me well"), help_text=_("As they say it: “Walk to the river”."))
    how = OwnText(required=False, rows=2, label=_("How I do it"))
    program = InProgram()

    field_order = ("text", "how", "program", "for_what")

    def __init__(self, *args: Any, programs: list[Program], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_programs(self, programs)


class TakenForm(InOneProgram):
    """A tool taken from the library, as it is."""


class UseForm(forms.Form):
    """A tool was used: today in one tap; more when somebody wants to say more."""

    id = Key()
    helped = forms.ChoiceField(label=_("Did it help?"), choices=Helped.choices, required=False, widget=Chips)
    words = OwnText(required=False, rows=2, label=_("In their own words"))
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))


class HelpedForm(forms.Form):
    """Whether it helped."""

    helped = forms.ChoiceField(choices=Helped.choices)
