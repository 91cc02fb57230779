"""Reads shared by pages and commands."""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Subquery
from django.utils.crypto import constant_time_compare

from handrail.accounts.devices import Device, device_words
from handrail.accounts.models import Installation, Login, OneTimeLink, Program, RoleHeld, Site, Staff, Supervises
from handrail.accounts.models.links import Purpose, hashed
from handrail.accounts.roles import PEERS
from handrail.accounts.sessions import has_ended
from handrail.audit.models import Head
from handrail.kit.questions import written_once
from handrail.kit.spans import holds_at


def is_demo() -> bool:
    """Whether this database was made as a demo. Only then does the demo's door exist."""
    return bool(_demos())


@written_once
def _demos() -> QuerySet[Installation]:
    return Installation.objects.filter(demo=True)


def agency_ids() -> list[UUID]:
    """Every agency of this installation, by their chains: the one list that stands outside row-level security."""
    return list(Head.objects.order_by("agency_id").values_list("agency_id", flat=True))


def link_of(token: str, purposes: tuple[Purpose, ...], at: datetime) -> OneTimeLink | None:
    """The link of a token, while it works."""
    return OneTimeLink.objects.that_work_at(at).filter(purpose__in=purposes, token_hash=hashed(token)).first()


def comes_back(token: str) -> bool:
    """Whether a link that was just made leads somebody back in, rather than in for the first time."""
    return OneTimeLink.objects.filter(token_hash=hashed(token), purpose=Purpose.WAY_BACK).exists()


def staff_behind(link: OneTimeLink) -> Staff | None:
    """Whom a link is for. Ask it as the link's agency, since nobody is signed in yet."""
    if link.staff_id is None:
        return None
    return Staff.objects.working().filter(pk=link.staff_id).select_related("login", "agency").first()


def colleagues(staff: Staff, at: datetime) -> QuerySet[Staff]:
    """Everybody of the asker's agency with the roles they hold now, those who left last."""
    held = RoleHeld.objects.held_at(at).select_related("program").order_by("from_at", "id")
    return (
        Staff.objects.visible_to(staff)
        .prefetch_related(Prefetch("roles_held", queryset=held, to_attr="held_now"))
        .order_by(F("left_at").asc(nulls_first=True), "name", "id")
    )


def working() -> QuerySet[Staff]:
    """Colleagues who have not left."""
    return Staff.objects.working()


def roles_held(at: datetime) -> QuerySet[RoleHeld]:
    """Roles that hold now, with whoever holds them."""
    return RoleHeld.objects.held_at(at).select_related("staff")


def lines_running(at: datetime) -> QuerySet[Supervises]:
    """Lines of supervision that hold now."""
    return Supervises.objects.running_at(at)


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


def not_joined_yet(staff: Staff, at: datetime) -> QuerySet[Staff]:
    """Colleagues who cannot sign in yet; `link_ends_at` is how long their open link works, if they have one."""
    links = OneTimeLink.objects.that_work_at(at).filter(staff_id=OuterRef("pk")).order_by("-made_at")
    return (
        Staff.objects.visible_to(staff)
        .working()
        .filter(login__isnull=True)
        .annotate(link_ends_at=Subquery(links.values("ends_at")[:1]))
        .order_by("name", "id")
    )


def ways_back_used(staff: Staff, since: datetime) -> list[tuple[str, str, datetime]]:
    """Whose keys were made anew by a link lately, who made the link, and when."""
    used = OneTimeLink.objects.filter(agency_id=staff.agency_id, purpose=Purpose.WAY_BACK, used_at__gt=since).order_by(
        "-used_at"
    )
    rows = [(link.staff_id, link.made_by_id, link.used_at) for link in used if link.used_at]
    names: dict[UUID | None, str] = dict(
        Staff.objects.filter(pk__in={key for row in rows for key in row[:2]}).values_list("pk", "name")
    )
    return [(names.get(whose, ""), names.get(by, ""), at) for whose, by, at in rows]


def roles_given_to_oneself(staff: Staff, since: datetime) -> QuerySet[RoleHeld]:
    """Roles that administrators gave themselves lately."""
    own = RoleHeld.objects.visible_to(staff).filter(given_by=F("staff"), from_at__gt=since)
    return own.select_related("staff", "program").order_by("-from_at", "-id")


def peers_without_supervisor(staff: Staff, at: datetime) -> QuerySet[Staff]:
    """Colleagues who walk with people and whom nobody supervises."""
    walks = RoleHeld.objects.held_at(at).filter(staff=OuterRef("pk"), role__in=PEERS)
    line = Supervises.objects.running_at(at).filter(staff=OuterRef("pk"))
    return Staff.objects.visible_to(staff).working().filter(Exists(walks), ~Exists(line)).order_by("name", "id")


def programs_without_anybody(staff: Staff, at: datetime) -> QuerySet[Program]:
    """Open programs in which nobody holds a role."""
    held = RoleHeld.objects.held_at(at).filter(program=OuterRef("pk"))
    return Program.objects.visible_to(staff).open().filter(~Exists(held)).order_by("name", "id")


def has_peers(staff: Staff, at: datetime) -> bool:
    """Whether anybody at the agency walks with people."""
    return RoleHeld.objects.visible_to(staff).held_at(at).filter(role__in=PEERS).exists()


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


def keys_of(login: Login) -> set[tuple[str, int]]:
    """What a login signs in with besides a password: the kind of each key, and its own key."""
    return set(Authenticator.objects.filter(user=login.pk).values_list("type", "pk"))


def passkey_of(login: Login, pk: int) -> Authenticator | None:
    """One of this login's own passkeys."""
    return Authenticator.objects.filter(user=login.pk, type=Authenticator.Type.WEBAUTHN, pk=pk).first()


def key_count(login: Login, kind: Authenticator.Type) -> int:
    """How many keys of one kind somebody has."""
    return int(Authenticator.objects.filter(user=login.pk, type=kind).count())


def paper_codes_of(login: Login) -> Authenticator | None:
    """The codes somebody keeps on paper."""
    return Authenticator.objects.filter(user=login.pk, type=Authenticator.Type.RECOVERY_CODES).first()


def devices_of(login: Login, here: str | None) -> list[Device]:
    """Where somebody is signed in now, this device first. `here` is the key of the session that asks."""
    known = UserSession.objects.filter(user=login.pk).order_by("-created_at")
    stored = {
        session.session_key: session.get_decoded()
        for session in Session.objects.filter(session_key__in=known.values("session_key"))
    }
    devices = [
        Device(device_words(one.user_agent), one.created_at, one.ip, one.session_key == here)
        for one in known
        if _still_in(login, stored.get(one.session_key, {}))
    ]
    return sorted(devices, key=lambda device: not device.here)


def _still_in(login: Login, stored: dict[str, object]) -> bool:
    right_key = constant_time_compare(str(stored.get("_auth_user_hash", "")), login.get_session_auth_hash())
    return right_key and not has_ended(stored)
