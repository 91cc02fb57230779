"""Papers that were signed by hand and come back as a picture or a PDF."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import Refused
from handrail.kit.sent import under_its_key
from handrail.paper.taken_in import TakenIn
from handrail.plans.actions.shared import put_back, take_back
from handrail.plans.models import Scan, Signature
from handrail.plans.papers import Paper


class SignatureStandsOnIt(Refused):
    """What somebody signed stays as long as they signed it."""

    sentence = _("A signature stands on this scan. If it is the wrong one, say first that the signature was a mistake.")


@action
def keep_scan(*, paper: Paper, taken: TakenIn, by: Staff, at: datetime, key: UUID | None = None) -> Scan:
    """Keep a scan of a paper, sealed. `taken` has been looked through."""
    scan = Scan(agency_id=by.agency_id, person=paper.person, program=paper.program)
    scan.kind, scan.about, scan.sort, scan.at, scan.by = paper.kind.name, paper.about, taken.sort, at, by
    scan.pk = key or scan.pk
    scan.seal(taken.data)
    under_its_key(scan)
    record("scan.kept", by=by, at=at, subject=scan, person=scan.person_id)
    return scan


@action
def take_out_scan(*, scan: Scan, by: Staff, at: datetime) -> Scan:
    """It is of something else."""
    if Signature.objects.standing().filter(scan=scan).exists():
        raise SignatureStandsOnIt
    take_back(Scan.objects.filter(pk=scan.pk), by, at)
    record("scan.taken_out", by=by, at=at, subject=scan, person=scan.person_id)
    return scan


@action
def put_back_scan(*, scan: Scan, by: Staff, at: datetime) -> Scan:
    """It is not."""
    put_back(Scan.objects.filter(pk=scan.pk))
    record("scan.put_back", by=by, at=at, subject=scan, person=scan.person_id)
    return scan
