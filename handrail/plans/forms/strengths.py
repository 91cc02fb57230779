"""A strength, what it is a skill of, who noticed it, and where it showed."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program
from handrail.plans.catalogue.strengths import skill_areas
from handrail.plans.forms.fields import InProgram, Key, OneLine, OwnText, offer_programs
from handrail.plans.models import NoticedBy, Strength
from handrail.ui.dates import PastDay
from handrail.ui.facts import SaysFacts
from handrail.ui.widgets import Chips

WHERE = _("Where did it show?")


class StrengthForm(forms.ModelForm):
    """What it is a skill of, and who noticed it first."""

    area = forms.ChoiceField(label=_("A skill of"), required=False, widget=Chips)
    noticed_by = forms.ChoiceField(label=_("Who noticed it first?"), choices=NoticedBy.choices, widget=Chips)

    class Meta:
        model = Strength
        fields = ("area", "noticed_by", "noticed_by_whom")
        labels = {"noticed_by_whom": _("Who was it?")}
        help_texts = {"noticed_by_whom": _("As they call them: “my sister”, “the man at the shop”.")}
        field_classes = {"noticed_by_whom": OneLine}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["area"].choices = [(area.id, str(area.name)) for area in skill_areas().values()]
        fields["noticed_by"].initial = NoticedBy.MYSELF

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("noticed_by") != NoticedBy.OTHER:
            cleaned["noticed_by_whom"] = ""
        return cleaned


class StrengthChangeForm(SaysFacts, StrengthForm):
    """The same of a strength there is: two may have it open at once, and each changes only what they changed."""

    FACTS: ClassVar = {"area": ("area",), "noticed_by": ("noticed_by", "noticed_by_whom")}
    LABELS: ClassVar = {"noticed_by": _("Who noticed it first?")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["opened"] = self.marks_to_open_with(self.instance.facts())

    def fact_noticed_by(self) -> tuple[str, str]:
        """Who, and their name for them."""
        return self.cleaned_data["noticed_by"], self.cleaned_data["noticed_by_whom"]


class NewStrengthForm(StrengthForm):
    """A strength in the person's words. The words are enough."""

    id = Key()
    text = OwnText(rows=2, label=_("A strength, in their own words"))
    program = InProgram()
    where = OwnText(required=False, rows=2, label=WHERE)

    field_order = ("text", "program", "where", "area", "noticed_by", "noticed_by_whom")

    def __init__(self, *args: Any, programs: list[Program], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_programs(self, programs)


class MomentForm(forms.Form):
    """A moment in which a strength showed: where, and when."""

    id = Key()
    where = OwnText(required=False, rows=2, label=WHERE)
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))
