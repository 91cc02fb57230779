"""`handrail up`: a real installation, from an empty folder to Today."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handrail.project.commands import folder
from handrail.project.commands.folder import home_option, say
from handrail.project.commands.trouble import Trouble

if TYPE_CHECKING:
    from handrail.project.commands.web import Listening
    from handrail.project.place import Place


@click.command()
@home_option
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Where the web server listens.  [default: 8000; with --reach own 443]"
)
@click.option(
    "--reach",
    type=click.Choice(["here", "own", "proxy"]),
    help="here: only this computer. own: a certificate of your own. proxy: behind Caddy, nginx or the like.  [default: here]",
)
@click.option("--address", metavar="https://...", help="What people type to reach it (own and proxy).")
@click.option("--certificate", type=click.Path(path_type=Path), help="The certificate with its chain, PEM (own).")
@click.option("--certificate-key", type=click.Path(path_type=Path), help="The certificate's key, PEM (own).")
@click.option("--workers", type=click.IntRange(1, 32), default=2, show_default=True, help="How many web processes.")
def up(
    home: Path | None,
    port: int | None,
    reach: str | None,
    address: str | None,
    certificate: Path | None,
    certificate_key: Path | None,
    workers: int,
) -> None:
    """Start Handrail; the first time, make it.

    In an empty folder it makes keys and an encrypted database, and prints a link that works once: four questions, then Today.
    Web server and background worker run together until you stop them with Ctrl+C. How it is reached is kept for the next start.

    \b
    handrail up                                     only this computer
    handrail up --reach proxy --address https://handrail.example.org
    handrail up --reach own --address https://handrail.example.org \\
                --certificate chain.pem --certificate-key key.pem
    """
    place = folder.use(home)
    from handrail.project.commands import reach as ways
    from handrail.project.commands.web import refuse_a_taken_port, refuse_a_wrong_certificate

    listening, keep = ways.decide(port, reach, address, certificate, certificate_key, workers)
    refuse_a_wrong_certificate(listening)
    folder.see_that_it_may_begin(place)
    _refuse_a_demo(place)
    place.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with folder.only_one(place):
        refuse_a_taken_port(listening)
        folder.make(place)
        ways.keep_for_next_time(place, keep)
        _start(place, listening)


def _start(place: "Place", listening: "Listening") -> None:
    """The folder is made and locked: bring the database to this version and serve."""
    from handrail.project.commands import static
    from handrail.project.commands.prepare import prepare
    from handrail.project.commands.serving import run_together

    static.gather(place)
    folder.load_django()
    prepare(place)
    _greet(listening.address)
    run_together(listening)


def _refuse_a_demo(place: "Place") -> None:
    """Real people's records never go into a database made of invented ones."""
    from handrail.project.commands.demo import holds_a_demo

    if holds_a_demo(place):
        raise Trouble(
            "This folder holds the demo: start it with `handrail demo`, and name another folder for real work with --home."
        )


def _greet(address: str) -> None:
    """While there is no agency yet, a new link for the first human. It is the one secret that is ever printed."""
    from handrail.accounts.actions import make_set_up_link
    from handrail.accounts.queries import agency_ids

    if agency_ids():
        return
    token = make_set_up_link(at=datetime.now(UTC))
    say("Open this link to set up your agency. It works once, and for one day:")
    say()
    say(f"    {address}/set-up/{token}/")
    say()
