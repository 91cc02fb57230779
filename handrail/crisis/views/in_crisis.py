"""With somebody in a crisis: the plan first, then what to try, whom to call, and what is happening."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.crisis import actions, queries, rules
from handrail.crisis.forms import TriedForm
from handrail.crisis.lines import lines_to_call
from handrail.crisis.models import InCrisis, Said
from handrail.crisis.near import numbers_of, others_who_stand_by
from handrail.crisis.options import options
from handrail.crisis.shown import shown_plans
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow
from handrail.people.listing import listed
from handrail.people.models import Person
from handrail.people.queries import my_people, programs_of, records_of_one
from handrail.people.saying import dial_words, hours_words
from handrail.plans.forms import WordsForm
from handrail.plans.models import OwnWords, fingerprint
from handrail.plans.views.words import is_autosave, kept_answer, wrong_to_autosave
from handrail.ui.undo import offer_undo, undo_offered

WHILE_IT_LASTS = (Said.NOW, Said.NEXT)


@require_safe
def crisis_list(request: HttpRequest) -> HttpResponse:
    """Those one walks with: one tap, and their plan is there. And whom anybody can call."""
    allow(rules.may_list(request.staff))
    page = page_of(request, my_people(request.staff, timezone.now()))
    note_shown(request, "crisis.listed", page.rows)
    there = {(person.pk, one.program_id) for person in page.rows for one in person.reached}  # type: ignore[attr-defined]
    with_a_plan = queries.with_a_plan(page.rows, there)
    rows = [(row, row.person.pk in with_a_plan) for row in listed(page.rows, request.staff)]
    shown = {"page": page, "rows": rows, "lines": lines_to_call(request.staff.agency_id)}
    return render(request, "crisis/crisis_list.html", shown)


@require_safe
def in_crisis_show(request: HttpRequest, person_id: str) -> HttpResponse:
    """All that helps now, on one page that is there at once."""
    return _page(request, find(Person, request, pk=person_id))


def _page(request: HttpRequest, person: Person, status: int = 200, **more: Any) -> HttpResponse:
    now, staff = timezone.now(), request.staff
    note_opened(request, person.pk, verb="crisis.looked_up")
    programs = programs_of(person, staff, now)
    plans = shown_plans(person, programs)
    use = queries.going_on(person, programs, now)
    if use and not rules.may_note(staff, use, now):
        use = None
    notes = queries.notes_of(use) if use else {}
    page = {
        "person": person,
        "plans": plans,
        "options": options(),
        "use": use,
        "use_id": use.pk if use else new_id(),
        "tried": use.tried if use else [],
        "notes": [(note_form(about, notes.get(about)), about, _prompts(about), notes.get(about)) for about in WHILE_IT_LASTS],
        "records": _other_records(request, person),
        "numbers": [(point, dial_words(point), hours_words(point)) for point in numbers_of(person, programs)],
        "others": others_who_stand_by(
            person, staff, [one for plan in plans for part in plan.parts for one in part.people], now
        ),
        "lines": lines_to_call(staff.agency_id),
        "may_be_with": rules.may_be_with(staff, person, now),
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "crisis/in_crisis_show.html", page | more, status=status)


def _other_records(request: HttpRequest, person: Person) -> list[Person]:
    """Records of the same person that the reader may see: a plan may stand there."""
    others = [other for _one, other in records_of_one(request.staff, person)]
    note_shown(request, "one.shown", others)
    return others


def _prompts(about: Said) -> Any:
    return {Said.NOW: options().now, Said.NEXT: options().next, Said.LEARNED: options().learned}[about]


def note_form(about: Said, own: OwnWords | None, data: Any = None) -> WordsForm:
    """The form of one note. Nothing has to be written in it."""
    text = own.text if own else ""
    initial = {"text": text, "opened": fingerprint(text), "page": new_id()}
    form = WordsForm(data, initial=initial, may_be_empty=True, auto_id=f"id_{about.value}_%s")
    form.fields["text"].label = about.label
    form.fields["text"].widget.attrs.pop("autofocus")
    return form


def _being_with(request: HttpRequest, person_id: Any, use_id: Any) -> tuple[Person, InCrisis | None, datetime]:
    """Whom one is with, and what was kept of this time so far, if anything was; allowed to be written in."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    use = None
    with suppress(NotHere):
        use = find(queries.uses(), request, pk=use_id, person=person.pk)
    allow(rules.may_note(request.staff, use, now) if use else rules.may_be_with(request.staff, person, now))
    return person, use, now


