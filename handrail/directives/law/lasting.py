"""How long a signed directive holds, when to read it again, and how it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from handrail.directives.law.given import Sentence
from handrail.directives.packs import Pack

SPOKEN_FORMS = {"told"}
"""Of the forms of taking back: no form of its own, but from when on it counts."""


def ends_on(pack: Pack, signed_on: date) -> date | None:
    """The first day on which it no longer holds; None where no end is known."""
    years = pack.value("expires.years")
    if not years:
        return None
    try:
        return signed_on.replace(year=signed_on.year + int(years))
    except ValueError:  # signed on a 29 February
        return date(signed_on.year + int(years), 2, 28)


def reminder_days(pack: Pack) -> Sequence[int]:
    """How long before its end one is reminded."""
    return sorted((int(day) for day in pack.value("expires.reminders_days", (90, 30, 7))), reverse=True)


def reminder(pack: Pack, ends: date | None, today: date) -> int | None:
    """Which of the reminders is due: 90, 30, 7; 0 when it has run out. None while there is time."""
    if ends is None:
        return None
    left = (ends - today).days
    if left <= 0:
        return 0
    return min((days for days in reminder_days(pack) if left <= days), default=None)


def look_again_on(pack: Pack, last: date) -> date:
    """When to read it again and say whether it still holds."""
    return last + timedelta(days=365 * int(pack.value("review.every_years", 1)))


def forms_of_revoking(pack: Pack) -> tuple[str, ...]:
    """How it may be taken back, as far as we know; empty where nobody has read it."""
    return tuple(one for one in pack.all_of("revoke.form") if one not in SPOKEN_FORMS)


def counts_when_told(pack: Pack) -> bool:
    """Whether taking it back counts only from when those who treat the person know of it."""
    return "told" in pack.all_of("revoke.form")


def asks_for_capacity(pack: Pack) -> bool:
    """Whether one takes it back only while able to decide."""
    return bool(pack.value("revoke.capacity", False))


def why_not_revoked(
    pack: Pack, *, how: str, on: date | None, is_able: bool, signed_on: date | None, today: date
) -> list[Sentence]:
    """What stands between this and a directive that is taken back."""
    wrong: list[Sentence] = []
    known = forms_of_revoking(pack)
    if known and how not in known:
        ways = " ".join(str(one.words) for rule in pack.rules_of("revoke.form") for one in rule.items if one.id in known)
        wrong.append(_("This is not a way to take it back in %(state)s: %(ways)s") % {"state": pack.name, "ways": ways})
    elif not how:
        wrong.append(_("Say how you took it back."))
    if asks_for_capacity(pack) and not is_able:
        wrong.append(_("In %(state)s you can take it back only while you are able to decide.") % {"state": pack.name})
    if on is None:
        wrong.append(_("Write the date on which you took it back."))
    elif on > today:
        wrong.append(_("This date is still to come. Write the day on which you took it back."))
    elif signed_on and on < signed_on:
        wrong.append(_("This is before the day on which it was signed."))
    return wrong
