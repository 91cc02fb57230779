"""The processes of one installation: web and worker, started from one, watched, started again, and ended together.

They are forks of a process that has everything loaded, so that most of their memory is shared and Django is imported once
(docs/running.md has the figures). The process that watches holds no database connection and no thread.
"""

import ctypes
import gc
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

from handrail.project.commands.trouble import explained

LONGEST_WAIT = 60.0
CALM_AFTER = 60.0
LOOK_EVERY = 0.25
PATIENCE = 20.0
MADE_UNTIL_LOOKED = 10_000
"""So many new things until Python looks for those that only hold each other. It would after 700, many times in every page, though
nearly all that a page makes goes by itself: a person's page took a seventh longer, a list of people a quarter. Holds 1 MiB more."""
PR_SET_PDEATHSIG = 1
M_ARENA_MAX = -8
"""glibc's number for how many heaps there may be."""
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1)

log = logging.getLogger("handrail.processes")


@dataclass
class Part:
    """One process that belongs to the installation."""

    name: str
    run: Callable[[], None]
    pid: int = 0
    began: float = 0.0
    start_at: float = 0.0
    ends_in_a_row: int = 0


class Watch:
    """Starts the parts, starts again what dies, and ends all when told to."""

    def __init__(self, parts: list[Part], meanwhile: Callable[[], None]) -> None:
        self.parts, self.meanwhile, self.told_to_end = parts, meanwhile, threading.Event()

    def until_told_to_end(self) -> None:
        """Blocks. SIGUSR1 has the web server take up a renewed certificate; a closed terminal ends everything."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._end)
        signal.signal(signal.SIGUSR1, self._renew)
        share_memory()
        try:
            while not self.told_to_end.is_set():
                self._start_what_is_due()
                if not self.told_to_end.wait(LOOK_EVERY):
                    self._note_the_dead()
                    self.meanwhile()
        finally:
            self._end_all()

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self.told_to_end.set()

    def _renew(self, _signal: int, _frame: FrameType | None) -> None:
        for part in self.parts:
            if part.pid and part.name == "web":
                os.kill(part.pid, signal.SIGHUP)

    def _start_what_is_due(self) -> None:
        for part in self.parts:
            if not part.pid and time.monotonic() >= part.start_at:
                part.pid, part.began = start(part), time.monotonic()

    def _note_the_dead(self) -> None:
        """A part that lived long begins afresh at once; one that keeps dying waits longer each time."""
        for part in self.parts:
            if part.pid and os.waitpid(part.pid, os.WNOHANG)[0]:
                lived = time.monotonic() - part.began
                part.ends_in_a_row = 1 if lived > CALM_AFTER else part.ends_in_a_row + 1
                part.pid, part.start_at = 0, time.monotonic() + min(LONGEST_WAIT, 0.5 * 2**part.ends_in_a_row)
                log.error(
                    "a part of Handrail ended and is started again", extra={"command": part.name, "try": part.ends_in_a_row}
                )

    def _end_all(self) -> None:
        for part in self.parts:
            if part.pid:
                os.kill(part.pid, signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        for part in self.parts:
            while part.pid and not os.waitpid(part.pid, os.WNOHANG)[0]:
                if time.monotonic() > until:
                    os.kill(part.pid, signal.SIGKILL)
                time.sleep(0.02)
            part.pid = 0


def share_memory() -> None:
    """What is loaded now stays shared: the garbage collector does not walk, and so copy, it in every process, nor does it here."""
    gc.freeze()
    gc.set_threshold(MADE_UNTIL_LOOKED)
    one_heap()


def one_heap() -> None:
    """All threads take their memory from one heap. glibc would give each its own, and what one gives back no other can use."""
    give = getattr(ctypes.CDLL(None), "mallopt", None)  # other libraries have one heap anyway
    if give is not None:
        give(M_ARENA_MAX, 1)


def start(part: Part) -> int:
    """Fork. The child runs its part and ends; it never comes back from here."""
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    # A signal that comes now waits until the child is no longer a copy of us, which would take it for its own.
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    pid = os.fork()
    if pid:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        return pid
    code = 1
    try:
        begin_as_child(parent)
        part.run()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except KeyboardInterrupt:
        code = 0
    except BaseException as error:
        log.error("a part of Handrail broke", extra={"command": part.name, "trouble": type(error).__name__})
        if isinstance(error, Exception):
            explained(error).show()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def begin_as_child(parent: int) -> None:
    """Signals end this process as they would any other, until its own part takes them; and it ends with its parent."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    end_with(parent)


def end_with(parent: int) -> None:
    """Never outlive the process that watches, even when that is killed: the kernel sends SIGTERM, elsewhere we look."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:  # it was killed before the kernel knew
            os._exit(0)
        return

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=look, daemon=True).start()
