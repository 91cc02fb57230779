"""From a file to what it tells: a record at a time, in bounded memory, whatever the file is."""

from handrail.exchange.readers.troubles import Unreadable

__all__ = ["Unreadable"]
