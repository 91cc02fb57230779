"""What of contacts waits on Today. Each row says why, in plain words; what is done leaves."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from handrail.accounts.models import Staff
from handrail.accounts.roles import RUN_SUPPORT
from handrail.contacts import worklists
from handrail.contacts.clock import days_between
from handrail.contacts.models import CallAsked, Part, Returned, Signature
from handrail.contacts.reading import length_words
from handrail.people.models import WalksWith
from handrail.ui.moments import moment_words
from handrail.ui.today import Deed, Row, Section, register

CALM = 8
"""Nobody reaches out to twenty people in a day: the others come up as one goes along."""


def reach_out(request: HttpRequest) -> list[Row]:
    """Who would be glad to hear from somebody, and why."""
    waiting = worklists.to_reach_out(request.staff, timezone.now(), _appointments_of(request))
    return [_reach_out(one, request.staff) for one in waiting]


def _appointments_of(request: HttpRequest) -> list[Any]:
    """Today's, read once: two sections ask for them."""
    if not hasattr(request, "appointments_today"):
        request.appointments_today = worklists.appointments_today(request.staff, timezone.now())
    return request.appointments_today  # type: ignore[no-any-return]


def _reach_out(one: worklists.ToReach, reader: Staff) -> Row:
    there = one.there
    return Row(
        who=there.person.chosen_name,
        why=_why(one, reader),
        url=reverse("people:person_show", args=[there.person_id]),
        deed=Deed(_("Record"), reverse("contacts:contact_start", args=[there.pk]), icon="plus"),
        people=(there.person_id,),
    )


def _why(one: worklists.ToReach, reader: Staff) -> str:
    if one.asked:
        return _asked(one.asked)
    if one.never_met or not one.last or not one.every_days:
        return _not_met_yet(one.walk, reader)
    return f"{_last_in_touch(one.last, reader)} {rhythm_words(one.every_days)}"


def _asked(call: CallAsked) -> str:
    said = {"when": moment_words(call.at), "about": call.about}
    words = _("Asked for a call, %(when)s: “%(about)s”") if call.about else _("Asked for a call, %(when)s.")
    return words % said


def _not_met_yet(walk: WalksWith, reader: Staff) -> str:
    """To a new peer a person is new, whoever knew them before. Who stands in is told of their colleague."""
    said = {"day": moment_words(walk.from_at, with_time=False), "peer": walk.peer.name}
    if walk.peer_id != reader.pk:
        return _("%(peer)s has not met them yet. They walk together since %(day)s.") % said
    unmet = _("You have not met yet. You walk together since %(day)s.") % said
    return f"{unmet} {_('They chose you.')}" if walk.chosen_by_person else unmet


def _last_in_touch(last: Part, reader: Staff) -> str:
    """The rhythm is agreed with all of us: whoever was in touch counts, and is named."""
    days, who = days_between(last.at, timezone.now()), last.contact.staff
    said = {"days": days, "who": who.name}
    if who == reader:
        return ngettext("%(days)s day since you were in touch.", "%(days)s days since you were in touch.", days) % said
    return ngettext("%(days)s day since %(who)s was in touch.", "%(days)s days since %(who)s was in touch.", days) % said


def rhythm_words(every_days: int) -> str:
    """`Agreed: every week.`"""
    named = {1: _("Agreed: every day."), 7: _("Agreed: every week."), 14: _("Agreed: every two weeks.")}
    return named.get(every_days) or _("Agreed: every %(days)s days.") % {"days": every_days}


def appointments(request: HttpRequest) -> list[Row]:
    """Today's, and those of the last days nobody has told about."""
    now = timezone.now()
    return [_appointment(one, request.staff, now) for one in _appointments_of(request)]


def _appointment(one: Any, reader: Staff, now: datetime) -> Row:
    told = [moment_words(one.at), one.place, length_words(one.minutes)]
    if one.staff_id != reader.pk:
        told.append(_("planned by %(who)s") % {"who": one.staff.name})
    why, address = ", ".join(part for part in told if part), reverse("contacts:appointment_show", args=[one.pk])
    is_over = one.until < now
    start = f"{reverse('contacts:contact_start', args=[one.enrolment_id])}?for={one.pk}"
    return Row(
        who=one.person.chosen_name,
        why=_("%(when)s. How did it go?") % {"when": why} if is_over else why,
        url=address,
        deed=Deed(_("Tell"), address) if is_over else Deed(_("Record"), start, icon="plus"),
        people=(one.person_id,),
    )


def notes(request: HttpRequest) -> list[Row]:
    """Drafts, the oldest first."""
    return [_note(parts, request) for parts in worklists.notes_to_finish(request.staff, timezone.now())]


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
        people=tuple(part.person_id for part in parts),
    )


def waiting(request: HttpRequest) -> list[Row]:
    """Notes that came back, and notes to stand behind."""
    now = timezone.now()
    back = [_returned(one) for one in worklists.returned_to(request.staff, now)]
    return back + [_cosign(one) for one in worklists.to_cosign(request.staff, now)]


def _returned(one: Returned) -> Row:
    return Row(
        who=one.person.chosen_name,
        why=_("%(who)s asks: “%(why)s”") % {"who": one.by.name, "why": one.why},
        url=reverse("contacts:part_show", args=[one.part_id]),
        deed=Deed(_("Answer"), reverse("contacts:part_show", args=[one.part_id])),
        people=(one.person_id,),
    )


def _cosign(one: Signature) -> Row:
    said = {"writer": one.part.contact.staff.name, "when": moment_words(one.at)}
    return Row(
        who=one.person.chosen_name,
        why=_("%(writer)s signed it, %(when)s, and is still learning. It waits for you.") % said,
        url=reverse("contacts:part_show", args=[one.part_id]),
        deed=Deed(_("Read"), reverse("contacts:part_show", args=[one.part_id])),
        people=(one.person_id,),
    )


def offer() -> None:
    """Put these sections on Today."""
    register(
        Section(
            "reach_out",
            lazy("Reach out"),
            10,
            reach_out,
            shown_to=_runs_support,
            most=CALM,
            rest_words=lazy("They come up here as you go along."),
        )
    )
    register(Section("appointments", lazy("Appointments"), 12, appointments, shown_to=_runs_support))
    register(Section("finish_notes", lazy("Finish notes"), 14, notes, shown_to=_runs_support))
    register(Section("waiting_for_you", lazy("Waiting for you"), 16, waiting, shown_to=_runs_support))


def _runs_support(request: HttpRequest) -> bool:
    return bool(request.staff.has(*RUN_SUPPORT))
