"""A directive in a real browser, on a phone: made, signed, carried, printed, got out, replaced and taken back in three states.

Every wrong way is tried on the way, and refused in a clear sentence.
"""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

PEOPLE = {"Virginia": "Georgia-Rae", "Ohio": "Wisly", "Wisconsin": "Tenzin"}
"""For each state somebody who has none yet."""
GET_PDF = """async (where) => {
  const form = document.querySelector(`form[action$="${where}"]`);
  const answer = form ? await fetch(form.action, {method: "POST", body: new FormData(form)}) : await fetch(where);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return [answer.status, String.fromCharCode(...bytes.slice(0, 5))];
}"""


@pytest.fixture
def peer(window):
    one = window()
    one.enter("peer")
    return one


def person_of(one, state: str) -> None:
    one.page.goto(f"{one.home}/people/")
    one.page.get_by_role("link", name=re.compile(PEOPLE[state])).first.click()


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def yesterday(page) -> str:
    return page.evaluate("new Date(Date.now() - 864e5).toISOString().slice(0, 10)")


def looks_right(one) -> None:
    assert one.axe() == []
    assert one.sideways() <= 0


def begin(one, state: str) -> str:
    """From the person's page to a draft; its address."""
    page = one.page
    person_of(one, state)
    page.locator("a[href^='/directives/of/']").first.click()
    expect(page.get_by_role("heading", name="If a crisis takes my say")).to_be_visible()
    looks_right(one)
    page.get_by_role("link", name="Begin a directive").click()
    page.get_by_label(state).check(force=True)
    press(page, "Begin")
    page.wait_for_url(re.compile(r"/directives/[0-9a-f-]{36}/$"))
    looks_right(one)
    return page.url


DRAFT = "DRAFT. Not signed yet. It does not count."


def a_draft_is_shown_as_a_draft(one, draft: str) -> None:
    """On its own page, as the whole paper, in each step; and nobody gets it out as if it counted."""
    page = one.page
    for where in ("", "paper/", "steps/keep/", "parts/helps/"):
        page.goto(f"{draft}{where}")
        expect(page.locator(".loud").first).to_contain_text(DRAFT)
    assert page.evaluate(GET_PDF, f"{draft}print/") == [200, "%PDF-"]
    page.goto(f"{draft}out/")
    press(page, "They are in crisis now")
    expect(page.get_by_text("This is a draft. It does not count until it is signed.")).to_be_visible()
    page.goto(draft)


