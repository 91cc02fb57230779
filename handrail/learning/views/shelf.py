"""What the agency offers, and what it put away."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handrail.audit.door import NotHere
from handrail.kit.views import allow
from handrail.learning import actions, queries, rules
from handrail.learning.nouns import ENGLISH
from handrail.ui.undo import offer_undo, undo_offered


@require_safe
def shelf_list(request: HttpRequest) -> HttpResponse:
    """What is put away: pieces and curricula that nobody is offered any more."""
    allow(rules.may_keep_library(request.staff))
    agency_id, language = request.staff.agency_id, get_language() or ENGLISH
    page = {
        "pieces": [(one, one.text_in(language)) for one in queries.pieces_put_away(agency_id)],
        "courses": queries.courses_of(agency_id, put_away=True),
        "undo": undo_offered(request),
    }
    return render(request, "learning/shelf_list.html", page)


@require_POST
def shelf_put_away(request: HttpRequest, key: str) -> HttpResponseBase:
    """Offer a piece or a curriculum no longer."""
    allow(rules.may_keep_library(request.staff))
    _known(request, key)
    actions.put_away(key=key, by=request.staff, at=timezone.now())
    offer_undo(request, _("Put away."), reverse("learning:shelf_bring_back", args=[key]))
    return redirect("learning:piece_list")


@require_POST
def shelf_bring_back(request: HttpRequest, key: str) -> HttpResponseBase:
    """Offer it again."""
    allow(rules.may_keep_library(request.staff))
    is_piece = _known(request, key)
    actions.bring_back(key=key, by=request.staff, at=timezone.now())
    return redirect("learning:piece_show" if is_piece else "learning:curriculum_show", key)


def _known(request: HttpRequest, key: str) -> bool:
    """Whether it is a piece, and not a curriculum. What the agency has not is not there."""
    if queries.piece_of(request.staff.agency_id, key):
        return True
    if queries.whole_course(request.staff.agency_id, key):
        return False
    raise NotHere
