"""What is done with agencies, staff and links. Each leaves its line in the record."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import (
    Agency,
    Installation,
    Login,
    OneTimeLink,
    Program,
    RoleHeld,
    Site,
    Staff,
    Supervises,
)
from handrail.accounts.models.links import Purpose, hashed
from handrail.accounts.roles import OF_THE_AGENCY, Role
from handrail.audit import chain
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, KeyTaken, Refused
from handrail.kit.once import once
from handrail.kit.spans import holds_at
from handrail.kit.tenancy import as_login


class KeyChange(StrEnum):
    """What can happen to the keys of a login."""

    ADDED = "added"
    REMOVED = "removed"
    PASSWORD_SET = "password_set"  # noqa: S105 - a verb, not a password
    CODES_MADE = "codes_made"
    OTHERS_SIGNED_OUT = "others_signed_out"


INVITATION_LASTS = timedelta(days=7)
SET_UP_LINK_LASTS = timedelta(days=1)


class LinkIsOver(Refused):
    sentence = _("This link no longer works. Ask whoever sent it for a new one.")


class NameTaken(Refused):
    sentence = _("Somebody already signs in with this name. Choose another.")


class ProgramNameTaken(Refused):
    sentence = _("Your agency already has a program of this name.")


class LastAdministrator(Refused):
    sentence = _("This is the agency's only administrator. Make somebody else one first.")


class WorksHereAlready(Refused):
    sentence = _("You work at this agency already. Ask whoever sent the link to look at your name in their list of colleagues.")


@action
def open_agency(*, agency: Agency, at: datetime) -> Agency:
    """A new agency, and the first line of its record. The caller already works as that agency (`as_agency`)."""
    agency.save(force_insert=True)
    chain.begin(agency.pk)
    record("agency.opened", by=None, agency_id=agency.pk, at=at, subject=agency)
    return agency


@action
def change_agency(*, agency: Agency, by: Staff, at: datetime) -> Agency:
    """Keep new settings of the agency."""
    agency.save(update_fields=["name", "person_word", "time_zone", "pack"])
    record("agency.changed", by=by, at=at, subject=agency)
    return agency


@action
def open_program(*, program: Program, by: Staff, at: datetime) -> Program:
    """Begin a program."""
    program.agency_id = by.agency_id
    with once(ProgramNameTaken):
        program.save(force_insert=True)
    record("program.opened", by=by, at=at, subject=program)
    return program


@action
def change_program(*, program: Program, by: Staff, at: datetime) -> Program:
    """Keep what was corrected about a program."""
    with once(ProgramNameTaken):
        program.save(update_fields=["name", "setting", "part2", "medicaid_funded", "clinical", "wants_measures"])
    record("program.changed", by=by, at=at, subject=program)
    return program


@action
def open_site(*, site: Site, by: Staff, at: datetime) -> Site:
    """Add a place a program works from."""
    site.agency_id = by.agency_id
    site.save(force_insert=True)
    record("site.opened", by=by, at=at, subject=site)
    return site


@action
def close_site(*, site: Site, by: Staff, at: datetime) -> Site:
    """A program no longer works from here."""
    site.closed_at = at
    site.save(update_fields=["closed_at"])
    record("site.closed", by=by, at=at, subject=site)
    return site


@action
def add_staff(*, staff: Staff, by: Staff | None, at: datetime) -> Staff:
    """Somebody begins to work at the agency. They sign in after they took up an invitation. KeyTaken when the key is not new."""
    with once(KeyTaken):
        staff.save(force_insert=True)
    record("staff.added", by=by, agency_id=staff.agency_id, at=at, subject=staff)
    return staff


@action
def welcome(
    *, staff: Staff, role: Role, program: Program | None, by: Staff, at: datetime, until: datetime | None = None
) -> Staff:
    """Somebody new with their first role: both, or neither."""
    add_staff(staff=staff, by=by, at=at)
    give_role(staff=staff, role=role, program=program, by=by, at=at, until=until)
    return staff


@action
def change_staff(*, staff: Staff, by: Staff, at: datetime) -> Staff:
    """Keep a corrected name or title."""
    staff.save(update_fields=["name", "title", "certified"])
    record("staff.changed", by=by, at=at, subject=staff)
    return staff


@action
def end_work(*, staff: Staff, by: Staff, at: datetime) -> Staff:
    """Somebody leaves: every role, line and open link of theirs ends with it, on the next request."""
    refuse_to_lose_the_last_administrator(staff, at)
    staff.left_at = at
    staff.save(update_fields=["left_at"])
    RoleHeld.objects.filter(holds_at(at), staff=staff).update(until_at=at)
    Supervises.objects.filter(holds_at(at)).filter(_about(staff)).update(until_at=at)
    OneTimeLink.objects.that_work_at(at).filter(staff_id=staff.pk).update(withdrawn_at=at)
    record("staff.left", by=by, at=at, subject=staff)
    return staff


def _about(staff: Staff) -> Q:
    return Q(supervisor=staff) | Q(staff=staff)


@action
def give_role(
    *, staff: Staff, role: Role, program: Program | None, by: Staff | None, at: datetime, until: datetime | None = None
) -> RoleHeld:
    """Somebody holds a role from now on, or until a moment that is known already."""
    if RoleHeld.objects.held_at(at).filter(staff=staff, role=role, program=program).exists():
        raise AlreadySo
    held = RoleHeld.objects.create(
        agency_id=staff.agency_id, staff=staff, role=role, program=program, from_at=at, until_at=until, given_by=by
    )
    record("role.given", by=by, agency_id=staff.agency_id, at=at, subject=held, detail=role.value)
    return held


@action
def end_role(*, held: RoleHeld, by: Staff, at: datetime) -> RoleHeld:
    """A role ends now; what it opened closes on the next request."""
    if held.role == Role.ADMINISTRATOR:
        refuse_to_lose_the_last_administrator(held.staff, at)
    held.until_at = at
    held.save(update_fields=["until_at"])
    record("role.ended", by=by, at=at, subject=held, detail=held.role)
    return held


def refuse_to_lose_the_last_administrator(staff: Staff, at: datetime) -> None:
    """An agency that nobody can set up any more would be lost. Somebody whose role will end by itself does not count as left."""
    administrators = RoleHeld.objects.held_at(at).filter(
        agency_id=staff.agency_id, role=Role.ADMINISTRATOR, staff__left_at__isnull=True, staff__login__isnull=False
    )
    others = administrators.exclude(staff=staff).filter(until_at__isnull=True)
    if administrators.filter(staff=staff).exists() and not others.exists():
        raise LastAdministrator


@action
def begin_supervision(*, supervisor: Staff, staff: Staff, kind: str, by: Staff, at: datetime) -> Supervises:
    """A supervisor stands behind a colleague from now on."""
    if Supervises.objects.filter(holds_at(at), supervisor=supervisor, staff=staff, kind=kind).exists():
        raise AlreadySo
    line = Supervises.objects.create(agency_id=supervisor.agency_id, supervisor=supervisor, staff=staff, kind=kind, from_at=at)
    record("supervision.begun", by=by, at=at, subject=line)
    return line


@action
def end_supervision(*, line: Supervises, by: Staff, at: datetime) -> Supervises:
    """A line of supervision ends now."""
    line.until_at = at
    line.save(update_fields=["until_at"])
    record("supervision.ended", by=by, at=at, subject=line)
    return line


@action
def invite(*, staff: Staff, by: Staff, at: datetime) -> str:
    """A new one-time link for a colleague: to join, or to find the way back in. Older ones stop working. Returns its token.

    Whoever works elsewhere with the same login joins anew, with a login for here: a link of one agency opens no other.
    """
    OneTimeLink.objects.that_work_at(at).filter(staff_id=staff.pk).update(withdrawn_at=at)
    purpose = Purpose.WAY_BACK if staff.login_id and not works_elsewhere(staff) else Purpose.INVITATION
    token = OneTimeLink.new_token()
    link = OneTimeLink.objects.create(
        purpose=purpose,
        token_hash=hashed(token),
        agency_id=staff.agency_id,
        staff_id=staff.pk,
        made_at=at,
        made_by_id=by.pk,
        ends_at=at + INVITATION_LASTS,
    )
    record(f"link.{purpose.value}", by=by, at=at, subject=link)
    return token


def works_elsewhere(staff: Staff) -> bool:
    """Whether this colleague's login opens another agency as well."""
    with as_login(staff.login_id):
        return Staff.objects.filter(login=staff.login_id).exclude(agency_id=staff.agency_id).exists()


