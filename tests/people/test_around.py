"""The people around a person: supporters, and family with records of their own."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.people import actions
from handrail.people.models import BlockKind, FamilyTie, Supporter
from tests.cast import welcome
from tests.people.reading import in_an_emergency, into_bridge, main_words, url


@pytest.fixture
def junior(cast):
    """Marcus's son, who walks with Noor."""
    return welcome(cast, "junior", "Junior", cast.noor)


def tie(cast, other, kin="child"):
    row = FamilyTie(person=cast.marcus, program=cast.community, other=other, kin=kin)
    return actions.tie(fact=row, by=cast.dana, at=timezone.now())


def test_supporter_add_says_who_and_what_they_may_be_told(cast, client):
    sent = {
        "id": new_id(),
        "name": "Aunt Rose",
        "relation": "family",
        "relation_words": "she raised me",
        "how_to_reach": "555 0123",
        "may_know": "some",
        "may_know_words": "When I have a bad week",
    }
    page = main_words(client.enter(cast.dana).post(url("supporter_add", cast.marcus), sent, follow=True))

    assert "Aunt Rose she raised me · 555 0123 May be told: When I have a bad week" in page


def test_supporter_add_asks_what_they_may_be_told(cast, client):
    sent = {"id": new_id(), "name": "Aunt Rose", "relation": "family", "may_know": "some"}

    answer = client.enter(cast.dana).post(url("supporter_add", cast.marcus), sent)

    assert answer.status_code == 422
    assert "What may they be told?" in main_words(answer)


def test_a_supporter_is_told_nothing_unless_the_person_said_so(cast, client):
    client.enter(cast.dana).post(
        url("supporter_add", cast.marcus), {"id": new_id(), "name": "Lou", "relation": "friend", "may_know": "nothing"}
    )

    assert "May be told: Nothing, not even that we know them" in main_words(client.get(url("person_show", cast.marcus)))


def test_a_supporter_stops_and_stands_by_again(cast, client):
    row = Supporter(person=cast.marcus, program=cast.community, name="Lou")
    actions.add_supporter(fact=row, by=cast.dana, at=timezone.now())
    client.enter(cast.dana)

    client.post(url("supporter_stop", row))
    assert "Before Lou" in main_words(client.get(url("person_show", cast.marcus)))
    client.post(url("supporter_resume", row))
    assert "Before Lou" not in main_words(client.get(url("person_show", cast.marcus)))


# Family here


def test_a_tie_is_shown_to_whoever_may_see_both_from_both_sides(cast, client):
    welcome(cast, "junior", "Junior", cast.dana)
    client.enter(cast.dana).post(url("tie_add", cast.marcus), {"id": new_id(), "other": cast.junior.pk, "kin": "child"})

    assert "Junior Child, has a record of their own" in main_words(client.get(url("person_show", cast.marcus)))
    assert "Marcus Parent, has a record of their own" in main_words(client.get(url("person_show", cast.junior)))
    assert Entry.objects.filter(verb="family.tied").count() == 2


def test_a_peer_who_is_reached_through_one_learns_nothing_of_the_other(cast, junior, client):
    tie(cast, junior)

    for who, person, other in ((cast.dana, cast.marcus, "Junior"), (cast.noor, junior, "Marcus")):
        page = client.enter(who).get(url("person_show", person))
        assert page.status_code == 200
        assert other not in page.content.decode()
        assert "record of their own" not in main_words(page)


def test_an_emergency_in_one_record_does_not_show_the_tie_to_the_other(cast, junior, client):
    tie(cast, junior)
    in_an_emergency(cast.marcus, cast.ray)

    assert "Junior" not in client.enter(cast.ray).get(url("person_show", cast.marcus)).content.decode()


