"""A PostgreSQL cluster for the length of a test run: own folder, own socket, no network, not root."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

PLACES = ("/usr/lib/postgresql", "/usr/pgsql")
PORT = 5432
ROLE = "handrail"
OWNER = "boss"


def find_programs() -> Path | None:
    """Where initdb and postgres lie, the newest version first; None when there is no server on this computer."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = [path.parent for place in PLACES for path in Path(place).glob("*/bin/initdb")]
    return max(found, key=lambda folder: int(folder.parent.name.split(".")[0]), default=None)


class Cluster:
    """Started once for a run. The app's role is neither superuser nor exempt from row-level security."""

    settings = "-c fsync=off"

    def __init__(self, programs: Path, home: Path) -> None:
        self.programs, self.folder = programs, home / "pg"

    def start(self) -> None:
        self.folder.mkdir()
        if os.geteuid() == 0:
            self.folder.parent.chmod(0o711)
            account = pwd.getpwnam(self._account)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        settings = (
            f"-k {self.folder} -c listen_addresses='' -p {PORT} {self.settings} -c max_connections=60 -c log_min_messages=panic"
        )
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-o", settings, "-l", str(self.folder / "log"), "-w", "start")
        self._sql(f"CREATE ROLE {ROLE} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def url(self, database: str) -> str:
        """As the app's own role."""
        return f"postgresql://{ROLE}@{quote(str(self.folder), safe='')}:{PORT}/{database}"

    @property
    def _account(self) -> str:
        """PostgreSQL refuses to run as root: its own account where Debian made one, else nobody."""
        names = {entry.pw_name for entry in pwd.getpwall()}
        return "postgres" if "postgres" in names else "nobody"

    def _run(self, program: str, *words: str) -> None:
        who = {"user": self._account} if os.geteuid() == 0 else {}
        done = subprocess.run(
            [str(self.programs / program), *words], capture_output=True, text=True, check=False, cwd=str(self.folder), **who
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")

    def _sql(self, statement: str) -> None:
        self._run("psql", "-h", str(self.folder), "-p", str(PORT), "-U", OWNER, "-d", "postgres", "-qc", statement)
