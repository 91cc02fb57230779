"""Django's own commands, for developers."""

import os
import sys
from pathlib import Path

import click

from handrail.project.commands.folder import home_option


@click.command(
    hidden=True,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False, "help_option_names": []},
)
@home_option
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def manage(home: Path | None, words: tuple[str, ...]) -> None:
    """Django's management commands (for developers): handrail manage makemigrations."""
    if home is not None:
        os.environ["HANDRAIL_HOME"] = str(home.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "handrail.project.settings"
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["handrail manage", *words])
    except SystemExit as end:
        sys.exit(end.code)
