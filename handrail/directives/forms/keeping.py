"""What is typed about signed paper: its scan, who holds it, why it is got out, and taking it back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.directives import law
from handrail.directives.models import Custody, HolderKind, HowGiven, ScanOf, WhyRetrieved
from handrail.directives.packs import Pack
from handrail.plans.forms import Key, OwnText
from handrail.plans.forms.papers import Scanned, TooLarge
from handrail.ui.dates import Day, PastDay
from handrail.ui.widgets import Chips

OTHER_FORMS = {
    "written_signed_dated": _("In a note, signed and dated"),
    "destroying": _("By destroying the paper"),
    "spoken": _("By saying so"),
    "other": _("In another way"),
}


class ScanForm(TooLarge, forms.Form):
    """A scan, and of what."""

    id = Key()
    scan = Scanned(
        label=_("Photo or PDF"),
        help_text=_("Up to 10 MB. One page a photo is fine."),
        error_messages={"required": _("Choose a file."), "missing": _("Choose a file."), "empty": _("This file is empty.")},
    )
    of = forms.ChoiceField(label=_("What it shows"), choices=ScanOf.choices, widget=Chips, initial=ScanOf.PAPER)

    def clean(self) -> dict[str, Any]:
        self.say_too_large()
        return super().clean() or {}


class HolderForm(forms.ModelForm):
    """Who holds a copy, and how it came to them."""

    id = Key()
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))

    class Meta:
        model = Custody
        fields = ("kind", "holder", "where", "told_by", "how")
        labels = {
            "kind": _("Who has it"),
            "holder": _("Name"),
            "where": _("Where it is, or how to reach them"),
            "told_by": _("Who told them"),
            "how": _("How it came to them"),
        }
        help_texts = {"told_by": _("The person, a peer, a relative …")}
        widgets = {"kind": Chips, "how": Chips}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = HolderKind.choices  # type: ignore[attr-defined]
        self.fields["how"].choices = HowGiven.choices  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


class TellForm(forms.Form):
    """They heard that it no longer counts."""

    how = forms.ChoiceField(choices=HowGiven.choices, label=_("How they heard"), widget=Chips)
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))


class CodeForm(forms.Form):
    """The code on a card, as somebody reads it out."""

    code = forms.CharField(
        max_length=40,
        label=_("The code on the card"),
        help_text=_("Ten letters and digits. Spaces do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        return "".join(sign for sign in self.cleaned_data["code"].upper() if sign.isalnum())


class RetrieveForm(forms.Form):
    """Why the signed paper is needed."""

    why = forms.ChoiceField(
        choices=WhyRetrieved.choices,
        label=_("Why you need it"),
        error_messages={"required": _("Say why: one tap is enough.")},
    )
    words = OwnText(required=False, rows=2, label=_("In your own words"), help_text=_("The person can read this."))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("why") == WhyRetrieved.OTHER and not cleaned.get("words"):
            self.add_error("words", _("Say in a few words which reason it is."))
        return cleaned


class ReaffirmForm(forms.Form):
    """They read it again."""

    id = Key()
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))
    words = OwnText(required=False, rows=2, label=_("What they say to it"))


class RevokeForm(forms.Form):
    """How it was taken back, when, and why if they want to say so."""

    how = forms.ChoiceField(required=False, label=_("How"), widget=Chips)
    how_words = forms.CharField(required=False, max_length=200, label=_("If in another way: how"))
    on = Day(required=False, label=_("On which day"))
    reason = OwnText(required=False, rows=2, label=_("Why, in their own words"), help_text=_("Nobody has to say why."))

    def __init__(self, *args: Any, pack: Pack, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = law.forms_of_revoking(pack)
        ways: Any = self.fields["how"]
        ways.choices = [(one, OTHER_FORMS.get(one, one)) for one in known] if known else list(OTHER_FORMS.items())
        if known:
            del self.fields["how_words"]
        if law.asks_for_capacity(pack):
            label = _("The person is able to decide, and says so themselves")
            self.fields["is_able"] = forms.BooleanField(required=False, label=label)
