"""What is typed into crisis plans and in a crisis, one file a noun. Forms never save."""

from handrail.crisis.forms.copies import CardForm, CopyForm
from handrail.crisis.forms.entries import PersonForm, PlaceForm
from handrail.crisis.forms.lines import LineForm
from handrail.crisis.forms.uses import LearnedForm, TriedForm

__all__ = ["CardForm", "CopyForm", "LearnedForm", "LineForm", "PersonForm", "PlaceForm", "TriedForm"]
