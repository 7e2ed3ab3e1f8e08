"""A damaged vault, and an older one put back, at the door: what is told, and the ways on."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, new_vault
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop import paths
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import erasure, groups, people, unlocking
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


@pytest.mark.parametrize("gone", [False, True])
def test_what_becomes_of_the_erased_is_told_when_a_backup_is_restored(
    qtbot: QtBot, page: UnlockPage, vault: Path, gone: bool
) -> None:
    opened = unlocking.unlock(vault, None, PASSPHRASE)
    who = opened.write(people.add, PersonDraft(given_name="Adrian"))
    time.sleep(1.1)  # a backup is named by its second
    opened.back_up()
    opened.write(erasure.erase, [who], "tiden ute")
    opened.close()
    if gone:  # nothing of the file is left to be asked
        (vault / "vault.db").write_bytes(bytes(50_000))
    else:
        bend(vault)
    rescue(qtbot, page)
    assert "is erased again, as far as the damaged vault can still tell" in said(page)
    press(page, "Restore the backup")
    qtbot.waitUntil(lambda: isinstance(page.card, OlderCard), timeout=20_000)
    assert ("those people are back" if gone else "Erased again: 1. Others may be back") in said(page)
    with qtbot.waitSignal(page.opened) as heard:
        press(page, "Open it")
    assert heard.args[0].read(Unit.count, Person) == int(gone)
    heard.args[0].close()
