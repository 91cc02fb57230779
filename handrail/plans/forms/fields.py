"""What every form of a plan is made of."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
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
        offered.initial, offered.widget = programs[0].pk, forms.HiddenInput()


def has_been(day: Any) -> Any:
    """The day, unless it is still to come."""
    if day and day > timezone.localdate():
        raise ValidationError(_("This day is still to come. Choose today or a day before."))
    return day
