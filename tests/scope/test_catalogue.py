import csv
import dataclasses

import pytest

from handrail.scope.catalogue import DoesNotFit, Item, Kind, Place, Setting, State, catalogue
from handrail.scope.catalogue.reading import check, once
from tests.scope.pinned import PINNED
from tests.scope.real_data import scope_folder

CAME_OUT_OF = {"directives": "crisis"}
"""Rooms that were a corner of another one when the list was made."""


def test_the_catalogue_has_each_of_the_90_items_with_what_it_asks():
    assert {item.id: item.kind.value for item in catalogue().items.values()} == PINNED
    assert len(PINNED) == 90


@pytest.mark.real_data
def test_the_catalogue_agrees_with_the_list_made_from_the_documents():
    with (scope_folder() / "items.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    documents = {"000+001": ("virginia-cprs", "practice-guidelines"), "002": ("wisconsin-cps",), "003": ("job-description",)}

    expected = {
        row["id"]: (row["kind"], row["setting"], documents[row["document"]], tuple(row["where it is done"].split("; ")))
        for row in listed
    }

    assert {
        item.id: (item.kind.value, item.setting.value, item.documents, tuple(CAME_OUT_OF.get(app, app) for app in item.apps))
        for item in catalogue().items.values()
    } == expected


def test_items_come_under_the_headings_of_their_documents():
    assert list(dict.fromkeys(item.group for item in catalogue().items.values())) == [
        "What support rests on",
        "One to one",
        "In groups",
        "In the community",
        "Work and learning",
        "With the team",
        "Providing support",
        "With supervisors and staff",
        "Confidentiality",
        "A health system's job description",
    ]


def test_every_item_says_in_words_what_its_kind_asks():
    assert all(item.kind_in_words for item in catalogue().items.values())
    assert all(kind.label for kind in Kind)


def test_there_are_at_most_40_activities_in_the_past_tense_with_a_hint():
    activities = catalogue().activities.values()

    assert len(activities) <= 40
    assert all(activity.did and activity.hint and activity.items and activity.settings for activity in activities)
    assert all(len(activity.did) <= 50 for activity in activities)  # fits one line of a phone


def test_the_activities_a_worker_expects_by_name_are_there():
    did = [activity.did for activity in catalogue().activities.values()]

    assert "Listened" in did
    assert "Named the value of their experience" in did
    assert "Showed that recovery is possible" in did
    assert "Made a step on the plan" in did
    assert "Practiced speaking up" in did


def test_everything_done_with_a_person_is_reached_by_an_activity():
    whole = catalogue()
    to_reach = [item for item in whole.items.values() if item.kind in (Kind.DO, Kind.BE)]

    without = {item.id for item in to_reach if not whole.reached_by[item.id]}

    # Done with colleagues or at one's own desk; each says why.
    assert without == {"VA-3e", "VA-5b", "WI-C1", "WI-C3", "WI-C4", "WI-C5", "WI-C7", "WI-K2", "JD-14", "JD-15"}
    assert without == {item.id for item in whole.items.values() if item.without_activity}


def test_no_activity_does_what_is_not_a_peers_job():
    assert catalogue().reached_by["JD-8"] == ()


def test_what_is_done_one_to_one_and_in_groups_shares_its_activities():
    """The documents list the same deeds twice, once for each; a worker picks the same words for both."""
    one_to_one = {"a": "a", "c": "e", "d": "f", "e": "g", "g": "i", "h": "j", "i": "k", "j": "l", "k": "m", "l": "n"}

    for alone, in_group in one_to_one.items():
        reached = catalogue().reached_by[f"VA-1{alone}"]
        assert set(reached) & set(catalogue().reached_by[f"VA-2{in_group}"]), alone


def test_an_item_that_nothing_reaches_and_that_does_not_say_why_does_not_fit():
    item = dataclasses.replace(catalogue().items["VA-3e"], without_activity="")

    with pytest.raises(DoesNotFit, match="VA-3e"):
        check(dataclasses.replace(catalogue(), items={**catalogue().items, "VA-3e": item}))


def test_an_activity_that_names_an_item_that_is_not_there_does_not_fit():
    activity = dataclasses.replace(catalogue().activities["listened"], items=("VA-9z",))

    with pytest.raises(DoesNotFit, match="VA-9z"):
        check(dataclasses.replace(catalogue(), activities={**catalogue().activities, "listened": activity}))


def test_the_same_item_twice_does_not_fit():
    item = catalogue().items["VA-1a"]

    with pytest.raises(DoesNotFit, match="VA-1a"):
        once([item, item])


def test_an_item_is_not_yet_done_until_a_page_does_it_and_all_of_it():
    place = (Place(page="people:person_show", says="On a page.", tests=("test_it",)),)
    item = Item(id="X", kind=Kind.DO, setting=Setting.ALL, group="g", heading="h", text="t", documents=("d",), apps=("people",))

    assert item.state == State.NOT_YET
    assert dataclasses.replace(item, done_by=place, still_missing="the rest").state == State.PARTLY
    assert dataclasses.replace(item, done_by=place).state == State.DONE
