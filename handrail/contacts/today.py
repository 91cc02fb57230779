"""What of contacts waits on Today. Each row says why, in plain words; what is done leaves."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from handrail.accounts.roles import RUN_SUPPORT
from handrail.contacts import worklists
from handrail.contacts.clock import days_between
from handrail.contacts.models import Appointment, Part
from handrail.contacts.reading import length_words
from handrail.ui.moments import moment_words
from handrail.ui.today import Deed, Row, Section, register

MOST_ROWS = 20
CALM = 8


def reach_out(request: HttpRequest) -> list[Row]:
    """Who would be glad to hear from somebody, and why."""
    waiting = worklists.to_reach_out(request.staff, timezone.now())
    return [_reach_out(one) for one in waiting[:CALM]] + _more_to_reach(len(waiting) - CALM)


def _more_to_reach(many: int) -> list[Row]:
    """Nobody reaches out to twenty people in a day: the others come up as one goes along."""
    if many <= 0:
        return []
    more = ngettext("%(many)s more", "%(many)s more", many) % {"many": many}
    return [Row(who=more, why=_("They come up here as you go along."), url=reverse("people:person_list"))]


def _reach_out(one: worklists.ToReach) -> Row:
    there = one.there
    return Row(
        who=there.person.chosen_name,
        why=_why(one),
        url=reverse("people:person_show", args=[there.person_id]),
        deed=Deed(_("Record"), reverse("contacts:contact_start", args=[there.pk]), icon="plus"),
        person_id=there.person_id,
    )


def _why(one: worklists.ToReach) -> str:
    there = one.there
    if one.asked:
        said = {"when": moment_words(there.asked_at), "about": there.asked_about}
        return (
            _("Asked for a call, %(when)s: “%(about)s”") % said
            if there.asked_about
            else _("Asked for a call, %(when)s.") % said
        )
    if one.never_met:
        since = {"day": moment_words(there.walk_began_at, with_time=False)}
        unmet = _("You have not met yet. You walk together since %(day)s.") % since
        return f"{unmet} {_('They chose you.')}" if there.they_chose else unmet
    days = days_between(there.last_at, timezone.now())
    passed = ngettext("%(days)s day since you last spoke.", "%(days)s days since you last spoke.", days) % {"days": days}
    return f"{passed} {rhythm_words(there.every_days)}"


def rhythm_words(every_days: int) -> str:
    """`Agreed: every week.`"""
    named = {1: _("Agreed: every day."), 7: _("Agreed: every week."), 14: _("Agreed: every two weeks.")}
    return named.get(every_days) or _("Agreed: every %(days)s days.") % {"days": every_days}


def appointments(request: HttpRequest) -> list[Row]:
    """Today's, and those of the last days nobody has told about."""
    now = timezone.now()
    return [_appointment(one, one.until < now) for one in worklists.appointments_today(request.staff, now)[:MOST_ROWS]]


def _appointment(one: Appointment, is_over: bool) -> Row:
    told = [moment_words(one.at), one.place, length_words(one.minutes)]
    why = ", ".join(part for part in told if part)
    return Row(
        who=one.person.chosen_name,
        why=_("%(when)s. How did it go?") % {"when": why} if is_over else why,
        url=reverse("contacts:appointment_show", args=[one.pk]),
        deed=Deed(_("Tell") if is_over else _("Start"), reverse("contacts:appointment_show", args=[one.pk])),
        person_id=one.person_id,
    )


def notes(request: HttpRequest) -> list[Row]:
    """Drafts, the oldest first."""
    now = timezone.now()
    return [_note(parts, request) for parts in worklists.notes_to_finish(request.staff, now)[:MOST_ROWS]]


def _note(parts: list[Part], request: HttpRequest) -> Row:
    contact = parts[0].contact
    said = {"how": contact.get_how_display(), "when": moment_words(contact.at), "writer": contact.staff.name}
    own = contact.staff_id == request.staff.pk
    why = _("%(how)s, %(when)s. Not signed yet.") if own else _("%(how)s, %(when)s. %(writer)s can no longer finish it.")
    address = reverse("contacts:contact_edit", args=[contact.pk])
    return Row(
        who=get_text_list([part.person.chosen_name for part in parts], _("and")),
        why=why % said,
        url=address,
        deed=Deed(_("Finish"), address),
        person_id=parts[0].person_id,
    )


def waiting(request: HttpRequest) -> list[Row]:
    """Notes that came back, and notes to stand behind."""
    now = timezone.now()
    back = [
        Row(
            who=returned.part.person.chosen_name,
            why=_("%(who)s asks: “%(why)s”") % {"who": returned.by.name, "why": returned.why},
            url=reverse("contacts:part_show", args=[returned.part_id]),
            deed=Deed(_("Answer"), reverse("contacts:part_show", args=[returned.part_id])),
            person_id=returned.person_id,
        )
        for returned in worklists.returned_to(request.staff, now)[:MOST_ROWS]
    ]
    return back + [_cosign(part) for part in worklists.to_cosign(request.staff, now)[:MOST_ROWS]]


def _cosign(part: Part) -> Row:
    said = {"writer": part.contact.staff.name, "when": moment_words(part.signature.at)}
    return Row(
        who=part.person.chosen_name,
        why=_("%(writer)s signed it, %(when)s, and is still learning. It waits for you.") % said,
        url=reverse("contacts:part_show", args=[part.pk]),
        deed=Deed(_("Read"), reverse("contacts:part_show", args=[part.pk])),
        person_id=part.person_id,
    )


def offer() -> None:
    """Put these sections on Today."""
    register(Section("reach_out", lazy("Reach out"), 10, reach_out, shown_to=_runs_support))
    register(Section("appointments", lazy("Appointments"), 12, appointments, shown_to=_runs_support))
    register(Section("finish_notes", lazy("Finish notes"), 14, notes, shown_to=_runs_support))
    register(Section("waiting_for_you", lazy("Waiting for you"), 16, waiting, shown_to=_runs_support))


def _runs_support(request: HttpRequest) -> bool:
    return bool(request.staff.has(*RUN_SUPPORT))
