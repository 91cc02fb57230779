"""Is this the same person? Asked while somebody is welcomed, of those the asker may see, and of nobody else."""

from datetime import date

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.people import actions
from handrail.people.models import BlockKind, ContactPoint, Person, SamePerson, WalksWith
from handrail.people.search import matching
from handrail.people.search.sameness import Newcomer, who_is_alike
from tests.cast import welcome
from tests.people.reading import BORN, again, in_an_emergency, main_words, url
from tests.people.searching import give_numbers, phone

ASKED = "Is this the same person?"


def send(client, program, key=None, **more):
    sent = {"id": key or new_id(), "chosen_name": "Marcus", "program": program.pk, "i_walk_with_them": "on"} | more
    return client.post(url("person_add"), sent)


def alike(staff, *names, born_on=None, phones=()):
    newcomer = Newcomer(key=new_id(), names=names, born_on=born_on, phones=phones)
    return [one.person_id for one in who_is_alike(again(staff), newcomer, timezone.now())]


# Who is alike


@pytest.mark.parametrize(
    "name", ["Marcus Webb", "marcus webb", "Webb Marcus", "Marcus", "Marcos Webb", "Marc Webb", "Markus Web"]
)
def test_names_that_may_be_one_are_asked_about_while_no_birth_date_speaks_against_it(cast, name):
    webb = welcome(cast, "webb", "Marcus Webb", cast.dana)

    assert webb.pk in alike(cast.dana, name)


@pytest.mark.parametrize("name", ["Marcus Lopez", "Webster", "Ana"])
def test_other_names_are_not(cast, name):
    webb = welcome(cast, "webb", "Marcus Webb", cast.dana)

    assert webb.pk not in alike(cast.dana, name)


@pytest.mark.parametrize(
    ("born_on", "asked"),
    [(BORN, True), (None, True), (date(1980, 5, 15), True), (date(1990, 5, 14), True), (date(1971, 2, 3), False)],
)
def test_another_birth_date_speaks_against_it_and_one_digit_does_not(cast, born_on, asked):
    webb = welcome(cast, "webb", "Marcus Webb", cast.dana, born_on=BORN)

    assert (webb.pk in alike(cast.dana, "Marcus Webb", born_on=born_on)) is asked


def test_day_and_month_the_other_way_round_are_nearly_the_same(cast):
    webb = welcome(cast, "webb", "Marcus Webb", cast.dana, born_on=date(1980, 5, 4))

    assert webb.pk in alike(cast.dana, "Marcus Webb", born_on=date(1980, 4, 5))


def test_the_same_birth_date_and_one_name_in_common_are_enough(cast):
    webb = welcome(cast, "webb", "Teo Webb", cast.dana, legal_name="Theodore Webb", born_on=BORN)

    assert webb.pk in alike(cast.dana, "Theodore Miller", born_on=BORN)
    assert webb.pk not in alike(cast.dana, "Theodore Miller")
    assert webb.pk not in alike(cast.dana, "Luis", born_on=BORN)


def test_the_same_number_weighs_in_but_two_of_a_family_are_two(cast, monkeypatch):
    ruiz = welcome(cast, "ruiz", "Elena Ruiz", cast.dana, born_on=BORN)
    give_numbers(monkeypatch, phone(ruiz, "(804) 555-0142"))

    assert ruiz.pk in alike(cast.dana, "Lena Ruiz", phones=["+1 804 555 0142"])
    assert ruiz.pk not in alike(cast.dana, "Luis Ruiz", born_on=date(2009, 1, 2), phones=["+1 804 555 0142"])


def test_at_most_five_are_asked_about_the_likeliest_first(cast):
    for number in range(8):
        welcome(cast, f"m{number}", "Marcus", cast.dana)
    born = welcome(cast, "born", "Marcus", cast.dana, born_on=BORN)

    found = alike(cast.dana, "Marcus", born_on=BORN)

    assert (len(found), found[0]) == (5, born.pk)


