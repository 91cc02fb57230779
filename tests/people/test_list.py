"""My people, those nobody walks with yet, and finding somebody by name."""

import re

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.people import actions
from handrail.people.models import BlockKind, Person
from tests.cast import welcome
from tests.people.reading import cost, main_words, table_words, url

ADDRESS = re.compile(r'(?:href|action|hx-\w+)="([^"]*)"')
HTMX = {"HX-Request": "true"}


def search(client, words, **how):
    return client.post(url("person_search"), {"words": words}, **how)


def crowd(cast, number, peer):
    """So many people more, with this peer or with nobody."""
    for count in range(number):
        welcome(cast, f"p{peer and peer.name}{count}", f"Pim {count:02}", peer)


def test_person_list_shows_my_people_with_program_and_who_walks_with_them(cast, client):
    welcome(cast, "will", "Will T.", cast.dana, pronouns="they/them")
    actions.start_walking(enrolment=cast.will_there, peer=cast.noor, chosen_by_person=False, by=cast.sam, at=timezone.now())

    page = main_words(client.enter(cast.dana).get(url("person_list")))

    assert "Will T. they/them with you and Noor of the cast" in page
    assert "Marcus Will T." in page, "that one walks with them alone, in the only program, goes without saying"
    assert "Ana" not in page
    assert "2 people" in page


def test_person_list_is_one_line_of_the_record_with_everybody_shown(cast, client):
    client.enter(cast.dana).get(url("person_list"))

    line = Entry.objects.get(verb="person.listed")
    assert (line.by_id, line.people_shown) == (cast.dana.pk, [cast.marcus.pk])


@pytest.mark.parametrize("who", ["alex", "theo", "ada"])
def test_person_list_is_not_for_every_role(cast, client, who):
    answer = client.enter(getattr(cast, who)).get(url("person_list"))

    assert answer.status_code == 403
    assert "Marcus" not in answer.content.decode()


def test_person_list_of_a_director_names_nobody_and_says_why(cast, client):
    page = main_words(client.enter(cast.joan).get(url("person_list")))

    assert "A director works with counts, not with names." in page
    assert "Marcus" not in page
    assert "Ana" not in page


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ("dana", ["Welcome somebody", "In an emergency"]),
        ("lena", []),
        ("sam", ["Welcome somebody", "In an emergency", "Cover", "Nobody walks with them yet"]),
        ("joan", ["In an emergency"]),
    ],
)
def test_person_list_offers_each_what_they_may_do(cast, client, who, offered):
    page = main_words(client.enter(getattr(cast, who)).get(url("person_list"))).partition("Nobody here yet")[0]

    assert [
        words for words in ("Welcome somebody", "In an emergency", "Cover", "Nobody walks with them yet") if words in page
    ] == offered


def test_person_list_empty_says_what_to_do(cast, client):
    for held in cast.dana.roles_held.all():
        accounts.end_role(held=held, by=cast.alex, at=timezone.now())
    assert "Your supervisor arranges who that is." in main_words(client.enter(cast.lena).get(url("person_list")))
    assert "Welcome somebody" in main_words(client.enter(cast.ray).get(url("person_list")))


def test_person_list_alone_is_those_nobody_walks_with_in_my_programs(cast, client):
    welcome(cast, "will", "Will", None)
    welcome(cast, "bo", "Bo", None, cast.bridge)

    page = main_words(client.enter(cast.sam).get(url("person_list"), {"alone": ""}))

    assert "Will Community" in page
    assert "Bo " not in page
    assert "Marcus" not in page


def test_person_list_alone_names_only_the_program_where_nobody_walks_with_them(cast, client):
    accounts.give_role(staff=cast.sam, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    actions.enrol(person=cast.marcus, program=cast.bridge, by=cast.sam, at=timezone.now())

    rows = table_words(client.enter(cast.sam).get(url("person_list"), {"alone": ""}))

    assert "Marcus Bridge" in rows
    assert "Community" not in rows


def test_person_list_alone_empty_is_good_news(cast, client):
    assert "Somebody walks with every person of your programs." in main_words(
        client.enter(cast.sam).get(url("person_list"), {"alone": ""})
    )


def test_person_list_alone_is_for_supervisors(cast, client):
    assert client.enter(cast.dana).get(url("person_list"), {"alone": ""}).status_code == 403


def test_person_list_in_pages_keeps_the_tab(cast, client):
    crowd(cast, 51, None)

    page = client.enter(cast.sam).get(url("person_list"), {"alone": ""}).content.decode()
    second = client.get(url("person_list") + "?alone&page=2")

    assert 'href="?alone&amp;page=2"' in page
    assert "Pim 50" in main_words(second)
    assert "Pim 49" not in main_words(second)


def test_person_list_asks_as_much_for_one_person_as_for_many(cast, client):
    client.enter(cast.dana)
    costs = [cost(client, url("person_list"))]
    for more in (2, 37):
        crowd(cast, more, cast.dana)
        costs.append(cost(client, url("person_list")))

    assert costs[0] == costs[1] == costs[2]


def test_person_list_alone_asks_as_much_for_one_person_as_for_many(cast, client):
    client.enter(cast.sam)
    costs = []
    for more in (1, 2, 37):
        crowd(cast, more, None)
        costs.append(cost(client, url("person_list") + "?alone"))

    assert costs[0] == costs[1] == costs[2]


@pytest.mark.parametrize("words", ["josé", "JOSE", "angel cruz", "cruz jose", "o’neil", "o'neil", "oneil", "smit"])
def test_person_search_minds_no_accents_capitals_order_or_apostrophes(cast, client, words):
    welcome(cast, "jose", "José Ángel de la Cruz", cast.dana, legal_name="Joseph O'Neil Smith")

    assert "José Ángel de la Cruz" in main_words(search(client.enter(cast.dana), words))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Đặng Minh Khôi", "dang khoi"),
        ("Łucja Wiśniowska", "lucja wisn"),
        ("Þórdís Eiríksdóttir", "thordis"),
        ("Kealiʻi Kahananui", "kealii"),
        ("T. J.", "t j"),
        ("Noëlle van den Achterberg", "NOELLE VAN"),
        ("欧阳晓棠", "晓棠"),
        ("هالة النجداوي", "النجداوي"),
    ],
)
def test_person_search_finds_names_of_everywhere_as_they_are_typed_here(cast, client, name, typed):
    welcome(cast, "one", name, cast.dana)

    assert name in main_words(search(client.enter(cast.dana), typed))


