"""What an import tells of people whom the one who brings it does not look after: nothing, in no way.

But to whoever brings the very same records again: that they came before. They hold all that was told, and more than a name, so
they learn nothing besides; and were nobody known again, each colleague who repeats an import would double everybody.
"""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.exchange.models import Alike, Origin
from handrail.people.actions import start_walking
from handrail.people.models import Enrolment, Person
from tests.exchange.bringing import read, said, taken, verdicts
from tests.exchange.test_taking import LIST
from tests.people.test_blocks import block


def report_to(client, staff, imported) -> str:
    """What stands on the page, but for what differs between any two imports."""
    client.enter(staff)
    page = client.get(reverse("exchange:import_show", args=[imported.pk])).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|csrfmiddlewaretoken\" value=\"\w+|<time.*?</time>", "", main)


def noor_walks_with_them(cast) -> None:
    """Iris supervises nobody who walks with them, so she does not reach them."""
    for there in Enrolment.objects.filter(person__made_by=cast.sam):
        start_walking(enrolment=there, peer=cast.noor, chosen_by_person=False, by=cast.sam, at=timezone.now())


def each_blocks_iris(cast) -> None:
    for person in Person.objects.filter(made_by=cast.sam):
        block(cast, person, cast.iris)


APART = [noor_walks_with_them, each_blocks_iris]
GUESSED = [
    LIST.replace(b"555", b"556").replace(b"1990", b"1991"),  # the same numbers and names
    b"Name,Record number\nRosa Quispe,A-1\n\xc3\x81na,A-2\n",  # less than was told
]


@pytest.mark.parametrize("apart", APART)
@pytest.mark.parametrize("guess", GUESSED)
def test_records_of_the_same_number_tell_no_more_than_records_nobody_ever_brought(cast, client, guess, apart):
    nobody_has_them = read(cast, guess, by=cast.iris)
    told, shown = said(nobody_has_them), report_to(client, cast.iris, nobody_has_them)
    taken(cast, LIST, by=cast.sam)
    apart(cast)
    assert Origin.objects.count() == 3

    imported = read(cast, guess, by=cast.iris)

    assert said(imported) == told
    assert report_to(client, cast.iris, imported) == shown
    assert not Alike.objects.filter(of=imported).exists()


@pytest.mark.parametrize("apart", APART)
def test_a_name_alone_tells_nobody_that_somebody_is_here(cast, apart):
    taken(cast, b"Name\nRosa Quispe\n", by=cast.sam)
    apart(cast)

    assert verdicts(read(cast, b"Name\nRosa Quispe\n", by=cast.iris)) == {"new": 1}


@pytest.mark.parametrize("apart", APART)
def test_the_very_same_records_are_here_already_and_nothing_more_is_told(cast, client, apart):
    taken(cast, LIST, by=cast.sam)
    apart(cast)
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    rosa.chosen_name = "Rosita"
    rosa.save()

    imported = taken(cast, LIST, by=cast.iris)

    assert {(verdict, str(why)) for _line, verdict, why in said(imported)} == {("known", "[['not_yours', '']]")}
    assert Person.objects.filter(made_by__in=[cast.sam, cast.iris]).count() == 3
    other = read(cast, LIST, by=cast.iris)
    page = report_to(client, cast.iris, other)
    assert "Rosa Quispe" in page and "Rosita" not in page and str(rosa.pk) not in page
    assert not Entry.objects.filter(by_id=cast.iris.pk, person_id=rosa.pk).exists()
    assert not any(rosa.pk in one.people_shown for one in Entry.objects.filter(by_id=cast.iris.pk))


def test_somebody_held_against_a_line_of_the_file_was_opened_and_the_record_says_so(cast, client):
    taken(cast, LIST)
    imported = read(cast, b"Name,DOB,Record number\nRosa Qispe,1984-05-17,\nTomasz \xc5\x81uk,1990,A-2\n")
    rosa, tomasz = (Person.objects.get(chosen_name=name) for name in ("Rosa Quispe", "Tomasz Łuk"))
    client.enter(cast.sam)

    client.get(reverse("exchange:import_show", args=[imported.pk]) + "?show=alike")
    client.get(reverse("exchange:import_show", args=[imported.pk]) + "?show=known")

    opened = Entry.objects.filter(verb="alike.opened")
    assert [(one.person_id, one.by_id) for one in opened] == [(rosa.pk, cast.sam.pk)]
    assert [one.people_shown for one in Entry.objects.filter(verb="import.report")] == [[tomasz.pk]]
