"""A card given without a file: photographed from the screen, saved as a page or a picture, pasted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.pages import press, shown_texts
from kit.vaults import new_vault
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.intake import qr
from gvi_desktop.letters.qr import picture, squares
from gvi_desktop.services import cardpaper, contacts, identity
from gvi_desktop.services.workspace import Workspace
from ui.exchange.cardcode import CardCode
from ui.exchange.page import ExchangePage
from ui.kit import theme
from ui.kit.desk import Desk


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder")
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ExchangePage:
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    qtbot.waitUntil(lambda: made.view is not None)
    return made


def photographed(widget: QWidget) -> list[bytes]:
    """What the codes say that stand on the screen."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")  # type: ignore[call-overload]
    return qr.codes(bytes(buffer.data().data()))


@pytest.mark.parametrize(("look", "size"), [("light", 100), ("dark", 100), ("light", 200)])
def test_the_code_on_the_screen_is_the_own_card_in_every_look(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, look: str, size: int, qapp: QApplication
) -> None:
    theme.apply(qapp, look, size)
    page.contacts.show_own()
    codes = page.contacts.detail.findChildren
    card = workspace.read(identity.card)
    qtbot.waitUntil(lambda: any(photographed(code) == [card] for code in codes(CardCode)))


def test_a_copied_card_is_taken_in_as_text_or_as_a_picture(
    qtbot: QtBot, page: ExchangePage, there: Workspace
) -> None:
    card, clipboard = there.read(identity.card), QGuiApplication.clipboard()
    clipboard.setText("  " + card.decode())
    press(page.contacts, "Paste a card")
    qtbot.waitUntil(lambda: "GVI Söder" in shown_texts(page.contacts.detail))
    page.tasks.workspace.write(contacts.remove, page.tasks.workspace.read(contacts.listed)[0].id)
    clipboard.setImage(QImage.fromData(picture(squares(card))))
    press(page.contacts, "Paste a card")
    qtbot.waitUntil(lambda: len(page.tasks.workspace.read(contacts.listed)) == 1)
    clipboard.clear()


def test_the_card_is_saved_as_a_page_and_as_a_picture(
    qtbot: QtBot, page: ExchangePage, there: Workspace, tmp_path: Path
) -> None:
    for text, name in (("Save a page to print…", "own.pdf"), ("Save the code as a picture…", "own.png")):
        press(page.contacts.detail, text)
        (dialog,) = page.contacts.detail.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists())
        qtbot.waitUntil(lambda: not page.contacts.detail.findChildren(QFileDialog))
    assert (tmp_path / "own.pdf").read_bytes().startswith(b"%PDF")
    assert there.write(contacts.add_file, tmp_path / "own.png")
    assert there.read(cardpaper.squares) != page.tasks.workspace.read(cardpaper.squares)
