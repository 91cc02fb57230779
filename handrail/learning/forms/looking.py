"""Looking for pieces, and taking one along on paper."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handrail.learning.catalogue import audiences, phases, topics
from handrail.learning.handout import LARGE, NORMAL
from handrail.learning.nouns import LANGUAGES, Piece, Shelf
from handrail.learning.queries import Wanted
from handrail.ui.widgets import Chips

BOTH = "both"
Choices = list[tuple[Any, Any]]


def choices_of(shelves: Callable[[], dict[str, Shelf]], none: str | Promise = "") -> Callable[[], Choices]:
    """What to choose from, in the reader's language; `none` stands for any of them."""
    return lambda: [*([("", none)] if none else []), *((one.key, str(one)) for one in shelves().values())]


class PieceSearch(forms.Form):
    """Words to look for, and where. Nothing personal, so it may stand in the address."""

    q = forms.CharField(required=False, max_length=80, label=_("Search"), widget=forms.TextInput(attrs={"type": "search"}))
    topic = forms.ChoiceField(required=False, choices=choices_of(topics, _("All topics")), label=_("About what"))
    phase = forms.ChoiceField(required=False, choices=choices_of(phases, _("Any time")), label=_("When it helps"))
    audience = forms.ChoiceField(required=False, choices=choices_of(audiences, _("Everybody")), label=_("For whom"))
    language = forms.ChoiceField(
        required=False, choices=[("", _("Any language")), *LANGUAGES.items()], label=_("In which language")
    )

    @property
    def wanted(self) -> Wanted:
        """What they look for; with a choice that makes no sense, everything."""
        if not self.is_valid():
            return Wanted()
        typed = self.cleaned_data
        return Wanted(typed["q"], typed["topic"], typed["phase"], typed["audience"], typed["language"])


class HandoutForm(forms.Form):
    """In which language, and how large."""

    SIZES = [(str(NORMAL), pgettext_lazy("size of letters", "Usual")), (str(LARGE), pgettext_lazy("size of letters", "Large"))]

    language = forms.ChoiceField(label=_("Language"), widget=Chips)
    size = forms.ChoiceField(label=_("Letters"), choices=SIZES, widget=Chips, initial=str(NORMAL))

    def __init__(self, piece: Piece, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.piece = piece
        own = [(text.language, text.language_name) for text in piece.languages]
        both = [(BOTH, _("Both, side by side"))] if len(own) == 2 else []
        choices: Any = self.fields["language"]
        choices.choices = [*own, *both]

    @property
    def languages(self) -> list[str]:
        """One, or the two that stand side by side."""
        chosen = self.cleaned_data["language"]
        return [text.language for text in self.piece.languages] if chosen == BOTH else [chosen]
