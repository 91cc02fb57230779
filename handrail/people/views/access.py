"""Who walks with a person, who stands in, who may never open the record, and what happens in an emergency."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import find
from handrail.kit.errors import Refused
from handrail.kit.views import allow
from handrail.people import actions, queries, rules
from handrail.people.forms import BlockForm, CoverForm, EmergencyForm, StopWalkingForm, WalkForm
from handrail.people.models import Block, BlockKind, Cover, EmergencyAccess, Enrolment, Person, ToldWhom, WalksWith
from handrail.people.reach import ways_of


@require_safe
def person_access(request: HttpRequest, person_id: str) -> HttpResponse:
    """Who walks with this person, and who may never open the record."""
    person = find(Person, request, pk=person_id)
    return _access(request, person)


def _access(request: HttpRequest, person: Person, status: int = 200, **more: Any) -> HttpResponse:
    now = timezone.now()
    may_decide = rules.may_decide_who_walks(request.staff, person, now)
    enrolments = list(queries.enrolments_of(person, request.staff, now))
    page = {
        "person": person,
        "enrolments": [(enrolment, WalkForm(by=request.staff, program=enrolment.program)) for enrolment in enrolments],
        "stop_form": StopWalkingForm(),
        "blocks": list(queries.blocks_of(person)),
        "block_form": BlockForm(by=request.staff),
        "may_decide": may_decide,
        "may_keep_apart": rules.may_keep_apart(request.staff, person, now),
        "now": now,
    }
    return render(request, "people/person_access.html", page | more, status=status)


@require_POST
def walk_start(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """A peer walks with the person from now on."""
    enrolment = find(Enrolment.objects.select_related("person", "program"), request, pk=enrolment_id)
    allow(rules.may_decide_who_walks(request.staff, enrolment.person, timezone.now()))
    form = WalkForm(request.POST, by=request.staff, program=enrolment.program)
    if not form.is_valid():
        return _access(request, enrolment.person, status=422, problems=form)
    peer, chosen = form.cleaned_data["peer"], form.cleaned_data["chosen_by_person"]
    try:
        actions.start_walking(enrolment=enrolment, peer=peer, chosen_by_person=chosen, by=request.staff, at=timezone.now())
    except Refused as refused:
        return _access(request, enrolment.person, status=409, refusal=refused.sentence)
    return _after_deciding(request, enrolment.person)


@require_POST
def walk_stop(request: HttpRequest, walk_id: str) -> HttpResponse:
    """A peer no longer walks with the person."""
    walk = find(WalksWith.objects.running_at(timezone.now()).select_related("enrolment__person"), request, pk=walk_id)
    person = walk.enrolment.person
    allow(rules.may_decide_who_walks(request.staff, person, timezone.now()))
    form = StopWalkingForm(request.POST)
    if not form.is_valid():
        return _access(request, person, status=422, problems=form)
    actions.stop_walking(walk=walk, why=form.cleaned_data["why"], by=request.staff, at=timezone.now())
    return _after_deciding(request, person)


def _after_deciding(request: HttpRequest, person: Person) -> HttpResponse:
    """Back to the person's access page, or to the list when the decision took them out of one's own reach."""
    if ways_of(request.staff, person.pk, timezone.now()):
        return redirect("people:person_access", person.pk)
    messages.success(request, _("Done. You no longer reach this record."))
    return redirect("people:person_list")


@require_POST
def block_set(request: HttpRequest, person_id: str) -> HttpResponse:
    """Somebody may never open this record from now on."""
    person = find(Person, request, pk=person_id)
    allow(rules.may_keep_apart(request.staff, person, timezone.now()))
    form = BlockForm(request.POST, by=request.staff)
    if not form.is_valid():
        return _access(request, person, status=422, block_form=form)
    apart, kind = form.cleaned_data["staff"], BlockKind(form.cleaned_data["kind"])
    try:
        actions.keep_apart(person=person, staff=apart, kind=kind, by=request.staff, at=timezone.now())
    except Refused as refused:
        return _access(request, person, status=409, refusal=refused.sentence)
    return _after_deciding(request, person)


@require_POST
def block_lift(request: HttpRequest, block_id: str) -> HttpResponse:
    """The person changed their mind."""
    block = find(Block.objects.standing().select_related("person"), request, pk=block_id)
    allow(rules.may_keep_apart(request.staff, block.person, timezone.now()))
    actions.lift_block(block=block, by=request.staff, at=timezone.now())
    return redirect("people:person_access", block.person_id)


@require_http_methods(["GET", "HEAD", "POST"])
def emergency_open(request: HttpRequest) -> HttpResponse:
    """Open a record that is not yours because it cannot wait. Nobody there, not yours to find, blocked: one answer."""
    allow(rules.may_open_in_an_emergency(request.staff))
    form = EmergencyForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/emergency_open.html", {"form": form}, status=422 if form.errors else 200)
    now, clean = timezone.now(), form.cleaned_data
    found = list(queries.named_exactly(request.staff, clean["name"], clean["born_on"])[:2])
    if len(found) != 1:
        actions.look_in_vain(by=request.staff, at=now)
        return render(request, "people/emergency_open.html", {"form": form, "in_vain": True}, status=409)
    person = found[0]
    if not ways_of(request.staff, person.pk, now):
        actions.open_in_an_emergency(person=person, reason=clean["reason"], by=request.staff, at=now)
    return redirect("people:person_show", person.pk)


@require_POST
def emergency_told(request: HttpRequest, access_id: str) -> HttpResponse:
    """The person has been told of an emergency access; or a supervisor has seen it."""
    access = find(EmergencyAccess.objects.by_others_than(request.staff), request, pk=access_id)
    allow(rules.may_note_told(request.staff))
    whom = ToldWhom.SUPERVISOR if request.POST.get("whom") == ToldWhom.SUPERVISOR else ToldWhom.PERSON
    allow(rules.may_note_told_to(request.staff, whom))
    try:
        actions.note_told(access=access, whom=whom, by=request.staff, at=timezone.now())
    except actions.AlreadySo as refused:
        messages.info(request, refused.sentence)
    return redirect("home:today")


@require_http_methods(["GET", "HEAD", "POST"])
def cover_list(request: HttpRequest) -> HttpResponse:
    """Who stands in for whom, now and planned."""
    allow(rules.may_plan_cover(request.staff))
    form = CoverForm(request.POST or None, asker=request.staff)
    now, status = timezone.now(), 200
    refusal: object = ""
    if request.method == "POST" and form.is_valid():
        from_at, until_at = form.moments()
        covered, cover_by = form.cleaned_data["covered"], form.cleaned_data["by"]
        try:
            actions.plan_cover(covered=covered, cover_by=cover_by, from_at=from_at, until_at=until_at, by=request.staff, at=now)
            return redirect("people:cover_list")
        except Refused as refused:
            refusal, status = refused.sentence, 409
    page = {"form": form, "covers": list(queries.cover_now_and_planned(request.staff, now)), "refusal": refusal, "now": now}
    return render(request, "people/cover_list.html", page, status=422 if form.errors else status)


@require_POST
def cover_end(request: HttpRequest, cover_id: str) -> HttpResponse:
    """Cover ends now."""
    cover = find(Cover.objects.not_over_at(timezone.now()), request, pk=cover_id)
    allow(rules.may_plan_cover(request.staff))
    actions.end_cover(cover=cover, by=request.staff, at=timezone.now())
    return redirect("people:cover_list")
