"""Searches as a colleague types them, and other people's numbers to find them by."""

from typing import Any

from django.utils import timezone

from handrail.people import search
from handrail.people.models import Person
from handrail.people.search import Kind, Text, sources
from handrail.people.search.finding import find_people
from tests.people.reading import again, url

HTMX = {"HX-Request": "true"}


def names_found(staff: Any, words: str) -> list[str]:
    """Whom the words find, the likeliest first."""
    found = find_people(again(staff), words, timezone.now())
    names = dict(Person.objects.values_list("pk", "chosen_name"))
    return [names[one.person_id] for one in found]


def why(staff: Any, words: str, person: Person) -> list[str]:
    """What is said about why the words find this person."""
    return [said for one in find_people(again(staff), words, timezone.now()) if one.person_id == person.pk for said in one.why]


def type_words(client: Any, words: str, **more: Any) -> Any:
    """Send the search box."""
    return client.post(url("person_search"), {"words": words}, **more)


def give_numbers(monkeypatch: Any, *texts: Text) -> None:
    """Some people have a telephone: a source as another file would register it."""
    monkeypatch.setattr(sources, "_sources", dict(sources._sources))
    search.register_source("numbers", lambda people: [text for text in texts if text.person_id in set(people)])
    for person in Person.objects.filter(pk__in={text.person_id for text in texts}):
        search.index(person)


def phone(person: Person, number: str, program: Any = None) -> Text:
    """A number, told in a program or not."""
    return Text(person.pk, number, Kind.PHONE, program_id=program and program.pk)
