from datetime import date

import pytest

from handrail.accounts.forms.joining import PACKS
from handrail.scope.catalogue import Sort, Status, pack
from handrail.scope.catalogue.packs import OFFERED, SORT_OF, TOPICS, kept, told
from handrail.scope.catalogue.reading import FOLDER, DoesNotFit, read

SECONDARY = [
    "by way of",
    "general knowledge",
    "not read",
    "suggestion",
    "older text",
    "copelandcenter",
    "wicps.org",
    "solima.app",
]


@pytest.mark.parametrize("name", OFFERED)
def test_every_value_says_what_it_is_where_it_was_read_and_how_sure_we_are(name):
    for value in pack(name).values.values():
        assert value.label, value.key
        assert value.source, value.key
        assert value.status in Status, value.key
        assert value.as_of <= date.today(), value.key
        assert value.topic, value.key
        assert value.value is None or SORT_OF[type(value.value)] == value.sort, value.key


@pytest.mark.parametrize("name", OFFERED)
def test_what_came_by_way_of_somebody_else_is_not_verified(name):
    sure = [value for value in pack(name).values.values() if value.status == Status.READ]

    assert [value.key for value in sure for mark in SECONDARY if mark in value.source] == []


@pytest.mark.parametrize("name", OFFERED)
def test_every_pack_has_the_federal_values(name):
    federal = {row["key"] for row in read(FOLDER / "packs" / "us.toml")["value"]}

    assert federal
    assert federal <= set(pack(name).values)


def test_the_packs_are_those_an_agency_can_choose():
    assert set(OFFERED) == {name for name, _label in PACKS}


def test_an_agency_without_a_pack_of_ours_goes_by_the_general_one():
    assert pack("TX") == pack("generic")


def test_a_states_own_value_stands_above_the_general_one():
    assert pack("VA").values["billing.code_individual"].value == "H0024"
    assert pack("generic").values["billing.code_individual"].value == "H0038"
    assert pack("OH").values["retention.years_after_discharge"].status == Status.READ
    assert pack("VA").values["retention.years_after_discharge"].status == Status.UNVERIFIED


def test_numbers_of_virginia_wisconsin_and_ohio():
    assert pack("VA").values["billing.max_units_per_day"].value == 16
    assert pack("VA").values["group.most_per_peer"].value == 10
    assert pack("WI").values["supervision.one_hour_per_service_hours"].value == 30
    assert pack("OH").values["pad.expires_years"].value == 3


def test_a_limit_that_was_taken_away_is_told_as_none():
    limit = pack("VA").values["caseload.annual_limit"]

    assert limit.value is None
    assert limit.sort == Sort.NUMBER


def test_values_come_in_the_order_of_their_topics():
    topics = [str(value.topic) for value in pack("VA").values.values()]
    in_order = [str(topic) for topic in dict.fromkeys(TOPICS.values()) if str(topic) in topics]

    assert list(dict.fromkeys(topics)) == in_order


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        (Sort.NUMBER, 15),
        (Sort.YES_NO, True),
        (Sort.TEXT, "at once"),
        (Sort.DATE, date(2027, 5, 11)),
        (Sort.LIST, ("one", "two")),
        (Sort.NUMBER, None),
    ],
)
def test_a_value_comes_back_from_the_database_as_it_went_in(sort, value):
    assert told(sort, kept(value)) == value


@pytest.mark.parametrize(
    ("sort", "value"), [(Sort.NUMBER, "15"), (Sort.NUMBER, True), (Sort.YES_NO, 1), (Sort.DATE, 3), (Sort.LIST, "one")]
)
def test_a_value_of_another_sort_does_not_fit(sort, value):
    with pytest.raises(DoesNotFit):
        told(sort, value)
