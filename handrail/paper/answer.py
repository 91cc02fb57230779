"""A document as the answer to a request: a PDF, named by what it is and never by whose it is."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from handrail.kit.errors import Refused
from handrail.paper import printing
from handrail.paper.document import Document


class CouldNotPrint(Refused):
    """The setter gave up."""

    sentence = _("This could not be printed just now. Nothing is lost. Try again, or print the page itself.")


def pdf_answer(document: Document, file_name: str) -> HttpResponse:
    """To be looked at or kept; no browser or proxy keeps it by itself. Raises CouldNotPrint."""
    try:
        pdf = printing.printed(document).pdf
    except printing.NotPrinted as gave_up:
        raise CouldNotPrint from gave_up
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(False, file_name) or "inline"
    answer["Cache-Control"] = "no-store"
    return answer
