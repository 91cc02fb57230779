"""Calm forms: what is asked of everybody is seen, the rest stays folded until somebody wants it."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Folding:
    """A form some of whose fields stay folded. They are seen when one of them holds something or needs a look."""

    folded: tuple[str, ...] = ()
    more_words: str | Promise = _("More")

    @property
    def shown(self) -> list[Any]:
        """The fields that are seen at once."""
        return [bound for bound in self.visible_fields() if bound.name not in self.folded]  # type: ignore[attr-defined]

    @property
    def more(self) -> list[Any]:
        """The folded ones."""
        return [self[name] for name in self.folded]  # type: ignore[index]

    @property
    def more_is_open(self) -> bool:
        """Whether the folded ones are seen."""
        return any(bound.errors or bound.value() for bound in self.more)
