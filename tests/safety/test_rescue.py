"""A damaged vault opens for reading as far as its pages authenticate; the damaged files stay as they are."""

from __future__ import annotations

import hashlib
import random
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import (
    checking,
    erasure,
    groups,
    importing,
    letters,
    letters_making,
    people,
    receiving,
    recoverywords,
    rescue,
    undo,
)
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.unlocking import unlock
from gvi_desktop.storage import files

PAGE, PEOPLE = 4096, 150
CLOCK = SettableClock()


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with a backup, and four groups since."""
    folder = tmp_path_factory.mktemp("pattern") / "a.gvi"
    workspace = new_vault(folder)

    def many(unit: Unit) -> None:
        for n in range(PEOPLE):
            note = "Lorem ipsum " * (120 if n % 9 else 5)
            people.add(unit, PersonDraft(given_name=f"Adam{chr(97 + n % 26)}", note=note))

    workspace.write(many)
    workspace.back_up()
    for name in ("Norra", "Södra", "Östra", "Västra"):
        workspace.write(groups.add, GroupDraft(name=name))
    workspace.close()
    return folder


@pytest.fixture
def vault(pattern: Path, tmp_path: Path) -> Path:
    return shutil.copytree(pattern, tmp_path / "a.gvi")


def bend(folder: Path, *bits: int) -> None:
    content = bytearray((folder / files.DATABASE).read_bytes())
    for at in bits:
        content[at % len(content)] ^= 4
    (folder / files.DATABASE).write_bytes(content)


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*") if path.is_file() and path.name != files.LOCK
    }  # fmt: skip


def counted(folder: Path) -> tuple[int, int]:
    workspace = unlock(folder, None, PASSPHRASE, clock=CLOCK)
    try:
        return workspace.read(Unit.count, Person), workspace.read(Unit.count, Group)
    finally:
        workspace.close()


@pytest.mark.parametrize("at", [3, 50, 300, 2 * PAGE + 99], ids=["salt", "header", "plan", "third page"])
def test_a_vault_that_does_not_open_for_its_first_pages_is_read_whole(vault: Path, at: int) -> None:
    bend(vault, at)
    before = digests(vault)
    found = rescue.lay_out(vault, None, PASSPHRASE, vault.parent / "new.gvi", CLOCK)
    assert digests(vault) == before
    assert found.bad <= 1 and found.lost <= 30
    assert counted(vault.parent / "new.gvi")[1] == 4
    assert found.backup is not None and found.backup.missing == 4 and found.backup.made_at == CLOCK()


def test_what_is_hurt_is_counted_and_all_else_is_read(vault: Path) -> None:
    chance = random.Random(4)
    size = (vault / files.DATABASE).stat().st_size
    bend(vault, *(chance.randrange(size) for _ in range(25)))
    found = rescue.lay_out(vault, None, PASSPHRASE, vault.parent / "new.gvi", CLOCK)
    kinds = {one.kind: one for one in found.kinds}
    assert 15 <= found.bad <= 25
    assert kinds["person"].read + kinds["person"].lost == PEOPLE
    assert kinds["person"].read > PEOPLE // 2
    assert counted(vault.parent / "new.gvi")[0] == kinds["person"].read
    workspace = unlock(vault.parent / "new.gvi", None, PASSPHRASE, clock=CLOCK)
    checks = checking.check(workspace)
    assert checks["pages"].ok and checks["integrity"].ok and checks["cipher"].ok
    workspace.write(groups.add, GroupDraft(name="Nya"))
    workspace.close()


def test_it_can_be_looked_at_but_not_changed_and_leaves_nothing(vault: Path) -> None:
    bend(vault, 300)
    before = digests(vault)
    workspace, found = rescue.look(vault, None, PASSPHRASE, CLOCK)
    assert workspace is not None and found.bad == 1
    assert workspace.read(Unit.count, Person) == PEOPLE
    workspace.write(Unit.note, "print")
    with pytest.raises(VaultError, match="rescue_read_only"):
        workspace.write(groups.add, GroupDraft(name="Nya"))
    assert workspace.back_up_if_due() is None
    place = workspace.folder.parent
    workspace.close()
    assert not place.exists() and digests(vault) == before


def test_what_would_change_it_is_refused_before_anything_is_drawn_or_read(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bend(vault, 300)
    workspace, _ = rescue.look(vault, None, PASSPHRASE, CLOCK)
    assert workspace is not None
    monkeypatch.setattr(letters_making, "plan", None)
    monkeypatch.setattr(receiving, "_contact", None)
    wish = SimpleNamespace(wish=None)
    works: list[tuple[Any, ...]] = [
        (letters.save, wish, tmp_path / "letters.pdf"),
        (receiving.take_in, None),
        (importing.take_in, None),
        (erasure.erase, ["x"], "tiden ute"),
        (undo.undo,),
    ]
    for work, *args in works:
        with pytest.raises(VaultError, match="rescue_read_only"):
            workspace.write(work, *args)
    assert not (tmp_path / "letters.pdf").exists()
    workspace.close()


def test_key_slots_that_are_damaged_come_from_the_backup(vault: Path) -> None:
    (vault / files.KEYS).write_bytes(b"{}")
    rescue.lay_out(vault, None, PASSPHRASE, vault.parent / "new.gvi", CLOCK)
    assert counted(vault.parent / "new.gvi") == (PEOPLE, 4)


def test_an_older_key_file_is_told_and_the_right_one_comes_from_the_backup(vault: Path) -> None:
    stale = (vault / files.KEYS).read_bytes()
    workspace = unlock(vault, None, PASSPHRASE)
    recoverywords.renew(workspace, recoverywords.propose("sv"))
    workspace.back_up()
    workspace.close()
    (vault / files.KEYS).write_bytes(stale)
    with pytest.raises(VaultError, match="keys_older"):
        unlock(vault, None, PASSPHRASE)
    opened, found = rescue.look(vault, None, PASSPHRASE, CLOCK)
    assert (opened is not None, found.bad, found.lost, found.zone) == (True, 0, 0, "Europe/Stockholm")
    opened.close()  # type: ignore[union-attr]


def test_without_a_backup_the_damage_beyond_the_first_pages_is_read_round(vault: Path) -> None:
    shutil.rmtree(vault / files.BACKUPS)
    bend(vault, -5 * PAGE)
    found = rescue.lay_out(vault, None, PASSPHRASE, vault.parent / "new.gvi", CLOCK)
    assert found.backup is None and found.bad == 1
    assert counted(vault.parent / "new.gvi")[1] == 4


def test_where_nothing_can_be_read_the_backup_is_still_offered(vault: Path) -> None:
    (vault / files.DATABASE).write_bytes(bytes(range(256)) * 400)
    workspace, found = rescue.look(vault, None, PASSPHRASE, CLOCK)
    if workspace is not None:  # the plan came from the backup, and no row with it
        workspace.close()
    assert found.backup is not None


def test_a_backup_that_is_bent_is_not_offered(vault: Path) -> None:
    for path in (vault / files.BACKUPS).iterdir():
        content = bytearray(path.read_bytes())
        content[20_000] ^= 1
        path.write_bytes(content)
    bend(vault, -5 * PAGE)
    assert rescue.lay_out(vault, None, PASSPHRASE, vault.parent / "new.gvi", CLOCK).backup is None


def test_the_wrong_passphrase_rescues_nothing(vault: Path) -> None:
    bend(vault, 300)
    with pytest.raises(VaultError, match="wrong_passphrase"):
        rescue.lay_out(vault, None, "fel fras", vault.parent / "new.gvi", CLOCK)
    assert [path.name for path in vault.parent.iterdir()] == ["a.gvi"]


def test_a_place_that_is_taken_is_refused(vault: Path) -> None:
    with pytest.raises(VaultError, match="vault_exists"):
        rescue.lay_out(vault, None, PASSPHRASE, vault, CLOCK)
