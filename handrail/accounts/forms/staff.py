"""Staff, their roles, and lines of supervision."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.accounts.models.staff import SupervisionKind
from handrail.accounts.roles import OF_THE_AGENCY, Role
from handrail.kit.spans import end_of
from handrail.ui.widgets import Date


class StaffForm(forms.ModelForm):
    """A colleague's name and title."""

    class Meta:
        model = Staff
        fields = ("name", "title", "certified")
        labels = {"name": _("Name"), "title": _("Title"), "certified": _("Certified as a peer specialist")}
        help_texts = {"title": _("As your agency says it: CPRS, recovery coach, family support partner …")}


class NewStaffForm(StaffForm):
    """A new colleague. The page makes the key, so that a form sent twice adds one."""

    id = forms.UUIDField(widget=forms.HiddenInput)


class RoleForm(forms.Form):
    """A role, the program it is held in, and until when if that is known. An auditor comes for a time that is agreed."""

    role = forms.ChoiceField(choices=Role.choices, label=_("Role"))
    program = forms.ModelChoiceField(
        queryset=Program.objects.none(),
        required=False,
        label=_("In which program"),
        help_text=_("Directors, administrators and auditors belong to the whole agency, whatever stands here."),
        empty_label=_("The whole agency"),
    )
    last_day = forms.DateField(
        required=False, label=_("Last day"), help_text=_("An auditor needs one. The role ends by itself after it."), widget=Date
    )

    def __init__(self, *args: Any, by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programs = Program.objects.visible_to(by).open().order_by("name")
        self.fields["program"].queryset = programs  # type: ignore[attr-defined]
        if len(programs) == 1:
            self.fields["program"].initial = programs[0]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        role, program = cleaned.get("role"), cleaned.get("program")
        if role in OF_THE_AGENCY:
            cleaned["program"] = None
        elif role and program is None and "program" not in self.errors:
            self.add_error("program", _("Choose the program this role is held in."))
        if role == Role.AUDITOR and not cleaned.get("last_day") and "last_day" not in self.errors:
            self.add_error("last_day", _("Say until when: an auditor comes for a time that is agreed."))
        return cleaned

    def clean_last_day(self) -> date | None:
        day: date | None = self.cleaned_data["last_day"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day is over. Choose today or later."))
        return day

    def until(self) -> datetime | None:
        """The moment the role ends by itself."""
        day = self.cleaned_data["last_day"]
        return end_of(day) if day else None


class SupervisionForm(forms.Form):
    """Who supervises this colleague."""

    supervisor = forms.ModelChoiceField(queryset=Staff.objects.none(), label=_("Supervisor"))
    kind = forms.ChoiceField(
        choices=SupervisionKind.choices,
        label=_("Kind of supervision"),
        widget=forms.RadioSelect,
        initial=SupervisionKind.ADMINISTRATIVE,
    )

    def __init__(self, *args: Any, by: Staff, of: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Staff.objects.visible_to(by).working().exclude(pk=of.pk).order_by("name")
        self.fields["supervisor"].queryset = others  # type: ignore[attr-defined]
