"""What every story may ask for."""

import time
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from handrail.accounts import sessions
from handrail.kit.tenancy import as_agency
from tests.cast import Cast, gather


# That a computer is busy is no finding about a rule.
hypothesis.settings.register_profile("calm", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("calm")


class HandrailClient(Client):
    """A browser without a screen. Signing in also starts the session's clock and passes the second step."""

    def force_login(self, user: Any, backend: str | None = None) -> None:
        super().force_login(user, backend or settings.AUTHENTICATION_BACKENDS[0])
        session = self.session
        session[sessions.SIGNED_IN_AT] = session[sessions.SEEN_AT] = int(time.time())
        session["second_factor"] = True
        session.save()

    def generic_form(self, method: str, path: str, data: dict[str, Any]) -> Any:
        """GET without data, or POST with it."""
        return self.post(path, data) if method == "POST" else self.get(path)

    def enter(self, staff: Any) -> "HandrailClient":
        """Sign in as this staff member."""
        self.force_login(staff.login)
        return self


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """Everybody; the story works as the first agency, by its clock. They have the same keys each time: nothing is remembered of them."""
    cache.clear()
    everybody = gather()
    with as_agency(everybody.agency.pk), timezone.override(everybody.agency.zone):
        yield everybody


@pytest.fixture
def client() -> HandrailClient:
    """A browser that is not signed in."""
    return HandrailClient()


@pytest.fixture
def on_postgresql() -> bool:
    """Whether the stories run on PostgreSQL now."""
    return connection.vendor == "postgresql"
