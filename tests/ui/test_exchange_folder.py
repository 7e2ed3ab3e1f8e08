"""The exchange folder in the window: chosen, watched, opened into the preview, answered, and counted elsewhere."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.folder import Desk as Colleague
from kit.folder import befriend, desk
from kit.places import texts
from kit.vaults import SettableClock
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import exchangefolder, folderlook, folderwatching, people, undo
from gvi_desktop.services.workspace import Workspace
from ui.exchange.page import ExchangePage
from ui.kit import folderwatch
from ui.kit.desk import Desk
from ui.kit.spec import ShellWork, Status
from ui.kit.tasks import Tasks
from ui.places import PLACES
from ui.shell import Shell


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as still at once and the folder is looked at often: nobody waits for seconds here."""
    monkeypatch.setattr("gvi_desktop.services.folderlook.QUIET", 0.0)
    monkeypatch.setattr(folderwatching, "AGAIN", 0.05)
    monkeypatch.setattr(folderwatch, "SETTLE", 20)


@pytest.fixture
def colleague(tmp_path: Path, workspace: Workspace) -> Iterator[Colleague]:
    made = desk(tmp_path / "shared", tmp_path, "Anna", SettableClock())
    befriend(made.office, workspace)
    yield made
    made.office.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, colleague: Colleague) -> ExchangePage:
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.turn_to("folder")
    qtbot.waitUntil(lambda: made.view is not None and desk.folder.view is not None)
    return made


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def states(page: ExchangePage) -> list[str]:
    return texts(page.folder.list.model, 0)


def choose_first(qtbot: QtBot, page: ExchangePage) -> QWidget:
    """The reading view of the first line."""
    page.folder.list.table.choose(page.folder.list.model.id_at(0))
    detail = page.folder.list.detail
    qtbot.waitUntil(lambda: page.folder.list.current() is not None and bool(detail.findChildren(QPushButton)))
    return detail


def test_a_folder_is_chosen_and_what_comes_is_listed_by_itself_opened_and_answered(
    qtbot: QtBot, page: ExchangePage, colleague: Colleague
) -> None:
    assert "Syncthing" in said(page.folder)
    page.folder.take(colleague.folder)
    qtbot.waitUntil(lambda: f"Watched: {colleague.folder}" in said(page.folder))
    assert states(page) == []
    colleague.add("Oxhagen")
    sent = colleague.put().path
    shutil.copy(sent, sent.with_name(f"{sent.stem} - Kopia.age"))
    qtbot.waitUntil(lambda: states(page) == ["New"])
    assert texts(page.folder.list.model, 1) == ["From GVI Anna"]
    detail = choose_first(qtbot, page)
    qtbot.waitUntil(lambda: "Kopia.age (copy)" in said(detail))
    button(detail, "Open").click()
    qtbot.waitUntil(lambda: "From GVI Anna" in said(page.receiving.sheet.detail))
    assert page.tabs.currentWidget() is page.receiving and not page.receiving.taken
    page.receiving.take_in()
    qtbot.waitUntil(lambda: page.receiving.taken)
    page.turn_to("folder")
    qtbot.waitUntil(lambda: states(page) == ["Read"])
    detail = choose_first(qtbot, page)
    button(detail, "Put a receipt into the folder").click()
    qtbot.waitUntil(lambda: states(page) == ["Read", "Our own"])
    assert colleague.take_all() == 1


def test_a_folder_that_is_gone_is_said_plainly_and_found_again(
    qtbot: QtBot, page: ExchangePage, colleague: Colleague
) -> None:
    colleague.put()
    page.folder.take(colleague.folder)
    qtbot.waitUntil(lambda: states(page) == ["New"])
    away = colleague.folder.with_name("away")
    colleague.folder.rename(away)
    button(page.folder, "Look now").click()
    qtbot.waitUntil(lambda: "The folder is not there." in said(page.folder))
    assert states(page) == []
    away.rename(colleague.folder)
    button(page.folder, "Look now").click()
    qtbot.waitUntil(lambda: states(page) == ["New"])
    assert "The folder is not there." not in said(page.folder)
    page.folder.leave()
    qtbot.waitUntil(lambda: page.folder.stack.currentIndex() == 0)


def test_a_folder_that_brings_no_news_is_looked_at_now_and_then(
    qtbot: QtBot, tasks: Tasks, colleague: Colleague, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folderwatch, "SLOW", 50)
    workspace.write(exchangefolder.choose, colleague.folder, workspace.folder)
    watch = folderwatch.FolderWatch(tasks)
    watch.start()
    qtbot.waitUntil(lambda: watch.folder == colleague.folder)
    colleague.folder.rename(colleague.folder.with_name("away"))  # of which the system tells nothing
    qtbot.waitUntil(lambda: watch.view is not None and watch.view.fault == "missing")


