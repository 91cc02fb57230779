"""`handrail check`, and what the worker does by itself."""

from tests.commands.installed import wait_until
from tests.product import free_port


def test_check_finds_nothing_wrong_with_a_running_and_backed_up_installation(home, recovery_key):
    with home.started("--port", free_port()) as up:
        wait_until(lambda: up.get("/readyz")[0] == 200)
        wait_until(lambda: list((home.path / "heads").iterdir()))
        home.run("backup", "--recipient", recovery_key[1])

        said = home.run("check")

    assert "✗" not in said
    assert "All is well." in said


def test_check_says_what_is_wrong_and_what_to_do(home, recovery_key):
    home.run("backup", "--recipient", recovery_key[1])
    home.backups[0].write_bytes(b"another file")
    home.database.chmod(0o644)

    said = home.run("check", expect=1)

    wrong = [line for line in said.splitlines() if line.startswith("✗")]
    assert len(wrong) == 3
    assert "chmod go-rwx" in wrong[0]
    assert "start Handrail with `handrail up`" in wrong[1]
    assert "make another backup" in wrong[2]


SESSIONS = """
from datetime import timedelta
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from handrail.accounts.models import Attempt, Login
from handrail.project.jobs import count_appearances, forget_sessions
now = timezone.now()
login = Login.objects.create(sign_in_name="dana")
for key, hours in (("over", -1), ("open", 1)):
    Session.objects.create(session_key=key, session_data="", expire_date=now + timedelta(hours=hours))
    device = UserSession.objects.create(user=login, session_key=key, ip="127.0.0.1", user_agent="")
    UserSession.objects.filter(pk=device.pk).update(created_at=now - timedelta(hours=2))
UserSession.objects.create(user=login, session_key="just now", ip="127.0.0.1", user_agent="")
for key, days in (("old", 2), ("new", 0)):
    Attempt.objects.create(key=key, since=now - timedelta(days=days), tries=1)
forget_sessions()
count_appearances()
print(*Session.objects.values_list("session_key", flat=True), end=" | ")
print(*sorted(UserSession.objects.values_list("session_key", flat=True)), end=" | ")
print(*Attempt.objects.values_list("key", flat=True))
"""


def test_the_worker_forgets_sessions_that_are_over(home):
    assert home.inside(SESSIONS) == "open | just now open | new"
