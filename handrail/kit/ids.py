"""Keys of rows. Whoever creates the row makes its key, the phone too, so that a repeated send is the same row."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUIDv7: unique anywhere, and in the order of time, so that indexes grow at one end."""
    return uuid7()
