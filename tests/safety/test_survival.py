"""Faults that `make torture` found, each by itself: a damaged history, and a disk that is full at the wrong moment."""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.people import OTHER, OTHERS_PASSPHRASE
from kit.vaults import CHEAP, PASSPHRASE

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.user import Role
from gvi_desktop.services import checking, history, restoring, unlocking, users
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import engine, files

PAGE = 4096


def full(*_args: object, **_named: object) -> None:
    """Stands where something would be written."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextlib.contextmanager
def bent(office: Workspace, table: str) -> Iterator[Workspace]:
    """The vault with one bit turned in the first page of a table."""
    with office.engine.connect() as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        page = connection.exec_driver_sql(query, (table,)).scalar_one()
    office.close()
    with (office.folder / files.DATABASE).open("r+b") as file:
        file.seek((page - 1) * PAGE + 1000)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 16]))
    opened = unlocking.unlock(office.folder, None, PASSPHRASE)
    try:
        yield opened
    finally:
        opened.close()


def test_a_damaged_page_of_the_history_is_named_by_the_check(office: Workspace) -> None:
    with bent(office, "journal") as opened:
        found = checking.check(opened)
        assert not found["journal"].ok and not found["pages"].ok
        assert found["cipher"].ok and found["key_slots"].ok
        with pytest.raises(VaultError, match="vault_damaged"):
            opened.read(history.verify)


def test_a_new_passphrase_on_a_full_disk_is_told_and_the_old_one_opens(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(VaultError, match="disk_full"):
            users.change_passphrase(office, PASSPHRASE, "tre gula hundar", cost=CHEAP)
    office.close()
    unlocking.unlock(office.folder, None, PASSPHRASE).close()


def test_a_new_passphrase_that_cannot_be_entered_in_the_history_is_not_in_force(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(office, "write", full)
        with pytest.raises(VaultError, match="disk_full"):
            users.change_passphrase(office, PASSPHRASE, "tre gula hundar", cost=CHEAP)
    office.close()
    unlocking.unlock(office.folder, None, PASSPHRASE).close()
    assert sorted(path.name for path in office.folder.iterdir()) == ["keys.json", "lock", "vault.db"]


def test_a_recovery_on_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = AgencyKind.MUNICIPALITY
    new = unlocking.NewVault("GVI", "Örebro", "Örebro kommun", kind, "Minska våldet.", "Eva Lind", PASSPHRASE)
    made, words = unlocking.create(tmp_path / "b.gvi", new, cost=CHEAP)
    made.close()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(VaultError, match="disk_full"):
            unlocking.recover(tmp_path / "b.gvi", None, words, "tre gula hundar", cost=CHEAP)
    unlocking.unlock(tmp_path / "b.gvi", None, PASSPHRASE).close()


def test_a_restore_on_a_full_disk_is_told_and_leaves_nothing(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = office.back_up(tmp_path / "copy.gvibackup")
    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(VaultError, match="disk_full"):
        restoring.restore(made, tmp_path / "again.gvi", None, PASSPHRASE)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.gvi", "copy.gvibackup"]


def test_a_disk_without_room_is_not_told_as_a_broken_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = engine.sqlcipher.OperationalError("disk I/O error")
    for free, code in ((1000, "disk_full"), (10_000_000, "disk_error")):
        usage = (20_000_000, 20_000_000 - free, free)
        monkeypatch.setattr(shutil, "disk_usage", lambda _path, usage=usage: shutil._ntuple_diskusage(*usage))
        told = engine.fault_of(fault, tmp_path / files.DATABASE)
        assert told is not None and told.code == code


def test_who_cannot_be_taken_out_for_a_full_disk_can_be_later(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    users.add(office, OTHER, Role.STAFF, OTHERS_PASSPHRASE, cost=CHEAP)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(VaultError, match="disk_full"):
            users.remove(office, OTHER)
    users.remove(office, OTHER)
    office.close()
    assert [one.user for one in unlocking.slots(office.folder) if one.kind == "passphrase"] == ["Anna Ek"]
    unlocking.unlock(office.folder, None, PASSPHRASE).close()
