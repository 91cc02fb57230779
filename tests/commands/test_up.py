"""`handrail up`: from an empty folder to an answering server, and to its end."""

import http.client
import os
import re
import signal
import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from handrail.project.commands import handrail
from tests.commands.installed import LINK, Home, wait_until
from tests.product import free_port

HASHED = r"\.[0-9a-f]{12}\.js$"


def test_up_makes_everything_in_an_empty_folder(tmp_path):
    home, port = Home(tmp_path / "home"), free_port()

    with home.started("--port", port) as up:
        token = LINK.search(up.said)[1]
        assert up.said.count("/set-up/") == 1
        assert up.address == f"http://localhost:{port}"
        assert up.get("/healthz")[:2] == (200, "ok\n")
        wait_until(lambda: up.get("/readyz")[:2] == (200, "ready\n"))
        assert up.get(f"/set-up/{token}/")[0] == 200
        assert up.get("/marcus-was-here/?q=marcus")[0] == 404
        assert up.get("/healthz", host="elsewhere.example.org")[0] == 400

        said = home.refuses("up", "--port", free_port())
        assert "already runs" in said
        assert f"process {up.process.pid}" in said
        assert up.end() == 0
    assert up.processes() == []
    assert token not in up.logged
    assert "marcus" not in up.said + up.logged
    assert not home.database.read_bytes().startswith(b"SQLite format 3")
    open_to_others = [
        path for path in [home.path, *home.path.rglob("*")] if "static" not in path.parts and path.stat().st_mode & 0o077
    ]
    assert open_to_others == []
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in (home.path / "keys").iterdir()} == {
        "audit.key": 0o600,
        "database.key": 0o600,
        "session.key": 0o600,
    }

    with home.started() as again:  # no options: what was chosen is kept
        assert again.address == f"http://localhost:{port}"
        assert LINK.search(again.said)[1] != token
        assert again.get(f"/set-up/{token}/")[0] == 404


def test_up_prints_no_link_once_there_is_an_agency_and_serves_our_files_compressed_and_for_ever(home):
    with home.started("--port", free_port()) as up:
        page = up.get("/sign-in/")[1]
        hashed = re.search(r'"(/static/ui/css/base\.[0-9a-f]{12}\.css)"', page)[1]
        status, _body, headers = up.get(hashed)

    assert "/set-up/" not in up.said
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert (home.path / hashed.lstrip("/")).with_suffix(".css.gz").exists()


def test_up_lets_scripts_call_each_other_by_the_names_that_pages_know_them_by(home):
    with home.started("--port", free_port()):
        gathered = [path for path in (home.path / "static").rglob("*.js") if re.search(HASHED, path.name)]

    called = [name for path in gathered for name in re.findall(r'from "(.+?)"', path.read_text())]
    assert called
    assert all(re.search(HASHED, name) for name in called)


def test_up_starts_again_what_dies_and_leaves_nothing_behind_when_killed(home):
    with home.started("--port", free_port()) as up:
        before = up.children()
        assert len(before) == 2
        for pid in before:
            os.kill(pid, signal.SIGKILL)

        wait_until(lambda: len(up.children()) == 2 and not set(up.children()) & set(before) and up.answers())
        up.process.kill()
        up.process.wait()

        wait_until(lambda: up.processes() == [])
        assert not up.answers()


