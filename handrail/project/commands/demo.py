"""`handrail demo`: an invented agency to look around in, apart from everything real."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

import handrail
from handrail.project.commands import folder
from handrail.project.commands.folder import say
from handrail.project.commands.trouble import Trouble
from handrail.project.place import Place

DEFAULT = Path("var/demo")
OURS = Path(handrail.__file__).parent
OF_A_REAL_ONE = (
    "HANDRAIL_DATABASE_URL",
    "HANDRAIL_BACKUP_DATABASE_URL",
    "HANDRAIL_BACKUP_RECIPIENT",
    "HANDRAIL_BACKUP_TO",
    "HANDRAIL_CERTIFICATE",
    "HANDRAIL_CERTIFICATE_KEY",
)
"""What somebody set for a real installation, here or in a file, is none of the demo's business."""


@click.command()
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEFAULT,
    show_default=True,
    help="The demo's own folder.",
)
@click.option("--port", type=click.IntRange(1, 65535), help="Where the web server listens.  [default: $PORT, or 8000]")
@click.option("--fresh", is_flag=True, help="Forget what was done in the demo and make it anew.")
@click.option("--make-in", type=click.Path(path_type=Path), hidden=True)
def demo(home: Path, port: int | None, fresh: bool, make_in: Path | None) -> None:
    """Look around in an agency of invented people.

    It has a folder and keys of its own, is reached only from this computer, and cannot mix with real records. Its door is
    /demo/.
    """
    if make_in is not None:
        _make(folder.use(make_in))
        return
    place = folder.use(home)
    os.environ |= dict.fromkeys(OF_A_REAL_ONE, "")
    there = place.home.is_dir() and any(place.home.iterdir())
    if there and not holds_a_demo(place):
        raise Trouble(f"{place.home} does not hold a demo: name an empty or a new folder with --home; nothing was touched.")
    from handrail.project.commands import reach
    from handrail.project.commands.web import refuse_a_taken_port

    listening, _keep = reach.decide(port, "here", None, None, None, 2)
    os.environ |= {"PORT": str(listening.port), "HANDRAIL_REACH": "here", "HANDRAIL_ADDRESS": listening.address}
    refuse_a_taken_port(listening)
    if there and not fresh and has_tables_of_another_version(place):
        say("This demo was made by another version of Handrail: it begins anew.")
        fresh = True
    if not there or fresh:
        _make_beside(place)
    from handrail.project.commands import static
    from handrail.project.commands.prepare import prepare
    from handrail.project.commands.serving import run_together

    with folder.only_one(place):
        static.gather(place)
        folder.load_django()
        prepare(place)
        say(f"The demo's door: {listening.address}/demo/")
        run_together(listening)


def holds_a_demo(place: Place) -> bool:
    """Asked of the database itself, without Django, so that a real one is looked at and left alone."""
    from handrail.kit.keys import read_keys
    from handrail.project.commands.backups.sqlite import opened

    if not place.database.exists():
        return False
    folder.see_that_keys_fit(place)
    with opened(place.database, read_keys(place.keys).database) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'accounts_installation'").fetchone()
        return bool(tables[0] and connection.execute("SELECT count(*) FROM accounts_installation WHERE demo").fetchone()[0])


def has_tables_of_another_version(place: Place) -> bool:
    """Whether something was done to the demo's tables that this program knows nothing of."""
    from handrail.kit.keys import read_keys
    from handrail.project.commands.backups.sqlite import opened

    with opened(place.database, read_keys(place.keys).database) as connection:
        applied = connection.execute("SELECT app, name FROM django_migrations").fetchall()
    ours = [(OURS / app / "migrations", name) for app, name in applied if (OURS / app).is_dir()]
    return any(not (folder / f"{name}.py").exists() for folder, name in ours)


def _make_beside(place: Place) -> None:
    """Make the demo beside its place and give it its name when it is whole, so that a half-made one is never met."""
    say("Making the demo ...")
    place.home.parent.mkdir(parents=True, exist_ok=True)
    if place.home.exists():
        with folder.only_one(place):
            pass  # somebody looks around in it just now: refused
    work = Path(tempfile.mkdtemp(prefix=f".{place.home.name}-", dir=place.home.parent))
    try:
        fresh = work / "home"
        made = subprocess.run([sys.executable, "-m", "handrail", "demo", "--make-in", str(fresh)], check=False)
        if made.returncode:
            raise Trouble("The demo could not be made; what went wrong stands above. Nothing was changed.")
        if place.home.exists():
            place.home.rename(work / "former")
        fresh.rename(place.home)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _make(place: Place) -> None:
    """Keys, database and six months of invented life, in an empty folder and a process of its own."""
    folder.see_that_it_may_begin(place)
    folder.make(place)
    folder.load_django()
    from handrail.project.commands.prepare import prepare

    prepare(place)
    from handrail.project.demo.make import make_demo

    gc.disable()  # a short process that only makes things: looking for garbage takes a tenth of its time
    make_demo()
