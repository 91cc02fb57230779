"""The nouns of exchange, one file a noun."""

from handrail.exchange.models.alike import Alike, AlikeAnswer, Clue
from handrail.exchange.models.brought import Brought, BroughtKind, Origin
from handrail.exchange.models.importing import FileKind, Import, Stage, StageName
from handrail.exchange.models.record import Piece, Record, RecordKind, Verdict

__all__ = [
    "Alike",
    "AlikeAnswer",
    "Brought",
    "BroughtKind",
    "Clue",
    "FileKind",
    "Import",
    "Origin",
    "Piece",
    "Record",
    "RecordKind",
    "Stage",
    "StageName",
    "Verdict",
]
