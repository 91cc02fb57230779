"""Health records (FHIR): who people are, who stands by them, what they hope for; nothing clinical."""

import json
import os
from pathlib import Path

import pytest

from handrail.exchange.models import Brought
from handrail.people.models import ContactPoint, Person, Supporter
from tests.exchange.bringing import read, said, taken, verdicts


def bundle(*resources) -> bytes:
    entries = [{"fullUrl": f"urn:uuid:{one.get('id', '')}", "resource": one} for one in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}, ensure_ascii=False).encode()


PATIENT = {
    "resourceType": "Patient",
    "id": "p1",
    "name": [
        {"use": "official", "family": "Muñoz", "given": ["Ana", "María"]},
        {"use": "usual", "text": "Anita"},
        {"use": "old", "text": "Somebody Before"},
    ],
    "telecom": [
        {"system": "phone", "value": "804 555 0142", "use": "mobile"},
        {"system": "email", "value": "ana@example.org"},
        {"system": "fax", "value": "1"},
    ],
    "birthDate": "1984-05",
    "address": [{"line": ["12 Mill St"], "city": "Richmond", "state": "VA", "postalCode": "23220"}],
    "communication": [{"language": {"text": "English"}}, {"language": {"text": "Spanish"}, "preferred": True}],
    "contact": [{"name": {"text": "Luz Muñoz"}, "relationship": [{"text": "Mother"}], "telecom": [{"value": "804 555 0100"}]}],
}
RELATED = {
    "resourceType": "RelatedPerson",
    "id": "r1",
    "patient": {"reference": "Patient/p1"},
    "name": [{"text": "Pat Neighbor"}],
    "relationship": [{"coding": [{"display": "neighbor"}]}],
}
GOAL = {
    "resourceType": "Goal",
    "id": "g1",
    "lifecycleStatus": "active",
    "subject": {"reference": "urn:uuid:p1"},
    "description": {"text": "Walk to the river"},
}
PLAN = {
    "resourceType": "CarePlan",
    "id": "c1",
    "status": "active",
    "subject": {"reference": "https://elsewhere.example/Patient/p1"},
    "title": "Exercise",
    "activity": [{"detail": {"code": {"text": "Swimming"}}}],
}
CLINICAL = {"resourceType": "Condition", "id": "x", "subject": {"reference": "Patient/p1"}, "code": {"text": "Asthma"}}
BUNDLE = bundle(GOAL, PATIENT, RELATED, PLAN, CLINICAL, GOAL | {"id": "g2", "lifecycleStatus": "completed"})


def ana() -> Person:
    return Person.objects.get(chosen_name="Anita")


def test_a_bundle_tells_who_somebody_is_in_whatever_order(cast):
    imported = taken(cast, BUNDLE)

    one = ana()
    assert (one.legal_name, one.other_names, one.speaks) == ("Ana María Muñoz", "", "Spanish, English")
    assert (one.born_year, one.born_month) == (1984, 5)
    assert set(ContactPoint.objects.filter(person=one).values_list("value", flat=True)) == {
        "804 555 0142",
        "ana@example.org",
        "12 Mill St, Richmond, VA 23220",
    }
    assert imported.left_out == {"Condition": 1, "Goal over": 1}


def test_those_who_stand_by_them_come_along_and_may_know_nothing(cast):
    taken(cast, BUNDLE)

    supporters = Supporter.objects.filter(person=ana()).order_by("name").values_list("name", "relation", "may_know")
    assert list(supporters) == [("Luz Muñoz", "family", "nothing"), ("Pat Neighbor", "friend", "nothing")]


def test_what_they_hope_for_is_a_proposal(cast):
    taken(cast, BUNDLE)

    assert list(Brought.objects.filter(person=ana()).order_by("kind").values_list("kind", "text")) == [
        ("goal", "Walk to the river"),
        ("plan", "Exercise: Swimming"),
    ]


def test_each_line_is_a_record_of_its_own_and_a_broken_one_spoils_nothing_else(cast):
    lines = [json.dumps(one) for one in (PATIENT, GOAL, CLINICAL)]

    imported = read(cast, "\n".join([lines[0], "{broken", *lines[1:]]).encode())

    assert [(line, verdict, why) for line, verdict, why in said(imported) if verdict == "not_taken"] == [
        (2, "not_taken", [["not_json", ""]])
    ]
    assert verdicts(imported) == {"new": 1, "not_taken": 1}


def test_a_bundle_on_one_line_that_says_only_at_its_end_what_it_is(cast):
    told = json.loads(BUNDLE)
    told = {"entry": told["entry"], "type": told["type"], "resourceType": told["resourceType"]}

    assert verdicts(read(cast, json.dumps(told).encode())) == {"new": 1}


def within_a_bundle(inner: dict) -> bytes:
    return bundle(PATIENT | {"id": "p2"}, inner)


def in_a_bare_list(inner: dict) -> bytes:
    return json.dumps([PATIENT, inner], indent=1).encode()


def on_a_line(inner: dict) -> bytes:
    return f"{json.dumps(PATIENT)}\n{json.dumps(inner)}\n".encode()


@pytest.mark.parametrize("put", [within_a_bundle, in_a_bare_list, on_a_line])
def test_a_bundle_within_another_file_of_records_is_told(cast, put):
    imported = read(cast, put(json.loads(BUNDLE)))

    assert verdicts(imported) == {"new": 1, "not_taken": 1}
    assert said(imported)[-1][1:] == ("not_taken", [["bundle_within", ""]])


def test_a_bundle_on_each_line(cast):
    other = PATIENT | {"id": "p2", "name": [{"text": "Bo Lind"}], "birthDate": "1951"}

    imported = read(cast, BUNDLE + b"\n" + bundle(other) + b"\n")

    assert sum(verdicts(imported).values()) == 2
    assert "not_taken" not in verdicts(imported)


def test_one_record_alone(cast):
    taken(cast, json.dumps(PATIENT, indent=2).encode())

    assert ana().legal_name == "Ana María Muñoz"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Ana"},
        {"name": [{"given": "Ana"}]},
        {"name": [{"given": [1], "family": {}}]},
        {"telecom": "804"},
        {"birthDate": 1984},
        {"address": [{"line": "12"}]},
        {"communication": [[]]},
        {"contact": {"name": 1}},
        {"name": []},
    ],
)
def test_a_record_in_no_shape_is_told_or_read_and_never_breaks(cast, wrong):
    imported = read(cast, bundle(PATIENT | wrong))

    assert sum(verdicts(imported).values()) == 1


def test_the_same_bundle_again_changes_nothing(cast):
    taken(cast, BUNDLE)

    assert verdicts(taken(cast, BUNDLE)) == {"known": 1}
    assert Brought.objects.count() == 2


@pytest.mark.real_data
def test_forty_seven_people_of_a_zip_file(cast):
    folder = os.environ.get("HANDRAIL_REAL_DATA")
    if not folder:
        pytest.skip("HANDRAIL_REAL_DATA is not set")
    archive = Path(folder) / "fhir" / "synthea-r4-bundles-A.zip"

    imported = taken(cast, archive)

    assert verdicts(imported) == {"new": 47}  # three pairs share a birthday and a town, under quite other names
    assert Person.objects.filter(made_by=cast.sam).count() == 47
    assert imported.left_out["Observation"] == 5028
    assert Brought.objects.filter(kind="goal").count() == 66
    assert verdicts(taken(cast, archive)) == {"known": 47}
