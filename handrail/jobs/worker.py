"""The worker's loop."""

import signal
import threading
from types import FrameType

from django.db import close_old_connections

from handrail.jobs.queue import do_next, put_repeats

PAUSE_SECONDS = 1.0


def work_until_told_to_stop() -> None:
    """Do what is due, rest a second when nothing is, and end after the running job when asked to."""
    stop = threading.Event()

    def asked_to_stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, asked_to_stop)
    signal.signal(signal.SIGINT, asked_to_stop)
    put_repeats()
    while not stop.is_set():
        close_old_connections()
        if not do_next():
            stop.wait(PAUSE_SECONDS)
