"""The folder of one installation: finding it, making it, its rights, its settings file, and the lock of what runs in it."""

import fcntl
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from handrail.kit.keys import KeyTrouble, make_keys, read_keys
from handrail.project.commands.trouble import Trouble
from handrail.project.place import Place

OURS_ONLY = 0o077
IGNORED = {"lost+found"}


def home_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option every command has."""
    return click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        help="The installation's folder.  [default: $HANDRAIL_HOME, or ./handrail-home]",
    )(command)


def use(home: Path | None) -> Place:
    """Work on this installation from now on: what is written is for our eyes only, and its settings file is read."""
    os.umask(OURS_ONLY)
    if home is not None:
        os.environ["HANDRAIL_HOME"] = str(home.resolve())
    place = Place.here()
    os.environ["HANDRAIL_HOME"] = str(place.home)
    place.load_settings()
    return place


def on_postgresql() -> bool:
    """Whether the database is elsewhere, and not a file in the folder."""
    return bool(os.environ.get("HANDRAIL_DATABASE_URL"))


def open_installation(home: Path | None) -> Place:
    """An installation that is there, with keys that fit, and Django is loaded."""
    place = find_installation(home)
    load_django()
    return place


def find_installation(home: Path | None) -> Place:
    """An installation that is there, with keys that fit. Refuses otherwise, and has touched nothing."""
    place = use(home)
    if not place.keys.is_dir() and not place.database.exists():
        raise Trouble(f"There is no Handrail in {place.home}: name its folder with --home, or make one with `handrail up`.")
    see_that_keys_fit(place)
    if not on_postgresql() and not place.database.exists():
        raise Trouble(f"The database {place.database} is missing: put it back, or restore a backup into an empty folder.")
    return place


def load_django() -> None:
    """Settings and models. Half a second, so only for commands that need them."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "handrail.project.settings"
    with loading():
        import django

        django.setup()


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded stays. Looking for garbage among it, meanwhile or afterwards, finds none and takes a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def see_that_keys_fit(place: Place) -> None:
    """All three keys are there, and the database's key opens the database. Looks without touching."""
    try:
        keys = read_keys(place.keys)
    except KeyTrouble as trouble:
        raise Trouble(str(trouble)) from None
    if on_postgresql() or not place.database.exists() or not place.database.stat().st_size:
        return
    from handrail.kit.sqlcipher.base import key_opens

    if not key_opens(place.database, keys.database):
        raise Trouble(
            f"The key {place.keys / 'database.key'} does not open {place.database}: "
            "put the right key back; nothing was changed."
        )


def see_that_it_may_begin(place: Place) -> None:
    """Before a start: an installation whose keys fit, or an empty folder. Looks only; an old database never gets a new key."""
    if had_a_database(place):
        see_that_keys_fit(place)
        if not on_postgresql() and not place.database.exists():
            raise Trouble(
                f"There was a database in {place.home}, but {place.database} is gone: "
                "put it back, or restore a backup into an empty folder with `handrail restore`."
            )
    elif (stranger := _first_stranger(place.home)) is not None:
        raise Trouble(f"{place.home} holds other things ({stranger}): name an empty or a new folder with --home.")


def make(place: Place) -> None:
    """The folders and the keys that are not there yet, after `see_that_it_may_begin`."""
    for folder in (place.home, place.database.parent, place.files, place.heads, place.backups):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_keys(place.keys)
    tighten(place)


def had_a_database(place: Place) -> bool:
    """Whether something was ever kept here: a database, heads or backups, or tables on the PostgreSQL server."""
    if place.database.exists() or any(place.heads.glob("heads-*.jsonl")) or any(place.backups.glob("*.age")):
        return True
    if on_postgresql():
        from handrail.project.commands.backups.postgres import has_tables

        return has_tables(os.environ["HANDRAIL_DATABASE_URL"])
    return False


def _first_stranger(home: Path) -> str | None:
    """Something in the folder that Handrail did not put there. A hidden file or a disk's own folder does no harm."""
    if not home.exists():
        return None
    known = {"data", "keys", "heads", "backups", "static", "handrail.env", "running.lock", *IGNORED}
    return next((name for name in sorted(os.listdir(home)) if name not in known and not name.startswith(".")), None)


def tighten(place: Place) -> None:
    """Nobody else on this computer looks into the folder. Rights that are already tight stay as they are."""
    for path in (
        place.home,
        place.keys,
        place.database.parent,
        place.database,
        place.heads,
        place.backups,
        place.settings_file,
    ):
        if path.exists() and path.stat().st_mode & OURS_ONLY:
            path.chmod(path.stat().st_mode & 0o700)


def change_settings(place: Place, changes: dict[str, str | None]) -> None:
    """Write these settings into the file, for the next start, and into the environment, for this one. None takes one out."""
    for name, value in changes.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    lines = place.settings_file.read_text(encoding="utf-8").splitlines() if place.settings_file.exists() else []
    kept = [line for line in lines if line.partition("=")[0].strip() not in changes]
    told = "\n".join([*kept, *(f"{name}={value}" for name, value in changes.items() if value is not None)]) + "\n"
    if lines != told.splitlines():
        write_for_us_only(place.settings_file, told)


def write_for_us_only(path: Path, text: str) -> None:
    """The whole file, or the former one: never half of it, and never readable by others."""
    fresh = path.with_name(f".{path.name}.new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


@contextmanager
def only_one(place: Place) -> Iterator[None]:
    """Hold the folder's lock, so that two starts never make the database at once. It ends with the last process that has it."""
    with open(os.open(place.home / "running.lock", os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            process = file.read().strip()
            raise Trouble(
                f"Handrail already runs in {place.home} (process {process or 'unknown'}): "
                "stop it first, or name another folder with --home."
            ) from None
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def say(words: str = "") -> None:
    """A line for the reader, at once, also into a file or a journal."""
    click.echo(words)
    sys.stdout.flush()
