"""The list of people as a working table: columns, sorting, choosing; all of it in the address."""

import re

import pytest
from django.db.models import Value
from django.db.models.functions import Concat
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.people import actions, columns
from handrail.people.columns import Column
from handrail.people.models import PhaseName, SupportAgreement
from tests.cast import welcome
from tests.people.reading import cost, into_bridge, main_words, table_words, url


def names(answer) -> list[str]:
    return re.findall(r'class="who"[^>]*>([^<]*)<', answer.content.decode())


def agreed(cast, person, days, program=None):
    row = SupportAgreement(person=person, program=program or cast.community, every_days=days)
    actions.agree(agreement=row, by=cast.dana, at=timezone.now())


@pytest.fixture
def three(cast):
    """Ben weekly, Cal monthly, Marcus whenever he wants, Abe with nothing agreed."""
    for name in ("ben", "cal", "abe"):
        welcome(cast, name, name.capitalize(), cast.dana)
    agreed(cast, cast.ben, 7)
    agreed(cast, cast.cal, 30)
    agreed(cast, cast.marcus, None)


def test_person_list_tells_the_rhythm_agreed(cast, three, client):
    page = main_words(client.enter(cast.dana).get(url("person_list")))

    assert "Abe Ben Weekly Cal Monthly Marcus As they want" in page


def test_person_list_is_sorted_by_a_column_those_without_last(cast, three, client):
    client.enter(cast.dana)

    assert names(client.get(url("person_list"))) == ["Abe", "Ben", "Cal", "Marcus"]
    assert names(client.get(url("person_list"), {"sort": "rhythm"})) == ["Ben", "Cal", "Marcus", "Abe"]
    assert 'aria-sort="ascending"' in client.get(url("person_list"), {"sort": "rhythm"}).content.decode()


def test_a_rhythm_of_the_other_program_does_not_show(cast, client):
    into_bridge(cast)
    row = SupportAgreement(person=cast.marcus, program=cast.bridge, every_days=1)
    actions.agree(agreement=row, by=cast.ray, at=timezone.now())

    assert "Daily" not in main_words(client.enter(cast.dana).get(url("person_list")))
    assert "Daily" in main_words(client.enter(cast.ray).get(url("person_list")))


def test_an_app_above_puts_its_column_into_the_list(cast, client, monkeypatch):
    monkeypatch.setattr(columns, "_columns", {})
    columns.register(
        Column(
            "shoes",
            "Shoes",
            lambda _at: Concat("person__pronouns", Value(" of "), "program__name"),
            min,
            str.capitalize,
            order=1,
            sort_words="Smallest first",
        )
    )
    welcome(cast, "ben", "Ben", cast.dana, pronouns="a")
    page = client.enter(cast.dana).get(url("person_list"), {"sort": "shoes"})

    assert "A of community" in main_words(page)
    assert 'href="?sort=shoes"' in page.content.decode()


def test_person_list_is_narrowed_by_program_peer_and_phase(cast, client):
    accounts.give_role(staff=cast.sam, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    accounts.begin_supervision(supervisor=cast.sam, staff=cast.ray, kind="administrative", by=cast.alex, at=cast.began)
    accounts.begin_supervision(supervisor=cast.sam, staff=cast.noor, kind="administrative", by=cast.alex, at=cast.began)
    into_bridge(cast)
    actions.enter_phase(enrolment=cast.ana_there, phase=PhaseName.STABILISATION, words="", by=cast.noor, at=timezone.now())
    client.enter(cast.sam)
    asked = {
        "program": (cast.bridge.pk, ["Marcus"]),
        "peer": (cast.noor.pk, ["Ana"]),
        "phase": ("stabilisation", ["Ana"]),
    }

    assert names(client.get(url("person_list"))) == ["Ana", "Marcus"]
    for name, (value, who) in asked.items():
        assert names(client.get(url("person_list"), {name: value})) == who
    in_bridge = table_words(client.get(url("person_list"), {"program": cast.bridge.pk}))
    assert "Bridge, with Ray" in in_bridge
    assert "Community" not in in_bridge
    nobody = main_words(client.get(url("person_list"), {"program": cast.bridge.pk, "peer": cast.noor.pk}))
    assert "Nobody here fits" in nobody


@pytest.mark.parametrize(
    "address", ["?program=7", "?peer=x&phase=never", "?sort=chosen_name", "?sort=rhythm_days", "?program=%00", "?page=x"]
)
def test_person_list_takes_what_is_not_offered_as_not_asked(cast, client, address):
    answer = client.enter(cast.dana).get(url("person_list") + address)

    assert answer.status_code == 200
    assert names(answer) == ["Marcus"]


def test_a_program_or_a_peer_one_does_not_reach_is_not_offered(cast, client):
    into_bridge(cast)
    page = client.enter(cast.dana).get(url("person_list"), {"program": cast.bridge.pk}).content.decode()

    assert "Bridge" not in page
    assert str(cast.ray.pk) not in page
    assert "Marcus" in page


def test_person_list_in_pages_keeps_what_was_chosen(cast, client):
    for number in range(51):
        welcome(cast, f"p{number}", f"Pim {number:02}", cast.dana)
    client.enter(cast.dana)

    page = client.get(url("person_list"), {"sort": "rhythm"}).content.decode()

    assert 'href="?sort=rhythm&amp;page=2"' in page
    assert names(client.get(url("person_list") + "?sort=rhythm&page=2")) == ["Pim 49", "Pim 50"]


def test_choosing_keeps_the_tab_of_those_nobody_walks_with(cast, client):
    welcome(cast, "will", "Will", None)
    page = client.enter(cast.sam).get(url("person_list"), {"alone": "", "sort": "rhythm"}).content.decode()

    assert '<input type="hidden" name="alone" value="">' in page
    assert 'href="?alone"' in page


def test_person_list_sorted_and_narrowed_asks_as_much_for_one_as_for_forty(cast, client):
    address = url("person_list") + "?sort=rhythm&phase=initiation"
    client.enter(cast.dana)
    costs = []
    for more in (1, 2, 37):
        for number in range(more):
            welcome(cast, "pim", f"Pim {more} {number}", cast.dana)
            agreed(cast, cast.pim, 7)
            actions.enter_phase(enrolment=cast.pim_there, phase=PhaseName.INITIATION, words="", by=cast.dana, at=timezone.now())
        costs.append(cost(client, address))

    assert costs[0] == costs[1] == costs[2]
