"""A file is read while nobody waits for it: its batches are kept in short steps, and it is gone through once."""

from contextlib import closing, contextmanager

import pytest
from django.utils import timezone

from handrail.exchange import queries, reading, work
from handrail.exchange.actions import agree, begin_again
from handrail.exchange.models import Record, StageName
from handrail.exchange.work import _left_open, _Steps, turn
from tests.exchange.bringing import go_on, sent
from tests.exchange.test_health import PATIENT, bundle

MANY = 12
PEOPLE = [PATIENT | {"id": f"p{number}", "name": [{"text": f"Ana {number}"}]} for number in range(MANY)]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 3)


@pytest.fixture
def begun(monkeypatch):
    """How often somebody went through a file from its beginning."""
    every, records_in = [], reading.records_in

    def counted(imported, file):
        every.append(imported.pk)
        return records_in(imported, file)

    monkeypatch.setattr(reading, "records_in", counted)
    return every


def numbers(imported) -> list[int]:
    return list(Record.objects.filter(of=imported).order_by("number").values_list("number", flat=True))


def with_columns(imported, columns) -> None:
    agree(imported=imported, columns=imported.looked | {"columns": columns}, by=imported.by, at=timezone.now())


def test_nobody_waits_while_a_file_is_looked_at_and_read(cast, monkeypatch):
    holding, met, real_work = [], [], work.one_work

    @contextmanager
    def one_work(**more):
        with real_work(**more) as lines:
            holding.append(True)
            yield lines
            holding.pop()

    def noted(function):
        def note(*given):
            met.append(bool(holding))
            return function(*given)

        return note

    monkeypatch.setattr(work, "one_work", one_work)
    for owner, name in ((work, "opened"), (reading, "kind_of"), (reading.health, "_of_one"), (reading, "_from_found")):
        monkeypatch.setattr(owner, name, noted(getattr(owner, name)))

    go_on(sent(cast, bundle(*PEOPLE)))

    assert len(met) > MANY
    assert not any(met)


def test_the_next_turn_goes_on_with_the_file_where_the_last_one_stopped(cast, begun):
    imported, turns = sent(cast, bundle(*PEOPLE)), 0
    while turn(imported.pk, imported.agency_id, 0, rest=0):
        turns += 1

    assert turns > MANY // 3
    assert begun == [imported.pk]
    assert numbers(imported) == list(range(1, MANY + 1))
    assert not _left_open


def test_two_workers_that_take_turns_keep_each_record_once(cast):
    imported = sent(cast, bundle(*PEOPLE))

    with (
        closing(_Steps(imported.pk, imported.agency_id, None)) as one,
        closing(_Steps(imported.pk, imported.agency_id, None)) as other,
    ):
        while one.one() and other.one() and one.one():
            pass

    assert queries.import_of(imported.pk).stage_name == StageName.READ
    assert numbers(imported) == list(range(1, MANY + 1))


def test_what_was_read_ahead_is_not_kept_when_somebody_else_was_faster(cast, monkeypatch):
    imported = sent(cast, bundle(*PEOPLE))
    slow = _Steps(imported.pk, imported.agency_id, None)
    read_ahead = slow._read_ahead

    def and_somebody_else(*given):
        ahead = read_ahead(*given)
        with closing(_Steps(imported.pk, imported.agency_id, None)) as faster:
            faster.one()
        return ahead

    monkeypatch.setattr(slow, "_read_ahead", and_somebody_else)
    with closing(slow):
        while slow.one():
            pass

    assert queries.import_of(imported.pk).stage_name == StageName.READ
    assert numbers(imported) == list(range(1, MANY + 1))


def test_a_file_agreed_to_anew_is_not_read_on_by_the_columns_of_before(cast):
    """A worker had it open from its first reading, when another one finished that."""
    imported = go_on(sent(cast, b"name,nick\n" + b"".join(b"Ana %d,Nan %d\n" % (n, n) for n in range(MANY))))
    with_columns(imported, ["chosen_name", ""])
    turn(imported.pk, imported.agency_id, 0, rest=0)
    of_before = _left_open.pop(imported.pk)
    begin_again(imported=go_on(imported), by=imported.by, at=timezone.now())
    with_columns(imported, ["", "chosen_name"])
    turn(imported.pk, imported.agency_id, 0, rest=0)
    _left_open[imported.pk] = of_before

    go_on(imported)

    told = {one.told["chosen_name"] for one in Record.objects.filter(of=imported)}
    assert told == {f"Nan {n}" for n in range(MANY)}
