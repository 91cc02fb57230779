"""Writes what is made from the catalogue: docs/scope.md for readers, and the list of its words for translators."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from handrail.scope.catalogue import Item, State, catalogue, words_to_translate
from handrail.scope.catalogue.reading import FOLDER

PROJECT = Path(__file__).parents[4]
DOC = PROJECT / "docs" / "scope.md"
WORDS = FOLDER / "words_to_translate.txt"


class Command(BaseCommand):
    """`scope_doc` writes both files; `scope_doc --check` fails when one of them is out of date."""

    help = "Write docs/scope.md and the translators' list from the scope of practice. With --check only compare."

    requires_system_checks = ()  # it reads files only

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is out of date")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        with translation.override("en"):
            made = {DOC: scope_page(), WORDS: translators_list()}
        stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
        names = ", ".join(str(path.relative_to(PROJECT)) for path in stale)
        if check and stale:
            raise CommandError(f"Out of date: {names}. Run scope_doc without --check.")
        for path in stale:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made[path], encoding="utf-8")
        self.stdout.write(f"Written: {names}" if stale else "Up to date")


def scope_page() -> str:
    """docs/scope.md as it should be now."""
    whole = catalogue()
    items = list(whole.items.values())
    parts = [
        "# The scope of practice, item by item",
        "Made by `scope_doc` from `handrail/scope/catalogue/`; change the data there, not this page. Every word of an item is "
        "ours; the documents themselves are what counts.",
        counts(items),
        "\n".join(f"- **{one.short}**: {one.name}. {one.publisher}; {one.edition}." for one in whole.documents.values()),
    ]
    for group in dict.fromkeys(item.group for item in items):
        rows = [row(item) for item in items if item.group == group]
        parts += [f"## {group}", "\n".join([HEAD, *rows])]
    return "\n\n".join(parts) + "\n"


HEAD = "| id | item | kind | part of Handrail | done |\n| --- | --- | --- | --- | --- |"


def counts(items: list[Item]) -> str:
    """How many items there are, of which kind, and how far Handrail has got."""
    by_state = Counter(item.state for item in items)
    by_kind = Counter(item.kind for item in items)
    said = [f"{by_state[state]} {state.label.lower()}" for state in State]
    kinds = [f"{number} {kind.value}" for kind, number in by_kind.items()]
    deeds = len(catalogue().activities)
    return f"{len(items)} items: {', '.join(said)}. By kind: {', '.join(kinds)}. {deeds} activities to pick on a contact."


def row(item: Item) -> str:
    """One item as a line of the table."""
    places = "; ".join(f"`{place.page}` ({', '.join(f'`{test}`' for test in place.tests)})" for place in item.done_by)
    missing = f"partly; {item.still_missing}" if item.state == State.PARTLY else ""
    done = " – ".join(part for part in (places, missing) if part) or "not yet"
    return f"| {item.id} | {item.heading} | {item.kind.value} | {', '.join(item.apps)} | {done} |"


def translators_list() -> str:
    """The words of the data files in the form that makemessages looks for."""
    lines = [f'{{% translate "{words}" %}}' for words in words_to_translate()]
    return "\n".join(["Made by scope_doc: the words of the data files, so that makemessages finds them.", *lines]) + "\n"
