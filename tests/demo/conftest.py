"""The demo is made once for all stories of this folder; each undoes what it did. Who needs an empty database lives elsewhere."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from handrail.accounts.models import Agency, Staff
from handrail.accounts.queries import agency_ids
from handrail.kit.tenancy import as_agency
from handrail.people.models import Person
from handrail.project.demo.make import make_demo
from handrail.project.demo.script import Script


@dataclass
class Riverside:
    """The demo agency, for as long as a story works in it."""

    agency_id: UUID
    now: datetime

    def staff(self, sign_in_name: str) -> Staff:
        return Staff.objects.get(login__sign_in_name=sign_in_name)

    def person(self, name: str) -> Person:
        return Person.objects.get(chosen_name=name)

    def reached_by(self, sign_in_name: str) -> set[str]:
        return set(Person.objects.visible_to(self.staff(sign_in_name), self.now).values_list("chosen_name", flat=True))

    def who_reaches(self, name: str) -> set[str]:
        names = Staff.objects.filter(agency=self.agency_id).values_list("login__sign_in_name", flat=True)
        return {each for each in names if name in self.reached_by(each)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one process: making the demo takes longer than all its stories."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("demo"))


AS_LONG_AS_THE_STORIES = timedelta(minutes=20)


@pytest.fixture(scope="package")
def one_day() -> Iterator[None]:
    """The demo is of the day it was made on, so its stories are too: shortly before the agency's midnight they begin after it."""
    here = timezone.now().astimezone(ZoneInfo(Script.time_zone))
    later = here + AS_LONG_AS_THE_STORIES
    with time_machine.travel(later, tick=True) if later.date() != here.date() else nullcontext():
        yield


@pytest.fixture(scope="package")
def made(one_day: None, django_db_setup: None, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        make_demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(made: None, db: None) -> None:
    """Two agencies, as `make demo` makes them."""


@pytest.fixture
def riverside(demo: None) -> Iterator[Riverside]:
    first, _next_door = agency_ids()
    with as_agency(first), timezone.override(Agency.objects.get(pk=first).zone):
        yield Riverside(first, timezone.now())