def write(one, draft: str) -> None:
    """Understood, talked over, written: an answer, a medicine in their own words, and who speaks for them."""
    page = one.page
    page.get_by_role("link", name="Understand").click()
    press(page, "Done for now")
    expect(page.get_by_role("heading", name="Talk it over")).to_be_visible()
    looks_right(one)
    press(page, "Done for now")
    page.get_by_role("link", name="What helps me").click()
    page.locator("form[data-autosave] textarea").fill("Music, and the door open.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    looks_right(one)
    say_whose_words(page, f"{draft}parts/medicines/")
    page.get_by_label("What", exact=True).fill("Haloperidol")
    page.get_by_label("I say no").check(force=True)
    press(page, "Keep it")
    expect(page.get_by_text("Haloperidol")).to_be_visible()
    name_somebody(one, draft)
    looks_right(one)


def say_whose_words(page, part: str) -> None:
    """Where a peer may not choose, nothing is suggested and nothing can be typed before that is said."""
    page.goto(part)
    expect(page.get_by_role("heading", name="This part is theirs alone")).to_be_visible()
    expect(page.get_by_text("As others put it")).to_have_count(0)
    expect(page.locator("[name=answer]")).to_have_count(0)
    page.get_by_label("These are the person's own words, typed as they say them").check(force=True)
    press(page, "Go on")
    expect(page.get_by_text("typed it as the person said it")).to_be_visible()


def name_somebody(one, draft: str) -> None:
    page = one.page
    page.goto(f"{draft}parts/agent/")
    page.get_by_label("Name", exact=True).fill("Tasha Green")
    page.get_by_label("Phone number").fill("804-555-0117")
    press(page, "Name this person")
    page.locator("summary", has_text="They said yes").click()
    page.get_by_label("On the phone").check(force=True)
    press(page, "They said yes")
    expect(page.get_by_text("Said yes", exact=False)).to_be_visible()


def write_the_clause(one, draft: str) -> None:
    """Virginia's: the person's words alone, off unless they ask for it."""
    page = one.page
    page.goto(f"{draft}steps/write/")
    expect(page.locator("li", has_text="If I say no later")).to_contain_text("left out")
    say_whose_words(page, f"{draft}parts/override-clause/")
    looks_right(one)
    form = page.locator("form", has=page.locator("input[name=item][value=hospital]"))
    form.get_by_label("Yes, even if I say no at that time").check(force=True)
    form.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Kept", exact=True)).to_be_visible()


def fill_signing(page, *witnesses: str, on: str = "") -> None:
    page.get_by_label("My name, as I sign").fill("Somebody")
    if page.locator("input[name=on]").is_visible():
        page.locator("input[name=on]").fill(on or yesterday(page))
    for number in (1, 2) if page.locator("[name=witness_1]").is_visible() else ():
        name = witnesses[number - 1] if number <= len(witnesses) else ""
        page.locator(f"[name=witness_{number}]").fill(name)
        page.locator(f"[name=adult_{number}]").set_checked(bool(name), force=True)
        for box in page.locator(f"[name=is_not_{number}]").all():
            box.set_checked(bool(name), force=True)
    for box in page.locator("[name^=agent_]:not([type=hidden])").all():
        box.fill("Tasha Green")


def refused(one, sentence: str) -> None:
    """What is wrong is said, and the draft is still a draft."""
    press(one.page, "It is signed")
    expect(one.page.get_by_role("alert")).to_contain_text(sentence)
    expect(one.page.get_by_text(DRAFT)).to_be_visible()


WALT, ROSA, TASHA = "Walt Ames", "Rosa Diaz", "Tasha Green"
NOT_THE_AGENT = {
    "Virginia": "Tasha Green is the person who speaks for you. That is allowed here as far as we know, but somebody else is safer.",
    "Ohio": "Tasha Green signs to speak for you, and cannot witness that too. Choose somebody else.",
    "Wisconsin": "Tasha Green is the person who speaks for you. In Wisconsin that person cannot be a witness.",
}
TOO_FEW = {
    "Virginia": "There are too few witnesses: it takes 2, and 1 is there.",
    "Ohio": "There is no notary, and there are too few witnesses: Ohio asks for a notary or for 2 witnesses.",
    "Wisconsin": "There are too few witnesses: it takes 2, and 1 is there.",
}


def every_wrong_way_is_refused(one, draft: str, state: str) -> None:
    page = one.page
    page.goto(f"{draft}steps/check/")
    looks_right(one)
    press(page, "Done for now")
    expect(page.get_by_role("heading", name="Sign", exact=True)).to_be_visible()
    looks_right(one)
    fill_signing(page, WALT)
    refused(one, TOO_FEW[state])
    looks_right(one)
    fill_signing(page, WALT, TASHA)
    refused(one, NOT_THE_AGENT[state])
    fill_signing(page, WALT, "Dana Whitfield")
    refused(one, "Dana Whitfield is the peer who helps with this paper, and does not sign as a witness.")
    if state == "Ohio":
        fill_signing(page, WALT, ROSA, on="2019-04-01")
        refused(one, "Signed on that day, it would have run out already. Sign it anew.")
        page.locator("[name=before][value=notary]").check(force=True)
        fill_signing(page)
        refused(one, "There is no notary, and there are too few witnesses")
    if state == "Virginia":
        fill_signing(page, WALT, ROSA)
        refused(one, "The part on going on after a no has no signature of its own.")


def draw(page, field: str) -> None:
    """A line with the mouse, as a finger would."""
    pad = page.locator(f"[data-draw=id_{field}] > svg")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 15, steps=6)
    page.mouse.move(box["x"] + 160, box["y"] + 50, steps=6)
    page.mouse.up()
    assert page.locator(f"#id_{field}").input_value().startswith("M")


