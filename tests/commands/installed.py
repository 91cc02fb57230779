"""A Handrail in a folder of its own, run as somebody would run it: the real command, in a process of its own."""

import hashlib
import http.client
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2


ROOT = Path(__file__).parents[2]
PATIENCE = 90
PASSPHRASE = "a lantern beside the river path"
LINK = re.compile(r"http\S+/set-up/(\S+)/")

MAKE = """
from django.core.management import call_command
from django.conf import settings
settings.PLACE.database.parent.mkdir(parents=True, mode=0o700)
for folder in (settings.PLACE.files, settings.PLACE.heads, settings.PLACE.backups):
    folder.mkdir(mode=0o700)
call_command("migrate", verbosity=0)
from handrail.project.commands.static import gather
gather(settings.PLACE)
"""

FILL = """
from datetime import UTC, datetime
from django.db import transaction
from handrail.accounts.actions import open_agency
from handrail.accounts.models import Agency
from handrail.audit.chain import Line, append
from handrail.kit.tenancy import as_agency
for name in ("Riverside", "Next Door"):
    agency = Agency(name=name)
    with as_agency(agency.pk):
        open_agency(agency=agency, at=datetime.now(UTC))
        with transaction.atomic():
            append([Line(agency.pk, "person.opened", datetime.now(UTC), detail=f"{number}") for number in range(24)])
"""

KEEP = """
from django.conf import settings
from handrail.audit.keeping import keep_heads
keep_heads(settings.PLACE.heads)
"""


def environment(home, **more):
    """Nothing of the test run's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HANDRAIL_", "DJANGO_", "PG", "PORT"))}
    return kept | {"PYTHONPATH": str(ROOT), "HANDRAIL_HOME": str(home), "PYTHONWARNINGS": "error"} | more


class Home:
    """An installation's folder, and what one does with it."""

    def __init__(self, path, **more):
        self.path, self.more = Path(path), more

    @property
    def database(self):
        return self.path / "data" / "handrail.db"

    @property
    def backups(self):
        return sorted((self.path / "backups").glob("*.age"))

    def run(self, *words, expect=0, **more):
        """The command's whole output. It ends as expected, and never with a traceback."""
        done = subprocess.run(
            [sys.executable, "-m", "handrail", *map(str, words)],
            env=environment(self.path, **self.more, **more),
            cwd=self.path.parent,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
        said = done.stdout + done.stderr
        assert done.returncode == expect, said
        assert "Traceback" not in said, said
        return said

    def refuses(self, *words, **more):
        """One plain sentence and 1."""
        said = self.run(*words, expect=1, **more)
        assert len(said.strip().splitlines()) == 1, said
        return said.strip()

    def inside(self, code, **more):
        """Run lines of Python in the installation."""
        begin = "import django, os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'handrail.project.settings'\ndjango.setup()\n"
        done = subprocess.run(
            [sys.executable, "-c", begin + code],
            env=environment(self.path, **self.more, **more),
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @contextmanager
    def opened(self):
        """The database with its key and nothing in between: what somebody with the whole folder can do."""
        connection = dbapi2.connect(str(self.database), isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{(self.path / 'keys' / 'database.key').read_text().strip()}'\"")
        try:
            yield connection
        finally:
            connection.close()

    def everything(self):
        """Every byte of the folder."""
        return {
            str(path.relative_to(self.path)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.path.rglob("*"))
            if path.is_file()
        }

    def copied_to(self, path):
        shutil.copytree(self.path, path, copy_function=shutil.copy2)
        return Home(path, **self.more)

    def rows(self):
        with self.opened() as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}

    @contextmanager
    def started(self, *words, command="up", **more):
        """`up` in the background until it is ready; ended afterwards however the story went."""
        running = Running(self, command, words, more)
        try:
            running.wait_until_ready()
            yield running
        finally:
            running.end()


class Running:
    """A started installation."""

    def __init__(self, home, command, words, more):
        self.home = home
        self.out, self.err = home.path.parent / f"out-{time.monotonic_ns()}", home.path.parent / f"err-{time.monotonic_ns()}"
        with open(self.out, "wb") as out, open(self.err, "wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "handrail", command, *map(str, words)],
                env=environment(home.path, **home.more, **more),
                cwd=home.path.parent,
                stdout=out,
                stderr=err,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    @property
    def said(self):
        return self.out.read_text()

    @property
    def logged(self):
        return self.err.read_text()

    def wait_until_ready(self):
        wait_until(lambda: "is ready at" in self.said or self.process.poll() is not None)
        assert self.process.poll() is None, self.said + self.logged

    @property
    def address(self):
        return re.search(r"is ready at (\S+)", self.said)[1]

    def get(self, path, host=None):
        """The status and the body of a page."""
        scheme, _slashes, name = self.address.partition("://")
        port = int(name.rpartition(":")[2])
        context = ssl._create_unverified_context()
        kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
        connection = kind("localhost", port, timeout=20, **({"context": context} if scheme == "https" else {}))
        try:
            connection.request("GET", path, headers={"Host": host or name})
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), dict(answer.getheaders())
        finally:
            connection.close()

    def answers(self):
        try:
            return self.get("/healthz")[0] == 200
        except OSError:
            return False

    def processes(self):
        """Everything that was started with it and still lives."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == self.process.pid and fields[0] != "Z":
                found.append(int(entry.name))
        return sorted(found)

    def children(self):
        """Web server and worker, in the order of their start."""
        return [
            pid
            for pid in self.processes()
            if int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]) == self.process.pid
        ]

    def end(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(PATIENCE)
        finally:
            for pid in self.processes():
                os.kill(pid, signal.SIGKILL)


def wait_until(holds, patience=PATIENCE):
    until = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)
