"""permissions.csv: for every page, method and role, what each relation gets. The answers are written by hand.

yes     the page, or the deed (sent back, for the few pages of which `SENT_BACK` says so)
hidden  as if it were not there (404, the same bytes as for what never was)
no      known to be there, not for this role (403 with a sentence)
in      please sign in
gone    signed in, but works nowhere any more
?       nobody has decided yet: fails

`python -m tests.access.fill` adds the rows that are missing, with `?`, and drops those of pages that are gone.
"""

import csv
from pathlib import Path

from tests.access.relations import RELATIONS, ROLES

FILE = Path(__file__).with_name("permissions.csv")
COLUMNS = ["route", "method", "role", *RELATIONS]
Key = tuple[str, str, str]


def read() -> dict[Key, dict[str, str]]:
    """The matrix by page, method and role."""
    if not FILE.exists():
        return {}
    with FILE.open(newline="", encoding="utf-8") as file:
        return {(row["route"], row["method"], row["role"]): row for row in csv.DictReader(file)}


def wanted(routes: dict[str, list[str]]) -> list[Key]:
    """Every page, method and role there is."""
    return [(route, method, role) for route, methods in routes.items() for method in methods for role in ROLES]


def write(rows: dict[Key, dict[str, str]], keys: list[Key]) -> int:
    """Write the rows of these keys, with ? where nothing is known. Returns how many are new."""
    new = 0
    with FILE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for key in keys:
            known = rows.get(key)
            new += known is None
            writer.writerow(known or dict(zip(COLUMNS, [*key, *["?"] * len(RELATIONS)], strict=True)))
    return new
