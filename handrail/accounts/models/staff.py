"""The people who work at an agency, what they do there, and who supervises whom."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models.agency import Agency, Program
from handrail.accounts.models.login import Login
from handrail.accounts.roles import OF_THE_AGENCY, Role
from handrail.audit.journal import works_done
from handrail.kit.constraints import starts_before_it_ends
from handrail.kit.ids import new_id
from handrail.kit.questions import written_once
from handrail.kit.spans import holds_at

T = TypeVar("T")
NEVER_GONE_BY = ("name", "title")
"""Of a staff member's row: no way into a record, and no question about people, may go by these."""


class StaffQuerySet(models.QuerySet["Staff"]):
    def visible_to(self, staff: Staff, at: datetime | None = None) -> StaffQuerySet:
        """Colleagues know of each other: everybody of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)

    def working(self) -> StaffQuerySet:
        """Those who have not left."""
        return self.filter(left_at__isnull=True)


class Staff(models.Model):
    """Somebody who works at an agency. Certified or not is a fact; the title is the agency's own word."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="staff")
    login = models.ForeignKey(Login, on_delete=models.PROTECT, null=True, blank=True, related_name="staff")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=80, blank=True, help_text="As the agency says it: CPRS, recovery coach, ...")
    certified = models.BooleanField(default=False)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = StaffQuerySet.as_manager()

    remembered: dict[Hashable, Any] | None = None
    """What was asked about them on this request (`asked_once`); None outside of one, where nothing is remembered."""

    class Meta:
        verbose_name_plural = "staff"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "login"], condition=Q(login__isnull=False), name="accounts_staff_once_an_agency"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def roles_now(self) -> list[tuple[Role, UUID | None]]:
        """The roles held at this moment and the program of each; read once a request."""
        return [(Role(role), program) for role, program in _roles_of(self.pk, timezone.now())]

    def shape(self) -> tuple[Hashable, tuple[UUID, ...]]:
        """What questions go by when this one asks, besides the moment: the shape of their row and roles, and the keys in it.

        Everybody of one shape shares one text (`kit.questions`): a peer of two programs asks like any other peer of two programs.
        """
        own = [getattr(self, field.attname) for field in self._meta.concrete_fields if field.name not in NEVER_GONE_BY]
        parts = [*own, *(part for role in self.roles_now for part in role)]
        numbers = {key: number for number, key in enumerate(dict.fromkeys(part for part in parts if isinstance(part, UUID)))}
        return tuple(("key", numbers[part]) if isinstance(part, UUID) else part for part in parts), tuple(numbers)

    def asked_once(self, key: Hashable, ask: Callable[[], T]) -> T:
        """The answer, asked once a request for this key, until something is done; outside of a request asked each time."""
        if self.remembered is None:
            return ask()
        now = (key, works_done())
        if now not in self.remembered:
            self.remembered[now] = ask()
        found: T = self.remembered[now]
        return found

    def has(self, *roles: Role) -> bool:
        """Whether the staff member holds one of these roles now, in any program."""
        return self.left_at is None and any(role in roles for role, _program in self.roles_now)

    def programs_as(self, *roles: Role) -> list[UUID]:
        """The programs the staff member works in under one of these roles now."""
        if self.left_at is not None:
            return []
        return [program for role, program in self.roles_now if program and role in roles]


class RoleHeldQuerySet(models.QuerySet["RoleHeld"]):
    def visible_to(self, staff: Staff, at: datetime | None = None) -> RoleHeldQuerySet:
        """Of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)

    def held_at(self, moment: datetime) -> RoleHeldQuerySet:
        """The roles that hold at this moment."""
        return self.filter(holds_at(moment))


class RoleHeld(models.Model):
    """A role somebody holds from one moment until another; ending it works on the next request."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=20, choices=Role.choices)
    program = models.ForeignKey(Program, on_delete=models.PROTECT, null=True, blank=True, related_name="roles_held")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RoleHeldQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "roles held"
        constraints: ClassVar = [
            starts_before_it_ends("from_at", "until_at"),
            models.CheckConstraint(
                condition=Q(role__in=OF_THE_AGENCY, program__isnull=True)
                | (~Q(role__in=OF_THE_AGENCY) & Q(program__isnull=False)),
                name="accounts_roleheld_program_where_it_belongs",
            ),
        ]

    def __str__(self) -> str:
        return str(Role(self.role).label)


@written_once
def _roles_of(staff_id: UUID, at: datetime) -> models.QuerySet[RoleHeld, tuple[str, UUID | None]]:
    held = RoleHeld.objects.held_at(at).filter(staff=staff_id).order_by("from_at", "id")
    return held.values_list("role", "program_id")


class SupervisionKind(models.TextChoices):
    """What a line of supervision is about."""

    ADMINISTRATIVE = "administrative", _("Administrative")
    CLINICAL = "clinical", _("Clinical")


class SupervisesQuerySet(models.QuerySet["Supervises"]):
    def visible_to(self, staff: Staff, at: datetime | None = None) -> SupervisesQuerySet:
        """Of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)

    def running_at(self, moment: datetime) -> SupervisesQuerySet:
        """Lines that hold at this moment."""
        return self.filter(holds_at(moment))


class Supervises(models.Model):
    """A line of supervision: who stands behind whom, from when until when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="supervises")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="supervised_by")
    kind = models.CharField(max_length=20, choices=SupervisionKind.choices, default=SupervisionKind.ADMINISTRATIVE)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    objects = SupervisesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "supervises"
        constraints: ClassVar = [
            starts_before_it_ends("from_at", "until_at"),
            models.CheckConstraint(condition=~Q(supervisor=models.F("staff")), name="accounts_supervises_not_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.supervisor} supervises {self.staff}"
