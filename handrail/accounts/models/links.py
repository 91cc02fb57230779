"""Links that work once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from handrail.kit.ids import new_id


class Purpose(models.TextChoices):
    """What a one-time link opens."""

    SET_UP = "set_up"
    INVITATION = "invitation"
    WAY_BACK = "way_back"


def hashed(token: str) -> str:
    """How a token is kept: who reads the database cannot use the link."""
    return hashlib.sha256(token.encode()).hexdigest()


class OneTimeLinkQuerySet(models.QuerySet["OneTimeLink"]):
    def that_work_at(self, moment: datetime) -> OneTimeLinkQuerySet:
        """Links that are neither used, withdrawn nor over."""
        return self.filter(used_at__isnull=True, withdrawn_at__isnull=True, ends_at__gt=moment)


class OneTimeLink(models.Model):
    """A link handed to one human to set up the installation, to join, or to find the way back in.

    Opening it does nothing; only sending the form uses it up. Stands outside row-level security because whoever follows it is
    not signed in; it holds keys only.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    agency_id = models.UUIDField(null=True)
    staff_id = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    made_by_id = models.UUIDField(null=True)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = OneTimeLinkQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            # A colleague's open links are looked up to withdraw them when a new one is made.
            models.Index(fields=["staff_id"], name="accounts_link_open", condition=Q(used_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.purpose

    @staticmethod
    def new_token() -> str:
        """43 letters nobody can guess."""
        return secrets.token_urlsafe(32)
