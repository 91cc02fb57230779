"""What an import tells of people whom the one who brings it does not look after: nothing, in no way."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.exchange.models import Alike, Origin
from handrail.people.actions import start_walking
from handrail.people.models import Enrolment, Person
from tests.exchange.bringing import read, said, taken
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


@pytest.mark.parametrize("apart", [noor_walks_with_them, each_blocks_iris])
def test_the_same_records_tell_no_more_than_records_nobody_ever_brought(cast, client, apart):
    nobody_has_them = read(cast, LIST, by=cast.iris)
    told, shown = said(nobody_has_them), report_to(client, cast.iris, nobody_has_them)
    taken(cast, LIST, by=cast.sam)
    apart(cast)
    assert Origin.objects.count() == 3

    imported = read(cast, LIST, by=cast.iris)

    assert said(imported) == told
    assert report_to(client, cast.iris, imported) == shown
    assert not Alike.objects.filter(of=imported).exists()


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
