"""What comes back from paper: a picture is drawn anew, a PDF is looked through. In a process of its own, as printing is.

What was sent is never shown as it came, and nobody reads it before this: a file made to do harm stops nothing but itself.
"""

import subprocess
import sys
from dataclasses import dataclass

MOST_BYTES = 10 * 1024 * 1024
SECONDS = 20
WHY = ("not_known", "too_large", "locked", "active", "broken")
"""Why something is not taken: neither picture nor PDF; too many dots or pages; needs a password; could act by itself; damaged."""


class NotTaken(Exception):
    """It is not kept. `why` is one of WHY."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class TakenIn:
    """What may be kept: `sort` is its media type."""

    sort: str
    data: bytes


def taken_in(sent: bytes) -> TakenIn:
    """What was sent, safe to keep and to show. Raises NotTaken."""
    if len(sent) > MOST_BYTES:
        raise NotTaken("too_large")
    command = [sys.executable, "-m", "handrail.paper.look"]
    try:
        done = subprocess.run(command, input=sent, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as slow:
        raise NotTaken("broken") from slow
    head, _newline, data = done.stdout.partition(b"\n")
    said = head.decode("ascii", "replace")
    if done.returncode or not said:
        raise NotTaken("broken")
    if said in WHY:
        raise NotTaken(said)
    return TakenIn(said, data)
