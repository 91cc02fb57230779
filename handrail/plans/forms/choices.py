"""A choice, what belongs to it, how options fit, and what is chosen."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.plans.forms.fields import InOneProgram, Key, OneLine, OwnText
from handrail.plans.models import Fit, HowItFits, Matter
from handrail.ui.dates import PastDay
from handrail.ui.widgets import Chips

NOT_YET = "not_yet"


class NewChoiceForm(InOneProgram):
    """The question. Everything else can wait."""

    text = OwnText(rows=2, label=_("The question, in their own words"), help_text=_("“Which of the two rooms do I take?”"))

    field_order = ("text", "program")


class MatterForm(forms.Form):
    """One thing that matters."""

    id = Key()
    text = OwnText(rows=2, label=_("Something that matters, in their own words"))


class OptionForm(forms.Form):
    """One thing to choose from."""

    id = Key()
    text = OwnText(rows=2, label=_("An option, in their own words"))


class LookedUpForm(forms.Form):
    """What somebody looked up: facts and where from, nobody's opinion."""

    id = Key()
    text = OwnText(
        rows=2, label=_("What we found out"), help_text=_("A fact, as it was said or written. What we think of it stays out.")
    )
    source = OneLine(max_length=200, label=_("Where from"), help_text=_("Who said it, or where it is written."))
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))

    def clean_on(self) -> Any:
        return self.cleaned_data["on"] or timezone.localdate()


class WeighForm(forms.Form):
    """How one option fits each thing that matters. Whatever is left out is left open."""

    def __init__(self, *args: Any, matters: list[Matter], fits: dict[Any, Fit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.matters = matters
        for matter in matters:
            fit = fits.get(matter.pk)
            self.fields[f"how-{matter.pk}"] = forms.ChoiceField(
                choices=HowItFits.choices,
                required=False,
                label=matter.words,
                widget=Chips,
                initial=fit.how if fit else None,
            )
            self.fields[f"words-{matter.pk}"] = OwnText(
                required=False, rows=2, label=_("In their own words"), initial=fit.words if fit else ""
            )
            self.fields[f"saw-{matter.pk}"] = forms.UUIDField(
                required=False,
                widget=forms.HiddenInput(attrs={"autocomplete": "off"}),
                initial=fit.pk if fit else None,
            )

    def rows(self) -> Iterator[tuple[Matter, Any, Any, Any]]:
        """Each matter with its fields."""
        for matter in self.matters:
            yield matter, self[f"how-{matter.pk}"], self[f"words-{matter.pk}"], self[f"saw-{matter.pk}"]

    def said(self) -> Iterator[dict[str, Any]]:
        """What was said, matter by matter. Words alone say that one does not know yet."""
        for matter in self.matters:
            how, words, saw = (self.cleaned_data[f"{name}-{matter.pk}"] for name in ("how", "words", "saw"))
            if how or words:
                yield {"matter": matter, "how": HowItFits(how or HowItFits.UNKNOWN), "words": words, "saw": saw}


class ChooseForm(forms.Form):
    """What the person chooses, for now, and why."""

    option = forms.ChoiceField(label=_("What I choose"), widget=Chips)
    words = OwnText(required=False, rows=3, label=_("Why, in their own words"))
    saw = forms.UUIDField(required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, options: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = {str(one.pk): one for one in options}
        choices = [(key, one.words) for key, one in self.options.items()]
        self.fields["option"].choices = [*choices, (NOT_YET, _("Not yet"))]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Any:
        """The option; none for `not yet`."""
        return self.options.get(self.cleaned_data["option"])
