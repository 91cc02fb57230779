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

from handrail.accounts.models import Program
from handrail.audit.models import Entry
from handrail.kit import questions
from handrail.kit.ids import new_id
from handrail.kit.tenancy import as_agency
from handrail.people import reach, search
from handrail.people.models import Block, BlockKind, Cover, Person
from handrail.people.standing import standing_of
from tests.access.cases import APPS, Things
from tests.cast import welcome

WHO = ["dana", "noor", "ray", "lena", "sam", "iris", "joan", "alex", "theo", "ada", "zoe", "omar"]
LINK = re.compile(r'(?:href|action|hx-get|hx-post|src)="(/[^"#]*)"')
MOST_PAGES = 400
ABOUT_NOBODY = re.compile(r"(?<=/library/)(pieces|curricula)/[^/?]+|[?]piece=.*")
"""Pieces of the library are many and about nobody: one of each kind is looked at, and one contact begun with each person."""
NOT_WALKED = re.compile(r"/print/|/parts/")
"""What is printed holds no letters to look for; the parts of a directive are many of one kind, and `own_pages` names some."""


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
            chosen_name=f"{person.chosen_name} {word}a", legal_name=f"{word}b", pronouns=f"{word}c", born_on="1980-05-14"
        )
        person.refresh_from_db()
        search.index(person)
        words[word] = person.pk
        for app in APPS:
            app.mark(cast, person, word)
    return words


def met(words: dict, answer) -> set:
    """The people whose word stands anywhere in the answer: status line, headers, cookies, body."""
    told = answer.content.decode("utf-8", "replace") + str(answer.headers) + str(answer.cookies)
    return {person for word, person in words.items() if word in told}


def newcomers(name: str) -> list[dict]:
    """Somebody new who looks like somebody known, welcomed into each program; taken from those who work there."""
    known = {"chosen_name": name, "legal_name": name, "born_on": "1980-05-14"}
    there = Program.objects.exclude(name="Empty").order_by("pk")
    return [known | {"id": new_id(), "program": program.pk} for program in there]


def everything(client, words):
    """Every page one can come to by links from Today and More, and a search for everybody's word. Yields address and answer."""
    waiting = [reverse(name) for name in ("home:today", "home:more", "home:keys", "people:person_list", "accounts:staff_list")]
    been = set()
    while waiting and len(been) < MOST_PAGES:
        address = waiting.pop()
        kind = ABOUT_NOBODY.sub("one", address)
        if kind in been or address.startswith(("/static/", "/sign-in/out")) or NOT_WALKED.search(address):
            continue
        been.add(kind)
        answer = client.get(address)
        yield address, answer
        waiting += LINK.findall(answer.content.decode("utf-8", "replace").replace("&amp;", "&"))
    for word, person in words.items():
        # Typed in capitals: what a page says back of one's own typing is not a meeting.
        word = word.upper()
        for typed in (word, word[:-3], f"{word}A"[1:], f"{word}X", f"A {word}"):
            yield "search", client.post(reverse("people:person_search"), {"words": typed})
            yield "search for tools and pieces", client.post(reverse("people:also_search"), {"words": typed})
        for newcomer in newcomers(f"{word}A"):
            yield "is it the same?", client.post(reverse("people:person_add"), newcomer)
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


def newest_line(staff) -> int:
    return Entry.objects.filter(agency_id=staff.agency_id).latest("seq").seq


def named_since(last: int, staff) -> set:
    """Everybody whom the lines after this one name, as opened or as shown to this staff member."""
    lines = Entry.objects.filter(seq__gt=last, by_id=staff.pk)
    return {line.person_id for line in lines} | {person for line in lines for person in line.people_shown}


@pytest.mark.parametrize("who", WHO)
def test_nobody_meets_the_word_of_somebody_who_is_not_theirs(cast, marked, client, who):
    """And where a word is met, a line that this very request wrote names whose it is."""
    staff = getattr(cast, who)
    with as_agency(staff.agency_id):
        theirs = {person for person in marked.values() if standing_of(staff, person, timezone.now()).ways}
        client.enter(staff)
        log = io.StringIO()
        listening = logging.StreamHandler(log)
        logging.getLogger().addHandler(listening)
        met_anybody, titles, last = set(), [], newest_line(staff)
        for address, answer in everything(client, marked):
            assert answer.status_code < 500, address
            people = met(marked, answer)
            assert people <= theirs, f"{who} met a word that is not theirs at {address}"
            met_anybody |= people
            assert not people or people <= named_since(last, staff), f"the record does not say what {who} met at {address}"
            last = newest_line(staff)
            titles += re.findall(r"<title>[^<]*kanarie[^<]*</title>", answer.content.decode("utf-8", "replace"), re.S)
        logging.getLogger().removeHandler(listening)

    assert titles == []
    assert "kanarie" not in log.getvalue()
    assert not any("kanarie" in letter.subject + str(letter.body) for letter in mail.outbox)
    assert met_anybody == theirs, "the walk met everybody it may meet"


@pytest.fixture
def no_door(monkeypatch):
    """Everybody reaches everybody; and no text that was written meanwhile is kept for the stories after this one."""
    questions.forget()
    monkeypatch.setattr(reach, "reached_by", lambda staff, at, through=None: Q(agency_id=staff.agency_id))
    yield
    questions.forget()


def test_the_walk_would_meet_a_word_that_leaks(cast, marked, client, no_door):
    """The control: with the door taken off its hinges, the same walk fails."""
    client.enter(cast.noor)

    assert any(cast.marcus.pk in met(marked, answer) for _address, answer in everything(client, marked))


def test_addresses_hold_keys_and_never_words():
    for name in ("people:person_search", "people:also_search", "people:emergency_open"):
        assert resolve(reverse(name)).kwargs == {}