def _begun(request: HttpRequest, person: Person, use: InCrisis | None, use_id: Any, now: datetime) -> InCrisis:
    """The row of this time: made with the first thing that is kept of it, under the key of the page."""
    if use:
        return use
    program = rules.program_to_be_in(request.staff, person, now)
    try:
        return actions.begin_use(person=person, program=program, key=use_id, by=request.staff, at=now)
    except KeyTaken:
        sent = queries.use_sent_by(request.staff, use_id)
        if sent is None or sent.person_id != person.pk:
            raise NotHere from None
        return sent


@require_POST
def tried_keep(request: HttpRequest, person_id: str, use_id: str) -> HttpResponse:
    """What was tried together, as it is ticked."""
    person, use, now = _being_with(request, person_id, use_id)
    form = TriedForm(request.POST)
    if not form.is_valid():
        return _page(request, person, status=422)
    tried = form.cleaned_data["tried"]
    if tried != (use.tried if use else []):
        use = _begun(request, person, use, use_id, now)
        actions.keep_tried(use=use, tried=tried, by=request.staff, at=now)
    if is_autosave(request):
        return JsonResponse({})
    return redirect(reverse("crisis:in_crisis_show", args=[person.pk]) + "#try")


@require_POST
def note_write(request: HttpRequest, person_id: str, use_id: str, about: str) -> HttpResponse:
    """What is happening, what comes next, what was learned: as it is typed."""
    person, use, now = _being_with(request, person_id, use_id)
    if about not in Said.values:
        raise NotHere
    own = queries.note_of(use, about) if use else None
    form = note_form(Said(about), own, request.POST)
    if not form.is_valid():
        return wrong_to_autosave(request, form) or _page(request, person, status=422, wrong_form=form)
    if not form.says_something_new(own or OwnWords()):
        if own is None or not is_autosave(request):
            return _after_note(request, person, use, own, form)
        return kept_answer(request, form, own)
    use = _begun(request, person, use, use_id, now)
    kept = actions.write_note(use=use, about=Said(about), by=request.staff, at=now, **form.cleaned_data)
    if is_autosave(request) or not isinstance(kept, OwnWords):
        return kept_answer(request, form, kept)
    return _after_note(request, person, use, kept, form)


def _after_note(request: HttpRequest, person: Person, use: InCrisis | None, own: Any, form: WordsForm) -> HttpResponse:
    """Back to where it was written: while it lasts to the view, afterwards to what was learned."""
    if is_autosave(request):
        return JsonResponse({"opened": fingerprint(form.cleaned_data["text"]), "together": ""})
    if use and use.ended_at:
        return redirect("crisis:use_show", use.pk)
    return redirect(reverse("crisis:in_crisis_show", args=[person.pk]) + "#now")


@require_POST
def use_end(request: HttpRequest, person_id: str, use_id: str) -> HttpResponse:
    """It is over for now. What was learned can be written down now, or on another day."""
    person, use, now = _being_with(request, person_id, use_id)
    use = _begun(request, person, use, use_id, now)
    try:
        actions.end_use(use=use, by=request.staff, at=now)
    except Refused as refused:
        return _page(request, person, status=409, refusal=refused.sentence)
    offer_undo(request, _("It is noted that it is over for now."), reverse("crisis:use_go_on", args=[use.pk]))
    return redirect("crisis:use_show", use.pk)
