"""The nouns of the library: shelves it is ordered by, pieces in one language or several, curricula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from handrail.kit.letters import plain
from handrail.kit.pairs import Pair

ENGLISH, SPANISH = "en", "es"
LANGUAGES = {
    ENGLISH: "English",
    SPANISH: "Español",
    "ar": "العربية",
    "fa": "فارسی",
    "fr": "Français",
    "hi": "हिन्दी",
    "hmn": "Hmoob",
    "ht": "Kreyòl ayisyen",
    "ko": "한국어",
    "ne": "नेपाली",
    "pt": "Português",
    "ru": "Русский",
    "so": "Soomaali",
    "sw": "Kiswahili",
    "tl": "Tagalog",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""Languages a piece may be in, each by its own name. What Handrail ships is in the first two."""

FROM_RIGHT_TO_LEFT = {"ar", "fa"}
WORDS_A_MINUTE = 160
"""Read slowly, or aloud to each other."""


@dataclass(frozen=True)
class Shelf:
    """Something the library is ordered by: a topic, a phase, an audience; or where a text is from."""

    key: str
    name: Pair
    icon: str = ""

    def __str__(self) -> str:
        return str(self.name)


@dataclass(frozen=True)
class Text:
    """A piece in one language. `body` is Markdown; `version` names the row of an agency's own text."""

    language: str
    title: str
    summary: str
    body: str
    source: str
    licence: str = ""
    version: str = ""

    @property
    def language_name(self) -> str:
        """The language in its own words."""
        return LANGUAGES.get(self.language, self.language)

    @property
    def direction(self) -> str:
        """Which way it is written."""
        return "rtl" if self.language in FROM_RIGHT_TO_LEFT else "ltr"

    @cached_property
    def letters(self) -> str:
        """Every word of it, to be looked through."""
        return plain(f"{self.title} {self.summary} {self.body}")

    @property
    def minutes(self) -> int:
        """How long it takes to read it in peace."""
        return ceil(len(f"{self.summary} {self.body}".split()) / WORDS_A_MINUTE)


@dataclass(frozen=True)
class Piece:
    """Something to read, give and talk about. A shipped one has a name as its key, an agency's own a number."""

    key: str
    topic: str
    phases: tuple[str, ...]
    audiences: tuple[str, ...]
    texts: Mapping[str, Text]
    own: bool = False
    put_away: bool = False
    after: str = ""
    """Of an agency's own: the key of the shipped piece it says in other words."""

    def text_in(self, language: str) -> Text:
        """In this language if there is such a text; else in English, else in the first there is."""
        return self.texts.get(language) or self.texts.get(ENGLISH) or next(iter(self.texts.values()))

    @property
    def languages(self) -> list[Text]:
        """Its texts, in the order of languages."""
        return [self.texts[language] for language in LANGUAGES if language in self.texts]

    @cached_property
    def letters(self) -> str:
        """Every word of it, to be looked through."""
        return " ".join(text.letters for text in self.texts.values())


@dataclass(frozen=True)
class Stretch:
    """A part of a curriculum: what belongs to one phase, in its order."""

    phase: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class ShippedCurriculum:
    """A curriculum that comes with Handrail."""

    key: str
    title: Pair
    about: Pair
    audiences: tuple[str, ...]
    stretches: tuple[Stretch, ...]
