"""A small filling, made once for all stories of this folder; each undoes what it did."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from benchmarks.fill import Made, put_everything
from handrail.kit.tenancy import as_agency

PEOPLE, CONTACTS = 400, 900


@pytest.fixture(scope="package")
def made(django_db_setup: None, django_db_blocker) -> Iterator[Made]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield put_everything(PEOPLE, CONTACTS)
        transaction.set_rollback(True)


@pytest.fixture
def filled(made: Made, db: None) -> Iterator[Made]:
    """The agency of the benchmark, for as long as a story works in it."""
    with as_agency(made.house.agency.pk):
        yield made
