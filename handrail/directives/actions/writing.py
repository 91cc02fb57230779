"""What is written in a draft: its answers, its choices, and the steps on the way."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.audit.journal import action, record
from handrail.directives import law
from handrail.directives.actions.shared import must_be_draft, note_help, of
from handrail.directives.models import Choice, Directive, DirectiveAnswer, SaidThemselves, SetAside, StepTaken
from handrail.directives.packs import Section, packs
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.people.models import Person
from handrail.plans.actions.shared import put_back, take_back
from handrail.plans.actions.words import ONE_SITTING, Kept, first_words, write_in_its_place


class DraftThere(Refused):
    """One draft at a time."""

    sentence = _("A draft is begun already. Go on with that one.")


class OwnWordsOnly(Refused):
    """In these parts a peer types what the person says, and says so first."""

    sentence = _("Say first that these are the person's own words, typed as they say them.")


class NotInThisState(Refused):
    """The state leaves this out."""

    sentence = _("The rules of this state leave this out, so it cannot be chosen here.")


@action
def begin(
    *, person: Person, program: Program, pack: str, why: str = "", by: Staff, at: datetime, key: UUID | None = None
) -> Directive:
    """Begin a draft. Where one counts already, what it says is taken along, and the new one replaces it once signed."""
    theirs = Directive.objects.filter(person=person, program=program)
    if key and Directive.objects.filter(pk=key).exists():
        raise KeyTaken
    if theirs.drafts().exists():
        raise DraftThere
    before = _that_counts(person.pk, program.pk)
    last = theirs.aggregate(Max("number"))["number__max"] or 0
    directive = Directive(
        id=key or new_id(), agency_id=by.agency_id, person=person, program=program, pack=pack, number=last + 1
    )
    directive.begun_at, directive.begun_by, directive.replaces, directive.why_changed = at, by, before, why
    with once(DraftThere):
        directive.save(force_insert=True)
    if before:
        _take_along(before, directive, by, at)
    note_help(directive, by, at)
    record("directive.begun", by=by, at=at, subject=directive, person=directive.person_id)
    return directive


@action
def set_aside(*, directive: Directive, by: Staff, at: datetime) -> SetAside:
    """Nobody goes on with this draft. It stays, and another can be begun."""
    must_be_draft(directive)
    aside = SetAside(**of(directive), at=at, by=by)
    aside.save(force_insert=True)
    record("directive.set_aside", by=by, at=at, subject=directive, person=directive.person_id)
    return aside


@action
def take_up(*, directive: Directive, by: Staff, at: datetime) -> Directive:
    """They go on with it after all, unless another was begun meanwhile."""
    if Directive.objects.drafts().filter(person=directive.person_id, program=directive.program_id).exists():
        raise DraftThere
    take_back(SetAside.objects.filter(directive=directive), by, at)
    directive.replaces = _that_counts(directive.person_id, directive.program_id)
    directive.save(update_fields=["replaces"])
    record("directive.taken_up", by=by, at=at, subject=directive, person=directive.person_id)
    return directive


def _that_counts(person: UUID, program: UUID) -> Directive | None:
    """The one whose place a new one takes: the last that stands, also when it has run out."""
    return Directive.objects.filter(person=person, program=program).standing().order_by("-number").first()


def _take_along(before: Directive, directive: Directive, by: Staff, at: datetime) -> None:
    """What was said and chosen, as far as the state of the new one has a place for it. People are asked anew."""
    sections = {section.id: section for section in packs()[directive.pack].sections}
    for answer in DirectiveAnswer.objects.filter(directive=before, section__in=sections).select_related("own").order_by("id"):
        if answer.words:
            copy = DirectiveAnswer(**of(directive), section=answer.section)
            copy.own = first_words(copy, answer.words, by, at)
            copy.save(force_insert=True)
    for choice in Choice.objects.standing().filter(directive=before, section__in=sections).order_by("at", "id"):
        section = sections[choice.section]
        if section.off_by_default or (choice.item and section.item(choice.item) is None):
            continue
        Choice.objects.create(
            **of(directive),
            section=choice.section,
            item=choice.item,
            label=choice.label,
            answer=choice.answer,
            why=choice.why,
            at=at,
            by=by,
        )


@action
def write_answer(
    *, directive: Directive, section: Section, text: str, opened: str, page: UUID | None, by: Staff, at: datetime
) -> Kept:
    """Write down what somebody says in a section, or put it better."""
    must_be_draft(directive)
    must_have_said(directive, section, by)
    note_help(directive, by, at)
    answer = DirectiveAnswer(**of(directive), section=section.id)
    return write_in_its_place(answer, "directive.written", text=text, by=by, at=at, opened=opened, page=page)


@action
def say_own_words(*, directive: Directive, section: Section, by: Staff, at: datetime) -> SaidThemselves:
    """These are the person's own words, typed as they say them: said by whoever types, once for a section."""
    must_be_draft(directive)
    said = SaidThemselves(**of(directive), section=section.id, at=at, by=by)
    with once():
        said.save(force_insert=True)
    record("directive.own_words_said", by=by, at=at, subject=said, person=said.person_id, detail=section.id)
    return said