def make_set_up_link(*, at: datetime) -> str:
    """The link `handrail up` prints, good for a day. There is no agency yet whose record could hold a line. Returns its token."""
    OneTimeLink.objects.that_work_at(at).filter(purpose=Purpose.SET_UP).update(withdrawn_at=at)
    token = OneTimeLink.new_token()
    OneTimeLink.objects.create(purpose=Purpose.SET_UP, token_hash=hashed(token), made_at=at, ends_at=at + SET_UP_LINK_LASTS)
    return token


def use_up(*, link: OneTimeLink, at: datetime) -> None:
    """A link works once, even when two people send its form at the same moment."""
    used = OneTimeLink.objects.that_work_at(at).filter(pk=link.pk).update(used_at=at)
    if not used:
        raise LinkIsOver


@action
def join(*, link: OneTimeLink, staff: Staff, sign_in_name: str, at: datetime) -> Login:
    """Take up an invitation: a login of one's own for the waiting staff row."""
    use_up(link=link, at=at)
    staff.login = login = new_login(sign_in_name)
    staff.save(update_fields=["login"])
    record("staff.joined", by=staff, at=at, subject=staff)
    return login


@action
def join_as(*, link: OneTimeLink, staff: Staff, login: Login, at: datetime) -> None:
    """Take up an invitation with the login one has: the same human works for one more agency."""
    use_up(link=link, at=at)
    if Staff.objects.filter(agency_id=staff.agency_id, login=login).exists():
        raise WorksHereAlready
    staff.login = login
    staff.save(update_fields=["login"])
    record("staff.joined", by=staff, at=at, subject=staff)