def make_certificate(folder, name):
    """A certificate of one's own, and its key in the form that the server reads."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, subject, now = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]),
        datetime.now(UTC),
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "chain.pem").write_bytes(made.public_bytes(pem))
    for file, form in (
        ("key.pem", serialization.PrivateFormat.PKCS8),
        ("old.pem", serialization.PrivateFormat.TraditionalOpenSSL),
    ):
        (folder / file).write_bytes(key.private_bytes(pem, form, serialization.NoEncryption()))


def test_up_with_a_certificate_of_its_own_answers_over_tls_and_takes_up_a_renewed_one(home, tmp_path):
    make_certificate(tmp_path, "first.example.org")
    port = free_port()
    reach = ("--reach", "own", "--address", f"https://handrail.example.org:{port}", "--port", port)
    pair = ("--certificate", tmp_path / "chain.pem", "--certificate-key")

    assert "PKCS#8" in home.refuses("up", *reach, *pair, tmp_path / "old.pem")
    assert "needs both files" in home.refuses("up", *reach)
    with home.started(*reach, *pair, tmp_path / "key.pem") as up:
        status, _page, headers = up.get("/healthz")
        assert (status, headers["strict-transport-security"].split(";")[0]) == (200, "max-age=31536000")
        first = ssl.get_server_certificate(("localhost", port))

        make_certificate(tmp_path, "second.example.org")
        up.process.send_signal(signal.SIGUSR1)

        wait_until(lambda: up.answers() and ssl.get_server_certificate(("localhost", port)) != first)


def asked(port, headers):
    """What a proxy on this computer gets: the status, and where it is sent on to."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/sign-in/", headers={"Host": "handrail.example.org", **headers})
    answer = connection.getresponse()
    connection.close()
    return answer.status, answer.headers.get("Location")


def test_up_behind_a_proxy_listens_on_this_computer_only_and_sends_plain_http_on(home):
    port = free_port()
    with home.started("--reach", "proxy", "--address", "https://handrail.example.org", "--port", port) as up:
        listening = {line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines() if line.split()[3] == "0A"}
        wanted = f"0100007F:{port:04X}"
        assert wanted in listening
        assert f"00000000:{port:04X}" not in listening
        assert "https://handrail.example.org" in up.said
        over_tls = {"X-Forwarded-Proto": "https"}
        assert asked(port, over_tls) == (200, None)
        assert asked(port, {}) == (301, "https://handrail.example.org/sign-in/")
    kept = (home.path / "handrail.env").read_text()
    assert "HANDRAIL_REACH=proxy" in kept
    assert "HANDRAIL_ADDRESS=https://handrail.example.org" in kept


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--reach", "proxy"], "Name the full address"),
        (["--reach", "own", "--address", "http://handrail.example.org"], "Name the full address"),
        (["--address", "https://handrail.example.org"], "An address is for"),
    ],
)
def test_up_says_what_is_missing(tmp_path, words, sentence):
    home = Home(tmp_path / "home")

    assert sentence in home.refuses("up", *words)
    assert not home.path.exists()


def test_up_refuses_a_taken_port_a_wrong_port_and_a_folder_of_other_things(tmp_path):
    import socket

    home = Home(tmp_path / "home")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "Another program listens" in home.refuses("up", "--port", taken.getsockname()[1])
    assert "which is no port" in home.refuses("up", PORT="eight")
    other = Home(tmp_path / "documents")
    other.path.mkdir()
    (other.path / "letter.txt").write_text("Dear Ana,")
    assert "holds other things (letter.txt)" in other.refuses("up", "--port", free_port())
    assert [path.name for path in other.path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("reach", ["own", "proxy"])
def test_settings_reached_over_the_net_pass_every_deployment_check(home, reach):
    said = home.run("manage", "check", "--deploy", HANDRAIL_REACH=reach, HANDRAIL_ADDRESS="https://handrail.example.org")

    assert said.strip() == "System check identified no issues (0 silenced)."


def test_the_command_explains_itself(tmp_path):
    home = Home(tmp_path / "home")

    assert home.run("--version").startswith("Handrail 0.")
    told = home.run("--help")
    for command in ("up", "demo", "backup", "restore", "check", "audit"):
        assert f"\n  {command} " in told
        assert "Usage: handrail " + command in CliRunner().invoke(handrail, [command, "--help"], prog_name="handrail").output
    assert "There is no Handrail in" in home.refuses("check")
    assert not home.path.exists()
