"""What to know of somebody when one meets, calls or plans with them: what is arranged, and what they need."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.contacts.models import Appointment, Part
from handrail.people.models import Arrangement, Enrolment, Finding, Person
from handrail.people.models.person import Interpreter


@dataclass(frozen=True)
class Known:
    """Of one person: what is arranged, and what else to know, each line with its heading."""

    name: str
    arranged: list[Arrangement]
    needs: list[tuple[str | Promise, str]]

    def __bool__(self) -> bool:
        return bool(self.arranged or self.needs)


Row = Enrolment | Part | Appointment


def known_of(rows: Iterable[Row]) -> list[Known]:
    """Of everybody these rows are about, in the program of the row; asked once for all. Who has nothing to know is left out."""
    every = list(rows)
    there = {"person__in": {row.person_id for row in every}, "program__in": {row.program_id for row in every}}
    arranged = list(Arrangement.objects.standing().filter(**there).order_by("kind", "noted_at", "id"))
    findings = list(Finding.objects.standing().filter(**there))
    known = [
        Known(row.person.chosen_name, [one for one in arranged if _same(row, one)], _needs(row.person, _own(row, findings)))
        for row in every
    ]
    return [one for one in known if one]


def _own(row: Row, findings: list[Finding]) -> Finding | None:
    return next((one for one in findings if _same(row, one)), None)


def _same(row: Row, other: Arrangement | Finding) -> bool:
    return (row.person_id, row.program_id) == (other.person_id, other.program_id)


def _needs(person: Person, finding: Finding | None) -> list[tuple[str | Promise, str]]:
    interpreter = person.interpreter if person.interpreter in (Interpreter.YES, Interpreter.SOMETIMES) else ""
    told = [
        (_("Feels safe"), finding.feels_safe if finding else ""),
        (_("Does not feel safe"), finding.feels_unsafe if finding else ""),
        (_("Speaks"), person.speaks),
        (_("Reads"), person.reads),
        (_("An interpreter"), str(Interpreter(interpreter).label) if interpreter else ""),
        (_("Body and moving"), person.body_needs),
        (_("Seeing, hearing, quiet"), person.senses_needs),
        (_("Reading and understanding"), person.reading_needs),
    ]
    return [(heading, words) for heading, words in told if words]
