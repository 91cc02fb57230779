"""Whatever somebody writes: each of its signs is on paper, or named there as [U+…] and said. Nothing crashes, nothing is lost silently."""

import csv
import io
import json
import os
import random
import unicodedata
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from handrail.paper.signs import STRETCH, Signs
from tests.paper.reading import in_one_document, lost, signs_of, text_of

ALWAYS = [
    "",
    " ",
    "\n\n\n",
    "One line\r\nanother\rand a third",
    "A tab\tbetween",
    '#import "/etc/passwd": * #panic() $x$ `raw` *bold* _it_ <label> @ref \\ // no comment /* nor this */ [#let x = 1]',
    "אני רוצה דירה משלי, עם דלת",
    "أريد بيتًا خاصًا بي، وأن أصطاد مرة أخرى.",
    "Mixed: שלום and سلام and hello 123",
    "م\nEnglish\nم again",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇸 👍🏽 ☺️ 🧿 🫠",
    "Ẑ̵̢̤̘͕͓͑̾͝a̵̧͚͉͗̿͊l̶̨̙̇g̷̛̩̝̈́o̴̞͛",
    "Việt Nam, Đặng Thị Thảo, Nguyễn",
    "ሰላም · ព្រះរាជាណាចក្រ · မြန်မာ · ไทย · ລາວ · བོད་ · සිංහල · தமிழ் · తెలుగు · ᏣᎳᎩ · ᐃᓄᒃᑎᑐᑦ · ߒߞߏ",
    "漢字 かな カナ 한글 繁體 简体 〒 ￥",
    "￼ � \ufdd0 \U0001fffe",
    "\x07 bell \x1b[31m red \x7f \x85 \x00 nothing",
    "\u202ereversed\u202c \u2066isolated\u2069 \u200bzero\u200b \ufeffmark",
    "w" * 3000,
    "م" * 500,
    "🙂" * 300,
    "a" + "\u0301" * 200,
    "word " * 4000,
]


def real(*names: str) -> Path | None:
    folder = os.environ.get("HANDRAIL_REAL_DATA")
    path = Path(folder).joinpath(*names) if folder else None
    return path if path and path.exists() else None


def naughty() -> list[str]:
    path = real("web", "big-list-of-naughty-strings.json")
    return json.loads(path.read_text(encoding="utf-8")) if path else []


def by_chance(most: int) -> list[str]:
    """Texts of any signs Unicode has given a meaning to, the same in each run."""
    dice = random.Random(58)
    given = [chr(one) for one in range(0x110000) if unicodedata.category(chr(one)) not in ("Cn", "Cs", "Co")]
    return ["".join(dice.choices(given, k=dice.randint(1, 15))) for _one in range(most)]


def test_five_hundred_strange_texts_are_printed_or_named_to_the_last_sign():
    texts = [*ALWAYS, *naughty()]
    texts += by_chance(max(500 - len(texts), 100))
    done = in_one_document(texts)

    assert len(texts) >= 500
    assert sorted(hex(ord(sign)) for sign in lost(texts, done)) == []
    assert "Not printed: " in text_of(done)


def test_twenty_thousand_letters_without_a_space_stay_on_the_page():
    done = in_one_document(["x" * 20_000], size=18)
    pages = PdfReader(io.BytesIO(done.pdf)).pages
    edge = float(pages[0].mediabox.width)
    beyond = []
    for page in pages:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, size: beyond.append(text) if tm[4] > edge or len(text) > 2000 else None
        )

    assert text_of(done).count("x") >= 20_000
    assert beyond == []
    assert len(pages) > 5


def test_a_long_word_may_break_but_not_within_a_letter():
    broken = Signs().printable("e\u0301" * 60 + "👩‍👩‍👧" * 20)

    assert all("\u0301" not in part[:1] and "\u200d" not in part[:1] for part in broken.split("\u200b"))
    assert max(map(len, broken.split("\u200b")[:3])) <= 3 * STRETCH


def test_what_is_written_is_never_read_as_commands_of_the_setter():
    done = in_one_document(['#panic("no") $x^2$ *bold* https://example.org/ = Heading', "= no heading", "- no item"])
    read = text_of(done)

    assert '#panic("no") $x^2$ *bold*' in read and "= no heading" in read and "- no item" in read


@pytest.mark.real_data
def test_names_of_58_locales_are_printed_as_they_are():
    path = real("names", "names-by-locale-A.zip")
    if path is None:
        pytest.skip("HANDRAIL_REAL_DATA does not name the folder with the names")
    with zipfile.ZipFile(path) as packed:
        rows = list(csv.DictReader(io.TextIOWrapper(packed.open(packed.namelist()[0]), encoding="utf-8")))
    signs = Signs()
    for row in rows:
        signs.printable(row["name"])
    assert list(signs.unknown) == []

    seen: set[str] = set()
    telling = []
    for row in rows:  # whoever brings a sign that none before them had
        if not signs_of([row["name"]]) <= seen:
            seen |= signs_of([row["name"]])
            telling.append(row["name"])
    assert len({row["locale"] for row in rows}) == 58
    assert lost(telling, in_one_document(telling)) == set()
