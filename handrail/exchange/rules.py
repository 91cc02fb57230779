"""Who may bring people along. One sentence each."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import SUPERVISORS
from handrail.exchange.models import Brought, FileKind, Import, StageName
from handrail.exchange.models.importing import MAY_BE_UNDONE_FOR, OVER
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.rules import may_change

GONE_ON = No(_("This import has gone on since. Look at how far it is."))


def may_import(staff: Staff) -> Answer:
    """A supervisor, into their own programs: whoever comes is reached by them first, and by nobody else. No set-up role does."""
    return Allowed if staff.has(*SUPERVISORS) else No(_("A supervisor brings people into their program."))


def may_agree(imported: Import) -> Answer:
    """What the columns mean is agreed before anything is read."""
    return Allowed if imported.stage_name == StageName.LOOKED else GONE_ON


def may_begin_again(imported: Import) -> Answer:
    """Once a list is read, its columns may be agreed anew; until it is taken over."""
    return Allowed if imported.stage_name == StageName.READ and imported.kind == FileKind.LIST else GONE_ON


def may_take_over(imported: Import) -> Answer:
    """After the dry run."""
    return Allowed if imported.stage_name == StageName.READ else GONE_ON


def may_call_off(staff: Staff, imported: Import) -> Answer:
    """As long as it is not over and nobody is undoing it. What a colleague began only while it stands in the way of others."""
    if imported.by_id != staff.pk and imported.stage_name != StageName.APPLYING:
        return GONE_ON
    if imported.stage_name in (*OVER, StageName.UNDOING):
        return No(_("There is nothing to call off any more."))
    return Allowed


def may_undo(imported: Import, at: datetime) -> Answer:
    """For a day after everybody came."""
    stage = imported.stage
    if stage.stage == StageName.COMPLETE and at - stage.at <= MAY_BE_UNDONE_FOR:
        return Allowed
    return No(_("An import can be undone for a day after it was complete."))


def may_settle(staff: Staff, brought: Brought, at: datetime) -> Answer:
    """Whoever looks after the person takes over with them what they hope for, or drops it."""
    return may_change(staff, brought, at)
