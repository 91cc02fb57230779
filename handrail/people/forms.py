"""What people type about people. Forms never save."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, RoleHeld, Staff
from handrail.accounts.roles import PEERS
from handrail.kit.spans import holds_at
from handrail.people.actions import is_plausible_birth_date
from handrail.people.models import BlockKind, Person


class BirthDate(forms.DateField):
    """A birth date, by the browser's own date field."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"), **kwargs)

    def clean(self, value: Any) -> Any:
        born_on = super().clean(value)
        if born_on and not is_plausible_birth_date(born_on, timezone.localdate()):
            raise ValidationError(_("This cannot be a birth date. Leave it empty if it is not known."))
        return born_on


class PersonForm(forms.ModelForm):
    """Who somebody is. Only the name they choose is needed."""

    born_on = BirthDate(required=False, label=_("Birth date"), help_text=_("Leave it empty if it is not known."))

    class Meta:
        model = Person
        fields = ("chosen_name", "pronouns", "legal_name", "born_on")
        labels = {"chosen_name": _("The name they choose"), "pronouns": _("Pronouns"), "legal_name": _("Legal name")}
        help_texts = {
            "chosen_name": _("One name is enough."),
            "legal_name": _("Only if some paper needs it."),
        }


class WelcomeForm(PersonForm):
    """Welcome somebody into a program."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    program = forms.ModelChoiceField(queryset=Program.objects.none(), label=_("Program"), empty_label=None)
    i_walk_with_them = forms.BooleanField(required=False, initial=True, label=_("I walk with them"))

    def __init__(self, *args: Any, programs: Any, may_walk: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["program"].queryset = programs  # type: ignore[attr-defined]
        if not may_walk:
            del self.fields["i_walk_with_them"]


class SearchForm(forms.Form):
    """Part of a name. Sent by POST: names do not belong in addresses."""

    words = forms.CharField(required=False, max_length=100, label=_("Find a person"))


class EmergencyForm(forms.Form):
    """The whole name, the birth date, and why it cannot wait."""

    name = forms.CharField(max_length=120, label=_("Their whole name"), help_text=_("As they chose it, or as on their papers."))
    born_on = BirthDate(label=_("Birth date"))
    reason = forms.CharField(
        max_length=1000,
        min_length=10,
        label=_("Why it cannot wait"),
        help_text=_("Your supervisor and the person will read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WalkForm(forms.Form):
    """Who walks with the person from now on."""

    peer = forms.ModelChoiceField(queryset=Staff.objects.none(), label=_("Who walks with them"))
    chosen_by_person = forms.BooleanField(required=False, label=_("The person chose them"))

    def __init__(self, *args: Any, by: Staff, program: Program, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = timezone.now()
        roles = RoleHeld.objects.filter(holds_at(now), role__in=PEERS, program=program)
        peers = Staff.objects.visible_to(by).working().filter(pk__in=roles.values("staff")).order_by("name", "id")
        self.fields["peer"].queryset = peers  # type: ignore[attr-defined]


class StopWalkingForm(forms.Form):
    """Why a peer no longer walks with the person."""

    why = forms.CharField(max_length=300, required=False, label=_("Why it ends"))


class CoverForm(forms.Form):
    """Who stands in for whom, from which day to which."""

    covered = forms.ModelChoiceField(queryset=Staff.objects.none(), label=_("Who is away"))
    by = forms.ModelChoiceField(queryset=Staff.objects.none(), label=_("Who stands in"))
    first_day = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, asker: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = Staff.objects.visible_to(asker).working().order_by("name", "id")
        for name in ("covered", "by"):
            self.fields[name].queryset = colleagues  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("covered") and cleaned.get("covered") == cleaned.get("by"):
            self.add_error("by", _("Nobody stands in for themselves. Choose a colleague."))
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first."))
        return cleaned

    def moments(self) -> tuple[datetime, datetime]:
        """From the first day's midnight to the last day's end, in the agency's own time."""
        first, last = self.cleaned_data["first_day"], self.cleaned_data["last_day"]
        begins = timezone.make_aware(datetime.combine(first, time.min))
        return begins, timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))


class BlockForm(forms.Form):
    """Who may never open the record."""

    staff = forms.ModelChoiceField(queryset=Staff.objects.none(), label=_("Who may never open this record"))
    kind = forms.ChoiceField(choices=BlockKind.choices, label=_("Why"), widget=forms.RadioSelect, initial=BlockKind.ASKED)

    def __init__(self, *args: Any, by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = Staff.objects.visible_to(by).working().order_by("name", "id")  # type: ignore[attr-defined]
