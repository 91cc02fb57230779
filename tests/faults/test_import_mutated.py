"""Files with something wrong in them, ten thousand in `make faults`: each is read or told why not, and none is taken over by half."""

import io
import json
import os
import random
import zipfile

import pytest
from django.db import transaction
from django.utils import timezone

from handrail.exchange import actions
from handrail.exchange.models import Import, StageName
from handrail.exchange.readers import Unreadable, troubles
from handrail.people.models import Enrolment, Person
from tests.exchange.bringing import go_on, read
from tests.exchange.dry import read_all
from tests.exchange.test_health import BUNDLE, CLINICAL, GOAL, PATIENT
from tests.exchange.test_taking import LIST

FILES = int(os.environ.get("HANDRAIL_MUTATED", "1000"))
STRANGE = [
    b"\x00",
    b"\xff",
    b'"',
    b"'",
    b",",
    b";",
    b"\n",
    b"\r",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"\\",
    b"=",
    b"1e999",
    b"null",
    b"-",
    b"\xed\xa0\x80",
    b"\\ud800",
]


def packed(**files: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.json", content)
    return whole.getvalue()


SEEDS = [
    LIST,
    LIST.decode().encode("utf-16"),
    LIST.replace(b",", b";"),
    BUNDLE,
    b"\n".join(json.dumps(one).encode() for one in (PATIENT, GOAL, CLINICAL)),
    json.dumps(PATIENT, indent=1).encode(),
    packed(a=BUNDLE, b=json.dumps(PATIENT).encode()),
]


def mutated(rng: random.Random) -> bytes:
    """One of the files, with a few bytes changed, cut, doubled, moved or put in."""
    content = bytearray(rng.choice(SEEDS))
    for _time in range(rng.randint(1, 6)):
        at, end = sorted((rng.randrange(len(content) + 1), rng.randrange(len(content) + 1)))
        match rng.randrange(6):
            case 0:
                content[at:at] = rng.choice(STRANGE)
            case 1:
                del content[at : min(end, at + rng.choice((1, 4, 400)))]
            case 2:
                content[at:at] = content[at : min(end, at + 200)] * rng.randint(1, 3)
            case 3 if content:
                content[min(at, len(content) - 1)] = rng.randrange(256)
            case 4:
                content = content[: max(end, 1)]
            case _:
                content[at:at] = rng.randbytes(rng.randint(1, 12))
    return bytes(content)


def test_mutated_files_are_read_or_told_why_not():
    told, broken = set(), []
    for number in range(FILES):
        content = mutated(random.Random(number))
        try:
            read_all(io.BytesIO(content))
        except Unreadable as trouble:
            told.add(trouble.why)
        except Exception as trouble:  # noqa: BLE001 - that is what is looked for
            broken.append((number, repr(trouble)))

    assert broken == []
    assert told <= set(troubles.FILE)
    assert len(told) >= 5


@pytest.mark.parametrize("number", range(FILES // 25))
def test_a_mutated_file_is_taken_over_whole_or_not_at_all(cast, number):
    before = Person.objects.count()
    with transaction.atomic():
        imported = read(cast, mutated(random.Random(100_000 + number)))
    if imported.stage_name == StageName.GIVEN_UP:
        assert Person.objects.count() == before
        return
    imported = go_on(actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))
    assert imported.stage_name == StageName.COMPLETE
    came = Person.objects.filter(made_by=cast.sam)
    assert set(came.values_list("pk", flat=True)) == set(
        Enrolment.objects.filter(enrolled_by=cast.sam).values_list("person", flat=True)
    )
    assert Import.objects.count() == 1
