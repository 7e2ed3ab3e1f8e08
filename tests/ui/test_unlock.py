"""First start, unlocking, and the way back when a passphrase is forgotten, on real vaults."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from kit.vaults import CHEAP, PASSPHRASE, new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.services import unlocking
from gvi_desktop.settings import Settings
from ui.kit.errands import Errands
from ui.unlock.create import OfficeStep, UserStep
from ui.unlock.doors import Doors
from ui.unlock.page import UnlockPage
from ui.unlock.recover import Recover
from ui.unlock.recovery import RecoveryKey, RecoveryTest
from ui.unlock.sign_in import SignIn
from ui.unlock.welcome import Welcome

QUICK = Doors(
    create=partial(unlocking.create, cost=CHEAP),
    recover=partial(unlocking.recover, cost=CHEAP),
)
STRONG = "sju gröna elefanter dansar tango"


@pytest.fixture
def errands() -> Iterator[Errands]:
    made = Errands()
    yield made
    made.close()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    new_vault(tmp_path / "Örebro.gvi").close()
    return tmp_path / "Örebro.gvi"


class Opened:
    """Takes what a page opens, and closes it again."""

    def __init__(self, page: UnlockPage) -> None:
        self.found: list[tuple[Any, Path, str]] = []
        page.opened.connect(lambda workspace, folder, start: self.found.append((workspace, folder, start)))

    def __bool__(self) -> bool:
        return bool(self.found)

    def close(self) -> None:
        for workspace, _, _ in self.found:
            workspace.close()


def page(qtbot: QtBot, errands: Errands, folder: Path | None) -> UnlockPage:
    made = UnlockPage(Settings(language="en"), errands, folder, QUICK)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.activateWindow()
    return made


def press(card: Any, text: str) -> None:
    next(one for one in card.findChildren(QPushButton) if one.text() == text or one.accessibleName() == text).click()


def test_the_right_passphrase_opens_and_the_keys_go_there_at_once(qtbot: QtBot, errands: Errands, vault: Path) -> None:
    shown = page(qtbot, errands, vault)
    opened = Opened(shown)
    assert isinstance(shown.card, SignIn)
    qtbot.waitUntil(shown.card.passphrase.line.hasFocus)
    shown.card.passphrase.line.setText(PASSPHRASE)
    qtbot.keyClick(shown.card.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened.found[0][0].user.name == "Anna Ek"
    opened.close()


def test_a_wrong_passphrase_is_told_and_can_be_written_over(qtbot: QtBot, errands: Errands, vault: Path) -> None:
    shown = page(qtbot, errands, vault)
    shown.card.passphrase.line.setText("fel")
    shown.card.go()
    assert shown.card.bar.isVisible()
    qtbot.waitUntil(lambda: shown.card.error.isVisible())
    assert shown.card.error.text() and shown.card.passphrase.line.selectedText() == "fel"
    assert not shown.card.bar.isVisible()


def test_another_language_can_be_chosen_until_a_vault_is_being_opened(
    qtbot: QtBot, errands: Errands, vault: Path
) -> None:
    shown = page(qtbot, errands, vault)
    assert all(choice.isVisible() for choice in shown._languages)
    shown.card.passphrase.line.setText("fel")
    shown.card.go()
    assert not any(choice.isVisible() for choice in shown._languages)
    qtbot.waitUntil(lambda: shown.card.error.isVisible())
    assert all(choice.isVisible() for choice in shown._languages)


def test_what_is_wrong_comes_into_view_on_a_card_larger_than_the_window(qtbot: QtBot, errands: Errands) -> None:
    shown = page(qtbot, errands, None)
    shown.resize(720, 400)
    shown.begin()
    user: UserStep = shown.cards.widget(1)  # type: ignore[assignment]
    shown.turn(user, keep=True)
    user.user.setText("Anna Ek")
    user.go()
    assert user.error.text()
    qtbot.waitUntil(lambda: not user.error.visibleRegion().isEmpty())


def test_a_folder_that_is_no_vault_is_told_on_the_first_card(qtbot: QtBot, errands: Errands, tmp_path: Path) -> None:
    shown = page(qtbot, errands, tmp_path)
    assert isinstance(shown.card, Welcome) and shown.card.error.text()


def test_the_eye_shows_what_was_typed(qtbot: QtBot, errands: Errands, vault: Path) -> None:
    shown = page(qtbot, errands, vault)
    entry = shown.card.passphrase
    assert entry.line.echoMode() == QLineEdit.EchoMode.Password
    entry._eye.click()
    assert entry.line.echoMode() == QLineEdit.EchoMode.Normal


def test_capitals_without_shift_hint_at_caps_lock(qtbot: QtBot, errands: Errands, vault: Path) -> None:
    shown = page(qtbot, errands, vault)
    entry = shown.card.passphrase
    qtbot.keyClick(entry.line, "A")
    assert entry._caps.isVisible()
    qtbot.keyClick(entry.line, "a")
    assert not entry._caps.isVisible()


def test_the_first_start_leads_to_an_open_vault(qtbot: QtBot, errands: Errands, tmp_path: Path) -> None:
    shown = page(qtbot, errands, None)
    opened = Opened(shown)
    press(shown.card, "Create a vault")
    office: OfficeStep = shown.card
    office.go()
    assert shown.card is office  # nothing is said yet
    office.form.fill({"programme": "GVI Örebro", "town": "Örebro", "agency": "Örebro kommun", "purpose": "Färre döda."})
    office.go()
    user: UserStep = shown.card
    user.folder = tmp_path / user.folder.name
    user.user.setText("Anna Ek")
    user.passphrase.line.setText("abc")
    qtbot.waitUntil(lambda: user.strength.score >= 0)
    user.go()
    assert user.error.text()  # too weak
    user.passphrase.line.setText(STRONG)
    qtbot.waitUntil(lambda: user.strength.score >= 3)
    user.go()
    assert user.error.text()  # not the same twice
    user.again.line.setText(STRONG)
    user.go()
    qtbot.waitUntil(lambda: isinstance(shown.card, RecoveryKey))
    assert not any(choice.isVisible() for choice in shown._languages)  # the words are shown once, the vault is open
    words = shown.card._words
    assert len(words) == 24 and all(word in shown.card.sheet().toPlainText() for word in words)
    press(shown.card, "I have them on paper")
    test: RecoveryTest = shown.card
    for line in test.lines:
        line.setText("fel")
    test.go()
    assert shown.card is test and test.error.text()
    for at, line in zip(test.asked, test.lines, strict=True):
        line.setText(words[at].upper())
    test.go()
    assert isinstance(shown.card.focusWidget(), QPushButton)
    press(shown.card, "Import a workbook")
    assert opened.found[0][2] == "import" and (tmp_path / "GVI Örebro.gvi" / "vault.db").is_file()
    opened.close()
    unlocking.unlock(tmp_path / "GVI Örebro.gvi", None, STRONG).close()


def test_a_passphrase_typed_on_one_card_is_gone_with_it(qtbot: QtBot, errands: Errands, vault: Path) -> None:
    shown = page(qtbot, errands, vault)
    shown.card.passphrase.line.setText("hemligt")
    shown.begin()
    qtbot.wait(1)
    assert "hemligt" not in [line.text() for line in shown.findChildren(QLineEdit)]


def test_the_recovery_key_sets_a_new_passphrase(qtbot: QtBot, errands: Errands, tmp_path: Path) -> None:
    new = unlocking.NewVault("GVI", "Örebro", "Kommun", AgencyKind.MUNICIPALITY, "Syfte", "Anna", PASSPHRASE)
    workspace, words = unlocking.create(tmp_path / "a.gvi", new, cost=CHEAP)
    workspace.close()
    shown = page(qtbot, errands, tmp_path / "a.gvi")
    opened = Opened(shown)
    press(shown.card, "Forgotten passphrase? Use the recovery key")
    card: Recover = shown.card
    card.words.setPlainText("ett två tre")
    card.passphrase.line.setText(STRONG)
    card.again.line.setText(STRONG)
    qtbot.waitUntil(lambda: card.strength.score >= 3)
    card.go()
    qtbot.waitUntil(lambda: card.error.isVisible())
    card.words.setPlainText(words.upper())
    card.go()
    qtbot.waitUntil(lambda: bool(opened))
    opened.close()
    unlocking.unlock(tmp_path / "a.gvi", None, STRONG).close()
