"""A piece of the agency's own."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handrail.learning.actions import Written
from handrail.learning.catalogue import audiences, phases, shipped, topics
from handrail.learning.forms.fields import Line, LongWords
from handrail.learning.forms.looking import choices_of
from handrail.learning.models import LONGEST, LONGEST_SUMMARY, LONGEST_TITLE, Material, MaterialText
from handrail.learning.nouns import ENGLISH, LANGUAGES, Piece, Text
from handrail.ui.widgets import LongText, ManyChips


class SortForm(forms.Form):
    """What a piece is about, when it helps, whom it speaks to."""

    topic = forms.ChoiceField(label=_("About what"), choices=choices_of(topics))
    phases = forms.MultipleChoiceField(label=_("When it helps"), choices=choices_of(phases), widget=ManyChips)
    audiences = forms.MultipleChoiceField(label=_("For whom"), choices=choices_of(audiences), widget=ManyChips)

    @classmethod
    def showing(cls, material: Material, data: Any = None) -> "SortForm":
        """As it is kept, or as it was just sent."""
        kept = {"topic": material.topic, "phases": material.phases, "audiences": material.audiences}
        return cls(data, initial=kept)

    def put_on(self, material: Material) -> Material:
        """Keep what was chosen on a material."""
        for name in ("topic", "phases", "audiences"):
            setattr(material, name, self.cleaned_data[name])
        return material


class TextForm(forms.Form):
    """A piece in one language, with where it is from. Markdown is offered, not asked for."""

    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()), initial=ENGLISH)
    title = Line(label=_("Title"), max_length=LONGEST_TITLE)
    summary = Line(
        label=_("In a sentence or two"),
        help_text=_("What somebody gets from it. It stands in the list and above the text."),
        max_length=LONGEST_SUMMARY,
        widget=LongText(attrs={"rows": 2}),
    )
    body = LongWords(
        label=_("Text"),
        help_text=_("An empty line begins a paragraph, # a heading, - a point of a list. **Two stars** make words stand out."),
        max_length=LONGEST,
        rows=14,
    )
    source = Line(
        label=_("Where it is from"), help_text=_("Who wrote it, or the book or page you have it from."), max_length=300
    )
    licence = Line(
        label=_("Why you may use it"),
        help_text=_("Such as: we wrote it · public domain · CC BY 4.0 · with permission of the author, 2026."),
        max_length=200,
    )
    opened = forms.CharField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), required=False)

    @classmethod
    def showing(cls, text: MaterialText | None, language: str, data: Any = None, ours: Text | None = None) -> "TextForm":
        """As it stands now in a language, or as it was just sent; before there is any, `ours` to begin with."""
        names = ("title", "summary", "body", "source", "licence")
        kept = {name: getattr(text or ours, name) for name in names} if text or ours else {}
        form = cls(data, initial=kept | {"language": language, "opened": str(text.pk) if text else ""})
        form.fields["language"].widget = forms.HiddenInput()
        return form

    @property
    def written(self) -> Written:
        """What was typed."""
        return Written(**{name: self.cleaned_data[name] for name in Written.__dataclass_fields__})


class MaterialForm(TextForm, SortForm):
    """A new piece: its first text, and where it belongs; `after` the piece it says in other words."""

    after = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=lambda: [(key, key) for key in shipped()])

    @classmethod
    def beginning(cls, piece: Piece | None, language: str, data: Any = None) -> "MaterialForm":
        """Empty, or with the words of a piece that comes with Handrail."""
        if piece is None:
            return cls(data)
        text = piece.text_in(language)
        placed = {"topic": piece.topic, "phases": piece.phases, "audiences": piece.audiences, "after": piece.key}
        said = {name: getattr(text, name) for name in ("language", "title", "summary", "body", "source")}
        return cls(data, initial=placed | said | {"licence": gettext("It came with Handrail. We changed it.")})

    def put_on(self, material: Material) -> Material:
        material.after = self.cleaned_data["after"]
        return super().put_on(material)

    field_order = ("title", "summary", "body", "language", "source", "licence", "topic", "phases", "audiences")
