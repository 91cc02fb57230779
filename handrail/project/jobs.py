"""What the worker does by itself, over and over. Each is safe to repeat."""

import logging
import threading
from datetime import timedelta

from django.conf import settings
from django.db import connections
from django.utils import timezone

from handrail.jobs.queue import job

log = logging.getLogger(__name__)

BACKUP_THREAD = "backup"
BACKUP_EVERY = timedelta(hours=23)
KEEP_BACKUPS_DAYS = 14
ATTEMPTS_COUNT_FOR = timedelta(days=1)


@job("project.keep_heads", every=timedelta(minutes=1))
def keep_heads() -> None:
    """Keep the ends of the audit chains outside the database: what shows that a tail was cut off."""
    from handrail.audit.keeping import keep_heads as keep

    keep(settings.PLACE.heads)


@job("project.count_appearances", every=timedelta(minutes=1))
def count_appearances() -> None:
    """Count who appeared in whose lists, agency by agency, a stretch of lines at a time."""
    from handrail.accounts.queries import agency_ids
    from handrail.audit.queries import COUNTED_AT_ONCE
    from handrail.audit.queries import count_appearances as count
    from handrail.kit.tenancy import as_agency

    for agency_id in agency_ids():
        more = True
        while more:
            with as_agency(agency_id):
                more = count(agency_id) == COUNTED_AT_ONCE


@job("project.forget_sessions", every=timedelta(hours=1))
def forget_sessions() -> None:
    """Sessions that are over, the list of devices they stood in, and old counts of tries to sign in."""
    from allauth.usersessions.models import UserSession
    from django.contrib.sessions.models import Session

    from handrail.accounts.models import Attempt

    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    # A device is listed a moment before its session is saved: only those that had time are forgotten.
    there = Session.objects.values("session_key")
    UserSession.objects.filter(created_at__lt=now - timedelta(hours=1)).exclude(session_key__in=there).delete()
    Attempt.objects.filter(since__lt=now - ATTEMPTS_COUNT_FOR).delete()


@job("project.backup", every=timedelta(hours=1))
def back_up() -> None:
    """A backup a day, once a recovery key was made. Asked every hour, so that one that failed is tried again soon.

    Beside the worker's other work: a year's record takes a minute to prove, and heads must be kept meanwhile.
    """
    from handrail.project.commands.backup import recipient_now
    from handrail.project.commands.backups.listing import age_of_last

    age = age_of_last(settings.PLACE)
    at_work = any(thread.name == BACKUP_THREAD for thread in threading.enumerate())
    if at_work or not recipient_now(settings.PLACE) or (age is not None and age < BACKUP_EVERY):
        return
    threading.Thread(target=_back_up, name=BACKUP_THREAD, daemon=True).start()


def _back_up() -> None:
    from handrail.project.commands.backup import folder_for_backups, recipient_now
    from handrail.project.commands.backups.making import make_backup
    from handrail.project.commands.backups.sealing import ForRecipient

    place = settings.PLACE
    try:
        make_backup(place, ForRecipient(recipient_now(place)), folder_for_backups(place), KEEP_BACKUPS_DAYS)
    except Exception as trouble:
        log.error("backup failed", extra={"job": "project.backup", "trouble": type(trouble).__name__})
    finally:
        connections.close_all()