def test_a_tie_is_shown_only_in_the_program_it_was_noted_in(cast, client):
    """Ray walks with both in Bridge; that they are family was told in Community."""
    welcome(cast, "junior", "Junior", cast.dana)
    tie(cast, cast.junior)
    into_bridge(cast)
    there = actions.enrol(person=cast.junior, program=cast.bridge, by=cast.ray, at=cast.began)
    actions.start_walking(enrolment=there, peer=cast.ray, chosen_by_person=False, by=cast.ray, at=cast.began)

    assert "Junior" not in client.enter(cast.ray).get(url("person_show", cast.marcus)).content.decode()


def test_who_is_kept_away_from_one_does_not_see_the_tie(cast, client):
    welcome(cast, "junior", "Junior", cast.dana)
    row = tie(cast, cast.junior)
    actions.keep_apart(person=cast.junior, staff=cast.sam, kind=BlockKind.ASKED, by=cast.dana, at=timezone.now())

    assert "Junior" not in client.enter(cast.sam).get(url("person_show", cast.marcus)).content.decode()
    assert client.post(url("tie_end", row)).status_code == 404


def look_for(client, person, words):
    return client.post(url("tie_add", person), {"id": new_id(), "words": words, "find": "on", "kin": "sibling"})


def test_tie_add_shows_nobody_until_somebody_is_looked_for(cast, client):
    """Four hundred names on a page would be four hundred people shown."""
    welcome(cast, "will", "Will", cast.dana)
    client.enter(cast.dana)

    assert "Will" not in main_words(client.get(url("tie_add", cast.marcus)))
    assert not Entry.objects.filter(verb="family.offered").exists()
    found = look_for(client, cast.marcus, "wil")
    assert "Will" in main_words(found)
    assert found.context["form"]["kin"].value() == "sibling"
    assert Entry.objects.get(verb="family.offered").people_shown == [cast.will.pk]


def test_tie_add_finds_only_those_one_looks_after_and_takes_nobody_else(cast, junior, client):
    in_an_emergency(junior, cast.dana)
    client.enter(cast.dana)

    assert "Nobody found" in main_words(look_for(client, cast.marcus, "junior"))
    for other in (junior.pk, cast.marcus.pk, cast.pat.pk, "nobody"):
        answer = client.post(url("tie_add", cast.marcus), {"id": new_id(), "other": other, "kin": "child"})
        assert answer.status_code == 422
        assert "They are not in your list" in main_words(answer)
        assert str(other) not in main_words(answer)
    assert not FamilyTie.objects.exists()


def test_tie_add_twice_from_either_side_is_one_tie(cast, client):
    welcome(cast, "junior", "Junior", cast.dana)
    tie(cast, cast.junior)
    client.enter(cast.dana)

    assert "Nobody found" in main_words(look_for(client, cast.marcus, "junior"))
    row = FamilyTie(person=cast.junior, program=cast.community, other=cast.marcus, kin="parent")
    with pytest.raises(actions.AlreadySo):
        actions.tie(fact=row, by=cast.dana, at=timezone.now())


def test_the_database_takes_a_tie_once_from_whichever_side(cast):
    welcome(cast, "junior", "Junior", cast.dana)
    tie(cast, cast.junior)
    own = {"agency": cast.agency, "person": cast.junior, "program": cast.community, "noted_by": cast.dana}

    with pytest.raises(IntegrityError), transaction.atomic():
        FamilyTie.objects.create(other=cast.marcus, kin="parent", noted_at=cast.began, **own)


@pytest.fixture
def both_in_bridge(cast):
    """Ray walks with Marcus and Junior in Bridge; that they are family was told in Community."""
    welcome(cast, "junior", "Junior", cast.dana)
    tie(cast, cast.junior)
    into_bridge(cast)
    there = actions.enrol(person=cast.junior, program=cast.bridge, by=cast.ray, at=cast.began)
    actions.start_walking(enrolment=there, peer=cast.ray, chosen_by_person=False, by=cast.ray, at=cast.began)
    return cast


def test_a_tie_told_in_another_program_is_not_told_by_what_is_missing(both_in_bridge, client):
    cast = both_in_bridge
    client.enter(cast.ray)

    assert "Junior" in main_words(look_for(client, cast.marcus, "junior"))
    answer = client.post(url("tie_add", cast.marcus), {"id": new_id(), "other": cast.junior.pk, "kin": "child"})
    assert answer.status_code == 302
    assert FamilyTie.objects.standing().count() == 2


