"""An older copy of the whole vault put back is told (T5): authentic in every page, but this computer remembers."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop import paths
from gvi_desktop.cli.main import main
from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.domain.office import Office
from gvi_desktop.services import groups, older, restoring, unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.wording import Words


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path)
    return tmp_path / "seen"


def opened(folder: Path) -> Workspace:
    return unlocking.unlock(folder, None, PASSPHRASE, clock=SettableClock())


def add(folder: Path, *names: str) -> None:
    workspace = opened(folder)
    for name in names:
        workspace.write(groups.add, GroupDraft(name=name))
    workspace.close()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault, and a copy of it from before its last two steps."""
    new_vault(tmp_path / "a.gvi").close()
    shutil.copytree(tmp_path / "a.gvi", tmp_path / "kept")
    add(tmp_path / "a.gvi", "Norra", "Södra")
    return tmp_path / "a.gvi"


def put_back(vault: Path) -> None:
    shutil.rmtree(vault)
    shutil.copytree(vault.parent / "kept", vault)


def older_of(folder: Path) -> object:
    workspace = opened(folder)
    workspace.close()
    return workspace.older


def test_the_vault_as_it_was_left_is_not_older(vault: Path) -> None:
    assert older_of(vault) is None


def test_an_older_vault_put_back_is_told_each_time_until_somebody_goes_on(vault: Path) -> None:
    put_back(vault)
    for _ in range(2):
        workspace = opened(vault)
        assert workspace.older is not None and workspace.older.missing == 2 and not workspace.older.restored
        workspace.write(groups.add, GroupDraft(name="Östra"))
        workspace.close()
        put_back(vault)
    workspace = opened(vault)
    workspace.accept_older()
    workspace.close()
    assert older_of(vault) is None


def test_writing_past_the_old_length_does_not_hide_it(vault: Path) -> None:
    put_back(vault)
    add(vault, "A", "B", "C", "D")
    workspace = opened(vault)
    assert workspace.older is not None and workspace.older.missing == 0
    assert "another way" in older.sentence(workspace.older, Words("en"))
    workspace.close()


def test_its_moments_are_told_in_the_offices_zone_or_as_the_computers(vault: Path) -> None:
    workspace = opened(vault.parent / "kept")
    workspace.write(lambda unit: unit.change(Office, unit.office.id, time_zone="Asia/Tokyo"))
    workspace.close()
    put_back(vault)
    workspace = opened(vault)
    assert workspace.older is not None
    told = older.sentence(workspace.older, Words("en"))
    assert "2026-11-22 21:00" in told and "computer's clock" not in told
    assert "by this computer's clock" in older.sentence(replace(workspace.older, zone=""), Words("en"))
    workspace.close()


def test_an_older_copy_at_another_place_is_told_too(vault: Path) -> None:
    shutil.move(vault.parent / "kept", vault.parent / "b.gvi")
    assert older_of(vault.parent / "b.gvi") is not None


def test_a_vault_that_was_carried_on_elsewhere_and_comes_back_is_not_older(
    vault: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    with monkeypatch.context() as there:
        there.setattr(paths, "state_folder", lambda: away)
        add(vault, "Västra")
    assert older_of(vault) is None


def test_a_restored_backup_says_how_far_it_goes_back_and_only_once(vault: Path) -> None:
    workspace = opened(vault)
    made = workspace.back_up(vault.parent / "copy.gvibackup")
    workspace.write(groups.add, GroupDraft(name="Västra"))
    workspace.close()
    again = vault.parent / "again.gvi"
    restored = restoring.restore(made, again, None, PASSPHRASE, clock=SettableClock())
    assert restored.older is not None and restored.older.restored and restored.older.missing == 1
    restored.write(groups.add, GroupDraft(name="Östra"))
    restored.close()
    assert older_of(again) is None
    assert older_of(vault) is None, "the one that it was made from goes on beside it"


def test_what_is_remembered_tells_nothing(vault: Path, memory: Path) -> None:
    told = "".join(path.name + path.read_text(encoding="utf-8") for path in memory.iterdir())
    for word in ("Anna", "Norra", "rebro", "a.gvi", unlocking.read_keys(vault).vault):
        assert word not in told


def test_without_a_second_place_the_vault_opens_and_is_written_to(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (vault.parent / "file").touch()
    monkeypatch.setattr(paths, "state_folder", lambda: vault.parent / "file" / "below")
    add(vault, "Västra")
    workspace = opened(vault)
    assert workspace.older is None and workspace.witness is not None and not workspace.witness.works
    workspace.close()


def test_the_command_line_tells_it(vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "right").write_text(PASSPHRASE, encoding="utf-8")
    put_back(vault)
    assert main(["journal", str(vault), "--passphrase-file", str(tmp_path / "right")]) == 0
    assert "2 entries are not here" in capsys.readouterr().err
