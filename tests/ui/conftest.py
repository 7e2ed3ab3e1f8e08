"""What tests of the window need: a dressed application, a real vault, and no threads left behind."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.onethread import garbage_in_one_thread  # noqa: F401
from kit.unhurried import unhurried  # noqa: F401
from kit.vaults import SettableClock, new_vault
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.services.workspace import Workspace
from gvi_desktop.settings import Settings
from ui.kit import language, theme
from ui.kit.desk import Desk
from ui.kit.tasks import Tasks
from ui.kit.words import Words


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every test begins in English, light, with text at 100 %."""
    language.speak("en")
    if theme.style() != theme.Style(theme.LIGHT, 1.0) or qapp.font().family() != theme.font().family():
        theme.apply(qapp, "light")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """What a test shows by itself is dressed as the program dresses its window."""
    add = qtbot.addWidget

    def dress_and_add(widget: QWidget, **more: Any) -> None:
        if widget.parent() is None:
            theme.dress(widget)
        add(widget, **more)

    qtbot.addWidget = dress_and_add
    return qtbot


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's day is that of the vaults that tests make, on whatever day they run."""
    monkeypatch.setattr("ui.kit.dates.now", SettableClock())


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """A test that leaves one of our threads running fails."""
    yield
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("gvi-")]
    assert not left


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi")
    yield opened
    opened.close()


@pytest.fixture
def tasks(workspace: Workspace) -> Iterator[Tasks]:
    made = Tasks(workspace)
    yield made
    made.close()


@pytest.fixture
def desk(tasks: Tasks) -> Desk:
    return Desk(tasks, Words("en"), Settings(language="en"))


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def vault(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi", clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture
def open_page(vault: Workspace, qtbot: QtBot) -> Iterator[Callable[[type[Any]], Any]]:
    """Makes a page on `vault`, shown; several may be open."""
    made: list[Tasks] = []

    def opened(kind: type[Any]) -> Any:
        work = Tasks(vault)
        made.append(work)
        page = kind(Desk(work, Words("en"), Settings(language="en")))
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        return page

    yield opened
    for one in made:
        one.close()
