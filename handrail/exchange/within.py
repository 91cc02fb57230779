"""What one file says of itself: who stands in it twice, and which supporters and hopes belong to whom."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from handrail.exchange.known import fits, same_record
from handrail.exchange.models import Import, Record, RecordKind, Verdict
from handrail.exchange.telling import MOST_OF_A_KIND
from handrail.kit.many import change_many

AT_ONCE = 250
MOST_OF_ONE_NUMBER = 200
"""People of several documents who go by the same number. Whoever comes after them has to be asked for again, with numbers."""
NOBODY, NOT_TAKEN = "nobody_of_theirs", "theirs_not_taken"
"""Why a supporter or a hope is not taken: nobody in the file is named, or somebody who is not taken."""


def refuse_twice(imported: Import, records: list[Record]) -> None:
    """Of the same record twice the first counts; of one number for two people as well.

    But documents that were packed together may come from several homes, and each begins its numbers anew: there the same
    number tells of two people if nothing else speaks for one.
    """
    kept: defaultdict[str, list[Record]] = defaultdict(list)
    for one in _taken_with(imported, {one.mark for one in records}).filter(number__lt=records[0].number):
        kept[one.mark].append(one)
    twice = []
    for one in records:
        if first := _told_before(one, kept[one.mark]):
            one.verdict = Verdict.NOT_TAKEN
            one.reasons = [["twice" if same_record(one.told, first.told) else "number_twice", ""]]
            twice.append(one)
        else:
            kept[one.mark].append(one)
    change_many(Record, ["verdict", "reasons"], twice)


def _taken_with(imported: Import, marks: Collection[str]) -> QuerySet[Record]:
    people = Record.objects.filter(of=imported, kind=RecordKind.PERSON, mark__in=marks).exclude(mark="")
    return people.exclude(verdict=Verdict.NOT_TAKEN).order_by("number")


def _told_before(one: Record, others: list[Record]) -> Record | None:
    """The one of these records with the same number that this one repeats, or collides with."""
    if not others:
        return None
    told = one.told
    if len(others) >= MOST_OF_ONE_NUMBER:
        return others[0]
    return next((other for other in others if other.document == one.document or fits(told, other.told)), None)


def give_some(imported: Import) -> int:
    """Give the next supporters and hopes of the file to whom they belong, or say that they belong to nobody. None at the end."""
    for kind in (RecordKind.SUPPORTER, RecordKind.HOPE):
        waiting = Record.objects.filter(of=imported, kind=kind, verdict="")
        if some := list(waiting.order_by("number")[:AT_ONCE]):
            _give(imported, some)
            return len(some)
    return 0


def _give(imported: Import, some: list[Record]) -> None:
    owner_of = _owners(imported, some)
    owners = {owner.pk: owner for owner in owner_of.values()}
    told: dict[UUID, dict[str, Any]] = {}
    for one in some:
        owner = owner_of.get(one.pk)
        if owner is None or owner.verdict:
            one.verdict, one.reasons = Verdict.NOT_TAKEN, [[NOT_TAKEN if owner else NOBODY, ""]]
            continue
        one.verdict = Verdict.KNOWN
        if owner.pk not in told:
            told[owner.pk] = owners[owner.pk].told
        _add(told[owner.pk], one.told)
    for key, theirs in told.items():
        owners[key].told = theirs
    change_many(Record, ["sealed"], [owners[key] for key in told])
    change_many(Record, ["verdict", "reasons"], some)


def _add(told: dict[str, Any], more: dict[str, list[Any]]) -> None:
    for what, rows in more.items():
        standing = told.setdefault(what, [])
        new = [row for row in rows if row not in standing]
        room = max(0, MOST_OF_A_KIND - len(standing))
        standing += new[:room]
        if new[room:] and "more" not in (remarks := told.setdefault("remarks", [])):
            remarks.append("more")


def _owners(imported: Import, some: list[Record]) -> dict[UUID, Record]:
    """To whom each belongs: to somebody of its own document, or to somebody of another if only one goes by that name.

    By their whole name first: a document may hold two who are called the same at their homes.
    """
    people = Record.objects.filter(of=imported, kind=RecordKind.PERSON)
    owners: dict[UUID, Record] = {}
    for find in (_here, _elsewhere):
        for name in ("ref_too", "ref"):
            if left := [one for one in some if one.pk not in owners and getattr(one, name)]:
                owners |= find(people.exclude(**{name: ""}), left, name)
    return _who_counts(imported, owners)


def _here(people: QuerySet[Record], some: list[Record], name: str) -> dict[UUID, Record]:
    named = {f"{name}__in": {getattr(one, name) for one in some}, "document__in": {one.document for one in some}}
    found: dict[tuple[int, str], Record] = {}
    for person in people.filter(**named).order_by("number"):
        first = found.setdefault((person.document, getattr(person, name)), person)
        if first.verdict and not person.verdict:
            found[person.document, getattr(person, name)] = person
    return {one.pk: owner for one in some if (owner := found.get((one.document, getattr(one, name))))}


def _elsewhere(people: QuerySet[Record], some: list[Record], name: str) -> dict[UUID, Record]:
    people = people.filter(**{f"{name}__in": {getattr(one, name) for one in some}})
    people = people.exclude(~Q(mark=""), verdict=Verdict.NOT_TAKEN)  # who stands in the file twice is one of them
    alone = people.order_by().values_list(name).annotate(many=Count("pk")).filter(many=1)
    found = {getattr(one, name): one for one in people.filter(**{f"{name}__in": [ref for ref, _many in alone]})}
    return {one.pk: owner for one in some if (owner := found.get(getattr(one, name)))}


def _who_counts(imported: Import, owners: dict[UUID, Record]) -> dict[UUID, Record]:
    """The same; but of those who stand in the file twice the record that is taken."""
    twice = {owner.pk: owner for owner in owners.values() if owner.verdict and owner.mark}
    if not twice:
        return owners
    kept: defaultdict[str, list[Record]] = defaultdict(list)
    for one in _taken_with(imported, {owner.mark for owner in twice.values()}):
        kept[one.mark].append(one)
    counts = {key: _told_before(one, kept[one.mark]) or one for key, one in twice.items()}
    return {key: counts.get(owner.pk, owner) for key, owner in owners.items()}
