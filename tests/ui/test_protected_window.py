"""Somebody with protected identity: no place of the window shows what is masked, in no list and on no page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.callins import ready_callin
from kit.protected import MASKED, bring_in
from kit.vaults import PASSPHRASE, SettableClock, new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import unlocking
from gvi_desktop.services.workspace import Workspace
from ui.kit.desk import Desk
from ui.places import PLACES

ROWS = 200
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = new_vault(tmp_path_factory.mktemp("window") / "a.gvi")
    made.write(bring_in, ready_callin(made))
    made.close()
    return made.folder


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    opened = unlocking.unlock(folder, None, PASSPHRASE, clock=SettableClock())
    yield opened
    opened.close()


def everything(page: QWidget) -> Iterator[str]:
    """What can be read on a page, or by a screen reader, and every cell of its lists."""
    for widget in [page, *page.findChildren(QWidget)]:
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            columns = range(model.columnCount())
            cells = ((row, column) for row in range(min(model.rowCount(), ROWS)) for column in columns)
            yield from (str(model.index(*cell).data(role) or "") for cell in cells for role in ROLES)


@pytest.mark.parametrize("spec", PLACES, ids=lambda spec: spec.key)
def test_no_place_of_the_window_shows_it(qtbot: QtBot, desk: Desk, spec: Any) -> None:
    page = spec.make(desk)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    page.arrive()
    told: list[str] = []

    def look() -> None:
        qtbot.waitUntil(lambda: desk.tasks.jobs == 0, timeout=10_000)
        qtbot.wait(30)
        told.extend(everything(page))

    look()
    for kind in sorted(spec.kinds & BY_KIND.keys()):
        for one in desk.tasks.workspace.read(lambda unit, kind=kind: unit.find(BY_KIND[kind]))[:6]:
            page.show_kind(kind, one.id)
            look()
    low = "\n".join(told).casefold()
    assert [one for one in MASKED if one.casefold() in low] == []
    without = ("overview", "import", "scripts", "focus", "exchange", "office")
    assert spec.key in without or "q77" in low, "the walk is blind"
