"""A column whose words are sealed once more than the database is (`kit.sealed`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import models

from handrail.kit.sealed import seal, unseal

if TYPE_CHECKING:
    TextField = models.TextField[Any, Any]
else:
    TextField = models.TextField


class SealedJSON(TextField):
    """Words, lists and numbers: sealed on their way in, read again on their way out. They open in their own column only."""

    use = ""

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        """It stands in this table, in this column."""
        super().contribute_to_class(cls, name, private_only)
        self.use = f"{cls._meta.db_table}.{self.column}"

    def from_db_value(self, value: str | None, *_: Any) -> Any:
        """As it was."""
        return json.loads(unseal(value, self.use)) if value else {}

    def get_prep_value(self, value: Any) -> str:
        """Sealed; empty when there is nothing."""
        return seal(json.dumps(value), self.use) if value else ""
