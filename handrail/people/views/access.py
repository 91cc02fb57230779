"""Who walks with a person, who stands in, who may never open the record, and what happens in an emergency."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.accounts import lockout
from handrail.audit.door import find, note_shown
from handrail.kit.errors import Refused
from handrail.kit.views import allow
from handrail.people import actions, queries, rules
from handrail.people.apart import requests_of
from handrail.people.forms import BlockForm, CoverForm, EmergencyForm, StopWalkingForm, WalkForm
from handrail.people.models import Block, BlockKind, Cover, Person, ToldWhom, WalksWith
from handrail.people.standing import standing_of
from handrail.people.walking import places_of

ASKED_IN_AN_EMERGENCY = lockout.Limit("emergency", 10, timedelta(hours=1))
"""Nobody guesses birth dates: after so many tries a supervisor has to be asked."""


@require_safe
def person_access(request: HttpRequest, person_id: str) -> HttpResponse:
    """Who walks with this person, and who may never open the record."""
    person = find(Person, request, pk=person_id)
    return _access(request, person)


def _access(
    request: HttpRequest, person: Person, status: int = 200, sent: dict[object, Any] | None = None, **more: Any
) -> HttpResponse:
    now = timezone.now()
    may_keep_apart = rules.may_keep_apart(request.staff, person, now)
    blocks = list(queries.blocks_of(person))
    requests = requests_of(person, [block for block in blocks if block.lifted_at is None], request.staff, now)
    note_shown(request, "one.shown", {one.asked_in.pk for one in requests if one.asked_in})
    page = {
        "person": person,
        "places": places_of(person, request.staff, now, sent),
        "requests": requests,
        "lifted": [block for block in blocks if block.lifted_at is not None and block.held_for_id is None],
        "block_form": BlockForm(by=request.staff) if may_keep_apart else None,
        "records": queries.records_of_one(request.staff, person),
        "may_lift": rules.may_lift(request.staff, person, now),
        "refusal": "",
        "wrong_form": None,
    }
    return render(request, "people/person_access.html", page | more, status=status)


@require_POST
def walk_start(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """A peer walks with the person from now on."""
    now = timezone.now()
    enrolment = find(queries.enrolments_running(now), request, along=("person",), pk=enrolment_id)
    allow(rules.may_decide_who_walks(request.staff, enrolment, now))
    peers = queries.peers_of([enrolment.program_id], now).get(enrolment.program_id, [])
    form = WalkForm(request.POST, peers=peers, auto_id=f"id_{enrolment.pk}_%s")
    if not form.is_valid():
        return _access(request, enrolment.person, status=422, sent={enrolment.pk: form}, wrong_form=form)
    peer, chosen = form.cleaned_data["peer"], form.cleaned_data["chosen_by_person"]
    try:
        actions.start_walking(enrolment=enrolment, peer=peer, chosen_by_person=chosen, by=request.staff, at=now)
    except Refused as refused:
        return _access(request, enrolment.person, status=409, refusal=refused.sentence)
    return _after_deciding(request, enrolment.person)


@require_POST
def walk_stop(request: HttpRequest, walk_id: str) -> HttpResponse:
    """A peer no longer walks with the person."""
    walk, now = find(WalksWith, request, along=("enrolment__person",), pk=walk_id), timezone.now()
    person = walk.enrolment.person
    allow(rules.may_decide_who_walks(request.staff, walk.enrolment, now))
    form = StopWalkingForm(request.POST, auto_id=f"id_{walk.pk}_%s")
    if not form.is_valid():
        return _access(request, person, status=422, sent={walk.pk: form}, wrong_form=form)
    try:
        actions.stop_walking(walk=walk, why=form.cleaned_data["why"], by=request.staff, at=now)
    except Refused as refused:
        return _access(request, person, status=409, refusal=refused.sentence)
    return _after_deciding(request, person)


def _after_deciding(request: HttpRequest, person: Person) -> HttpResponse:
    """Back to the person's access page, or to the list when the decision took them out of one's own reach."""
    if standing_of(request.staff, person.pk, timezone.now()).ways:
        messages.success(request, _("Saved."))
        return redirect("people:person_access", person.pk)
    messages.success(request, _("Saved. This record is no longer yours to open."))
    return redirect("people:person_list")


@require_POST
def block_set(request: HttpRequest, person_id: str) -> HttpResponse:
    """Somebody may never open this record from now on."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_keep_apart(request.staff, person, now))
    form = BlockForm(request.POST, by=request.staff)
    if not form.is_valid():
        return _access(request, person, status=422, block_form=form, wrong_form=form)
    apart, kind = form.cleaned_data["staff"], BlockKind(form.cleaned_data["kind"])
    try:
        actions.keep_apart(person=person, staff=apart, kind=kind, by=request.staff, at=now)
    except Refused as refused:
        return _access(request, person, status=409, refusal=refused.sentence)
    return _after_deciding(request, person)


