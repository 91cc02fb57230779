"""What of staff and set-up waits on Today: for an administrator, and for the director who answers for them."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from handrail.accounts import queries
from handrail.accounts.roles import SET_UP, Role
from handrail.ui.moments import moment_words
from handrail.ui.today import Deed, Row, Section, register

TO_KNOW_FOR = timedelta(days=14)


def not_joined_yet(request: HttpRequest) -> list[Row]:
    """Colleagues who were added and cannot sign in yet."""
    waiting = queries.not_joined_yet(request.staff, timezone.now())
    return [
        Row(
            who=colleague.name,
            why=_("Their link works until %(day)s.") % {"day": moment_words(colleague.link_ends_at, with_time=False)}
            if colleague.link_ends_at
            else _("They have no link that works."),
            url=reverse("accounts:staff_show", args=[colleague.pk]),
            deed=Deed(_("New link"), reverse("accounts:staff_invite", args=[colleague.pk]), fields={}),
        )
        for colleague in waiting
    ]


def to_set_up(request: HttpRequest) -> list[Row]:
    """What an agency needs before the work can begin: peers, somebody in each program, a supervisor for each peer."""
    now = timezone.now()
    if not queries.has_peers(request.staff, now):
        add = Deed(_("Invite"), reverse("accounts:staff_add"), icon="plus")
        return [Row(who=_("No peers yet"), why=_("Invite the first: they begin with their own list of people."), deed=add)]
    return _empty_programs(request) + _unsupervised(request)


def _empty_programs(request: HttpRequest) -> list[Row]:
    return [
        Row(
            who=program.name,
            why=_("Nobody works in this program yet."),
            url=reverse("accounts:program_edit", args=[program.pk]),
            deed=Deed(_("Choose"), reverse("accounts:staff_list")),
        )
        for program in queries.programs_without_anybody(request.staff, timezone.now())
    ]


def _unsupervised(request: HttpRequest) -> list[Row]:
    return [
        Row(
            who=colleague.name,
            why=_("Nobody supervises them yet."),
            url=reverse("accounts:staff_show", args=[colleague.pk]),
            deed=Deed(_("Choose"), reverse("accounts:staff_show", args=[colleague.pk]) + "#supervision"),
        )
        for colleague in queries.peers_without_supervisor(request.staff, timezone.now())
    ]


def to_know(request: HttpRequest) -> list[Row]:
    """What an administrator did that could open records: a director hears of it, and so does whoever it concerns."""
    since = timezone.now() - TO_KNOW_FOR
    rows = [
        Row(
            who=whose,
            why=_("Their keys were made anew by a link from %(by)s, %(day)s. Ask whether it was them.")
            % {"day": moment_words(at, with_time=False), "by": by},
        )
        for whose, by, at in queries.ways_back_used(request.staff, since)
    ]
    return rows + [
        Row(
            who=held.staff.name,
            why=_("They gave themselves a role, %(day)s: %(role)s.")
            % {"day": moment_words(held.from_at, with_time=False), "role": held},
            url=reverse("accounts:staff_show", args=[held.staff_id]),
        )
        for held in queries.roles_given_to_oneself(request.staff, since)
    ]


def offer() -> None:
    """Put these sections on Today."""
    register(Section("to_know", lazy("To know"), 10, to_know, shown_to=_answers_for_the_agency))
    register(Section("to_set_up", lazy("To set up"), 60, to_set_up, shown_to=_sets_up))
    register(Section("not_joined_yet", lazy("Not here yet"), 70, not_joined_yet, shown_to=_sets_up))


def _answers_for_the_agency(request: HttpRequest) -> bool:
    return bool(request.staff.has(Role.DIRECTOR))


def _sets_up(request: HttpRequest) -> bool:
    return bool(request.staff.has(*SET_UP))