def sign(one, state: str) -> None:
    """In Virginia on the screen with the clause signed apart, in Ohio before a notary, in Wisconsin before two witnesses."""
    page = one.page
    if state == "Virginia":
        page.locator("[name=how][value=screen]").check(force=True)
        fill_signing(page, WALT, ROSA)
        page.get_by_label("My name, a second time, for this part only").fill("Somebody")
        page.get_by_label("Who stated in writing that I can decide and understand this part").fill("Dr. Lindqvist")
        page.get_by_label("attending doctor").check(force=True)
        for field in ("maker_strokes", "witness_1_strokes", "clause_strokes"):
            draw(page, field)
        looks_right(one)
    elif state == "Ohio":
        page.locator("[name=before][value=notary]").check(force=True)
        fill_signing(page)
        page.get_by_label("Name of the notary").fill("N. Public")
        page.get_by_label("The notary signed on").fill(yesterday(page))
    else:
        fill_signing(page, WALT, ROSA)
    press(page, "It is signed")
    expect(page.get_by_role("heading", name="Keep the signed paper")).to_be_visible()
    expect(page.get_by_text("DRAFT.")).to_have_count(0)


def keep(one, signed: str) -> None:
    """A scan, a card, and who has it."""
    page = one.page
    picture = BytesIO()
    Image.new("RGB", (60, 80), "white").save(picture, "PNG")
    page.get_by_label("Photo or PDF").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": picture.getvalue()})
    press(page, "Keep it")
    expect(page.get_by_text("Picture,")).to_be_visible()
    looks_right(one)
    assert page.evaluate(GET_PDF, "/card/") == [200, "%PDF-"]
    page.goto(f"{signed}steps/who-has-it/")
    page.get_by_label("Hospital").check(force=True)
    page.get_by_label("Name", exact=True).fill("Riverside General")
    page.get_by_label("Who told them").fill("Tasha")
    page.get_by_label("By fax").check(force=True)
    press(page, "Note it")
    expect(page.get_by_text("Riverside General")).to_be_visible()
    looks_right(one)


def get_out(one, state: str) -> None:
    """Two taps from the person's page."""
    page = one.page
    person_of(one, state)
    page.get_by_role("link", name="Get it out").click()
    expect(page.get_by_role("heading", name="Why do you need it?")).to_be_visible()
    looks_right(one)
    press(page, "They are in crisis now")
    expect(page.get_by_text("Music, and the door open.")).to_be_visible()
    expect(page.locator("svg.drawn")).to_have_count(3 if state == "Virginia" else 0)
    looks_right(one)
    for where in [link.get_attribute("href") for link in page.locator("a[href*='/print/']").all()]:
        assert page.evaluate(GET_PDF, where) == [200, "%PDF-"]


def replace(one, old: str) -> str:
    """A new one with what was said before; once it is signed the old one says so. Its address."""
    page = one.page
    page.goto(f"{old}steps/each-year/")
    page.get_by_role("link", name="Begin the new one").click()
    press(page, "Begin")
    page.wait_for_url(re.compile(r"/directives/[0-9a-f-]{36}/$"))
    new = page.url
    name_somebody(one, new)
    page.goto(f"{new}steps/sign/")
    fill_signing(page, WALT, ROSA)
    press(page, "It is signed")
    expect(page.get_by_role("heading", name="Keep the signed paper")).to_be_visible()
    page.goto(f"{new}steps/who-has-it/")
    expect(page.get_by_role("heading", name="They still hold the one before")).to_be_visible()
    looks_right(one)
    page.goto(old)
    expect(page.locator(".loud")).to_contain_text("REPLACED. A newer directive counts in its place.")
    looks_right(one)
    return new


