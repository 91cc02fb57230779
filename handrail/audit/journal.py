"""One piece of work: data and its lines of the record, in one transaction, the lines last.

Lines are gathered while the work is done and added just before commit, so that the chain's head is held for a moment only. Nothing
is answered whose line was not written.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar
from uuid import UUID

from django.db import transaction

from handrail.audit.chain import Line, append

P = ParamSpec("P")
R = TypeVar("R")


class Actor(Protocol):
    """Whoever acts for an agency: a staff member."""

    pk: Any
    agency_id: UUID


_work: ContextVar[list[Line] | None] = ContextVar("work", default=None)


@dataclass
class Shown:
    """What a page has shown so far, and how many of these lines are in the record already."""

    lines: list[Line] = field(default_factory=list)
    kept: int = 0


_shown: ContextVar[Shown | None] = ContextVar("shown", default=None)


_done: ContextVar[int] = ContextVar("done", default=0)


def works_done() -> int:
    """How many actions were done so far in this run of things: what was remembered before the last one may no longer hold."""
    return _done.get()


class NothingRecorded(RuntimeError):
    """An action changed data and recorded nothing. A bug."""


@contextmanager
def one_work(*, alone: bool = True) -> Iterator[list[Line]]:
    """A transaction that ends by adding its lines to the record. Inside another one it joins it, and can fail alone.

    Not `alone`: the transaction around fails with it.
    """
    outer = _work.get()
    if outer is not None:
        begun_with = len(outer)
        try:
            with transaction.atomic():
                yield outer
        except BaseException:
            del outer[begun_with:]
            raise
        return
    lines: list[Line] = []
    token = _work.set(lines)
    try:
        with transaction.atomic(savepoint=alone):
            yield lines
            shown = _shown.get() or Shown()
            new = shown.lines[shown.kept :]
            append([*new, *lines])
        shown.kept += len(new)
    finally:
        _work.reset(token)


@contextmanager
def with_what_is_shown(lines: list[Line]) -> Iterator[None]:
    """Around a page: `lines` fills up with what it shows. They go into the next work done, else into a short one at the end."""
    shown = Shown(lines)
    token = _shown.set(shown)
    try:
        yield
        if shown.kept < len(lines):
            with one_work():
                pass
    finally:
        _shown.reset(token)


def action(write: Callable[P, R]) -> Callable[P, R]:
    """A verb of the domain: one transaction, at least one line of the record, all or nothing."""

    @wraps(write)
    def acted(*args: P.args, **kwargs: P.kwargs) -> R:
        with one_work() as lines:
            begun_with = len(lines)
            done = write(*args, **kwargs)
            if len(lines) == begun_with:
                raise NothingRecorded(write.__qualname__)
        _done.set(_done.get() + 1)
        return done

    return acted


def record(
    verb: str,
    *,
    by: Actor | None,
    at: datetime,
    subject: Any = None,
    person: Any = None,
    agency_id: UUID | None = None,
    detail: str = "",
) -> None:
    """Note that something was done. `person` may be a person or a key; `agency_id` is needed when nobody of the staff acted."""
    lines = _work.get()
    if lines is None:
        raise RuntimeError("record() belongs inside an action")
    lines.append(
        Line(
            agency_id=by.agency_id if by else _given(agency_id),
            verb=verb,
            at=at,
            by_id=by.pk if by else None,
            person_id=getattr(person, "pk", person),
            subject_id=getattr(subject, "pk", subject),
            detail=detail,
        )
    )


def _given(agency_id: UUID | None) -> UUID:
    if agency_id is None:
        raise TypeError("A line needs an actor or an agency")
    return agency_id
