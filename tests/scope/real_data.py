"""The four documents and the list of their items, when they are here (HANDRAIL_REAL_DATA names the folder beside)."""

import os
import re
from pathlib import Path

import pytest


def scope_folder() -> Path:
    """Where the documents lie; skips the story when they are not here."""
    named = os.environ.get("HANDRAIL_REAL_DATA")
    folder = Path(named).parent / "scope" if named else None
    if folder is None or not folder.is_dir():
        pytest.skip("HANDRAIL_REAL_DATA does not name the folder beside the documents")
    return folder


def words_of(text: str) -> list[str]:
    """The bare words of a text, so that commas and line breaks hide nothing."""
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))


def runs_of(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words in a row."""
    words = words_of(text)
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
