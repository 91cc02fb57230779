"""Reads shared by pages and commands."""

from datetime import datetime
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from handrail.accounts.models import Installation, OneTimeLink, Program, RoleHeld, Site, Staff, Supervises
from handrail.accounts.models.links import Purpose, hashed
from handrail.audit.models import Head
from handrail.kit.spans import holds_at


def is_demo() -> bool:
    """Whether this database was made as a demo. Only then does the demo's door exist."""
    return Installation.objects.filter(demo=True).exists()


def agency_ids() -> list[UUID]:
    """Every agency of this installation, by their chains: the one list that stands outside row-level security."""
    return list(Head.objects.order_by("agency_id").values_list("agency_id", flat=True))


def link_of(token: str, purposes: tuple[Purpose, ...], at: datetime) -> OneTimeLink | None:
    """The link of a token, while it works."""
    return OneTimeLink.objects.that_work_at(at).filter(purpose__in=purposes, token_hash=hashed(token)).first()


def staff_behind(link: OneTimeLink) -> Staff | None:
    """Whom a link is for. Ask it as the link's agency, since nobody is signed in yet."""
    return Staff.objects.working().filter(pk=link.staff_id).select_related("login", "agency").first()


def colleagues(staff: Staff, at: datetime) -> QuerySet[Staff]:
    """Everybody of the asker's agency with the roles they hold now, those who left last."""
    held = RoleHeld.objects.held_at(at).select_related("program").order_by("from_at", "id")
    return (
        Staff.objects.visible_to(staff)
        .prefetch_related(Prefetch("roles_held", queryset=held, to_attr="held_now"))
        .order_by(F("left_at").asc(nulls_first=True), "name", "id")
    )


def roles_of(staff: Staff) -> QuerySet[RoleHeld]:
    """Every role somebody holds or held, newest first."""
    return RoleHeld.objects.filter(staff=staff).select_related("program", "given_by").order_by("-from_at", "-id")


def supervisors_of(staff: Staff, at: datetime) -> QuerySet[Supervises]:
    """Who supervises somebody now."""
    return Supervises.objects.filter(holds_at(at), staff=staff).select_related("supervisor").order_by("from_at", "id")


def supervised_by(staff: Staff, at: datetime) -> QuerySet[Supervises]:
    """Whom somebody supervises now."""
    return Supervises.objects.filter(holds_at(at), supervisor=staff).select_related("staff").order_by("from_at", "id")


def open_link_of(staff: Staff, at: datetime) -> OneTimeLink | None:
    """The one-time link a colleague has not used yet."""
    return OneTimeLink.objects.that_work_at(at).filter(staff_id=staff.pk).first()


def programs(staff: Staff) -> QuerySet[Program]:
    """The agency's programs with the sites they work from now; closed ones last."""
    open_sites = Site.objects.filter(closed_at__isnull=True).order_by("name", "id")
    return (
        Program.objects.visible_to(staff)
        .prefetch_related(Prefetch("sites", queryset=open_sites, to_attr="open_sites"))
        .order_by(F("closed_at").asc(nulls_first=True), "name", "id")
    )


def sites_of(program: Program) -> QuerySet[Site]:
    """The places a program works from now."""
    return program.sites.filter(closed_at__isnull=True).order_by("name", "id")
