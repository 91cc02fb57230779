"""What is measured of Handrail: the four jobs and Today, each through its own page, by workers who differ from deed to deed."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from benchmarks.dataset import Query, queries
from benchmarks.entering import TOKEN, Everybody, Somebody
from benchmarks.load import Job, Line
from handrail.kit.ids import new_id

BODY = "x " * 200
J1, J1_OWN, J2, J3, J3_SIGNED, J4, PEER, SUPERVISOR = (
    "J1",
    "J1 own",
    "J2",
    "J3",
    "J3 signed",
    "J4",
    "Today",
    "Today of a supervisor",
)


class Deeds:
    """The jobs on one home. `line` is anything with `ask`: a connection to a server, or the application in this process."""

    def __init__(self, everybody: Everybody) -> None:
        self.everybody = everybody
        self.queries: list[Query] = queries(len(everybody.people))

    def find(self, line: Any, dice: random.Random) -> bytes:
        """J1: whoever reaches all 10,000 looks for one of them."""
        return self.search(line, dice.choice(self.everybody.directors), dice.choice(self.queries).text)

    def find_own(self, line: Any, dice: random.Random) -> bytes:
        """The same by a peer, for somebody they walk with."""
        who = dice.choice(self.everybody.workers)
        return self.search(line, who, dice.choice(who.people)[2].split()[-1])

    def search(self, line: Any, who: Somebody, words: str) -> bytes:
        """What somebody finds by these words."""
        return line.ask("POST", "/people/search/", {"words": words, "csrfmiddlewaretoken": TOKEN}, who.headers)

    def show(self, line: Any, dice: random.Random) -> bytes:
        """J2: a peer opens the page of somebody they walk with; the record says so."""
        who = dice.choice(self.everybody.workers)
        person, _enrolment, name = dice.choice(who.people)
        page = line.ask("GET", f"/people/{person}/", None, who.headers)
        assert name.encode() in page
        return page

    def record(self, line: Any, dice: random.Random) -> bytes:
        """J3: a contact is kept, with its line of the record."""
        who = dice.choice(self.everybody.workers)
        person, enrolment, _name = dice.choice(who.people)
        return self._keep(line, who, person, enrolment, str(new_id()))

    def record_and_sign(self, line: Any, dice: random.Random) -> bytes:
        """A contact is kept and, a page later, signed and locked: two requests."""
        who, key = dice.choice(self.everybody.workers), str(new_id())
        person, enrolment, _name = dice.choice(who.people)
        self._keep(line, who, person, enrolment, key)
        form = {"version": "2", "csrfmiddlewaretoken": TOKEN}
        return line.ask("POST", f"/contacts/{key}/signature/", form, who.headers, ok=302)

    def _keep(self, line: Any, who: Somebody, person: str, enrolment: str, key: str) -> bytes:
        at = datetime.now(UTC) - timedelta(days=1)
        form = {
            "id": key, "version": "0", "page": str(new_id()), "turn": "1", "how": "met", "length": "30",
            "on": f"{at:%Y-%m-%d}", "hour": f"{at:%H:%M}", f"{person}-words": BODY, "csrfmiddlewaretoken": TOKEN,
        }  # fmt: skip
        return line.ask("POST", f"/contacts/with/{enrolment}/", form, who.headers, ok=302)

    def caseload(self, line: Any, dice: random.Random) -> bytes:
        """J4: a peer's own people, with the last contact of each."""
        who = dice.choice(self.everybody.workers)
        page = line.ask("GET", "/people/", None, who.headers)
        assert all(person.encode() in page for person, _enrolment, _name in who.people[:3])
        return page

    def today(self, line: Any, dice: random.Random) -> bytes:
        """Today of a peer who walks with 50."""
        return line.ask("GET", "/", None, dice.choice(self.everybody.workers).headers)

    def today_of_a_supervisor(self, line: Any, dice: random.Random) -> bytes:
        """Today of a supervisor who stands behind 12."""
        return line.ask("GET", "/", None, dice.choice(self.everybody.supervisors).headers)

    @property
    def by_name(self) -> dict[str, Any]:
        """What only looks comes first: the drafts that J3 leaves behind would wait on everybody's Today."""
        return {
            J1: self.find,
            J1_OWN: self.find_own,
            J2: self.show,
            J4: self.caseload,
            PEER: self.today,
            SUPERVISOR: self.today_of_a_supervisor,
            J3: self.record,
            J3_SIGNED: self.record_and_sign,
        }


def jobs(port: int, everybody: Everybody) -> list[Job]:
    """Through the real server."""
    return [Job(name, lambda: Line(port), do) for name, do in Deeds(everybody).by_name.items()]
