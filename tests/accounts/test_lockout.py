"""Five tries for a name in a quarter of an hour, counted before the password is looked at."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import lockout, sign_in
from handrail.accounts.models import Attempt

PASSWORD = "four loose words walking"


@pytest.fixture
def dana(cast):
    """Dana signs in with a password in these stories."""
    cast.dana.login.set_password(PASSWORD)
    cast.dana.login.save()
    return cast.dana


@pytest.fixture
def hashes(monkeypatch):
    """How often a password reached the hash."""
    reached = []
    true_verify, true_encode = sign_in.Hasher.verify, sign_in.Hasher.encode
    monkeypatch.setattr(sign_in.Hasher, "verify", lambda *given: reached.append("verify") or true_verify(*given))
    monkeypatch.setattr(sign_in.Hasher, "encode", lambda *given: reached.append("encode") or true_encode(*given))
    return reached


def attempt(client, name: str, password: str):
    return client.post(reverse("account_login"), {"login": name, "password": password})


def test_the_sixth_wrong_try_does_not_reach_the_hash(dana, client, hashes):
    for _try in range(5):
        attempt(client, "dana", "wrong wrong wrong wrong")
    reached = len(hashes)
    answer = attempt(client, "dana", PASSWORD)

    assert reached == len(hashes) == 5
    assert "too many tries" in answer.content.decode()


def test_a_name_nobody_has_is_counted_and_answered_the_same(dana, client, hashes):
    known, unknown = [], []
    for _try in range(6):
        known.append(attempt(client, "dana", "wrong wrong wrong wrong"))
        unknown.append(attempt(client, "nobody", "wrong wrong wrong wrong"))

    assert hashes.count("verify") == hashes.count("encode") == 5, "an unknown name costs a hash as well"
    same = [one.content.replace(b"dana", b"nobody") for one in known], [one.content for one in unknown]
    assert [one.status_code for one in known] == [one.status_code for one in unknown]
    for one, other in zip(*same, strict=True):
        assert without_tokens(one) == without_tokens(other)


def without_tokens(page: bytes) -> bytes:
    import re

    return re.sub(rb'(csrfmiddlewaretoken" value|csrf-token" content)="[^"]+"', b"", page)


def test_the_name_is_one_however_it_is_spelled(dana, client, hashes):
    for name in ("dana", "DANA", " Dana ", "ｄａｎａ", "dAnA"):
        attempt(client, name, "wrong wrong wrong wrong")
    attempt(client, "dana", PASSWORD)

    assert len(hashes) == 5


def test_a_quarter_of_an_hour_later_one_may_try_again(dana, client):
    for _try in range(6):
        attempt(client, "dana", "wrong wrong wrong wrong")
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        answer = attempt(client, "dana", PASSWORD)

    assert answer.status_code == 302


def test_a_try_that_works_counts_afresh(dana, client):
    for _round in range(3):
        for _try in range(4):
            attempt(client, "dana", "wrong wrong wrong wrong")
        assert attempt(client, "dana", PASSWORD).status_code == 302
        client.logout()


def test_an_address_has_thirty_tries_an_hour_over_all_names(cast, client, hashes):
    for number in range(35):
        attempt(client, f"name-{number}", "wrong wrong wrong wrong")

    assert len(hashes) == lockout.BY_ADDRESS.tries == 30


def test_the_table_of_tries_does_not_tell_whose_names_were_tried(dana, client):
    attempt(client, "dana", "wrong wrong wrong wrong")

    assert Attempt.objects.count() == 2
    assert not any("dana" in row.key or "127.0.0.1" in row.key for row in Attempt.objects.all())


@pytest.mark.parametrize(
    ("password", "taken"),
    [
        ("four loose words walking", True),
        ("korrekt pferd batterie klammer", True),
        ("short but fine", False),
        ("passwordpassword", False),
        ("aaaaaaaaaaaaaaaaaaa", False),
        ("qwertyuiopasdfghjkl", False),
        ("handrailhandrail1", False),
        ("x" * 129, False),
        ("привет мой дорогой берег", True),
    ],
)
def test_a_password_is_long_and_not_what_others_would_guess(db, password, taken):
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password)
        accepted = True
    except ValidationError:
        accepted = False
    assert accepted is taken
