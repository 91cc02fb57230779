"""A signature, a scan, a look at a paper together, and to whom it was presented."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.paper.taken_in import MOST_BYTES, NotTaken, TakenIn, taken_in
from handrail.people.models import Supporter
from handrail.plans.forms.drawing import Drawn
from handrail.plans.forms.fields import Key, OneLine, OwnText
from handrail.plans.models import Agreement, How, Signer, Way
from handrail.ui.dates import PastDay
from handrail.ui.widgets import Chips

NOT_TAKEN = {
    "not_known": _("This is neither a picture nor a PDF. A photo of the page from the phone's camera is fine."),
    "too_large": _("This file is too large. Up to 10 MB and 50 pages can be kept."),
    "locked": _("This PDF is locked with a password. Save it without one, or take a photo of the page."),
    "active": _("This PDF holds more than pages: a script, a file or a command. Print it into a new PDF, or take a photo."),
    "broken": _("This file cannot be read. Take a new photo of the page, or scan it once more."),
}


class Scanned(forms.FileField):
    """A picture of a paper or a PDF. What comes out of it is drawn anew or looked through."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"})

    def clean(self, data: Any, initial: Any = None) -> TakenIn | None:
        sent = super().clean(data, initial)
        if not sent:
            return None
        if sent.size > MOST_BYTES:
            raise ValidationError(NOT_TAKEN["too_large"])
        try:
            return taken_in(sent.read())
        except NotTaken as no:
            raise ValidationError(NOT_TAKEN[no.why]) from no


class TooLarge:
    """A form with a scan that may have been left at the door because it was too large."""

    def __init__(self, *args: Any, left_at_the_door: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left_at_the_door = left_at_the_door

    def say_too_large(self) -> None:
        """In place of "nothing was chosen"."""
        form: Any = self
        if self.left_at_the_door:
            form.errors.pop("scan", None)
            form.add_error("scan", NOT_TAKEN["too_large"])


class SignForm(TooLarge, forms.Form):
    """Who signs, as what, and how. The name typed is a signature by itself, so nobody depends on a finger or a mouse."""

    id = Key()
    read = forms.CharField(max_length=32, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))
    who = forms.ChoiceField(choices=Signer.choices, label=_("Who signs?"), widget=Chips)
    name = OneLine(max_length=120, required=False, label=_("Their name, as they want it to stand here"))
    how = forms.ChoiceField(choices=How.choices, label=_("How?"), widget=Chips, initial=How.DRAWN)
    strokes = Drawn()
    on = PastDay(required=False, label=_("The day they signed on paper"), help_text=_("Leave it empty for today."))
    scan = Scanned(required=False, label=_("A photo or a scan of the page"), help_text=_("A picture or a PDF, up to 10 MB."))

    OURS: ClassVar = (Signer.PEER, Signer.SUPERVISOR)

    def __init__(self, *args: Any, offered: list[Signer], own_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_name = own_name
        self.fields["who"].widget.choices = [(one.value, one.label) for one in offered]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        how = cleaned.get("how")
        if cleaned.get("who") in self.OURS:
            cleaned["name"] = self.own_name
        elif "name" in cleaned and not cleaned["name"].strip():
            self.add_error("name", _("Write the name of who signs."))
        self._drawn(cleaned)
        if how != How.ON_PAPER:
            cleaned.update(scan=None, on=None)
            self.errors.pop("scan", None)
        elif not cleaned.get("scan") and "scan" not in self.errors:
            self.add_error("scan", _("Choose a photo or a scan of the page."))
        if how == How.ON_PAPER:
            self.say_too_large()
        cleaned["on"] = cleaned.get("on") or timezone.localdate()
        return cleaned

    def _drawn(self, cleaned: dict[str, Any]) -> None:
        """What was drawn counts only for whoever signs with a finger, and is asked for only then."""
        wrong = self.errors.pop("strokes", None)
        if cleaned.get("how") != How.DRAWN:
            cleaned["strokes"] = ""
        elif wrong:
            self.add_error("how", wrong.as_data())
        elif not cleaned.get("strokes"):
            self.add_error("how", _("Nothing is drawn yet. Sign in the box, or choose to sign with the name typed."))


class ScanForm(TooLarge, forms.Form):
    """A scan of a paper."""

    id = Key()
    scan = Scanned(label=_("A photo or a scan of the page"), help_text=_("A picture or a PDF, up to 10 MB."))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.say_too_large()
        return cleaned


class MistakeForm(forms.Form):
    """Why a signature was a mistake."""

    why = OneLine(
        max_length=500,
        label=_("What happened?"),
        help_text=_("One sentence. The signature stays to be seen, with this beside it."),
    )


class ReviewForm(forms.Form):
    """When a paper was looked at together, who was there, and what changed."""

    id = Key()
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))
    with_whom = OneLine(max_length=200, required=False, label=_("Who was there"))
    what_changed = OwnText(required=False, rows=3, label=_("What changed, in their own words"))

    def clean_on(self) -> Any:
        return self.cleaned_data["on"] or timezone.localdate()


class PresentationForm(forms.Form):
    """To whom a paper was presented, how, and who said yes to it."""

    id = Key()
    supporter = forms.ModelChoiceField(
        queryset=Supporter.objects.none(),
        required=False,
        label=_("Somebody who stands by them"),
        empty_label=None,
        widget=Chips,
    )
    whom = OneLine(
        max_length=200,
        required=False,
        label=_("Or somebody else"),
        help_text=_("“My doctor at the Elm Street clinic”"),
    )
    way = forms.ChoiceField(choices=Way.choices, label=_("How"), widget=Chips)
    agreed = forms.ChoiceField(choices=Agreement.choices, label=_("Who said that it is all right?"), widget=Chips)
    on = PastDay(required=False, label=_("When"), help_text=_("Leave it empty for today."))

    def __init__(self, *args: Any, supporters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["supporter"]
        chosen.queryset = supporters
        names = [(one.pk, one.name) for one in supporters]
        chosen.choices = [("", _("Nobody of these")), *names]
        if not names:
            del self.fields["supporter"]
            self.fields["whom"].label = _("To whom")

    def clean_on(self) -> Any:
        return self.cleaned_data["on"] or timezone.localdate()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("supporter") and not cleaned["whom"].strip():
            self.add_error("whom", _("Say who it was."))
        return cleaned
