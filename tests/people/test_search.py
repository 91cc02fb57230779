"""Finding a person: by a part of a name, a short name, a slip of the thumb, a few digits. Only whom one may see."""

import pytest
from django.db import connection
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.kit.tenancy import as_agency
from handrail.people import actions, search
from handrail.people.models import BlockKind, ContactPoint, Person, SearchKey
from handrail.people.search import matching
from tests.cast import welcome
from tests.people.reading import cost, in_an_emergency, into_bridge, main_words, url
from tests.people.searching import HTMX, give_numbers, names_found, phone, type_words, why

# What is typed


@pytest.mark.parametrize("words", ["mar", "webb", "we mar", "marcus webb", "WEBB", "marcuswebb"])
def test_a_part_of_a_name_finds_from_its_first_letters_on_in_any_order(cast, words):
    welcome(cast, "webb", "Marcus Webb", cast.dana)

    assert "Marcus Webb" in names_found(cast.dana, words)


@pytest.mark.parametrize("words", ["andro", "jand", "leja", "andro fuen", "entes alejandro"])
def test_an_inner_part_of_a_name_finds_and_says_so(cast, words):
    one = welcome(cast, "one", "Alejandro Fuentes", cast.dana)

    assert [said for said in why(cast.dana, words, one) if said.startswith("Part of ")]


@pytest.mark.parametrize("words", ["bb", "rc", "marcus lopez", "m l"])
def test_two_letters_from_the_middle_and_a_word_too_many_find_nobody(cast, words):
    welcome(cast, "webb", "Marcus Webb", cast.dana)

    assert names_found(cast.dana, words) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Mary Ann Cole", "maryann"),
        ("Maryann Cole", "mary ann"),
        ("José de la Cruz", "delacruz"),
        ("Rosa Smith-Jones", "smithjones"),
        ("Shane O'Neil", "neil"),
        ("Shane O’Neil", "o neil"),
        ("欧阳晓棠", "晓棠"),
        ("สมชาย ใจดี", "ชาย"),
        ("Nguyễn Thị Hoa", "hoa nguyen"),
        ("هالة النجداوي", "النجد"),
    ],
)
def test_names_are_found_as_they_are_said_and_written_elsewhere(cast, name, words):
    welcome(cast, "one", name, cast.dana)

    assert name in names_found(cast.dana, words)


@pytest.mark.parametrize(
    ("words", "mistake"),
    [("mrcus", "left out"), ("marccus", "put in"), ("markus", "another"), ("amrcus", "two changed places")],
)
def test_one_letter_astray_still_finds_and_says_so(cast, words, mistake):
    assert names_found(cast.dana, words) == ["Marcus"], mistake
    assert why(cast.dana, words, cast.marcus) == ["Spelled like Marcus"]


def test_two_letters_astray_find_a_long_name(cast):
    chris = welcome(cast, "chris", "Christopherson", cast.dana)

    assert why(cast.dana, "cristofferson", chris) == ["Sounds like Christopherson"]
    assert why(cast.dana, "christophrsno", chris) == ["Spelled like Christopherson"]


def test_another_spelling_of_the_same_sound_finds(cast):
    kathryn = welcome(cast, "kathryn", "Kathryn", cast.dana)

    assert why(cast.dana, "catherine", kathryn) == ["Sounds like Kathryn"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("William Tran", "bill"), ("Bill Tran", "william"), ("Bill Tran", "will"), ("Guadalupe", "lupita"), ("Pepe", "jose")],
)
def test_a_short_name_finds_the_full_one_and_the_other_way_round(cast, name, words):
    one = welcome(cast, "one", name, cast.dana)

    assert why(cast.dana, words, one) == [f"“{words}” can stand for {name.split()[0]}"]


def test_a_name_as_typed_comes_before_one_spelled_like_it(cast):
    for name in ("Dina", "Dana", "Danae"):
        welcome(cast, name, name, cast.dana)

    assert names_found(cast.dana, "dana") == ["Dana", "Danae", "Dina"]


def test_of_several_words_each_has_to_fit(cast):
    for name in ("Maria Lopez", "Maria Diaz", "Marta Lopez"):
        welcome(cast, name, name, cast.dana)

    assert names_found(cast.dana, "lopes maria") == ["Maria Lopez", "Marta Lopez"]


def test_the_name_on_papers_finds_and_is_told_only_then(cast):
    pepe = welcome(cast, "pepe", "Lucero", cast.dana, legal_name="José Cruz")

    assert why(cast.dana, "cruz", pepe) == ["On paper: José Cruz"]
    assert why(cast.dana, "crux", pepe) == ["On paper: José Cruz", "Spelled like Cruz"]
    assert why(cast.dana, "lucero", pepe) == []


