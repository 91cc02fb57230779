"""What people type about people. Forms never save."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.kit.spans import beginning_of, end_of
from handrail.people import queries
from handrail.people.actions import is_plausible_birth_date
from handrail.people.models import BlockKind, Person
from handrail.people.numbers import digits_to_dial, number_in
from handrail.people.search.sameness import Newcomer
from handrail.ui.widgets import Chips, Date, LongText

TOO_OLD = _("This page is too old to be sent. Open it again.")
TOO_MANY_DIGITS = _("No phone number is that long. Write one number here, and another one as a way of its own.")


class BirthDate(forms.DateField):
    """A birth date, by the device's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=Date(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value: Any) -> Any:
        born_on = super().clean(value)
        if born_on and not is_plausible_birth_date(born_on, timezone.localdate()):
            raise ValidationError(_("This cannot be a birth date. Check the year."))
        return born_on


class ProgramChoice(forms.ModelChoiceField):
    """A program somebody works in. Where there are several none is chosen beforehand: the wrong one is the wrong team."""

    def __init__(self) -> None:
        super().__init__(
            queryset=Program.objects.none(),
            label=_("Program"),
            empty_label=None,
            widget=Chips,
            error_messages={"required": _("Choose a program.")},
        )

    def offer(self, programs: Any) -> None:
        """Read them once, and choose the only one."""
        self.queryset = programs
        known = list(programs)
        self.choices = [(program.pk, program.name) for program in known]
        if len(known) == 1:
            self.initial = known[0].pk


