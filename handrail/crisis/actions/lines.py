"""What a supervisor or an administrator does with crisis lines."""

from datetime import datetime

from handrail.accounts.models import Agency, Staff
from handrail.audit.journal import action, record
from handrail.crisis.models import CrisisLine


@action
def keep_line(*, line: CrisisLine, by: Staff, at: datetime) -> CrisisLine:
    """From now on the agency tells this line so. How it told it before stays, and counts no more."""
    Agency.objects.select_for_update().get(pk=by.agency_id)  # so that two who edit take turns
    CrisisLine.objects.standing().filter(agency=by.agency_id, line=line.line).update(until_at=at, until_by=by)
    line.agency_id, line.at, line.by = by.agency_id, at, by
    line.save(force_insert=True)
    record("crisisline.kept", by=by, at=at, subject=line, detail=line.line)
    return line
