"""Who is asked about on published data: a sample of what `make matching` measures, with the import itself."""

import os

import pytest

from tests.exchange.bringing import DATA


@pytest.mark.real_data
def test_those_who_are_one_are_asked_about_and_hardly_anybody_else(cast):
    if not os.environ.get(DATA):
        pytest.skip(f"{DATA} is not set")
    from benchmarks import matching

    rows = matching.records(1)
    asked, refused = matching.asked_in_one_file(cast, rows)
    precision, recall = matching.figures(set(asked), matching.true_pairs(rows))

    assert len(rows) == 1_000
    assert refused == 0
    assert precision >= 0.98
    assert recall >= 0.95


@pytest.mark.real_data
def test_the_others_of_somebody_who_is_here_already_are_asked_about(cast):
    if not os.environ.get(DATA):
        pytest.skip(f"{DATA} is not set")
    from benchmarks import matching

    rows = [row for row in matching.records(3) if int(matching.who(row)) < 300]
    asked, possible = matching.asked_beside_known(cast, rows)
    precision, recall = matching.figures(set(asked), possible)

    assert len(possible) > 300
    assert precision >= 0.98
    assert recall >= 0.95
