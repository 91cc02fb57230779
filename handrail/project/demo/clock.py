"""The demo's time: so many days back from now, on the agency's clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OPENS = time(9)
DAY_IN_MINUTES = 8 * 60
SATURDAY = 5


@dataclass(frozen=True)
class Clock:
    """Moments are told in UTC, because the record is sealed over them as the database gives them back."""

    now: datetime
    zone: ZoneInfo

    def day(self, ago: int) -> date:
        """The date so many days ago; a negative number is still to come."""
        return self.now.astimezone(self.zone).date() - timedelta(days=ago)

    def at(self, ago: int, clock: time) -> datetime:
        """A time of a day."""
        return datetime.combine(self.day(ago), clock, self.zone).astimezone(UTC)

    def moment(self, ago: int, hour: int = 0) -> datetime:
        """An hour of a day."""
        return self.at(ago, time(hour))

    def at_work(self, ago: int, minutes: int) -> datetime:
        """So many minutes into the working day; what would fall on a weekend was done on the Friday before."""
        day = self.day(ago)
        day -= timedelta(days=max(0, day.weekday() + 1 - SATURDAY))
        return (datetime.combine(day, OPENS, self.zone) + timedelta(minutes=minutes % DAY_IN_MINUTES)).astimezone(UTC)
