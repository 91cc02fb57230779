"""What a choice is made of: what matters, the options, what was looked up, and how an option fits."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import find
from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.plans import actions, queries, rules
from handrail.plans.forms import LookedUpForm, MatterForm, OptionForm, WeighForm
from handrail.plans.models import HowItFits, LookedUp, Matter, Option
from handrail.plans.views.choice import choice_page, choice_to_change, deed_of_choice
from handrail.plans.views.goal import sent_before
from handrail.plans.weighing import fits_of


@require_POST
def matter_add(request: HttpRequest, choice_id: str) -> HttpResponse:
    """One more thing that matters."""
    choice, now = choice_to_change(request, choice_id)
    form = MatterForm(request.POST, auto_id="id_matter_%s")
    if not form.is_valid():
        return choice_page(request, choice, status=422, matter_form=form, wrong_form=form)
    text, key = form.cleaned_data["text"], form.cleaned_data["id"]

    def write() -> Any:
        try:
            return actions.add_matter(choice=choice, text=text, key=key, by=request.staff, at=now)
        except KeyTaken:
            return sent_before(queries.matter_sent_by(request.staff, key))

    return deed_of_choice(request, choice, write, at="#matters")


@require_POST
def matter_move(request: HttpRequest, matter_id: str) -> HttpResponse:
    """It matters more, or less."""
    matter, now = _to_change(Matter, request, matter_id)
    up = request.POST.get("way") == "up"
    return deed_of_choice(
        request,
        matter.choice,
        lambda: actions.move_matter(matter=matter, up=up, by=request.staff, at=now),
        at="#matters",
    )


@require_POST
def matter_remove(request: HttpRequest, matter_id: str) -> HttpResponse:
    """It does not matter any more."""
    matter, now = _to_change(Matter, request, matter_id)
    return deed_of_choice(
        request,
        matter.choice,
        lambda: actions.remove_matter(matter=matter, by=request.staff, at=now),
        _("It is taken out of what matters."),
        reverse("plans:matter_put_back", args=[matter.pk]),
    )


@require_POST
def matter_put_back(request: HttpRequest, matter_id: str) -> HttpResponse:
    """It does."""
    matter, now = _to_change(Matter, request, matter_id)
    return deed_of_choice(request, matter.choice, lambda: actions.put_back_matter(matter=matter, by=request.staff, at=now))


@require_POST
def option_add(request: HttpRequest, choice_id: str) -> HttpResponse:
    """One more option."""
    choice, now = choice_to_change(request, choice_id)
    form = OptionForm(request.POST, auto_id="id_option_%s")
    if not form.is_valid():
        return choice_page(request, choice, status=422, option_form=form, wrong_form=form)
    text, key = form.cleaned_data["text"], form.cleaned_data["id"]

    def write() -> Any:
        try:
            return actions.add_option(choice=choice, text=text, key=key, by=request.staff, at=now)
        except KeyTaken:
            return sent_before(queries.option_sent_by(request.staff, key))

    return deed_of_choice(request, choice, write, at="#options")


@require_POST
def option_remove(request: HttpRequest, option_id: str) -> HttpResponse:
    """It is no option any more."""
    option, now = _to_change(Option, request, option_id)
    return deed_of_choice(
        request,
        option.choice,
        lambda: actions.remove_option(option=option, by=request.staff, at=now),
        _("The option is taken out."),
        reverse("plans:option_put_back", args=[option.pk]),
    )


@require_POST
def option_put_back(request: HttpRequest, option_id: str) -> HttpResponse:
    """It is."""
    option, now = _to_change(Option, request, option_id)
    return deed_of_choice(request, option.choice, lambda: actions.put_back_option(option=option, by=request.staff, at=now))


@require_http_methods(["GET", "HEAD", "POST"])
def option_weigh(request: HttpRequest, option_id: str) -> HttpResponse:
    """How one option fits, matter by matter."""
    option, now = _to_change(Option, request, option_id)
    whole: Any = queries.whole_option(option)
    matters = whole.choice.matters_now
    form = WeighForm(sent(request), matters=matters, fits=fits_of(whole))
    if request.method != "POST" or not form.is_valid():
        return _weigh(request, option, form, 422 if form.errors else 200)
    said = [actions.Said(**one) for one in form.said()]
    try:
        actions.say_how_it_fits(option=option, said=said, by=request.staff, at=now)
    except actions.SaidMeanwhile as meanwhile:
        return _said_meanwhile(request, option, meanwhile)
    return redirect(reverse("plans:choice_show", args=[option.choice_id]) + "#side-by-side")


def _said_meanwhile(request: HttpRequest, option: Option, meanwhile: actions.SaidMeanwhile) -> HttpResponse:
    """What was typed here, and above it what somebody else said since; sent again, it stands."""
    whole, data = queries.whole_option(option), request.POST.copy()
    fits, matters = fits_of(whole), {one.pk: one for one in whole.choice.matters_now}  # type: ignore[attr-defined]
    otherwise = []
    for key in meanwhile.of:
        fit = fits[key]
        data[f"saw-{key}"] = str(fit.pk)
        how = str(HowItFits(fit.how).label)
        otherwise.append((matters[key].words, f"{how}. {fit.words}" if fit.words else how))
    form = WeighForm(data, matters=list(matters.values()), fits=fits)
    return _weigh(request, option, form, 409, refusal=meanwhile.sentence, otherwise=otherwise)


def _weigh(request: HttpRequest, option: Option, form: WeighForm, status: int, **more: Any) -> HttpResponse:
    page = {"form": form, "option": option, "refusal": "", "otherwise": []}
    return render(request, "plans/option_weigh.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def looked_up_add(request: HttpRequest, option_id: str) -> HttpResponse:
    """A fact about an option: what, where from, on which day."""
    option, now = _to_change(Option, request, option_id)
    form = LookedUpForm(sent(request), initial={"id": new_id()})
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "option": option}
        return render(request, "plans/looked_up_add.html", page, status=422 if form.errors else 200)
    said = dict(form.cleaned_data)
    key = said.pop("id")

    def write() -> Any:
        try:
            return actions.note_looked_up(option=option, key=key, by=request.staff, at=now, **said)
        except KeyTaken:
            return sent_before(queries.looked_up_sent_by(request.staff, key))

    return deed_of_choice(request, option.choice, write, at=f"#option-{option.pk}")


@require_POST
def looked_up_take_out(request: HttpRequest, fact_id: str) -> HttpResponse:
    """It was wrong, or is no longer so."""
    fact, now = _to_change(LookedUp, request, fact_id)
    return deed_of_choice(
        request,
        fact.option.choice,
        lambda: actions.take_out_looked_up(fact=fact, by=request.staff, at=now),
        _("What was found out is taken out."),
        reverse("plans:looked_up_put_back", args=[fact.pk]),
    )


@require_POST
def looked_up_put_back(request: HttpRequest, fact_id: str) -> HttpResponse:
    """It is so."""
    fact, now = _to_change(LookedUp, request, fact_id)
    return deed_of_choice(request, fact.option.choice, lambda: actions.put_back_looked_up(fact=fact, by=request.staff, at=now))


def _to_change(noun: Any, request: HttpRequest, key: str) -> tuple[Any, datetime]:
    found, now = find(noun, request, pk=key), timezone.now()
    allow(rules.may_change(request.staff, found, now))
    return found, now
