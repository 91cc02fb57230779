"""`handrail restore`: whole or not at all, and never over anything."""

import io
import shutil
import tarfile

import pyrage
import pytest

from tests.commands.installed import Home


@pytest.fixture
def nowhere(tmp_path):
    """Where restored installations are to go; nothing is there yet."""
    return Home(tmp_path / "restored")


def test_restore_brings_everything_back(original, sealed, nowhere):
    backup, key = sealed

    said = nowhere.run("restore", backup, "--into", nowhere.path, "--identity", key)

    assert "50 lines of the record proved" in said
    assert nowhere.rows() == original.rows()
    assert (nowhere.path / "data/files/2026/a plan.bin").read_bytes() == b"\x00\x01" * 5000
    for name in ("keys/database.key", "keys/audit.key", "keys/session.key"):
        assert (nowhere.path / name).read_bytes() == (original.path / name).read_bytes()
    assert list((nowhere.path / "heads").iterdir())
    assert (nowhere.path / "handrail.env").read_text() == "HANDRAIL_REACH=here\nPORT=8123\n"
    assert [path for path in [nowhere.path, *nowhere.path.rglob("*")] if path.stat().st_mode & 0o077] == []
    assert nowhere.run("audit", "verify").count("all as they were written") == 2
    assert [path.name for path in nowhere.path.parent.iterdir()] == ["restored"]


def test_restore_with_a_passphrase(home, nowhere, words, tmp_path):
    home.run("backup", "--passphrase-file", words)
    (backup,) = home.backups
    (tmp_path / "wrong").write_text("a lantern beside the river bath\n")

    assert "with --passphrase-file" in nowhere.refuses("restore", backup, "--into", nowhere.path)
    refused = nowhere.refuses("restore", backup, "--into", nowhere.path, "--passphrase-file", tmp_path / "wrong")
    assert "does not open this backup" in refused
    assert not nowhere.path.exists()

    nowhere.run("restore", backup, "--into", nowhere.path, "--passphrase-file", words)
    assert nowhere.rows() == home.rows()


def test_restore_refuses_a_wrong_recovery_key(sealed, nowhere, tmp_path):
    (tmp_path / "other").write_text(str(pyrage.x25519.Identity.generate()))
    (tmp_path / "letter").write_text("Dear Ana,")

    assert "name a file that holds it with --identity" in nowhere.refuses("restore", sealed[0], "--into", nowhere.path)
    for name, sentence in (("other", "does not open this backup"), ("letter", "no recovery key in what you gave")):
        assert sentence in nowhere.refuses("restore", sealed[0], "--into", nowhere.path, "--identity", tmp_path / name)
    assert not nowhere.path.exists()


def test_restore_refuses_a_folder_that_holds_anything(home, sealed):
    backup, key = sealed
    before = home.everything()

    assert "is not empty" in home.refuses("restore", backup, "--into", home.path, "--identity", key)
    assert home.everything() == before


def test_restore_check_only_leaves_nothing(sealed, nowhere):
    backup, key = sealed

    assert "Nothing was restored" in nowhere.run("restore", backup, "--check-only", "--identity", key)
    assert list(nowhere.path.parent.iterdir()) == []


@pytest.mark.parametrize("where", [0.0, 0.0001, 0.001, 0.5, 0.999999])
def test_restore_finds_one_flipped_bit(sealed, nowhere, tmp_path, where):
    backup, key = sealed
    damaged = bytearray(backup.read_bytes())
    damaged[int(where * (len(damaged) - 1))] ^= 1
    copy = tmp_path / "copy.age"
    copy.write_bytes(damaged)

    nowhere.refuses("restore", copy, "--into", nowhere.path, "--identity", key)
    assert not nowhere.path.exists()


@pytest.mark.parametrize("lost", [1, 100, 70_000])
def test_restore_finds_a_backup_that_was_cut_short(sealed, nowhere, tmp_path, lost):
    backup, key = sealed
    copy = tmp_path / "copy.age"
    copy.write_bytes(backup.read_bytes()[:-lost])

    said = nowhere.refuses("restore", copy, "--into", nowhere.path, "--identity", key)

    assert "damaged or cut short" in said
    assert not nowhere.path.exists()


