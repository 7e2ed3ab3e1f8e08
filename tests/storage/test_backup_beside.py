"""A backup is made beside whoever saves: nobody waits for it, and it holds the vault as it was at one moment."""

from __future__ import annotations

import random
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from kit.filepages import pages
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import checking, erasure, people, restoring
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, engine

LONG = 20
"""Seconds that nothing here takes, unless it waits for the backup."""
PIECE = 16 * 4096


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi", clock=SettableClock())
    yield workspace
    workspace.close()


def add(office: Workspace, name: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name=name, note="å" * 400))).id


def names(made: Path, folder: Path) -> list[str]:
    """Of the groups in a backup, which must be in order."""
    restored = restoring.restore(made, folder, None, PASSPHRASE)
    try:
        assert all(one.ok for one in checking.check(restored).values())
        return sorted(one.name for one in restored.read(lambda unit: unit.find(Group)))
    finally:
        restored.close()
        shutil.rmtree(folder)


def amid_copying(monkeypatch: pytest.MonkeyPatch, disturb: Callable[[], object]) -> None:
    """Copy in pieces, and do something between them."""

    def copied(source: Path, target: Path, length: int | None = None) -> None:
        with source.open("rb") as file, target.open("wb") as out:
            left = source.stat().st_size if length is None else length
            while piece := file.read(min(PIECE, left)):
                left -= out.write(piece)
                disturb()

    monkeypatch.setattr(backup, "_copy", copied)


def test_saving_goes_on_while_the_file_is_copied_and_proven(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, "before")
    going, waits = threading.Event(), threading.Event()
    proving = backup.proof.fold_in

    def slow(copy: Path, key: bytes) -> None:
        going.set()
        assert waits.wait(LONG)
        proving(copy, key)

    monkeypatch.setattr(backup.proof, "fold_in", slow)
    with ThreadPoolExecutor(2) as pool:
        made = pool.submit(office.back_up, tmp_path / "copy.gvibackup")
        assert going.wait(LONG)
        pool.submit(add, office, "during").result(LONG)
        waits.set()
        path = made.result(LONG)
    assert names(path, tmp_path / "again.gvi") == ["before"]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_saved_read_and_folded_in_meanwhile_it_is_the_vault_of_one_moment(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance, count = random.Random(seed), 0
    monkeypatch.setattr(engine, "CUT_PATIENCE", 0.01)
    with ExitStack() as readers, ThreadPoolExecutor(1) as other:

        def disturb() -> None:
            nonlocal count
            count += 1
            for _ in range(chance.randrange(3)):
                other.submit(add, office, f"during {count}").result(LONG)
            if chance.random() < 0.5:
                other.submit(engine.cut_log, office.engine).result(LONG)

        if chance.random() < 0.7:  # somebody who keeps the log from being folded in
            reader = readers.enter_context(office.engine.connect())
            reader.exec_driver_sql("SELECT count(*) FROM history").fetchone()
        for n in range(30):
            add(office, f"before {n:02}")
        amid_copying(monkeypatch, disturb)
        made = office.back_up(tmp_path / "copy.gvibackup")
    assert count > 3
    assert names(made, tmp_path / "again.gvi") == [f"before {n:02}" for n in range(30)]
    assert all(one.ok for one in checking.check(office).values())


def test_the_key_is_changed_when_the_backup_is_done(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, "before")
    going, waits = threading.Event(), threading.Event()
    packing = backup.packing.pack

    def slow(target: Path, members: dict[str, Path]) -> None:
        going.set()
        waits.wait(0.3)
        packing(target, members)

    monkeypatch.setattr(backup.packing, "pack", slow)
    with ThreadPoolExecutor(2) as pool:
        made = pool.submit(office.back_up, tmp_path / "copy.gvibackup")
        assert going.wait(LONG)
        with office.paused():
            assert made.done()
    assert names(made.result(), tmp_path / "again.gvi") == ["before"]


def test_an_erasure_amid_a_backup_leaves_nothing_in_the_log_once_it_is_done(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "CUT_PATIENCE", 0.01)
    who = office.write(people.add, PersonDraft(given_name="Xyzzy", family_name="Kvastsson"))
    erased = False

    def erase() -> None:
        nonlocal erased
        if not erased:
            erased = True
            office.write(erasure.erase, [who], "tiden ute")

    with ThreadPoolExecutor(1) as other:
        amid_copying(monkeypatch, lambda: other.submit(erase).result(LONG))
        office.back_up()
    assert erased
    assert [where for where, content in pages(office.folder, office.key) if b"Kvastsson" in content] == []
