"""Adding to the library what the agency wrote itself, or may use."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.letters import plain
from handrail.kit.sent import under_its_key
from handrail.learning.actions.shelf import put_away
from handrail.learning.models import Material, MaterialText


class ChangedMeanwhile(Refused):
    """A colleague was faster."""

    sentence = _("Somebody changed this text while you wrote. Nothing is lost: both stand here. Put them together, then save.")


@dataclass(frozen=True)
class Written:
    """A text as it was typed."""

    language: str
    title: str
    summary: str
    body: str
    source: str
    licence: str


@action
def add_material(*, material: Material, written: Written, by: Staff, at: datetime) -> Material:
    """A new piece of the agency's own, with its first text. Under a key that is there already: KeyTaken.

    If it says one of ours in other words, it is offered instead of it.
    """
    material.agency_id, material.made_by, material.made_at = by.agency_id, by, at
    under_its_key(material)
    _keep(material, written, by, at)
    record("material.added", by=by, at=at, subject=material, detail=material.after)
    if material.after:
        with suppress(AlreadySo):
            put_away(key=material.after, by=by, at=at)
    return material


@action
def write_text(*, material: Material, written: Written, opened: str, by: Staff, at: datetime) -> MaterialText:
    """Another wording, or the same piece in one more language. What stood there stays as it was read.

    `opened` names the text that the page began with; nothing when there was none.
    """
    Material.objects.select_for_update().get(pk=material.pk)  # so that two colleagues take turns
    standing = MaterialText.objects.standing().filter(material=material, language=written.language).first()
    if standing and _says(standing, written):
        raise AlreadySo
    if opened != (str(standing.pk) if standing else ""):
        raise ChangedMeanwhile
    if standing:
        MaterialText.objects.filter(pk=standing.pk).update(replaced_at=at)
    text = _keep(material, written, by, at)
    record("material.written", by=by, at=at, subject=material, detail=written.language)
    return text


def _says(text: MaterialText, written: Written) -> bool:
    return all(getattr(text, name) == getattr(written, name) for name in ("title", "summary", "body", "source", "licence"))


def _keep(material: Material, written: Written, by: Staff, at: datetime) -> MaterialText:
    letters = plain(f"{written.title} {written.summary} {written.body}")
    return MaterialText.objects.create(
        agency_id=material.agency_id, material=material, letters=letters, by=by, at=at, **vars(written)
    )


@action
def sort_material(*, material: Material, by: Staff, at: datetime) -> Material:
    """What a piece is about, when it helps, whom it speaks to."""
    material.save(update_fields=["topic", "phases", "audiences"])
    record("material.sorted", by=by, at=at, subject=material)
    return material
