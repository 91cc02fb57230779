"""Two addresses for whoever watches over the server. They say yes or no, and nothing else, to anybody."""

import shutil
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handrail.jobs.queue import worker_seen

LEAST_FREE_BYTES = 200 * 1024 * 1024


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The web server answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Database, migrations, worker and disk are all well; or not, without saying which."""
    well = all(holds() for holds in CHECKS.values())
    return HttpResponse("ready\n" if well else "not ready\n", status=200 if well else 503, content_type="text/plain")


def database_answers() -> bool:
    """The database answers a question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone()[0] == 1)
    except DatabaseError:
        return False


def migrations_done() -> bool:
    """The tables are those of this version."""
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def worker_works() -> bool:
    """A worker was seen in the last minute and a half."""
    try:
        return worker_seen()
    except DatabaseError:
        return False


def disk_has_room() -> bool:
    """At least 200 MiB are free where the data lies."""
    folder = settings.PLACE.home
    return not folder.exists() or shutil.disk_usage(folder).free >= LEAST_FREE_BYTES


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_done,
    "worker": worker_works,
    "disk": disk_has_room,
}
