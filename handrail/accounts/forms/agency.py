"""The agency, its programs and sites."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.accounts.forms.joining import PACKS, zones
from handrail.accounts.models import Agency, Program, Site
from handrail.ui.widgets import Chips


class AgencyForm(forms.ModelForm):
    """The agency's own settings."""

    time_zone = forms.ChoiceField(choices=zones, label=_("Time zone"))
    pack = forms.ChoiceField(choices=PACKS, label=_("Which state's rules apply"))

    class Meta:
        model = Agency
        fields = ("name", "person_word", "time_zone", "pack", "phone")
        labels = {
            "name": _("Name"),
            "person_word": _("Your word for those you walk with"),
            "phone": _("The number people call"),
        }
        help_texts = {"phone": _("It is printed on wallet cards.")}
        widgets = {"person_word": Chips}


class ProgramForm(forms.ModelForm):
    """A program and what law it works under."""

    class Meta:
        model = Program
        fields = ("name", "setting", "part2", "medicaid_funded", "clinical", "wants_measures")
        labels = {
            "name": _("Name"),
            "setting": _("Where it works"),
            "part2": _("Do the federal rules for substance use records (42 CFR Part 2) apply?"),
            "medicaid_funded": _("Medicaid pays for some of it"),
            "clinical": _("It is part of a clinical service"),
            "wants_measures": _("Goals here say how the person will know"),
        }
        help_texts = {"wants_measures": _("A goal without it is marked kindly on the plan. Nothing is ever held back.")}
        widgets = {"part2": forms.RadioSelect}

    def validate_unique(self) -> None:
        """A name stands once in an agency; said in a sentence instead of a broken page."""
        name = self.cleaned_data.get("name")
        twins = Program.objects.filter(agency_id=self.instance.agency_id, name=name).exclude(pk=self.instance.pk)
        if name and twins.exists():
            self.add_error("name", _("Your agency already has a program of this name."))


class SiteForm(forms.ModelForm):
    """A place a program works from."""

    class Meta:
        model = Site
        fields = ("name", "address")
        labels = {"name": _("Name of the place"), "address": _("Address")}
