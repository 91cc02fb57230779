"""Set a document, in a process of its own.

It gets the words through a pipe, never on its command line, where others on the computer could read them. It has limits of time and
memory, so that a strange text can stop nothing but itself; and web workers stay small, for the setter takes some 60 MiB.
"""

import json
import subprocess
import sys
from dataclasses import dataclass

from handrail.paper.document import Document

SECONDS = 20


class NotPrinted(Exception):
    """The setter gave up. What it says is for the log and names no words of anybody."""


@dataclass(frozen=True)
class Printed:
    """A PDF, and the signs in it that no font has; they stand there as [U+1F9FF]."""

    pdf: bytes
    unknown: list[str]


def printed(document: Document) -> Printed:
    """The document as a PDF that passes PDF/UA-1: tagged, in its language, in reading order, fonts inside.

    Raises NotPrinted.
    """
    told = json.dumps(document.told()).encode()
    command = [sys.executable, "-m", "handrail.paper.press"]
    try:
        done = subprocess.run(command, input=told, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as slow:
        raise NotPrinted("too slow") from slow
    if done.returncode:
        raise NotPrinted(f"code {done.returncode}")
    head, _newline, pdf = done.stdout.partition(b"\n")
    return Printed(pdf, json.loads(head)["unknown"])
