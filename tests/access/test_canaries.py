"""Every person carries a word found nowhere else. Nobody meets the word of a person who is not theirs: on no page, in no answer.

And where a word is met, the record says that this person was opened or shown, in the same request.
"""

import io
import logging
import re

import pytest
from django.core import mail
from django.db.models import Q
from django.urls import resolve, reverse
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.tenancy import as_agency
from handrail.people import reach
from handrail.people.models import Block, BlockKind, Cover, Person
from handrail.people.reach import ways_of
from tests.access.cases import APPS, Things
from tests.cast import welcome

WHO = ["dana", "noor", "ray", "lena", "sam", "iris", "joan", "alex", "theo", "ada", "zoe", "omar"]
LINK = re.compile(r'(?:href|action|hx-get|hx-post|src)="(/[^"#]*)"')
MOST_PAGES = 400


@pytest.fixture
def marked(cast):
    """More people in more relations, each with words of their own in every field."""
    things = Things(cast)
    welcome(cast, "bruno", "Bruno", cast.ray, cast.bridge)
    welcome(cast, "celia", "Celia", None)
    welcome(cast, "dora", "Dora", cast.lena)
    Block.objects.create(
        agency=cast.agency, person=cast.dora, staff=cast.sam, kind=BlockKind.ASKED, at=cast.began, set_by=cast.lena
    )
    Cover.objects.filter(pk=things.cover.pk).update(covered=cast.dana, by=cast.lena)
    words = {}
    for number, person in enumerate(Person.objects.order_by("pk")):
        word = f"kanarie{number:03d}"
        Person.objects.filter(pk=person.pk).update(
            chosen_name=f"{person.chosen_name} {word}a", legal_name=f"{word}b", pronouns=f"{word}c"
        )
        words[word] = person.pk
        for app in APPS:
            app.mark(cast, person, word)
    return words


def met(words: dict, answer) -> set:
    """The people whose word stands anywhere in the answer: status line, headers, cookies, body."""
    told = answer.content.decode("utf-8", "replace") + str(answer.headers) + str(answer.cookies)
    return {person for word, person in words.items() if word in told}


def everything(client, words):
    """Every page one can come to by links from Today and More, and a search for everybody's word. Yields address and answer."""
    waiting = [reverse(name) for name in ("home:today", "home:more", "home:keys", "people:person_list", "accounts:staff_list")]
    been = set()
    while waiting and len(been) < MOST_PAGES:
        address = waiting.pop()
        if address in been or address.startswith(("/static/", "/sign-in/out")):
            continue
        been.add(address)
        answer = client.get(address)
        yield address, answer
        waiting += LINK.findall(answer.content.decode("utf-8", "replace").replace("&amp;", "&"))
    for word, person in words.items():
        # Typed in capitals: what a page says back of one's own typing is not a meeting.
        word = word.upper()
        for sent in ({"words": word}, {"words": word[:-3]}):
            yield "search", client.post(reverse("people:person_search"), sent)
        yield (
            "emergency",
            client.post(
                reverse("people:emergency_open"),
                {"name": f"{word}B", "born_on": "1990-01-01", "reason": "It cannot wait any longer"},
            ),
        )
        for name in ("people:person_show", "people:person_opened", "people:person_access", "people:person_edit"):
            yield name, client.get(reverse(name, args=[person]))
        for address in (address for app in APPS for address in app.own_pages(Person(pk=person))):
            yield address, client.get(address)


@pytest.mark.parametrize("who", WHO)
def test_nobody_meets_the_word_of_somebody_who_is_not_theirs(cast, marked, client, who):
    staff = getattr(cast, who)
    with as_agency(staff.agency_id):
        theirs = {person for person in marked.values() if ways_of(staff, person, timezone.now())}
        client.enter(staff)
        log = io.StringIO()
        listening = logging.StreamHandler(log)
        logging.getLogger().addHandler(listening)
        met_anybody, titles = set(), []
        for address, answer in everything(client, marked):
            assert answer.status_code < 500, address
            people = met(marked, answer)
            assert people <= theirs, f"{who} met a word that is not theirs at {address}"
            met_anybody |= people
            titles += re.findall(r"<title>[^<]*kanarie[^<]*</title>", answer.content.decode("utf-8", "replace"), re.S)
        logging.getLogger().removeHandler(listening)

    assert titles == []
    assert "kanarie" not in log.getvalue()
    assert not any("kanarie" in letter.subject + str(letter.body) for letter in mail.outbox)
    assert met_anybody == theirs, "the walk met everybody it may meet"


def test_the_walk_would_meet_a_word_that_leaks(cast, marked, client, monkeypatch):
    """The control: with the door taken off its hinges, the same walk fails."""
    monkeypatch.setattr(reach, "reached_by", lambda staff, at: Q(agency_id=staff.agency_id))
    client.enter(cast.noor)
    met_by_noor = set()
    for _address, answer in everything(client, marked):
        met_by_noor |= met(marked, answer)

    assert cast.marcus.pk in met_by_noor


def test_every_word_met_is_in_the_record_of_that_very_request(cast, marked, client):
    """Page by page: whoever's word an answer holds is named by a line that this request wrote."""
    client.enter(cast.sam)
    walk = everything(client, marked)
    last = Entry.objects.latest("seq").seq
    for address, answer in walk:
        lines = Entry.objects.filter(seq__gt=last, by_id=cast.sam.pk)
        named = {line.person_id for line in lines} | {person for line in lines for person in line.people_shown}
        assert met(marked, answer) <= named, address
        last = Entry.objects.latest("seq").seq


def test_addresses_hold_keys_and_never_words():
    for name in ("people:person_search", "people:emergency_open"):
        assert resolve(reverse(name)).kwargs == {}
