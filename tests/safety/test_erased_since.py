"""An old backup brings nobody back whom a newer copy of the vault or a colleague knows as erased; else that is said."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kit.filepages import pages
from kit.people import person
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop import paths
from gvi_desktop.cli.main import main
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import (
    checking,
    contacts,
    erasing,
    erasure,
    history,
    identity,
    receiving,
    rescue,
    restoring,
    sending,
    tasks,
    users,
)
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, mending
from gvi_desktop.storage.witness import Again


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "state").mkdir()
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "state")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "vaults" / "a.gvi", clock=SettableClock())
    yield workspace
    workspace.close()


def grown(office: Workspace) -> tuple[str, Path]:
    """Somebody who is named elsewhere, a backup with them, and their erasure after it."""
    who = person(office, "Xyzzy", "Kvastsson")
    office.write(tasks.add, TaskDraft(title="Ring Xyzzy Kvastsson", due_on=date(2026, 12, 1)))
    office.write(lambda unit: unit.add(Group, GroupDraft(name="Norr", note="Kvastsson leder")))
    made = office.back_up()
    office.clock.move(minutes=1)  # type: ignore[attr-defined]
    office.write(erasure.erase, [who], "tiden ute")
    return who, made


def nowhere(restored: Workspace) -> None:
    assert restored.read(lambda unit: unit.count(Person)) == 0
    assert [one.title for one in restored.read(lambda unit: unit.find(Task))] == ["Ring [gallrad person]"]
    for where, content in pages(restored.folder, restored.key):
        assert b"kvastsson" not in content.lower(), where
    assert restored.read(history.verify) == []
    assert all(one.ok for one in checking.check(restored).values())


def test_who_was_erased_since_the_backup_is_erased_again_and_that_is_said(office: Workspace, tmp_path: Path) -> None:
    _, made = grown(office)
    office.close()
    before = {one.name: one.read_bytes() for one in office.folder.iterdir() if one.is_file()}
    restored = restoring.restore(made, tmp_path / "again.gvi", None, PASSPHRASE, SettableClock())
    assert restored.again == Again(asked=True, people=1)
    nowhere(restored)
    restored.close()
    assert {one.name: one.read_bytes() for one in office.folder.iterdir() if one.is_file()} == before
    assert not list(tmp_path.glob("*.part"))


def test_a_newer_copy_that_lies_beside_is_asked_too(office: Workspace, tmp_path: Path) -> None:
    _, made = grown(office)
    office.close()
    away = shutil.copy(made, tmp_path / "stick.gvibackup")
    restored = restoring.restore(away, office.folder.parent / "again.gvi", None, PASSPHRASE, SettableClock())
    assert restored.again == Again(asked=True, people=1)
    restored.close()


@pytest.mark.parametrize("why", ["gone", "another passphrase", "in use", "another vault"])
def test_where_no_newer_copy_can_be_asked_it_is_said(office: Workspace, tmp_path: Path, why: str) -> None:
    who, made = grown(office)
    away = Path(shutil.copy(made, tmp_path / "stick.gvibackup"))
    if why == "another passphrase":
        users.change_passphrase(office, PASSPHRASE, "en helt annan fras 42")
    if why != "in use":
        office.close()
    target = tmp_path / "new" / "again.gvi"
    if why == "another vault":
        new_vault(target.parent / "b.gvi").close()
    source = made if why in ("another passphrase", "in use") else away
    restored = restoring.restore(source, target, None, PASSPHRASE, SettableClock())
    assert restored.again == Again(asked=False)
    assert [one.id for one in restored.read(lambda unit: unit.find(Person))] == [who]
    restored.close()


@pytest.mark.parametrize("hurt", [files.DATABASE, files.KEYS])
def test_a_damaged_vault_still_tells_whom_it_had_erased(office: Workspace, hurt: str) -> None:
    _, made = grown(office)
    office.close()
    content = bytearray((office.folder / hurt).read_bytes())
    content[300] ^= 1
    (office.folder / hurt).write_bytes(content)
    restored = rescue.restore_beside(made, office.folder, None, PASSPHRASE, SettableClock())
    assert restored.again == Again(asked=True, people=1, whole=hurt == files.KEYS)
    nowhere(restored)
    restored.close()
    assert (office.folder / hurt).read_bytes() == bytes(content)


def test_without_room_to_ask_nothing_is_restored(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, made = grown(office)
    office.close()

    def full(_source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(mending, "copy", full)
    with pytest.raises(VaultError, match="disk_full"):
        restoring.restore(made, tmp_path / "again.gvi", None, PASSPHRASE, SettableClock())
    assert not (tmp_path / "again.gvi").exists() and not list(tmp_path.glob("*.part"))


def test_what_a_colleague_knows_of_erasures_comes_back_with_the_next_bundle(office: Workspace, tmp_path: Path) -> None:
    clock = office.clock
    there = new_vault(tmp_path / "there" / "b.gvi", user="Bo", office="GVI Örebro söder", clock=clock)
    for at, other in ((office, there), (there, office)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)

    def carry(sender: Workspace, receiver: Workspace) -> None:
        clock.move(minutes=1)  # type: ignore[attr-defined]
        (contact,) = sender.read(contacts.listed)
        path = sender.write(sending.export, sending.Request((contact.id,)), tmp_path).path
        receiver.write(receiving.take_in, receiver.read(receiving.read, path))

    who = person(office, "Xyzzy", "Kvastsson")
    office.write(tasks.add, TaskDraft(title="Ring Xyzzy Kvastsson", due_on=date(2026, 12, 1)))
    carry(office, there)
    saved = office.back_up(tmp_path / "saved.gvibackup")
    clock.move(minutes=1)  # type: ignore[attr-defined]
    office.write(erasure.erase, [who], "tiden ute")
    carry(office, there)
    assert there.read(lambda unit: unit.count(Person)) == 0
    office.close()
    shutil.rmtree(office.folder)
    restored = restoring.restore(saved, tmp_path / "again.gvi", None, PASSPHRASE, clock)
    assert restored.again == Again(asked=False) and restored.read(lambda unit: unit.count(Person)) == 1
    carry(restored, there)
    assert there.read(lambda unit: unit.count(Person)) == 0
    carry(there, restored)
    nowhere(restored)
    restored.close()
    there.close()


def test_the_command_line_says_it(office: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, made = grown(office)
    erasing.preview(office, [])
    office.close()
    (tmp_path / "right").write_text(PASSPHRASE, encoding="utf-8")
    phrase = ["--passphrase-file", str(tmp_path / "right")]
    assert main(["vault", "restore", str(made), str(tmp_path / "again.gvi"), *phrase]) == 0
    assert "1 people who had been erased" in capsys.readouterr().err
    (tmp_path / "stick").mkdir()
    lone = Path(shutil.copy(made, tmp_path / "stick" / "a.gvibackup"))
    assert main(["vault", "restore", str(lone), str(tmp_path / "new" / "c.gvi"), *phrase]) == 0
    assert "those people are back" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["keys are a pipe", "keys have no end", "the file is a pipe", "the lock is a link"])
def test_a_hostile_folder_beside_neither_holds_up_a_restore_nor_harms_anything(
    office: Workspace, tmp_path: Path, what: str
) -> None:
    _, made = grown(office)
    office.close()
    backup, precious = tmp_path / "stick" / made.name, tmp_path / "precious.txt"
    beside = backup.parent / "beside.gvi"
    beside.mkdir(parents=True)
    shutil.copy(made, backup)
    shutil.copy(office.folder / files.KEYS, beside)
    (beside / files.DATABASE).write_bytes(b"x" * 8192)
    precious.write_text("mine")
    if what == "keys are a pipe":
        (beside / files.KEYS).unlink()
        os.mkfifo(beside / files.KEYS)
    elif what == "keys have no end":
        (beside / files.KEYS).unlink()
        (beside / files.KEYS).symlink_to("/dev/zero")
    elif what == "the file is a pipe":
        (beside / files.DATABASE).unlink()
        os.mkfifo(beside / files.DATABASE)
    else:
        (beside / files.LOCK).symlink_to(precious)
    restored = restoring.restore(backup, tmp_path / "again.gvi", None, PASSPHRASE, SettableClock())
    assert restored.again is not None and not restored.again.asked
    assert restored.read(lambda unit: unit.count(Person)) == 1
    assert precious.read_text() == "mine"
    restored.close()
