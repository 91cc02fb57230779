"""A strength as pages tell it: what it is a skill of, who noticed it, and how it grew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handrail.plans.models import NoticedBy, Strength, StrengthShown
from handrail.ui.moments import day_words, in_zone, is_near, short_words


@dataclass(frozen=True)
class ShownStrength:
    """A strength with its last moments, the newest first; `growth` tells in words how often it showed, and since when."""

    strength: Strength
    area: str
    noticed: str
    growth: str
    lately: Sequence[StrengthShown]
    told: StrengthShown | None
    """The last moment of which somebody told where it was."""


def shown_strength(strength: Any) -> ShownStrength:
    """One strength, as `queries.read_moments` leaves it."""
    moments = strength.lately
    return ShownStrength(
        strength=strength,
        area=str(strength.skill_area.name) if strength.skill_area else "",
        noticed=noticed_words(strength),
        growth=growth_words(moments[0].times, moments[0].since, moments[0].at) if moments else "",
        lately=moments,
        told=next((one for one in moments if one.where), None),
    )


def noticed_words(strength: Strength) -> str:
    """Who saw it first. What somebody says of themselves needs no name."""
    if strength.noticed_by == NoticedBy.PEER:
        return _("My peer noticed it")
    if strength.noticed_by == NoticedBy.OTHER:
        whom = strength.noticed_by_whom
        return _("%(whom)s noticed it") % {"whom": whom} if whom else _("Somebody else noticed it")
    return ""


def growth_words(times: int, since: datetime, last: datetime) -> str:
    """`Showed 3 times since May, last on Tuesday`."""
    if times == 1:
        return _("Showed once, %(day)s") % {"day": short_words(last, with_time=False)}
    said = {"times": times, "month": since_words(since), "day": short_words(last, with_time=False)}
    words = ngettext(
        "Showed %(times)s time since %(month)s, last %(day)s", "Showed %(times)s times since %(month)s, last %(day)s", times
    )
    return words % said


def since_words(moment: datetime) -> str:
    """`May`, `May 2025`; near, the day."""
    day = in_zone(moment).date()
    if is_near(day):
        return day_words(day)
    # Translators: how a month is written in Django's date format letters; of this year, and of another year.
    this_year, other_year = pgettext("date format", "F"), pgettext("date format", "F Y")
    return date_format(day, this_year if day.year == timezone.localdate().year else other_year)
