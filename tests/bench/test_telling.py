"""The data set is the same for everybody, and what was not reached is said."""

from collections import Counter

from rapidfuzz.distance import OSA

from benchmarks import dataset
from benchmarks.load import Job, once
from benchmarks.report import SLIPS, WORDS, Report


def figures(milliseconds: float, others: float = 0.0) -> dict:
    return {"p50": milliseconds, "p95": 2 * milliseconds, "a_second": 1.0, "error": "", "others": others}


def results(ours: float, found: float = 1.0) -> dict:
    """What a run keeps: every job takes so many milliseconds, ten on the floor."""
    clients = {many: figures(ours) for many in ("1", "8")}
    floor = {job: {many: figures(10) for many in ("1", "8")} for job in ("J1", "J2", "J3", "J4")}
    kinds = dict.fromkeys((*SLIPS, "part"), found)
    handrail = {
        "jobs": dict.fromkeys(WORDS, clients),
        "start": 0.5,
        "shown": 20,
        "memory": {"two web workers": 120},
        "bytes": {"a contact": 1000, "a line of the record": 300},
        "found": kinds,
        "filled": {"lines": 10, "seconds": 1},
        "weights": {"first page (Today)": {"requests": 5, "compressed": 80, "as sent": 90, "html": 20}},
        "profiles": dict.fromkeys(WORDS, "where the work was: in the story"),
    }
    floors = {"raw": floor, "django": floor, "found": kinds, "memory": 100}
    return {"people": 10_000, "contacts": 100_000, "on": {"sqlite": {"handrail": handrail, "floors": floors}}}


def test_the_data_set_is_the_same_every_time():
    again = [dataset.queries(500, 40), list(dataset.people(50)), list(dataset.notes(50, 50)), list(dataset.goals(20))]

    assert again == [dataset.queries(500, 40), list(dataset.people(50)), list(dataset.notes(50, 50)), list(dataset.goals(20))]
    assert [one.number for one in dataset.notes(50, 50)] == list(range(1, 51))
    assert list(dataset.notes(1000, 50))[-1].day == dataset.END


def test_a_misspelt_name_has_one_wrong_letter_and_the_kinds_come_evenly():
    everybody, asked = dataset.everybody(500), dataset.queries(500, 400)

    assert Counter(query.kind for query in asked) == {"part": 200, **dict.fromkeys(dataset.SLIPS, 50)}
    for query in asked:
        if query.kind != "part":
            assert OSA.distance(query.text, everybody[query.person - 1].name) == 1


def test_what_is_reached_says_so_and_shows_no_profile():
    told = Report(results(20)).whole()

    assert "| J2 open a person's page | 10.00 | 10.0 | 20.0 | 2.0 | ≤ 2.5 | reached |" in told
    assert "every target above is reached" in told
    assert "in the story" not in told


def test_what_is_not_reached_is_named_with_its_profile():
    told = Report(results(60, found=0.9)).whole()

    assert "| J2 open a person's page | 10.00 | 10.0 | 60.0 | 6.0 | ≤ 2.5 | **not reached** |" in told
    assert "- Encrypted SQLite: J2 open a person's page: 6.0 times the floor instead of 2.5" in told
    assert "- Encrypted SQLite: found with a letter swapped: 90.0%" in told
    assert "in the story" in told


def test_an_error_of_one_client_is_the_answer():
    def breaks(line, dice):
        raise ValueError("wrong answer")

    told = once(Job("breaks", lambda: None, breaks), clients=2, seconds=0.01)

    assert told.error == "ValueError: wrong answer"
    assert once(Job("works", lambda: None, lambda line, dice: None), clients=2, seconds=0.01).deeds > 0


def test_a_busy_machine_is_owned_up_to():
    kept = results(20)
    assert "Nobody else used it." in Report(kept).whole()

    kept["on"]["sqlite"]["floors"]["django"]["J1"]["8"] = figures(10, others=1.2)
    told = Report(kept).whole()
    assert "runs began, others used up to 1.2 cores, so theirs say little: " in told
    assert "Encrypted SQLite, floor, J1, 8 client(s).**" in told


def test_growth_is_told_beside_the_figures():
    grown = {"10000": {"jobs": {"J2": {"1": figures(20)}}}, "1000000": {"jobs": {"J2": {"1": figures(30)}}}}
    told = Report(results(20) | {"growth": {"postgresql": grown}}).whole()

    assert "| PostgreSQL: J2 open a person's page | 20.0 | 30.0 | 1.50 | **not reached** |" in told
    assert "- PostgreSQL: growth of J2 open a person's page: 1.50 times instead of 1.3" in told
