"""Style, script and font files, gathered once a version: under names that change with their content, and compressed.

A browser may then keep them for ever, and a phone on a poor line fetches a quarter of the bytes. settings.py uses the gathered
files when they are there, and the files in the apps' folders when they are not (tests, development).
"""

import hashlib
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

import handrail
from handrail.project.commands.folder import load_django
from handrail.project.place import Place

MARK = "made-from.txt"
OTHERS = ("Django", "django-htmx", "django-allauth", "whitenoise")
NOT_USED = ["ext", "htmax-*", "htmx-2*", "htmx-4.js", "django-htmx.js"]
"""Of what comes with htmx, pages load one file."""


def gather(place: Place) -> None:
    """Gather what changed since the last start. In a process of its own: this one reads its settings afterwards."""
    wanted = _made_from()
    mark = place.home / "static" / MARK
    if mark.exists() and mark.read_text(encoding="ascii") == wanted:
        return
    shutil.rmtree(place.home / "static", ignore_errors=True)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _gather(place, wanted)
            code = 0
        finally:
            os._exit(code)
    os.waitpid(child, 0)


def _made_from() -> str:
    """Changes whenever a file or a version does."""
    told = hashlib.sha256(" ".join([handrail.__version__, *(version(name) for name in OTHERS)]).encode())
    root = Path(handrail.__file__).parent
    told.update((root / "project" / "gathered.py").read_bytes())
    for folder in sorted(root.glob("*/static")):
        for path in sorted(folder.rglob("*")):
            look = path.stat()
            told.update(f"{path.relative_to(root)} {look.st_size} {look.st_mtime_ns}".encode())
    return told.hexdigest()


def _gather(place: Place, wanted: str) -> None:
    load_django()
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    from handrail.project.gathered import Gathered

    folder = Path(tempfile.mkdtemp(prefix=".static-", dir=place.home))
    try:
        storage = Gathered(location=str(folder), base_url=settings.STATIC_URL)
        found = {}
        for finder in get_finders():
            for name, source in finder.list(NOT_USED):
                if name not in found:
                    found[name] = (storage, name)
                    with source.open(name) as file:
                        storage.save(name, file)
        for _name, _hashed, outcome in storage.post_process(found):
            if isinstance(outcome, Exception):
                raise outcome
        (folder / MARK).write_text(wanted, encoding="ascii")
        folder.rename(place.home / "static")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
