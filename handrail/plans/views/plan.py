"""The whole plan of a person, and what they want."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from handrail.audit.door import NotHere, find, note_opened
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.kit.whether import look_for_any
from handrail.people.models import Person
from handrail.people.queries import programs_of
from handrail.plans import actions, queries, rules
from handrail.plans.forms import WordsForm
from handrail.plans.models import fingerprint
from handrail.plans.preparing import what_is_chosen, what_is_prepared
from handrail.plans.shown import plans_of
from handrail.plans.views.words import kept_answer, words_page
from handrail.ui.undo import undo_offered


@require_safe
def plan_show(request: HttpRequest, person_id: str) -> HttpResponse:
    """What somebody wants, their goals with lines and steps. In each program through which the reader reaches them."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    note_opened(request, person.pk, verb="plan.opened")
    look_for_any(person)
    page = {
        "person": person,
        "plans": plans_of(person, request.staff, now),
        "may_plan": rules.may_plan(request.staff, person, now),
        "preparing": what_is_prepared(person, programs_of(person, request.staff, now)),
        "choosing": what_is_chosen(person, programs_of(person, request.staff, now)),
        "undo": undo_offered(request),
    }
    return render(request, "plans/plan_show.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def want_write(request: HttpRequest, person_id: str, program_id: str) -> HttpResponse:
    """Write down what somebody wants, in one of their programs; the first time, or better."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    program = next((one for one in programs_of(person, request.staff, now) if one.pk == program_id), None)
    if program is None:
        raise NotHere
    allow(rules.may_plan_in(request.staff, person, program, now))
    own = queries.want_of(person, program)
    text = own.text if own else ""
    form = WordsForm(sent(request), initial={"text": text, "opened": fingerprint(text), "page": new_id()})
    if request.method != "POST" or not form.is_valid():
        return words_page(request, form, person, own)
    if own and not form.says_something_new(own):
        return kept_answer(request, form, own)
    kept = actions.write_want(person=person, program=program, by=request.staff, at=now, **form.cleaned_data)
    return kept_answer(request, form, kept)
