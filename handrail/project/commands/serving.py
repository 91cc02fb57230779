"""Web and worker together, and each alone for those who run them apart."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handrail.project.commands import folder
from handrail.project.commands.folder import home_option, say

if TYPE_CHECKING:
    from handrail.project.commands.web import Listening


def run_together(listening: "Listening") -> None:
    """Serve and work until told to end."""
    from handrail.jobs.worker import work_until_told_to_stop
    from handrail.project.commands import web
    from handrail.project.commands.processes import Part, Watch

    web.load_everything()
    answering = web.Answering(listening, lambda well: _tell(listening, well))
    parts = [Part("web", lambda: web.serve(listening)), Part("worker", work_until_told_to_stop)]
    Watch(parts, answering.look).until_told_to_end()
    say("Stopped.")


def _tell(listening: "Listening", well: bool) -> None:
    if well:
        say(f"Handrail is ready at {listening.address}  (Ctrl+C stops it)")
    else:
        say(f"The web server does not answer yet on port {listening.port}. Still trying; `handrail check` may tell why.")


@click.command(hidden=True)
@home_option
@click.option("--workers", type=click.IntRange(1, 32), default=2, show_default=True, help="How many web processes.")
def serve(home: Path | None, workers: int) -> None:
    """The web server alone, for those who run web and worker apart. The database must be of this version."""
    place = folder.open_installation(home)
    from handrail.project.commands import reach, web
    from handrail.project.commands.processes import Part, Watch

    _refuse_waiting_migrations()
    listening, _keep = reach.decide(None, None, None, None, None, workers)
    web.refuse_a_wrong_certificate(listening)
    web.refuse_a_taken_port(listening)
    folder.tighten(place)
    web.load_everything()
    answering = web.Answering(listening, lambda well: _tell(listening, well))
    Watch([Part("web", lambda: web.serve(listening))], answering.look).until_told_to_end()


@click.command(hidden=True)
@home_option
def work(home: Path | None) -> None:
    """The background worker alone, for those who run web and worker apart."""
    folder.open_installation(home)
    from handrail.jobs.worker import work_until_told_to_stop

    _refuse_waiting_migrations()
    say(f"The worker works (process {os.getpid()}).")
    work_until_told_to_stop()


def _refuse_waiting_migrations() -> None:
    from handrail.project.commands.prepare import (
        migrations_waiting,
        refuse_a_role_without_rules,
        refuse_tables_of_a_newer_version,
    )
    from handrail.project.commands.trouble import Trouble

    refuse_a_role_without_rules()
    refuse_tables_of_a_newer_version()
    if migrations_waiting():
        raise Trouble("The database is not of this version yet: start `handrail up` once, which upgrades it.")
