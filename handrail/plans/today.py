"""What of plans waits on Today: sheets that are needed soon, and two versions of a text that somebody has to put together."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from handrail.accounts.roles import PEERS, RUN_SUPPORT
from handrail.plans import queries
from handrail.plans.models import Occasion, Preparation
from handrail.ui.today import Deed, Row, Section, register


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
            "two_versions",
            lazy("Two versions"),
            order=45,
            rows=two_versions,
            shown_to=lambda request: request.staff.has(*RUN_SUPPORT),
        )
    )
