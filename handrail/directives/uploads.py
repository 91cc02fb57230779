"""A scan on its way in: held in memory while it is looked at, at most ten megabytes, and never on a disk in plain text."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers, StopUpload

from handrail.directives.scans import MOST_BYTES

TAKES_SCANS = "directives:scan_add"
ROOM = 64 * 1024
"""For the rest of the form."""


class Looked(FileUploadHandler):
    """Takes the file of the one page that asks for a scan, and leaves every other to whoever comes next."""

    held: io.BytesIO | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to hold it."""
        super().new_file(*args, **kwargs)
        self.held = None
        request: Any = self.request
        match = getattr(request, "resolver_match", None)
        if match is None or match.view_name != TAKES_SCANS or getattr(request, "staff", None) is None:
            return
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if length > MOST_BYTES + ROOM:
            request.scan_too_large = True
            raise StopUpload(connection_reset=length > 4 * MOST_BYTES)
        self.held = io.BytesIO()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Hold it, or hand it on."""
        if self.held is None:
            return raw_data
        self.held.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """All of it. Its name is forgotten."""
        if self.held is None:
            return None
        held, self.held = self.held, None
        held.seek(0)
        return InMemoryUploadedFile(held, self.field_name, "scan", self.content_type, file_size, self.charset)
