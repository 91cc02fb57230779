"""What is known of a database at the moment of its copy: what a restored one is compared with."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

FORMAT = 1

Kept = dict[UUID, list[tuple[int, bytes]]]


@dataclass
class Facts:
    """Row counts, the ends of the audit chains, and which migrations were done."""

    kind: str
    rows: dict[str, int] = field(default_factory=dict)
    heads: dict[UUID, tuple[int, bytes]] = field(default_factory=dict)
    migrations: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "database": self.kind,
            "rows": self.rows,
            "heads": {str(agency): [seq, seal.hex()] for agency, (seq, seal) in self.heads.items()},
            "migrations": self.migrations,
        }

    @classmethod
    def read(cls, told: dict[str, Any]) -> "Facts":
        """Back from JSON."""
        return cls(
            kind=str(told["database"]),
            rows={str(table): int(count) for table, count in told["rows"].items()},
            heads={UUID(agency): (int(seq), bytes.fromhex(seal)) for agency, (seq, seal) in told["heads"].items()},
            migrations=[str(name) for name in told["migrations"]],
        )


def with_these(kept: Kept, heads: dict[UUID, tuple[int, bytes]]) -> Kept:
    """Heads kept outside the database, and these as well."""
    return {
        agency: [*kept.get(agency, []), *([heads[agency]] if agency in heads and heads[agency][0] else [])]
        for agency in kept.keys() | heads.keys()
    }
