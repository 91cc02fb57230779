"""What an administrator does with the rules of the agency's state. Each leaves its line in the record."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Agency, Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import Refused
from handrail.scope.catalogue import DoesNotFit, Value, pack
from handrail.scope.catalogue.packs import kept, told
from handrail.scope.models import PackOverride


class NoSuchValue(Refused):
    """The pack has no value of this key."""

    sentence = _("Your pack has no such rule. It may have changed since you opened this page.")


class WrongSort(Refused):
    """Words where a number belongs, and the like."""

    sentence = _("This rule asks for another sort of answer, such as a number or a date.")


class ReasonMissing(Refused):
    """An override without a why."""

    sentence = _("Say why your agency goes by something else. Whoever comes after you will want to know.")


class AlreadyWithdrawn(Refused):
    """Somebody was faster."""

    sentence = _("This was taken back already. Nothing was changed.")


@action
def override_value(*, key: str, value: Value, reason: str, by: Staff, at: datetime) -> PackOverride:
    """From now on the agency goes by its own value. One that it set before is taken back with it; both rows stay."""
    agency = Agency.objects.select_for_update().get(pk=by.agency_id)  # so that two administrators take turns
    in_pack = pack(agency.pack).values.get(key)
    if in_pack is None:
        raise NoSuchValue
    try:
        told(in_pack.sort, kept(value))
    except DoesNotFit as wrong:
        raise WrongSort from wrong
    if not reason.strip():
        raise ReasonMissing
    PackOverride.objects.standing().filter(agency=agency, key=key).update(withdrawn_at=at, withdrawn_by=by)
    row = PackOverride.objects.create(agency=agency, key=key, value=kept(value), reason=reason.strip(), at=at, by=by)
    record("pack.overridden", by=by, at=at, subject=row, detail=key)
    return row


@action
def withdraw_override(*, override: PackOverride, by: Staff, at: datetime) -> PackOverride:
    """The agency goes by its pack again. The row stays, with who took it back and when."""
    taken_back = PackOverride.objects.standing().filter(pk=override.pk).update(withdrawn_at=at, withdrawn_by=by)
    if not taken_back:
        raise AlreadyWithdrawn
    override.refresh_from_db()
    record("pack.override_withdrawn", by=by, at=at, subject=override, detail=override.key)
    return override
