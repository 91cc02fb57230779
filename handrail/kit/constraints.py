"""Patterns of database promises, each named once."""

from django.db.models import CheckConstraint, F, Q


def both_or_neither(first: str, second: str) -> CheckConstraint:
    """Two fields that tell one fact: both are filled, or both are empty."""
    neither = Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    both = Q(**{f"{first}__isnull": False, f"{second}__isnull": False})
    return CheckConstraint(condition=neither | both, name=f"%(app_label)s_%(class)s_{first}_with_{second}")


def starts_before_it_ends(start: str, end: str) -> CheckConstraint:
    """An open or a forward stretch of time: the end is empty, or not before the start."""
    fits = Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)})
    return CheckConstraint(condition=fits, name=f"%(app_label)s_%(class)s_{start}_before_{end}")
