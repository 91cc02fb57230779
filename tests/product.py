"""The real product as its users run it: the command, its processes, a port of its own."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE_SECONDS = 180


BELOW_BORROWED = range(20_000, 32_000)
"""Ports that no system here lends to a connection going out: what is free among them stays free while a server lies dead."""


def free_port() -> int:
    """A port nobody listens on."""
    while True:
        port = random.choice(BELOW_BORROWED)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def clean_environment(**more: str) -> dict[str, str]:
    """The environment of a user: nothing of the test run's own home or database, but what is given."""
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("HANDRAIL_", "DJANGO_", "PYTEST_", "PORT"))
    }
    return own | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"} | more


class Product:
    """`handrail demo` or `handrail up` in a folder, with web and worker."""

    def __init__(self, home: Path, *words: str, **environment: str) -> None:
        self.home, self.words, self.environment = home, words, environment
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.output = home.with_suffix(".out")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Product":
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "handrail", *self.words, "--home", str(self.home), "--port", str(self.port)]
        self.output.parent.mkdir(parents=True, exist_ok=True)
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=clean_environment(**self.environment),
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        end = time.monotonic() + PATIENCE_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{' '.join(command)} did not come up:\n{self.output.read_text()}")
            time.sleep(0.05)
        return self

    def answers(self) -> bool:
        """Whether the web server is alive."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        """Ask it to end, as Ctrl-C does."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)

    def kill(self) -> None:
        """The power goes: every process of it at once, no goodbye."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)

    def __enter__(self) -> "Product":
        return self.start()

    def __exit__(self, *_wrong: object) -> None:
        self.stop()
