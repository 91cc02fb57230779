"""What one file says of itself: who stands in it twice, and whose the supporters and hopes are."""

import io
import json
import zipfile

import pytest
from django.db import connection
from django.urls import reverse

from handrail.exchange import comparing, queries, reading, resources, within
from handrail.exchange.models import Brought, Clue, Record, StageName
from handrail.exchange.telling import LONGEST_HOPE
from handrail.exchange.work import turn
from handrail.people.models import ContactPoint, Supporter
from tests.exchange.bringing import read, said, sent, taken, verdicts
from tests.exchange.test_health import bundle


def patient(name, key="1", **more):
    return {"resourceType": "Patient", "id": key, "name": [{"text": name}]} | more


def goal(text, of="Patient/1", **more):
    about = {"subject": {"reference": of}, "description": {"text": text}}
    return {"resourceType": "Goal", "lifecycleStatus": "active"} | about | more


def numbered(number):
    return {"identifier": [{"system": "urn:home", "value": number}]}


def packed(*documents) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, resources_of_it in enumerate(documents):
            archive.writestr(f"{number}.json", bundle(*resources_of_it))
    return out.getvalue()


def brought() -> set[tuple[str, str]]:
    return {(one.person.chosen_name, one.text) for one in Brought.objects.select_related("person")}


def plain_bundle(*resources_of_it) -> bytes:
    """Without names of their own for the entries."""
    entries = [{"resource": one} for one in resources_of_it]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


@pytest.mark.parametrize("number", [True, False])
def test_each_document_has_its_own_patient_one(cast, number):
    names = ("Ana Ruiz", "Bo Lind")
    people = [patient(name, **(numbered(name) if number else {})) for name in names]

    taken(cast, packed(*([one, goal(f"Goal of {name}")] for one, name in zip(people, names, strict=True))))

    assert brought() == {(name, f"Goal of {name}") for name in names}


def test_of_two_with_one_number_each_is_known_again(cast):
    file = packed([patient("Ana Ruiz")], [patient("Bo Lind")])
    taken(cast, file)

    assert verdicts(read(cast, file)) == {"known": 2}


def test_the_same_patient_twice_keeps_what_belongs_to_them(cast):
    imported = taken(cast, bundle(patient("Ana Ruiz"), patient("Ana Ruiz"), goal("Walk")))

    assert verdicts(imported) == {"new": 1, "not_taken": 1}
    assert brought() == {("Ana Ruiz", "Walk")}


def test_the_same_patient_in_two_documents_gets_what_both_hold(cast):
    taken(cast, packed([patient("Ana Ruiz"), goal("Walk")], [patient("Ana Ruiz"), goal("Swim")]))

    assert brought() == {("Ana Ruiz", "Walk"), ("Ana Ruiz", "Swim")}


def test_what_names_somebody_of_another_document_goes_to_them_if_they_are_the_only_one(cast):
    alone = taken(cast, packed([patient("Ana Ruiz")], [goal("Walk")]))
    assert (verdicts(alone), brought()) == ({"new": 1}, {("Ana Ruiz", "Walk")})

    two = read(cast, packed([patient("Cy Noor")], [patient("Bo Lind")], [goal("Swim")]))

    assert said(two)[-1] == (1, "not_taken", [["nobody_of_theirs", ""]])


def test_two_of_one_document_who_are_called_the_same_at_their_homes(cast):
    homes = ("https://a.example/Patient/1", "https://b.example/Patient/1")
    people = [patient("Ana Ruiz", **numbered("a")), patient("Bo Lind", **numbered("b"))]
    entries = [{"fullUrl": home, "resource": one} for home, one in zip(homes, people, strict=True)]
    entries += [{"resource": goal(text, home)} for text, home in zip(("Walk", "Swim"), homes, strict=True)]

    taken(cast, json.dumps({"resourceType": "Bundle", "entry": entries}).encode())

    assert brought() == {("Ana Ruiz", "Walk"), ("Bo Lind", "Swim")}


@pytest.mark.parametrize(
    "about",
    [
        {"reference": "Group/1"},
        {"reference": "https://a.example/Group/1"},
        {"reference": "urn:uuid:1", "type": "Group"},
        {"reference": "Patient?identifier=https://a.example/1"},
        {"reference": "Patient/77"},
        {},
        "Patient/1",
    ],
)
def test_what_is_nobodys_of_the_file_is_not_taken_and_told(cast, client, about):
    imported = read(cast, bundle(patient("Ana Ruiz"), goal("Walk", subject=about)))

    assert said(imported) == [(1, "new", []), (2, "not_taken", [["nobody_of_theirs", ""]])]
    client.enter(cast.sam)
    page = client.get(reverse("exchange:import_show", args=[imported.pk]) + "?show=not_taken").content.decode()
    assert "Not taken (1)" in page
    assert "A goal or a plan · Line 2" in page
    assert "does not say clearly to whom this belongs" in page


