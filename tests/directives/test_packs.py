"""The packs as data: every state whole, in two languages, and honest about how sure it is."""

import pytest

from handrail.directives import law
from handrail.directives.packs import OWN_RULE, READ, STATES, UNVERIFIED, pack_of, packs, steps
from tests.directives.reading import main_words, url

ALL = [pytest.param(pack, id=pack.id) for pack in packs().values()]


@pytest.mark.parametrize("pack", ALL)
def test_a_pack_says_that_it_is_no_legal_advice(pack):
    assert "not legal advice" in pack.notice.en
    assert "no es asesoría legal" in pack.notice.es


@pytest.mark.parametrize("pack", ALL)
def test_whatever_was_not_read_in_the_law_itself_is_shown_as_unverified(pack):
    for rule in pack.rules:
        assert rule.standing == (
            OWN_RULE if rule.status == "house rule" else READ if rule.status == "read" and not rule.secondary else UNVERIFIED
        )


@pytest.mark.parametrize("pack", ALL)
def test_nothing_is_both_given_and_not_given(pack):
    assert not {rule.key for rule in pack.rules} & set(pack.not_given)


@pytest.mark.parametrize("pack", ALL)
def test_where_a_peer_may_not_choose_nothing_is_suggested(pack):
    alone = [section for section in pack.sections if section.peer_may_not]

    assert {"medicines", "allergies", "emergency-medicine"} <= {section.id for section in alone}
    assert [section.id for section in alone if section.examples] == []


@pytest.mark.parametrize("pack", ALL)
def test_the_peer_never_witnesses_and_never_speaks_for_them(pack):
    assert "peer" in law.may_not_witness(pack)
    assert law.why_not_agent(pack, ["Dana"], "dana") != []


def test_the_rows_of_one_key_add_up():
    assert law.may_not_witness(packs()["wi"]) == ("relative", "pays", "provider", "facility_staff", "agent", "peer")


def test_a_state_that_we_do_not_know_gets_the_general_rules():
    assert pack_of("TX").id == "generic"
    assert pack_of("VA").id == "va"


def test_wisconsin_leaves_out_what_an_agent_may_not_decide():
    section = packs()["wi"].section("agent-may")

    assert not {"admit", "ect"} & law.offered_items(section)
    assert "Say yes to ECT." in law.may_not_decide(packs()["wi"])


def test_only_virginia_has_the_clause_and_it_is_left_out_by_default():
    clauses = {state: packs()[state].section(law.CLAUSE) for state in STATES}

    assert [state for state, section in clauses.items() if section] == ["va"]
    assert clauses["va"].off_by_default and clauses["va"].signed_apart and clauses["va"].needs == "override.attestation"


def test_the_workshop_has_nine_steps_in_their_order():
    assert list(steps()) == ["understand", "talk", "write", "check", "sign", "keep", "who-has-it", "each-year", "take-back"]
    assert len(steps()["talk"].starters) == 10


@pytest.mark.parametrize("state", STATES)
def test_pack_show_tells_every_rule_with_its_status(cast, client, state):
    page = main_words(client.enter(cast.alex).get(url("pack_show", state)))

    assert "not legal advice" in page
    for rule in packs()[state].rules:
        assert (rule.standing.en if rule.is_own else f"{rule.standing.en} {rule.source}") in page
        assert rule.words.en in page
