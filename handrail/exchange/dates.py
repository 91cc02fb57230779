"""Birth dates as people write them down: the whole day, a month of a year, or the year alone."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from handrail.people.actions import is_plausible_birth_date

NOT_KNOWN = {
    "",
    "-",
    "--",
    "?",
    "n/a",
    "na",
    "none",
    "null",
    "nil",
    "unknown",
    "unk",
    "not known",
    "tbd",
    "desconocido",
    "no sabe",
}
"""What stands for nothing, where it is all that stands there."""
NO_PART_OF_A_NAME = NOT_KNOWN - {"na", "none", "null", "nil", "unk"}
"""The same for a part of a name: nobody is called by a sign, but some are called Na, Nil or Null."""
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abr abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august ago agosto",
            "sep sept september septiembre setiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
TIME = re.compile(r"[t ]\d{1,2}:\d{2}.*$")
YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
ALL_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
MONTH_OF_YEAR = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
PARTS = re.compile(r"[^\W\d_]+|\d+")
EXCELS_DAYS = re.compile(r"[1-6]\d{4}(\.\d+)?")


@dataclass(frozen=True)
class Born:
    """When somebody was born, as far as it is written; or why it cannot be read."""

    on: date | None = None
    year: int | None = None
    month: int | None = None
    wrong: str = ""


def two_ways(text: str) -> tuple[int, int] | None:
    """The first two numbers of a date that ends with its year: which of them is the day is not said by it."""
    found = YEAR_LAST.fullmatch(TIME.sub("", _plain(text)))
    return (int(found[1]), int(found[3])) if found else None


def born(text: str, day_first: bool | None, today: date) -> Born:
    """Read a birth date. `day_first`: in which order day and month stand where it is not clear from the date."""
    written = TIME.sub("", _plain(text))
    if written in NOT_KNOWN:
        return Born()
    read = _numbers(written, day_first, today) or _words(written, today) or _part(written)
    if read is None:
        return Born(wrong="born_number" if EXCELS_DAYS.fullmatch(written) else "born_unclear")
    return _plausible(read, today)


def _plain(text: str) -> str:
    return (
        unicodedata.normalize("NFKC", text).strip().lower().replace("\u2010", "-").replace("\u2013", "-").strip("\u200e\u200f ")
    )


def _numbers(written: str, day_first: bool | None, today: date) -> Born | None:
    if found := YEAR_FIRST.fullmatch(written) or ALL_DIGITS.fullmatch(written):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if not (found := YEAR_LAST.fullmatch(written)):
        return None
    year = _year(found[4], today)
    if year is None:
        return Born(wrong="born_century")
    first, second = int(found[1]), int(found[3])
    if day_first is None:
        day_first = found[2] == "."  # with dots the day stands first wherever they are used
    day, month = (first, second) if day_first else (second, first)
    if month > 12 >= day and month <= 31:
        return Born(wrong="born_other_order")
    return _day(year, month, day)


def _words(written: str, today: date) -> Born | None:
    """17 May 1984; May 17, 1984; 17-may-84; May 1984."""
    parts = [part for part in PARTS.findall(written) if part not in ("of", "de", "del", "st", "nd", "rd", "th")]
    named = [MONTHS[part] for part in parts if part in MONTHS]
    numbers = [part for part in parts if part.isdecimal()]
    if len(named) != 1 or len(numbers) + 1 != len(parts):
        return None
    if len(numbers) == 1 and len(numbers[0]) == 4:
        return Born(year=int(numbers[0]), month=named[0])
    if len(numbers) != 2:
        return None
    day, year_written = (numbers[1], numbers[0]) if len(numbers[0]) == 4 else (numbers[0], numbers[1])
    year = _year(year_written, today)
    return Born(wrong="born_century") if year is None else _day(year, named[0], int(day))


def _part(written: str) -> Born | None:
    """The year alone, or a month of it."""
    if re.fullmatch(r"\d{4}", written):
        return Born(year=int(written))
    if found := MONTH_OF_YEAR.fullmatch(written):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        return Born(year=int(year), month=int(month)) if 1 <= int(month) <= 12 else Born(wrong="born_no_such_day")
    return None


def _year(written: str, today: date) -> int | None:
    """Two digits are a year of the last hundred only where they cannot be one of this century."""
    if len(written) == 4:
        return int(written)
    return 1900 + int(written) if len(written) == 2 and int(written) > today.year % 100 else None


def _day(year: int, month: int, day: int) -> Born:
    try:
        return Born(on=date(year, month, day))
    except ValueError:
        return Born(wrong="born_no_such_day")


def _plausible(read: Born, today: date) -> Born:
    if read.wrong:
        return read
    try:
        earliest = read.on or date(read.year or 0, read.month or 1, 1)
    except ValueError:
        return Born(wrong="born_unclear")
    if is_plausible_birth_date(earliest, today):
        return read
    return Born(wrong="born_future" if earliest > today else "born_long_ago")