@pytest.mark.parametrize("who", ["noor", "ray", "lena", "iris", "joan"])
def test_nobody_is_asked_about_somebody_they_may_not_see(cast, monkeypatch, who):
    webb = welcome(cast, "webb", "Marcus Webb", cast.dana, born_on=BORN)
    give_numbers(monkeypatch, phone(webb, "804 555 0142"))

    assert alike(getattr(cast, who), "Marcus Webb", born_on=BORN, phones=["804 555 0142"]) == []


def test_a_block_counts_here_too(cast):
    actions.keep_apart(person=cast.marcus, staff=cast.dana, kind=BlockKind.ASKED, by=cast.sam, at=timezone.now())

    assert alike(cast.dana, "Marcus") == []


# The page


def test_person_add_asks_before_it_saves_and_keeps_everything_typed(cast, client):
    key = new_id()
    answer = send(client.enter(cast.dana), cast.community, key, pronouns="he/him", born_on="1980-05-14")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert f"{ASKED} Nothing is saved yet. You are welcoming Marcus" in main_words(answer)
    assert "Marcus The same name · Community, with you" in main_words(answer)
    for name, value in {"id": key, "chosen_name": "Marcus", "pronouns": "he/him", "born_on": "1980-05-14"}.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    assert f'href="{url("person_show", cast.marcus)}"' in page
    assert not Person.objects.filter(pk=key).exists()


def test_person_add_goes_on_after_somebody_else_and_the_answer_stays(cast, client):
    key = new_id()
    answer = send(client.enter(cast.dana), cast.community, key, somebody_else=str(cast.marcus.pk))

    assert (answer.status_code, answer.headers["Location"]) == (302, url("person_show", key))
    pair = SamePerson.objects.get()
    assert {pair.one_id, pair.other_id} == {cast.marcus.pk, key}
    assert (pair.answer, pair.by) == ("different", cast.dana)


def test_the_answer_is_in_the_record_and_names_nobody(cast, client):
    """Otherwise a reader of one record would learn that somebody alike is known elsewhere."""
    send(client.enter(cast.dana), cast.community, somebody_else=str(cast.marcus.pk))

    line = Entry.objects.get(verb="people.told_apart")
    assert (line.by_id, line.person_id, line.people_shown) == (cast.dana.pk, None, [])


