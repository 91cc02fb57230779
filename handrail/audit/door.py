"""The door to every record: what is not yours looks as if it were not there, and what you open is noted."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol, TypeVar, cast
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from handrail.audit.chain import Line
from handrail.kit.questions import written_once

M = TypeVar("M", bound=Model)


class NotHere(Http404):
    """Not yours, of another agency, blocked, or never there: one answer for all of them."""


class Reader(Protocol):
    """Who asks: the staff member of this request."""

    pk: Any
    agency_id: UUID


def reader(request: HttpRequest) -> Reader:
    """The staff member who asks. The frame around the views has put them there."""
    return cast(Reader, request.staff)  # type: ignore[attr-defined]


def find(model: type[M] | QuerySet[M], request: HttpRequest, along: tuple[str, ...] = (), **by: Any) -> M:
    """The one row the asker may see, or NotHere. Opening a row that concerns a person is noted.

    `model` is a model or a narrowed queryset of one; it must offer `visible_to(staff, at)`. `along`: rows read with it.
    """
    try:
        found = _by_key(model, along, request, by["pk"]) if list(by) == ["pk"] else _narrowed(model, along, request, by)
    except (ObjectDoesNotExist, ValueError, ValidationError) as missing:
        raise NotHere from missing
    person_id = concerns(found)
    if person_id:
        note_opened(request, person_id, subject=found)
    return cast(M, found)


def _by_key(model: Any, along: tuple[str, ...], request: HttpRequest, key: Any) -> Any:
    """The usual case: by its key alone, from the whole table."""
    if isinstance(model, QuerySet):
        return _narrowed(model, along, request, {"pk": key})
    [found] = _visible(model, along, reader(request), model._meta.pk.to_python(key), timezone.now()) or [None]
    if found is None:
        raise model.DoesNotExist
    return found


@written_once
def _visible(model: Any, along: tuple[str, ...], asker: Reader, key: UUID, at: datetime) -> QuerySet[Any]:
    rows = model.objects.select_related(*along) if along else model.objects.all()
    visible: QuerySet[Any] = rows.visible_to(asker, at).filter(pk=key)
    return visible


def _narrowed(model: Any, along: tuple[str, ...], request: HttpRequest, by: dict[str, Any]) -> Any:
    rows: Any = model if isinstance(model, QuerySet) else model.objects.all()
    return (rows.select_related(*along) if along else rows).visible_to(reader(request)).get(**by)


def concerns(row: Any) -> UUID | None:
    """Whose record a row belongs to; a model says so itself, or has a person."""
    own = getattr(row, "concerns", None)
    return own if own is not None else getattr(row, "person_id", None)


def note_opened(request: HttpRequest, person_id: UUID, subject: Any = None, verb: str = "") -> None:
    """Note that a person's record, or one part of it, was opened. The same part counts once a request."""
    name = verb or (f"{subject._meta.model_name}.opened" if subject is not None else "person.opened")
    _note(request, name, person_id=person_id, subject_id=getattr(subject, "pk", None))


def note_shown(request: HttpRequest, verb: str, people: Iterable[Any]) -> None:
    """Note which people a list or a search showed: one line, however many. `people` are people or their keys."""
    ids = [getattr(person, "pk", person) for person in people]
    if ids:
        _note(request, verb, shown=ids)


def _note(request: HttpRequest, verb: str, **what: Any) -> None:
    asker = reader(request)
    line = Line(agency_id=asker.agency_id, by_id=asker.pk, verb=verb, at=timezone.now(), **what)
    notes = reads_of(request)
    if not any(
        (n.verb, n.person_id, n.subject_id, n.shown) == (line.verb, line.person_id, line.subject_id, line.shown) for n in notes
    ):
        notes.append(line)


def reads_of(request: HttpRequest) -> list[Line]:
    """What this request has shown so far."""
    if not hasattr(request, "reads"):
        request.reads = []  # type: ignore[attr-defined]
    return cast(list[Line], request.reads)  # type: ignore[attr-defined]
