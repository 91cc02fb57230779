"""Fifty wrong tries at once, on two workers, from many hands: at most five reach the hash."""

from concurrent.futures import ThreadPoolExecutor

import pytest


@pytest.mark.parametrize("name", ["dana", "nobody"])
def test_fifty_tries_at_once_reach_the_hash_five_times_at_most(house, tmp_path, name):
    house.start("tests.faults.counting:application")
    house.known["session"] = ""
    form = {"login": name, "password": "wrong wrong wrong wrong"}
    with ThreadPoolExecutor(50) as hands:
        answers = list(hands.map(lambda _try: house.ask("POST", "/sign-in/", form), range(50)))

    reached = len((tmp_path / "home" / "hashes").read_bytes())
    assert set(answers) == {422}
    assert 1 <= reached <= 5
