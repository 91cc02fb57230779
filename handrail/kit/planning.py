"""What the database knows of its own tables when it plans how to answer."""

from django.db import connection


def count_anew() -> None:
    """Let the database look at what its tables hold now.

    It does so by itself after a while; right after many rows came at once, plans made for empty tables can take minutes.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
