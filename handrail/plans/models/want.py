"""What somebody wants."""

from typing import ClassVar

from django.db import models

from handrail.plans.models.words import InOwnWords


class Want(InOwnWords):
    """What I want, in my words: one running text for each program a person is part of. A dream needs no deadline."""

    PLACE = ("person", "program")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "program"], name="plans_want_one_a_program")]
