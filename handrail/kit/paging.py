"""Lists in pages: what is read grows with what is shown."""

from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

M = TypeVar("M", bound=Model)
PER_PAGE = 50


@dataclass(frozen=True)
class Page(Generic[M]):
    """One page of a list: its rows, which these are, and its neighbours' numbers (0 when there is none)."""

    rows: list[M]
    first: int
    last: int
    of: int
    before: int
    after: int


class Counted(Protocol[M]):
    """What has pages without being a query: it knows how many it is, and reads a slice."""

    def count(self) -> int:
        """How many rows there are."""
        ...

    def __getitem__(self, which: slice, /) -> list[M]: ...


def page_of(request: HttpRequest, rows: QuerySet[M] | Counted[M], per_page: int = PER_PAGE, name: str = "page") -> Page[M]:
    """The page asked for with ?page=, or by another name; a number that makes no sense leads to the nearest page."""
    listed: Any = rows
    chosen: Any = Paginator(listed, per_page).get_page(request.GET.get(name))
    return Page(
        rows=list(chosen.object_list),
        first=chosen.start_index(),
        last=chosen.end_index(),
        of=chosen.paginator.count,
        before=chosen.previous_page_number() if chosen.has_previous() else 0,
        after=chosen.next_page_number() if chosen.has_next() else 0,
    )
