"""Whether there is anything of a kind about somebody at all: found out once for all kinds, before a page asks for each of them.

A person's page is put together from more than twenty questions, and for most people half of them have no answer. `look_for_any`
asks one instead: of which kinds there is a row at all. It says nothing about who may read what: where there is a row, the question
itself is asked as ever.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, QuerySet

from handrail.kit.questions import written_once

W = TypeVar("W", bound=Model | UUID | None)
P = ParamSpec("P")
R = TypeVar("R")

Kind = tuple[type[Model], str]
"""Rows of a model, and the field by which they are about somebody."""
SEEN, ABOUT = "kinds_there", "kinds_asked_for"

_kinds: list[Kind] = []

Question = Callable[Concatenate[W, P], list[R]]


def none_without(model: type[Model], *fields: str) -> Callable[[Question[W, P, R]], Question[W, P, R]]:
    """Leave a question about somebody unasked when no row of this model is about them: then its answer is an empty list.

    Whom it is about is its first argument, given by place. Rows are about them by `person`, or by any of these fields; those the
    question goes through have to be among them. Whoever was not looked at by `look_for_any`, or is given by key, is asked about.
    """
    kinds: list[Kind] = [(model, field) for field in fields or ("person",)]
    _kinds.extend(kind for kind in kinds if kind not in _kinds)

    def spared(question: Question[W, P, R]) -> Question[W, P, R]:
        def asked(whose: W, *args: P.args, **named: P.kwargs) -> list[R]:
            seen: frozenset[Kind] | None = getattr(whose, SEEN, None)
            return [] if seen is not None and seen.isdisjoint(kinds) else question(whose, *args, **named)

        setattr(asked, ABOUT, kinds)
        return update_wrapper(asked, question)  # type: ignore[return-value]  # asked by position alone

    return spared


def look_for_any(whose: Model) -> None:
    """Find out of which kinds there is a row about them. For a page that only shows, right before it asks."""
    for there in _there(whose, len(_kinds)):  # one row, or none when they are not to be seen: then nothing is known
        setattr(whose, SEEN, frozenset(kind for kind, any_at_all in zip(_kinds, there, strict=True) if any_at_all))


@written_once
def _there(whose: Model, _how_many_kinds: int) -> QuerySet[Any, Any]:
    """One row of yes and no, in the order of the kinds. With more of them, as apps are loaded, it is another text."""
    asked = {f"is_{number}": Exists(_about(*kind)) for number, kind in enumerate(_kinds)}
    themselves: QuerySet[Any] = type(whose)._base_manager.filter(pk=whose.pk)
    return cast(QuerySet[Any, Any], themselves.annotate(**asked).values_list(*asked))


def _about(model: type[Model], field: str) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._base_manager.filter(**{field: OuterRef("pk")})
    return rows
