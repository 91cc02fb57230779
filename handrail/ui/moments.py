"""How we say when: near in words, far in full, always in the agency's zone (Django's active one).

The formats are messages, so that each language decides about the order of a date and about 12 or 24 hours.
"""

from datetime import date, datetime, time
from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language, gettext, pgettext

NEAR_DAYS = 6
OFTEN = 4096
"""A page says the same few days and hours again and again. So many ways to say one are kept: days and hours, nobody's words."""


def moment_words(moment: date | datetime, *, with_time: bool = True) -> str:
    """`today 11:00`, `Tuesday 11:00`, `22 November 2026`; a plain date has no time."""
    return local_words(in_zone(moment) if isinstance(moment, datetime) else moment, with_time=with_time)


def local_words(local: date | datetime, *, with_time: bool = True) -> str:
    """The same of a moment that is in its zone already."""
    if not isinstance(local, datetime):
        return day_words(local)
    hour = to_the_minute(local) if with_time else None
    return _moment_words(local.date(), hour, timezone.localdate(timezone=local.tzinfo), get_language())


def day_words(day: date) -> str:
    """The day alone: today, tomorrow, yesterday, a weekday when near, a full date when far."""
    return _day_words(day, timezone.localdate(), get_language())


def short_words(moment: datetime, *, with_time: bool = True) -> str:
    """The same where there is little room: `today 11:00`, `Tue 11:00`, `13 Nov`, `13 Nov 2025` in another year than this."""
    local = in_zone(moment)
    hour = to_the_minute(local) if with_time else None
    return _short_words(local.date(), hour, timezone.localdate(), get_language())


def time_words(local: datetime | time) -> str:
    """The time of day."""
    return _time_words(to_the_minute(local), get_language())


@lru_cache(maxsize=OFTEN)
def _moment_words(day: date, hour: time | None, today: date, language: str | None) -> str:
    words = _day_words(day, today, language)
    if hour is None or not _near(day, today):
        return words
    return gettext("%(day)s %(time)s") % {"day": words, "time": _time_words(hour, language)}


@lru_cache(maxsize=OFTEN)
def _day_words(day: date, today: date, _language: str | None) -> str:
    away = (day - today).days
    if away in (-1, 0, 1):
        return {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}[away]
    if _near(day, today):
        return date_format(day, "l")
    # Translators: how a full date is written, in Django's date format letters.
    return date_format(day, pgettext("date format", "j F Y"))


@lru_cache(maxsize=OFTEN)
def _short_words(day: date, hour: time | None, today: date, language: str | None) -> str:
    away = abs((day - today).days)
    if away <= 1:
        words = _day_words(day, today, language)
    elif away <= NEAR_DAYS:
        words = date_format(day, "D")
    else:
        # Translators: how a short date is written, in Django's date format letters; this year's, and another year's.
        this_year, other_year = pgettext("date format", "j M"), pgettext("date format", "j M Y")
        return date_format(day, this_year if day.year == today.year else other_year)
    return words if hour is None else gettext("%(day)s %(time)s") % {"day": words, "time": _time_words(hour, language)}


@lru_cache(maxsize=OFTEN)
def _time_words(hour: time, _language: str | None) -> str:
    # Translators: how a time is written, in Django's date format letters; "g:i a" for 12 hours.
    return time_format(hour, pgettext("time format", "H:i"))


def to_the_minute(local: datetime | time) -> time:
    """The time of day, as far as it is said."""
    return time(local.hour, local.minute)


def is_near(day: date) -> bool:
    """Whether a weekday's name is enough to know which day is meant."""
    return _near(day, timezone.localdate())


def _near(day: date, today: date) -> bool:
    return abs((day - today).days) <= NEAR_DAYS


def in_zone(moment: datetime) -> datetime:
    """The moment on the agency's clock."""
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def machine_time(local: date | datetime) -> str:
    """For the datetime attribute, of a moment that is in its zone already."""
    return local.isoformat(timespec="minutes") if isinstance(local, datetime) else local.isoformat()
