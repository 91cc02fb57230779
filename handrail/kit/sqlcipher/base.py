"""Django's own SQLite backend on the sqlcipher3 driver: the key first, then WAL and FULL.

WAL with synchronous=NORMAL loses answered writes when the power goes; FULL does not (docs/decisions/0007).
"""

import datetime
import decimal
import threading
import time
from collections import deque
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base as django_sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from django.db.backends.sqlite3.features import DatabaseFeatures
from django.db.backends.sqlite3.operations import DatabaseOperations
from django.db.backends.sqlite3.schema import DatabaseSchemaEditor
from django.db.utils import OperationalError
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database  # noqa: N812 - Django looks for this name

KEPT_IN_MEMORY = 5 * 512
"""So many KiB of the database each connection keeps deciphered: what one page reads, with room. With more, lists are a little
faster and every web process larger by it twice; all of it is forgotten whenever another connection has written."""
UNDERSTOOD = 400
"""So many texts each connection keeps understood: a long question takes as long to be understood as to be answered. The driver
would keep 128, fewer than all pages have."""
LOOKS_AGAIN = 0.003
"""Seconds after which a writer looks whether the one before is done."""


def _decoded(parse: Any) -> Any:
    return lambda raw: parse(raw.decode())


# What Django registers on the standard driver, said once more to this one.
Database.register_converter("bool", b"1".__eq__)
Database.register_converter("date", _decoded(parse_date))
Database.register_converter("time", _decoded(parse_time))
Database.register_converter("datetime", _decoded(parse_datetime))
Database.register_converter("timestamp", _decoded(parse_datetime))
Database.register_adapter(datetime.date, datetime.date.isoformat)
Database.register_adapter(datetime.datetime, lambda moment: moment.isoformat(" "))
Database.register_adapter(decimal.Decimal, str)
# Keys as their 16 bytes, where Django would write 32 letters: every row has several, and every index of theirs is half as large.
Database.register_adapter(UUID, attrgetter("bytes"))


class WrongKey(ImproperlyConfigured):
    """The key does not open this database. Nothing was touched."""


def key_opens(path: Path, key: str) -> bool:
    """Whether the key opens the file, found out without touching it.

    An ordinary connection under the wrong key would still, when it closes, fold a left-behind -wal into the file. `immutable`
    reads the first page only. A program at work may be writing that page just now, hence more than one look.
    """
    for _look in range(5):
        connection = Database.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
        try:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("SELECT count(*) FROM sqlite_master")
            return True
        except Database.DatabaseError:
            time.sleep(0.02)
        finally:
            connection.close()
    return False


class Turns:
    """First come, first served among the writers of one process; SQLite's own waiting is unfair."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._holder: int | None = None
        self._waiting: deque[tuple[int, threading.Event]] = deque()

    def take(self, who: int) -> None:
        with self._guard:
            if self._holder is None or self._holder == who:
                self._holder = who
                return
            mine = threading.Event()
            self._waiting.append((who, mine))
        mine.wait()

    def give_back(self, who: int) -> None:
        with self._guard:
            if self._holder != who:
                return
            self._holder = None
            if self._waiting:
                self._holder, mine = self._waiting.popleft()
                mine.set()


_turns: dict[str, Turns] = {}


class Connection(Database.Connection):
    """Counts the texts it was asked.

    Once the driver keeps as many as it may, it drops the one that was asked least: each new text makes room by the one before it,
    and the questions of a page that comes late would be understood anew every time, for as long as the connection lives.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.texts: set[str] = set()


class Cursor(Database.Cursor):
    """Translates Django's placeholders, as Django's own SQLite cursor does."""

    convert_query = django_sqlite.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        if len(self.connection.texts) <= UNDERSTOOD:
            self.connection.texts.add(query)
        if params is None:
            return super().execute(query)
        if hasattr(params, "keys"):
            return super().execute(self.convert_query(query, param_names=list(params)), params)
        return super().execute(_with_question_marks(query), params)

    def executemany(self, query: str, param_list: Any) -> Any:
        rows = iter(param_list)
        first = next(rows, None)
        if first is None:
            return self
        names = list(first) if hasattr(first, "keys") else None
        return super().executemany(self.convert_query(query, param_names=names), [first, *rows])


