"""What is typed into the library."""

from handrail.learning.forms.curricula import BeginCurriculumForm, CurriculumForm, EntryForm, by_topic
from handrail.learning.forms.looking import HandoutForm, PieceSearch
from handrail.learning.forms.materials import MaterialForm, SortForm, TextForm

__all__ = [
    "BeginCurriculumForm",
    "CurriculumForm",
    "EntryForm",
    "HandoutForm",
    "MaterialForm",
    "PieceSearch",
    "SortForm",
    "TextForm",
    "by_topic",
]
