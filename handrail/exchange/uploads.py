"""A file that is sent never lies anywhere in plain text: chunk by chunk it is sealed and kept, and memory holds one chunk."""

from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest
from django.utils import timezone

from handrail.accounts.middleware import has_second_factor
from handrail.accounts.models import Staff
from handrail.exchange import queries
from handrail.exchange.actions import forget_broken_off, forget_unless_taken
from handrail.exchange.readers.source import Keeping
from handrail.exchange.rules import may_import
from handrail.kit.ids import new_id
from handrail.kit.tenancy import as_agency

MOST_BYTES = 200 * 1024 * 1024
MOST_WAITING = 3 * MOST_BYTES
"""Of one supervisor: files that are here and not taken over yet."""
MOST_WAITING_OF_ALL = 10 * MOST_BYTES
"""Of one agency."""
BROKEN_OFF = timedelta(hours=1)
"""So long after its last piece a file that no import was made of is not on its way any more."""
TAKES_FILES = "exchange:import_begin"


class SentFile(UploadedFile):
    """A file as the page's form sees it: under which key it is kept, and how long it is. Its name is not kept."""

    def __init__(self, agency_id: UUID, key: UUID, size: int) -> None:
        super().__init__(file=None, name="file", size=size)
        self.agency_id, self.key = agency_id, key

    def close(self) -> None:
        """The answer is on its way. A file that no import took by then is forgotten, whatever the reason."""
        with as_agency(self.agency_id):
            forget_unless_taken(self.key)


class Sealed(FileUploadHandler):
    """The only way a file comes in, and only on the page that asks for one, from somebody who may bring it."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to keep it, or leave it where it is."""
        super().new_file(*args, **kwargs)
        request: Any = self.request
        if not _may_send(request):
            raise SkipFile
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if length > MOST_BYTES:
            request.file_not_kept = "too_big"
            raise StopUpload(connection_reset=length > 4 * MOST_BYTES)
        if _too_many(request.staff, length):
            request.file_not_kept = "too_many_files"
            raise StopUpload(connection_reset=False)
        self.keeping = Keeping(request.staff, new_id())

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal it and keep it."""
        self.keeping.take(raw_data)

    def file_complete(self, file_size: int) -> SentFile | None:
        """All of it is kept; unless others came meanwhile, and together they are too many."""
        size, request = self.keeping.end(), cast(Any, self.request)
        if _too_many(request.staff):
            request.file_not_kept = "too_many_files"
            forget_unless_taken(self.keeping.file)
            return None
        return SentFile(request.staff.agency_id, self.keeping.file, size)


def _too_many(staff: Staff, more: int = 0) -> bool:
    """Whether they may send so much more; what they began to send, and what broke off, does not stand in their way for long."""
    return _are_too_many(staff, more) and (
        not forget_broken_off(staff, timezone.now() - BROKEN_OFF) or _are_too_many(staff, more)
    )


def _are_too_many(staff: Staff, more: int) -> bool:
    own, of_all = queries.bytes_waiting(staff)
    return own + more > MOST_WAITING or of_all + more > MOST_WAITING_OF_ALL


def _may_send(request: HttpRequest) -> bool:
    """A form is read before its page is asked, so all that the page asks for is asked for here as well."""
    staff, match = getattr(request, "staff", None), request.resolver_match
    if staff is None or match is None or match.view_name != TAKES_FILES:
        return False
    return bool(may_import(staff)) and has_second_factor(request)
