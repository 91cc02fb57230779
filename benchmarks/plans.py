"""A plan as full as plans become, 30 goals and 200 check-ins: its page, and all of it as a booklet. Written through its own pages."""

import random
import re
from typing import Any

from benchmarks.entering import TOKEN, Everybody
from benchmarks.load import Job, Line
from handrail.kit.ids import new_id

GOALS, CHECK_INS = 30, 200
PAGE, BOOKLET = "plan", "booklet"
TIMES_THE_FLOOR, SECOND = 3.0, 1000.0
"""The page at most so many times the Django floor's J2; the booklet within so many milliseconds."""
GOAL = re.compile(rb'href="/plans/goals/([0-9a-f-]{36})/"')
PROGRAM = re.compile(rb"/plans/papers/plan/[0-9a-f-]{36}/([0-9a-f-]{36})/")


class FullPlan:
    """The plan of the first person of the first worker."""

    def __init__(self, everybody: Everybody) -> None:
        self.who = everybody.workers[0]
        self.person = self.who.people[0][0]

    def write(self, line: Any) -> None:
        """As many goals as are missing, and check-ins in turn."""
        page = self.show(line, random.Random(0), full=False)
        program, goals = self.program_on(page), list(dict.fromkeys(GOAL.findall(page)))
        for number in range(GOALS - len(goals)):
            form = {"id": str(new_id()), "text": f"Goal {number}: ride the bus to the library", "program": program}
            self._send(line, f"/plans/of/{self.person}/goals/add/", form)
        goals = list(dict.fromkeys(GOAL.findall(self.show(line, random.Random(0)))))
        for number in range(CHECK_INS):
            goal = goals[number % len(goals)].decode()
            self._send(line, f"/plans/goals/{goal}/check-ins/", {"id": str(new_id()), "words": "It rained, and I went."})

    def _send(self, line: Any, path: str, form: dict[str, str]) -> None:
        line.ask("POST", path, form | {"csrfmiddlewaretoken": TOKEN}, self.who.headers, ok=302)

    def program_on(self, page: bytes) -> str:
        """In which program it is written."""
        found = PROGRAM.search(page)
        assert found
        return found[1].decode()

    def show(self, line: Any, dice: random.Random, full: bool = True) -> bytes:
        """The page, with every goal on it."""
        page: bytes = line.ask("GET", f"/plans/of/{self.person}/", None, self.who.headers)
        assert not full or len(set(GOAL.findall(page))) >= GOALS
        return page

    def jobs(self, port: int) -> list[Job]:
        """Through the real server, once the plan is written."""
        line = Line(port)
        self.write(line)
        address = f"/plans/papers/plan/{self.person}/{self.program_on(self.show(line, random.Random(0)))}/pdf/?form=booklet"

        def print_it(to: Any, _dice: random.Random) -> bytes:
            pdf: bytes = to.ask("GET", address, None, self.who.headers)
            assert pdf.startswith(b"%PDF-")
            return pdf

        return [Job(PAGE, lambda: Line(port), self.show), Job(BOOKLET, lambda: Line(port), print_it)]