def test_told_in_two_programs_it_stands_once_on_the_page_of_whoever_reaches_both(both_in_bridge, client):
    cast = both_in_bridge
    row = FamilyTie(person=cast.marcus, program=cast.bridge, other=cast.junior, kin="child")
    actions.tie(fact=row, by=cast.ray, at=timezone.now())
    in_an_emergency(cast.marcus, cast.iris)
    in_an_emergency(cast.junior, cast.iris)

    page = main_words(client.enter(cast.iris).get(url("person_show", cast.marcus)))

    assert page.count("has a record of their own") == 1


def test_who_opened_the_record_tells_nothing_of_family_to_whom_the_tie_is_closed(cast, client):
    """Sam supervises Dana, who walks with both; Junior asked that Sam be kept away."""
    welcome(cast, "junior", "Junior", cast.dana)
    tie(cast, cast.junior)
    actions.keep_apart(person=cast.junior, staff=cast.sam, kind=BlockKind.ASKED, by=cast.dana, at=timezone.now())

    assert "family" in main_words(client.enter(cast.dana).get(url("person_opened", cast.marcus)))
    assert "family" not in main_words(client.enter(cast.sam).get(url("person_opened", cast.marcus)))


def test_tie_end_takes_it_back_and_returns_to_where_one_was(cast, client):
    welcome(cast, "junior", "Junior", cast.dana)
    row = tie(cast, cast.junior)
    client.enter(cast.dana)

    answer = client.post(url("tie_end", row), {"from": cast.junior.pk})

    assert answer.headers["Location"] == url("person_show", cast.junior)
    assert not FamilyTie.objects.standing().exists()
    assert client.post(url("tie_end", row)).status_code == 409


def test_opening_a_person_with_family_is_noted_for_the_family_too(cast, client):
    welcome(cast, "junior", "Junior", cast.dana)
    tie(cast, cast.junior)
    client.enter(cast.dana).get(url("person_show", cast.marcus))

    assert Entry.objects.get(verb="family.shown").people_shown == [cast.junior.pk]


def test_the_database_ties_nobody_to_themselves(cast):
    own = {"agency": cast.agency, "person": cast.marcus, "program": cast.community, "noted_by": cast.dana}
    with pytest.raises(IntegrityError), transaction.atomic():
        FamilyTie.objects.create(other=cast.marcus, kin="other", noted_at=cast.began, **own)


def test_a_tie_is_taken_back_only_by_whoever_looks_after_both(cast, junior, client):
    """Iris supervises nobody of them and opened both in an emergency: she sees the tie and leaves it."""
    row = tie(cast, junior)
    for person in (cast.marcus, junior):
        in_an_emergency(person, cast.iris)
    client.enter(cast.iris)

    assert "Junior" in main_words(client.get(url("person_show", cast.marcus)))
    assert client.post(url("tie_end", row)).status_code == 403


def test_a_second_program_is_asked_for_by_name(cast, client):
    """Dana walks with Marcus in both: a fact belongs to one of them, and none is chosen for her."""
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    there = into_bridge(cast)
    actions.start_walking(enrolment=there, peer=cast.dana, chosen_by_person=False, by=cast.ray, at=cast.began)
    sent = {"id": new_id(), "name": "Lou", "relation": "friend", "may_know": "nothing"}
    client.enter(cast.dana)

    assert client.post(url("supporter_add", cast.marcus), sent).status_code == 422
    client.post(url("supporter_add", cast.marcus), sent | {"program": cast.bridge.pk})

    assert Supporter.objects.get().program == cast.bridge
    assert "Lou" in main_words(client.get(url("person_show", cast.marcus)))
    assert "Lou" in main_words(client.enter(cast.ray).get(url("person_show", cast.marcus)))
    assert "Lou" not in main_words(client.enter(cast.sam).get(url("person_show", cast.marcus)))