def new_login(sign_in_name: str) -> Login:
    """A login without a key yet. Raises NameTaken, also when two ask for one name at the same moment."""
    login = Login(sign_in_name=sign_in_name)
    login.set_unusable_password()
    with once(NameTaken):
        login.save(force_insert=True)
    return login


@action
def come_back(*, link: OneTimeLink, staff: Staff, at: datetime) -> Login:
    """Find the way back in after losing every key: old keys and the password stop working, new ones are made at once."""
    if staff.login is None or works_elsewhere(staff):
        raise LinkIsOver
    use_up(link=link, at=at)
    Authenticator.objects.filter(user=staff.login).delete()
    staff.login.set_unusable_password()
    staff.login.save(update_fields=["password"])
    record("staff.came_back", by=staff, at=at, subject=staff)
    return staff.login


@action
def note_key(*, staff: Staff, what: KeyChange, at: datetime) -> None:
    """Somebody changed what they sign in with."""
    record(f"key.{what.value}", by=staff, at=at, subject=staff)


def mark_installation(*, demo: bool, at: datetime) -> Installation:
    """Say once and for all whether this database is a demo."""
    made, _new = Installation.objects.get_or_create(pk=1, defaults={"demo": demo, "made_at": at})
    return made


@dataclass(frozen=True)
class FirstAnswers:
    """The four questions of a new installation, answered."""

    agency: Agency
    program: Program
    name: str
    title: str
    sign_in_name: str
    roles: tuple[Role, ...]


@action
def set_up(*, link: OneTimeLink, answers: FirstAnswers, at: datetime) -> Staff:
    """The first agency, its first program, and the first human who may sign in. The caller already works as that agency."""
    use_up(link=link, at=at)
    agency = open_agency(agency=answers.agency, at=at)
    staff = Staff(agency=agency, login=new_login(answers.sign_in_name), name=answers.name, title=answers.title)
    add_staff(staff=staff, by=None, at=at)
    give_role(staff=staff, role=Role.ADMINISTRATOR, program=None, by=None, at=at)
    program = open_program(program=answers.program, by=staff, at=at)
    for role in answers.roles:
        give_role(staff=staff, role=role, program=None if role in OF_THE_AGENCY else program, by=staff, at=at)
    mark_installation(demo=False, at=at)
    record("agency.set_up", by=staff, at=at, subject=agency)
    return staff


@action
def note_sign_in(*, staff: Staff, at: datetime) -> None:
    """Somebody signed in to work at the agency."""
    record("staff.signed_in", by=staff, at=at, subject=staff)


@action
def note_sign_out(*, staff: Staff, at: datetime) -> None:
    """Somebody signed out."""
    record("staff.signed_out", by=staff, at=at, subject=staff)
