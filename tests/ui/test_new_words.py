"""New recovery words in the window: proposed when somebody is removed, asked back, and not before that in force."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kit.people import OTHER, OTHERS_PASSPHRASE
from kit.vaults import CHEAP, new_vault
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.crypto import keyslots
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.user import Role
from gvi_desktop.services import recoverywords, unlocking, users
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.settings import Settings
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.recoverypaper import ReadBack, WordsGrid, sheet
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.office.page import OfficePage

PATIENCE = 30_000
"""Milliseconds: a new key writes the whole file anew, which a busy machine takes its time for."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi")
    users.add(workspace, OTHER, Role.COORDINATOR, OTHERS_PASSPHRASE, cost=CHEAP)
    yield workspace
    workspace.close()


@pytest.fixture
def page(vault: Workspace, qtbot: QtBot) -> Iterator[OfficePage]:
    tasks = Tasks(vault)
    made = OfficePage(Desk(tasks, Words("en"), Settings(language="en")))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    tabs = made.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: made.tasks.jobs == 0)
    yield made
    tasks.close()


def press(widget: QWidget, text: str) -> None:
    next(one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


def asked(page: OfficePage, qtbot: QtBot, title: str) -> Question:
    """The question of that title, once it is open."""
    found: Callable[[], list[Question]] = lambda: [  # noqa: E731
        one for one in page.findChildren(Question) if one.windowTitle() == title and one.isVisible()
    ]
    qtbot.waitUntil(lambda: len(found()) == 1, timeout=PATIENCE)
    return found()[0]


def texts(page: OfficePage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def opens(vault: Workspace, words: str) -> bool:
    try:
        keyslots.unwrap_recovery(unlocking.read_keys(vault.folder), words)
    except VaultError:
        return False
    return True


def words_on(question: Question) -> list[str]:
    grid = question.findChild(WordsGrid)
    assert grid is not None
    told = [one.accessibleName().split(": ") for one in grid.findChildren(QLabel)]
    return [word for _, word in sorted(told, key=lambda pair: int(pair[0]))]


def test_removing_a_user_proposes_new_words_and_not_now_leaves_a_hint(
    page: OfficePage, vault: Workspace, qtbot: QtBot
) -> None:
    press(page, "Remove")
    press(asked(page, qtbot, "Remove a user"), "Remove")
    question = asked(page, qtbot, "New recovery words too?")
    press(question, "Not now")
    qtbot.waitUntil(lambda: f"Removed since the recovery words were made: {OTHER}." in texts(page))
    assert vault.read(recoverywords.outlived) == (OTHER,)


def test_the_words_hold_only_once_three_of_them_were_read_back(
    page: OfficePage, vault: Workspace, qtbot: QtBot
) -> None:
    press(page, "New recovery words …")
    shown = asked(page, qtbot, "New recovery words")
    words = words_on(shown)
    assert len(words) == 24
    assert all(word in sheet(words, "GVI").toPlainText() for word in words)
    press(shown, "I have them on paper")
    back = asked(page, qtbot, "Read it back")
    read = back.findChild(ReadBack)
    assert read is not None
    press(back, "Put the new words in force")
    assert back.isVisible() and not opens(vault, " ".join(words))
    scrolled = back.findChild(QScrollArea)
    wrong = next(one for one in back.findChildren(QLabel) if "is another one" in one.text() and one.isVisible())
    assert scrolled is not None and not scrolled.isAncestorOf(wrong)  # with large text it would be out of sight
    press(back, "Show the words again")
    again = asked(page, qtbot, "New recovery words")
    assert words_on(again) == words
    press(again, "I have them on paper")
    back = asked(page, qtbot, "Read it back")
    read = back.findChild(ReadBack)
    assert read is not None
    for at, line in zip(read.asked, read.lines, strict=True):
        line.setText(words[at].upper())
    press(back, "Put the new words in force")
    qtbot.waitUntil(lambda: opens(vault, " ".join(words)), timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)


def test_where_there_is_no_printer_it_is_said_and_the_words_stay(
    page: OfficePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    press(page, "New recovery words …")
    shown = asked(page, qtbot, "New recovery words")
    press(shown, "Print …")
    press(asked(page, qtbot, "There is no printer here"), "Close")
    assert shown.isVisible() and len(words_on(shown)) == 24
    press(shown, "Cancel")


def test_who_gives_up_keeps_the_paper_that_they_have(page: OfficePage, vault: Workspace, qtbot: QtBot) -> None:
    before = unlocking.read_keys(vault.folder)
    press(page, "New recovery words …")
    shown = asked(page, qtbot, "New recovery words")
    press(shown, "Cancel")
    assert unlocking.read_keys(vault.folder) == before


def test_who_does_not_look_after_users_is_not_offered_new_words(tmp_path: Path, vault: Workspace, qtbot: QtBot) -> None:
    vault.write(lambda unit: users.change_role(unit, vault.read(users.listed)[1].id, Role.STAFF))
    vault.close()
    staff = unlocking.unlock(vault.folder, OTHER, OTHERS_PASSPHRASE)
    tasks = Tasks(staff)
    made = OfficePage(Desk(tasks, Words("en"), Settings(language="en")))
    qtbot.addWidget(made)
    made.findChild(QTabWidget).setCurrentIndex(1)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: made.tasks.jobs == 0)
    assert "New recovery words …" not in [one.text() for one in made.findChildren(QPushButton)]
    tasks.close()
    staff.close()