# Telephones


@pytest.mark.parametrize(
    "words", ["0142", "555-0142", "555 0142", "(804) 555-0142", "+1 804 555 0142", "804555", "5550", "marcus 0142"]
)
def test_digits_find_whose_number_it_is(cast, monkeypatch, words):
    give_numbers(monkeypatch, phone(cast.marcus, "+1 (804) 555-0142"))

    assert why(cast.dana, words, cast.marcus) == ["Phone ends in 0142"]


@pytest.mark.parametrize("words", ["42", "0143", "5142", "marcus 0143", "ana 0142"])
def test_other_digits_do_not(cast, monkeypatch, words):
    give_numbers(monkeypatch, phone(cast.marcus, "+1 (804) 555-0142"))

    assert names_found(cast.dana, words) == []


def test_a_number_told_in_another_program_finds_nobody_here(cast, monkeypatch):
    """That Marcus is known in the bridge program may be the secret."""
    into_bridge(cast)
    give_numbers(monkeypatch, phone(cast.marcus, "804 555 0142", cast.bridge))

    assert names_found(cast.ray, "0142") == ["Marcus"]
    assert names_found(cast.dana, "0142") == []
    assert SearchKey.objects.visible_to(cast.dana).filter(program=cast.bridge).count() == 0
    assert SearchKey.objects.visible_to(cast.ray).filter(program=cast.bridge).count() > 0


# Whom one may see

WAYS_TO_FIND_ANA = ["ana", "an", "anna", "naa", "anna lucia", "0142"]


@pytest.mark.parametrize("who", ["dana", "ray", "lena", "iris", "joan", "alex", "theo", "ada", "zoe"])
@pytest.mark.parametrize("few", [matching.FEW_PEOPLE, 0])
def test_nobody_finds_anybody_out_of_reach_by_any_way(cast, monkeypatch, who, few):
    """By both ways through the index."""
    monkeypatch.setattr(matching, "FEW_PEOPLE", few)
    give_numbers(monkeypatch, phone(cast.ana, "804 555 0142"))
    staff = getattr(cast, who)

    with as_agency(staff.agency_id):
        assert [names_found(staff, words) for words in WAYS_TO_FIND_ANA] == [[]] * len(WAYS_TO_FIND_ANA)


@pytest.mark.parametrize("few", [matching.FEW_PEOPLE, 0])
def test_both_ways_through_the_index_find_the_same(cast, monkeypatch, few):
    monkeypatch.setattr(matching, "FEW_PEOPLE", few)
    give_numbers(monkeypatch, phone(cast.marcus, "804 555 0142"))

    found = [names_found(cast.dana, words) for words in ("m", "marcus", "mrcus", "marc", "0142", "555", "markos x", "mar cus")]

    assert found == [["Marcus"]] * 6 + [[], ["Marcus"]]


def test_who_keeps_one_away_is_not_found_by_any_way(cast, monkeypatch):
    give_numbers(monkeypatch, phone(cast.marcus, "804 555 0142"))
    actions.keep_apart(person=cast.marcus, staff=cast.dana, kind=BlockKind.ASKED, by=cast.sam, at=timezone.now())

    assert [names_found(cast.dana, words) for words in ("marcus", "mrcus", "0142")] == [[], [], []]


def test_an_emergency_lets_one_find_for_as_long_as_it_lasts(cast):
    in_an_emergency(cast.marcus, cast.noor)

    assert "Marcus" in names_found(cast.noor, "mrcus")


def test_a_key_of_another_agency_is_not_even_there(cast, on_postgresql):
    """The wall of the database, with every check of ours left out."""
    assert SearchKey.objects.filter(person=cast.pat).exists() is not on_postgresql
    with as_agency(cast.other_agency.pk):
        assert SearchKey.objects.filter(person=cast.pat).exists()


# Keys and the data


def test_a_corrected_name_is_found_at_once_and_the_old_one_no_more(cast):
    cast.marcus.chosen_name = "Zebulon"
    actions.correct_person(person=cast.marcus, by=cast.dana, at=timezone.now())

    assert names_found(cast.dana, "zebulon") == ["Zebulon"]
    assert names_found(cast.dana, "marcus") == []


def test_a_deed_that_fails_leaves_no_keys(cast, monkeypatch):
    monkeypatch.setattr("handrail.people.actions.access.record", lambda *args, **more: 1 / 0)
    before = SearchKey.objects.count()
    with pytest.raises(ZeroDivisionError):
        welcome(cast, "will", "Will", cast.dana)

    assert SearchKey.objects.count() == before


