"""A backup that is missing is said to whoever sets Handrail up, on Today."""

from datetime import UTC, datetime, timedelta

import pytest

from handrail.project import today
from tests.people.reading import main_words


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (None, "No backup None was made yet."),
        (timedelta(hours=49), "The last backup is old It was made 2 days ago."),
        (timedelta(days=9), "It was made 9 days ago."),
    ],
)
def test_today_says_that_a_backup_is_missing(cast, client, monkeypatch, age, said):
    monkeypatch.setattr(today, "age_of_last", lambda place: age)

    assert said in main_words(client.enter(cast.alex).get("/"))
    assert "backup" not in main_words(client.enter(cast.dana).get("/"))


def test_today_says_nothing_of_a_fresh_backup(cast, client, settings):
    listed = settings.PLACE.backups
    listed.mkdir(parents=True, exist_ok=True)
    line = '{"made_at": "' + datetime.now(UTC).isoformat(timespec="seconds") + '"}\n'
    (listed / "backups.jsonl").write_text(line)
    try:
        assert "backup" not in main_words(client.enter(cast.alex).get("/"))
    finally:
        (listed / "backups.jsonl").unlink()