def test_person_search_of_signs_alone_finds_nobody(cast, client):
    assert "Nobody found" in main_words(search(client.enter(cast.dana), "%"))


def test_person_search_says_that_it_was_the_name_on_papers(cast, client):
    welcome(cast, "jose", "Pepe", cast.dana, legal_name="José Cruz")
    client.enter(cast.dana)

    assert "Pepe On paper: José Cruz" in main_words(search(client, "jose"))
    assert "José" not in main_words(search(client, "pep")).replace("Find", "")


def test_person_search_finds_only_whom_one_reaches(cast, client):
    page = main_words(search(client.enter(cast.dana), "ana"))

    assert "Nobody found" in page
    assert "Only people whose record is yours to open are searched." in page


def test_person_search_does_not_find_who_keeps_one_away(cast, client):
    actions.keep_apart(person=cast.marcus, staff=cast.sam, kind=BlockKind.ASKED, by=cast.dana, at=timezone.now())

    assert "Nobody found" in main_words(search(client.enter(cast.sam), "marcus"))


def test_person_search_for_htmx_is_the_list_alone_and_says_how_many(cast, client):
    answer = search(client.enter(cast.dana), "mar", headers=HTMX)

    page = answer.content.decode()
    assert "<html" not in page
    assert "<h1" not in page
    assert 'data-announce="1 person found"' in page
    assert url("person_show", cast.marcus) in page


def test_person_search_of_nothing_is_everybody_again(cast, client):
    assert "Marcus" in search(client.enter(cast.dana), "", headers=HTMX).content.decode()


def test_person_search_is_a_post_because_names_do_not_belong_in_addresses(cast, client):
    client.enter(cast.dana)

    assert client.get(url("person_search"), {"words": "mar"}).status_code == 405
    assert 'method="post" action="/people/search/"' in client.get(url("person_list")).content.decode()


def test_person_search_keeps_what_was_typed_without_javascript(cast, client):
    assert 'value="mar"' in search(client.enter(cast.dana), "mar").content.decode()


def test_person_search_is_one_line_of_the_record_with_whom_it_showed(cast, client):
    search(client.enter(cast.dana), "mar")

    line = Entry.objects.get(verb="person.searched")
    assert (line.people_shown, line.detail) == ([cast.marcus.pk], "")


def test_person_search_stops_at_fifty_and_says_so(cast, client):
    crowd(cast, 52, cast.dana)
    page = main_words(search(client.enter(cast.dana), "pim"))

    assert "There are more: type more of the name." in page
    assert len(Entry.objects.get(verb="person.searched").people_shown) == 50


def test_person_search_of_too_much_says_so(cast, client):
    assert search(client.enter(cast.dana), "x" * 101).status_code == 422


def test_person_search_asks_as_much_for_one_person_as_for_many(cast, client):
    welcome(cast, "pim", "Pim", cast.dana)
    client.enter(cast.dana)
    costs = [cost(client, url("person_search"), "post", words="pim")]
    for more in (2, 37):
        crowd(cast, more, cast.dana)
        costs.append(cost(client, url("person_search"), "post", words="pim"))

    assert costs[0] == costs[1] == costs[2]


def test_no_address_holds_a_name_and_no_title_does(cast, client):
    Person.objects.filter(pk=cast.marcus.pk).update(chosen_name="Zebulon")
    client.enter(cast.dana)
    pages = ["person_list", "person_add", "emergency_open"]
    answers = [client.get(url(page)) for page in pages] + [search(client, "zeb")]
    answers += [client.get(url(page, cast.marcus)) for page in ("person_show", "person_edit", "person_opened", "person_access")]

    for answer in answers:
        page = answer.content.decode()
        title = page.split("<title>")[1].split("</title>")[0]
        assert "Zebulon" not in title
        assert not any("zeb" in address.lower() for address in ADDRESS.findall(page))
