"""How what stands on a page is wished on paper."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from handrail.kit.letters import plain
from handrail.people.models import Person

SIZES = {"": 11.0, "large": 18.0}
LANGUAGES = ("en", "es")
CALLED = {"english": "en", "ingles": "en", "spanish": "es", "espanol": "es", "castellano": "es"}
"""The languages of our papers, as people name them."""


def asked_for(request: HttpRequest, person: Person) -> dict[str, Any]:
    """The size of letters, and the language of what was not typed by people."""
    language = request.GET.get("language", "")
    return {
        "size": SIZES.get(request.GET.get("size", ""), SIZES[""]),
        "language": language if language in LANGUAGES else language_of(person),
    }


def language_of(person: Person) -> str:
    """The language a paper of theirs begins with: the first of ours that they read, else speak; else the worker's."""
    for told in (plain(person.reads), plain(person.speaks)):
        named = sorted((told.index(name), language) for name, language in CALLED.items() if name in told)
        if named:
            return named[0][1]
    return "es" if (get_language() or "").startswith("es") else "en"
