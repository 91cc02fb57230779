"""Texts with numbers in the places of their parameters, as PostgreSQL itself has them. Apart from what needs its driver."""

import re
from collections.abc import Iterable


def with_numbers(sql: str, numbers: Iterable[int]) -> str:
    """Django's text with $1 and so on for every %s, each the one that its number says, counted from 0."""
    following = iter(numbers)
    return re.sub("%[s%]", lambda sign: f"${next(following) + 1}" if sign[0] == "%s" else "%", sql)
