"""What came along with somebody, taken over or dropped with them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import find
from handrail.exchange import actions, rules
from handrail.exchange.forms import TakeOverForm
from handrail.exchange.models import Brought
from handrail.kit.views import allow


@require_http_methods(["GET", "HEAD", "POST"])
def brought_take(request: HttpRequest, brought_id: str) -> HttpResponse:
    """It becomes a goal: first in the words of the person."""
    brought = find(Brought, request, along=("person",), pk=brought_id)
    allow(rules.may_settle(request.staff, brought, timezone.now()))
    form = TakeOverForm(request.POST or None, initial={"text": brought.text})
    if request.method != "POST" or not form.is_valid():
        page = {"brought": brought, "person": brought.person, "form": form}
        return render(request, "exchange/brought_take.html", page, status=422 if form.errors else 200)
    actions.take_over(brought=brought, text=form.cleaned_data["text"], by=request.staff, at=timezone.now())
    messages.success(request, _("It is a goal now."))
    return redirect("plans:plan_show", brought.person_id)


@require_POST
def brought_drop(request: HttpRequest, brought_id: str) -> HttpResponse:
    """The person does not want this here."""
    brought = find(Brought, request, pk=brought_id)
    allow(rules.may_settle(request.staff, brought, timezone.now()))
    actions.drop(brought=brought, by=request.staff, at=timezone.now())
    messages.success(request, _("Dropped. It does not stand here any more."))
    return redirect("people:person_show", brought.person_id)
