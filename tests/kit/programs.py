"""The whole window in tests of its own: begun on a fresh vault with a few places, and unlocked."""

from pathlib import Path

import pytest
from kit.vaults import PASSPHRASE, new_vault
from pytestqt.qtbot import QtBot

import ui.places
from gvi_desktop import settings as preferences
from ui.app import Program
from ui.kit.spec import PlaceSpec


def begun(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, *places: PlaceSpec) -> Program:
    """The program with these places, unlocked on `a.gvi` in the folder; whoever asks for it ends it."""
    new_vault(folder / "a.gvi").close()
    monkeypatch.setattr(ui.places, "PLACES", places)
    preferences.save(preferences.Settings(language="en", theme="light"), folder)
    made = Program(folder / "a.gvi", home=folder)
    qtbot.addWidget(made.frame)
    made.frame.show()
    unlock(qtbot, made)
    return made


def unlock(qtbot: QtBot, program: Program) -> None:
    assert program.unlock_page is not None
    program.unlock_page.card.passphrase.line.setText(PASSPHRASE)
    program.unlock_page.card.go()
    qtbot.waitUntil(lambda: program.shell is not None)
