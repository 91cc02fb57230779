"""A list of many people with faults planted in it: 15 kinds, each with its line."""

import random

SYLLABLES = [
    "ba",
    "co",
    "da",
    "fe",
    "gi",
    "hu",
    "jo",
    "ka",
    "le",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
    "wa",
    "xi",
    "yo",
    "zu",
    "bri",
    "cla",
    "dro",
    "fle",
    "gra",
    "kri",
    "pla",
    "sto",
    "tre",
    "né",
    "ñu",
]
KINDS = {
    "no_name": ",{born},{phone},,{number}",
    "formula": '"=HYPERLINK(""http://x"")",{born},{phone},,{number}',
    "name_long": "{long},{born},{phone},,{number}",
    "born_unclear": "{name},last spring,{phone},,{number}",
    "born_future": "{name},2051-01-02,{phone},,{number}",
    "born_long_ago": "{name},1822-01-02,{phone},,{number}",
    "born_no_such_day": "{name},1980-02-31,{phone},,{number}",
    "born_century": "{name},3/4/12,{phone},,{number}",
    "born_number": "{name},30819,{phone},,{number}",
    "phone_no_number": "{name},{born},call her,,{number}",
    "email_no_address": "{name},{born},{phone},rosa at example,{number}",
    "too_few": "{name},{born}",
    "quotes": '{name},{born},"{phone},,{number}',
    "letters": "{name} Mu\udcf1oz,{born},{phone},,{number}",
    "number_twice": "{name},{born},{phone},,n-1",
}


def planted(rows: int, each: int, seed: int = 7) -> tuple[bytes, dict[int, str]]:
    """The file, and which line has which fault."""
    rng = random.Random(seed)
    faulty = rng.sample(range(1, rows), each * len(KINDS))
    kind_at = dict(zip(faulty, list(KINDS) * each, strict=True))
    lines, faults = ["Name,Date of birth,Phone,Email,Record number"], {}
    for row in range(rows):
        facts = one(rng, row)
        shape = KINDS[kind_at[row]] if row in kind_at else "{name},{born},{phone},{email},{number}"
        if row in kind_at:
            faults[row + 2] = kind_at[row]
        lines.append(shape.format(**facts))
    return "\n".join(lines).encode("utf-8", "surrogateescape"), faults


def one(rng: random.Random, row: int) -> dict[str, str]:
    """Somebody nobody else is like."""
    given, family = ("".join(rng.choices(SYLLABLES, k=4)).title() for _part in range(2))
    born = f"{rng.randint(1930, 2008)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return {
        "name": f"{given} {family}",
        "long": "Ana " * 40,
        "born": born,
        "phone": f"804 {rng.randint(200, 999)} {row:04}",
        "email": f"p{row}@example.org",
        "number": f"n-{row + 1}",
    }
