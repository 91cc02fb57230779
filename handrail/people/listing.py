"""How a person stands in a list: what is told beside the name, in one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from handrail.accounts.models import Staff
from handrail.people.models import Enrolment, Person
from handrail.ui.moments import moment_words


@dataclass(frozen=True)
class Listed:
    """One row: the person, what is told beside the name, whether nobody walks with them, until when an emergency opens it."""

    person: Person
    note: str
    alone: bool
    until: datetime | None


def listed(people: Iterable[Person], reader: Staff, why: Mapping[UUID, Iterable[str]] | None = None) -> list[Listed]:
    """Rows of people as `queries` reads them. `why` they were found, where the name alone does not show it, comes first."""
    return [_listed(person, reader, (why or {}).get(person.pk, ())) for person in people]


def _listed(person: Person, reader: Staff, why: Iterable[str]) -> Listed:
    there: list[Enrolment] = person.reached  # type: ignore[attr-defined]
    until = max((access.until_at for access in person.opened_by_me), default=None)  # type: ignore[attr-defined]
    told = [*why, person.pronouns, *(place_words(enrolment, reader) for enrolment in there)]
    if not there and not until:
        told.append(_("Their time with us ended"))
    if until:
        told.insert(0, _("Open until %(moment)s") % {"moment": moment_words(until)})
    return Listed(
        person=person,
        note=" · ".join(part for part in told if part),
        alone=any(not enrolment.walks_now for enrolment in there),  # type: ignore[attr-defined]
        until=until,
    )


def place_words(enrolment: Enrolment, reader: Staff) -> str:
    """`Community, with you and Noor`: a program, and who walks with the person there; the reader first."""
    peers = [walk.peer for walk in enrolment.walks_now]  # type: ignore[attr-defined]
    names = [_("you") for peer in peers if peer.pk == reader.pk] + [peer.name for peer in peers if peer.pk != reader.pk]
    if not names:
        return str(enrolment.program)
    return _("%(program)s, with %(names)s") % {"program": enrolment.program, "names": get_text_list(names, _("and"))}
