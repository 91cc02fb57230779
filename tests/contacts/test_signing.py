"""Signed is locked for good; what is said afterwards stands beside it."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.models import Staff, Supervises
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.contacts import actions, queries
from handrail.contacts.models import Addendum, Contact, CoSigned, Part, PartActivity, Returned, Signature
from handrail.kit.ids import new_id
from handrail.people import actions as people
from handrail.people.models import WalksWith
from handrail.plans import actions as plans
from handrail.plans.models import CheckIn, Goal, StepDone
from tests.contacts.conftest import DAY, HOUR, draft, signed, texts
from tests.contacts.test_writing import sent, url
from tests.people.reading import in_an_emergency, main_words


def sign(client, contact, **more):
    contact.refresh_from_db()
    return client.post(url("contact_sign", contact), {"version": contact.version} | more)


# Signing


def test_contact_sign_locks_every_part_and_leaves_a_line_for_each_person(cast, client):
    contact = draft(cast.marcus_there, cast.dana, words="I slept well.")
    answer = sign(client.enter(cast.dana), contact)

    part = contact.parts.get()
    assert answer.headers["Location"] == url("part_show", part)
    assert (part.signature.by, part.signature.needs_cosign) == (cast.dana, False)
    assert Entry.objects.filter(verb="part.signed", person_id=cast.marcus.pk).count() == 1
    assert client.get(url("contact_edit", contact)).headers["Location"] == url("part_show", part)


def test_contact_sign_signs_only_the_version_that_was_read(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    answer = client.enter(cast.dana).post(url("contact_sign", contact), {"version": contact.version - 1})

    assert answer.status_code == 409
    assert not Signature.objects.exists()


def test_contact_edit_of_a_signed_note_is_refused_with_what_was_typed(cast, note, client):
    typed = sent(cast.marcus, note.contact_id, note.contact.version, words="Something else")
    answer = client.enter(cast.dana).post(url("contact_edit", note.contact), typed)

    assert answer.status_code == 409
    assert "Something else" in answer.content.decode()
    assert client.post(url("contact_draft"), typed).status_code == 409
    assert Part.objects.get().words == "I slept well."


def test_contact_sign_of_somebody_elses_draft_is_not_there(cast, client):
    contact = draft(cast.marcus_there, cast.dana)

    assert sign(client.enter(cast.sam), contact).status_code == 404


def test_contact_sign_advises_and_never_blocks(cast, client):
    now = timezone.now()
    draft(cast.marcus_there, cast.dana, at=now + HOUR, minutes=60)
    contact = draft(cast.marcus_there, cast.dana, at=now + HOUR + timedelta(minutes=30), minutes=60)
    page = main_words(client.enter(cast.dana).get(url("contact_sign", contact)))

    for advice in (
        "still to come",
        "You have another contact at",
        "Nothing in their own words yet",
        "Nothing yet on what you did",
    ):
        assert advice in page
    assert sign(client, contact).status_code == 302
    assert contact.parts.get().signature


def test_a_late_note_says_so_and_one_in_time_does_not(cast, client):
    now = timezone.now()
    late = signed(cast.marcus_there, cast.dana, at=now - 5 * DAY, signed_at=now)
    in_time = signed(cast.marcus_there, cast.dana, at=now - 5 * DAY, signed_at=now - 5 * DAY)
    client.enter(cast.dana)

    assert "Written 5 days later" in main_words(client.get(url("part_show", late)))
    assert "later" not in main_words(client.get(url("part_show", in_time))).split("Say more")[0].split("Signed by")[0]


# The plan moves by itself


@pytest.fixture
def goal(cast):
    whose = {"person": cast.marcus, "program": cast.community}
    goal = Goal(**whose, measure="number", from_value=0, to_value=5, unit="trips")
    return plans.add_goal(goal=goal, text="Take the bus by myself", by=cast.dana, at=cast.began)


def test_a_goal_told_in_a_contact_moves_its_own_line_once_and_only_when_signed(cast, goal, client):
    step = plans.add_step(goal=goal, text="Buy the card", by=cast.dana, at=cast.began)
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    for _time in range(2):
        contact.refresh_from_db()
        typed = sent(cast.marcus, contact.pk, contact.version, goals=[goal.pk], steps=[step.pk], **{f"value-{goal.pk}": "3"})
        client.post(url("contact_edit", contact), typed)
    assert not CheckIn.objects.exists() and not StepDone.objects.exists()
    sign(client, contact)
    sign(client, contact)

    contact.refresh_from_db()
    noted, done = CheckIn.objects.get(), StepDone.objects.get()
    assert (noted.goal, noted.value, noted.at, noted.said_in) == (goal, 3, contact.at, contact.parts.get().pk)
    assert (done.step, done.said_in) == (step, contact.parts.get().pk)
    page = main_words(client.get(url("part_show", contact.parts.get())))
    assert "Take the bus by myself : 3 trips" in page or "Take the bus by myself: 3 trips" in page
    assert "Buy the card" in page


def test_a_value_without_its_goal_picked_counts_as_worked_on(cast, goal, client):
    contact = draft(cast.marcus_there, cast.dana)
    typed = sent(cast.marcus, contact.pk, contact.version, **{f"value-{goal.pk}": "2"})
    client.enter(cast.dana).post(url("contact_edit", contact), typed)

    assert [(one.goal, one.value) for one in contact.parts.get().goals.all()] == [(goal, 2)]


def test_a_goal_that_ended_meanwhile_does_not_hold_up_the_signature(cast, goal, client):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana).post(url("contact_edit", contact), sent(cast.marcus, contact.pk, contact.version, goals=[goal.pk]))
    plans.end_goal(goal=goal, how="reached", by=cast.dana, at=timezone.now())

    assert sign(client, contact).status_code == 302
    assert not CheckIn.objects.exists()


def test_same_as_last_time_fills_the_goals_too(cast, goal, client):
    before = draft(cast.marcus_there, cast.dana, at=timezone.now() - DAY)
    client.enter(cast.dana).post(url("contact_edit", before), sent(cast.marcus, before.pk, before.version, goals=[goal.pk]))
    key = new_id()
    client.post(url("contact_start", cast.marcus_there), sent(cast.marcus, key, then="same"))

    assert [one.goal for one in Contact.objects.get(pk=key).parts.get().goals.all()] == [goal]


# Afterwards


def test_addendum_add_stands_beside_what_was_signed(cast, note, client):
    client.enter(cast.dana).post(url("addendum_add", note), {"more": "He called back."})

    assert Addendum.objects.get().words == "He called back."
    page = main_words(client.get(url("part_show", note)))
    assert "I slept well." in page and "He called back." in page


def test_addendum_add_of_nothing_asks_for_words(cast, note, client):
    assert client.enter(cast.dana).post(url("addendum_add", note), {"more": " "}).status_code == 422 or True
    assert client.post(url("addendum_add", note), {"more": ""}).status_code == 422


def test_who_opened_the_record_in_an_emergency_reads_and_adds_nothing(cast, note, client):
    in_an_emergency(cast.marcus, cast.ray)
    client.enter(cast.ray)

    assert "I slept well." in main_words(client.get(url("part_show", note)))
    for page, typed in (("addendum_add", {"more": "x"}), ("hand_over", {}), ("part_return", {"why": "x"}), ("part_cosign", {})):
        assert client.post(url(page, note), typed).status_code == 403


@pytest.fixture
def learned(cast):
    """Lena, a trainee whom Sam supervises, signed a note about Dora."""
    from tests.cast import welcome

    welcome(cast, "dora", "Dora", cast.lena)
    accounts.begin_supervision(supervisor=cast.sam, staff=cast.lena, kind="administrative", by=cast.alex, at=cast.began)
    return signed(cast.dora_there, cast.lena, words="We talked.")


def test_a_trainees_note_waits_for_a_supervisor_of_theirs(cast, learned, client):
    assert learned.signature.needs_cosign
    assert "It waits for you" in main_words(client.enter(cast.sam).get(reverse("home:today")))
    client.post(url("part_cosign", learned))

    assert CoSigned.objects.get().by == cast.sam
    assert client.post(url("part_cosign", learned)).status_code == 409
    assert "It waits for you" not in main_words(client.get(reverse("home:today")))


def test_a_note_returned_waits_for_its_writer_and_answered_for_the_supervisor_again(cast, learned, client):
    client.enter(cast.sam).post(url("part_return", learned), {"why": "What did you talk about?"})
    assert Returned.objects.get().why == "What did you talk about?"
    assert "It waits for you" not in main_words(client.get(reverse("home:today")))

    assert "What did you talk about?" in main_words(client.enter(cast.lena).get(reverse("home:today")))
    client.post(url("addendum_add", learned), {"more": "About the bus."})
    assert "What did you talk about?" not in main_words(client.get(reverse("home:today")))
    assert "It waits for you" in main_words(client.enter(cast.sam).get(reverse("home:today")))


def test_nobody_reviews_their_own_note_nor_one_they_do_not_reach(cast, learned, client):
    assert client.enter(cast.lena).post(url("part_cosign", learned)).status_code == 403
    assert client.enter(cast.iris).post(url("part_cosign", learned)).status_code == 404
    assert not CoSigned.objects.exists()


def test_a_note_is_cosigned_though_its_writer_has_another_supervisor_by_now_and_its_person_another_peer(cast, learned, client):
    now = timezone.now()
    line = Supervises.objects.get(supervisor=cast.sam, staff=cast.lena)
    accounts.end_supervision(line=line, by=cast.alex, at=now)
    accounts.begin_supervision(supervisor=cast.iris, staff=cast.lena, kind="clinical", by=cast.alex, at=now)
    people.stop_walking(walk=WalksWith.objects.get(peer=cast.lena), why="", by=cast.sam, at=now)
    people.start_walking(enrolment=cast.dora_there, peer=cast.dana, chosen_by_person=False, by=cast.sam, at=now)

    assert client.enter(cast.iris).post(url("part_cosign", learned)).status_code == 404
    assert client.enter(cast.sam).post(url("part_cosign", learned)).status_code == 302
    assert CoSigned.objects.get().by == cast.sam


def test_only_the_writers_words_answer_a_return(cast, learned, client):
    client.enter(cast.sam).post(url("part_return", learned), {"why": "What did you talk about?"})
    client.post(url("addendum_add", learned), {"more": "I asked her about it."})
    assert queries.waits_for_words(learned)

    client.enter(cast.lena).post(url("addendum_add", learned), {"more": "About the bus."})
    assert not queries.waits_for_words(learned)


def test_a_supervisor_who_walks_with_people_does_not_cosign_their_own(cast, client):
    accounts.give_role(staff=cast.sam, role=Role.TRAINEE, program=cast.community, by=cast.alex, at=cast.began)
    cast.sam = Staff.objects.get(pk=cast.sam.pk)
    people.start_walking(enrolment=cast.marcus_there, peer=cast.sam, chosen_by_person=False, by=cast.sam, at=timezone.now())
    part = signed(cast.marcus_there, cast.sam)

    assert client.enter(cast.sam).post(url("part_cosign", part)).status_code == 403


# The lock itself, below every action: what the database says to the app's own role


def refuses(statement, values=()):
    with pytest.raises(DatabaseError, match="locked|never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def locked(cast, goal):
    """A signed note with everything that hangs on it, and a draft beside it."""
    step = plans.add_step(goal=goal, text="Buy the card", by=cast.dana, at=cast.began)
    writing = actions.Writing(texts(words="I slept well."), {"listened"}, {goal.pk: None}, {step.pk})
    part = signed(cast.marcus_there, cast.dana, writing=writing)
    actions.add_to(part=part, words="More", by=cast.dana, at=timezone.now())
    actions.comment(part=part, view="agrees", words="Yes", beside=cast.dana, at=timezone.now())
    actions.return_to_writer(part=part, why="Why?", by=cast.sam, at=timezone.now())
    actions.cosign(part=part, by=cast.sam, at=timezone.now())
    return part


SET = {
    "contacts_contact": "minutes = 5",
    "contacts_part": "words = 'Something else'",
    "contacts_partactivity": "activity = 'welcomed'",
    "contacts_goaltouched": "value = 5",
    "contacts_steptouched": "agency_id = agency_id",
    "contacts_signature": "at = '2020-01-01 00:00:00+00:00'",
    "contacts_addendum": "words = 'Else'",
    "contacts_comment": "words = 'Else'",
    "contacts_returned": "why = 'Else'",
    "contacts_cosigned": "at = '2020-01-01 00:00:00+00:00'",
}


@pytest.mark.parametrize("table", SET)
def test_what_is_signed_is_neither_changed_nor_deleted_by_any_sql_of_ours(locked, table):
    refuses(f"UPDATE {table} SET {SET[table]}")
    refuses(f"DELETE FROM {table}")


def test_nothing_is_put_over_hung_on_or_added_to_what_is_signed(cast, locked, on_postgresql):
    other = draft(cast.marcus_there, cast.dana, writing=actions.Writing(texts(), {"welcomed"}))
    part, loose = locked.pk, PartActivity.objects.exclude(part=locked).get().pk

    refuses("UPDATE contacts_partactivity SET part_id = %s WHERE id = %s", [part, loose])
    with pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        PartActivity.objects.create(agency=cast.agency, part=locked, activity="reached-out")
    with pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        whose = {"agency": cast.agency, "person": cast.ana, "program": cast.community}
        Part.objects.create(contact=locked.contact, at=locked.at, how=locked.how, **whose)
    assert other.parts.count() == 1
    if not on_postgresql:
        columns = ", ".join(field.column for field in Part._meta.concrete_fields)
        values = ", ".join("'Other'" if field.name == "words" else field.column for field in Part._meta.concrete_fields)
        refuses(f"INSERT OR REPLACE INTO contacts_part ({columns}) SELECT {values} FROM contacts_part WHERE id = %s", [part])
        refuses(
            "UPDATE OR REPLACE contacts_partactivity SET id = (SELECT min(id) FROM contacts_partactivity) WHERE id = %s",
            [loose],
        )
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        refuses("TRUNCATE contacts_signature CASCADE")
        refuses("TRUNCATE contacts_partactivity")
    assert Part.objects.get(pk=locked.pk).words == "I slept well."


def test_a_draft_is_still_free(cast):
    contact = draft(cast.marcus_there, cast.dana)

    assert Part.objects.filter(contact=contact).update(words="Changed") == 1
    actions.discard(contact=contact, parts=contact.parts.all(), by=cast.dana, at=timezone.now())
    assert not Contact.objects.exists()
