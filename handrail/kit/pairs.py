"""Words that come in English and in Spanish, so that a plan can be printed in both side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, gettext


@dataclass(frozen=True)
class Pair:
    """The same words in two languages. As a string they are in the reader's own."""

    en: str
    es: str

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Pair:
        """As a catalogue file tells them: `{ en = "…", es = "…" }`."""
        return cls(told["en"], told["es"])

    def __str__(self) -> str:
        return self.told_in(get_language() or "en")

    def told_in(self, language: str) -> str:
        """In this language; where it is neither, as translators put the English."""
        if language.startswith("es"):
            return self.es
        return self.en if language.startswith("en") else gettext(self.en)
