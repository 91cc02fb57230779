"""What was given and talked about: pieces of the library a contact shared with somebody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.accounts.models import Agency
from handrail.contacts.models.contact import Part
from handrail.kit.ids import new_id
from handrail.people.models import Person


class MaterialShared(models.Model):
    """A piece of the library that was shared, by its key. Once the part is signed its title stays as it was then.

    It is the part's person who had it, said here once more: what somebody learned is found without walking all of their contacts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    part = models.ForeignKey(
        Part, on_delete=models.PROTECT, related_name="materials", db_index=False
    )  # found by Meta's constraint
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "materials shared"
        constraints: ClassVar = [models.UniqueConstraint(fields=["part", "key"], name="contacts_materialshared_once")]

    def __str__(self) -> str:
        return self.key