HOW = {"Virginia": "By saying so", "Ohio": "In a note, signed and dated", "Wisconsin": "In a note, signed and dated"}


def take_back(one, signed: str, state: str) -> None:
    """By the form of the state; it stays to be read, marked on every page."""
    page = one.page
    page.goto(f"{signed}steps/take-back/")
    page.get_by_label(HOW[state]).check(force=True)
    page.locator("input[name=on]").fill(yesterday(page))
    if state != "Wisconsin":
        press(page, "It is taken back")
        expect(page.get_by_text(f"In {state} you can take it back only while you are able to decide.")).to_be_visible()
        page.locator("input[name=is_able]").check(force=True)
    press(page, "It is taken back")
    expect(page.locator(".loud")).to_contain_text("TAKEN BACK on")
    looks_right(one)
    page.goto(f"{signed}out/")
    press(page, "To see whether it is right")
    expect(page.locator(".loud")).to_contain_text("TAKEN BACK on")
    expect(page.get_by_text("Music, and the door open.")).to_be_visible()


@pytest.mark.parametrize("state", list(PEOPLE))
def test_a_directive_is_made_signed_carried_printed_got_out_replaced_and_taken_back(peer, state):
    first = begin(peer, state)
    a_draft_is_shown_as_a_draft(peer, first)
    write(peer, first)
    if state == "Virginia":
        write_the_clause(peer, first)
    every_wrong_way_is_refused(peer, first, state)
    sign(peer, state)
    keep(peer, first)
    get_out(peer, state)
    second = replace(peer, first)
    take_back(peer, second, state)


def test_what_has_run_out_says_so_and_only_a_new_one_is_offered(peer):
    page = peer.page
    page.goto(f"{peer.home}/")
    expect(page.get_by_text("The directive has run out. It does not count any more.")).to_be_visible()
    page.goto(f"{peer.home}/people/")
    page.get_by_role("link", name=re.compile("Aleksandr")).first.click()
    page.locator("a[href^='/directives/of/']").first.click()
    page.get_by_role("link", name="Look after it").click()
    signed = page.url
    for where in ("", "steps/keep/", "steps/each-year/", "steps/who-has-it/"):
        page.goto(f"{signed}{where}")
        expect(page.locator(".loud")).to_contain_text("RAN OUT on")
        for offered in ("Print the card", "It still says what I want", "Note it"):
            expect(page.get_by_role("button", name=offered)).to_have_count(0)
        looks_right(peer)
    page.goto(f"{signed}steps/each-year/")
    expect(page.get_by_role("link", name="Begin the new one")).to_be_visible()


def test_a_draft_of_the_wrong_state_is_set_aside_and_taken_up_again(peer):
    page = peer.page
    page.goto(f"{peer.home}/people/")
    page.get_by_role("link", name=re.compile("Wren")).first.click()
    page.locator("a[href^='/directives/of/']").first.click()
    page.get_by_role("link", name="Go on").click()
    page.locator("summary", has_text="Begun by mistake").click()
    looks_right(peer)
    press(page, "Set it aside")
    expect(page.locator(".loud")).to_contain_text("SET ASIDE.")
    looks_right(peer)
    press(page, "Undo")

    expect(page.locator(".loud")).to_contain_text(DRAFT)


def test_a_code_that_is_read_out_leads_to_a_sentence_or_to_the_paper(peer):
    page = peer.page
    page.goto(f"{peer.home}/directives/card/")
    page.get_by_label("The code on the card").fill("never was 22")
    press(page, "Go to the paper")
    expect(page.get_by_text("No record that you may open has this code.").first).to_be_visible()
    looks_right(peer)


def test_a_code_tells_strangers_only_whom_to_call(window):
    one = window()
    one.page.goto(f"{one.home}/directives/card/NEVERWAS22/")

    expect(one.page.get_by_role("heading", name="Please call")).to_be_visible()
    looks_right(one)
