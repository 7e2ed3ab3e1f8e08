"""What is copied from the program is marked, and does not stay; what others copied is left alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.kit import capture
from ui.kit.clipboard import OURS, SECRET, Clipboard
from ui.unlock.passphrase import PassphraseEdit

SOON = 0.2


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[QClipboard]:
    QGuiApplication.clipboard().clear()
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def ours(board: QClipboard) -> Iterator[Clipboard]:
    made = Clipboard(seconds=SOON, owns=lambda: True)
    yield made
    made.end()


def copied_from(qtbot: QtBot, line: QLineEdit) -> None:
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    line.copy()


def test_what_is_copied_is_kept_from_histories_and_gone_after_a_while(
    qtbot: QtBot, board: QClipboard, ours: Clipboard
) -> None:
    board.setText("Called\t12")
    held = board.mimeData()
    assert board.text() == "Called\t12"
    assert all(held.hasFormat(kind) for kind in (OURS, *SECRET))
    qtbot.waitUntil(lambda: board.text() == "")


def test_a_text_on_its_way_while_writing_stays_until_the_lock(
    qtbot: QtBot, board: QClipboard, ours: Clipboard
) -> None:
    line = QLineEdit("half a sentence")
    qtbot.addWidget(line)
    copied_from(qtbot, line)
    qtbot.wait(round(SOON * 1000) + 100)
    assert board.text() == "half a sentence"
    assert board.mimeData().hasFormat(OURS)
    ours.clear()
    assert board.text() == ""


def test_a_passphrase_that_was_shown_and_copied_does_not_stay(
    qtbot: QtBot, board: QClipboard, ours: Clipboard
) -> None:
    edit = PassphraseEdit("Passphrase")
    qtbot.addWidget(edit)
    edit.show()
    edit.line.setText("tre gula hundar")
    edit._show(True)
    copied_from(qtbot, edit.line)
    assert board.text() == "tre gula hundar"
    qtbot.waitUntil(lambda: board.text() == "")


def test_what_somebody_else_copied_is_left_alone(qtbot: QtBot, board: QClipboard) -> None:
    theirs = Clipboard(seconds=0.01, owns=lambda: False)
    board.setText("from another program")
    theirs.clear()
    qtbot.wait(60)
    assert board.text() == "from another program"
    assert not board.mimeData().hasFormat(OURS)
    theirs.end()


@pytest.mark.parametrize("knows", [True, False])
def test_windows_is_asked_to_leave_a_window_out_of_pictures(monkeypatch: pytest.MonkeyPatch, knows: bool) -> None:
    asked: list[int] = []

    class User32:
        def SetWindowDisplayAffinity(self, _window: Any, how: int) -> int:
            asked.append(how)
            return knows or how == capture.WDA_MONITOR

    monkeypatch.setattr("sys.platform", "win32")
    assert capture.hide(7, User32())
    assert asked == [capture.WDA_EXCLUDEFROMCAPTURE] + [capture.WDA_MONITOR] * (not knows)
