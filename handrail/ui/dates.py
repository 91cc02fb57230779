"""Days and hours as they are typed: a day within reach of any life, an hour the clock on the wall has."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.ui.widgets import Date

FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
OUT_OF_REACH = _("Choose a day between the years 1900 and 2200.")
STILL_TO_COME = _("This day is still to come. Choose today or a day before.")
SKIPPED = _("The clocks are put forward that night, and this time is left out. Choose an hour later.")


class Day(forms.DateField):
    """A day. Far ones, which no clock can tell, are slips of the finger."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": Date} | kwargs)

    def validate(self, value: Any) -> None:
        """Refuse what is out of reach."""
        super().validate(value)
        if value and not FIRST <= value <= LAST:
            raise ValidationError(OUT_OF_REACH)


class PastDay(Day):
    """Today or a day before."""

    def validate(self, value: Any) -> None:
        """Refuse what is still to come."""
        super().validate(value)
        if value and value > timezone.localdate():
            raise ValidationError(STILL_TO_COME)


def moment_of(day: date, hour: time, has_been_by: datetime | None = None) -> datetime:
    """The moment of a day and an hour on the agency's clock.

    In the night the clocks are put back an hour comes twice. The first is meant; of something that has been by a certain moment,
    the last that was. An hour that never comes is refused.
    """
    wall = datetime.combine(day, hour)
    # Moments of one zone compare by the wall and know no second hour: in UTC they do.
    first, last = (timezone.make_aware(wall.replace(fold=fold)).astimezone(UTC) for fold in (0, 1))
    if timezone.localtime(first).replace(tzinfo=None) != wall:
        raise ValidationError(SKIPPED)
    return last if has_been_by and first < last <= has_been_by else first


def is_far_ahead(moment: datetime, now: datetime) -> bool:
    """Still to come by more than clocks that disagree could explain."""
    return moment > now + timedelta(days=1)
