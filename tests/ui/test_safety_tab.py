"""Safety in the window: a backup is made, restored for trial, and what came of it stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from kit.officepages import press, tab, texts
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import people
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup
from ui.office.page import OfficePage


def test_a_backup_is_restored_for_trial_and_what_came_of_it_is_told(
    vault: Workspace, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    vault.write(people.add, PersonDraft(given_name="Adrian"))
    safety = tab(open_page(OfficePage), "safety")
    qtbot.waitUntil(lambda: "never" in texts(safety))
    press(safety, "Back up now")
    qtbot.waitUntil(lambda: "none yet" not in texts(safety), timeout=20_000)
    press(safety, "Restore for trial")
    qtbot.waitUntil(lambda: "is whole" in texts(safety), timeout=20_000)
    assert "people: 1" in texts(safety).lower()
    made = backup.newest(vault.folder)
    assert made is not None
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(content)
    press(safety, "Restore for trial")
    qtbot.waitUntil(lambda: "could not be restored. Make a new one" in texts(safety), timeout=20_000)


@pytest.mark.parametrize("place", [-2000, -247760])
def test_the_check_of_a_damaged_vault_leads_to_its_rescue(
    vault: Workspace, open_page: Callable[[type[Any]], Any], qtbot: QtBot, place: int
) -> None:
    safety = tab(open_page(OfficePage), "safety")
    qtbot.waitUntil(lambda: "never" in texts(safety))
    with vault.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    vault.engine.dispose()
    file = vault.folder / "vault.db"
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    press(safety, "Prove it is encrypted")
    qtbot.waitUntil(lambda: "choose “Damaged vault?” where you unlock" in texts(safety), timeout=20_000)