def test_person_add_sent_twice_after_the_answer_is_still_one_person(cast, client):
    key = new_id()
    client.enter(cast.dana)
    answers = [send(client, cast.community, key, somebody_else=str(cast.marcus.pk)) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Person.objects.filter(chosen_name="Marcus").count() == 2
    assert SamePerson.objects.count() == 1


def test_person_add_asks_again_when_the_name_was_changed_to_somebody_elses(cast, client):
    welcome(cast, "will", "Will", cast.dana)

    answer = send(client.enter(cast.dana), cast.community, chosen_name="Will", somebody_else=str(cast.marcus.pk))

    assert answer.status_code == 409
    assert SamePerson.objects.count() == 0


def test_person_add_back_to_what_was_typed_shows_the_form_filled(cast, client):
    answer = send(client.enter(cast.dana), cast.community, pronouns="he/him", correct="on")

    assert answer.status_code == 200
    assert 'value="he/him"' in answer.content.decode()
    assert ASKED not in main_words(answer)
    assert Person.objects.filter(chosen_name="Marcus").count() == 1


@pytest.mark.parametrize("nonsense", ["7", "x y z", "00000000-0000-0000-0000-000000000000", "x" * 2000])
def test_an_answer_that_makes_no_sense_is_none(cast, client, nonsense):
    assert send(client.enter(cast.dana), cast.community, somebody_else=nonsense).status_code == 409


def test_person_add_does_not_ask_about_somebody_unseen(cast, client):
    """The very same answer as when nobody of that name were known."""
    unseen = send(client.enter(cast.noor), cast.community, chosen_name="Marcus", born_on="1980-05-14")
    nobody = send(client, cast.community, chosen_name="Quillon", born_on="1980-05-14")

    assert (unseen.status_code, unseen.content) == (nobody.status_code, nobody.content) == (302, b"")


def test_somebody_else_of_somebody_unseen_says_and_keeps_nothing(cast, client):
    answer = send(client.enter(cast.noor), cast.community, somebody_else=str(cast.marcus.pk))

    assert answer.status_code == 302
    assert SamePerson.objects.count() == 0


def test_whom_the_question_showed_is_in_the_record(cast, client):
    send(client.enter(cast.dana), cast.community)

    line = Entry.objects.get(verb="person.held_against")
    assert line.people_shown == [cast.marcus.pk]


def test_an_emergency_lets_one_see_and_so_be_asked(cast, client):
    in_an_emergency(cast.marcus, cast.noor)

    assert send(client.enter(cast.noor), cast.community).status_code == 409


def test_a_pair_is_known_to_those_who_see_both(cast):
    will = welcome(cast, "will", "Will", cast.noor)
    one, other = sorted((cast.marcus, will), key=lambda person: person.pk)
    SamePerson.objects.create(agency=cast.agency, one=one, other=other, answer="different", by=cast.sam, at=timezone.now())

    assert not SamePerson.objects.visible_to(cast.dana).exists()
    assert not SamePerson.objects.visible_to(cast.noor).exists()
    in_an_emergency(cast.marcus, cast.noor)
    assert SamePerson.objects.visible_to(again(cast.noor)).exists()


def test_the_question_costs_as_much_for_one_as_for_many(cast, client):
    client.enter(cast.dana)
    costs = []
    for more in (0, 2, 37):
        for number in range(more):
            welcome(cast, f"m{more}{number}", "Marcus", cast.dana)
        costs.append(asked_queries(client, cast))

    assert costs[0] == costs[1] == costs[2]


def asked_queries(client, cast) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    send(client, cast.community)
    with CaptureQueriesContext(connection) as asked:
        assert send(client, cast.community).status_code == 409
    return len(asked)


# A number, and whom they chose


def test_person_add_compares_the_number_and_keeps_it(cast, client):
    row = ContactPoint(person=cast.marcus, program=cast.community, value="(804) 555-0142")
    actions.add_point(fact=row, by=cast.dana, at=timezone.now())
    client.enter(cast.dana)

    asked = send(client, cast.community, chosen_name="Marc", phone="804 555 0142 (his mother)")
    assert asked.status_code == 409
    assert "The same phone number" in main_words(asked)
    send(client, cast.community, chosen_name="Grace", phone="555 0177", they_chose_me="on")

    grace = Person.objects.get(chosen_name="Grace")
    point = ContactPoint.objects.get(person=grace)
    assert (point.value, point.program, point.may_call) == ("555 0177", cast.community, False)
    assert WalksWith.objects.get(enrolment__person=grace).chosen_by_person


def test_the_very_same_name_is_asked_about_however_many_share_a_part_of_it(cast, monkeypatch):
    monkeypatch.setattr(matching, "MOST_KEYS", 3)
    for number in range(5):
        welcome(cast, f"maria{number}", f"Maria A{number}", cast.dana)
    lopez = welcome(cast, "lopez", "Maria Zlopez", cast.dana)

    assert lopez.pk in alike(cast.dana, "Maria Zlopez")
    assert lopez.pk in alike(cast.dana, "Maria Zlopes Cruz")


def test_of_somebody_seen_only_in_an_emergency_nothing_is_written(cast, client):
    in_an_emergency(cast.ana, cast.dana)
    client.enter(cast.dana)
    again = {"chosen_name": "Ana"}
    assert send(client, cast.community, **again).status_code == 409

    send(client, cast.community, **again, somebody_else=str(cast.ana.pk))

    assert Person.objects.filter(chosen_name="Ana").count() == 2
    assert not SamePerson.objects.exists()
