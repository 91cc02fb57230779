"""`handrail audit verify`: is the record still what was written?"""

from pathlib import Path

import click

from handrail.project.commands import folder
from handrail.project.commands.folder import home_option, say


@click.group()
def audit() -> None:
    """Prove the record of who opened and changed what."""


@audit.command()
@home_option
@click.option(
    "--heads",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Compare with heads kept in this folder as well, such as a copy from another place.",
)
def verify(home: Path | None, heads: Path | None) -> None:
    """Read every line of every agency's record and prove it.

    Finds a line that was changed, taken out, put in or moved, and an end that was cut off, also by somebody who owns the
    database: the record is compared with the heads that Handrail keeps outside it every minute and with every backup.
    """
    place = folder.open_installation(home)
    from handrail.audit.keeping import kept_heads
    from handrail.project.commands.backups import listing, record
    from handrail.project.commands.prepare import refuse_the_wrong_audit_key

    refuse_the_wrong_audit_key()
    kept: dict = {}
    for source in (kept_heads(place.heads), listing.heads(place), kept_heads(heads) if heads else {}):
        for agency_id, ends in source.items():
            kept.setdefault(agency_id, []).extend(ends)
    proofs = record.prove(kept)
    for proof in proofs:
        if proof.wrong:
            say(f"✗ {proof.name}: {' '.join(proof.wrong)}")
        else:
            compared = len(kept.get(proof.agency_id, []))
            if proof.lines and not compared:
                proof.wrong.append("No end of this record is kept outside the database, so a cut would not show.")
                say(f"✗ {proof.name}: {proof.lines:,} lines, all as they were written. {proof.wrong[0]}")
                continue
            say(f"✓ {proof.name}: {proof.lines:,} lines, all as they were written ({compared:,} kept heads agree).")
    if not proofs:
        say("There is no agency yet, so there is no record to prove.")
    if any(proof.wrong for proof in proofs):
        say()
        say("Somebody or something may have changed the record past Handrail. Lines before the one named are still proved.")
        say(
            "Stop Handrail, keep the whole folder and its backups as they are, and read on in docs/running.md, 'When the record"
        )
        say("is wrong'.")
        raise SystemExit(1)
