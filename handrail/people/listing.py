"""How a person stands in a list: what is told beside the name, in one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from handrail.accounts.models import Staff
from handrail.people.models import Person
from handrail.people.queries import Place
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
    there: list[Place] = person.reached  # type: ignore[attr-defined]
    until = max((access.until_at for access in person.opened_by_me), default=None)  # type: ignore[attr-defined]
    told = [*why, person.pronouns, *(place_words(place, reader) for place in there)]
    if not there and not until:
        told.append(_("Their time with us ended"))
    if until:
        told.insert(0, _("Open until %(moment)s") % {"moment": moment_words(until)})
    return Listed(
        person=person,
        note=" · ".join(part for part in told if part),
        alone=any(not place.walks_now for place in there),
        until=until,
    )


def place_words(place: Place, reader: Staff) -> str:
    """`Community, with you and Noor`: a program, and who walks with the person there; the reader first."""
    others = [walk.name for walk in place.walks_now if walk.peer_id != reader.pk]
    names = [_("you")] * (len(place.walks_now) - len(others)) + others
    if not names:
        return place.program
    return _("%(program)s, with %(names)s") % {"program": place.program, "names": get_text_list(names, _("and"))}
