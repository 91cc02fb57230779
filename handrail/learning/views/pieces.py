"""The library: its list, a piece, and the piece on paper."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from handrail.audit.door import NotHere
from handrail.kit.paging import page_of
from handrail.learning import queries, rules
from handrail.learning.catalogue import audiences, phases, topics
from handrail.learning.forms import HandoutForm, PieceSearch
from handrail.learning.handout import LARGE, handout_of
from handrail.learning.markdown import html_of
from handrail.learning.nouns import ENGLISH, Piece
from handrail.learning.places import offers_for
from handrail.paper.answer import pdf_answer
from handrail.ui.undo import undo_offered

PER_PAGE = 20


@require_safe
def piece_list(request: HttpRequest) -> HttpResponse:
    """Every piece the agency offers, by topic; narrowed by words, phase, audience and language."""
    form, agency_id = PieceSearch(request.GET), request.staff.agency_id
    wanted = form.wanted
    narrowed = wanted != queries.Wanted()
    pieces = queries.pieces_that_match(agency_id, wanted)
    paged = page_of(request, pieces, PER_PAGE)
    language = get_language() or ENGLISH
    shown = [(one, wanted.text_of(one, language), topics()[one.topic]) for one in paged.rows]
    page = {
        "form": form,
        "narrowed": narrowed,
        "filtered": any((wanted.phase, wanted.audience, wanted.language)),
        "topic": topics().get(wanted.topic),
        "topics": _counted(pieces) if not narrowed else [],
        "courses": queries.courses_of(agency_id) if not narrowed else [],
        "count": len(pieces),
        "page": paged,
        "found": shown if wanted.letters else [],
        "groups": [(topic, list(some)) for topic, some in groupby(shown, key=lambda row: row[2])],
        "may_keep": rules.may_keep_library(request.staff),
        "undo": undo_offered(request),
    }
    return render(request, "learning/piece_list.html", page, status=422 if form.errors else 200)


def _counted(pieces: list[Piece]) -> list[tuple[object, int]]:
    """Topics with how many pieces they have."""
    return [(topics()[topic], len(list(some))) for topic, some in groupby(pieces, key=lambda one: one.topic)]


def piece_or_nothing(request: HttpRequest, key: str) -> Piece:
    """A piece of the library of the asker's agency; another agency's own is not there."""
    piece = queries.piece_of(request.staff.agency_id, key)
    if piece is None:
        raise NotHere
    return piece


@require_safe
def piece_show(request: HttpRequest, key: str) -> HttpResponse:
    """A piece, to be read in peace: in any of its languages, in large letters too."""
    piece = piece_or_nothing(request, key)
    text = piece.text_in(request.GET.get("language") or get_language() or ENGLISH)
    large = request.GET.get("letters") == "large"
    page = {
        "piece": piece,
        "text": text,
        "body": html_of(text.body),
        "large": large,
        "topic": topics()[piece.topic],
        "phases": [phases()[key] for key in piece.phases],
        "audiences": [audiences()[key] for key in piece.audiences],
        "offers": [] if piece.put_away else offers_for(key, request.staff),
        "handout": HandoutForm(piece, initial={"language": text.language, "size": str(LARGE) if large else "11"}),
        "may_keep": rules.may_keep_library(request.staff),
        "undo": undo_offered(request),
    }
    return render(request, "learning/piece_show.html", page)


@require_safe
def piece_handout(request: HttpRequest, key: str) -> HttpResponse:
    """A piece as a PDF, to be printed or sent along."""
    piece = piece_or_nothing(request, key)
    form = HandoutForm(
        piece, {"language": piece.text_in(get_language() or ENGLISH).language, "size": "11"} | request.GET.dict()
    )
    if not form.is_valid():
        raise NotHere
    document = handout_of(piece, form.languages, int(form.cleaned_data["size"]), request.staff.agency.name)
    # An agency may name anybody in a title, so a piece of its own goes without it.
    name = "handout" if piece.own else key
    return pdf_answer(document, f"{name}-{form.cleaned_data['language']}.pdf")