def test_a_folder_that_cannot_serve_is_refused_and_nothing_is_watched(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace
) -> None:
    told: list[GviError] = []
    page.tasks.failed.connect(told.append)
    page.folder.take(workspace.folder)
    qtbot.waitUntil(lambda: [one.code for one in told] == ["folder_in_vault"])
    assert workspace.read(exchangefolder.setting).path is None


def test_what_has_been_read_is_put_away_when_that_is_wanted(
    qtbot: QtBot, page: ExchangePage, colleague: Colleague, workspace: Workspace
) -> None:
    page.folder.take(colleague.folder)
    qtbot.waitUntil(lambda: page.desk.folder.folder == colleague.folder)
    page.folder.tidy.click()
    qtbot.waitUntil(lambda: workspace.read(exchangefolder.setting).tidy)
    colleague.put()
    qtbot.waitUntil(lambda: states(page) == ["New"])
    button(choose_first(qtbot, page), "Open").click()
    qtbot.waitUntil(lambda: page.receiving.found is not None)
    page.receiving.take_in()
    qtbot.waitUntil(lambda: states(page) == [])
    assert len(list((colleague.folder / exchangefolder.READ).iterdir())) == 1


def test_a_bundle_is_put_into_the_folder_from_the_tab_that_sends(
    qtbot: QtBot, page: ExchangePage, colleague: Colleague
) -> None:
    page.folder.take(colleague.folder)
    qtbot.waitUntil(lambda: page.desk.folder.folder == colleague.folder)
    page.send_to(page.view.contacts[0].id if page.view else "")
    page.sending.look()
    qtbot.waitUntil(lambda: page.sending.outgoing is not None)
    button(page.sending.sheet.detail, "Put it into the exchange folder").click()
    qtbot.waitUntil(lambda: states(page) == ["Our own"])
    assert len(colleague.settled()) == 1


def test_bundles_to_read_are_counted_in_the_quiet_line_and_on_the_overview(
    qtbot: QtBot, desk: Desk, workspace: Workspace, colleague: Colleague
) -> None:
    workspace.write(people.add, PersonDraft(code_name="Linden"))
    workspace.write(exchangefolder.choose, colleague.folder, workspace.folder)
    colleague.put()
    shell = Shell(desk, PLACES, ShellWork(lambda _unit, _text: (), undo.undo, undo.redo, lambda _unit: Status("GVI")))
    qtbot.addWidget(shell)
    shell.resize(1200, 800)
    shell.show()
    shell.restore({})
    qtbot.waitUntil(lambda: "Bundles to read: 1" in said(shell.statusBar()))
    qtbot.waitUntil(lambda: "Bundles to read in the exchange folder" in said(shell.page()))
    shell.go("exchange", "folder")
    exchange = shell.page()
    assert isinstance(exchange, ExchangePage) and exchange.tabs.currentWidget() is exchange.folder
    qtbot.waitUntil(lambda: states(exchange) == ["New"])


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A share that answers nothing before the event is set."""
    answers, whole = threading.Event(), folderlook._list

    def hangs(folder: Path) -> object:
        assert answers.wait(60)
        return whole(folder)

    monkeypatch.setattr(folderlook, "_list", hangs)
    yield answers
    answers.set()
    for thread in [one for one in threading.enumerate() if one.name == "gvi-apart"]:
        thread.join(10)


def test_a_share_that_does_not_answer_is_said_to_be_silent_and_holds_up_neither_pages_nor_locking(
    qtbot: QtBot, page: ExchangePage, colleague: Colleague, workspace: Workspace, share: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(folderwatch, "PATIENCE", 50)
    colleague.put()
    page.folder.take(colleague.folder)
    qtbot.waitUntil(lambda: "does not answer" in said(page.folder))
    # Nobody asks it again meanwhile, and the vault is read and written.
    for _ in range(3):
        button(page.folder, "Look now").click()
    told: list[object] = []
    page.tasks.write(page, people.add, PersonDraft(code_name="P1"), then=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert sum(one.name == "gvi-apart" for one in threading.enumerate()) == 1
    # Nothing is put there either.
    page.turn_to("send")
    page.sending.put()
    assert "does not answer" in said(page.sending)
    # Locked while it hangs: the keys that were lent to the look are gone.
    lent = list(page.desk.folder._out.values())
    assert [len(keys) for keys in lent] == [1]
    page.tasks.close()
    workspace.close()
    assert [len(keys) for keys in lent] == [0] and not share.is_set()


def test_a_share_that_answers_at_last_is_listed(
    qtbot: QtBot, page: ExchangePage, colleague: Colleague, share: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folderwatch, "PATIENCE", 50)
    colleague.put()
    page.folder.take(colleague.folder)
    qtbot.waitUntil(lambda: "does not answer" in said(page.folder))
    share.set()
    qtbot.waitUntil(lambda: states(page) == ["New"])
    assert "does not answer" not in said(page.folder)
