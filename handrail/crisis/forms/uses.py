"""What was tried in a hard time, and what was learned from it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.crisis.options import options
from handrail.crisis.shown import ShownPlan


class TriedForm(forms.Form):
    """What was tried, of what there is to try."""

    tried = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tried"].choices = [(one.id, str(one.words)) for one in options().to_try]  # type: ignore[attr-defined]


def _first(plan: ShownPlan) -> str:
    """The part in which most of it belongs: what helps."""
    return next(asked.id for asked in plan.guide.in_a_crisis if asked.is_written)


class LearnedForm(forms.Form):
    """Which lines go into which part of which plan."""

    lines = forms.MultipleChoiceField(label=_("What goes into the plan"), widget=forms.CheckboxSelectMultiple)
    into = forms.ChoiceField(label=_("Where in the plan"))

    def __init__(self, *args: Any, lines: Iterable[str], plans: list[ShownPlan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plans = {f"{one.plan.pk}": one for one in plans if one.plan}
        self.fields["lines"].choices = [(line, line) for line in dict.fromkeys(lines)]  # type: ignore[attr-defined]
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            (str(one.guide.name), [(f"{key} {asked.id}", str(asked.title)) for asked in one.guide.parts if asked.is_written])
            for key, one in self.plans.items()
        ]
        self.initial.setdefault("into", next((f"{key} {_first(one)}" for key, one in self.plans.items()), ""))

    def clean_into(self) -> tuple[ShownPlan, str]:
        plan, _space, section = self.cleaned_data["into"].partition(" ")
        return self.plans[plan], section
