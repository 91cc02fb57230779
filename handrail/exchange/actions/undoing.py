"""The way back, in turns of the worker. Whoever somebody has worked with since stays; the others are gone at once, then for good.

weigh    who stays, some at a time
hide     the others are seen by nobody, all at one moment
changes  what changed about those who were here before reads as it did
joined   the same of those whom somebody said to be one with a line of the file
out      the others are taken out, some at a time
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.audit.models import Entry
from handrail.audit.queries import last_line
from handrail.exchange.actions.importing import (
    BY_FILE,
    AnotherGoesOn,
    begin_taking_out,
    enter,
    forget_file,
    forget_records,
    held_at,
)
from handrail.exchange.making import BORN
from handrail.exchange.models import Alike, Brought, Clue, Import, Origin, Record, RecordKind, Stage, StageName, Verdict
from handrail.exchange.models.importing import OVER
from handrail.kit.many import change_many
from handrail.kit.once import once
from handrail.people.actions import many
from handrail.people.models import ContactPoint, Enrolment, Person, SamePerson, SearchKey, Supporter
from handrail.people.search import index

OWN: set[tuple[Any, str]] = {
    (SamePerson, "one"),
    (SamePerson, "other"),
    *((model, "person") for model in (SearchKey, ContactPoint, Supporter, Enrolment, Brought, Origin, Record, Alike, Clue)),
}
"""Where an import itself names a person: a table, and its column. Any other row was made by somebody."""
ONLY_READ = ("opened.looked_up", "contacts.listed")
"""Reading that does not end on `.opened`."""
CHANGES_AT_ONCE = 50
"""Each writes a person anew, with all they are found by."""
People = list[UUID] | QuerySet[Record, Any]
"""Keys of people, or the records that name them: then the database looks them up by itself."""


@action
def begin_undoing(*, imported: Import, by: Staff, at: datetime, door: str = "") -> Import:
    """Back to how it was before, but for those somebody has worked with since. The worker does it."""
    held = held_at(imported, StageName.COMPLETE)
    with once(AnotherGoesOn):
        begin_taking_out(
            held, by, at, first=f"weigh:0:{last_line(held.agency_id)}", besides=_about_others(held).count(), door=door
        )
    record("import.undoing", by=by, at=at, subject=held, detail=door)
    return held


@action
def take_back_some(*, imported: Import, at_once: int, at: datetime) -> Import:
    """The next part of the way back; when nothing is left, it is undone."""
    held = held_at(imported, StageName.UNDOING)
    part, number, since = (*held.cursor.split(":"), "", "")[:3]
    if part == "weigh":
        _weigh(held, int(number), int(since), at_once)
    elif part == "hide":
        _hide(held, int(since))
    elif part == "changes":
        changed = _about_others(held).filter(verdict=Verdict.CHANGED)
        if not _take_changes_back(held, changed, int(number or 0), at_once, at):
            _go_on_at(held, "joined:")
    elif part == "joined":
        joined = _about_others(held).exclude(verdict=Verdict.CHANGED)
        if not _take_changes_back(held, joined, int(number or 0), at_once, at):
            _go_on_at(held, "out:")
    else:
        _take_out_some(held, at_once, at)
    record("import.batch", by=held.stage.by, at=at, subject=held, detail=held.stage.door)
    return held


def _go_on_at(held: Import, cursor: str) -> None:
    held.cursor = cursor
    held.save(update_fields=["cursor"])


def _taken(held: Import) -> QuerySet[Record]:
    return Record.objects.filter(of=held, kind=RecordKind.PERSON, was_taken=True, person__isnull=False)


def _about_others(held: Import) -> QuerySet[Record]:
    """What was told of people who did not come with this import: whoever did has the key of the record that told of them."""
    named = Record.objects.filter(of=held, kind=RecordKind.PERSON, was_taken=False, person__isnull=False)
    named = named.exclude(verdict__in=[Verdict.KNOWN, Verdict.NOT_TAKEN])
    return named.exclude(person__in=Record.objects.filter(of=held, kind=RecordKind.PERSON).values("pk"))


def _weigh(held: Import, after: int, line: int, at_once: int) -> None:
    """Whoever somebody has worked with since stays. `line`: the last one of the record when this began."""
    numbers = list(_taken(held).filter(number__gt=after).order_by("number").values_list("number", flat=True)[:at_once])
    if not numbers:
        _go_on_at(held, f"hide::{line}")
        return
    these = _taken(held).filter(number__gt=after, number__lte=numbers[-1]).values("person")
    _let_stay(held, worked_on(these, held) | named_elsewhere(these))
    _go_on_at(held, f"weigh:{numbers[-1]}:{line}")


def _let_stay(held: Import, people: set[UUID]) -> None:
    if people:
        Record.objects.filter(of=held, person__in=people).update(was_taken=False)
        Import.objects.filter(pk=held.pk).update(stayed=F("stayed") + len(people), to_do=F("to_do") - len(people))


def _hide(held: Import, line: int) -> None:
    """From this moment nobody sees them: one statement. Whoever somebody wrote about while they were weighed stays too."""
    every = _taken(held).values("person")
    late = _written(held).filter(seq__gt=line, person_id__in=every)
    _let_stay(held, {one for one in late.values_list("person_id", flat=True) if one})
    ours = Enrolment.objects.filter(program=held.program_id, from_at=_since(held), person__in=every)
    ours._raw_delete(Enrolment.objects.db)
    _go_on_at(held, "changes:")


def _since(held: Import) -> datetime:
    """When all of them came; of those that were called off before, when that was."""
    complete = [stage.at for stage in held.stages.all() if stage.stage == StageName.COMPLETE]
    return complete[0] if complete else held.stage.at


def _written(held: Import) -> QuerySet[Entry]:
    """Lines of the record that tell of more than reading, and are not this import's own."""
    reading = Q(verb__endswith=".opened") & ~Q(verb="emergency.opened") | Q(verb__in=ONLY_READ)
    lines = Entry.objects.filter(agency_id=held.agency_id).exclude(reading)
    return lines.exclude(Q(subject_id=held.pk, subject_id__isnull=False))


