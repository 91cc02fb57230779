"""The one cast of all stories.

Dana walks with Marcus; Noor does not: she walks with Ana. Both are peers of the community program. Ray is a peer of the bridge
program. Sam supervises Dana. At the other agency Zoe walks with Pat.
"""

import pickle
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from handrail.accounts import actions
from handrail.accounts.models import Agency, Login, Program, Staff
from handrail.accounts.roles import Role
from handrail.kit.tenancy import as_agency
from handrail.people import actions as people
from handrail.people.models import Enrolment, Person

AGO = timedelta(days=30)


@dataclass
class Cast:
    """Everybody, by first name."""

    agency: Agency
    began: datetime
    by_name: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["by_name"][name]
        except KeyError:
            raise AttributeError(name) from None


def assemble() -> Cast:
    """Make both agencies. Works as each in turn; the caller then works as the first (`as_agency(cast.agency.pk)`)."""
    began = timezone.now() - AGO
    agency = Agency(name="Riverside", pack="VA", time_zone="America/New_York")
    cast = Cast(agency, began)
    with as_agency(agency.pk):
        actions.open_agency(agency=agency, at=began)
        alex = hire(cast, "alex", Role.ADMINISTRATOR)
        cast.by_name["community"] = open_program(cast, "Community")
        cast.by_name["bridge"] = open_program(cast, "Bridge")
        _hire_all(cast)
        actions.begin_supervision(supervisor=cast.sam, staff=cast.dana, kind="administrative", by=alex, at=began)
        welcome(cast, "marcus", "Marcus", cast.dana)
        welcome(cast, "ana", "Ana", cast.noor)
    _assemble_elsewhere(cast)
    return cast


@dataclass
class Kept:
    """A cast that was assembled once: what was said to the database, and who came of it."""

    statements: list[tuple[str, Any]]
    everybody: bytes


_kept: Kept | None = None


def gather() -> Cast:
    """The same cast as `assemble` makes, for story after story: the first time made, from then on told to the database again."""
    global _kept
    if _kept is None:
        statements: list[tuple[str, Any]] = []

        def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.startswith(("INSERT", "UPDATE", "DELETE", "SELECT set_config")):
                assert not many
                statements.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(listen):
            cast = assemble()
        _kept = Kept(statements, pickle.dumps(cast))
        return cast
    with connection.cursor() as cursor:
        for sql, params in _kept.statements:
            cursor.execute(sql, params)
    return pickle.loads(_kept.everybody)


def _hire_all(cast: Cast) -> None:
    hire(cast, "dana", Role.PEER, cast.community)
    hire(cast, "noor", Role.PEER, cast.community)
    hire(cast, "ray", Role.PEER, cast.bridge)
    hire(cast, "lena", Role.TRAINEE, cast.community)
    hire(cast, "sam", Role.SUPERVISOR, cast.community)
    hire(cast, "iris", Role.CLINICAL_SUPERVISOR, cast.community)
    hire(cast, "joan", Role.DIRECTOR)
    hire(cast, "theo", Role.TEAM_MEMBER, cast.community)
    hire(cast, "ada", Role.AUDITOR)


def _assemble_elsewhere(cast: Cast) -> None:
    other = Agency(name="Hillside", pack="OH", time_zone="America/Chicago")
    cast.by_name["other_agency"] = other
    with as_agency(other.pk):
        actions.open_agency(agency=other, at=cast.began)
        hire(cast, "omar", Role.ADMINISTRATOR, agency=other)
        program = Program(name="Community")
        cast.by_name["other_program"] = actions.open_program(program=program, by=cast.omar, at=cast.began)
        hire(cast, "zoe", Role.PEER, program, agency=other)
        welcome(cast, "pat", "Pat", cast.zoe, program)


def open_program(cast: Cast, name: str) -> Program:
    """A program of the first agency."""
    return actions.open_program(program=Program(name=name), by=cast.alex, at=cast.began)


def hire(cast: Cast, name: str, role: Role | None, program: Program | None = None, agency: Agency | None = None) -> Staff:
    """Somebody who works there, can sign in, and holds one role."""
    login = Login(sign_in_name=name)
    login.set_unusable_password()
    login.save(force_insert=True)
    staff = Staff(agency=agency or cast.agency, login=login, name=f"{name.capitalize()} of the cast")
    actions.add_staff(staff=staff, by=None, at=cast.began)
    if role:
        actions.give_role(staff=staff, role=role, program=program, by=None, at=cast.began)
    cast.by_name[name] = staff
    return staff


def welcome(cast: Cast, name: str, chosen_name: str, peer: Staff | None, program: Program | None = None, **more: Any) -> Person:
    """A person of a program, with a peer who walks with them; their enrolment is `<name>_there`."""
    program = program or cast.community
    person = Person(chosen_name=chosen_name, **more)
    people.add_person(person=person, program=program, peer=peer, by=peer or cast.sam, at=cast.began)
    cast.by_name[name] = person
    cast.by_name[f"{name}_there"] = Enrolment.objects.get(person=person, program=program)
    return person