@lru_cache(maxsize=1024)
def _with_question_marks(query: str) -> str:
    """The same texts come again and again (`kit.questions`)."""
    return str(Cursor.convert_query(None, query))  # type: ignore[arg-type]


class Features(DatabaseFeatures):
    """Keys need no translation on their way in."""

    has_native_uuid_field = True


@lru_cache(maxsize=4096)
def _key(raw: bytes) -> UUID:
    """The keys of one page come several times over: of the person, their program, their peer."""
    return UUID(bytes=raw)


class Operations(DatabaseOperations):
    """Keys come back from their bytes."""

    def convert_uuidfield_value(self, value: bytes | None, _expression: Any, _connection: Any) -> UUID | None:
        return None if value is None else _key(value)


class SchemaEditor(DatabaseSchemaEditor):
    """A key may be a column's default."""

    def quote_value(self, value: Any) -> Any:
        return super().quote_value(value.bytes if isinstance(value, UUID) else value)


class DatabaseWrapper(django_sqlite.DatabaseWrapper):
    """One encrypted file. `OPTIONS["cipher_key"]` is the raw key: 64 hexadecimal digits, never a passphrase."""

    Database = Database
    features_class = Features
    ops_class = Operations
    SchemaEditorClass = SchemaEditor
    data_types = django_sqlite.DatabaseWrapper.data_types | {"UUIDField": "blob"}
    _cipher_key = ""

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params() | {"factory": Connection, "cached_statements": UNDERSTOOD}
        self._cipher_key = params.pop("cipher_key")
        trouble = params.pop("key_trouble", "")
        if not self._cipher_key:
            raise WrongKey(trouble or "There is no key for the database.")
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        path = Path(str(self.settings_dict["NAME"]))
        if path.is_file() and path.stat().st_size and not key_opens(path, self._cipher_key):
            raise WrongKey("The key does not open this database. Nothing was changed.")
        connection = Database.connect(**conn_params)
        try:
            self._open(connection)
        except Database.DatabaseError as error:
            connection.close()
            # "file is not a database" is all SQLCipher can know: the wrong key, or no Handrail database.
            if "not a database" not in str(error):
                raise
            raise WrongKey("The key does not open this database. Nothing was changed.") from error
        register_functions(connection)
        return connection

    def _open(self, connection: Any) -> None:
        connection.execute(f"PRAGMA key = \"x'{self._cipher_key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master")  # a wrong key fails here, before anything is touched
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")  # no temporary file ever holds plain text
        connection.execute(f"PRAGMA cache_size = -{KEPT_IN_MEMORY}")  # in KiB: a page read again need not be deciphered again
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")  # else REPLACE deletes a row past the triggers that refuse it

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)

    def savepoint(self) -> str | None:
        """Named by how deep it lies. Django counts on, and each name would be one more text to be understood."""
        self.savepoint_state = len(self.savepoint_ids)
        return super().savepoint()

    def close_if_unusable_or_obsolete(self) -> None:
        """Before and after a request. A connection that understood all it can begins anew."""
        if self.connection is not None and not self.in_atomic_block and len(self.connection.texts) > UNDERSTOOD:
            self.close()
        super().close_if_unusable_or_obsolete()

    # Writers take turns.

    @property
    def _turn(self) -> Turns:
        return _turns.setdefault(str(self.settings_dict["NAME"]), Turns())

    def _start_transaction_under_autocommit(self) -> None:
        self._turn.take(id(self))
        try:
            self._wait_for_other_processes()
        except BaseException:
            self._turn.give_back(id(self))
            raise

    def _wait_for_other_processes(self) -> None:
        """Begin as soon as nobody else writes.

        SQLite would look again after a tenth of a second; who writes much, such as an import, would be there before it every time.
        """
        patience = self.settings_dict["OPTIONS"]["timeout"]
        until = time.monotonic() + patience
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    super()._start_transaction_under_autocommit()  # type: ignore[misc]
                    return
                except OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > until:
                        raise
                time.sleep(LOOKS_AGAIN)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {round(1000 * patience)}")

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._turn.give_back(id(self))

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._turn.give_back(id(self))

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._turn.give_back(id(self))
