"""What of people waits on Today."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from handrail.accounts.roles import PEERS, RUN_SUPPORT, SUPERVISORS
from handrail.people import queries
from handrail.people.models import EmergencyAccess, ToldWhom
from handrail.ui.today import Deed, Row, Section, register

NEW_FOR = timedelta(days=7)
MOST_ROWS = 20


def nobody_yet(request: HttpRequest) -> list[Row]:
    """People in a supervisor's programs with whom nobody walks."""
    people = queries.nobody_walks_with_yet(request.staff, timezone.now())[:MOST_ROWS]
    return [
        Row(
            who=person.chosen_name,
            why=_("Nobody walks with them yet. In %(program)s.") % {"program": ", ".join(str(e.program) for e in person.reached)},
            url=reverse("people:person_show", args=[person.pk]),
            deed=Deed(_("Arrange"), reverse("people:person_access", args=[person.pk])),
            person_id=person.pk,
        )
        for person in people
    ]


def new_with_me(request: HttpRequest) -> list[Row]:
    """People a peer began to walk with in the last days."""
    walks = queries.began_lately(request.staff, timezone.now(), NEW_FOR)[:MOST_ROWS]
    return [
        Row(
            who=walk.enrolment.person.chosen_name,
            why=_chosen(walk.chosen_by_person),
            url=reverse("people:person_show", args=[walk.enrolment.person_id]),
            person_id=walk.enrolment.person_id,
        )
        for walk in walks
    ]


def _chosen(by_person: bool) -> str:
    return _("You walk together since this week. They chose you.") if by_person else _("You walk together since this week.")


def covering(request: HttpRequest) -> list[Row]:
    """Colleagues whose people one looks after for now."""
    return [
        Row(
            who=cover.covered.name,
            why=_("You stand in until %(day)s. Their people are in your list.")
            % {"day": (timezone.localtime(cover.until_at) - timedelta(seconds=1)).strftime("%d %B").lstrip("0")},
            url=reverse("people:person_list"),
        )
        for cover in queries.cover_by(request.staff, timezone.now())
    ]


def opened_in_an_emergency(request: HttpRequest) -> list[Row]:
    """Emergencies the person, or a supervisor, has not heard of."""
    rows = []
    if request.staff.has(*SUPERVISORS):
        for access in queries.not_told_yet(request.staff, ToldWhom.SUPERVISOR, timezone.now())[:MOST_ROWS]:
            rows.append(_emergency(access, ToldWhom.SUPERVISOR, _("I have seen it")))
    for access in queries.not_told_yet(request.staff, ToldWhom.PERSON, timezone.now())[:MOST_ROWS]:
        rows.append(_emergency(access, ToldWhom.PERSON, _("I told them")))
    return rows


def _emergency(access: EmergencyAccess, whom: ToldWhom, label: str) -> Row:
    said = {"staff": access.staff.name, "reason": access.reason}
    why = _("%(staff)s opened the record in an emergency: “%(reason)s”") % said
    if whom is ToldWhom.PERSON:
        why += " " + _("Please tell them.")
    url = reverse("people:emergency_told", args=[access.pk])
    return Row(
        who=access.person.chosen_name,
        why=why,
        url=reverse("people:person_show", args=[access.person_id]),
        deed=Deed(label, url, fields={"whom": whom.value}),
        person_id=access.person_id,
    )


def offer() -> None:
    """Put these sections on Today."""
    register(Section("emergencies", lazy("Opened in an emergency"), 5, opened_in_an_emergency, shown_to=_runs_support))
    register(Section("nobody_yet", lazy("Nobody walks with them yet"), 20, nobody_yet, shown_to=_supervises))
    register(Section("new_with_me", lazy("New with you"), 30, new_with_me, shown_to=_walks))
    register(Section("covering", lazy("You stand in for"), 40, covering, shown_to=_runs_support))


def _runs_support(request: HttpRequest) -> bool:
    return bool(request.staff.has(*RUN_SUPPORT))


def _supervises(request: HttpRequest) -> bool:
    return bool(request.staff.has(*SUPERVISORS))


def _walks(request: HttpRequest) -> bool:
    return bool(request.staff.has(*PEERS))