@pytest.mark.parametrize("name", ["Patient/1", "urn:uuid:1", "https://a.example/fhir/Patient/1/_history/3", "1"])
def test_the_ways_to_name_a_patient(name):
    assert resources.id_in(name) == "1"


def test_a_supporter_that_is_refused_is_told(cast, client):
    related = {"resourceType": "RelatedPerson", "patient": {"reference": "Patient/1"}, "name": [{"text": "=Eve"}]}

    assert verdicts(read(cast, plain_bundle(patient("Ana Ruiz"), related))) == {"new": 1, "not_taken": 1}


def test_what_belongs_to_somebody_who_is_refused_is_told(cast):
    imported = read(cast, bundle(patient("=Ana"), patient("Bo Lind", "2"), goal("Walk")))

    assert said(imported)[-1] == (3, "not_taken", [["theirs_not_taken", ""]])


def test_what_is_dropped_of_somebody_is_remarked(cast):
    phones = [{"system": "phone", "value": f"804 555 {number:04}"} for number in range(21)]
    contact = [{"name": {"text": ""}, "telecom": [{"value": "804 555 0100"}]}]
    imported = taken(cast, bundle(patient("Ana Ruiz", telecom=phones, contact=contact), goal("Walk " * 300)))

    remarks = Record.objects.get(of=imported, line=1).told["remarks"]

    assert set(remarks) == {"more", "nobody_to_reach", "hope_cut"}
    assert (ContactPoint.objects.filter(value__startswith="804 555").count(), Supporter.objects.count()) == (20, 0)
    assert len(Brought.objects.get().text) == LONGEST_HOPE


def test_the_phone_of_somebody_without_a_name_in_a_list_is_remarked(cast):
    imported = read(cast, b"Name,Emergency contact,Emergency contact phone\nAna Ruiz,,804 555 0100\n")

    assert Record.objects.get(of=imported).told["remarks"] == ["nobody_to_reach"]


# A file without end


def test_of_one_kind_no_more_than_twenty_belong_to_anybody(cast):
    imported = taken(cast, bundle(patient("Ana Ruiz"), *(goal(f"Goal {number}") for number in range(30))))

    assert Brought.objects.count() == 20
    assert Record.objects.get(of=imported, line=1).told["remarks"] == ["more"]


def test_a_file_of_goals_without_end_is_refused(cast, monkeypatch):
    monkeypatch.setattr(reading, "MOST_RECORDS", 600)
    imported = read(cast, bundle(patient("Ana Ruiz"), *(goal(f"Goal {number}") for number in range(1200))))

    assert (imported.stage_name, imported.why_not) == (StageName.GIVEN_UP, "too_many_records")
    assert not Record.objects.filter(of=imported).exists()


def test_many_are_given_to_many_with_as_many_questions_as_one(cast, django_assert_max_num_queries, monkeypatch):
    """And by an index, however many records the file holds."""
    monkeypatch.setattr(within, "give_some", lambda _imported: 0)
    people = [patient(f"Ana Lux {number}", f"p{number}") for number in range(120)]
    imported = read(cast, packed(people, [goal("Walk", f"Patient/p{number}") for number in range(120)]))
    monkeypatch.undo()

    with django_assert_max_num_queries(12):
        assert within.give_some(queries.import_of(imported.pk)) == 120

    named = Record.objects.filter(of=imported, ref__in=["a" * 32]).exclude(ref="")
    if connection.vendor == "sqlite":
        assert "exchange_record_ref" in named.explain()


def test_of_one_record_only_so_much_is_compared(cast):
    letters = "abcdefghijklmnopqrst"
    addresses = [{"text": " ".join(["12", *(f"{one}{other}street" for one in letters)])} for other in letters]
    names = [{"use": "usual", "text": "Ana Ruiz"}, *({"text": f"{one}ana {one}ruiz"} for one in letters[:6])]
    imported = sent(cast, bundle(patient("Ana Ruiz", address=addresses) | {"name": names}))
    while queries.import_of(imported.pk).cursor.partition(":")[0] in ("", "gather"):
        turn(imported.pk, imported.agency_id, 0, rest=0)

    assert Clue.objects.filter(of=imported).count() == comparing.MOST_CLUES
