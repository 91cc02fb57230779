"""A file to read from: kept in sealed pieces, or lying on this computer. Opened a stretch at a time, never written in the clear."""

import io
from collections import OrderedDict
from typing import BinaryIO
from uuid import UUID

from django.utils import timezone

from handrail.accounts.models import Staff
from handrail.exchange.models.record import PIECE_BYTES, Piece
from handrail.exchange.readers.troubles import Unreadable
from handrail.kit.sealed import seal_bytes, unseal_bytes

USE = "exchange.piece"
KEPT_OPEN = 4


def use_of(file: UUID, number: int) -> str:
    """A piece opens in its own place only."""
    return f"{USE} {file} {number}"


class Keeping:
    """Takes a file in as it comes, and keeps it piece by piece: sealed before it is kept."""

    def __init__(self, by: Staff, file: UUID) -> None:
        self.by, self.file = by, file
        self.number, self.size = 0, 0
        self._open = bytearray()

    def take(self, chunk: bytes) -> None:
        """Some more of it."""
        self._open += chunk
        self.size += len(chunk)
        while len(self._open) >= PIECE_BYTES:
            self._keep(bytes(self._open[:PIECE_BYTES]))
            del self._open[:PIECE_BYTES]

    def end(self) -> int:
        """That was all. Returns how many bytes it has."""
        if self._open:
            self._keep(bytes(self._open))
            self._open.clear()
        return self.size

    def _keep(self, plain: bytes) -> None:
        sealed = seal_bytes(plain, use_of(self.file, self.number))
        own = {"agency_id": self.by.agency_id, "by": self.by}
        Piece.objects.create(file=self.file, number=self.number, sealed=sealed, at=timezone.now(), **own)
        self.number += 1


class SealedFile(io.RawIOBase):
    """The same file, to be read from anywhere in it. Holds a few pieces at a time."""

    def __init__(self, file: UUID, size: int) -> None:
        self.file, self.size, self._at = file, size, 0
        self._opened: OrderedDict[int, bytes] = OrderedDict()

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """A ZIP file is read from its end."""
        return True

    def tell(self) -> int:
        """How far it was read."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go on from there."""
        from_where = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, from_where + offset)
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Some of it, at most to the end of a piece."""
        if self._at >= self.size:
            return 0
        number, within = divmod(self._at, PIECE_BYTES)
        some = self._piece(number)[within : within + len(buffer)]
        buffer[: len(some)] = some
        self._at += len(some)
        return len(some)

    def _piece(self, number: int) -> bytes:
        if number not in self._opened:
            sealed = Piece.objects.values_list("sealed", flat=True).filter(file=self.file, number=number).first()
            if sealed is None:
                raise Unreadable("gone")
            self._opened[number] = unseal_bytes(bytes(sealed), use_of(self.file, number))
            while len(self._opened) > KEPT_OPEN:
                self._opened.popitem(last=False)
        return self._opened[number]


def opened(file: UUID, size: int) -> BinaryIO:
    """A kept file, ready to be read."""
    return io.BufferedReader(SealedFile(file, size), 64 * 1024)  # type: ignore[return-value]
