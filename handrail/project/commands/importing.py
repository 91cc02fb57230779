"""`handrail import people FILE`: the same import as by page, for whoever has the file on this computer."""

from __future__ import annotations

import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from handrail.project.commands import folder
from handrail.project.commands.folder import home_option, say
from handrail.project.commands.trouble import Trouble

if TYPE_CHECKING:
    from handrail.accounts.models import Program, Staff
    from handrail.exchange.models import Import

DOOR = "command"
"""The detail of lines of the record that were written from here."""
MOST_FAULTS_TOLD = 100
TOLD_EVERY = 5.0
FOR_AS_LONG_AS_IT_TAKES = 86_400.0


@click.group(name="import")
def import_() -> None:
    """Bring people along from a file."""


@import_.command()
@home_option
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False)
@click.option("--program", metavar="NAME", help="The program they come into.")
@click.option("--by", metavar="SIGN-IN", help="The supervisor who brings them; not needed where the program has only one.")
@click.option("--apply", "apply_it", is_flag=True, help="Take them over. Without it, the file is only read.")
@click.option("--undo", metavar="KEY", help="Undo an import of the last day, by the key it told.")
@click.option(
    "--column", "columns", multiple=True, metavar="HEADING=MEANING", help="What a column means, where it is guessed wrong."
)
@click.option("--dates", type=click.Choice(["day-first", "month-first"]), help="How dates such as 04/05/1984 are read.")
def people(
    home: Path | None,
    file: Path | None,
    program: str | None,
    by: str | None,
    apply_it: bool,
    undo: str | None,
    columns: tuple[str, ...],
    dates: str | None,
) -> None:
    """Read FILE (CSV, or FHIR as JSON, NDJSON or ZIP) and tell what it holds; with --apply, bring the people along.

    Nobody sees anybody of it until all are there. The same file again changes nothing. For a day it can be undone.
    """
    folder.open_installation(home)
    if bool(file) == bool(undo):
        raise Trouble("Say which file to read, or which import to undo.")
    if undo:
        _undo(undo)
        return
    assert file is not None
    into, whose = _whose(program, by)
    imported = _read(file, into, whose, columns, dates)
    _tell(imported)
    if apply_it:
        _take(imported)
    else:
        _forget(imported)
        say("Nothing was changed. To bring them along, say it again with --apply.")


def _whose(name: str | None, by: str | None) -> tuple[Program, Staff]:
    """The program, and the supervisor in whose name people come: whoever they are reached by first."""
    from django.utils import timezone

    from handrail.accounts.models import Program, RoleHeld, Staff
    from handrail.accounts.queries import agency_ids
    from handrail.accounts.roles import SUPERVISORS
    from handrail.kit.tenancy import as_agency

    found: list[tuple[Program, Staff]] = []
    programs: list[str] = []
    for agency_id in agency_ids():
        with as_agency(agency_id):
            programs += [one.name for one in Program.objects.filter(agency=agency_id).order_by("name")]
            held = RoleHeld.objects.held_at(timezone.now()).filter(role__in=SUPERVISORS, program__agency=agency_id)
            held = held.filter(program__name=name or "")
            held = held.filter(staff__login__sign_in_name=by) if by else held
            staff = Staff.objects.select_related("agency").in_bulk({one.staff_id for one in held})
            there = {one.staff_id: one for one in held.select_related("program")}
            found += [(one.program, staff[key]) for key, one in there.items() if one.program and staff[key].left_at is None]
    if len(found) == 1:
        return found[0]
    if not name or name not in programs:
        raise Trouble(f"Name the program with --program: {', '.join(programs) or 'there is none yet'}.")
    if not found:
        raise Trouble("Nobody supervises this program, so nobody would see who comes: give somebody that role first.")
    raise Trouble("Several supervise this program: name the one who brings them with --by SIGN-IN.")


def _read(file: Path, program: Program, by: Staff, columns: tuple[str, ...], dates: str | None) -> Import:
    from django.utils import timezone

    from handrail.exchange import actions
    from handrail.exchange.models import Import, StageName
    from handrail.kit.ids import new_id
    from handrail.kit.tenancy import as_agency

    if not stat.S_ISREG(file.stat().st_mode):
        raise Trouble("This is not a file.")
    with as_agency(by.agency_id):
        imported = Import(program=program, file=new_id(), size=file.stat().st_size, door=DOOR)
        imported = actions.begin(imported=imported, by=by, at=timezone.now(), by_worker=False)
    imported = _go_on(imported, file)
    if imported.stage_name == StageName.LOOKED:
        agreed = _agreed(imported, file, columns, dates)
        with as_agency(by.agency_id):
            imported = actions.agree(imported=imported, columns=agreed, by=by, at=timezone.now(), by_worker=False, door=DOOR)
        imported = _go_on(imported, file)
    if imported.stage_name == StageName.GIVEN_UP:
        from handrail.exchange.readers.troubles import sentence

        raise Trouble(f"{sentence(imported.why_not)} Nothing was changed.")
    return imported


