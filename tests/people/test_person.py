"""One person: welcoming them, their page, correcting who they are."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.kit.tenancy import as_agency
from handrail.people import actions, panels
from handrail.people.models import BlockKind, Enrolment, Person, WalksWith
from tests.cast import welcome
from tests.people.reading import BORN, into_bridge, main_words, sees, url


def add(client, key, program, follow=False, **more):
    sent = {"id": key, "chosen_name": "Will", "program": program.pk, "i_walk_with_them": "on"} | more
    return client.post(url("person_add"), {name: value for name, value in sent.items() if value is not None}, follow=follow)


def shape(answer):
    return answer.status_code, answer.content, sorted(answer.headers.items())


# Welcoming


def test_person_add_welcomes_somebody_by_one_name(cast, client):
    key = new_id()
    answer = add(client.enter(cast.dana), key, cast.community, follow=True)

    person = Person.objects.get(pk=key)
    assert answer.redirect_chain == [(url("person_show", person), 302)]
    assert (person.chosen_name, person.made_by, person.agency) == ("Will", cast.dana, cast.agency)
    assert WalksWith.objects.get(enrolment__person=person).peer == cast.dana
    assert [entry.verb for entry in Entry.objects.filter(person_id=key).order_by("seq")][0] == "person.added"


def test_person_add_puts_a_new_key_of_its_own_into_each_page(cast, client):
    client.enter(cast.dana)
    keys = [client.get(url("person_add")).context["form"]["id"].value() for _time in range(2)]

    assert keys[0] != keys[1]
    assert all(UUID(key).version == 7 for key in keys)


def test_person_add_sent_twice_by_the_same_hands_is_one_person(cast, client):
    key = new_id()
    client.enter(cast.dana)
    first, second = (add(client, key, cast.community) for _time in range(2))

    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert Enrolment.objects.filter(person=key).count() == WalksWith.objects.filter(enrolment__person=key).count() == 1
    assert Entry.objects.filter(verb="person.added", person_id=key).count() == 1


def test_person_add_sent_twice_is_one_person_also_when_the_record_went_to_somebody_else_at_once(cast, client):
    key = new_id()
    client.enter(cast.dana)
    answers = [add(client, key, cast.community, i_walk_with_them=None, follow=True) for _time in range(2)]

    for answer in answers:
        assert answer.redirect_chain == [(url("person_list"), 302)]
        assert "A supervisor will find somebody to walk with them." in main_words(answer)
    assert Person.objects.filter(pk=key).count() == 1


def test_person_add_under_a_key_of_a_colleagues_person_is_not_here(cast, client):
    """The same bytes as for what never was, whether or not the sender reaches that person."""
    client.enter(cast.sam)
    never = client.get(url("person_show", new_id()))

    for person in (cast.marcus, cast.ana):
        assert shape(add(client, person.pk, cast.community, i_walk_with_them=None)) == shape(never)
    assert Person.objects.get(pk=cast.marcus.pk).chosen_name == "Marcus"


def test_person_add_under_a_key_of_another_agency_is_not_here(cast, client):
    """On PostgreSQL the row cannot even be seen; the database still refuses the key."""
    client.enter(cast.dana)
    never = client.get(url("person_show", new_id()))

    assert shape(add(client, cast.pat.pk, cast.community)) == shape(never)
    assert not Enrolment.objects.filter(person=cast.pat.pk, agency=cast.agency).exists()
    with as_agency(cast.other_agency.pk):
        assert Person.objects.get(pk=cast.pat.pk).chosen_name == "Pat"


def test_person_add_again_after_the_record_closed_to_the_sender_is_not_here(cast, client):
    key = new_id()
    add(client.enter(cast.dana), key, cast.community)
    actions.keep_apart(
        person=Person.objects.get(pk=key), staff=cast.dana, kind=BlockKind.RELATIVE, by=cast.sam, at=timezone.now()
    )

    assert shape(add(client, key, cast.community)) == shape(client.get(url("person_show", new_id())))


def test_person_add_with_wrong_input_keeps_the_key_and_what_was_typed(cast, client):
    key = new_id()
    answer = add(client.enter(cast.dana), key, cast.community, chosen_name="", pronouns="they/them", born_on="2090-01-01")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'value="{key}"' in page
    assert 'value="they/them"' in page
    assert "What would they like to be called?" in main_words(answer)
    assert "This cannot be a birth date." in main_words(answer)
    assert not Person.objects.filter(pk=key).exists()


@pytest.mark.parametrize("key", ["", "7"])
def test_person_add_without_a_key_says_to_open_the_page_again(cast, client, key):
    answer = add(client.enter(cast.dana), key, cast.community)

    assert answer.status_code == 422
    assert "This page is too old to be sent. Open it again." in main_words(answer)


def test_person_add_offers_only_programs_one_works_in_and_chooses_the_only_one(cast, client):
    form = client.enter(cast.dana).get(url("person_add")).context["form"]

    assert [name for _key, name in form.fields["program"].choices] == ["Community"]
    assert form["program"].value() == cast.community.pk
    assert add(client, new_id(), cast.bridge).status_code == 422


def test_person_add_chooses_no_program_where_there_are_several(cast, client):
    """The wrong program would show the person to the wrong team."""
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    client.enter(cast.dana)

    assert client.get(url("person_add")).context["form"]["program"].value() is None
    answer = client.post(url("person_add"), {"id": new_id(), "chosen_name": "Will"})
    assert answer.status_code == 422
    assert "Choose a program." in main_words(answer)


def test_person_add_does_not_let_a_supervisor_walk_where_they_are_no_peer(cast, client):
    accounts.give_role(staff=cast.sam, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)

    answer = add(client.enter(cast.sam), new_id(), cast.community)

    assert answer.status_code == 422
    assert "You do not work as a peer in this program." in main_words(answer)


@pytest.mark.parametrize("who", ["lena", "joan", "alex", "theo", "ada"])
def test_person_add_is_not_for_every_role(cast, client, who):
    assert add(client.enter(getattr(cast, who)), new_id(), cast.community).status_code == 403


# Their page


def test_person_show_says_who_this_is_who_walks_with_them_and_why_one_sees_it(cast, client):
    will = welcome(cast, "will", "Will T.", cast.dana, pronouns="they/them", legal_name="William Tran", born_on=BORN)

    page = main_words(client.enter(cast.dana).get(url("person_show", will)))

    assert "Will T. they/them" in page
    assert "Name on papers William Tran" in page
    assert "Birth date 14 May 1980" in page
    assert "Dana of the cast Community, you, since" in page
    assert "Why you can see it You walk with them." in page


@pytest.mark.parametrize(("who", "why"), [("sam", "You supervise a peer who walks with them."), ("iris", None)])
def test_person_show_is_theirs_who_reach_the_person(cast, client, who, why):
    answer = client.enter(getattr(cast, who)).get(url("person_show", cast.marcus))

    assert answer.status_code == (200 if why else 404)
    assert why is None or why in main_words(answer)


def test_person_show_of_somebody_nobody_walks_with_says_so(cast, client):
    will = welcome(cast, "will", "Will", None)

    page = main_words(client.enter(cast.iris).get(url("person_show", will)))

    assert "Community Nobody yet" in page
    assert "You supervise their program, and nobody walks with them yet." in page
    assert "Birth date Not known" in page
    assert "Pronouns Not asked yet" in page


def test_person_show_is_one_line_of_the_record(cast, client):
    client.enter(cast.dana).get(url("person_show", cast.marcus))

    line = Entry.objects.get(verb="person.opened")
    assert (line.by_id, line.person_id, line.subject_id) == (cast.dana.pk, cast.marcus.pk, cast.marcus.pk)


def test_person_show_has_room_for_boxes_of_other_apps(cast, client, monkeypatch, tmp_path):
    (tmp_path / "box.html").write_text("<p>{{ hope }} of {{ person.chosen_name }}{% csrf_token %}</p>")
    monkeypatch.setattr(panels, "_panels", {})
    panels.register("late", "Later", "box.html", lambda person, reader, at: {"hope": "Second"}, order=2)
    panels.register("plan", "Plan", "box.html", lambda person, reader, at: {"hope": "My own place"}, order=1)
    panels.register("none", "No such box", "box.html", lambda person, reader, at: None, order=0)
    with override_settings(TEMPLATES=[settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]):
        answer = client.enter(cast.dana).get(url("person_show", cast.marcus))

    assert "Plan My own place of Marcus Later Second of Marcus" in main_words(answer)
    assert "No such box" not in main_words(answer)
    assert answer.content.decode().count("csrfmiddlewaretoken") >= 2


def test_person_enrol_adds_them_to_one_more_program(cast, client):
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    client.enter(cast.dana)
    assert "Add them to another program" in main_words(client.get(url("person_show", cast.marcus)))

    answer = client.post(url("person_enrol", cast.marcus), {"program": cast.bridge.pk}, follow=True)

    assert "Saved. Until somebody walks with them in Bridge, a supervisor there sees them." in main_words(answer)
    assert Enrolment.objects.filter(person=cast.marcus, program=cast.bridge).count() == 1
    assert Entry.objects.filter(verb="enrolment.begun", person_id=cast.marcus.pk).count() == 1


@pytest.mark.parametrize("program", ["bridge", "other_program", "", "7"])
def test_person_enrol_takes_only_a_program_one_works_in(cast, client, program):
    sent = getattr(cast, program).pk if program in ("bridge", "other_program") else program

    answer = client.enter(cast.dana).post(url("person_enrol", cast.marcus), {"program": sent})

    assert answer.status_code == 422
    assert Enrolment.objects.filter(person=cast.marcus).count() == 1


def test_person_show_does_not_offer_programs_where_there_is_none_to_offer(cast, client):
    into_bridge(cast)

    assert "Add them to another program" not in main_words(client.enter(cast.dana).get(url("person_show", cast.marcus)))


# Correcting


def test_person_edit_keeps_what_was_corrected(cast, client):
    answer = client.enter(cast.dana).post(
        url("person_edit", cast.marcus), {"chosen_name": "Marc", "pronouns": "he/him", "born_on": "1980-05-14"}, follow=True
    )

    person = Person.objects.get(pk=cast.marcus.pk)
    assert (person.chosen_name, person.pronouns, person.born_on) == ("Marc", "he/him", BORN)
    assert "Saved." in main_words(answer)
    assert Entry.objects.filter(verb="person.corrected", person_id=person.pk).count() == 1


def test_person_edit_with_wrong_input_changes_nothing_and_keeps_what_was_typed(cast, client):
    answer = client.enter(cast.dana).post(url("person_edit", cast.marcus), {"chosen_name": "", "pronouns": "they"})

    assert answer.status_code == 422
    assert 'value="they"' in answer.content.decode()
    assert Person.objects.get(pk=cast.marcus.pk).pronouns == ""


def test_person_edit_does_not_move_a_person_or_their_login(cast, client):
    sent = {
        "chosen_name": "Marc",
        "agency": cast.other_agency.pk,
        "login": cast.noor.login_id,
        "made_by": cast.noor.pk,
        "id": new_id(),
    }
    client.enter(cast.dana).post(url("person_edit", cast.marcus), sent)

    person = Person.objects.get(pk=cast.marcus.pk)
    assert (person.agency, person.login, person.made_by) == (cast.agency, None, cast.dana)


@pytest.mark.parametrize(
    ("who", "status"), [("dana", 200), ("sam", 200), ("noor", 404), ("joan", 404), ("alex", 404), ("zoe", 404)]
)
def test_person_edit_is_theirs_who_look_after_the_person(cast, client, who, status):
    with as_agency(getattr(cast, who).agency_id):
        assert client.enter(getattr(cast, who)).get(url("person_edit", cast.marcus)).status_code == status


def test_a_director_with_a_line_of_their_own_reads_but_does_not_correct(cast, client):
    accounts.begin_supervision(supervisor=cast.joan, staff=cast.dana, kind="clinical", by=cast.alex, at=timezone.now())

    assert client.enter(cast.joan).get(url("person_show", cast.marcus)).status_code == 200
    assert client.get(url("person_edit", cast.marcus)).status_code == 403


@pytest.mark.parametrize(
    ("typed", "fine"),
    [
        (lambda today: today, True),
        (lambda today: today + timedelta(days=1), False),
        (lambda today: today - timedelta(days=131 * 366), False),
    ],
)
def test_a_birth_date_is_one_somebody_can_have(cast, client, typed, fine):
    with timezone.override(cast.agency.zone):
        born_on = typed(timezone.localdate())

    answer = client.enter(cast.dana).post(url("person_edit", cast.marcus), {"chosen_name": "Marcus", "born_on": born_on})

    assert answer.status_code == (302 if fine else 422)


def test_who_is_welcomed_today_is_the_supervisors_from_today(cast, client):
    key = new_id()
    add(client.enter(cast.dana), key, cast.community, i_walk_with_them=None)

    assert sees(cast.sam, Person.objects.get(pk=key))
    assert not sees(cast.dana, Person.objects.get(pk=key))


def test_two_who_correct_at_once_do_not_take_back_each_others_words(cast, client):
    opened = {"initial-chosen_name": "Marcus", "initial-pronouns": "", "initial-legal_name": "", "initial-born_on": ""}
    client.enter(cast.dana)
    client.post(url("person_edit", cast.marcus), opened | {"chosen_name": "Marcus", "legal_name": "Marcus Webb"})
    client.post(url("person_edit", cast.marcus), opened | {"chosen_name": "Marcus", "pronouns": "he/him"})

    cast.marcus.refresh_from_db()
    assert (cast.marcus.legal_name, cast.marcus.pronouns) == ("Marcus Webb", "he/him")
