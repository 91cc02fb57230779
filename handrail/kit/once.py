"""What the database takes only once, also from two who send it at the same moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from handrail.kit.errors import AlreadySo


@contextmanager
def once(otherwise: type[Exception] = AlreadySo, *, alone: bool = True) -> Iterator[None]:
    """Write inside it. Whoever comes second hears `otherwise`: that it is so already, or that a key or a name is taken.

    Not `alone`: the transaction around fails with it, which spares two questions where nobody goes on in it.
    """
    try:
        with transaction.atomic(savepoint=alone):
            yield
    except IntegrityError as there:
        raise otherwise from there
