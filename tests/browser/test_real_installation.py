"""An agency begins: four questions, a passkey, a colleague with a password and a code; and moves to another computer."""

import base64
import hmac
import re
import struct
import subprocess
import sys
import time

from tests.product import ROOT, Product, clean_environment

PASSWORD = "four loose words walking"


def add_authenticator(page):
    """A security chip that says yes: passkeys live in it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return session, made["authenticatorId"]


def code_of(secret: str, at: float) -> str:
    """The six digits an app shows (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(at) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def command(home, *words: str) -> str:
    """One run of the handrail command."""
    done = subprocess.run(
        [sys.executable, "-m", "handrail", *words],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def answer_the_four_questions(page) -> None:
    page.get_by_label("What is your agency called?").fill("Lantern House")
    page.get_by_label("What is your first program called?").fill("Walk-in")
    page.get_by_label("Your name", exact=True).fill("Robin Ames")
    page.get_by_label("A name to sign in with").fill("robin")
    page.get_by_label("I supervise peers").check(force=True)
    page.get_by_role("button", name="Set up Handrail").click()


def make_a_passkey(page) -> None:
    page.get_by_role("link", name="Make a passkey").click()
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("link", name=re.compile("I have them")).click()


def invite(page, home: str) -> str:
    """Robin adds Kim as a peer and reads the link to hand over."""
    page.goto(f"{home}/staff/add/")
    page.get_by_label("Name", exact=True).fill("Kim Doe")
    page.get_by_label("Role").select_option("peer")
    page.get_by_label("In which program").select_option(label="Walk-in")
    page.get_by_role("button", name=re.compile("Add")).click()
    return page.locator("#link").input_value()


def join_with_password_and_code(page, link: str) -> str:
    """Kim takes up the invitation. Returns the app's secret."""
    page.goto(link)
    page.get_by_label("A name to sign in with").fill("kim")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name="Use a password and a code").click()
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    secret = page.locator(".secret").text_content().strip()
    page.locator("input[name=code]").fill(code_of(secret, time.time()))
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name=re.compile("I have them")).click()
    return secret


def test_an_agency_begins_and_moves_house(tmp_path, window):
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    with Product(home, "up") as product:
        link = re.search(rf"{product.url}/set-up/\S+", product.output.read_text()).group()
        one = window(home=product.url)
        page = one.page
        add_authenticator(page)
        page.goto(link)
        assert one.axe() == []
        answer_the_four_questions(page)
        make_a_passkey(page)
        assert page.url == f"{product.url}/"
        assert "Robin" in page.get_by_role("heading", level=1).inner_text()

        invitation = invite(page, product.url)
        kim = window(home=product.url)
        join_with_password_and_code(kim.page, invitation)
        assert "Kim" in kim.page.get_by_role("heading", level=1).inner_text()
        assert kim.page.goto(invitation).status == 404, "a link works once"

        sealed = back_up(home, tmp_path)

    command(home, "restore", str(sealed), "--into", str(elsewhere), "--passphrase-file", str(tmp_path / "passphrase"))
    with Product(elsewhere, "up") as moved:
        assert "set-up" not in moved.output.read_text()
        one.home = moved.url
        page.context.clear_cookies()
        page.goto(f"{moved.url}/sign-in/")
        page.get_by_role("button", name=re.compile("passkey")).click()
        page.wait_for_url(f"{moved.url}/")
        assert "Robin" in page.get_by_role("heading", level=1).inner_text()
    assert "wrong" not in command(home, "audit", "verify", "--home", str(elsewhere)).lower()


def back_up(home, folder):
    (folder / "passphrase").write_text("a passphrase for the story\n")
    command(
        home, "backup", "--home", str(home), "--to", str(folder / "backups"), "--passphrase-file", str(folder / "passphrase")
    )
    [sealed] = (folder / "backups").glob("*.age")
    return sealed
