"""What is started for a run: PostgreSQL that keeps what it answered, Handrail as `handrail up` starts it, the floor as one file."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

from handrail.project.commands.web import THREADS
from tests.postgres import OWNER, PORT, Cluster
from tests.product import ROOT, clean_environment, free_port

PATIENCE = 120
REST = str(12 * 60 * 60)
"""Seconds a session may rest: nobody signs in again while this runs."""


class Durable(Cluster):
    """The cluster of the tests, but it waits for the disk at every commit, as a real one does, and knows how to make databases."""

    settings = "-c fsync=on -c synchronous_commit=on"

    def new_database(self, name: str) -> str:
        """An empty database of the app's own role."""
        self._sql(f"CREATE DATABASE {name} OWNER handrail")
        return self.url(name)

    def settle(self) -> None:
        """Everything that was written to its place, so that the first measured minutes do not pay for the filling."""
        self._sql("CHECKPOINT")

    def superuser_url(self, name: str) -> str:
        """For whoever looks at sizes."""
        return f"postgresql://{OWNER}@{quote(str(self.folder), safe='')}:{PORT}/{name}"


class Server:
    """A process with a web server in it."""

    def __init__(self, words: list[str], environment: dict[str, str], log: Path) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", *words, "--port", str(self.port)]
        self.log = log
        began = time.perf_counter()
        with log.open("ab") as told:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=clean_environment(**environment), stdout=told, stderr=told, start_new_session=True
            )
        while not self._answers():
            if self.process.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise RuntimeError(f"{' '.join(words)} did not come up:\n{log.read_text()[-2000:]}")
            time.sleep(0.005)
        self.started_within = time.perf_counter() - began

    def _answers(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/healthz", headers={"Host": "localhost"})
            return line.getresponse().status == 200
        except OSError:
            return False
        finally:
            line.close()

    def stop(self) -> None:
        """Ask it to end, and see that it did."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)


def handrail(home: Path, database: str) -> Server:
    """`handrail up`: two web workers and the job worker."""
    environment = {"HANDRAIL_IDLE_SECONDS": REST} | environment_of(home, database)
    return Server(["handrail", "up", "--home", str(home)], environment, home.with_suffix(".log"))


def floor(environment: dict[str, str], log: Path) -> Server:
    """The one file of Django, with as many workers and threads as Handrail."""
    words = [
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "2",
        "--blocking-threads",
        str(THREADS),
        "--no-ws",
        "--log-level",
        "critical",
    ]
    return Server([*words, "benchmarks.floor.site:application"], environment, log)


def environment_of(home: Path, database: str) -> dict[str, str]:
    """What a process that works on a home is told."""
    # As installed: modules are compiled once, and not at every start.
    told = {"HANDRAIL_HOME": str(home), "HANDRAIL_LOG_LEVEL": "ERROR", "PYTHONDONTWRITEBYTECODE": ""}
    return told | ({"HANDRAIL_DATABASE_URL": database} if database else {})


def run(words: list[str], environment: dict[str, str]) -> str:
    """A command of ours to its end; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}:\n{done.stderr[-3000:]}")
    return done.stdout


def ask_in(module: str, *words: str, **environment: str) -> dict:
    """The same for a command that answers in JSON."""
    return dict(json.loads(run([module, *words], environment)))


# Memory


def memory(pid: int) -> dict[str, float]:
    """MiB (PSS: what is shared is shared out) of the processes of `handrail up`, by their part."""
    watch = _children(pid)
    web = max(watch, key=lambda child: len(_children(child)))
    workers = _children(web)
    rest = [child for child in watch if child != web]
    return {
        "two web workers": sum(map(_pss, workers)),
        "the web server that starts them": _pss(web),
        "the job worker": sum(map(_pss, rest)),
        "the process that watches": _pss(pid),
    }


def memory_of_all(pid: int) -> float:
    """A process and all below it."""
    return _pss(pid) + sum(memory_of_all(child) for child in _children(pid))


def _children(pid: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


def _pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
