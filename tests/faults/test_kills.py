"""The power goes between request and answer. Nothing whose answer somebody has read is lost."""

import os
import random
import threading
import time

from tests.faults.house import House

KILLS = int(os.environ.get("HANDRAIL_KILLS", "20"))
CLIENTS = 4


def wait_for_work(answered: list[str], enough: int) -> None:
    """Until some answers were read in this round: a kill before any work proves nothing."""
    end = time.monotonic() + 30
    while len(answered) < enough:
        assert time.monotonic() < end, "nobody was answered"
        time.sleep(0.01)


def lost(house: House, application: str, kills: int) -> tuple[list[str], list[str], list[str]]:
    """Kill the server again and again while people are added. Returns who was answered for, who of them is gone, what is wrong."""
    answered: list[str] = []
    for _kill in range(kills):
        house.start(application)
        stop = threading.Event()
        clients = [threading.Thread(target=house.welcome_people, args=(stop, answered)) for _client in range(CLIENTS)]
        for client in clients:
            client.start()
        wait_for_work(answered, len(answered) + 2)
        time.sleep(random.uniform(0, 0.3))
        house.kill()
        stop.set()
        for client in clients:
            client.join()
    there = house.script("inspect")
    return answered, sorted(set(answered) - set(there["people"])), there["wrong"]


def test_kills_lose_nothing_that_was_answered(house):
    answered, gone, wrong = lost(house, "handrail.project.wsgi:application", KILLS)

    assert len(answered) >= 2 * KILLS, "the kills must have interrupted real work"
    assert gone == []
    assert wrong == []


def test_a_build_that_answers_before_it_writes_is_caught(house):
    _answered, gone, _wrong = lost(house, "tests.faults.hasty:application", 3)

    assert gone != []
