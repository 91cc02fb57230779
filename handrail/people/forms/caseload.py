"""How the list of people is sorted and narrowed. Sent by GET: what stands in the address are keys and words of ours."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.people.models import PhaseName

Choices = Sequence[tuple[str, str | Promise]]


class CaseloadForm(forms.Form):
    """A choice that is not offered (a program one has left, a link of last year) is as if it had not been made."""

    sort = forms.ChoiceField(required=False, label=_("In which order"))
    program = forms.ChoiceField(required=False, label=_("Program"))
    peer = forms.ChoiceField(required=False, label=_("Who walks with them"))
    phase = forms.ChoiceField(required=False, label=_("Where on the road"))

    def __init__(self, sent: Any, orders: Choices, programs: Choices, peers: Choices) -> None:
        offered: dict[str, Choices] = {
            "sort": [("", _("By name")), *orders],
            "program": [("", _("All programs")), *programs] if len(programs) > 1 else [],
            "peer": [("", _("Everybody")), *peers] if len(peers) > 1 else [],
            "phase": [("", _("Anywhere")), *PhaseName.choices],
        }
        super().__init__({name: sent.get(name, "") for name, choices in offered.items() if sent.get(name, "") in dict(choices)})
        for name, choices in offered.items():
            if len(choices) > 1:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]
        self.full_clean()

    def chosen(self, name: str) -> str:
        """What was chosen, empty for nothing."""
        return self.cleaned_data.get(name) or ""

    def key(self, name: str) -> UUID | None:
        """The same as a key."""
        return UUID(self.chosen(name)) if self.chosen(name) else None
