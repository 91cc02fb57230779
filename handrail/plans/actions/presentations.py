"""A paper was presented to somebody, as the person agreed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.sent import under_its_key
from handrail.people.models import Supporter
from handrail.plans import queries
from handrail.plans.actions.shared import put_back, take_back
from handrail.plans.models import Agreement, Presentation, Way
from handrail.plans.papers import Paper, mark_of


@dataclass(frozen=True)
class Told:
    """To whom, in own words or one of those who stand by the person; how; who agreed; on which day."""

    way: Way
    agreed: Agreement
    on: date
    whom: str = ""
    supporter: Supporter | None = None


@action
def note_presentation(*, paper: Paper, told: Told, by: Staff, at: datetime, key: UUID | None = None) -> Presentation:
    """Note it, with the version it was: the last one signed, if the paper still reads so."""
    row = Presentation(agency_id=by.agency_id, person=paper.person, program=paper.program)
    row.kind, row.about, row.at, row.by = paper.kind.name, paper.about, at, by
    row.whom, row.supporter, row.way, row.agreed, row.on = told.whom, told.supporter, told.way, told.agreed, told.on
    last = queries.latest_version(paper)
    row.version = last if last and last.mark == mark_of(paper.sections()) else None
    row.pk = key or row.pk
    under_its_key(row)
    record("presentation.noted", by=by, at=at, subject=row, person=row.person_id)
    return row


@action
def take_out_presentation(*, presentation: Presentation, by: Staff, at: datetime) -> Presentation:
    """It was noted by mistake."""
    take_back(Presentation.objects.filter(pk=presentation.pk), by, at)
    record("presentation.taken_out", by=by, at=at, subject=presentation, person=presentation.person_id)
    return presentation


@action
def put_back_presentation(*, presentation: Presentation, by: Staff, at: datetime) -> Presentation:
    """It was no mistake."""
    put_back(Presentation.objects.filter(pk=presentation.pk))
    record("presentation.put_back", by=by, at=at, subject=presentation, person=presentation.person_id)
    return presentation
