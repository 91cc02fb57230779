"""Small steps that every view takes."""

from django.core.exceptions import PermissionDenied

from handrail.kit.answers import Answer


def allow(answer: Answer) -> None:
    """Go on, or answer 403 with the rule's sentence."""
    if not answer:
        raise PermissionDenied(str(answer.reason))