def worked_on(people: People, held: Import) -> set[UUID]:
    """Those of these people about whom somebody wrote anything since. To have read their record is not to have worked on it."""
    since = _since(held)
    written = _written(held).filter(at__gt=since, person_id__in=people)
    found = {one for one in written.values_list("person_id", flat=True) if one}
    for side in ("one", "other"):
        pairs = SamePerson.objects.filter(**{f"{side}__in": people}, at__gt=since)
        found |= set(pairs.values_list(side, flat=True))
    found |= set(Enrolment.objects.filter(person__in=people, from_at__gt=since).values_list("person", flat=True))
    return found


def named_elsewhere(people: People) -> set[UUID]:
    """Those of these people whom a row names that no import makes, whenever that was made: only of people who came with one."""
    found: set[UUID] = set()
    for model, name in naming_people() - OWN:
        found |= set(model._base_manager.filter(**{f"{name}__in": people}).values_list(name, flat=True))
    return found


def naming_people() -> set[tuple[Any, str]]:
    """Every table and column that names a person; also those that a person does not know of (`related_name="+"`)."""
    relations: list[Any] = [
        one for one in Person._meta.get_fields(include_hidden=True) if one.auto_created and not one.concrete
    ]
    return {(one.related_model, one.field.name) for one in relations}


def _take_changes_back(held: Import, told: QuerySet[Record], before: int, at_once: int, at: datetime) -> bool:
    """What it changed about those who were here reads again as before, the last change first, where nobody wrote anything since.

    And where whoever undoes it looks after the person now: nobody else writes in a record. False when nothing is left.
    """
    told = told.filter(number__lt=before) if before else told
    some = list(told.order_by("-number")[: min(at_once, CHANGES_AT_ONCE)])
    if not some:
        return False
    changed = [(one, facts["undoing"]) for one in some if "undoing" in (facts := one.told)]
    touched = {one.person_id for one, _undoing in changed if one.person_id}
    stay = worked_on(list(touched), held)
    theirs = Person.objects.looked_after_by(held.stage.by, at).filter(pk__in=touched - stay)
    every = Person.objects.select_for_update().filter(pk__in=list(theirs.values_list("pk", flat=True)))
    people = {person.pk: person for person in every.order_by("pk")}
    back = [(one, undoing) for one, undoing in changed if one.person_id in people]
    if back:
        _take_back(held, back, people, at)
    Import.objects.filter(pk=held.pk).update(
        done=F("done") + len(back),
        to_do=F("to_do") - (len(some) - len(back)),
        stayed=F("stayed") + len(touched - set(people)),
    )
    _go_on_at(held, f"{held.cursor.partition(':')[0]}:{some[-1].number}")
    return True


