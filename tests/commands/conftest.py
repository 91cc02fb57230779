"""Installations to work on: one is made for the run, and every story gets a copy."""

import pytest

from handrail.kit.keys import make_keys
from tests.commands.installed import FILL, KEEP, MAKE, PASSPHRASE, Home


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    """Two agencies with a record of 25 lines each, whose ends were kept outside the database."""
    home = Home(tmp_path_factory.mktemp("original") / "home")
    home.path.mkdir(mode=0o700)
    make_keys(home.path / "keys")
    home.inside(MAKE + FILL + KEEP)
    (home.path / "data" / "handrail.db").chmod(0o600)
    return home


@pytest.fixture
def home(original, tmp_path):
    """A copy of it that this story may spoil."""
    return original.copied_to(tmp_path / "home")


@pytest.fixture
def words(tmp_path):
    """A file with the passphrase. Opening with one costs a second by design, so most stories use the recovery key."""
    path = tmp_path / "words"
    path.write_text(PASSPHRASE + "\n")
    return path


@pytest.fixture(scope="session")
def recovery_key(tmp_path_factory):
    """A file with the secret half of a recovery key, and its public half."""
    from handrail.project.commands.backups.sealing import new_recovery_key

    secret, public = new_recovery_key()
    path = tmp_path_factory.mktemp("safe") / "recovery-key"
    path.write_text(f"# for the safe\n{secret}\n")
    return path, public


@pytest.fixture(scope="session")
def sealed(original, recovery_key, tmp_path_factory):
    """A backup of the original with a file and settings, and the file with the key that opens it."""
    home = original.copied_to(tmp_path_factory.mktemp("sealed") / "home")
    folder = home.path / "data" / "files" / "2026"
    folder.mkdir()
    (folder / "a plan.bin").write_bytes(b"\x00\x01" * 5000)
    (home.path / "handrail.env").write_text("HANDRAIL_REACH=here\nPORT=8123\nHANDRAIL_DATABASE_URL=\n")
    home.run("backup", "--recipient", recovery_key[1])
    return home.backups[0], recovery_key[0]