class PersonForm(forms.ModelForm):
    """Who somebody is. Only the name they choose is needed."""

    born_on = BirthDate(
        required=False,
        label=_("Birth date"),
        help_text=_("Without at least the year, nobody can find the record in an emergency."),
    )

    class Meta:
        model = Person
        fields = ("chosen_name", "pronouns", "legal_name", "born_on")
        labels = {"chosen_name": _("The name they choose"), "pronouns": _("Pronouns"), "legal_name": _("Name on papers")}
        help_texts = {
            "chosen_name": _("One name is enough."),
            "pronouns": _("As they say it: she/her, they/them …"),
            "legal_name": _("Only if some paper needs it."),
        }
        error_messages = {"chosen_name": {"required": _("What would they like to be called?")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A shared phone must not offer the name of whoever was welcomed before.
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


class WelcomeForm(PersonForm):
    """Welcome somebody into a program."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": TOO_OLD, "invalid": TOO_OLD})
    program = ProgramChoice()
    i_walk_with_them = forms.BooleanField(required=False, initial=True, label=_("I walk with them"))
    they_chose_me = forms.BooleanField(required=False, label=_("They chose me"))
    phone = forms.CharField(
        required=False,
        max_length=200,
        label=_("Phone number"),
        help_text=_("What is safe there is asked next, on their page. Until then nobody uses it."),
    )

    field_order = ("chosen_name", "pronouns", "program", "i_walk_with_them", "they_chose_me", "phone", "legal_name", "born_on")

    def __init__(self, *args: Any, programs: Any, walks_in: list[object], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.walks_in = walks_in
        self.fields["program"].offer(programs)  # type: ignore[attr-defined]
        if not walks_in:
            del self.fields["i_walk_with_them"], self.fields["they_chose_me"]

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not digits_to_dial(phone):
            raise ValidationError(TOO_MANY_DIGITS if number_in(phone) else _("A phone number has digits."))
        return phone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        program = cleaned.get("program")
        if program and cleaned.get("i_walk_with_them") and program.pk not in self.walks_in:
            not_there = _("You do not work as a peer in this program. Untick this: a supervisor finds somebody.")
            self.add_error("i_walk_with_them", not_there)
        return cleaned

    def newcomer(self) -> Newcomer:
        """What is known of them so far, to be held against those one knows."""
        known = self.cleaned_data
        names = [known["chosen_name"], known["legal_name"]]
        phones = [known["phone"]] if known["phone"] else []
        return Newcomer(key=known["id"], names=[name for name in names if name], born_on=known["born_on"], phones=phones)


class EnrolForm(forms.Form):
    """One more program for somebody."""

    program = ProgramChoice()

    def __init__(self, *args: Any, programs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["program"].offer(programs)  # type: ignore[attr-defined]


class SearchForm(forms.Form):
    """Part of a name or a number. Sent by POST: names do not belong in addresses."""

    words = forms.CharField(required=False, max_length=100, label=_("Find a person"))
    nobody_at_first = forms.BooleanField(required=False)

    def asks(self) -> bool:
        """No words ask for everybody; where the box is a guest on another page, for nobody."""
        return bool(self.cleaned_data["words"]) or not self.cleaned_data["nobody_at_first"]


class SomebodyElseForm(forms.Form):
    """About whom somebody said, while welcoming a person, that it is not them. Keys that make no sense say nothing."""

    somebody_else = forms.CharField(required=False, max_length=1000)

    def clean_somebody_else(self) -> set[UUID]:
        keys = set()
        for word in self.cleaned_data["somebody_else"].split():
            with suppress(ValueError):
                keys.add(UUID(word))
        return keys


class EmergencyForm(forms.Form):
    """The whole name, the birth date, and why it cannot wait."""

    name = forms.CharField(
        max_length=120,
        label=_("Their whole name"),
        help_text=_("As they chose it, or as on their papers."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    born_on = BirthDate(label=_("Birth date"), help_text=_("If only the year is known here, the year has to be right."))
    reason = forms.CharField(
        max_length=1000,
        min_length=10,
        label=_("Why it cannot wait"),
        help_text=_("A supervisor and the person will read this. Leave names out."),
        error_messages={"min_length": _("Please say it in a few more words: somebody will read this.")},
        widget=LongText(attrs={"rows": 3}),
    )


class WalkForm(forms.Form):
    """Who walks with the person from now on, in one program."""

    peer = forms.ModelChoiceField(
        queryset=Staff.objects.none(), label=_("Who walks with them"), empty_label=_("Choose a colleague")
    )
    chosen_by_person = forms.BooleanField(required=False, label=_("The person chose them"))

    def __init__(self, *args: Any, peers: Sequence[Staff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["peer"]
        field.queryset = Staff.objects.filter(pk__in=[peer.pk for peer in peers]).order_by("name", "id")
        # The colleagues are known already: a page with several programs asks for none of them again.
        field.choices = [("", field.empty_label), *((peer.pk, peer.name) for peer in peers)]


class StopWalkingForm(forms.Form):
    """Why a peer no longer walks with the person."""

    why = forms.CharField(
        max_length=300,
        required=False,
        label=_("Why it ends"),
        help_text=_("So that whoever walks with them next understands. The person can read it."),
    )


class CoverForm(forms.Form):
    """Who stands in for whom, in which program, from which day to which."""

    program = forms.ModelChoiceField(queryset=Program.objects.none(), label=_("In which program"), empty_label=None)
    covered = forms.ModelChoiceField(queryset=Staff.objects.none(), label=_("Who is away"), empty_label=_("Choose a colleague"))
    by = forms.ModelChoiceField(queryset=Staff.objects.none(), label=_("Who stands in"), empty_label=_("Choose a colleague"))
    first_day = forms.DateField(label=_("First day"), widget=Date)
    last_day = forms.DateField(label=_("Last day"), widget=Date)

    def __init__(self, *args: Any, asker: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = timezone.now()
        programs = queries.programs_supervised(asker)
        self.fields["program"].queryset = programs  # type: ignore[attr-defined]
        if len(programs) == 1:
            self.fields["program"].widget = forms.HiddenInput()
            self.fields["program"].initial = programs[0]
        self.fields["covered"].queryset = queries.may_be_covered(asker, self.now)  # type: ignore[attr-defined]
        self.fields["by"].queryset = queries.may_stand_in(asker, self.now)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        covered, by, program = cleaned.get("covered"), cleaned.get("by"), cleaned.get("program")
        if covered and covered == by:
            self.add_error("by", _("Nobody stands in for themselves. Choose a colleague."))
        elif covered and by and program and not queries.both_work_in(program, covered, by, self.now):
            self.add_error("by", _("They do not both work in this program, so this would open nothing. Choose somebody else."))
        self._clean_days(cleaned.get("first_day"), cleaned.get("last_day"))
        return cleaned

    def _clean_days(self, first: Any, last: Any) -> None:
        if first and first < timezone.localdate():
            self.add_error("first_day", _("This day is over. Begin today or later."))
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first."))

    def moments(self) -> tuple[datetime, datetime]:
        """From the first day's midnight to the last day's end, in the agency's own time."""
        return beginning_of(self.cleaned_data["first_day"]), end_of(self.cleaned_data["last_day"])


class BlockForm(forms.Form):
    """Who may never open the record."""

    staff = forms.ModelChoiceField(
        queryset=Staff.objects.none(), label=_("Who may never open this record"), empty_label=_("Choose a colleague")
    )
    kind = forms.ChoiceField(choices=BlockKind.choices, label=_("Why"), widget=forms.RadioSelect, initial=BlockKind.ASKED)

    def __init__(self, *args: Any, by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = Staff.objects.visible_to(by).working().order_by("name", "id")  # type: ignore[attr-defined]
