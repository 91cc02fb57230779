"""What fault stories may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.house import House, new_database


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder breaks something on purpose."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.faults)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A home of its own: on PostgreSQL in a database of its own."""
    made = House(tmp_path / "home", new_database() if os.environ.get("HANDRAIL_TEST_ON") == "postgresql" else "")
    yield made
    if made.web and made.web.poll() is None:
        made.kill()
