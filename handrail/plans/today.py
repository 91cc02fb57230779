"""What of plans waits on Today: two versions of a text that somebody has to put together."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from handrail.accounts.roles import RUN_SUPPORT
from handrail.plans import queries
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


def offer() -> None:
    """Put the section on Today."""
    register(
        Section(
            "two_versions",
            lazy("Two versions"),
            order=45,
            rows=two_versions,
            shown_to=lambda request: request.staff.has(*RUN_SUPPORT),
        )
    )
