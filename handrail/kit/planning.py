"""What the database knows of its own tables when it plans how to answer."""

from django.db import connection
from django.db.models import Model

ROWS_LOOKED_AT = 1000
"""On SQLite, for each index: enough to plan by, and soon done however long a table is."""


def count_anew(*models: type[Model]) -> None:
    """Let the database look at what these tables hold now; without any named, at all of them.

    It does so by itself after a while; right after many rows came at once, plans made for empty tables can take minutes.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        if not models:
            cursor.execute("ANALYZE")
        for model in models:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
