"""Tools used together, strengths that showed, sheets prepared, told in a note: one tap, and nobody types it again."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.contacts import actions
from handrail.contacts.actions import Writing
from handrail.contacts.models import Contact, Touched
from handrail.contacts.reading import note_of
from handrail.plans import actions as plans
from handrail.plans.models import HowDone, StrengthShown, Tool, ToolUsed
from tests.contacts.conftest import draft, texts
from tests.contacts.open_page import page_sent
from tests.contacts.test_writing import url
from tests.people.reading import main_words
from tests.plans.conftest import a_strength, a_tool
from tests.plans.preparing import a_sheet


@pytest.fixture
def tool(cast):
    return a_tool(cast, "Long breath out")


@pytest.fixture
def strength(cast):
    return a_strength(cast, "I ask for help before it gets bad.")


@pytest.fixture
def contact(cast, tool, strength):
    """Dana's draft: they breathed together, and he had called before it got bad."""
    touched = {"tool": {str(tool.pk)}, "strength": {str(strength.pk)}}
    return draft(cast.marcus_there, cast.dana, writing=Writing(texts(words="I called first."), touched=touched))


def sign(contact, by):
    actions.sign(contact=contact, parts=contact.parts.all(), version=contact.version, by=by, at=timezone.now())
    return contact.parts.get()


def touched(kind):
    return f"touched-{kind}"


def test_contact_start_offers_what_is_in_the_plan_and_keeps_what_was_tapped(cast, client, tool, strength):
    client.enter(cast.dana)
    page = client.get(url("contact_start", cast.marcus_there))
    assert "Used together Long breath out Strong today I ask for help" in main_words(page)

    sent = page_sent(page) | {f"{cast.marcus.pk}-{touched('tool')}": [str(tool.pk)]}
    assert client.post(url("contact_start", cast.marcus_there), sent).status_code == 302
    assert [(row.kind, row.key, row.words) for row in Touched.objects.all()] == [("tool", str(tool.pk), None)]

    again = page_sent(client.get(url("contact_edit", Contact.objects.get())))
    assert again[f"{cast.marcus.pk}-{touched('tool')}"] == str(tool.pk)
    assert not ToolUsed.objects.exists()


def test_contact_start_offers_nothing_of_another_person_or_program(cast, client, tool, strength):
    assert "Long breath" not in main_words(client.enter(cast.noor).get(url("contact_start", cast.ana_there)))
    sent = page_sent(client.get(url("contact_start", cast.ana_there))) | {f"{cast.ana.pk}-{touched('tool')}": [str(tool.pk)]}
    client.post(url("contact_start", cast.ana_there), sent)

    assert not Touched.objects.exists()


def test_signed_a_note_writes_it_down_where_it_belongs_once(cast, contact, tool, strength):
    part = sign(contact, cast.dana)

    used, shown = ToolUsed.objects.get(), StrengthShown.objects.get()
    assert (used.tool, used.said_in, used.helped, used.at) == (tool, part.pk, "", contact.at)
    assert (shown.strength, shown.said_in, shown.at) == (strength, part.pk, contact.at)


def test_a_signed_note_reads_for_good_as_it_was_signed(cast, contact, tool):
    before = note_of(contact.parts.get(), timezone.now()).touched
    part = sign(contact, cast.dana)
    plans.reword(own=tool.own, text="Sigh", opened=tool.own.as_opened, by=cast.dana, at=timezone.now())
    plans.take_out_tool(tool=tool, by=cast.dana, at=timezone.now())

    assert note_of(part, timezone.now()).touched == before
    assert before == [
        ("Wellness tools used", ["Long breath out"]),
        ("A strength showed", ["I ask for help before it gets bad."]),
    ]


def test_no_sql_of_ours_changes_what_a_signed_note_touched(cast, contact):
    sign(contact, cast.dana)

    with pytest.raises(DatabaseError, match="locked"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE contacts_touched SET words = 'Else'")


def test_what_was_taken_out_of_the_plan_meanwhile_can_still_be_told(cast, contact, tool, client):
    plans.take_out_tool(tool=tool, by=cast.dana, at=timezone.now())
    page = client.enter(cast.dana).get(url("contact_edit", contact))
    assert "Long breath out" in main_words(page)
    client.post(url("contact_edit", contact), page_sent(page))
    contact.refresh_from_db()
    sign(contact, cast.dana)

    assert ToolUsed.objects.get().tool == Tool.objects.get()


def test_two_pages_of_one_note_keep_what_each_of_them_tapped(cast, client, tool, strength):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    first, second = (page_sent(client.get(url("contact_edit", contact))) for _page in range(2))
    client.post(url("contact_edit", contact), first | {f"{cast.marcus.pk}-{touched('tool')}": [str(tool.pk)]})
    answer = client.post(url("contact_edit", contact), second | {f"{cast.marcus.pk}-{touched('strength')}": [str(strength.pk)]})

    assert answer.status_code == 302
    assert {row.kind for row in Touched.objects.all()} == {"tool", "strength"}


def test_a_draft_thrown_away_touched_nothing(cast, contact):
    actions.discard(contact=contact, parts=contact.parts.all(), by=cast.dana, at=timezone.now())

    assert not Touched.objects.exists() and not ToolUsed.objects.exists()


def test_a_sheet_is_touched_in_one_tap(cast, client):
    sheet = a_sheet(cast)
    client.enter(cast.dana)
    page = client.get(url("contact_start", cast.marcus_there))
    assert "Prepared together The doctor, about my sleep" in main_words(page)
    sent = page_sent(page) | {f"{cast.marcus.pk}-{touched('preparation')}": [str(sheet.pk)]}
    client.post(url("contact_start", cast.marcus_there), sent)
    part = sign(Contact.objects.get(), cast.dana)

    assert note_of(part, timezone.now()).touched == [("Prepared together", ["The doctor, about my sleep"])]
    assert Entry.objects.filter(verb="preparation.worked_on", person_id=cast.marcus.pk, by_id=cast.dana.pk).count() == 1


def test_what_is_over_or_put_away_is_not_offered(cast, client):
    done, away = a_sheet(cast, "The bank"), a_sheet(cast, "The landlord")
    plans.finish_preparation(preparation=done, how=HowDone.OWN, by=cast.dana, at=timezone.now())
    plans.put_preparation_away(preparation=away, by=cast.dana, at=timezone.now())

    assert "Prepared together" not in main_words(client.enter(cast.dana).get(url("contact_start", cast.marcus_there)))