@require_POST
def block_lift(request: HttpRequest, block_id: str) -> HttpResponse:
    """The person changed their mind."""
    block, now = find(Block, request, along=("person",), pk=block_id), timezone.now()
    allow(rules.may_lift(request.staff, block.person, now))
    try:
        actions.lift_block(block=block, by=request.staff, at=now)
    except Refused as refused:
        return _access(request, block.person, status=409, refusal=refused.sentence)
    return _after_deciding(request, block.person)


@require_http_methods(["GET", "HEAD", "POST"])
def emergency_open(request: HttpRequest) -> HttpResponse:
    """Open a record that is not yours because it cannot wait. Nobody there, not yours to find, blocked: one answer."""
    allow(rules.may_open_in_an_emergency(request.staff))
    form, now = EmergencyForm(request.POST or None), timezone.now()
    if request.method != "POST" or not form.is_valid():
        return _nothing_opened(request, form, status=422 if form.errors else 200)
    if not lockout.may_try([(ASKED_IN_AN_EMERGENCY, str(request.staff.pk))]):
        return _nothing_opened(request, form, status=409, too_often=True)
    found = queries.named_exactly(request.staff, form.cleaned_data["name"], form.cleaned_data["born_on"])
    if not found:
        actions.look_in_vain(by=request.staff, at=now)
        return _nothing_opened(request, form, status=409, in_vain=True)
    # Asked of all of them first: of two records of one person the one leads to a part of the other.
    for person in [one for one in found if not standing_of(request.staff, one.pk, now).ways]:
        actions.open_in_an_emergency(person=person, reason=form.cleaned_data["reason"], by=request.staff, at=now)
    if len(found) == 1:
        return redirect("people:person_show", found[0].pk)
    messages.info(request, _("There is more than one record of this name and birth date. All of them are in your list."))
    return redirect("people:person_list")


def _nothing_opened(
    request: HttpRequest, form: EmergencyForm, status: int, in_vain: bool = False, too_often: bool = False
) -> HttpResponse:
    page = {"form": form, "in_vain": in_vain, "too_often": too_often}
    return render(request, "people/emergency_open.html", page, status=status)


@require_POST
def emergency_told(request: HttpRequest, access_id: str) -> HttpResponse:
    """The person has been told of an emergency access; or a supervisor has seen it."""
    whom = ToldWhom.SUPERVISOR if request.POST.get("whom") == ToldWhom.SUPERVISOR else ToldWhom.PERSON
    rows = queries.emergencies_for(whom)
    access = find(rows.by_others_than(request.staff).select_related("person"), request, pk=access_id)
    now = timezone.now()
    allow(rules.may_note_told(request.staff, access, whom, now))
    try:
        actions.note_told(access=access, whom=whom, by=request.staff, at=now)
    except actions.AlreadySo as refused:
        messages.info(request, refused.sentence)
    if "from_person" in request.POST and standing_of(request.staff, access.person_id, now).ways:
        return redirect("people:person_show", access.person_id)
    return redirect("home:today")


@require_http_methods(["GET", "HEAD", "POST"])
def cover_list(request: HttpRequest) -> HttpResponse:
    """Who stands in for whom, now and planned."""
    allow(rules.may_plan_cover(request.staff))
    form = CoverForm(request.POST or None, asker=request.staff)
    if request.method != "POST" or not form.is_valid():
        return _covers(request, form, status=422 if form.errors else 200)
    from_at, until_at = form.moments()
    try:
        actions.plan_cover(
            covered=form.cleaned_data["covered"],
            cover_by=form.cleaned_data["by"],
            program=form.cleaned_data["program"],
            from_at=from_at,
            until_at=until_at,
            by=request.staff,
            at=timezone.now(),
        )
    except Refused as refused:
        return _covers(request, form, status=409, refusal=refused.sentence)
    messages.success(request, _("Saved."))
    return redirect("people:cover_list")


def _covers(request: HttpRequest, form: CoverForm, status: int = 200, refusal: object = "") -> HttpResponse:
    now = timezone.now()
    covers = list(queries.cover_now_and_planned(request.staff, now))
    page = {"form": form, "covers": covers, "refusal": refusal, "now": now}
    return render(request, "people/cover_list.html", page, status=status)


@require_POST
def cover_end(request: HttpRequest, cover_id: str) -> HttpResponse:
    """Cover ends now."""
    cover, now = find(Cover, request, pk=cover_id), timezone.now()
    allow(rules.may_plan_cover(request.staff))
    try:
        actions.end_cover(cover=cover, by=request.staff, at=now)
    except Refused as refused:
        return _covers(request, CoverForm(asker=request.staff), status=409, refusal=refused.sentence)
    messages.success(request, _("Saved."))
    return redirect("people:cover_list")
