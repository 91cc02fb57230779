"""Loaded before everything else (`-p tests.environment`): a home with keys, and the database the stories run on.

HANDRAIL_TEST_ON=postgresql starts a PostgreSQL of our own, as a user that is not root, when its programs are there.
HANDRAIL_TEST_HOUR=3 lets the stories begin at three at night, UTC: an evening in the agency, where its day is another one.
"""

import atexit
import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine

from handrail.kit.keys import make_keys
from tests.postgres import Cluster, find_programs

FIRST = "HANDRAIL_TEST_HOME"


def prepare() -> None:
    """Once, in the first process; the workers it starts inherit what is set here."""
    home = Path(tempfile.mkdtemp(prefix="handrail-test-"))
    os.environ[FIRST] = os.environ["HANDRAIL_HOME"] = str(home)
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    make_keys(home / "keys")
    for folder in ("data", "static"):
        (home / folder).mkdir()
    os.environ["HANDRAIL_TEST_DATABASE"] = str(home / "data" / "test.db")
    os.environ.setdefault("HANDRAIL_LOG_LEVEL", "CRITICAL")
    for name in ("HANDRAIL_DATABASE_URL", "HANDRAIL_REACH", "HANDRAIL_ADDRESS", "PORT"):
        os.environ.pop(name, None)
    if programs := find_programs():
        cluster = Cluster(programs, home)
        cluster.start()
        atexit.register(cluster.stop)
        os.environ["HANDRAIL_TEST_PG"] = cluster.url("postgres")
        if os.environ.get("HANDRAIL_TEST_ON") == "postgresql":
            os.environ["HANDRAIL_DATABASE_URL"] = cluster.url("handrail")


def travel(hour: int) -> None:
    """Begin at this hour of today or tomorrow, whichever is ahead; the clock goes on from there."""
    now = datetime.now(UTC)
    begin = now.replace(hour=hour, minute=5)
    time_machine.travel(begin if begin > now else begin + timedelta(days=1), tick=True).start()


if FIRST not in os.environ:
    prepare()
if "HANDRAIL_TEST_HOUR" in os.environ:
    travel(int(os.environ["HANDRAIL_TEST_HOUR"]))
