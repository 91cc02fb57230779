"""How what stands on a page is answered as a PDF."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handrail.kit.errors import Refused
from handrail.paper import printing
from handrail.paper.document import Document

SIZES = {"": 11.0, "large": 18.0}
LANGUAGES = ("en", "es")


class CannotBePrinted(Refused):
    """The setter gave up on it."""

    sentence = _("This could not be put on paper. Nothing is lost. Please tell whoever looks after Handrail.")


def asked_for(request: HttpRequest) -> dict[str, Any]:
    """The size of letters, and the language of what was not typed by people."""
    language = request.GET.get("language", "")
    spoken = "es" if (get_language() or "").startswith("es") else "en"
    return {
        "size": SIZES.get(request.GET.get("size", ""), SIZES[""]),
        "language": language if language in LANGUAGES else spoken,
    }


def pdf_answer(document: Document, file_name: str) -> HttpResponse:
    """The document, to be looked at or kept; its name says what it is and never whose."""
    try:
        pdf = printing.printed(document).pdf
    except printing.NotPrinted as gave_up:
        raise CannotBePrinted from gave_up
    headers = {"Content-Disposition": f'inline; filename="{file_name}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
