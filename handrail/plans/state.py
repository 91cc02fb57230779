"""How a paper stands: what it says now, which version is signed and by whom, and whether it changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from handrail.kit.pairs import Pair
from handrail.plans import queries
from handrail.plans.models import Signature, Signer, Version
from handrail.plans.own_plan import day_on_paper
from handrail.plans.papers import Paper, Section, in_both, mark_of


def sections_of(version: Version) -> list[Section]:
    """What a version says."""
    return [Section.of(told) for told in version.content]


def standing_of(version: Any) -> list[Signature]:
    """The signatures under a version that were meant."""
    return [one for one in version.all_signatures if not hasattr(one, "mistake")]


@dataclass(frozen=True)
class State:
    """A paper with its versions, the latest first."""

    paper: Paper
    sections: Sequence[Section]
    versions: Sequence[Version]

    @cached_property
    def mark(self) -> str:
        """Of what it says now."""
        return mark_of(self.sections)

    @cached_property
    def same(self) -> Version | None:
        """The version that says what the paper says now, if the last one does."""
        last = self.versions[0] if self.versions else None
        return last if last and last.mark == self.mark else None

    @cached_property
    def signed(self) -> Version | None:
        """The last version that somebody stands behind."""
        return next((one for one in self.versions if standing_of(one)), None)

    @property
    def changed(self) -> bool:
        """Whether it reads otherwise than what was signed last."""
        return self.signed is not None and self.signed.mark != self.mark

    @property
    def signatures(self) -> list[Signature]:
        """Under what it says now."""
        return standing_of(self.same) if self.same else []

    @property
    def all_signatures(self) -> list[Signature]:
        """The same, with those that were mistakes."""
        return list(self.same.all_signatures) if self.same else []  # type: ignore[attr-defined]

    @property
    def lacks_guardian(self) -> bool:
        """Whether it is signed, and by no parent or guardian."""
        return bool(self.signatures) and all(one.who != Signer.GUARDIAN for one in self.signatures)

    @property
    def loud(self) -> Pair | None:
        """What has to be said on every page of it."""
        if self.signatures:
            return None
        if self.signed is None:
            return self.paper.kind.before_it_is_signed
        return changed_since(self.signed)


def changed_since(signed: Version) -> Pair:
    """It was signed, and reads otherwise now."""
    day = in_both(lambda: day_on_paper(timezone.localdate(signed.at)))
    return Pair(
        f"Changed since it was signed on {day.en}. As it reads now, nobody has signed it.",
        f"Cambió desde que se firmó el {day.es}. Así como se lee ahora, nadie lo ha firmado.",
    )


def state_of(paper: Paper) -> State:
    """As it stands now."""
    return State(paper, paper.sections(), list(queries.versions_of(paper)))
