"""Signing a paper, and that it was a mistake."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handrail.audit.door import find, note_opened
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.people import ages
from handrail.plans import actions, queries, rules
from handrail.plans.forms import MistakeForm, SignForm
from handrail.plans.models import How, Signer
from handrail.plans.papers import Paper
from handrail.plans.state import state_of
from handrail.plans.views.goal import sent_before
from handrail.plans.views.papers import paper_of, paper_to_change


@require_http_methods(["GET", "HEAD", "POST"])
def paper_sign(
    request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None
) -> HttpResponse:
    """Read it together, then sign: with a finger, with the name typed, or on paper with a photo of it."""
    paper, now = paper_to_change(request, kind, person_id, program_id, about_id)
    offered = [one for one in Signer if rules.may_sign_as(request.staff, paper.program, one)]
    form = SignForm(
        sent(request),
        request.FILES or None,
        offered=offered,
        own_name=request.staff.name,
        left_at_the_door=getattr(request, "scan_too_large", False),
        initial={"id": new_id()},
    )
    if request.method != "POST" or not form.is_valid():
        return _sign_page(request, paper, form)
    typed = form.cleaned_data
    allow(rules.may_sign_as(request.staff, paper.program, typed["who"]))
    signing = actions.Signing(
        who=Signer(typed["who"]),
        name=typed["name"],
        how=How(typed["how"]),
        on=typed["on"],
        read=typed["read"],
        strokes=typed["strokes"],
        scan=typed["scan"],
        staff=request.staff if typed["who"] in SignForm.OURS else None,
    )
    try:
        actions.sign(paper=paper, signing=signing, by=request.staff, at=now, key=typed["id"])
    except Refused as refused:
        return _sign_page(request, paper, form, status=409, refusal=refused.sentence)
    except KeyTaken:
        sent_before(queries.signature_sent_by(request.staff, typed["id"]))
    messages.success(request, _("Signed."))
    return redirect("plans:paper_show", *paper.address)


def _sign_page(request: HttpRequest, paper: Paper, form: SignForm, status: int = 200, refusal: object = "") -> HttpResponse:
    note_opened(request, paper.person.pk, verb="paper.opened")
    state = state_of(paper)
    page = {"paper": paper, "state": state, "person": paper.person, "form": form, "refusal": refusal}
    page["young"] = ages.is_under_age(paper.person, timezone.localdate())
    return render(request, "plans/paper_sign.html", page, status=422 if form.errors and status == 200 else status)


@require_http_methods(["GET", "HEAD", "POST"])
def signature_mistake(request: HttpRequest, signature_id: UUID) -> HttpResponse:
    """Somebody signed by mistake: why. The signature stays to be seen."""
    signature, now = find(queries.signatures(), request, pk=signature_id), timezone.now()
    allow(rules.may_change(request.staff, signature, now))
    signature.version.person, signature.version.program = signature.person, signature.program
    paper = paper_of(signature.version)
    form = MistakeForm(sent(request))
    refusal: object = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_mistake(signature=signature, why=form.cleaned_data["why"], by=request.staff, at=now)
        except Refused as refused:
            refusal = refused.sentence
        else:
            return redirect("plans:paper_show", *paper.address)
    page = {"signature": signature, "paper": paper, "person": signature.person, "form": form, "refusal": refusal}
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "plans/signature_mistake.html", page, status=status)
