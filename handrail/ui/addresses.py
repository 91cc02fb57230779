"""The address of a page, put together once and filled in afterwards."""

from functools import lru_cache
from uuid import UUID, uuid4

from django.urls import get_script_prefix, reverse

MOST = 2000
"""So many shapes of addresses are kept."""


def address_of(name: str, arguments: tuple[UUID | str, ...]) -> str:
    """What `reverse` gives. A list has the same address fifty times, but for a key, and finding it takes Django 50 µs each time.

    Keys change from one address to the next; a text among the arguments is one of a few of ours. Raises `NoReverseMatch` as
    `reverse` does.
    """
    fixed = tuple([None if isinstance(one, UUID) else one for one in arguments])
    before, *after = _around(name, fixed, get_script_prefix())
    keys = [one for one in arguments if isinstance(one, UUID)]
    return before + "".join([f"{key}{text}" for key, text in zip(keys, after, strict=True)])


@lru_cache(maxsize=MOST)
def _around(name: str, fixed: tuple[str | None, ...], _prefix: str) -> list[str]:
    """The text before, between and after the keys, which stand wherever nothing is fixed."""
    arguments = [uuid4() if one is None else one for one in fixed]
    rest, parts = reverse(name, args=arguments), []
    for one in (argument for argument in arguments if isinstance(argument, UUID)):
        before, _key, rest = rest.partition(str(one))
        parts.append(before)
    return [*parts, rest]