def _agreed(imported: Import, file: Path, columns: tuple[str, ...], dates: str | None) -> dict:
    """What its columns mean, by their headings and by what was said; told, so that whoever says --apply sees it."""
    from handrail.exchange.columns import BY_NAME, heading_key, heading_of
    from handrail.exchange.readers import Unreadable
    from handrail.exchange.readers.troubles import sentence
    from handrail.exchange.reading import order_in

    looked: dict = imported.looked
    meanings: list[str] = list(looked["columns"])
    for one in columns:
        heading, _equals, meaning = one.partition("=")
        keys = [heading_key(known) for known in looked["headings"]]
        if heading_key(heading) not in keys or (meaning and meaning not in BY_NAME):
            _forget(imported)
            raise Trouble(
                f"--column takes HEADING=MEANING. Meanings: {', '.join(BY_NAME)}. Headings are those of the first line."
            )
        meanings[keys.index(heading_key(heading))] = meaning
    try:
        with file.open("rb") as opened:
            order = dates.partition("-")[0] if dates else order_in(opened, looked, meanings)
    except Unreadable as trouble:
        _forget(imported)
        raise Trouble(sentence(trouble.why)) from trouble
    agreed = looked | {"columns": meanings, "order": order}
    if wrong := _wrong_with(agreed):
        _forget(imported)
        raise Trouble(wrong)
    for number, meaning in enumerate(meanings):
        say(f"  {heading_of(looked, number)} → {BY_NAME[meaning].words if meaning else 'left out'}")
    return agreed


def _wrong_with(agreed: dict) -> str:
    """Why a list cannot be read like this, and what to say then."""
    from handrail.exchange.columns import NAMES, meant_twice
    from handrail.exchange.readers.troubles import sentence

    if not set(agreed["columns"]) & set(NAMES):
        return f"{sentence('no_name_column')} (--column HEADING=chosen_name)"
    if twice := meant_twice(agreed, agreed["columns"]):
        return f"{twice} (--column HEADING=)"
    if agreed["order"] == "ask":
        return f"{sentence('ask_dates')} (--dates day-first or --dates month-first)"
    return ""


def _go_on(imported: Import, file: Path | None = None) -> Import:
    """Do the worker's part here, and tell how far it is."""
    from handrail.exchange import queries
    from handrail.exchange.work import turn
    from handrail.kit.tenancy import as_agency

    told = time.monotonic()

    def tell() -> None:
        nonlocal told
        if time.monotonic() - told > TOLD_EVERY:
            told = time.monotonic()
            with as_agency(imported.agency_id):
                now = queries.import_of(imported.pk)
            say(f"  {now.done:,} of {now.to_do:,} …" if now.done else f"  {now.read:,} read …")

    while turn(imported.pk, imported.agency_id, FOR_AS_LONG_AS_IT_TAKES, file, tell):
        pass
    with as_agency(imported.agency_id):
        return queries.import_of(imported.pk)


def _tell(imported: Import) -> None:
    """What the dry run found: counts, and what is not taken with its line. Nobody's name."""
    from handrail.exchange import queries
    from handrail.exchange.shown import TABS, left_out_of, reasons_of, where_of
    from handrail.kit.tenancy import as_agency

    with as_agency(imported.agency_id):
        counts = queries.counts_of(imported)
        for verdict, words in TABS:
            if counts[verdict.value]:
                say(f"{counts[verdict.value]:>8,}  {words}")
        faults = list(queries.not_taken(imported)[: MOST_FAULTS_TOLD + 1])
        for one in faults[:MOST_FAULTS_TOLD]:
            say(f"          {where_of(one)}: {' '.join(reasons_of(one))}")
        if len(faults) > MOST_FAULTS_TOLD:
            say("          … and more.")
        left_out = left_out_of(imported)
        if left_out:
            say("Left where it was: " + ", ".join(f"{kind} {many:,}" for kind, many in left_out) + ".")
        if undecided := queries.undecided(imported):
            say(
                f"{undecided:,} pairs look alike. They come as people of their own; on their pages one says whether they are one."
            )


def _take(imported: Import) -> None:
    from django.utils import timezone

    from handrail.exchange import actions, queries
    from handrail.kit.errors import Refused
    from handrail.kit.tenancy import as_agency

    try:
        with as_agency(imported.agency_id):
            imported = actions.begin_taking_over(imported=imported, by=imported.by, at=timezone.now(), door=DOOR)
    except Refused as refusal:
        _forget(imported)
        raise Trouble(str(refusal)) from refusal
    imported = _go_on(imported)
    with as_agency(imported.agency_id):
        say(f"{queries.people_taken(imported):,} people are here now.")
    say(f"For a day it can be undone: handrail import people --undo {imported.pk}")


def _undo(key: str) -> None:
    from django.utils import timezone

    from handrail.accounts.queries import agency_ids
    from handrail.exchange import actions, queries, rules
    from handrail.kit.tenancy import as_agency

    try:
        wanted = UUID(key)
    except ValueError:
        raise Trouble("That is not the key of an import.") from None
    for agency_id in agency_ids():
        with as_agency(agency_id):
            imported = queries.with_stages().filter(pk=wanted).first()
            if imported is None:
                continue
            answer = rules.may_undo(imported, timezone.now())
            if not answer:
                raise Trouble(str(answer.reason))
            actions.begin_undoing(imported=imported, by=imported.by, at=timezone.now(), door=DOOR)
        imported = _go_on(imported)
        stayed = f" {imported.stayed:,} people stay, because somebody has worked with them." if imported.stayed else ""
        say(f"It is as it was before.{stayed}")
        return
    raise Trouble("There is no import with this key.")


def _forget(imported: Import) -> None:
    from django.utils import timezone

    from handrail.exchange import actions
    from handrail.kit.tenancy import as_agency

    with as_agency(imported.agency_id):
        actions.call_off(imported=imported, by=imported.by, at=timezone.now(), door=DOOR)
