"""Tools, strengths and whatever else of a plan a contact touches (`plans.touching`), as notes hold them."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.contacts.models import Part, Touched
from handrail.kit.errors import Refused
from handrail.plans.touching import Said, Touchable, kind_of, kinds

FACT = "touched-"
"""What a note touched of one kind is one fact: `touched-tool`."""

Choices = dict[str, list[Touchable]]
"""By kind: what can be touched."""


def kept_of(part: Part) -> dict[str, set[str]]:
    """The facts of a part: the keys it touched, by kind; of one that is not kept yet, none."""
    rows = [] if part._state.adding else list(part.touched.all())
    return {f"{FACT}{kind.name}": {row.key for row in rows if row.kind == kind.name} for kind in kinds()}


def facts_of(touched: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The same of what somebody writes, by kind."""
    return {f"{FACT}{kind.name}": touched.get(kind.name, set()) for kind in kinds()}


def put(part: Part, kind: str, wanted: set[str]) -> None:
    """Let a part touch these of a kind, and no others."""
    had = {row.key for row in part.touched.all() if row.kind == kind}
    Touched.objects.filter(part=part, kind=kind, key__in=had - wanted).delete()
    new = [Touched(agency_id=part.agency_id, part=part, kind=kind, key=key) for key in sorted(wanted - had)]
    Touched.objects.bulk_create(new)


def choices_of(parts: list[Part]) -> dict[UUID, Choices]:
    """By part: what the person can touch there, and what the draft touched already, should it be gone meanwhile."""
    people, programs = list({part.person_id for part in parts}), list({part.program_id for part in parts})
    found: dict[UUID, Choices] = {part.pk: {} for part in parts}
    for kind in kinds() if parts else []:
        there = list(kind.there(people, programs))
        gone = _gone(parts, kind.name, there)
        for part in parts:
            theirs = [one for one in there if one.is_for(part.person_id, part.program_id)]
            found[part.pk][kind.name] = theirs + [Touchable(key, gone[key]) for key in _keys(part, kind.name) if key in gone]
    return found


def _gone(parts: list[Part], kind: str, there: list[Touchable]) -> dict[str, str]:
    """The words of what these parts touched that can no longer be chosen."""
    known = {one.key for one in there}
    missing = [key for part in parts for key in _keys(part, kind) if key not in known]
    return _words(kind, missing)


def _keys(part: Part, kind: str) -> list[str]:
    return [] if part._state.adding else [row.key for row in part.touched.all() if row.kind == kind]


def _words(kind: str, keys: list[str]) -> dict[str, str]:
    offered = kind_of(kind)
    return offered.words(keys) if offered and keys else {}


def told_of(parts: Iterable[Part]) -> dict[UUID, list[tuple[str, list[str]]]]:
    """By part: what it touched, each kind under its heading; in the words it was signed with, a draft's as they are now."""
    every = list(parts)
    rows = [row for part in every for row in part.touched.all()]
    now = {
        kind.name: _words(kind.name, [row.key for row in rows if row.kind == kind.name and row.words is None])
        for kind in kinds()
    }
    told: dict[UUID, list[tuple[str, list[str]]]] = {}
    for part in every:
        of_kinds = [
            (
                str(kind.tells),
                [now[kind.name].get(row.key, "") if row.words is None else row.words for row in _of(part, kind.name)],
            )
            for kind in kinds()
        ]
        told[part.pk] = [(heading, words) for heading, words in of_kinds if words]
    return told


def _of(part: Part, kind: str) -> list[Touched]:
    return [row for row in part.touched.all() if row.kind == kind]


def take_words_over(part: Part) -> None:
    """The words as they are now stand in the note from now on."""
    rows = list(part.touched.all())
    for kind in {row.kind for row in rows}:
        words = _words(kind, [row.key for row in rows if row.kind == kind])
        for row in rows:
            if row.kind == kind:
                row.words = words.get(row.key, "")
    Touched.objects.bulk_update(rows, ["words"])


def tell_them(part: Part, by: Staff, at: datetime) -> None:
    """Whatever was touched hears of it. What refuses stays as it is; the note tells it all the same."""
    for row in part.touched.order_by("id"):
        if kind := kind_of(row.kind):
            with suppress(Refused):
                kind.happened(Said(row.key, part.person_id, part.program_id, part.pk), by, at)
