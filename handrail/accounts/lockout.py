"""How often one may try to sign in: counted before the password is looked at, in the database, over all workers.

Five tries in 15 minutes for a name, thirty in an hour for an address. The count is one statement, so fifty tries at once are still
fifty counted tries. A name that nobody has is counted like any other.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from handrail.accounts.models import Attempt


@dataclass(frozen=True)
class Limit:
    """So many tries in so long a time."""

    kind: str
    tries: int
    within: timedelta


BY_NAME = Limit("name", 5, timedelta(minutes=15))
BY_ADDRESS = Limit("address", 30, timedelta(hours=1))
BY_CODE = Limit("code", 5, timedelta(minutes=15))
BY_LINK = Limit("link", 8, timedelta(days=1))  # names asked for under one invitation: whether one is taken tells of somebody
CODE_ONCE = Limit("used", 1, timedelta(minutes=2))  # longer than any code from an app is good


def key(limit: Limit, of: str) -> str:
    """The counter's key: a keyed hash, so that the table does not tell whose name was tried."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{limit.kind}:{of}".encode(), "sha256").hexdigest()


def may_try(tries: Iterable[tuple[Limit, str]]) -> bool:
    """Count one try under each of these and say whether all are still within their limit."""
    counts = [(_counted(limit, of), limit) for limit, of in tries]  # every one of them is counted, whatever the first says
    return all(count <= limit.tries for count, limit in counts)


def forget(limit: Limit, of: str) -> None:
    """A try that worked: count afresh."""
    Attempt.objects.filter(pk=key(limit, of)).delete()


def give_back(limit: Limit, of: str) -> None:
    """A try that worked is not held against the address; the others from there stay counted."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_attempt SET tries = tries - 1 WHERE key = %s AND tries > 0", [key(limit, of)])


def _counted(limit: Limit, of: str) -> int:
    """Count a try and return how many there are in its stretch of time. One statement, on both databases."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO accounts_attempt (key, since, tries) VALUES (%s, %s, 1)
            ON CONFLICT (key) DO UPDATE SET
                tries = CASE WHEN accounts_attempt.since < %s THEN 1 ELSE accounts_attempt.tries + 1 END,
                since = CASE WHEN accounts_attempt.since < %s THEN excluded.since ELSE accounts_attempt.since END
            RETURNING tries
            """,
            [key(limit, of), _as_stored(now), _as_stored(now - limit.within), _as_stored(now - limit.within)],
        )
        return int(cursor.fetchone()[0])


def _as_stored(moment: datetime) -> str | datetime | None:
    return connection.ops.adapt_datetimefield_value(moment)
