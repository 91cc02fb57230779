"""Promises that only the database can keep: whose rows these are, and what may never change.

Migration operations for both databases. On PostgreSQL row-level security is FORCEd, so that the tables' owner obeys it too.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

# Inside a SELECT, so that PostgreSQL asks once a statement and not once a row.
AGENCY_NOW = "(SELECT nullif(current_setting('handrail.agency', true), '')::uuid)"
LOGIN_NOW = "(SELECT nullif(current_setting('handrail.login', true), '')::uuid)"
OF_THIS_AGENCY = f"agency_id = {AGENCY_NOW}"


class WallOffByAgency(Operation):
    """PostgreSQL shows and takes only rows of the agency the transaction was told of. On SQLite there is no such wall.

    `seen` widens what may be read; writing always asks for `kept`.
    """

    reversible = True

    def __init__(self, table: str, kept: str = OF_THIS_AGENCY, seen: str = "") -> None:
        self.table, self.kept, self.seen = table, kept, seen

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing that Django's models know of changes."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        schema_editor.execute(f"ALTER TABLE {self.table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {self.table} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY own_agency ON {self.table} USING ({self.kept}) WITH CHECK ({self.kept})")
        if self.seen:
            schema_editor.execute(f"CREATE POLICY also_seen ON {self.table} FOR SELECT USING ({self.seen})")

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        schema_editor.execute(f"DROP POLICY IF EXISTS also_seen ON {self.table}")
        schema_editor.execute(f"DROP POLICY own_agency ON {self.table}")
        schema_editor.execute(f"ALTER TABLE {self.table} NO FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {self.table} DISABLE ROW LEVEL SECURITY")

    def describe(self) -> str:
        return f"Rows of {self.table} are reached by their own agency only"


class NeverChanged(Operation):
    """Rows are added and read, never updated or deleted: triggers on both databases refuse it."""

    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing that Django's models know of changes."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        said = f"{self.table} is never changed"
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE FUNCTION {self.table}_never_changed() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{said}' USING ERRCODE = 'restrict_violation'; END $$"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {self.table}_never_changed BEFORE UPDATE OR DELETE ON {self.table} "
                f"FOR EACH ROW EXECUTE FUNCTION {self.table}_never_changed()"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {self.table}_never_emptied BEFORE TRUNCATE ON {self.table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {self.table}_never_changed()"
            )
            return
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {self.table}_never_{verb.lower()} BEFORE {verb} ON {self.table} "
                f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {self.table}_never_changed ON {self.table}")
            schema_editor.execute(f"DROP TRIGGER {self.table}_never_emptied ON {self.table}")
            schema_editor.execute(f"DROP FUNCTION {self.table}_never_changed()")
            return
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {self.table}_never_{verb}")

    def describe(self) -> str:
        return f"Rows of {self.table} are never changed"


class LockedOnceSigned(Operation):
    """Rows may be written until they are signed; from then on they are refused any change, to the app's own role too.

    `signed` and `refuses_new` are SQL conditions that name the row as `{row}`. The first closes change and deletion, of the row
    as it was and as it would become; the second closes adding. A migration that rebuilds the table on SQLite loses these triggers
    with it: say this operation again after it.
    """

    reversible = True

    def __init__(self, table: str, signed: str, refuses_new: str = "") -> None:
        self.table, self.signed, self.refuses_new = table, signed, refuses_new

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing that Django's models know of changes."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        for statement in self._on_postgresql() if schema_editor.connection.vendor == "postgresql" else self._on_sqlite():
            schema_editor.execute(statement)

    def _on_postgresql(self) -> list[str]:
        no = f"RAISE EXCEPTION '{self._said()}' USING ERRCODE = 'restrict_violation'; END IF;"
        was, becomes = self.signed.format(row="OLD"), self.signed.format(row="NEW")
        checks = f"IF TG_OP = 'TRUNCATE' THEN {no} "
        if self.refuses_new:
            checks += f"IF TG_OP = 'INSERT' THEN IF {self.refuses_new.format(row='NEW')} THEN {no} RETURN NEW; END IF; "
        checks += f"IF {was} THEN {no} IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; IF {becomes} THEN {no} RETURN NEW;"
        verbs = "INSERT OR UPDATE OR DELETE" if self.refuses_new else "UPDATE OR DELETE"
        name = f"{self.table}_locked"
        return [
            # By index, whatever was counted: a plan made while the tables were empty is kept as long as the connection is.
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$ BEGIN {checks} END $$",
            f"CREATE TRIGGER {name} BEFORE {verbs} ON {self.table} FOR EACH ROW EXECUTE FUNCTION {name}()",
            f"CREATE TRIGGER {name}_full BEFORE TRUNCATE ON {self.table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
        ]

    def _on_sqlite(self) -> list[str]:
        return [
            f"CREATE TRIGGER {self.table}_locked_{verb.lower()} BEFORE {verb} ON {self.table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{self._said()}'); END"
            for verb, when in self._sqlite_verbs().items()
        ]

    def _sqlite_verbs(self) -> dict[str, str]:
        was, becomes = self.signed.format(row="OLD"), self.signed.format(row="NEW")
        verbs = {"UPDATE": f"{was} OR {becomes}", "DELETE": was}
        return verbs | ({"INSERT": self.refuses_new.format(row="NEW")} if self.refuses_new else {})

    def _said(self) -> str:
        return f"{self.table} is locked once it is signed"

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {self.table}_locked ON {self.table}")
            schema_editor.execute(f"DROP TRIGGER {self.table}_locked_full ON {self.table}")
            schema_editor.execute(f"DROP FUNCTION {self.table}_locked()")
            return
        for verb in self._sqlite_verbs():
            schema_editor.execute(f"DROP TRIGGER {self.table}_locked_{verb.lower()}")

    def describe(self) -> str:
        return f"Rows of {self.table} are locked once they are signed"
