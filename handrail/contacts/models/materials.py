"""What was given and talked about: pieces of the library a contact shared with somebody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.contacts.models.contact import Part
from handrail.people.models import OfAPerson


class MaterialShared(OfAPerson):
    """A piece of the library that was shared, by its key. Once the part is signed its title stays as it was then.

    Person and program are the part's: what somebody learned is found without walking all of their contacts.
    """

    part = models.ForeignKey(
        Part, on_delete=models.PROTECT, related_name="materials", db_index=False
    )  # found by Meta's constraint
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "materials shared"
        constraints: ClassVar = [models.UniqueConstraint(fields=["part", "key"], name="contacts_materialshared_once")]

    def __str__(self) -> str:
        return self.key
