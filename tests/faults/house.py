"""A home with the cast in it, and a web server with two workers that can be killed."""

import http.client
import json
import os
import random
import signal
import string
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

import psycopg

from handrail.kit.ids import new_id
from handrail.kit.keys import make_keys
from tests.product import ROOT, clean_environment, free_port

TOKEN = "k" * 32


class House:
    """A home with the cast in it, and a web server that can be killed."""

    def __init__(self, home: Path, database: str, script: str = "tests.faults.script") -> None:
        self.script_name = script
        self.port = free_port()
        self.environment = clean_environment(HANDRAIL_HOME=str(home), PORT=str(self.port), HANDRAIL_LOG_LEVEL="CRITICAL")
        if database:
            self.environment["HANDRAIL_DATABASE_URL"] = database
        make_keys(home / "keys")
        for folder in ("data", "static"):
            (home / folder).mkdir()
        self.web: subprocess.Popen | None = None
        self.known = self.script("prepare")

    def script(self, what: str) -> dict:
        done = subprocess.run(
            [sys.executable, "-m", self.script_name, what],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def start(self, application: str, output: Path = Path(os.devnull)) -> None:
        end = time.monotonic() + 60
        self._launch(application, output)
        while not self.answers():
            assert time.monotonic() < end, "the web server did not come up"
            if self.web.poll() is not None:  # somebody else took the port while this one lay dead
                self.port = free_port()
                self._launch(application, output)
            time.sleep(0.05)

    def _launch(self, application: str, output: Path) -> None:
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "4"]
        command += ["--port", str(self.port), "--no-ws", "--log-level", "critical", application]
        environment = self.environment | {"PORT": str(self.port)}
        with output.open("ab") as told:
            self.web = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, stdout=told, stderr=told)

    def answers(self) -> bool:
        try:
            return self.ask("GET", "/healthz") == 200
        except OSError:
            return False

    def kill(self) -> None:
        os.killpg(self.web.pid, signal.SIGKILL)
        self.web.wait(20)

    def ask(self, method: str, path: str, form: dict | None = None) -> int:
        """Send, and read the whole answer. Only then it counts as read."""
        line = http.client.HTTPConnection("localhost", self.port, timeout=10)
        headers = {"Cookie": f"handrail={self.known['session']}; handrail_form={TOKEN}"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, path, urlencode((form or {}) | {"csrfmiddlewaretoken": TOKEN}), headers)
            answer = line.getresponse()
            answer.read()
            return answer.status
        except http.client.HTTPException as cut:
            raise OSError from cut
        finally:
            line.close()

    def welcome_people(self, until: threading.Event, answered: list[str]) -> None:
        """Add one person after the other; note each whose answer was read."""
        while not until.is_set():
            key = str(new_id())
            # Letters by chance: names that look alike would be asked about first.
            name = "".join(random.choices(string.ascii_lowercase, k=16))
            form = {"id": key, "chosen_name": name, "program": self.known["program"], "i_walk_with_them": "on"}
            try:
                status = self.ask("POST", "/people/add/", form)
            except OSError:
                return
            assert status == 302, status
            answered.append(key)


def new_database() -> str:
    base = os.environ["HANDRAIL_TEST_PG"]
    name = f"faults_{new_id().hex}"
    with psycopg.connect(base, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return base.rsplit("/", 1)[0] + f"/{name}"