@pytest.mark.parametrize("name", ["handrail.db", "copy", "backup.age", "handrail.db-wal"])
def test_restore_recognises_a_copied_database_file(home, nowhere, tmp_path, name):
    shutil.copy(home.database, tmp_path / name)

    said = nowhere.refuses("restore", tmp_path / name, "--into", nowhere.path)

    assert "a copied database file is not a backup" in said
    assert "run `handrail backup`" in said


def test_restore_recognises_other_things(home, nowhere, tmp_path):
    (tmp_path / "plain").write_bytes(b"SQLite format 3\0" + bytes(4080))
    (tmp_path / "letter").write_text("Dear Ana,")
    (tmp_path / "nothing").touch()

    assert "plain SQLite database" in nowhere.refuses("restore", tmp_path / "plain", "--into", nowhere.path)
    assert "is not a Handrail backup" in nowhere.refuses("restore", tmp_path / "letter", "--into", nowhere.path)
    assert "is empty" in nowhere.refuses("restore", tmp_path / "nothing", "--into", nowhere.path)
    assert "is a folder" in nowhere.refuses("restore", home.path, "--into", nowhere.path)
    assert "There is no file" in nowhere.refuses("restore", tmp_path / "gone", "--into", nowhere.path)


def resealed(sealed, tmp_path, change):
    """The backup with something inside it changed, sealed again: what somebody who has the key could hand over."""
    backup, key = sealed
    identity = pyrage.x25519.Identity.from_str(key.read_text().splitlines()[1])
    plain = pyrage.decrypt(backup.read_bytes(), [identity])
    members = []
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        for entry in tar:
            members.append((entry, tar.extractfile(entry).read()))
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for entry, body in change(members):
            entry.size = len(body)
            tar.addfile(entry, io.BytesIO(body))
    path = tmp_path / "changed.age"
    path.write_bytes(pyrage.encrypt(out.getvalue(), [identity.to_public()]))
    return path


def renamed(name):
    """One member, and its line in the manifest, under another name."""

    def change(members):
        for entry, body in members:
            if entry.name == "manifest.json":
                body = body.replace(b"data/files/2026/a plan.bin", name.encode())
            elif entry.name == "data/files/2026/a plan.bin":
                entry.name = name
            yield entry, body

    return change


def symlinked(members):
    for entry, body in members:
        if entry.name == "data/files/2026/a plan.bin":
            entry.type, entry.linkname, body = tarfile.SYMTYPE, "/etc/passwd", b""
        yield entry, body


def with_a_stowaway(members):
    yield from members
    yield tarfile.TarInfo("data/files/stowaway"), b"hello"


def with_other_keys(members):
    for entry, body in members:
        yield entry, (b"ab" * 32 + b"\n" if entry.name == "keys/database.key" else body)


@pytest.mark.parametrize(
    "change",
    [
        renamed("../outside"),
        renamed("/tmp/outside-of-handrail"),
        renamed("data/files/../../../outside"),
        renamed("data/files/./outside"),
        renamed("keys/other.key"),
        symlinked,
        with_a_stowaway,
        with_other_keys,
        lambda members: [member for member in members if member[0].name != "data/files/2026/a plan.bin"],
        lambda members: members[1:],
    ],
)
def test_restore_refuses_what_no_backup_of_ours_holds(sealed, nowhere, tmp_path, change):
    backup, key = sealed
    changed = resealed(sealed, tmp_path, change)

    said = nowhere.refuses("restore", changed, "--into", nowhere.path, "--identity", key)

    assert "damaged" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changed.age"]


def test_restore_refuses_a_backup_of_a_newer_version(sealed, nowhere, tmp_path):
    def later(members):
        for entry, body in members:
            yield entry, (body.replace(b'"version": "0.', b'"version": "99.') if entry.name == "manifest.json" else body)

    said = nowhere.refuses("restore", resealed(sealed, tmp_path, later), "--into", nowhere.path, "--identity", sealed[1])

    assert "is newer than this one" in said
    assert not nowhere.path.exists()
