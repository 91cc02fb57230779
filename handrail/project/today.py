"""What of the installation waits on Today for an administrator: a backup that is missing."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from handrail.accounts.queries import is_demo
from handrail.accounts.roles import SET_UP
from handrail.project.commands.backups.listing import age_of_last
from handrail.ui.today import Row, Section, register

TOO_OLD = timedelta(hours=48)


def backups(request: HttpRequest) -> list[Row]:
    """The last backup, when it is more than two days old, or none was ever made."""
    age = age_of_last(settings.PLACE)
    if age is None:
        why = _("None was made yet. Whoever looks after the computer runs: handrail backup --make-key")
        return [Row(who=_("No backup"), why=why)]
    if age <= TOO_OLD:
        return []
    made = ngettext("It was made %(days)s day ago.", "It was made %(days)s days ago.", age.days) % {"days": age.days}
    return [Row(who=_("The last backup is old"), why=made + " " + _("Whoever looks after the computer runs: handrail check"))]


def offer() -> None:
    """Put this section on Today."""
    register(Section("backups", lazy("Backups"), 80, backups, shown_to=_sets_up))


def _sets_up(request: HttpRequest) -> bool:
    return bool(request.staff.has(*SET_UP)) and not is_demo()
