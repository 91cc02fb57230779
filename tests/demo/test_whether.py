"""What a page leaves unasked, because there is none of it, changes nothing on any page of the demo's people."""

import re

import pytest
from django.urls import reverse

from handrail.kit import whether
from handrail.kit.whether import look_for_any
from handrail.people.models import Person

KEYS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\"[A-Za-z0-9]{64}\"|nonce=\"[^\"]*\"")
WHO = ("dana", "sam")


def drawn(client, name: str, person: Person) -> str:
    answer = client.get(reverse(name, args=[person.pk]))
    assert answer.status_code == 200
    return KEYS.sub("", answer.content.decode())


@pytest.mark.parametrize(
    ("name", "place"), [("people:person_show", "people.views.person"), ("plans:plan_show", "plans.views.plan")]
)
def test_pages_are_the_same_when_everything_is_asked(client, riverside, monkeypatch, name, place):
    for who in WHO:
        staff = riverside.staff(who)
        people = list(Person.objects.visible_to(staff, riverside.now).order_by("pk"))
        client.enter(staff)
        quick = [drawn(client, name, person) for person in people]
        with monkeypatch.context() as everything:
            everything.setattr(f"handrail.{place}.look_for_any", lambda _person: None)
            assert [drawn(client, name, person) for person in people] == quick


def test_the_demo_has_something_of_nearly_every_kind(riverside):
    """What it has nothing of is on pages in `people/test_one_person`, `plans/test_words` and `exchange/test_pages`."""
    people = list(Person.objects.filter(agency=riverside.agency_id))
    for person in people:
        look_for_any(person)
    there = {kind for person in people for kind in getattr(person, whether.SEEN)}
    assert {model.__name__ for model, _field in set(whether._kinds) - there} == {"Aside", "Brought", "OnePerson"}
