"""Who opened a record: in words, by day, for the person beside you."""

import ast
import pathlib
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.apps import apps

import handrail
from handrail.accounts import actions as accounts
from handrail.audit.models import Entry
from handrail.audit.queries import count_appearances
from handrail.people import actions, opened
from handrail.people.models import BlockKind, ToldWhom
from tests.people.reading import cost, in_an_emergency, main_words, url

NIGHT = datetime(2031, 3, 4, 3, 30, tzinfo=UTC)  # still the evening of 3 March in New York


def calls():
    """Every call in Handrail's code, with its file."""
    for path in sorted(pathlib.Path(handrail.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                yield path, node


def called(node) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def keywords(node) -> dict:
    return {word.arg: word.value for word in node.keywords}


def verbs_with_a_person() -> set[str]:
    """Every verb the code records with a person: deeds, reads named by hand, reads named after the row that `find` opens."""
    verbs = set()
    for path, node in calls():
        given = keywords(node)
        if called(node) == "write_in_its_place":
            verbs.add(node.args[1].value)
        elif called(node) == "record" and "person" in given:
            if path.name == "words.py" and isinstance(node.args[0], ast.Name):
                continue  # `write_in_its_place`: the verb is named by whoever calls it
            assert isinstance(node.args[0], ast.Constant), f"{path.name}: name the verb in full, so that it can be given words"
            verbs.add(node.args[0].value)
        if called(node) == "note_opened" and isinstance(given.get("verb"), ast.Constant):
            verbs.add(given["verb"].value)
    for model in apps.get_models():
        own = model.__module__.startswith("handrail.") and hasattr(model.objects.all(), "visible_to")
        if own and (hasattr(model, "concerns") or hasattr(model, "person_id")):
            verbs.add(f"{model._meta.model_name}.opened")
    return verbs


def test_no_verb_that_is_recorded_with_a_person_is_without_words():
    verbs = verbs_with_a_person()

    assert {"person.opened", "person.added", "walk.ended", "block.set", "opened.looked_up", "enrolment.opened"} <= verbs
    assert [
        verb for verb in sorted(verbs) if not any(opened.words_for(verb, detail) for detail in ("", *ToldWhom.values))
    ] == []


def test_no_words_are_left_over_for_a_verb_that_is_never_recorded():
    known = {verb.split(" ")[0] for verb in opened._words}

    assert known - verbs_with_a_person() == set()


@pytest.mark.parametrize("verb", sorted(opened._words))
def test_all_words_name_who_it_was(verb):
    said = str(opened._words[verb]) % {"who": "Dana"}

    assert "Dana" in said
    assert not any(label in said.lower() for label in ("client", "patient", "case", "compliant"))


def test_an_app_above_gives_its_verbs_their_words(monkeypatch):
    monkeypatch.setattr(opened, "_words", dict(opened._words))
    opened.say("contact.signed", "%(who)s signed a note")

    assert opened.words_for("contact.signed") == "%(who)s signed a note"


def test_a_line_without_words_is_still_shown(cast):
    line = Entry(verb="thing.done", by_id=cast.dana.pk, at=datetime.now(UTC))

    assert opened.days_of([line], {cast.dana.pk: "Dana"})[0].deeds[0].sentence == "Dana opened or changed the record"


def test_person_opened_tells_each_deed_in_words(cast, client):
    now = datetime.now(UTC)
    access = in_an_emergency(cast.marcus, cast.noor)
    actions.note_told(access=access, whom=ToldWhom.PERSON, by=cast.dana, at=now)
    actions.note_told(access=access, whom=ToldWhom.SUPERVISOR, by=cast.sam, at=now)
    block = actions.keep_apart(person=cast.marcus, staff=cast.theo, kind=BlockKind.ASKED, by=cast.dana, at=now)
    actions.lift_block(block=block, by=cast.sam, at=now)
    actions.start_walking(enrolment=cast.marcus_there, peer=cast.lena, chosen_by_person=True, by=cast.sam, at=now)

    page = main_words(client.enter(cast.dana).get(url("person_opened", cast.marcus)))

    for sentence in (
        "Dana of the cast welcomed the person and began the record",
        "Noor of the cast opened the record in an emergency",
        "Dana of the cast told the person about an opening in an emergency",
        "Sam of the cast looked into an opening in an emergency, as a supervisor",
        "Dana of the cast noted who may never open the record",
        "Sam of the cast let somebody open the record again",
        "Sam of the cast noted who walks with the person",
    ):
        assert sentence in page


def test_person_opened_counts_by_the_days_of_the_agencys_zone(cast, client):
    with time_machine.travel(NIGHT, tick=False):
        client.enter(cast.dana).get(url("person_show", cast.marcus))
    with time_machine.travel(NIGHT + timedelta(days=30), tick=False):
        page = client.enter(cast.dana).get(url("person_opened", cast.marcus))

    assert "3 March 2031 Dana of the cast opened the record 22:30" in main_words(page)
    assert 'datetime="2031-03-03T22:30-05:00"' in page.content.decode()


def test_person_opened_gathers_the_same_deed_of_a_day_with_its_times(cast, client):
    for hour in (14, 15, 16):
        with time_machine.travel(NIGHT.replace(hour=hour), tick=False):
            client.enter(cast.dana).get(url("person_show", cast.marcus))
    with time_machine.travel(NIGHT + timedelta(days=30), tick=False):
        page = main_words(client.enter(cast.dana).get(url("person_opened", cast.marcus)))

    assert "4 March 2031 Dana of the cast opened the record 11:30, 10:30, 09:30" in page


def test_person_opened_is_itself_noted(cast, client):
    client.enter(cast.dana).get(url("person_opened", cast.marcus))

    assert Entry.objects.filter(verb="opened.looked_up", person_id=cast.marcus.pk, by_id=cast.dana.pk).count() == 1


def test_person_opened_tells_lists_apart_with_how_often(cast, client):
    client.enter(cast.dana)
    for _time in range(3):
        client.get(url("person_list"))
    client.post(url("person_search"), {"words": "mar"})
    client.enter(cast.sam).get(url("person_list"))
    before = main_words(client.enter(cast.dana).get(url("person_opened", cast.marcus)))
    count_appearances(cast.agency.pk)
    after = main_words(client.get(url("person_opened", cast.marcus)))

    for page in (before, after):
        assert "Dana of the cast: 4 times Sam of the cast: once" in page


def test_person_opened_explains_itself_to_the_person(cast, client):
    page = main_words(client.enter(cast.dana).get(url("person_opened", cast.marcus)))

    assert "For the person beside you This record is yours." in page
    assert "The name has not stood in a list or a search yet." in page


def test_person_opened_names_colleagues_who_left(cast, client):
    accounts.end_work(staff=cast.dana, by=cast.alex, at=datetime.now(UTC))

    assert "Dana of the cast welcomed the person" in main_words(client.enter(cast.sam).get(url("person_opened", cast.marcus)))


def test_person_opened_goes_on_in_pages(cast, client):
    client.enter(cast.dana)
    for _time in range(60):
        client.get(url("person_part", cast.marcus, "language"))

    first = client.get(url("person_opened", cast.marcus))
    last = client.get(url("person_opened", cast.marcus) + "?page=2")

    assert "welcomed the person" not in main_words(first)
    assert 'href="?page=2"' in first.content.decode()
    assert "welcomed the person" in main_words(last)


def test_person_opened_asks_as_much_for_one_line_as_for_many(cast, client):
    client.enter(cast.dana)
    costs = [cost(client, url("person_opened", cast.marcus))]
    for more in (2, 37):
        for _time in range(more):
            client.get(url("person_part", cast.marcus, "language"))
        costs.append(cost(client, url("person_opened", cast.marcus)))

    assert costs[0] == costs[1] == costs[2]


@pytest.mark.parametrize(("who", "status"), [("dana", 200), ("sam", 200), ("noor", 404), ("joan", 404), ("alex", 404)])
def test_person_opened_is_theirs_who_reach_the_person(cast, client, who, status):
    assert client.enter(getattr(cast, who)).get(url("person_opened", cast.marcus)).status_code == status
