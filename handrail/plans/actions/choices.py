"""What is done with a choice. What somebody thinks of it who is not the person has no verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.sent import under_its_key
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.actions.words import Kept, first_words, write_in_its_place
from handrail.plans.models import Choice, Chosen, Fit, HowItFits, LookedUp, Matter, Option, Thought, fingerprint


class SaidMeanwhile(Refused):
    """Somebody else said something of the same since this page was opened. `of` are the keys of what that is."""

    sentence = _("Somebody else wrote here since you opened it. Nothing is lost: look at both, then save.")

    def __init__(self, of: Sequence[UUID] = ()) -> None:
        self.of = list(of)


@dataclass(frozen=True)
class Said:
    """How an option fits one matter, as a page says it; `saw` is the row the page was opened with."""

    matter: Matter
    how: HowItFits
    words: str = ""
    saw: UUID | None = None


@action
def begin_choice(*, choice: Choice, text: str, by: Staff, at: datetime) -> Choice:
    """Begin a choice; `text` is the question."""
    choice.agency_id, choice.made_at, choice.made_by = by.agency_id, at, by
    choice.own = first_words(choice, text, by, at)
    under_its_key(choice)
    record("choice.begun", by=by, at=at, subject=choice, person=choice.person_id)
    return choice


@action
def write_thought(
    *,
    choice: Choice,
    prompt: str,
    text: str,
    by: Staff,
    at: datetime,
    opened: str = fingerprint(""),
    page: UUID | None = None,
) -> Kept:
    """Write down what stands beside the options, or put it better."""
    thought = Thought(**whose(choice), choice=choice, prompt=prompt)
    return write_in_its_place(thought, "thought.written", text=text, by=by, at=at, opened=opened, page=page)


@action
def add_matter(*, choice: Choice, text: str, by: Staff, at: datetime, key: UUID | None = None) -> Matter:
    """One more thing that matters, after those there are."""
    matter = Matter(**whose(choice), choice=choice, made_at=at, made_by=by)
    matter.pk = key or matter.pk
    matter.place = (Matter.objects.filter(choice=choice).aggregate(Max("place"))["place__max"] or 0) + 1
    matter.own = first_words(matter, text, by, at)
    under_its_key(matter)
    record("matter.added", by=by, at=at, subject=matter, person=matter.person_id)
    return matter


@action
def move_matter(*, matter: Matter, up: bool, by: Staff, at: datetime) -> Matter:
    """Change places with the one before it, or after it. The first cannot go further up."""
    standing = Matter.objects.standing().filter(choice=matter.choice_id).order_by("place", "id")
    order = list(standing.select_for_update(of=("self",)))
    here = next((number for number, one in enumerate(order) if one.pk == matter.pk), None)
    there = None if here is None else here + (-1 if up else 1)
    if here is None or there is None or not 0 <= there < len(order):
        raise AlreadySo
    order[here], order[there] = order[there], order[here]
    for place, one in enumerate(order, start=1):
        one.place = place
    Matter.objects.bulk_update(order, ["place"])
    record("matter.moved", by=by, at=at, subject=matter, person=matter.person_id)
    return matter


@action
def remove_matter(*, matter: Matter, by: Staff, at: datetime) -> Matter:
    """It does not matter any more."""
    take_back(Matter.objects.filter(pk=matter.pk), by, at)
    record("matter.removed", by=by, at=at, subject=matter, person=matter.person_id)
    return matter


@action
def put_back_matter(*, matter: Matter, by: Staff, at: datetime) -> Matter:
    """It does."""
    put_back(Matter.objects.filter(pk=matter.pk))
    record("matter.put_back", by=by, at=at, subject=matter, person=matter.person_id)
    return matter


@action
def add_option(*, choice: Choice, text: str, by: Staff, at: datetime, key: UUID | None = None) -> Option:
    """One more thing to choose from."""
    option = Option(**whose(choice), choice=choice, made_at=at, made_by=by)
    option.pk = key or option.pk
    option.own = first_words(option, text, by, at)
    under_its_key(option)
    record("option.added", by=by, at=at, subject=option, person=option.person_id)
    return option


@action
def remove_option(*, option: Option, by: Staff, at: datetime) -> Option:
    """It is no option any more. What was said of it stays."""
    take_back(Option.objects.filter(pk=option.pk), by, at)
    record("option.removed", by=by, at=at, subject=option, person=option.person_id)
    return option


@action
def put_back_option(*, option: Option, by: Staff, at: datetime) -> Option:
    """It is."""
    put_back(Option.objects.filter(pk=option.pk))
    record("option.put_back", by=by, at=at, subject=option, person=option.person_id)
    return option


@action
def note_looked_up(
    *, option: Option, text: str, source: str, on: date, by: Staff, at: datetime, key: UUID | None = None
) -> LookedUp:
    """Note what was looked up about an option, where, and on which day it was so."""
    fact = LookedUp(**whose(option), option=option, text=text, source=source, on=on, made_at=at, by=by)
    fact.pk = key or fact.pk
    under_its_key(fact)
    record("lookedup.noted", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def take_out_looked_up(*, fact: LookedUp, by: Staff, at: datetime) -> LookedUp:
    """It was wrong, or is no longer so."""
    take_back(LookedUp.objects.filter(pk=fact.pk), by, at)
    record("lookedup.taken_out", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def put_back_looked_up(*, fact: LookedUp, by: Staff, at: datetime) -> LookedUp:
    """It is so."""
    put_back(LookedUp.objects.filter(pk=fact.pk))
    record("lookedup.put_back", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def say_how_it_fits(*, option: Option, said: Sequence[Said], by: Staff, at: datetime) -> Option:
    """How an option fits what matters. Only what was changed on the page is said anew; how it was seen before stays."""
    Choice.objects.select_for_update(of=("self",)).get(pk=option.choice_id)
    latest = {fit.matter_id: fit for fit in Fit.objects.filter(option=option).order_by("at", "id")}
    seen = {fit.pk: fit for fit in Fit.objects.filter(option=option)}
    both: list[UUID] = []
    for one in said:
        now, began = latest.get(one.matter.pk), seen.get(one.saw) if one.saw else None
        if _says(now, one) or _says(began, one):
            continue
        if now is not None and now.pk != one.saw:
            both.append(one.matter.pk)
            continue
        words = {"how": one.how, "words": one.words, "at": at, "by": by}
        Fit.objects.create(**whose(option), option=option, matter=one.matter, **words)
    if both:
        raise SaidMeanwhile(both)
    record("option.weighed", by=by, at=at, subject=option, person=option.person_id)
    return option


def _says(fit: Fit | None, said: Said) -> bool:
    """Whether that is what stands there already."""
    return fit is not None and (fit.how, fit.words) == (said.how, said.words)


@action
def choose(
    *, choice: Choice, option: Option | None, words: str = "", saw: UUID | None = None, by: Staff, at: datetime
) -> Chosen:
    """What the person chooses, and why; without an option: not yet. `saw` is what was chosen when the page was opened."""
    Choice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    latest = Chosen.objects.filter(choice=choice).order_by("-at", "-id").first()
    if latest and (latest.option_id, latest.words) == (option and option.pk, words):
        raise AlreadySo
    if latest and latest.pk != saw:
        raise SaidMeanwhile
    chosen = Chosen.objects.create(**whose(choice), choice=choice, option=option, words=words, at=at, by=by)
    if option:
        record("choice.made", by=by, at=at, subject=choice, person=choice.person_id)
    else:
        record("choice.left_open", by=by, at=at, subject=choice, person=choice.person_id)
    return chosen


@action
def put_choice_away(*, choice: Choice, by: Staff, at: datetime) -> Choice:
    """It is no question any more."""
    take_back(Choice.objects.filter(pk=choice.pk), by, at)
    record("choice.put_away", by=by, at=at, subject=choice, person=choice.person_id)
    return choice


@action
def take_choice_out(*, choice: Choice, by: Staff, at: datetime) -> Choice:
    """It is."""
    put_back(Choice.objects.filter(pk=choice.pk))
    record("choice.taken_out", by=by, at=at, subject=choice, person=choice.person_id)
    return choice
