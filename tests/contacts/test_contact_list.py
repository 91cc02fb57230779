"""Every contact with a person: on a page of its own, the latest first, as far as the wall between programs lets one know."""

import re

from django.urls import reverse
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.contacts.panels import EARLIER, LATEST
from tests.contacts.conftest import DAY, draft, signed
from tests.people.reading import into_bridge, main_words


def address(person):
    return reverse("contacts:contact_list", args=[person.pk])


def met(cast, times):
    now = timezone.now()
    for number in range(times):
        signed(cast.marcus_there, cast.dana, at=now - (number + 1) * DAY)


def test_all_of_them_stand_there_page_by_page(cast, client):
    met(cast, 52)
    client.enter(cast.dana)
    first, second = client.get(address(cast.marcus)), client.get(address(cast.marcus), {"page": 2})

    assert [len(re.findall(r'class="who"', page.content.decode())) for page in (first, second)] == [50, 2]
    assert Entry.objects.filter(verb="contacts.listed", person_id=cast.marcus.pk, by_id=cast.dana.pk).count() == 2


def test_the_page_of_a_person_tells_the_last_twenty_and_leads_to_the_rest(cast, client):
    met(cast, LATEST + EARLIER)
    shown = client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk])).content.decode()
    assert shown.count("/contacts/notes/") == LATEST + EARLIER
    assert address(cast.marcus) not in shown

    signed(cast.marcus_there, cast.dana)
    assert address(cast.marcus) in client.get(reverse("people:person_show", args=[cast.marcus.pk])).content.decode()


def test_a_draft_of_a_colleague_is_known_and_not_read(cast, client):
    draft(cast.marcus_there, cast.dana, words="For nobody yet.")
    page = client.enter(cast.sam).get(address(cast.marcus))

    assert "not signed yet" in main_words(page)
    assert "/contacts/notes/" not in page.content.decode()


def test_what_another_program_wrote_is_not_there(cast, client):
    there = into_bridge(cast)
    signed(there, cast.ray)
    signed(cast.marcus_there, cast.dana)

    assert "Dana" in main_words(client.enter(cast.dana).get(address(cast.marcus)))
    assert "Ray" not in main_words(client.get(address(cast.marcus)))
    assert client.enter(cast.noor).get(address(cast.marcus)).status_code == 404


def test_nothing_yet_is_said_kindly(cast, client):
    assert "No contact yet" in main_words(client.enter(cast.dana).get(address(cast.marcus)))