def _take_back(held: Import, back: list[tuple[Record, dict[str, Any]]], people: dict[UUID, Person], at: datetime) -> None:
    fields: set[str] = set()
    for one, undoing in back:
        person = people[one.person_id]  # type: ignore[index]  # only those who are here
        for name, (before, after) in undoing["fields"].items():
            fields |= set(BORN) if name in BORN else {name}
            if _plain(getattr(person, name)) == after:
                setattr(person, name, date.fromisoformat(before) if name == "born_on" and before else before)
    if fields:
        Person.objects.bulk_update(people.values(), sorted(fields))
    added = {what: [key for _one, undoing in back for key in undoing[what]] for what in ("points", "supporters")}
    ContactPoint.objects.filter(pk__in=added["points"], person__in=people).delete()
    Supporter.objects.filter(pk__in=added["supporters"], person__in=people).delete()
    came = {"person__in": people, "program": held.program_id}
    Brought.objects.waiting().filter(**came, at=_since(held)).delete()
    Enrolment.objects.filter(**came, from_at=_since(held)).delete()
    _take_origins_back(back)
    index(*people.values())
    for key in people:
        record("person.corrected", by=held.stage.by, at=at, subject=held, person=key, detail=BY_FILE)


def _take_origins_back(back: list[tuple[Record, dict[str, Any]]]) -> None:
    """The file told them what it told the time before; or nothing, if it told of them for the first time."""
    before = {undoing["origin"]: undoing["before"] for _one, undoing in back}
    origins = list(Origin.objects.filter(pk__in=[key for key, told in before.items() if told]))
    for origin in origins:
        origin.sealed = Record.telling(before[str(origin.pk)])
    change_many(Origin, ["sealed"], origins)
    Origin.objects.filter(pk__in=[key for key, told in before.items() if not told]).delete()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _take_out_some(held: Import, at_once: int, at: datetime) -> None:
    """The next of those nobody sees any more."""
    by = held.stage.by
    people = [one for one in _taken(held).order_by("number").values_list("person", flat=True)[:at_once] if one]
    if people:
        _take_out(held, people, by, at)
        Import.objects.filter(pk=held.pk).update(done=F("done") + len(people))
        return
    was_complete = any(stage.stage == StageName.COMPLETE for stage in held.stages.all())
    forget_records(held)
    forget_file(held)
    enter(held, StageName.UNDONE if was_complete else StageName.CALLED_OFF, by, at)
    record("import.undone", by=by, at=at, subject=held, detail=held.stage.door)


def _take_out(held: Import, people: list[UUID], by: Staff, at: datetime) -> None:
    """Somebody may have written about one of them in the very moment they went: then that one comes back."""
    back = worked_on(people, held) | named_elsewhere(people)
    gone = [one for one in people if one not in back]
    if back:
        many.enrol_many(people=back, program=held.program, by=by, at=at, subject=held, detail=BY_FILE)
        _let_stay(held, back)
    Record.objects.filter(of=held, person__in=gone).update(was_taken=False)
    _tell_other_imports(held, gone)
    for model in (Clue, Brought, Origin):
        model.objects.filter(person__in=gone)._raw_delete(model.objects.db)
    SamePerson.objects.filter(Q(one__in=gone) | Q(other__in=gone)).delete()
    many.take_out_many(people=gone, by=by, at=at, detail=BY_FILE)


def _tell_other_imports(held: Import, gone: list[UUID]) -> None:
    """Of a list that was read while these people were here they are new: whoever takes it over misses nobody."""
    over = Stage.objects.filter(of=OuterRef("of"), stage__in=OVER)
    waiting = Record.objects.filter(~Exists(over), agency=held.agency_id).exclude(of=held)
    waiting.filter(person__in=gone, verdict__in=[Verdict.KNOWN, Verdict.CHANGED]).update(verdict=Verdict.NEW, reasons=[])
    asked = list(Alike.objects.filter(person__in=gone).exclude(of=held).values_list("record", flat=True))
    Alike.objects.filter(person__in=gone)._raw_delete(Alike.objects.db)
    others = Alike.objects.filter(record=OuterRef("pk"))
    waiting.filter(~Exists(others), pk__in=asked, verdict=Verdict.ALIKE).update(verdict=Verdict.NEW, reasons=[])
    Record.objects.filter(person__in=gone).update(person=None)
