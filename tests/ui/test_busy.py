"""Long work shows how far it is, and questions do not stop the event loop."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import GviError, VaultError
from ui.kit import busy
from ui.kit.ask import ask
from ui.kit.files import ask_open, ask_save
from ui.kit.tasks import Progress, Tasks


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def dialogs(window: QWidget) -> list[busy.ProgressDialog]:
    return [one for one in window.findChildren(busy.ProgressDialog) if one.isVisible()]


def test_short_work_shows_no_bar(qtbot: QtBot, tasks: Tasks, window: QWidget) -> None:
    ended: list[int] = []
    busy.run_with_progress(window, tasks, "Import", lambda _progress: 7, then=ended.append)
    qtbot.waitUntil(lambda: ended == [7])
    assert not dialogs(window)


def test_long_work_shows_a_bar_and_cancel_reaches_it(
    qtbot: QtBot, tasks: Tasks, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(busy, "PATIENCE", 20)
    ended: list[str] = []

    def work(progress: Progress) -> str:
        progress(50, 100)
        stop = threading.Event()
        while not progress.cancelled:
            stop.wait(0.01)
        return "stopped"

    busy.run_with_progress(window, tasks, "Import", work, then=ended.append)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    qtbot.waitUntil(lambda: dialogs(window)[0]._far.text() == "50 of 100")
    dialogs(window)[0].reject()
    qtbot.waitUntil(lambda: ended == ["stopped"])


def test_an_error_closes_the_bar_and_is_handed_on(qtbot: QtBot, tasks: Tasks, window: QWidget) -> None:
    told: list[GviError] = []

    def work(_progress: Any) -> None:
        raise VaultError("disk_full")

    busy.run_with_progress(window, tasks, "Import", work, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == "disk_full" and not dialogs(window)


def test_a_question_acts_only_when_it_is_answered_with_yes(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    ask(window, "Erase?", "It cannot be undone.", "Erase", lambda: done.append("erased"), danger=True).reject()
    question = ask(window, "Erase?", "It cannot be undone.", "Erase", lambda: done.append("erased"), danger=True)
    assert question.isVisible() and question.no.isDefault()
    question.yes.click()
    assert done == ["erased"]


def test_files_are_asked_for_without_the_desktops_list_of_recent_ones(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    (tmp_path / "a.xlsx").write_bytes(b"")
    opened = ask_open(window, "Open", "Workbooks (*.xlsx)", chosen.append)
    saved = ask_save(window, "Save", "report.xlsx", "Workbooks (*.xlsx)", chosen.append)
    for dialog in (opened, saved):
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    opened.fileSelected.emit(str(tmp_path / "a.xlsx"))
    assert chosen == [tmp_path / "a.xlsx"]
    assert saved.defaultSuffix() == "xlsx"
    opened.reject()
    saved.reject()
