"""How we say when: near in words, far in full, always in the agency's zone (Django's active one).

The formats are messages, so that each language decides about the order of a date and about 12 or 24 hours.
"""

from datetime import date, datetime, time
from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language, gettext, pgettext

NEAR_DAYS = 6


def moment_words(moment: date | datetime, *, with_time: bool = True) -> str:
    """`today 11:00`, `Tuesday 11:00`, `22 November 2026`; a plain date has no time."""
    if not isinstance(moment, datetime):
        return day_words(moment)
    local = in_zone(moment)
    day = day_words(local.date())
    if not with_time or not is_near(local.date()):
        return day
    return gettext("%(day)s %(time)s") % {"day": day, "time": time_words(local)}


def day_words(day: date) -> str:
    """The day alone: today, tomorrow, yesterday, a weekday when near, a full date when far."""
    away = (day - timezone.localdate()).days
    if away in (-1, 0, 1):
        return {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}[away]
    if is_near(day):
        return _written(day, "l", get_language())
    # Translators: how a full date is written, in Django's date format letters.
    return _written(day, pgettext("date format", "j F Y"), get_language())


def short_words(moment: datetime, *, with_time: bool = True) -> str:
    """The same where there is little room: `today 11:00`, `Tue 11:00`, `13 Nov`, `13 Nov 2025` in another year than this."""
    local = in_zone(moment)
    day, today = local.date(), timezone.localdate()
    away = abs((day - today).days)
    if away <= 1:
        words = day_words(day)
    elif away <= NEAR_DAYS:
        words = _written(day, "D", get_language())
    else:
        # Translators: how a short date is written, in Django's date format letters; this year's, and another year's.
        this_year, other_year = pgettext("date format", "j M"), pgettext("date format", "j M Y")
        return date_format(day, this_year if day.year == today.year else other_year)
    return gettext("%(day)s %(time)s") % {"day": words, "time": time_words(local)} if with_time else words


def time_words(local: datetime | time) -> str:
    """The time of day."""
    # Translators: how a time is written, in Django's date format letters; "g:i a" for 12 hours.
    clock = local.time() if isinstance(local, datetime) else local
    return _written(clock, pgettext("time format", "H:i"), get_language())


@lru_cache(maxsize=4096)
def _written(when: date | time, form: str, _language: str | None) -> str:
    """A page says the same few days and hours again and again; Django takes them apart letter by letter."""
    return time_format(when, form) if isinstance(when, time) else date_format(when, form)


def is_near(day: date) -> bool:
    """Whether a weekday's name is enough to know which day is meant."""
    return abs((day - timezone.localdate()).days) <= NEAR_DAYS


def in_zone(moment: datetime) -> datetime:
    """The moment on the agency's clock."""
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def machine_time(moment: date | datetime) -> str:
    """For the datetime attribute."""
    return in_zone(moment).isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
