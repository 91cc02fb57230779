"""Writing a contact: the form, keeping it as it is typed, two pages at once, two people of one contact."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.audit.models import Entry
from handrail.contacts import actions, rules
from handrail.contacts.models import Appointment, Contact, Part, PartActivity
from handrail.kit.ids import new_id
from handrail.people import actions as people
from tests.cast import welcome
from tests.contacts.conftest import DAY, HOUR, draft, signed
from tests.people.reading import in_an_emergency, into_bridge, main_words


HERE = ZoneInfo("America/New_York")


def url(name, *args):
    return reverse(f"contacts:{name}", args=[getattr(one, "pk", one) for one in args])


def sent(person, key=None, version=0, **typed):
    """What the page of one person sends; `words` and the like are of their part."""
    local = timezone.localtime(typed.pop("at", timezone.now() - HOUR), HERE)
    shared = {"id": key or new_id(), "version": version, "how": "met", "on": local.date(), "hour": local.strftime("%H:%M")}
    for name in ("page", "turn", "how", "length", "minutes", "where", "place", "then", "beginning", "on", "hour"):
        if name in typed:
            shared[name] = typed.pop(name)
    typed.setdefault("words", "")
    return shared | {f"{person.pk}-{name}": value for name, value in typed.items()}


def test_contact_pick_names_whom_one_looks_after_and_in_which_program(cast, client):
    welcome(cast, "bea", "Bea", cast.dana)
    page = main_words(client.enter(cast.dana).get(url("contact_pick")))

    assert "Bea Community" in page
    assert page.index("Bea") < page.index("Marcus")
    assert "Ana" not in page


def test_contact_start_comes_with_how_and_when_filled_in_and_keeps_nothing_yet(cast, client):
    answer = client.enter(cast.dana).get(url("contact_start", cast.marcus_there))

    form = answer.context["form"]
    assert (form["how"].value(), form["on"].value()) == ("met", timezone.localdate())
    assert not Contact.objects.exists()


def test_contact_start_person_how_and_when_are_enough(cast, client):
    key = new_id()
    answer = client.enter(cast.dana).post(url("contact_start", cast.marcus_there), sent(cast.marcus, key))

    assert answer.headers["Location"] == reverse("home:today")
    contact = Contact.objects.get(pk=key)
    part = contact.parts.get()
    assert (contact.staff, contact.how, part.person, part.program) == (cast.dana, "met", cast.marcus, cast.community)
    assert [entry.verb for entry in Entry.objects.filter(person_id=cast.marcus.pk, verb__startswith="contact.")] == [
        "contact.begun"
    ]


def test_contact_start_sent_twice_is_one_contact(cast, client):
    typed = sent(cast.marcus, new_id(), words="I slept well.")
    client.enter(cast.dana)
    first, second = (client.post(url("contact_start", cast.marcus_there), typed) for _time in range(2))

    assert first.status_code == second.status_code == 302
    assert Contact.objects.get().version == Contact.objects.get().version == 2


def test_contact_start_under_a_key_of_somebody_else_is_as_if_nothing_were_there(cast, client):
    theirs = draft(cast.ana_there, cast.noor, words="Mine")
    answer = client.enter(cast.dana).post(url("contact_start", cast.marcus_there), sent(cast.marcus, theirs.pk, words="Taken"))

    assert answer.status_code == 404
    assert Part.objects.get().words == "Mine"


def test_contact_start_with_a_wrong_day_comes_back_with_everything_typed(cast, client):
    typed = sent(cast.marcus, on="32 May", words="I slept well.", next_hour="10:00")
    answer = client.enter(cast.dana).post(url("contact_start", cast.marcus_there), typed)

    assert answer.status_code == 422
    assert "I slept well." in answer.content.decode()
    assert "On which day?" in answer.content.decode()
    assert not Contact.objects.exists()


def test_contact_start_reminds_of_a_note_begun_before(cast, client):
    draft(cast.marcus_there, cast.dana)

    assert "You have begun a note" in main_words(client.enter(cast.dana).get(url("contact_start", cast.marcus_there)))


def test_contact_start_in_an_emergency_can_be_read_of_but_not_written(cast, client):
    in_an_emergency(cast.marcus, cast.ray)
    client.enter(cast.ray)

    assert client.get(url("contact_start", cast.marcus_there)).status_code == 403
    assert client.post(url("contact_start", cast.marcus_there), sent(cast.marcus)).status_code == 403
    assert not Contact.objects.exists()


def test_contact_edit_keeps_everything_that_was_typed(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    typed = sent(
        cast.marcus, contact.pk, contact.version, how="called", length="45", place="By the river", where="out",
        words="  I slept.\nThen I walked.  ", did="Listened", next_words="A walk", together="on", activities=["listened"],
        value_named="You know the night", story_intent="Hope", story_effect="He laughed", with_whom="His sister", language="Spanish",
        next_on="2026-12-01", next_hour="10:30", next_place="Library",
    )  # fmt: skip
    answer = client.enter(cast.dana).post(url("contact_edit", contact), typed)

    part = Part.objects.get()
    assert answer.status_code == 302
    assert (part.contact.how, part.contact.minutes, part.contact.place) == ("called", 45, "By the river")
    assert (part.words, part.did, part.together, part.language) == ("  I slept.\nThen I walked.  ", "Listened", True, "Spanish")
    assert list(PartActivity.objects.values_list("activity", flat=True)) == ["listened"]
    following = Appointment.objects.get()
    assert (following.person, following.staff, following.place) == (cast.marcus, cast.dana, "Library")
    again = client.get(url("contact_edit", contact)).context["sheet"].rows[0][1]
    assert again["next_place"].value() == "Library"
    assert again["activities"].value() == ["listened"]


def test_contact_edit_saved_again_moves_the_same_next_time_and_emptied_takes_it_away(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    for hour in ("10:30", "11:00"):
        contact.refresh_from_db()
        client.post(
            url("contact_edit", contact), sent(cast.marcus, contact.pk, contact.version, next_on="2026-12-01", next_hour=hour)
        )
    assert [timezone.localtime(one.at, HERE).hour for one in Appointment.objects.all()] == [11]
    contact.refresh_from_db()
    client.post(url("contact_edit", contact), sent(cast.marcus, contact.pk, contact.version))

    assert not Appointment.objects.exists()


def test_contact_edit_of_a_colleagues_draft_is_not_there_even_for_who_walks_along(cast, client):
    people.start_walking(enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=True, by=cast.sam, at=timezone.now())
    contact = draft(cast.marcus_there, cast.dana, words="half a thought")

    for reader in (cast.noor, cast.sam):
        assert client.enter(reader).get(url("contact_edit", contact)).status_code == 404
    person = main_words(client.enter(cast.noor).get(reverse("people:person_show", args=[cast.marcus.pk])))
    assert "not signed yet" in person
    assert "half a thought" not in person


def test_same_as_last_time_fills_how_and_where_and_never_text(cast, client):
    signed(
        cast.marcus_there, cast.dana, at=timezone.now() - 3 * DAY, how="video", minutes=30, place="From home", words="Old words"
    )
    key = new_id()
    typed = sent(cast.marcus, key, words="New words", then="same")
    answer = client.enter(cast.dana).post(url("contact_start", cast.marcus_there), typed)

    contact = Contact.objects.get(pk=key)
    assert answer.headers["Location"] == url("contact_edit", contact)
    assert (contact.how, contact.minutes, contact.place) == ("video", 30, "From home")
    assert contact.parts.get().words == "New words"


# As it is typed


def test_contact_draft_keeps_what_is_typed_and_answers_with_the_next_version(cast, client):
    key = new_id()
    client.enter(cast.dana)
    first = client.post(url("contact_draft"), sent(cast.marcus, key, words="I", beginning=cast.marcus_there.pk))
    second = client.post(url("contact_draft"), sent(cast.marcus, key, first.json()["version"], words="I slept"))

    assert first.json()["address"] == url("contact_edit", key)
    assert second.json()["version"] == first.json()["version"] + 1
    assert Part.objects.get().words == "I slept"


def test_contact_draft_from_a_page_that_fell_behind_changes_nothing(cast, client):
    contact = draft(cast.marcus_there, cast.dana, words="From the phone")
    client.enter(cast.dana)
    answer = client.post(url("contact_draft"), sent(cast.marcus, contact.pk, contact.version - 1, words="From the desk"))

    assert answer.status_code == 409
    assert answer.json()["unkept"] == ["In their words: this was changed on another page too. Save here to see both."]
    assert Part.objects.get().words == "From the phone"


def test_contact_draft_whose_answer_got_lost_is_no_stranger_to_itself(cast, client):
    contact, page = draft(cast.marcus_there, cast.dana), new_id()
    client.enter(cast.dana)
    for turn, words in enumerate(("I", "I slept"), start=1):
        typed = sent(cast.marcus, contact.pk, contact.version, words=words, page=page, turn=turn)
        assert client.post(url("contact_draft"), typed).status_code == 200

    late = sent(cast.marcus, contact.pk, contact.version, words="I", page=page, turn=1)
    other = sent(cast.marcus, contact.pk, contact.version, words="Else", page=new_id(), turn=9)
    assert [client.post(url("contact_draft"), one).status_code for one in (late, other)] == [409, 409]
    assert Part.objects.get().words == "I slept"


def test_contact_edit_from_a_page_that_fell_behind_shows_both_and_then_keeps_what_the_writer_saw(cast, client):
    contact = draft(cast.marcus_there, cast.dana, words="From the phone")
    client.enter(cast.dana)
    typed = sent(cast.marcus, contact.pk, contact.version - 1, words="From the desk")
    answer = client.post(url("contact_edit", contact), typed)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "From the phone" in page and "From the desk" in page
    assert Part.objects.get().words == "From the phone"
    client.post(url("contact_edit", contact), typed | {"version": answer.context["form"]["version"].value()})
    assert Part.objects.get().words == "From the desk"


def test_contact_draft_is_told_to_the_record_once_a_sitting(cast, client):
    contact, now = draft(cast.marcus_there, cast.dana, at=timezone.now()), timezone.now()
    for minute, how in enumerate(["called", "video", "texted"] * 15):
        base = actions.Base(contact.version)
        contact = actions.keep_draft(
            key=contact.pk, facts={"how": how}, writings={}, base=base, by=cast.dana, at=now + timedelta(minutes=minute)
        )

    assert contact.version == 1 + 45
    assert Entry.objects.filter(verb="contact.written").count() == 1


def test_contact_draft_with_half_a_date_is_not_kept_and_says_so(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    typed = sent(cast.marcus, contact.pk, contact.version, next_on="20")

    assert client.enter(cast.dana).post(url("contact_draft"), typed).status_code == 422


@pytest.mark.parametrize("page", ["contact_draft", "contact_edit"])
def test_saving_costs_few_questions(cast, client, page):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    address = url(page) if page == "contact_draft" else url(page, contact)
    with CaptureQueriesContext(connection) as asked:
        client.post(address, sent(cast.marcus, contact.pk, contact.version, words="I slept well."))

    assert Part.objects.get().words == "I slept well."
    assert len(asked) <= 45


# Two people of one contact


@pytest.fixture
def family(cast):
    """Marcus and his sister Bea, met together by Dana: each with words of their own."""
    welcome(cast, "bea", "Bea", cast.dana)
    contact = draft(cast.marcus_there, cast.dana, words="words of Marcus")
    actions.join(contact=contact, enrolment=cast.bea_there, by=cast.dana, at=timezone.now())
    contact.refresh_from_db()
    return contact


def test_contact_join_gives_each_person_a_part_of_their_own(cast, family, client):
    typed = sent(cast.marcus, family.pk, family.version, words="words of Marcus") | {f"{cast.bea.pk}-words": "words of Bea"}
    client.enter(cast.dana).post(url("contact_edit", family), typed)

    assert dict(family.parts.values_list("person__chosen_name", "words")) == {
        "Marcus": "words of Marcus",
        "Bea": "words of Bea",
    }


def test_contact_join_copies_nobodys_words(cast, family):
    assert family.parts.get(person=cast.bea).words == ""


def test_neithers_words_reach_the_others_page_nor_a_colleague_of_the_other(cast, family, client):
    people.start_walking(enrolment=cast.bea_there, peer=cast.noor, chosen_by_person=True, by=cast.sam, at=timezone.now())
    Part.objects.filter(person=cast.bea).update(words="words of Bea")
    family.refresh_from_db()
    actions.sign(contact=family, parts=list(family.parts.all()), version=family.version, by=cast.dana, at=timezone.now())
    of_marcus, of_bea = family.parts.get(person=cast.marcus), family.parts.get(person=cast.bea)

    own = main_words(client.enter(cast.dana).get(url("part_show", of_marcus)))
    assert "words of Marcus" in own and "Bea" in own and "words of Bea" not in own
    other = main_words(client.enter(cast.noor).get(url("part_show", of_bea)))
    assert "words of Bea" in other and "Marcus" not in other
    assert client.get(url("part_show", of_marcus)).status_code == 404


def test_a_page_opened_before_somebody_joined_does_not_empty_their_part(cast, family, client):
    Part.objects.filter(person=cast.bea).update(words="words of Bea")
    client.enter(cast.dana)
    answer = client.post(url("contact_edit", family), sent(cast.marcus, family.pk, family.version - 1, words="newer"))

    assert answer.status_code == 409
    assert Part.objects.get(person=cast.bea).words == "words of Bea"
    typed = sent(cast.marcus, family.pk, family.version, words="newer")
    assert client.post(url("contact_edit", family), typed).status_code == 302
    assert Part.objects.get(person=cast.bea).words == "words of Bea"


def test_part_leave_takes_one_out_but_never_the_last(cast, family, client):
    client.enter(cast.dana)
    assert client.post(url("part_leave", family.parts.get(person=cast.bea))).status_code == 302
    assert client.post(url("part_leave", family.parts.get())).status_code == 409
    assert family.parts.get().person == cast.marcus


def test_contact_discard_forgets_the_draft_and_the_record_keeps_that_it_was(cast, client):
    contact = draft(cast.marcus_there, cast.dana, words="a mistake")
    client.enter(cast.dana)
    assert "Throw this draft away?" in main_words(client.get(url("contact_discard", contact)))
    client.post(url("contact_discard", contact))

    assert not Contact.objects.exists() and not Part.objects.exists()
    assert Entry.objects.filter(verb="contact.discarded", person_id=cast.marcus.pk, subject_id=contact.pk).count() == 1


def test_what_was_signed_while_the_page_asked_is_not_thrown_away_and_the_answer_says_why(cast, client, monkeypatch):
    contact, may_finish = draft(cast.marcus_there, cast.dana, words="kept"), rules.may_finish

    def signed_in_between(staff, parts, at):
        answer = may_finish(staff, parts, at)
        actions.sign(contact=contact, parts=contact.parts.all(), version=contact.version, by=cast.dana, at=at)
        return answer

    monkeypatch.setattr(rules, "may_finish", signed_in_between)
    answer = client.enter(cast.dana).post(url("contact_discard", contact))

    assert answer.status_code == 409
    assert str(actions.AlreadySigned.sentence) in main_words(answer)
    assert Part.objects.get().words == "kept"


# Whose draft it is, when its writer is gone


def test_drafts_of_who_left_go_to_a_supervisor_and_to_nobody_else(cast, client):
    contact = draft(cast.marcus_there, cast.dana, words="unfinished")
    cast.dana.left_at = timezone.now() - timedelta(minutes=1)
    cast.dana.save()
    people.start_walking(enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=True, by=cast.sam, at=timezone.now())
    accounts.begin_supervision(supervisor=cast.sam, staff=cast.noor, kind="administrative", by=cast.alex, at=cast.began)

    assert client.enter(cast.noor).get(url("contact_edit", contact)).status_code == 404
    page = client.enter(cast.sam).get(url("contact_edit", contact))
    assert "unfinished" in page.content.decode()
    assert "can no longer finish it" in main_words(client.get(reverse("home:today")))
    contact.refresh_from_db()
    client.post(url("contact_sign", contact), {"version": contact.version})
    assert contact.parts.get().signature.by == cast.sam


def test_the_program_a_contact_was_made_in_keeps_it(cast, client):
    there = into_bridge(cast)
    signed(there, cast.ray, words="said in Bridge")
    page = main_words(client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk])))

    assert "Ray" not in page
    part = Part.objects.get()
    assert client.get(url("part_show", part)).status_code == 404
