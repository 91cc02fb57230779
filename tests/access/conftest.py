"""What the walks through all pages share."""

import json

import pytest

from handrail.paper import printing
from handrail.paper.document import Document


def in_plain_words(document: Document) -> printing.Printed:
    """What would be set as a PDF, where a walk can read it."""
    return printing.Printed(json.dumps(document.told(), ensure_ascii=False).encode(), [])


@pytest.fixture(autouse=True)
def plain_paper(monkeypatch):
    """A PDF hides its words from whoever looks for words that are not theirs; and setting hundreds takes long."""
    monkeypatch.setattr(printing, "printed", in_plain_words)
