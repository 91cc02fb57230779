"""A stream with two ends: age pushes what it opens, and tar wants to pull it."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO


class _Thread(threading.Thread):
    """Runs one end of a pipe, closes it, and keeps the error it met."""

    def __init__(self, run: Callable[[BinaryIO], None], end: BinaryIO) -> None:
        super().__init__(daemon=True)
        self.run_end, self.end, self.error = run, end, None

    error: BaseException | None

    def run(self) -> None:
        """The other end sees the end of the stream when this returns."""
        try:
            with self.end:
                self.run_end(self.end)
        except BaseException as error:
            self.error = error


@contextmanager
def reading(write: Callable[[BinaryIO], None]) -> Iterator[BinaryIO]:
    """A stream to read from, filled by `write` in a thread. Its error is raised when everything was read."""
    for_reading, for_writing = os.pipe()
    with os.fdopen(for_reading, "rb") as source:
        thread = _Thread(write, os.fdopen(for_writing, "wb"))
        thread.start()
        try:
            yield source
        except BaseException:
            source.close()
            thread.join()
            # The writer's own trouble came first; a reader that stumbles over a cut stream is only its echo.
            if thread.error is not None and not isinstance(thread.error, BrokenPipeError) and not _is_echo(thread.error):
                raise thread.error from None
            raise
        source.close()
        thread.join()
        if thread.error is not None and not _is_echo(thread.error):
            raise thread.error


def _is_echo(error: BaseException) -> bool:
    """The writer found that nobody reads any more."""
    return "Broken pipe" in str(error)
