"""The workshop as pages: a draft, its parts, its signing, and what becomes of the signed paper."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.utils import timezone
from PIL import Image

from handrail.audit.models import Entry
from handrail.directives import actions, queries
from handrail.directives.models import (
    Agent,
    Card,
    Choice,
    Custody,
    Directive,
    DirectiveAnswer,
    HelpedBy,
    Retrieved,
    Revoked,
    SaidThemselves,
    Scan,
    Signing,
)
from handrail.kit.ids import new_id
from handrail.people import actions as people
from handrail.plans.models import OwnWords, fingerprint
from tests.paper.sent import a_pdf
from tests.directives.reading import a_draft, days_ago, main_words, sign_it, signing_form, told, url, write
from tests.people.reading import in_an_emergency
from tests.people.reading import url as people_url
from tests.plans.reading import url as plans_url


@pytest.fixture
def draft(cast):
    return a_draft(cast)


def words(text="I feel safe with music.", opened=""):
    return {"text": text, "opened": fingerprint(opened), "page": new_id()}


# A draft


def test_directive_begin_makes_one_draft_however_often_it_is_sent(cast, client):
    client.enter(cast.dana)
    sent = {"id": new_id(), "pack": "va", "program": cast.community.pk}
    first, second = (client.post(url("directive_begin", cast.marcus), sent) for _time in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert Directive.objects.get().pack == "va"
    assert HelpedBy.objects.get().staff == cast.dana


def test_a_second_draft_is_refused(cast, draft, client):
    sent = {"id": new_id(), "pack": "va", "program": cast.community.pk}
    answer = client.enter(cast.dana).post(url("directive_begin", cast.marcus), sent)

    assert answer.status_code == 409
    assert "A draft is begun already." in main_words(answer)


@pytest.mark.parametrize("page", ["directive_show", "directive_paper", "directive_retrieve"])
def test_a_draft_says_so_loudly(cast, draft, client, page):
    assert "DRAFT. Not signed yet. It does not count." in main_words(client.enter(cast.dana).get(url(page, draft)))


@pytest.mark.parametrize(
    "step", ["understand", "talk", "write", "check", "sign", "keep", "who-has-it", "each-year", "take-back"]
)
def test_each_step_of_a_draft_says_so_too_and_is_told_in_spanish(cast, draft, client, step):
    client.enter(cast.dana)
    assert "DRAFT." in main_words(client.get(url("step_show", draft, step)))
    cast.dana.login.language = "es"
    cast.dana.login.save()

    assert str(draft.rules.name) in main_words(client.get(url("step_show", draft, step)))


def test_a_draft_cannot_be_got_out_as_if_it_counted(cast, draft, client):
    answer = client.enter(cast.dana).post(url("directive_retrieve", draft), {"why": "hospital"})

    assert answer.status_code == 409
    assert "This is a draft. It does not count until it is signed." in main_words(answer)


def test_steps_that_leave_nothing_behind_are_marked_and_opened_again(cast, draft, client):
    client.enter(cast.dana)
    assert client.post(url("step_take", draft, "understand")).headers["Location"] == url("step_show", draft, "talk")
    assert client.post(url("step_take", draft, "understand")).status_code == 409
    client.post(url("step_take", draft, "understand"), {"again": "1"})

    assert queries.steps_taken(draft) == {}


# Its parts


def test_section_write_keeps_what_is_typed(cast, draft, client):
    client.enter(cast.dana)
    page = client.get(url("section_write", draft, "harms"))
    assert page.status_code == 200
    answer = client.post(url("section_write", draft, "harms"), words(), headers={"Accept": "application/json"})

    assert answer.json()["together"] == ""
    assert DirectiveAnswer.objects.get(section="harms").words == "I feel safe with music."
    emptied = client.post(url("section_write", draft, "harms"), words("", "I feel safe with music."))
    assert emptied.status_code == 302
    assert DirectiveAnswer.objects.get(section="harms").words == ""


def test_two_who_write_at_once_lose_nothing(cast, draft, client):
    client.enter(cast.dana).post(url("section_write", draft, "harms"), words("Loud voices."))
    answer = client.enter(cast.sam).post(url("section_write", draft, "harms"), words("Bright light."))

    assert answer.status_code == 409
    assert "Loud voices." in answer.content.decode() and "Bright light." in answer.content.decode()


@pytest.mark.parametrize("section", ["medicines", "allergies", "emergency-medicine"])
def test_a_peer_cannot_choose_medicines_and_says_first_whose_words_they_are(cast, draft, client, section):
    client.enter(cast.dana)
    page = main_words(client.get(url("section_write", draft, section)))
    assert "This part is theirs alone" in page
    assert "As others put it" not in page
    sent = {"medicines": {"label": "Lithium", "answer": "refuse"}, "emergency-medicine": {"item": "shot", "answer": "no"}}
    if section == "allergies":
        refused = client.post(url("section_write", draft, section), words("Penicillin"))
    else:
        refused = choose(client, draft, section, **sent[section])
    assert refused.status_code == 409
    assert not DirectiveAnswer.objects.filter(section=section).exists() and not Choice.objects.exists()

    assert client.post(url("section_own_words", draft, section)).status_code == 422
    client.post(url("section_own_words", draft, section), {"own_words": "on"})
    assert SaidThemselves.objects.get().by == cast.dana
    page = main_words(client.get(url("section_write", draft, section)))
    assert "Dana of the cast typed it as the person said it" in page


def test_not_even_the_page_of_the_words_goes_around_it(cast, draft, client):
    client.enter(cast.dana).post(url("section_own_words", draft, "allergies"), {"own_words": "on"})
    client.post(url("section_write", draft, "allergies"), words("Penicillin"))
    own = DirectiveAnswer.objects.get(section="allergies").own
    answer = client.enter(cast.sam).post(plans_url("words_edit", own), words("Everything", "Penicillin"))

    assert answer.status_code == 409
    assert OwnWords.objects.get(pk=own.pk).text == "Penicillin"


def choose(client, draft, section, **sent):
    return client.post(url("choice_make", draft, section), {"id": new_id()} | sent)


def test_a_choice_is_made_changed_and_left(cast, draft, client):
    client.enter(cast.dana)
    choose(client, draft, "ect", item="ect", answer="refuse", why="It took my memory.")
    choose(client, draft, "ect", item="ect", answer="depends", why="Only if my sister agrees.")

    [now] = Choice.objects.standing()
    assert (now.answer, now.why, Choice.objects.count()) == ("depends", "Only if my sister agrees.", 2)
    choose(client, draft, "ect", item="ect", answer="")
    assert not Choice.objects.standing().exists()


def test_under_somebody_elses_key_nothing_is_there_and_under_ones_own_it_is_done_once(cast, draft, client):
    client.enter(cast.dana)
    theirs = {"id": Agent.objects.get().pk, "name": "Bo Green"}
    assert client.post(url("agent_add", draft), theirs).status_code == 302
    assert Agent.objects.get().name == "Tasha Green"
    assert client.enter(cast.sam).post(url("agent_add", draft), theirs).status_code == 404
    assert (
        client.post(
            url("directive_begin", cast.marcus), {"id": draft.pk, "pack": "va", "program": cast.community.pk}
        ).status_code
        == 404
    )


def test_what_a_state_leaves_out_cannot_be_chosen(cast, client):
    draft = a_draft(cast, "wi")
    answer = choose(client.enter(cast.dana), draft, "agent-may", item="admit", answer="yes")

    assert answer.status_code == 409
    assert "The rules of this state leave this out" in main_words(answer)


def test_a_named_thing_is_taken_out_and_put_back(cast, draft, client):
    client.enter(cast.dana)
    choose(client, draft, "visitors", label="My pastor", answer="welcome")
    page = client.post(url("choice_take_out", Choice.objects.get()), follow=True)
    assert "My pastor" not in main_words(page)
    client.post(page.context["undo"]["url"])

    assert Choice.objects.standing().get().label == "My pastor"


def test_the_peer_who_helps_does_not_speak_for_them(cast, draft, client):
    answer = client.enter(cast.dana).post(url("agent_add", draft), {"id": new_id(), "name": "dana OF the cast"})

    assert answer.status_code == 409
    assert "helps with this paper as a peer, and does not become your agent." in main_words(answer)
    assert Agent.objects.count() == 1


# Signing


def sign(client, draft, **more):
    return client.post(url("directive_sign", draft), signing_form(draft, **more))


@pytest.mark.parametrize("state", ["va", "oh", "wi", "generic"])
def test_a_directive_is_signed_and_locked(cast, client, state):
    draft = a_draft(cast, state)
    answer = sign(client.enter(cast.dana), draft)

    assert answer.headers["Location"] == url("step_show", draft, "keep")
    signing = Signing.objects.get()
    assert signing.content[0]["entries"][0]["text"] == "A quiet room."
    assert {rule["standing"]["en"] for rule in signing.rules} >= {"Not checked against the law yet"}
    assert client.post(url("section_write", draft, "helps"), words("Nothing.", "A quiet room.")).status_code == 409
    own = DirectiveAnswer.objects.get().own
    assert client.post(plans_url("words_edit", own), words("Nothing.", "A quiet room.")).status_code == 409
    assert OwnWords.objects.get(pk=own.pk).text == "A quiet room."
    assert choose(client, draft, "ect", item="ect", answer="refuse").status_code == 409
    assert client.post(url("agent_take_out", Agent.objects.get())).status_code == 409


def test_the_database_keeps_signed_paper_as_it_is(cast, draft):
    signed = sign_it(cast, draft)
    for rows in (
        Signing.objects.all(),
        DirectiveAnswer.objects.all(),
        Agent.objects.all(),
        Directive.objects.filter(pk=signed.pk),
    ):
        field = (
            "section"
            if rows.model is DirectiveAnswer
            else "name"
            if rows.model is Agent
            else "pack"
            if rows.model is Directive
            else "maker"
        )
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**{field: "x"})
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete("default")


@pytest.mark.parametrize(
    ("state", "wrong", "sentence"),
    [
        (
            "wi",
            {"witness_1": "Tasha Green"},
            "Tasha Green is the person who speaks for you. In Wisconsin that person cannot be a witness.",
        ),
        ("va", {"witness_1": "Dana of the cast"}, "does not sign as a witness"),
        ("va", {"witness_2": "", "is_not_2": []}, "There are too few witnesses: it takes 2, and 1 is there."),
        ("oh", {"before": "notary"}, "There is no notary, and there are too few witnesses"),
        ("va", {"maker": ""}, "You sign it yourself."),
        ("va", {"on": ""}, "Write the date on which you signed."),
    ],
)
def test_every_wrong_way_of_signing_is_refused_in_a_clear_sentence(cast, client, state, wrong, sentence):
    draft = a_draft(cast, state)
    answer = sign(client.enter(cast.dana), draft, **wrong)

    assert answer.status_code == 409
    assert sentence in main_words(answer)
    assert not Signing.objects.exists()


def test_a_safer_witness_is_offered_and_the_last_word_is_theirs(cast, draft, client):
    client.enter(cast.dana)
    refused = sign(client, draft, witness_1="Tasha Green")
    assert "We know, and want this witness all the same" in main_words(refused)

    assert sign(client, draft, witness_1="Tasha Green", knows="on").status_code == 302


def test_in_ohio_a_notary_is_enough_and_the_proxy_signs(cast, client):
    draft = a_draft(cast, "oh")
    today = timezone.localdate().isoformat()
    client.enter(cast.dana)
    agent = Agent.objects.get()
    assert "Tasha Green signs too" in main_words(sign(client, draft, **{f"agent_{agent.pk}": ""}))
    sign(client, draft, before="notary", notary="N. Public", notary_on=today)

    signed = queries.directives().get()
    assert signed.notary.name == "N. Public"
    assert queries.witnesses_of(signed) == []
    assert signed.signing.ends_on.year == signed.signing.on.year + 3


def with_clause(client, draft):
    client.post(url("section_own_words", draft, "override-clause"), {"own_words": "on"})
    assert choose(client, draft, "override-clause", item="hospital", answer="yes", why="I lose myself.").status_code == 302


def test_the_clause_is_signed_apart_with_a_statement_or_not_at_all(cast, draft, client):
    client.enter(cast.dana)
    with_clause(client, draft)
    assert "has no signature of its own" in main_words(sign(client, draft))
    own = {"clause_name": "Marcus", "profession": "attending_physician", "attested_on": timezone.localdate().isoformat()}
    assert "needs a written statement" in main_words(sign(client, draft, **own))
    assert sign(client, draft, **own, attested_by="Dr. Lee").status_code == 302

    assert queries.directives().get().override.attested_by == "Dr. Lee"


# Another one in its place


def test_changing_begins_a_new_one_that_takes_its_place_when_signed(cast, draft, client):
    old = sign_it(cast, draft)
    client.enter(cast.dana)
    sent = {"id": new_id(), "pack": "va", "program": cast.community.pk, "why": "I moved."}
    client.post(url("directive_begin", cast.marcus), sent)
    new = Directive.objects.drafts().get()
    assert (new.replaces, new.number, new.why_changed) == (old, 2, "I moved.")
    assert queries.answers_of(new)["helps"].words == "A quiet room."
    assert queries.answers_of(old)["helps"].words == "A quiet room."
    assert list(Directive.objects.standing()) == [old]

    now = timezone.now()
    sign_it(cast, new)
    assert list(Directive.objects.standing()) == [new]
    assert "REPLACED. A newer directive counts in its place." in main_words(client.get(url("directive_show", old)))
    assert Entry.objects.filter(verb="directive.replaced", at__gte=now).count() == 1


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


# What it costs


def test_pages_ask_as_much_for_many_as_for_one(cast, draft, client):
    from tests.directives.reading import cost

    client.enter(cast.dana)
    addresses = [url("directive_show", draft), url("step_show", draft, "write"), url("step_show", draft, "check")]
    before = [cost(client, address) for address in addresses]
    for number, section in enumerate(("harms", "people-to-call", "visitors")):
        if section != "visitors":
            write(draft, section, "More.", by=cast.dana)
        choose(client, draft, "visitors", label=f"Friend {number}", answer="welcome")
        actions.name_agent(directive=draft, name=f"Friend {number}", by=cast.dana, at=timezone.now())

    assert [cost(client, address) for address in addresses] == before
