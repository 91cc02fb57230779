"""Everybody of a filled home signed in, without their passwords: `python -m benchmarks.entering FOLDER` tells the sessions.

Only for homes that `benchmarks.fill` made, which hold nobody real. A session here is what two steps of signing in leave behind.
"""

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.dataset import WORKERS, WORKERS_OF_ONE_SUPERVISOR
from benchmarks.fill import TOLD, load

TOKEN = "k" * 32
SESSIONS_OF_THE_DIRECTOR = 8


@dataclass
class Somebody:
    """A signed-in worker, and with whom they walk: the person's key, their enrolment's, their name."""

    session: str
    people: list[list[str]]

    @property
    def headers(self) -> dict[str, str]:
        """What their browser sends along."""
        return {"Cookie": f"handrail={self.session}; handrail_form={TOKEN}"}


@dataclass
class Everybody:
    """All of a home: workers and supervisors by number, the director as often as there are clients."""

    people: list[list[str]]
    workers: list[Somebody]
    supervisors: list[Somebody]
    directors: list[Somebody]

    @classmethod
    def of(cls, home: Path, sessions: dict[str, list[str]]) -> "Everybody":
        """From what was told when the home was filled, and the sessions made now."""
        people = json.loads((home / TOLD).read_text())["people"]
        of_worker = [people[number::WORKERS] for number in range(WORKERS)]
        workers = [Somebody(session, theirs) for session, theirs in zip(sessions["workers"], of_worker, strict=True)]
        # The last supervisor has fewer: whoever is measured stands behind twelve.
        supervisors = [Somebody(session, []) for session in sessions["supervisors"][: WORKERS // WORKERS_OF_ONE_SUPERVISOR]]
        return cls(people, workers, supervisors, [Somebody(session, people) for session in sessions["directors"]])


def enter_all() -> dict[str, list[str]]:
    """A session for every login of the home that Django was loaded for."""
    from handrail.accounts.models import Login

    by_name = {login.sign_in_name: login for login in Login.objects.all()}
    numbered = sorted(by_name)
    return {
        "workers": [enter(by_name[name]) for name in numbered if name.startswith("worker")],
        "supervisors": [enter(by_name[name]) for name in numbered if name.startswith("supervisor")],
        "directors": [enter(by_name["director"]) for _client in range(SESSIONS_OF_THE_DIRECTOR)],
    }


def enter(login: Any) -> str:
    """The key of a session in which this login is signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from handrail.accounts import sessions

    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(login.pk), "handrail.accounts.sign_in.Backend"
    session[HASH_SESSION_KEY] = login.get_session_auth_hash()
    session[sessions.SIGNED_IN_AT] = session[sessions.SEEN_AT] = int(time.time())
    session["second_factor"] = True
    session.create()
    return str(session.session_key)


def main() -> None:
    """Make the sessions of the folder named and print them."""
    load(Path(sys.argv[1]))
    print(json.dumps(enter_all()))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
