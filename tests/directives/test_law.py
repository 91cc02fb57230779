"""What a state's rules ask, as pure functions: every wrong path has a clear sentence, and nothing slips through."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail.directives import law
from handrail.directives.law import AgentNamed, Ceremony, ClauseGiven, Written
from handrail.directives.packs import packs
from tests.directives.reading import witness

VA, OH, WI, ANY = (packs()[state] for state in ("va", "oh", "wi", "generic"))
TODAY = date(2026, 11, 23)
TASHA = AgentNamed("Tasha Green", signs=True, accepts=True)
PAPER = Written(sections=frozenset({"helps"}), agents=(TASHA,), helpers=("Dana Whitfield",))

CALMLY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
states = st.sampled_from(list(packs().values()))
names = st.text(min_size=1, max_size=30).filter(str.strip)
days = st.dates(min_value=date(1990, 1, 1), max_value=TODAY)


def ceremony(pack, *who, **more):
    who = who or ("Walt Ames", "Rosa Diaz")
    witnesses = tuple(one if isinstance(one, law.WitnessGiven) else witness(pack, one) for one in who)
    return Ceremony(**{"maker": "Marcus", "on": TODAY, "witnesses": witnesses} | more)


def why_not(pack, *who, written=PAPER, **more):
    return [str(one) for one in law.why_not_signed(pack, written, ceremony(pack, *who, **more), TODAY)]


@pytest.mark.parametrize("pack", [VA, OH, WI, ANY], ids=lambda pack: pack.id)
def test_signed_as_it_should_be_nothing_is_missing(pack):
    assert why_not(pack) == []


@pytest.mark.parametrize(
    ("pack", "sentence"),
    [
        (
            WI,
            "Tasha Green is the person who speaks for you. In Wisconsin that person cannot be a witness. Choose somebody else.",
        ),
        (OH, "Tasha Green signs to speak for you, and cannot witness that too. Choose somebody else."),
        (
            VA,
            "Tasha Green is the person who speaks for you. That is allowed here as far as we know, but somebody else is safer.",
        ),
    ],
    ids=lambda one: getattr(one, "id", ""),
)
def test_the_witness_is_the_agent(pack, sentence):
    said = why_not(pack, "tasha GREEN", "Rosa Diaz")

    assert len(said) == 1
    assert said[0].casefold().startswith(sentence.casefold())


def test_where_it_is_allowed_they_may_know_and_want_it_so():
    assert why_not(VA, "Tasha Green", "Rosa Diaz", knows=True) == []
    assert why_not(WI, "Tasha Green", "Rosa Diaz", knows=True) != []


@pytest.mark.parametrize("pack", [VA, OH, WI, ANY], ids=lambda pack: pack.id)
def test_the_peer_who_helped_is_no_witness(pack):
    assert why_not(pack, "dana whitfield", "Rosa Diaz") == [
        "dana whitfield is the peer who helps with this paper, and does not sign as a witness. Choose somebody else."
    ]


@pytest.mark.parametrize("role", ["relative", "pays", "provider", "facility_staff"])
def test_in_wisconsin_others_may_not_be_witnesses(role):
    said = why_not(WI, witness(WI, "Walt Ames", relation=role), "Rosa Diaz")

    assert said == [f"Walt Ames {law.BARRED[role]}. In Wisconsin that person cannot be a witness. Choose somebody else."]


def test_what_was_not_asked_of_a_witness_is_still_to_be_asked():
    asked = frozenset(law.may_not_witness(WI)) - {"pays"}
    said = why_not(WI, witness(WI, "Walt Ames", is_not=asked), "Rosa Diaz")

    assert said == ["Tick for Walt Ames: does not pay for my care. If it is so, choose somebody else."]


def test_one_witness_is_too_few():
    assert why_not(VA, "Walt Ames") == ["There are too few witnesses: it takes 2, and 1 is there."]
    assert why_not(OH, "Walt Ames") == [
        "There is no notary, and there are too few witnesses: Ohio asks for a notary or for 2 witnesses."
    ]


def test_the_same_witness_twice_is_one():
    assert "The same person stands there twice. Each witness is somebody else." in why_not(VA, "Walt Ames", "WALT  AMES")


def test_a_child_is_no_witness():
    assert "is not an adult" in why_not(VA, witness(VA, "Walt Ames", is_adult=False), "Rosa Diaz")[0]


def test_in_ohio_a_notary_takes_the_place_of_witnesses_and_elsewhere_not():
    by_notary = {"witnesses": (), "notary": "N. Public", "notary_on": TODAY}

    assert why_not(OH, **by_notary) == []
    assert why_not(OH, **by_notary | {"notary_on": None}) == ["Write the date on which the notary signed."]
    assert why_not(VA, **by_notary) != []
    assert why_not(WI, **by_notary) != []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"notary": "tasha green"}, "tasha green is the person who speaks for you, and is not the notary too."),
        ({"notary": "Dana Whitfield"}, "Dana Whitfield is the peer who helps with this paper, and is not the notary too."),
        ({"notary": "Marcus"}, "You cannot be the notary for your own signature."),
        ({"notary_on": TODAY + timedelta(days=1)}, "The date of the notary is still to come."),
        ({"notary_on": TODAY - timedelta(days=1)}, "The date of the notary is before the day on which you signed."),
        ({"on_screen": True, "knows": True}, "A notary signs and seals on paper."),
    ],
)
def test_not_every_notary_will_do(wrong, said):
    [sentence] = why_not(OH, **{"witnesses": (), "notary": "N. Public", "notary_on": TODAY} | wrong)

    assert sentence.startswith(said)


def test_on_a_screen_it_says_where_nobody_has_read_that_it_counts():
    assert why_not(VA, on_screen=True) == []
    assert why_not(OH, on_screen=True, knows=True) == []
    [said] = why_not(OH, on_screen=True)
    assert said.startswith("We have not read whether a signature on a screen counts here (Ohio).")


def test_the_clause_lets_somebody_go_on_so_there_is_somebody():
    alone = Written(PAPER.sections, (), PAPER.helpers, clause=True)

    assert why_not(VA, written=alone, clause=ATTESTED) == [
        "One part lets whoever speaks for you go on after a no, and nobody is named. Name somebody, or say no."
    ]


def test_in_ohio_whoever_speaks_for_them_signs_too():
    unsigned = Written(PAPER.sections, (AgentNamed("Tasha Green", accepts=True),), PAPER.helpers)

    assert why_not(OH, written=unsigned) == ["In Ohio Tasha Green signs too, before the same witnesses or the notary."]
    assert why_not(VA, written=unsigned) == []


def test_whoever_speaks_for_them_was_asked():
    assert why_not(VA, written=Written(PAPER.sections, (AgentNamed("Tasha Green"),))) == [
        "Ask Tasha Green, and note whether they said yes."
    ]


def test_an_empty_paper_is_not_signed():
    assert why_not(VA, written=Written())[0] == "Nothing is written yet. One sentence is enough to begin."


WITH_CLAUSE = Written(PAPER.sections, PAPER.agents, PAPER.helpers, clause=True)
ATTESTED = ClauseGiven("Marcus", "Dr. Lee", "attending_physician", TODAY)


def test_the_clause_counts_with_its_own_signature_and_the_statement_of_that_day():
    assert why_not(VA, written=WITH_CLAUSE, clause=ATTESTED) == []


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        (None, "The part on going on after a no has no signature of its own."),
        (ClauseGiven("", "Dr. Lee", "attending_physician", TODAY), "You sign for that part yourself, a second time."),
        (ClauseGiven("Marcus", "", "attending_physician", TODAY), "That part needs a written statement"),
        (ClauseGiven("Marcus", "Dana", "peer", TODAY), "That part needs a written statement"),
        (ClauseGiven("Marcus", "Dr. Lee", "attending_physician", TODAY - timedelta(days=1)), "The statement has to be made"),
    ],
)
def test_the_clause_does_not_count_otherwise(given, begins):
    [said] = why_not(VA, written=WITH_CLAUSE, clause=given)

    assert said.startswith(begins)


def test_there_is_no_such_clause_elsewhere_and_no_signature_for_one_that_is_not_there():
    assert why_not(OH, written=WITH_CLAUSE, clause=ATTESTED) != []
    assert why_not(VA, clause=ATTESTED) == ["You signed for a clause that is not in the paper. Write the clause first."]


def test_ohio_runs_out_after_three_years_and_the_others_as_far_as_we_know_not():
    assert law.ends_on(OH, date(2026, 11, 23)) == date(2029, 11, 23)
    assert law.ends_on(OH, date(2024, 2, 29)) == date(2027, 2, 28)
    assert [law.ends_on(pack, TODAY) for pack in (VA, WI, ANY)] == [None, None, None]


def test_a_paper_of_four_years_ago_cannot_be_signed_in_after_its_end():
    assert "it would have run out already" in why_not(OH, on=TODAY - timedelta(days=4 * 365))[-1]


@pytest.mark.parametrize(
    ("left", "which"), [(91, None), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (1, 7), (0, 0), (-5, 0)]
)
def test_reminders_come_at_90_30_and_7_days(left, which):
    assert law.reminder(OH, TODAY + timedelta(days=left), TODAY) == which


def revoking(pack, how, **more):
    told = {"on": TODAY, "is_able": True, "signed_on": TODAY - timedelta(days=9), "today": TODAY} | more
    return [str(one) for one in law.why_not_revoked(pack, how=how, **told)]


def test_each_state_has_its_own_way_of_taking_it_back():
    assert law.forms_of_revoking(VA) == ("written_signed_dated", "destroying", "spoken")
    assert law.forms_of_revoking(OH) == ("written_signed_dated",)
    assert law.counts_when_told(OH) and not law.counts_when_told(VA)
    assert law.forms_of_revoking(WI) == ()
    assert revoking(VA, "spoken") == revoking(OH, "written_signed_dated") == revoking(WI, "other") == []
    assert revoking(OH, "spoken")[0].startswith("This is not a way to take it back in Ohio: Write that you take it back")
    assert revoking(WI, "") == ["Say how you took it back."]


def test_taking_back_asks_for_capacity_where_the_state_does():
    assert revoking(OH, "written_signed_dated", is_able=False) == [
        "In Ohio you can take it back only while you are able to decide."
    ]
    assert revoking(WI, "other", is_able=False) == []


def test_taking_back_has_a_day():
    assert revoking(VA, "spoken", on=None) == ["Write the date on which you took it back."]
    assert revoking(VA, "spoken", on=TODAY + timedelta(days=1)) != []
    assert revoking(VA, "spoken", on=TODAY - timedelta(days=10)) == ["This is before the day on which it was signed."]


@CALMLY
@given(states, names, st.sampled_from(sorted(law.BARRED)))
def test_whoever_is_barred_never_witnesses_however_the_name_is_typed(pack, name, role):
    """Neither what is told nor what is known of them lets them through, and no tick does."""
    if role not in law.may_not_witness(pack):
        return
    told = ceremony(pack, witness(pack, name, relation=role), witness(pack, "Rosa Diaz"), knows=True)
    assert law.why_not_signed(pack, PAPER, told, TODAY) != []


@CALMLY
@given(states, names)
def test_the_helper_never_witnesses(pack, name):
    written = Written(PAPER.sections, PAPER.agents, (name,))
    for typed in (name, f"  {name} ", name.swapcase() if law.same_name(name, name.swapcase()) else name):
        assert law.why_not_signed(pack, written, ceremony(pack, typed, "Rosa Diaz", knows=True), TODAY) != []


@CALMLY
@given(states, st.lists(st.sampled_from(["Walt Ames", "Rosa Diaz", "walt ames", "Rosa  Diaz"]), max_size=4))
def test_it_takes_two_different_people_or_where_it_is_allowed_a_notary(pack, who):
    different = {name.casefold().replace("  ", " ") for name in who}
    told = Ceremony("Marcus", TODAY, tuple(witness(pack, one) for one in who))
    assert (law.why_not_signed(pack, PAPER, told, TODAY) == []) == (len(different) == 2 and len(who) == 2)


@CALMLY
@given(days)
def test_an_end_is_three_years_on_and_never_before(day):
    ends = law.ends_on(OH, day)
    assert ends.year == day.year + 3
    assert 1094 <= (ends - day).days <= 1096
    assert law.ends_on(VA, day) is None


@CALMLY
@given(days, days)
def test_reminders_never_go_back_as_the_day_comes_nearer(one, other):
    ends = date(2026, 11, 23)
    early, late = sorted((one, other))
    rank = {None: 91, 90: 90, 30: 30, 7: 7, 0: 0}
    assert rank[law.reminder(OH, ends, late)] <= rank[law.reminder(OH, ends, early)]
