"""The agency: programs, 200 workers of whom some are still learning, a supervisor for every 12, and a director who reaches all."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from benchmarks.dataset import WORKERS, WORKERS_OF_ONE_SUPERVISOR
from handrail.accounts import actions
from handrail.accounts.models import Agency, Program, Staff
from handrail.accounts.roles import Role
from handrail.audit.journal import one_work
from handrail.kit.tenancy import as_agency

PEERS_OF_A_PROGRAM = 24


@dataclass
class House:
    """Who works where, by the numbers of the data set."""

    agency: Agency
    admin: Staff
    director: Staff
    programs: list[Program]
    supervisors: list[Staff]
    workers: list[Staff]

    def worker(self, number: int) -> Staff:
        return self.workers[number - 1]

    def program(self, worker: int) -> Program:
        return self.programs[(worker - 1) // PEERS_OF_A_PROGRAM]

    def supervisor(self, worker: int) -> Staff:
        return self.supervisors[(worker - 1) // WORKERS_OF_ONE_SUPERVISOR]

    @staticmethod
    def is_learning(worker: int) -> bool:
        """The last of every supervisor's twelve."""
        return worker % WORKERS_OF_ONE_SUPERVISOR == 0


def hire_everybody(began: datetime) -> House:
    """By the actions themselves: they are few."""
    agency = Agency(name="Benchmark", pack="VA", time_zone="America/New_York")
    with as_agency(agency.pk), one_work():
        actions.mark_installation(demo=False, at=began)
        actions.open_agency(agency=agency, at=began)
        hire = partial(_hire, agency=agency, at=began)
        admin, director = hire("Admin", Role.ADMINISTRATOR), hire("Director", Role.DIRECTOR)
        programs = [
            actions.open_program(program=Program(name=f"Program {number}"), by=admin, at=began)
            for number in range(1, 2 + (WORKERS - 1) // PEERS_OF_A_PROGRAM)
        ]
        house = House(agency, admin, director, programs, [], [])
        for number in range(1, 2 + (WORKERS - 1) // WORKERS_OF_ONE_SUPERVISOR):
            program = house.program(1 + (number - 1) * WORKERS_OF_ONE_SUPERVISOR)
            house.supervisors.append(hire(f"Supervisor {number:02}", Role.SUPERVISOR, program))
        supervise = partial(actions.begin_supervision, kind="administrative", by=admin, at=began)
        for number in range(1, WORKERS + 1):
            role = Role.TRAINEE if house.is_learning(number) else Role.PEER
            worker = hire(f"Worker {number:03}", role, house.program(number))
            house.workers.append(worker)
            supervise(supervisor=house.supervisor(number), staff=worker)
            supervise(supervisor=director, staff=worker)
    return house


def _hire(name: str, role: Role, program: Program | None = None, *, agency: Agency, at: datetime) -> Staff:
    login = actions.new_login(name.lower().replace(" ", ""))
    staff = actions.add_staff(staff=Staff(agency=agency, login=login, name=name), by=None, at=at)
    actions.give_role(staff=staff, role=role, program=program, by=None, at=at)
    return staff
