"""Nothing in the window escapes translation, and Swedish is spoken where it is chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.places import people_spec
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.settings import Settings
from ui.kit.desk import Desk
from ui.kit.errands import Errands
from ui.kit.panel import FormPanel
from ui.kit.spec import ShellWork
from ui.places import PLACES
from ui.shell import Shell
from ui.unlock.create import UserStep
from ui.unlock.doors import Doors
from ui.unlock.page import UnlockPage
from ui.unlock.recover import Recover
from ui.unlock.recovery import RecoveryKey, RecoveryTest

OWN_NAMES = {"GVI Desktop", "Svenska", "English", "", "–", "…"}


class Brackets(QTranslator):
    """Wraps everything that is asked to be translated, so that what is not can be seen."""

    def translate(self, context: str, source: str, comment: str | None = None, number: int = -1) -> str:
        return f"⟦{source}⟧"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def brackets(qapp: QCoreApplication) -> Iterator[None]:
    translator = Brackets()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def said(widget: QWidget) -> set[str]:
    """Every word a widget and what is in it shows or has read aloud."""
    found: set[str] = set()
    for child in [widget, *widget.findChildren(QWidget)]:
        found |= {child.accessibleName(), child.accessibleDescription(), child.toolTip()}
        if isinstance(child, QLabel | QAbstractButton):
            found.add(child.text())
        if isinstance(child, QLineEdit):
            found.add(child.placeholderText())
    found |= {action.text() for action in widget.findChildren(QAction)}
    return found


def bare(texts: set[str]) -> set[str]:
    return {
        text
        for text in texts - OWN_NAMES
        if "⟦" not in text and any(sign.isalpha() for sign in text) and not text.startswith(("Ctrl", "Esc"))
    }


def test_no_card_of_the_unlock_window_escapes_translation(qtbot: QtBot, brackets: None, tmp_path: Path) -> None:
    errands = Errands()
    page = UnlockPage(Settings(language="en"), errands, None, Doors(demonstrate=lambda: None))  # type: ignore[arg-type,return-value]
    cards = [
        page,
        UserStep(errands),
        Recover([], errands),
        RecoveryKey(["12"] * 24, "7"),
        RecoveryTest(["12"] * 24),
    ]
    for card in cards:
        qtbot.addWidget(card)
    assert set().union(*(bare(said(card)) for card in cards)) == set()
    errands.close()


def test_no_word_of_shell_and_form_escapes_translation(qtbot: QtBot, brackets: None, desk: Desk) -> None:
    shell = Shell(desk, (people_spec("12"),), ShellWork())
    qtbot.addWidget(shell)
    shell.restore({})
    place = shell.page()
    place.secondary("⟦7⟧", print, in_menu=True)
    place.new()
    assert isinstance(place.panel, FormPanel)
    form = place.panel.form
    from_words = {field.label for field in form} | {field.hint for field in form} | {"Person"}
    from_words |= {text for field in form for editor in field.editors() for text in said(editor)}
    from_columns = {"Code name", "Role", "12", desk.user.name}
    menus = {text for text in said(shell) if text.endswith("%") or text.replace("&", "") in ("Svenska", "English")}
    unsaid = {text for text in bare(said(shell)) - from_words - from_columns - menus if not text.startswith("People")}
    assert {text for text in unsaid if text.removesuffix(" *") not in from_words} == set()


def test_every_place_has_a_swedish_name(qapp: QCoreApplication, tmp_path: Path) -> None:
    from installer.strings import ROOT, run

    run("lrelease", "-silent", ROOT / "resources/translations/app_sv.ts", "-qm", tmp_path / "app.qm")
    english = [spec.title() for spec in PLACES]
    translator = QTranslator()
    assert translator.load(str(tmp_path / "app.qm"))
    qapp.installTranslator(translator)
    swedish = [spec.title() for spec in PLACES]
    qapp.removeTranslator(translator)
    assert swedish[:4] == ["Översikt", "Call-in", "Enskilda samtal", "Personer"]
    assert english[:4] == ["Overview", "Call-ins", "Notifications", "People"]
    assert len(set(swedish)) == len(set(english)) == len(PLACES)
