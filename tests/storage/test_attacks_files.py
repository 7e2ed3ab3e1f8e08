"""Hostile surroundings of the vault file: readers in the way, left-over files, no standard error, failing disks."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import restoring, unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, engine, files


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi")
    yield workspace
    workspace.close()


def names(office: Workspace) -> list[str]:
    return sorted(group.name for group in office.read(lambda unit: unit.find(Group)))


def add(office: Workspace, name: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name=name))).id


def test_a_backup_holds_what_was_saved_while_somebody_reads(office: Workspace, tmp_path: Path) -> None:
    add(office, "before")
    with office.engine.connect() as reader, reader.begin():
        reader.exec_driver_sql("SELECT count(*) FROM history").fetchone()
        add(office, "during")
        made = office.back_up(tmp_path / "copy.gvibackup")
    restored = restoring.restore(made, tmp_path / "again.gvi", None, PASSPHRASE)
    assert names(restored) == ["before", "during"]
    restored.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.gvi", "again.gvi", "copy.gvibackup"]


@pytest.mark.parametrize("name", ["100% å.gvi", "a?b#c.gvi", "två ord & 'citat'.gvi", 'a"b;c.gvi'])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    workspace = new_vault(tmp_path / name)
    add(workspace, "Oxhagen")
    made = workspace.back_up()
    workspace.close()
    restored = restoring.restore(made, tmp_path / ("igen " + name), None, PASSPHRASE)
    assert names(restored) == ["Oxhagen"]
    restored.close()


def test_a_folder_that_happens_to_lie_in_the_way_of_a_restore_stays(office: Workspace, tmp_path: Path) -> None:
    made = office.back_up(tmp_path / "copy.gvibackup")
    theirs = tmp_path / "again.gvi.part"
    theirs.mkdir()
    (theirs / "dear.txt").write_text("dear")
    restoring.restore(made, tmp_path / "again.gvi", None, PASSPHRASE).close()
    assert (theirs / "dear.txt").read_text() == "dear"


def test_a_vault_laid_out_from_a_backup_bears_its_mark_from_the_first_moment(office: Workspace, tmp_path: Path) -> None:
    made = office.back_up(tmp_path / "copy.gvibackup")
    backup.unpack(made, tmp_path / "again.gvi")  # and the program is killed here
    assert (tmp_path / "again.gvi" / files.RESTORED).exists()


def test_a_backup_onto_a_folder_or_into_the_vault_itself_is_refused(office: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    for target in (tmp_path / "stick", office.folder / files.DATABASE, office.folder / files.KEYS):
        with pytest.raises(VaultError, match="backup_target"):
            office.back_up(target)
    assert names(office) == []
    office.close()
    unlocking.unlock(office.folder, None, PASSPHRASE).close()


def test_a_file_that_is_no_backup_is_told(tmp_path: Path) -> None:
    stray = tmp_path / "x.gvibackup"
    for content in (b"", b"hello", bytes(10240)):
        stray.write_bytes(content)
        with pytest.raises(VaultError, match="backup_unreadable"):
            backup.unpack(stray, tmp_path / "y.gvi")
    with pytest.raises(VaultError, match="backup_unreadable"):
        backup.unpack(tmp_path, tmp_path / "y.gvi")
    assert not (tmp_path / "y.gvi").exists()


def test_a_backup_cut_short_is_told_and_leaves_nothing(office: Workspace, tmp_path: Path) -> None:
    made = office.back_up(tmp_path / "copy.gvibackup")
    whole = made.read_bytes()
    for size in (600, 20_000, len(whole) // 2):
        made.write_bytes(whole[:size])
        with pytest.raises(VaultError, match="backup_unreadable"):
            backup.unpack(made, tmp_path / "y.gvi")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.gvi", "copy.gvibackup"]


def test_a_backup_with_strange_members_is_refused(tmp_path: Path) -> None:
    made = tmp_path / "x.gvibackup"
    with tarfile.open(made, "w") as tar:
        for name in (files.DATABASE, files.KEYS, "../../evil"):
            tar.addfile(tarfile.TarInfo(name))
    with pytest.raises(VaultError, match="backup_unreadable"):
        backup.unpack(made, tmp_path / "y.gvi")


def test_backups_go_on_after_the_clock_was_wrong(tmp_path: Path) -> None:
    clock = SettableClock()
    workspace = new_vault(tmp_path / "a.gvi", clock=clock)
    clock.move(days=3650)
    far = workspace.back_up()
    clock.move(days=-3650)
    add(workspace, "A")
    assert workspace.back_up_if_due() is not None
    assert workspace.back_up_if_due() is None
    for _ in range(8):
        clock.move(hours=13)
        add(workspace, "B")
        made = workspace.back_up_if_due()
        assert made is not None
        assert made.exists()
    assert far.exists()
    workspace.close()


def test_a_program_without_standard_error_opens_the_vault(tmp_path: Path) -> None:
    new_vault(tmp_path / "a.gvi").close()
    code = (
        "import os, sys\n"
        "sys.stderr = None\n"
        "os.close(2)\n"
        "from pathlib import Path\n"
        "from gvi_desktop.services import unlocking\n"
        f"unlocking.unlock(Path(sys.argv[1]), None, {PASSPHRASE!r}).close()\n"
        "print('opened')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.gvi")], capture_output=True, text=True, check=False
    )
    assert done.stdout == "opened\n"


def test_faults_while_opening_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    path.touch()
    for text, code in (
        ("database is locked", "vault_busy"),
        ("database or disk is full", "disk_full"),
        ("disk I/O error", "disk_error"),
        ("unable to open database file", "no_permission"),
    ):
        told = engine.fault_of(sqlcipher.OperationalError(text), path)
        assert told is not None
        assert told.code == code


def test_a_file_locked_by_another_program_is_told_as_busy(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    key, path = bytes(bytearray(office.key)), office.folder / files.DATABASE  # its own is overwritten
    office.close()
    other = engine.connect(path, key)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(engine, "PATIENCE", 0.05)
    with pytest.raises(VaultError, match="vault_busy"):
        engine.connect(path, key)
    other.execute("ROLLBACK")
    other.close()


def test_a_folder_that_cannot_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):
            raise OSError(22, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    files.write_atomically(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"
