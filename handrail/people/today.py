"""What of people waits on Today."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from handrail.accounts.roles import PEERS, RUN_SUPPORT, SUPERVISORS, Role
from handrail.people import queries
from handrail.people.emergencies import LABELS
from handrail.people.models import EmergencyAccess, Person, ToldWhom
from handrail.people.names import without_names
from handrail.people.saying import agreed_words
from handrail.ui.moments import moment_words
from handrail.ui.today import Deed, Row, RowsOf, Section, register

TO_KNOW_FOR = timedelta(days=14)


def nobody_yet(request: HttpRequest) -> RowsOf:
    """People in a supervisor's programs with whom nobody walks."""
    return RowsOf(queries.nobody_walks_with_yet(request.staff, timezone.now()), _nobody_yet)


def _nobody_yet(person: Person) -> Row:
    return Row(
        who=person.chosen_name,
        why=_("Nobody walks with them yet in %(program)s.") % {"program": _programs(person)},
        url=reverse("people:person_show", args=[person.pk]),
        deed=Deed(_("Arrange"), reverse("people:person_access", args=[person.pk])),
        people=(person.pk,),
    )


def _programs(person: Person) -> str:
    return ", ".join(place.program for place in person.reached)  # type: ignore[attr-defined]


def covering(request: HttpRequest) -> list[Row]:
    """Colleagues whose people one looks after for now."""
    return [
        Row(
            who=cover.covered.name,
            why=_("You stand in until %(day)s. Their people are in your list.")
            % {"day": moment_words(cover.last_moment, with_time=False)},
            url=reverse("people:person_list"),
        )
        for cover in queries.cover_by(request.staff, timezone.now())
    ]


def to_look_at_again(request: HttpRequest) -> list[Row]:
    """What a peer agreed with somebody and wanted to look at again by now."""
    now = timezone.now()
    due = queries.reviews_due(request.staff, timezone.localdate(now), now)
    return [
        Row(
            who=agreement.person.chosen_name,
            why=_("You wanted to look together at how you walk together: %(agreed)s.") % {"agreed": agreed_words(agreement)},
            url=reverse("people:person_show", args=[agreement.person_id]),
            people=(agreement.person_id,),
        )
        for agreement in due
    ]


def opened_in_an_emergency(request: HttpRequest) -> list[Row]:
    """Emergencies the person, or a supervisor, has not heard of. A director hears of all, in case no supervisor reaches one."""
    staff, now = request.staff, timezone.now()
    rows: list[Row] = []
    if staff.has(*SUPERVISORS, Role.DIRECTOR):
        unseen = queries.not_told_yet(staff, ToldWhom.SUPERVISOR, now)
        rows += [_emergency(access, ToldWhom.SUPERVISOR) for access in unseen]
    if staff.has(*RUN_SUPPORT):
        untold = queries.not_told_yet(staff, ToldWhom.PERSON, now)
        rows += [_emergency(access, ToldWhom.PERSON) for access in untold]
    return rows


def _emergency(access: EmergencyAccess, whom: ToldWhom) -> Row:
    """Whoever reaches the person sees whose record it is; a supervisor of the colleague alone sees who opened one, and why."""
    deed = Deed(LABELS[whom], reverse("people:emergency_told", args=[access.pk]), fields={"whom": whom.value})
    if not access.looked_after:  # type: ignore[attr-defined]
        reason = without_names(access.reason, access.person.chosen_name, access.person.legal_name)
        why = _("They opened a record in an emergency: “%(reason)s”") % {"reason": reason}
        return Row(who=access.staff.name, why=why, deed=deed)
    said = {"staff": access.staff.name, "reason": access.reason}
    why = _("%(staff)s opened the record in an emergency: “%(reason)s”") % said
    if whom is ToldWhom.PERSON:
        why += " " + _("Please tell them.")
    url = reverse("people:person_show", args=[access.person_id])
    return Row(who=access.person.chosen_name, why=why, url=url, deed=deed, people=(access.person_id,))


def kept_away(request: HttpRequest) -> list[Row]:
    """Supervisors who may not open somebody's record any more: a director sees that another one stands behind the work."""
    blocks = queries.supervisors_kept_away(request.staff, timezone.now(), within=TO_KNOW_FOR)
    return [
        Row(
            who=block.staff.name,
            why=_(
                "%(by)s noted, %(day)s, that they may never open somebody's record. See that another supervisor can stand in."
            )
            % {"by": block.set_by.name, "day": moment_words(block.at, with_time=False)},
        )
        for block in blocks
    ]


def offer() -> None:
    """Put these sections on Today."""
    register(Section("emergencies", lazy("Opened in an emergency"), 5, opened_in_an_emergency, shown_to=_hears_of_emergencies))
    register(
        Section("nobody_yet", lazy("Nobody walks with them yet"), 20, nobody_yet, shown_to=_supervises, rest=_alone_in_the_list)
    )
    register(Section("to_look_at_again", lazy("Look at it again together"), 35, to_look_at_again, shown_to=_walks))
    register(Section("kept_away", lazy("Kept away"), 12, kept_away, shown_to=_directs))
    register(Section("covering", lazy("You stand in for"), 40, covering, shown_to=_runs_support))


def _alone_in_the_list() -> str:
    return f"{reverse('people:person_list')}?alone"


def _runs_support(request: HttpRequest) -> bool:
    return bool(request.staff.has(*RUN_SUPPORT))


def _hears_of_emergencies(request: HttpRequest) -> bool:
    return bool(request.staff.has(*RUN_SUPPORT, Role.DIRECTOR))


def _directs(request: HttpRequest) -> bool:
    return bool(request.staff.has(Role.DIRECTOR))


def _supervises(request: HttpRequest) -> bool:
    return bool(request.staff.has(*SUPERVISORS))


def _walks(request: HttpRequest) -> bool:
    return bool(request.staff.has(*PEERS))
