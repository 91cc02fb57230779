"""A curriculum of the agency's own."""

from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.learning.catalogue import phases, topics
from handrail.learning.forms.fields import Line
from handrail.learning.forms.looking import Choices, choices_of
from handrail.learning.nouns import Piece
from handrail.learning.queries import Course
from handrail.ui.widgets import LongText


class CurriculumForm(forms.Form):
    """What it is called, and what it is for."""

    title = Line(label=_("Title"), max_length=120)
    about = Line(label=_("What it is for"), max_length=400, required=False, widget=LongText(attrs={"rows": 2}))


class BeginCurriculumForm(CurriculumForm):
    """A new one: empty, or with the pieces of another."""

    like = forms.ChoiceField(label=_("Begin with"), required=False)

    def __init__(self, courses: list[Course], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["like"]
        choices.choices = [("", _("Nothing yet")), *((one.key, one.title) for one in courses)]


class EntryForm(forms.Form):
    """One more piece for a phase."""

    piece = forms.ChoiceField(label=_("Piece"))
    phase = forms.ChoiceField(label=_("When it helps"), choices=choices_of(phases))

    def __init__(self, pieces: list[Piece], language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["piece"]
        choices.choices = by_topic(pieces, language)


def by_topic(pieces: list[Piece], language: str) -> Choices:
    """Pieces to choose from, under the names of their topics."""
    return [
        (str(topics()[topic]), [(one.key, one.text_in(language).title) for one in some])
        for topic, some in groupby(pieces, key=lambda one: one.topic)
    ]
