"""The tables are those that the models describe."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_no_lock_file_names_a_registry():
    from tests.house.test_names import ROOT

    for lock in (ROOT / "requirements").glob("*.lock"):
        assert "http" not in lock.read_text()
        assert "--hash=sha256:" in lock.read_text()
