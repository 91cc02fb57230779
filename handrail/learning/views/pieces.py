"""The library: its list, a piece, and the piece on paper."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from handrail.audit.door import NotHere
from handrail.kit.paging import page_of
from handrail.learning import queries, rules
from handrail.learning.catalogue import audiences, phases, topics
from handrail.learning.chips import chips_of
from handrail.learning.forms import HandoutForm, PieceSearch
from handrail.learning.handout import LARGE, handout_of
from handrail.learning.markdown import html_of
from handrail.learning.nouns import ENGLISH, Piece
from handrail.learning.places import offers_for
from handrail.paper.answer import pdf_answer
from handrail.ui.undo import undo_offered

PER_PAGE = 20
FEW = 8
"""So many are listed at once; of more, one first chooses a topic."""


@require_safe
def piece_list(request: HttpRequest) -> HttpResponse:
    """The library: its topics and curricula; then the pieces of a topic, or those that were looked for.

    When it helps, for whom, in which language and which topic narrow together, each in one tap.
    """
    form, agency_id = PieceSearch(request.GET), request.staff.agency_id
    wanted = form.wanted
    pieces = queries.pieces_that_match(agency_id, wanted)
    listed = bool(wanted.letters or wanted.topic or len(pieces) <= FEW or "all" in request.GET)
    paged = page_of(request, pieces if listed else [], PER_PAGE)
    language = get_language() or ENGLISH
    shown = [(one, wanted.text_of(one, language), topics()[one.topic]) for one in paged.rows]
    page = {
        "form": form,
        "wanted": wanted,
        "all": "all" in request.GET,
        "chips": chips_of(wanted),
        "narrowed": wanted != queries.Wanted(),
        "topic": topics().get(wanted.topic),
        "topics": [] if listed else _counted(pieces, wanted),
        "courses": [] if wanted.letters or wanted.topic else _courses_for(agency_id, wanted.audience),
        "count": len(pieces),
        "listed": listed,
        "every": wanted.address(all="yes"),
        "page": paged,
        "found": shown if wanted.letters else [],
        "groups": [(topic, list(some)) for topic, some in groupby(shown, key=lambda row: row[2])],
        "may_keep": rules.may_keep_library(request.staff),
        "undo": undo_offered(request),
    }
    return render(request, "learning/piece_list.html", page, status=422 if form.errors else 200)


def _counted(pieces: list[Piece], wanted: queries.Wanted) -> list[tuple[object, int, str]]:
    """Topics with how many pieces of them there are, and the way to these."""
    by_topic = groupby(pieces, key=lambda one: one.topic)
    return [(topics()[topic], len(list(some)), wanted.address(topic=topic)) for topic, some in by_topic]


def _courses_for(agency_id: Any, audience: str) -> list[queries.Course]:
    """The curricula for somebody; the agency's own are for everybody."""
    every = queries.courses_of(agency_id)
    return [one for one in every if not audience or not one.audiences or audience in one.audiences]


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
        **_along(request, piece, text.language),
        "instead": _instead(request, piece, text.language),
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


def _along(request: HttpRequest, piece: Piece, language: str) -> dict[str, Any]:
    """The curriculum one reads along (`?course=`): what comes before this piece and what next."""
    asked = request.GET.get("course", "")
    course = queries.whole_course(request.staff.agency_id, asked) if asked else None
    around = course.around(piece.key) if course else None
    if course is None or around is None:
        return {}
    before, here, after = around
    return {"course": course, "here": here, "beside": [(one, one.piece.text_in(language)) for one in (before, after) if one]}


def _instead(request: HttpRequest, piece: Piece, language: str) -> dict[str, str] | None:
    """The agency's own wording of a piece that is put away."""
    own = queries.piece_instead_of(request.staff.agency_id, piece.key) if piece.put_away and not piece.own else None
    return {"key": own.key, "title": own.text_in(language).title} if own else None


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