def test_writing_keys_again_changes_nothing_that_is_right(cast):
    before = set(SearchKey.objects.values_list("pk", flat=True))
    search.index(cast.marcus, cast.ana)

    assert set(SearchKey.objects.values_list("pk", flat=True)) == before


def test_rebuilding_makes_everybody_findable_in_every_agency(cast, monkeypatch):
    from handrail.people.search import indexing

    monkeypatch.setattr(indexing, "AT_ONCE", 1)
    for agency in (cast.agency, cast.other_agency):
        with as_agency(agency.pk):
            SearchKey.objects.filter(agency=agency).delete()

    assert search.rebuild() == 3
    assert names_found(cast.dana, "mrcus") == ["Marcus"]
    with as_agency(cast.other_agency.pk):
        assert names_found(cast.zoe, "pat") == ["Pat"]


def test_the_order_of_keys_is_that_of_letters_on_postgresql_too(cast, on_postgresql):
    if not on_postgresql:
        pytest.skip("SQLite always compares so")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT collation_name FROM information_schema.columns WHERE table_name = 'people_searchkey' AND column_name = 'key'"
        )
        assert cursor.fetchone() == ("C",)


# The page


def test_person_search_puts_the_likeliest_first_and_says_why(cast, client):
    welcome(cast, "bill", "William Tran", cast.dana)
    welcome(cast, "billie", "Billie", cast.dana)

    page = main_words(type_words(client.enter(cast.dana), "bill"))

    assert page.index("Billie") < page.index("William Tran")
    assert "William Tran “bill” can stand for William · Community, with you" in page


def test_person_search_where_the_box_is_a_guest_finds_nobody_for_no_words(cast, client):
    client.enter(cast.dana)
    sent = {"words": "", "nobody_at_first": "on"}

    assert "Marcus" not in client.post(url("person_search"), sent, headers=HTMX).content.decode()
    assert "Marcus" in client.post(url("person_search"), sent | {"words": "mrcus"}, headers=HTMX).content.decode()
    assert [line.people_shown for line in Entry.objects.filter(verb="person.searched")] == [[cast.marcus.pk]]


@pytest.mark.parametrize("words", ["mar", "mrcus", "0142", "marcus 0142", "mar cus"])
def test_person_search_asks_as_much_for_one_person_as_for_many_whatever_is_typed(cast, client, monkeypatch, words):
    client.enter(cast.dana)
    costs, texts = [], [phone(cast.marcus, "804 555 0142")]
    for so_far, more in ((0, 1), (1, 2), (3, 37)):
        for number in range(so_far, so_far + more):
            texts.append(phone(welcome(cast, f"m{number}", f"Marcus M{number}", cast.dana), "804 555 0142"))
        give_numbers(monkeypatch, *texts)
        costs.append(cost(client, url("person_search"), "post", words=words))

    assert costs[0] == costs[1] == costs[2]


def test_today_has_the_search_box_for_those_who_have_people(cast, client):
    for who, box in (("dana", True), ("sam", True), ("joan", True), ("alex", False), ("theo", False)):
        page = client.enter(getattr(cast, who)).get("/").content.decode()
        assert ('action="/people/search/"' in page) is box, who


def test_a_role_that_ended_finds_nobody_on_the_next_request(cast):
    for held in cast.dana.roles_held.all():
        accounts.end_role(held=held, by=cast.alex, at=timezone.now())

    assert names_found(cast.dana, "marcus") == []
    assert Role.PEER not in {held.role for held in cast.dana.roles_held.filter(until_at__isnull=True)}
    assert Person.objects.filter(pk=cast.marcus.pk).exists()


# A person's own contact points


def test_a_number_is_found_while_it_holds_and_only_where_it_was_told(cast):
    into_bridge(cast)
    now = timezone.now()
    point = ContactPoint(person=cast.marcus, program=cast.community, value="804 555 0142")
    actions.add_point(fact=point, by=cast.dana, at=now)
    assert (names_found(cast.dana, "0142"), names_found(cast.ray, "0142")) == (["Marcus"], [])

    point.value = "804 555 0177"
    actions.change_point(fact=point, fields=["value"], by=cast.dana, at=now)
    assert (names_found(cast.dana, "0142"), names_found(cast.dana, "0177")) == ([], ["Marcus"])

    actions.stop_point(fact=point, by=cast.dana, at=now)
    assert names_found(cast.dana, "0177") == []

    actions.resume_point(fact=point, by=cast.dana, at=now)
    assert names_found(cast.dana, "0177") == ["Marcus"]
