"""What becomes of the signed paper: got out, carried, scanned, given to people, read again, taken back."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from handrail.audit.models import Entry
from handrail.directives import actions, queries
from handrail.directives.models import (
    Agent,
    Card,
    Custody,
    Directive,
    Retrieved,
    Revoked,
    Scan,
)
from handrail.kit.ids import new_id
from handrail.people import actions as people
from tests.paper.sent import a_pdf
from tests.directives.reading import a_draft, days_ago, main_words, sign_it, told, url
from tests.people.reading import in_an_emergency
from tests.people.reading import url as people_url


# Getting it out


def test_it_is_got_out_in_two_taps_with_a_reason_and_noted(cast, draft, client):
    signed = sign_it(cast, draft)
    client.enter(cast.dana)
    person = client.get(people_url("person_show", cast.marcus))
    assert "Has a signed advance directive" in main_words(person)
    assert url("directive_retrieve", signed) in person.content.decode()
    paper = client.post(url("directive_retrieve", signed), {"why": "crisis"}, follow=True)

    assert "A quiet room." in main_words(paper)
    assert Retrieved.objects.get().why == "crisis"
    opened = main_words(client.get(people_url("person_opened", cast.marcus)))
    assert "Dana of the cast got the signed directive out, because of a crisis" in opened


@pytest.mark.parametrize("page", ["directive_paper", "directive_print"])
def test_without_a_reason_signed_paper_stays_closed(cast, draft, client, page):
    signed = sign_it(cast, draft)
    answer = client.enter(cast.dana).get(url(page, signed))

    assert answer.headers["Location"] == url("directive_retrieve", signed)


def test_a_reason_holds_for_eight_hours_and_for_whoever_gave_it(cast, draft, client):
    signed = sign_it(cast, draft)
    hours = timedelta(hours=9)
    actions.retrieve(directive=signed, why="check", by=cast.dana, at=timezone.now() - hours)
    actions.retrieve(directive=signed, why="check", by=cast.sam, at=timezone.now())

    assert client.enter(cast.dana).get(url("directive_paper", signed)).status_code == 302
    assert client.enter(cast.sam).get(url("directive_paper", signed)).status_code == 200


def test_another_reason_is_told_in_words(cast, draft, client):
    signed = sign_it(cast, draft)
    client.enter(cast.dana)
    assert client.post(url("directive_retrieve", signed), {"why": "other"}).status_code == 422
    assert client.post(url("directive_retrieve", signed), {"why": ""}).status_code == 422
    assert client.post(url("directive_retrieve", signed), {"why": "other", "words": "His court date."}).status_code == 302


def test_in_an_emergency_it_is_got_out_and_not_changed(cast, draft, client):
    signed = sign_it(cast, draft)
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)

    assert client.post(url("directive_retrieve", signed), {"why": "hospital"}).status_code == 302
    assert "A quiet room." in main_words(client.get(url("directive_paper", signed)))
    assert client.get(url("directive_print", signed)).content.startswith(b"%PDF-")
    assert client.post(url("directive_revoke", signed), {}).status_code == 403
    assert client.post(url("card_make", signed)).status_code == 403


def test_whoever_does_not_reach_them_finds_nothing(cast, draft, client):
    signed = sign_it(cast, draft)
    client.enter(cast.noor)

    assert client.get(url("directive_retrieve", signed)).status_code == 404
    assert client.post(url("directive_retrieve", signed), {"why": "hospital"}).status_code == 404


# The card


def test_card_make_prints_a_card_and_its_code_leads_staff_to_the_paper(cast, draft, client):
    signed = sign_it(cast, draft)
    client.enter(cast.dana)
    card = client.post(url("card_make", signed))
    assert card.content.startswith(b"%PDF-")
    assert "Marcus" not in card.headers["Content-Disposition"]
    code = Card.objects.get().code

    assert client.get(url("card_open", code.lower())).headers["Location"] == url("directive_retrieve", signed)


def test_a_card_leads_to_the_one_that_counts_now(cast, draft, client):
    old = sign_it(cast, draft)
    card = actions.make_card(directive=old, by=cast.dana, at=timezone.now())
    new = actions.begin(person=cast.marcus, program=cast.community, pack="va", by=cast.dana, at=timezone.now())
    actions.name_agent(directive=new, name="Bo", by=cast.dana, at=timezone.now())
    actions.take_out_agent(agent=Agent.objects.get(directive=new), by=cast.dana, at=timezone.now())
    sign_it(cast, new)

    assert client.enter(cast.dana).get(url("card_open", card.code)).headers["Location"] == url("directive_retrieve", new)


def test_to_everybody_else_a_code_says_only_whom_to_call_whether_it_is_there_or_not(cast, draft, client):
    code = actions.make_card(directive=sign_it(cast, draft), by=cast.dana, at=timezone.now()).code
    strangers = [client.get(url("card_open", one)).content for one in (code, "NEVERWAS22")]
    assert strangers[0] == strangers[1]
    assert b"Call the number that is printed on the card." in strangers[0]
    client.enter(cast.noor)
    colleagues = [client.get(url("card_open", one)).content for one in (code, "NEVERWAS22")]

    assert colleagues[0] == colleagues[1]
    assert not Entry.objects.filter(by_id=cast.noor.pk, person_id=cast.marcus.pk).exists()


def test_a_code_that_is_read_out_on_the_phone_leads_to_the_paper_of_ones_own_people_only(cast, draft, client):
    signed = sign_it(cast, draft)
    code = actions.make_card(directive=signed, by=cast.dana, at=timezone.now()).code
    aloud = f" {code[:5].lower()} {code[5:]}"
    found = client.enter(cast.dana).post(url("card_find"), {"code": aloud})
    assert found.headers["Location"] == url("directive_retrieve", signed)

    client.enter(cast.noor)
    strangers = [main_words(client.post(url("card_find"), {"code": one})) for one in (aloud, "NEVERWAS22")]
    assert strangers[0].replace(aloud.strip(), "") == strangers[1].replace("NEVERWAS22", "")
    assert "No record that you may open has this code." in strangers[0]


def test_what_has_run_out_gets_no_card_and_no_new_holders(cast, client):
    signed = ran_out(cast)
    client.enter(cast.dana)

    for answer in (client.post(url("card_make", signed)), note_holder(client, signed), reaffirm(client, signed)):
        assert answer.status_code == 409
        assert "This directive has run out." in main_words(answer)
    assert not Card.objects.exists() and not Custody.objects.exists()


def ran_out(cast):
    """Signed in Ohio more than three years ago."""
    draft = a_draft(cast, "oh", at=timezone.now() - timedelta(days=1200))
    at = timezone.now() - timedelta(days=1100)
    actions.sign(directive=draft, told=told(draft, timezone.localdate(at)), by=cast.dana, at=at)
    return Directive.objects.get(pk=draft.pk)


def test_a_card_without_any_number_is_not_made(cast, draft, client):
    Agent.objects.update(phone="")
    signed = sign_it(cast, draft)
    cast.agency.phone = ""
    cast.agency.save()
    answer = client.enter(cast.dana).post(url("card_make", signed))

    assert answer.status_code == 409
    assert "There is no number to put on the card." in main_words(answer)


# The scan


def a_picture():
    made = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (40, 30), "white").save(made, "JPEG", exif=exif)
    return made.getvalue()


def send_scan(client, signed, data, name="Marcus.jpg"):
    return client.post(
        url("scan_add", signed), {"id": new_id(), "of": "paper", "scan": SimpleUploadedFile(name, data, "image/jpeg")}
    )


def test_a_scan_is_drawn_anew_sealed_and_shown_for_a_reason(cast, draft, client):
    signed = sign_it(cast, draft)
    client.enter(cast.dana)
    assert b"secret place" in a_picture()
    assert send_scan(client, signed, a_picture()).status_code == 302
    scan = Scan.objects.get()

    assert b"secret place" not in scan.plain and b"JFIF" not in bytes(scan.sealed)
    assert client.get(url("scan_show", scan)).headers["Location"] == url("directive_retrieve", signed)
    client.post(url("directive_retrieve", signed), {"why": "together"})
    shown = client.get(url("scan_show", scan))
    assert (shown.headers["Content-Type"], shown.content) == ("image/jpeg", scan.plain)
    assert "Marcus" not in shown.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"MZ not a picture", "This is neither a picture nor a PDF."),
        (a_pdf(locked=True), "locked with a password"),
        (a_pdf(javascript=True), "holds more than pages"),
        (b"%PDF-1.4 cut off", "cannot be read"),
        (b"\xff\xd8\xff" + b"0" * (10 * 1024 * 1024 + 5), "too large"),
    ],
)
def test_a_file_that_could_do_harm_is_not_kept(cast, draft, client, data, sentence):
    answer = send_scan(client.enter(cast.dana), sign_it(cast, draft), data)

    assert answer.status_code == 422
    assert sentence in main_words(answer)
    assert not Scan.objects.exists()


def test_a_pdf_of_pages_is_kept(cast, draft, client):
    client.enter(cast.dana)
    assert send_scan(client, sign_it(cast, draft), a_pdf(), "x.pdf").status_code == 302
    assert Scan.objects.get().sort == "application/pdf"


def test_a_draft_has_no_scan(cast, draft, client):
    assert send_scan(client.enter(cast.dana), draft, a_picture()).status_code == 409


# Who has it, each year, taken back


def note_holder(client, signed, **more):
    sent = {"id": new_id(), "kind": "hospital", "holder": "St. Mary's", "told_by": "Marcus", "how": "fax", "on": ""}
    return client.post(url("holder_add", signed), sent | more)


def test_who_holds_a_copy_is_noted_and_later_told_that_it_no_longer_counts(cast, draft, client):
    signed = sign_it(cast, draft)
    client.enter(cast.dana)
    note_holder(client, signed)
    revoke(client, signed)
    page = main_words(client.get(url("step_show", signed, "take-back")))
    assert "Tell those who hold a copy St. Mary's" in page
    client.post(url("holder_tell", Custody.objects.get()), {"how": "fax", "on": ""})

    assert queries.holders_of(signed)[0].heard[0].how == "fax"
    assert note_holder(client, signed).status_code == 409


def test_the_new_one_says_who_still_holds_the_one_before(cast, draft, client):
    signed = sign_it(cast, draft)
    client.enter(cast.dana)
    note_holder(client, signed)
    new = actions.begin(person=cast.marcus, program=cast.community, pack="va", by=cast.dana, at=timezone.now())
    sign_it(cast, new)
    page = main_words(client.get(url("step_show", new, "who-has-it")))
    assert "They still hold the one before St. Mary's" in page
    client.post(url("holder_tell", Custody.objects.get()), {"how": "fax", "on": ""})

    assert "They still hold the one before" not in main_words(client.get(url("step_show", new, "who-has-it")))


def revoke(client, signed, **more):
    sent = {"how": "spoken", "on": timezone.localdate().isoformat(), "is_able": "on", "reason": "I changed my mind."}
    return client.post(url("directive_revoke", signed), sent | more)


def test_taken_back_it_stays_marked_with_day_and_reason(cast, draft, client):
    signed = sign_it(cast, draft)
    assert revoke(client.enter(cast.dana), signed).status_code == 302

    assert Revoked.objects.get().reason == "I changed my mind."
    page = main_words(client.get(url("step_show", signed, "take-back")))
    assert "TAKEN BACK on" in page and "I changed my mind." in page
    paper = client.post(url("directive_retrieve", signed), {"why": "check"}, follow=True)
    assert "TAKEN BACK on" in main_words(paper) and "A quiet room." in main_words(paper)
    assert revoke(client, signed).status_code == 409
    assert reaffirm(client, signed).status_code == 409
    assert client.post(url("card_make", signed)).status_code == 409


def test_in_ohio_saying_so_is_not_enough(cast, client):
    signed = sign_it(cast, a_draft(cast, "oh"))
    client.enter(cast.dana)

    assert revoke(client, signed, how="spoken").status_code == 422
    assert "only while you are able to decide" in main_words(revoke(client, signed, how="written_signed_dated", is_able=""))
    revoke(client, signed, how="written_signed_dated")
    assert "It counts from when those who treat you have been told." in main_words(
        client.get(url("step_show", signed, "take-back"))
    )


def reaffirm(client, signed, **more):
    return client.post(url("directive_reaffirm", signed), {"id": new_id(), "on": "", "words": "Still me."} | more)


def test_each_year_it_is_read_again(cast, draft, client):
    signed = sign_it(cast, draft, days_ago(400))
    client.enter(cast.dana)
    today = client.get("/")
    assert "A year has passed since the directive was signed or read again." in main_words(today)
    reaffirm(client, signed)

    assert "A year has passed" not in main_words(client.get("/"))
    assert "Still me." in main_words(client.get(url("step_show", signed, "each-year")))


@pytest.mark.parametrize(
    ("left", "said"),
    [(89, "The directive runs out on"), (5, "The directive runs out in 5 days."), (-3, "The directive has run out.")],
)
def test_today_tells_of_what_runs_out(cast, client, left, said):
    draft = a_draft(cast, "oh", at=timezone.now() - timedelta(days=1100))
    on = timezone.localdate() + timedelta(days=left)
    at = timezone.now() - timedelta(days=1095 - left)
    actions.sign(directive=Directive.objects.get(), told=told(draft, on.replace(year=on.year - 3)), by=cast.dana, at=at)
    signed = Directive.objects.get()
    client.enter(cast.dana)

    assert said in main_words(client.get("/"))
    page = main_words(client.get(url("step_show", signed, "each-year")))
    assert ("RAN OUT on" in page) == (left < 0)
    assert reaffirm(client, signed).status_code == (409 if left < 0 else 302)


def test_when_their_time_in_the_program_ends_the_draft_is_spoken_of(cast, draft, client):
    page = client.enter(cast.sam).get(people_url("enrolment_end", cast.marcus_there))

    assert "There is a directive that nobody has signed." in main_words(page)
    people.end_enrolment(enrolment=cast.marcus_there, ending="reached", why="", by=cast.sam, at=timezone.now())
