"""A damaged vault, and an older one put back, at the door: what is told, and the ways on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, new_vault
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop import paths
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import groups, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.settings import Settings
from ui.kit.errands import Errands
from ui.unlock.older import OlderCard
from ui.unlock.page import UnlockPage
from ui.unlock.rescue import RescueCard
from ui.unlock.sign_in import SignIn


@pytest.fixture
def errands() -> Iterator[Errands]:
    made = Errands()
    yield made
    made.close()


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path)
    workspace = new_vault(tmp_path / "a.gvi")
    workspace.back_up()
    workspace.write(groups.add, GroupDraft(name="Norra"))
    workspace.close()
    shutil.copytree(tmp_path / "a.gvi", tmp_path / "kept")
    return tmp_path / "a.gvi"


@pytest.fixture
def page(qtbot: QtBot, errands: Errands, vault: Path) -> UnlockPage:
    made = UnlockPage(Settings(language="en"), errands, vault)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def press(page: UnlockPage, text: str) -> None:
    next(one for one in page.card.findChildren(QPushButton) if text in one.text()).click()


def said(page: UnlockPage) -> str:
    return " ".join(one.text() for one in page.card.findChildren(QLabel))


def bend(vault: Path) -> None:
    content = bytearray((vault / "vault.db").read_bytes())
    content[300] ^= 1
    (vault / "vault.db").write_bytes(content)


def rescue(qtbot: QtBot, page: UnlockPage) -> None:
    page.card.passphrase.line.setText(PASSPHRASE)
    press(page, "Damaged vault?")
    qtbot.waitUntil(lambda: isinstance(page.card, RescueCard), timeout=20_000)


@pytest.mark.parametrize("way", ["Look at what", "Save what", "Restore the backup"])
def test_a_damaged_vault_has_three_ways_on_and_stays_as_it_is(
    qtbot: QtBot, page: UnlockPage, vault: Path, way: str
) -> None:
    bend(vault)
    before = (vault / "vault.db").read_bytes()
    rescue(qtbot, page)
    assert "Damaged pages: 1 of" in said(page) and "No record was lost" in said(page)
    assert "not in it: 1." in said(page)
    with qtbot.waitSignal(page.opened, timeout=20_000) as told:
        press(page, way)
        if way == "Restore the backup":
            qtbot.waitUntil(lambda: isinstance(page.card, OlderCard), timeout=20_000)
            press(page, "Open it")
    workspace = told.args[0]
    assert workspace.read(Unit.count, Group) == (0 if way == "Restore the backup" else 1)
    assert workspace.read_only is (way == "Look at what")
    workspace.close()
    assert (vault / "vault.db").read_bytes() == before


def test_damaged_key_slots_lead_to_the_rescue(qtbot: QtBot, errands: Errands, vault: Path) -> None:
    (vault / "keys.json").write_bytes(b"{}")
    made = UnlockPage(Settings(language="en"), errands, vault)
    qtbot.addWidget(made)
    assert isinstance(made.card, SignIn)
    rescue(qtbot, made)
    press(made, "Back")
    assert isinstance(made.card, SignIn)


def test_an_older_vault_is_told_before_it_opens(qtbot: QtBot, page: UnlockPage, vault: Path) -> None:
    opened = unlocking.unlock(vault, None, PASSPHRASE)
    opened.write(groups.add, GroupDraft(name="Södra"))
    opened.close()
    shutil.rmtree(vault)
    shutil.copytree(vault.parent / "kept", vault)
    page.card.passphrase.line.setText(PASSPHRASE)
    page.card.go()
    qtbot.waitUntil(lambda: isinstance(page.card, OlderCard), timeout=20_000)
    assert "1 entries are not here" in said(page)
    press(page, "Leave it closed")
    assert isinstance(page.card, SignIn)
    page.card.passphrase.line.setText(PASSPHRASE)
    page.card.go()
    qtbot.waitUntil(lambda: isinstance(page.card, OlderCard), timeout=20_000)
    with qtbot.waitSignal(page.opened) as told:
        press(page, "Open it all the same")
    assert told.args[0].older is None
    told.args[0].close()
