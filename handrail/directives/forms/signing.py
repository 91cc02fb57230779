"""A signing as it is typed: the maker, the witnesses or the notary, those who speak for the person, and the clause apart."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.directives import law
from handrail.directives.actions import Told
from handrail.directives.law import Ceremony, ClauseGiven, WitnessGiven
from handrail.directives.models import Directive, HowSigned
from handrail.directives.packs import PROFESSION_WORDS
from handrail.plans.forms.drawing import Drawn
from handrail.ui.dates import Day
from handrail.ui.widgets import Chips, ManyChips

RELATIONS = {
    "": _("None of these"),
    "relative": _("A relative"),
    "provider": _("Treats me"),
    "facility_staff": _("Works where I get care"),
    "pays": _("Pays for my care"),
    "agent": _("Speaks for me"),
    "alternate": _("Steps in to speak for me"),
    "peer": _("The peer who helps with this"),
}
WITNESSES, NOTARY = "witnesses", "notary"


def _name(label: Any) -> forms.CharField:
    return forms.CharField(
        required=False, max_length=120, label=label, widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )


class SignForm(forms.Form):
    """Everything about a signing. What is missing is said by the rules of the state, not here: all of it at once."""

    how = forms.ChoiceField(choices=HowSigned.choices, label=_("Where the signature is"), widget=Chips, initial=HowSigned.PAPER)
    maker = _name(_("My name, as I sign"))
    maker_strokes = Drawn()
    on = Day(required=False, label=_("Signed on"))
    read = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def __init__(self, *args: Any, directive: Directive, agents: list[Any], clause: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pack, self.agents, self.clause_in_it = directive.rules, agents, clause
        if law.notary_instead(self.pack):
            choices = [(WITNESSES, _("Two witnesses")), (NOTARY, _("A notary"))]
            self.fields["before"] = forms.ChoiceField(
                choices=choices, label=_("Signed before"), widget=Chips, initial=WITNESSES
            )
            self.fields["notary"] = _name(_("Name of the notary"))
            self.fields["notary_on"] = Day(required=False, label=_("The notary signed on"))
        for number in self._numbers:
            self._ask_about_witness(number)
        if law.agents_sign(self.pack):
            for agent in agents:
                label = _("%(name)s signs here") % {"name": agent.name}
                self.fields[f"agent_{agent.pk}"] = _name(label)
                self.fields[f"agent_{agent.pk}_strokes"] = Drawn()
        if clause:
            self._ask_about_clause()

    @property
    def _numbers(self) -> range:
        return range(1, law.witnesses_needed(self.pack) + 1)

    def _ask_about_witness(self, number: int) -> None:
        is_not = [(role, law.IS_NOT[role]) for role in law.may_not_witness(self.pack)]
        self.fields[f"witness_{number}"] = _name(_("Name"))
        self.fields[f"witness_{number}_strokes"] = Drawn()
        self.fields[f"relation_{number}"] = forms.ChoiceField(
            required=False, choices=list(RELATIONS.items()), label=_("Who this is to me")
        )
        self.fields[f"adult_{number}"] = forms.BooleanField(required=False, label=_("Is 18 or older"))
        self.fields[f"is_not_{number}"] = forms.MultipleChoiceField(
            required=False, choices=is_not, label=_("I asked, and this person"), widget=ManyChips
        )

    def _ask_about_clause(self) -> None:
        allowed = self.pack.all_of("override.attestation")
        professions = [(one, str(PROFESSION_WORDS.get(one, one))) for one in allowed]
        self.fields["clause_name"] = _name(_("My name, a second time, for this part only"))
        self.fields["clause_strokes"] = Drawn()
        self.fields["attested_by"] = _name(_("Who stated in writing that I can decide and understand this part"))
        self.fields["profession"] = forms.ChoiceField(required=False, choices=professions, label=_("They are"), widget=Chips)
        self.fields["attested_strokes"] = Drawn()
        self.fields["attested_on"] = Day(required=False, label=_("Stated on"))

    def offer_to_know(self) -> None:
        """Once they were told of safer ways, they may want it so all the same."""
        if "knows" not in self.fields:
            self.fields["knows"] = forms.BooleanField(required=False, label=_("We know, and want it so all the same"))

    def witness_fields(self) -> Iterator[dict[str, Any]]:
        """The fields of each witness together."""
        for number in self._numbers:
            names = ("witness", "relation", "adult", "is_not")
            fields = {name: self[f"{name}_{number}"] for name in names}
            yield {"number": number, "strokes": self[f"witness_{number}_strokes"]} | fields

    def agent_fields(self) -> list[tuple[Any, Any]]:
        """Where those who speak for the person sign: their name, and what they draw."""
        names = [f"agent_{agent.pk}" for agent in self.agents]
        return [(self[name], self[f"{name}_strokes"]) for name in names if name in self.fields]

    def told(self) -> Told:
        """As the rules ask about it."""
        sent = self.cleaned_data
        by_notary, on_screen = sent.get("before") == NOTARY, sent["how"] == HowSigned.SCREEN
        there = [] if by_notary else [number for number in self._numbers if self._is_there(number)]
        ceremony = Ceremony(
            maker=sent["maker"],
            on=timezone.localdate() if on_screen else sent["on"],
            witnesses=tuple(self._witness(number) for number in there),
            notary=sent.get("notary", "") if by_notary else "",
            notary_on=sent.get("notary_on"),
            clause=self._clause(on_screen),
            knows=self.data.get("knows") == "on",
            on_screen=on_screen,
        )
        signed = {str(agent.pk): sent.get(f"agent_{agent.pk}", "") for agent in self.agents}
        return Told(ceremony, HowSigned(sent["how"]), signed, strokes=self._strokes(there), read=sent["read"])

    def _strokes(self, witnesses: list[int]) -> dict[str, str]:
        """What was drawn; the witnesses in the order in which they are there."""
        names = ["maker", "clause", "attested", *(f"agent_{agent.pk}" for agent in self.agents)]
        drawn = {name: self.cleaned_data.get(f"{name}_strokes", "") for name in names}
        return drawn | {
            f"witness_{place}": self.cleaned_data[f"witness_{number}_strokes"]
            for place, number in enumerate(witnesses, start=1)
        }

    def _is_there(self, number: int) -> bool:
        return bool(self.cleaned_data[f"witness_{number}"].strip() or self.cleaned_data[f"is_not_{number}"])

    def _witness(self, number: int) -> WitnessGiven:
        sent = self.cleaned_data
        return WitnessGiven(
            name=sent[f"witness_{number}"],
            relation=sent[f"relation_{number}"],
            is_not=frozenset(sent[f"is_not_{number}"]),
            is_adult=sent[f"adult_{number}"],
        )

    def _clause(self, on_screen: bool) -> ClauseGiven | None:
        sent = self.cleaned_data
        if not self.clause_in_it or not any(sent.get(name) for name in ("clause_name", "attested_by", "attested_on")):
            return None
        on = sent["attested_on"] or (timezone.localdate() if on_screen else None)
        return ClauseGiven(sent["clause_name"], sent["attested_by"], sent["profession"], on)
