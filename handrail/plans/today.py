"""What of plans waits on Today: sheets that are needed soon, texts with two versions, and plans to look at again."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from handrail.accounts.roles import PEERS, RUN_SUPPORT
from handrail.plans import clock, queries
from handrail.plans.models import Occasion, Preparation
from handrail.plans.own_plan import PLAN
from handrail.plans.papers import kind_of
from handrail.ui.moments import moment_words
from handrail.ui.today import Deed, Row, RowsOf, Section, register


def two_versions(request: HttpRequest) -> list[Row]:
    """Texts that two colleagues changed at the same time; both are kept, and both colleagues see this."""
    return [
        Row(
            who=aside.person.chosen_name,
            why=_("Two people wrote in the plan at the same time. Both texts are kept."),
            url=reverse("plans:words_together", args=[aside.own_id]),
            deed=Deed(_("Compare"), reverse("plans:words_together", args=[aside.own_id])),
            people=(aside.person_id,),
        )
        for aside in queries.two_versions(request.staff, timezone.now())
    ]


def sheets_ready(request: HttpRequest) -> list[Row]:
    """Preparation sheets whose day is today or tomorrow: time to go over them once more, or to wish luck."""
    now = timezone.now()
    today = timezone.localdate(now)
    return [
        Row(
            who=sheet.person.chosen_name,
            why=_("%(what)s, %(when)s") % {"what": sheet.get_occasion_display(), "when": sheet.when_words},
            url=reverse("plans:preparation_show", args=[sheet.pk]),
            deed=_read_again(sheet),
            people=(sheet.person_id,),
        )
        for sheet in queries.prepared_for(request.staff, today, today + timedelta(days=1), now)
    ]


def plans_to_look_at(request: HttpRequest) -> RowsOf:
    """Plans that are to be signed for the first time, or looked at again, within two weeks or by now."""
    kind, staff, now = kind_of(PLAN), request.staff, timezone.now()
    days = clock.days_of(kind, staff.agency)
    first, again = (clock.lately(some, now) if some else None for some in (days.first, days.again))
    due = queries.ToLookAt(staff, PLAN, first, again, now)
    return RowsOf(due, lambda enrolment: _to_look_at(enrolment, days, timezone.localdate(now)))


def _to_look_at(enrolment: Any, days: clock.Days, today: date) -> Row:
    due = clock.due_of(enrolment.from_at, enrolment.signed_at, enrolment.looked_on, days, today)
    url = reverse("plans:paper_show", args=[PLAN, enrolment.person_id, enrolment.program_id])
    return Row(
        who=enrolment.person.chosen_name,
        why=_why(due) if due else "",
        url=url,
        deed=Deed(_("Look at it"), url),
        people=(enrolment.person_id,),
    )


def _why(due: clock.Due) -> str:
    day = {"day": moment_words(due.on, with_time=False)}
    if due.first and due.over:
        return _("Their first plan was to be signed by %(day)s. Any day is a good day.") % day
    if due.first:
        return _("A first plan by %(day)s.") % day
    if due.over:
        return _("It was time to look at the plan together %(day)s. Whenever it suits you both.") % day
    return _("Time to look at the plan together: %(day)s.") % day


def _read_again(sheet: Preparation) -> Deed:
    """What is said aloud, in large letters; a letter on its page."""
    if sheet.occasion == Occasion.LETTER:
        return Deed(_("Read again"), reverse("plans:preparation_show", args=[sheet.pk]))
    return Deed(_("Large letters"), reverse("plans:preparation_hold", args=[sheet.pk]))


def offer() -> None:
    """Put the sections on Today."""
    register(
        Section(
            "sheets_ready",
            lazy("Prepared for today and tomorrow"),
            order=25,
            rows=sheets_ready,
            shown_to=lambda request: request.staff.has(*PEERS),
        )
    )
    register(
        Section(
            "plans_to_look_at",
            lazy("Plans to look at together"),
            order=37,
            rows=plans_to_look_at,
            shown_to=lambda request: request.staff.has(*RUN_SUPPORT),
            most=5,
        )
    )
    register(
        Section(
            "two_versions",
            lazy("Two versions"),
            order=45,
            rows=two_versions,
            shown_to=lambda request: request.staff.has(*RUN_SUPPORT),
        )
    )
