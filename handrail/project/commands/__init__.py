"""The `handrail` command: everything an agency without IT staff does with its own Handrail.

Every command module is light: Django and the libraries are imported when a command runs, so that `--help` answers at once.
"""

import sys

import click

from handrail import __version__
from handrail.project.commands import audit, backup, check, demo, importing, manage, restore, serving, trouble, up


class InOrder(click.Group):
    """Commands in the order in which somebody meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As they were added, not by the alphabet."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="Handrail %(version)s")
def handrail() -> None:
    """Handrail: the working system of a peer recovery support program.

    \b
    Try it:      handrail demo
    Install it:  handrail up
    Look after:  handrail backup, handrail check

    A command works on one folder, the installation: ./handrail-home, or the one named by --home or HANDRAIL_HOME. The demo has
    a folder of its own, and restore is told which.
    """


for command in (
    up.up,
    demo.demo,
    backup.backup,
    restore.restore,
    check.check,
    audit.audit,
    importing.import_,
    serving.serve,
    serving.work,
    manage.manage,
):
    handrail.add_command(command)


def main() -> None:
    """Run the command line. A refusal is one plain sentence; what nobody foresaw is a sentence and a code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        handrail.main(prog_name="handrail", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as error:
        trouble.explained(error).show()
        sys.exit(1)
