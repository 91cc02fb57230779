"""What every form of a plan is made of."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program
from handrail.kit.letters import without_controls
from handrail.plans.models.words import LONGEST
from handrail.ui.widgets import Chips, LongText

TOO_OLD = _("This page is too old to be sent. Open it again.")


class Key(forms.UUIDField):
    """A key the page has made for what it sends."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"required": TOO_OLD, "invalid": TOO_OLD}
        super().__init__(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), error_messages=messages, **kwargs)


class OwnText(forms.CharField):
    """The person's own words: kept letter by letter, as typed. Line ends are made one kind, and signs that steer machines and
    that nobody sees (Unicode's category Cc) are left out: no paper could show them."""

    def __init__(self, rows: int = 3, **kwargs: Any) -> None:
        widget = LongText(attrs={"rows": rows, "dir": "auto", "autocomplete": "off"})
        super().__init__(max_length=LONGEST, strip=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        text = without_controls(super().to_python(value))
        return text if text.strip() else ""


class OneLine(forms.CharField):
    """A few words on one line, without signs that nobody sees."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})} | kwargs)

    def to_python(self, value: Any) -> str:
        text: str = super().to_python(value)
        return " ".join(without_controls(text).split("\n"))


class Lines(forms.CharField):
    """Several short texts, one a line."""

    def __init__(self, max_length: int = LONGEST, rows: int = 3, **kwargs: Any) -> None:
        widget = LongText(attrs={"rows": rows, "dir": "auto"})
        super().__init__(max_length=max_length, strip=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        return without_controls(super().to_python(value))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return [line for line in super().clean(value).split("\n") if line.strip()]


class InProgram(forms.ModelChoiceField):
    """In which of the person's programs something is written down."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Program.objects.none(), label=_("Program"), empty_label=None, widget=Chips, **kwargs)


def offer_programs(form: forms.BaseForm, programs: list[Program]) -> None:
    """Let these be chosen from; where there is only one, nobody is asked."""
    offered: Any = form.fields["program"]
    offered.queryset = Program.objects.filter(pk__in=[program.pk for program in programs])
    offered.choices = [(program.pk, program.name) for program in programs]
    if len(programs) == 1:
        offered.widget, form.initial["program"] = forms.HiddenInput(), programs[0].pk


class InOneProgram(forms.Form):
    """Something new that stays in one of the programs the writer looks after the person in."""

    id = Key()
    program = InProgram()

    def __init__(self, *args: Any, programs: list[Program], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_programs(self, programs)
