"""Sessions in the database, Django's own, read by a question that is written once: every page begins with it."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from handrail.kit.questions import written_once
from handrail.kit.standins import Word


class SessionStore(db.SessionStore):
    """Named by settings.SESSION_ENGINE."""

    def _get_session_from_db(self) -> Any:
        found = _running(Word(self.session_key), timezone.now())
        if not found:
            self._session_key = None  # as Django does: a key that nobody has is not taken over
            return None
        return found[0]


@written_once
def _running(key: Word, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)
