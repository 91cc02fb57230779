"""The three ways to be reached: only from this computer, with a certificate of one's own, or behind a proxy."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from handrail.project.commands.folder import change_settings
from handrail.project.commands.trouble import Trouble
from handrail.project.commands.web import Listening
from handrail.project.place import Place

WAYS = ("here", "own", "proxy")
ON_THIS_COMPUTER = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - what a certificate of one's own is for


def decide(
    port: int | None,
    reach: str | None,
    address: str | None,
    certificate: Path | None,
    certificate_key: Path | None,
    workers: int,
) -> tuple[Listening, dict[str, str | None]]:
    """Where to listen, from what was asked for now and what was kept from the last start; and the settings to keep."""
    way = reach or os.environ.get("HANDRAIL_REACH") or "here"
    if way not in WAYS:
        raise Trouble("HANDRAIL_REACH is not one of here, own and proxy: correct it in handrail.env, or name --reach.")
    address = _address(way, address)
    listen = _port(way, port, address)
    keep: dict[str, str | None] = {"HANDRAIL_REACH": way, "PORT": str(listen)}
    if way == "here":
        keep |= {"HANDRAIL_ADDRESS": None, "HANDRAIL_CERTIFICATE": None, "HANDRAIL_CERTIFICATE_KEY": None}
        return Listening(ON_THIS_COMPUTER, listen, workers, f"http://localhost:{listen}"), keep
    keep["HANDRAIL_ADDRESS"] = address
    if way == "proxy":
        return Listening(ON_THIS_COMPUTER, listen, workers, address), keep
    chain = _file(certificate, "HANDRAIL_CERTIFICATE")
    key = _file(certificate_key, "HANDRAIL_CERTIFICATE_KEY")
    keep |= {"HANDRAIL_CERTIFICATE": str(chain), "HANDRAIL_CERTIFICATE_KEY": str(key)}
    return Listening(EVERYWHERE, listen, workers, address, chain, key), keep


def keep_for_next_time(place: Place, keep: dict[str, str | None]) -> None:
    """The next start needs no options."""
    change_settings(place, keep)


def port_from_environment(default: int) -> int:
    """PORT, or a refusal that says what is wrong with it."""
    said = os.environ.get("PORT") or str(default)
    if not said.isdigit() or not 0 < int(said) < 65536:
        raise Trouble(f"PORT is {said!r}, which is no port: set it to a number such as 8000.")
    return int(said)


def _address(way: str, asked: str | None) -> str:
    if way == "here":
        if asked:
            raise Trouble("An address is for --reach own or --reach proxy: here it is always http://localhost and the port.")
        return ""
    address = (asked or os.environ.get("HANDRAIL_ADDRESS", "")).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.path or parts.query or "@" in parts.netloc:
        raise Trouble("Name the full address people will type, such as --address https://handrail.example.org, without a path.")
    return address


def _port(way: str, asked: int | None, address: str) -> int:
    if asked:
        return asked
    if way == "own":
        return port_from_environment(urlsplit(address).port or 443)
    return port_from_environment(8000)


def _file(asked: Path | None, name: str) -> Path:
    said = asked or (Path(os.environ[name]) if os.environ.get(name) else None)
    if said is None:
        raise Trouble("A certificate of your own needs both files: name them with --certificate and --certificate-key.")
    return said.resolve()
