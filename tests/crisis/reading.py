"""Pages of crisis as a reader meets them."""

from typing import Any

from django.urls import reverse

from tests.people.reading import cost, main_words
from tests.plans.reading import AUTOSAVE, HTMX

__all__ = ["AUTOSAVE", "HTMX", "cost", "main_words", "plan_url", "url"]


def url(name: str, *args: Any) -> str:
    """The address of one of the pages of crisis."""
    return reverse(f"crisis:{name}", args=[getattr(one, "pk", one) for one in args])


def plan_url(plan: Any, page: str = "plan_show") -> str:
    """The page of a plan."""
    return url(page, plan.person_id, plan.program_id, plan.kind)
