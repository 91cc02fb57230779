"""Papers are signed: the first signature freezes what it says, others join it until something changes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import Refused
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.paper.taken_in import TakenIn
from handrail.people.models import Person
from handrail.plans import queries
from handrail.plans.actions.scans import keep_scan
from handrail.plans.actions.shared import whose
from handrail.plans.models import How, Signature, SignedByMistake, Signer, Version
from handrail.plans.papers import Paper, Section, mark_of


class NothingToSign(Refused):
    """An empty paper says nothing one could stand behind."""

    sentence = _("There is nothing on this paper yet. Write it together first.")


class ChangedSinceRead(Refused):
    """Nobody signs what they have not read."""

    sentence = _("Something changed since you opened this page. Read it once more, then sign.")


class SignedAlready(Refused):
    """Once is enough."""

    sentence = _("They have signed this already. Nothing was changed.")


@dataclass(frozen=True)
class Signing:
    """Who signs, as what, and how. `staff` for our own; `read` is the mark of what they had before their eyes."""

    who: Signer
    name: str
    how: How
    on: date
    read: str
    strokes: str = ""
    scan: TakenIn | None = None
    staff: Staff | None = None


@action
def sign(*, paper: Paper, signing: Signing, by: Staff, at: datetime, key: UUID | None = None) -> Signature:
    """Sign a paper as it reads now. Numbers are given under a lock, so that two who sign at once sign one version."""
    Person.objects.select_for_update(no_key=True).get(pk=paper.person.pk)
    sections = paper.sections()
    if not sections:
        raise NothingToSign
    if mark_of(sections) != signing.read:
        raise ChangedSinceRead
    version = _version_that_says(sections, paper, by, at)
    _refuse_twice(version, signing)
    scan = keep_scan(paper=paper, taken=signing.scan, by=by, at=at) if signing.scan else None
    signature = Signature(
        **whose(version), version=version, who=signing.who, name=signing.name, how=signing.how, strokes=signing.strokes
    )
    signature.scan, signature.staff, signature.on, signature.at, signature.by = scan, signing.staff, signing.on, at, by
    signature.pk = key or signature.pk
    under_its_key(signature)
    record("paper.signed", by=by, at=at, subject=version, person=version.person_id, detail=signing.who)
    return signature


def _version_that_says(sections: list[Section], paper: Paper, by: Staff, at: datetime) -> Version:
    """The last version when it says the same, else the next one."""
    last = queries.latest_version(paper)
    mark = mark_of(sections)
    if last and last.mark == mark:
        return last
    content: list[dict[str, Any]] = [section.told() for section in sections]
    version = Version(agency_id=by.agency_id, person=paper.person, program=paper.program)
    version.kind, version.about = paper.kind.name, paper.about
    version.number, version.content, version.mark = (last.number if last else 0) + 1, content, mark
    version.at, version.by = at, by
    version.save(force_insert=True)
    return version


def _refuse_twice(version: Version, signing: Signing) -> None:
    theirs = Signature.objects.standing().filter(version=version, who=signing.who)
    if signing.who == Signer.GUARDIAN:
        theirs = theirs.filter(name__iexact=signing.name)
    elif signing.staff:
        theirs = theirs.filter(staff=signing.staff)
    if theirs.exists():
        raise SignedAlready


@action
def note_mistake(*, signature: Signature, why: str, by: Staff, at: datetime) -> SignedByMistake:
    """It was signed by mistake. The signature stays where it is, and counts no more."""
    mistake = SignedByMistake(**whose(signature), signature=signature, why=why, at=at, by=by)
    with once():
        mistake.save(force_insert=True)
    record("signature.by_mistake", by=by, at=at, subject=signature, person=signature.person_id)
    return mistake