def must_have_said(directive: Directive, section: Section, by: Staff) -> None:
    """Refuse to write where a peer may not choose, until whoever types has said whose words these are."""
    if not section.peer_may_not:
        return
    if not SaidThemselves.objects.filter(directive=directive, section=section.id, by=by).exists():
        raise OwnWordsOnly


@action
def choose(
    *,
    directive: Directive,
    section: Section,
    item: str = "",
    label: str = "",
    answer: str,
    why: str = "",
    key: UUID | None = None,
    by: Staff,
    at: datetime,
) -> Choice | None:
    """Say yes, no or only so to one thing, and why. Without an answer there is no wish any more."""
    must_be_draft(directive)
    must_have_said(directive, section, by)
    if item and item not in law.offered_items(section):
        raise NotInThisState
    note_help(directive, by, at)
    before = Choice.objects.standing().filter(directive=directive, section=section.id, item=item).first() if item else None
    if before and (before.answer, before.why) == (answer, why):
        return before
    if before and _is_one_sitting(before, answer, by, at):
        before.why = why
        before.save(update_fields=["why"])
        record("directive.chosen", by=by, at=at, subject=before, person=before.person_id)
        return before
    if before:
        take_back(Choice.objects.filter(pk=before.pk), by, at)
    if not answer:
        record("directive.choice_left", by=by, at=at, subject=directive, person=directive.person_id, detail=section.id)
        return None
    choice = Choice(**of(directive), section=section.id, item=item, label=label, answer=answer, why=why, at=at, by=by)
    choice.pk = key or choice.pk
    under_its_key(choice)
    record("directive.chosen", by=by, at=at, subject=choice, person=choice.person_id)
    return choice


def _is_one_sitting(before: Choice, answer: str, by: Staff, at: datetime) -> bool:
    """The same hand goes on writing why."""
    return (before.answer, before.by_id) == (answer, by.pk) and at - before.at <= ONE_SITTING


@action
def take_out_choice(*, choice: Choice, by: Staff, at: datetime) -> Choice:
    """There is no such wish any more."""
    must_be_draft(choice.directive)
    take_back(Choice.objects.filter(pk=choice.pk), by, at)
    record("directive.choice_left", by=by, at=at, subject=choice, person=choice.person_id)
    return choice


@action
def put_back_choice(*, choice: Choice, by: Staff, at: datetime) -> Choice:
    """There is, after all."""
    must_be_draft(choice.directive)
    with once():
        put_back(Choice.objects.filter(pk=choice.pk))
    record("directive.chosen", by=by, at=at, subject=choice, person=choice.person_id)
    return choice


@action
def take_step(*, directive: Directive, step: str, by: Staff, at: datetime) -> StepTaken:
    """They understood what it is, or talked it over."""
    taken = StepTaken(**of(directive), step=step, at=at, by=by)
    with once():
        taken.save(force_insert=True)
    record("directive.step_taken", by=by, at=at, subject=taken, person=taken.person_id, detail=step)
    return taken


@action
def untake_step(*, directive: Directive, step: str, by: Staff, at: datetime) -> Directive:
    """They want to come back to it."""
    take_back(StepTaken.objects.filter(directive=directive, step=step), by, at)
    record("directive.step_reopened", by=by, at=at, subject=directive, person=directive.person_id, detail=step)
    return directive
