"""Checking a vault while somebody reads in it: what is whole is found whole, and damage is still found."""

from pathlib import Path

from kit.vaults import PASSPHRASE, new_vault
from sqlalchemy import text

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import checking, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files


def fill(workspace: Workspace, mark: str) -> None:
    def work(unit: Unit) -> None:
        for number in range(150):
            unit.add(Group, GroupDraft(name=f"{mark} {number}", area="x" * 150))

    workspace.write(work)


def test_a_long_reader_makes_no_page_a_fault(tmp_path: Path) -> None:
    workspace = new_vault(tmp_path / "office.gvi")
    try:
        fill(workspace, "A")
        with workspace.engine.connect() as reader:
            reader.execute(text("SELECT count(*) FROM person")).scalar_one()
            fill(workspace, "B")
            with workspace.engine.connect() as folding:  # as SQLite does by itself after enough writing
                folding.execute(text("PRAGMA wal_checkpoint(PASSIVE)"))
            assert checking.check(workspace)["pages"].ok
        assert checking.check(workspace)["pages"].ok
    finally:
        workspace.close()


def test_a_damaged_page_is_found_while_somebody_reads(tmp_path: Path) -> None:
    workspace = new_vault(tmp_path / "office.gvi")
    fill(workspace, "A")
    workspace.close()
    workspace = unlocking.unlock(tmp_path / "office.gvi", None, PASSPHRASE)
    try:
        with workspace.engine.connect() as reader:
            reader.execute(text("SELECT count(*) FROM person")).scalar_one()
            fill(workspace, "B")
            damage(tmp_path / "office.gvi" / files.DATABASE)
            assert not checking.check(workspace)["pages"].ok
    finally:
        workspace.close()


def damage(file: Path) -> None:
    """Turns bits in the middle of many pages."""
    raw = bytearray(file.read_bytes())
    for at in range(len(raw) // 2, len(raw), 4096):
        raw[at + 100] ^= 1
    file.write_bytes(raw)
