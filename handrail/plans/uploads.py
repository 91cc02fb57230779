"""A scan as it is sent: held in memory while it is looked through, never on a disk, and only where a page asks for one."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers, StopUpload

from handrail.accounts.roles import RUN_SUPPORT
from handrail.paper.taken_in import MOST_BYTES

WITH_THE_FORM = 64 * 1024
"""What the other fields of its form take at most."""
_pages = {"plans:paper_sign", "plans:scan_add"}


def takes_scans(page: str) -> None:
    """Let this page be sent a scan, in a field named `scan`. An app above says it for its own pages in its `apps.py`."""
    _pages.add(page)


class ScanSent(FileUploadHandler):
    """Stands before whatever takes other files: what is for a page of ours goes no further."""

    kept: BytesIO | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Hold it, leave it, or let the next one have it."""
        super().new_file(*args, **kwargs)
        self.kept = None
        request: Any = self.request
        if request.resolver_match is None or request.resolver_match.view_name not in _pages:
            return
        staff = getattr(request, "staff", None)
        if self.field_name != "scan" or staff is None or not staff.has(*RUN_SUPPORT):
            raise SkipFile
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if length > MOST_BYTES + WITH_THE_FORM:
            request.scan_too_large = True
            raise StopUpload(connection_reset=length > 4 * MOST_BYTES)
        self.kept = BytesIO()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Ours stays here."""
        if self.kept is None:
            return raw_data
        self.kept.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """Its name and what its sender called it are not kept."""
        if self.kept is None:
            return None
        size = self.kept.tell()
        self.kept.seek(0)
        return InMemoryUploadedFile(self.kept, "scan", "scan", "application/octet-stream", size, None)
