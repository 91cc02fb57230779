"""Put a job in, take one out under a lease, do it."""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from handrail.jobs.models import Job
from handrail.kit.tenancy import as_agency

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
MOST_TRIES = 8
KEEP_DONE = timedelta(days=7)


@dataclass(frozen=True)
class Work:
    """A kind of job: what it runs, and how often if it repeats."""

    run: Callable[..., object]
    every: timedelta | None = None


_known: dict[str, Work] = {}


def job(name: str, every: timedelta | None = None) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Name a function that runs as a job. It gets the job's ids as keywords and must be safe to repeat."""

    def known(run: Callable[..., object]) -> Callable[..., object]:
        _known[name] = Work(run, every)
        return run

    return known


def put(name: str, *, agency_id: UUID | None = None, at: datetime | None = None, **ids: object) -> Job:
    """Put a job in the queue, inside the data's own transaction: both happen, or neither."""
    if name not in _known:
        raise LookupError(name)
    return Job.objects.create(
        name=name, agency_id=agency_id, ids={key: str(value) for key, value in ids.items()}, run_at=at or timezone.now()
    )


def is_waiting(name: str, **ids: object) -> bool:
    """Whether a job with these ids is still to be done, or is being done."""
    wanted = {f"ids__{key}": str(value) for key, value in ids.items()}
    return Job.objects.filter(name=name, done_at__isnull=True, gave_up_at__isnull=True, **wanted).exists()


def was_given_up(name: str, **ids: object) -> bool:
    """Whether a job with these ids was tried as often as one is, and never came to its end."""
    wanted = {f"ids__{key}": str(value) for key, value in ids.items()}
    return Job.objects.filter(name=name, gave_up_at__isnull=False, **wanted).exists()


def put_repeats() -> None:
    """Make sure that every repeating job has its one row."""
    now = timezone.now()
    for name, work in _known.items():
        if work.every:
            seconds = int(work.every.total_seconds())
            row, made = Job.objects.get_or_create(
                name=name, every_seconds__isnull=False, defaults={"run_at": now, "every_seconds": seconds}
            )
            if not made and row.every_seconds != seconds:
                Job.objects.filter(pk=row.pk).update(every_seconds=seconds)


def _due(now: datetime) -> Q:
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    return Q(run_at__lte=now, done_at__isnull=True, gave_up_at__isnull=True) & free


@transaction.atomic
def lease(now: datetime) -> Job | None:
    """Take the job that has waited longest. Nobody else gets it until the lease runs out.

    One that was begun as often as one is and never came to an end, not even a bad one, takes its worker with it: it is given up.
    """
    waiting = Job.objects.filter(_due(now)).order_by("run_at", "id")
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True)
    while (taken := waiting.first()) and taken.tries >= MOST_TRIES and not taken.every_seconds:
        Job.objects.filter(pk=taken.pk).update(leased_until=None, gave_up_at=now, trouble=taken.trouble or "Killed")
        log.error("job given up", extra={"job": taken.name, "try": taken.tries})
    if taken:
        taken.leased_until = now + LEASE
        taken.tries += 1
        taken.save(update_fields=["leased_until", "tries"])
    return taken


def do_next() -> bool:
    """Lease one job and do it. False when nothing is due."""
    if not _anything_due(timezone.now()):
        return False
    taken = lease(timezone.now())
    if taken is None:
        return False
    try:
        with as_agency(taken.agency_id) if taken.agency_id else nullcontext():
            _known[taken.name].run(**taken.ids)
    except Exception as trouble:
        log.error("job failed", extra={"job": taken.name, "trouble": type(trouble).__name__, "try": taken.tries})
        _put_off(taken, trouble)
    else:
        _finish(taken)
    return True


def _anything_due(now: datetime) -> bool:
    """A look without a lock, so that an idle worker does not take turns with those who write."""
    return Job.objects.filter(_due(now)).exists()


def _finish(taken: Job) -> None:
    now = timezone.now()
    if taken.every_seconds:
        again: dict[str, Any] = {"run_at": now + timedelta(seconds=taken.every_seconds), "tries": 0, "trouble": ""}
    else:
        again = {"done_at": now}
    Job.objects.filter(pk=taken.pk).update(leased_until=None, **again)


def _put_off(taken: Job, trouble: Exception) -> None:
    now = timezone.now()
    wait = timedelta(seconds=min(3600, 5 * 2**taken.tries))
    given_up = now if taken.tries >= MOST_TRIES and not taken.every_seconds else None
    Job.objects.filter(pk=taken.pk).update(
        leased_until=None, run_at=now + wait, gave_up_at=given_up, trouble=type(trouble).__name__[:120]
    )


@job("jobs.tidy", every=timedelta(hours=6))
def tidy() -> None:
    """Forget jobs that were done a week ago."""
    Job.objects.filter(done_at__lt=timezone.now() - KEEP_DONE).delete()


@job("jobs.beat", every=timedelta(seconds=20))
def beat() -> None:
    """Nothing but a sign of life: its next run time tells `/readyz` that a worker is there."""


def worker_seen(within: timedelta = timedelta(seconds=90)) -> bool:
    """Whether a worker has been at work lately."""
    return Job.objects.filter(name="jobs.beat", run_at__gt=timezone.now() - within).exists()
