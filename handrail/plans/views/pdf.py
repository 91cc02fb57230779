"""How what stands on a page is wished on paper."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

SIZES = {"": 11.0, "large": 18.0}
LANGUAGES = ("en", "es")


def asked_for(request: HttpRequest) -> dict[str, Any]:
    """The size of letters, and the language of what was not typed by people."""
    language = request.GET.get("language", "")
    spoken = "es" if (get_language() or "").startswith("es") else "en"
    return {
        "size": SIZES.get(request.GET.get("size", ""), SIZES[""]),
        "language": language if language in LANGUAGES else spoken,
    }
