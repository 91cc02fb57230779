"""Connections are lent to requests, so that threads in turn go on with one that knows the pages and the questions."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread

import pytest
from django.core.signals import request_finished, request_started
from django.db import connections

from handrail.kit import lending


@pytest.fixture(autouse=True)
def nobody_was_here(monkeypatch):
    monkeypatch.setattr(lending, "_at_home", [])


def in_a_thread(work):
    """In one of its own, which ends."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def request(meanwhile=lambda: None):
    lending._lend()
    used = connections["default"]
    used.validate_thread_sharing()
    meanwhile()
    lending._take_back()
    return used


def test_requests_one_after_the_other_use_one_connection_whichever_thread_answers():
    first = in_a_thread(request)

    assert in_a_thread(request) is first
    assert in_a_thread(request) is first


def test_requests_at_the_same_time_have_one_each_and_the_last_returned_goes_out_first():
    both, used = Barrier(2), []
    threads = [Thread(target=lambda: used.append(request(both.wait))) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    last = lending._at_home[-1]
    assert used[0] is not used[1]
    assert in_a_thread(request) is last


def test_a_request_that_was_never_finished_leaves_its_connection_to_the_next_of_its_thread():
    def broken_off_and_again():
        lending._lend()
        return connections["default"], request()

    first, again = in_a_thread(broken_off_and_again)
    assert first is again


def test_it_comes_after_djangos_own_look_at_both_ends(monkeypatch):
    for signal in (request_started, request_finished):
        monkeypatch.setattr(signal, "receivers", list(signal.receivers))
        signal.sender_receivers_cache.clear()

    lending.lend_connections()

    assert request_started._live_receivers(None)[0][-1] is lending._lend
    assert request_finished._live_receivers(None)[0][-1] is lending._take_back
    assert len(request_finished._live_receivers(None)[0]) > 1
    for signal in (request_started, request_finished):
        signal.sender_receivers_cache.clear()
