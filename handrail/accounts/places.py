"""Which staff member a login works as: one human may work for several agencies."""

import hmac
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, QuerySet
from django.http import HttpRequest

from handrail.accounts.models import Installation, Staff
from handrail.kit.questions import written_once


def places_of(request: HttpRequest) -> list[Staff]:
    """Every staff row of this login: one at each agency it works for."""
    return _places_of(request.user.pk) if request.user.pk else []


@written_once
def _places_of(login_id: UUID) -> QuerySet[Staff]:
    demo = Exists(Installation.objects.filter(demo=True))  # every page wants to know: told along
    return Staff.objects.working().filter(login=login_id).select_related("agency").annotate(in_demo=demo).order_by("id")


def login_mark(request: HttpRequest) -> str:
    """A short mark of who works where, by which an open page knows whether the same human came back to the same agency."""
    staff = request.staff if hasattr(request, "staff") else staff_of(request)
    who = f"mark:{request.user.pk}:{staff.pk if staff else ''}"
    return hmac.new(settings.SECRET_KEY.encode(), who.encode(), "sha256").hexdigest()[:16]


def staff_of(request: HttpRequest) -> Staff | None:
    """The staff member this login works as now: the one chosen for the session, else the first."""
    mine, chosen = places_of(request), request.session.get("staff")
    return next((staff for staff in mine if str(staff.pk) == chosen), mine[0] if mine else None)
