"""The lists of a round's teams in the window: printed by whoever may print, a file for those who may hand out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit import printer as box
from kit.letters import text
from kit.pages import look_at, press, visit
from kit.people import person
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.notification import TeamMember
from gvi_desktop.domain.round import RoundDraft, RoundTeam, Share
from gvi_desktop.domain.user import Role
from gvi_desktop.services import disclosures, roundplan, rounds
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.choosing import ShortBox
from ui.kit.desk import Desk
from ui.kit.tasks import Tasks
from ui.notifications.page import NotificationsPage

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def office_day(monkeypatch: pytest.MonkeyPatch, tasks: Tasks) -> None:
    """The window's day is that of the vault's clock."""
    monkeypatch.setattr("ui.kit.dates.now", tasks.workspace.clock)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Any:
    """A round with a visit today, chosen."""
    ws = desk.tasks.workspace
    who = person(ws)
    teams = (RoundTeam("Norr", (TeamMember("Polisen"),)),)
    made = ws.write(rounds.plan, RoundDraft(name="November", from_on=TODAY, targets=frozenset({who}), teams=teams))
    ws.write(roundplan.share_out, made, [Share(who, "Norr", TODAY)])
    shown = visit(qtbot, NotificationsPage(desk))
    look_at(qtbot, shown, made, "Print the lists")
    return shown


def question(page: Any) -> Question:
    """The question that is open."""
    found: Question = next(one for one in page.findChildren(Question) if one.isVisible())
    return found


def buttons(page: Any) -> list[QPushButton]:
    return question(page).findChildren(QPushButton)


def ways(ws: Workspace) -> list[DisclosureWay | None]:
    return [one.record.way for one in ws.read(disclosures.listed)]


def test_lists_go_to_the_printer_and_are_noted(
    qtbot: QtBot, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = box.install(tmp_path, monkeypatch)
    press(page.detail, "Print the lists")
    press(question(page), "Print")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(ShortBox)))
    question(page).findChild(ShortBox).setCurrentIndex(0)  # type: ignore[union-attr]
    press(question(page), "Print")
    qtbot.waitUntil(lambda: len(printer.jobs()) == 1)
    assert "Norr" in text(printer.jobs()[0])
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(Question)))
    assert question(page).windowTitle() == "Did the paper come out?"
    press(question(page), "It came out")
    assert ways(page.desk.tasks.workspace) == [DisclosureWay.PRINT]


def test_staff_print_lists_but_are_offered_no_file(page: Any) -> None:
    ws = page.desk.tasks.workspace
    ws.user = replace(ws.user, role=Role.STAFF)
    press(page.detail, "Print the lists")
    texts = [one.text() for one in buttons(page)]
    assert "Print" in texts and "Save as PDF…" not in texts


def test_blank_forms_and_lists_become_files(
    qtbot: QtBot, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []

    def file(_parent: Any, _title: str, name: str, _pattern: str, then: Callable[[Path], None]) -> None:
        names.append(name)
        then(tmp_path / name)

    monkeypatch.setattr("ui.kit.filepassword.ask_save", file)
    monkeypatch.setattr("ui.notifications.printing.ask_save", file)
    press(page.detail, "Print the lists")
    qtbot.waitUntil(lambda: any(one.text() == "Save as PDF…" and one.isVisible() for one in buttons(page)))
    press(question(page), "Save as PDF…")
    press(question(page), "Choose a file")
    blank = next(
        one for menu in page.findChildren(QMenu) for one in menu.actions() if one.text() == "Print blank forms"
    )
    blank.trigger()
    press(question(page), "Choose a file")
    qtbot.waitUntil(lambda: len(names) == 2 and all((tmp_path / name).exists() for name in names))
    assert names == ["visits-2026-11-22.pdf", "blank-forms.pdf"]
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in names)
    assert ways(page.desk.tasks.workspace) == [DisclosureWay.FILE]
