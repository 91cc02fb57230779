"""PostgreSQL's second wall: with the app's own scoping switched off, another agency's rows are still not reached."""

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import DatabaseError

from handrail.accounts.models import Agency, Program, Staff
from handrail.audit.models import Entry
from handrail.kit.tenancy import agency_now, as_agency, as_login
from handrail.people.models import Person

OUTSIDE_THE_WALL = {
    # Sign-in and one-time links: asked before anybody's agency is known. They hold keys, not records.
    "accounts_login",
    "accounts_attempt",
    "accounts_onetimelink",
    "accounts_installation",
    "account_emailaddress",
    "account_emailconfirmation",
    "mfa_authenticator",
    "usersessions_usersession",
    "django_session",
    # The ends of the chains, and the queue: keys, numbers, seals.
    "audit_head",
    "jobs_job",
    # Django's own book-keeping.
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "auth_group",
    "auth_group_permissions",
}

only_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's wall")
pytestmark = only_postgresql


def ask(question: str, *values) -> list:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()


@pytest.mark.django_db
def test_the_app_is_neither_superuser_nor_exempt():
    assert ask("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user") == [(False, False)]


@pytest.mark.django_db
def test_every_table_stands_behind_the_wall_or_is_named_outside_it():
    tables = dict(
        ask(
            "SELECT relname, relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
    )

    assert {table for table, walled in tables.items() if not walled} == OUTSIDE_THE_WALL
    ours = {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("handrail")}
    assert ours <= set(tables)


def test_without_scoping_only_the_own_agency_is_there(cast):
    assert {person.chosen_name for person in Person.objects.all()} == {"Marcus", "Ana"}
    assert ask("SELECT count(*) FROM people_person WHERE chosen_name = 'Pat'") == [(0,)]
    assert set(Entry.objects.values_list("agency_id", flat=True)) == {cast.agency.pk}


def test_without_an_agency_nothing_is_there(cast):
    with as_agency(None):
        assert not Person.objects.exists()
        assert not Entry.objects.exists()
        assert not Program.objects.exists()
        assert not Agency.objects.exists()


def test_a_row_for_another_agency_is_refused(cast):
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Program.objects.create(agency=cast.other_agency, name="Smuggled")


def test_a_row_cannot_be_moved_to_another_agency(cast):
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Program.objects.filter(pk=cast.community.pk).update(agency=cast.other_agency)


def test_another_agencys_rows_cannot_be_changed_or_deleted(cast):
    assert Person.objects.filter(pk=cast.pat.pk).update(chosen_name="Changed") == 0
    assert ask("DELETE FROM people_person WHERE id = %s RETURNING id", cast.pat.pk) == []


def test_a_login_finds_its_own_places_before_any_agency_is_named(cast):
    with as_agency(None), as_login(cast.zoe.login_id):
        assert list(Staff.objects.all()) == [cast.zoe]
        assert list(Agency.objects.all()) == [cast.other_agency]
        assert Staff.objects.update(name="Renamed") == 0


def test_the_agency_is_told_to_the_transaction_only_and_comes_back(cast):
    with as_agency(cast.other_agency.pk):
        assert [person.chosen_name for person in Person.objects.all()] == ["Pat"]

    assert agency_now() == cast.agency.pk
    assert {person.chosen_name for person in Person.objects.all()} == {"Marcus", "Ana"}
