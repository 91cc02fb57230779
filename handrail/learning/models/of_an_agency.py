"""What rows of the library share: they are an agency's, and everybody who works there reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models

from handrail.accounts.models import Agency, Staff
from handrail.kit.ids import new_id

if TYPE_CHECKING:
    from datetime import datetime

M = TypeVar("M", bound=models.Model, covariant=True)


class OfAnAgencyQuerySet(models.QuerySet[M]):
    """Rows of one agency."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> OfAnAgencyQuerySet[M]:
        """Of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)


class OfAnAgency(models.Model):
    """A row of an agency, about nobody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    objects = OfAnAgencyQuerySet.as_manager()

    class Meta:
        abstract = True
