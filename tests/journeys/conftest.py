"""What the journeys need: a real vault with an office, the services on it, and the window unlocked on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kit.hand import Hand
from kit.onethread import garbage_in_one_thread  # noqa: F401
from kit.unhurried import unhurried  # noqa: F401
from kit.vaults import new_vault
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gvi_desktop.clock import now
from gvi_desktop.services.workspace import Workspace
from ui.kit import language, theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every journey begins in English, light, with text at 100 %."""
    language.speak("en")
    theme.apply(qapp, "light")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A vault for a journey through the services."""
    opened = new_vault(tmp_path / "office.gvi")
    yield opened
    opened.close()


@pytest.fixture
def unlocked(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Callable[[Workspace], object]], Hand]]:
    """Makes a vault, lets the journey put in what was there before, and unlocks the window on it."""
    hands: list[Hand] = []

    def open_window(before: Callable[[Workspace], object] = lambda _workspace: None) -> Hand:
        workspace = new_vault(tmp_path / "window.gvi", clock=now)  # as the window: what was before lies before
        before(workspace)
        workspace.close()
        (tmp_path / "home").mkdir(exist_ok=True)
        hands.append(Hand(qtbot, tmp_path / "window.gvi", tmp_path / "home"))
        return hands[-1]

    yield open_window
    for hand in hands:
        hand.end()
