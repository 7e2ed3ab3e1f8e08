"""The reports in the window: a kind is chosen, a period at once, a subject by typing; what leaves is entered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kit.callins import ready_callin
from kit.letters import opens_with
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.indicators import Period
from gvi_desktop.services import reports
from gvi_desktop.services.reports import ReportKind
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.dates import today
from ui.kit.filepassword import FilePassword
from ui.kit.view import Table
from ui.office import reporting
from ui.office.page import OfficePage
from ui.office.reportchoices import ReportChoices
from ui.office.reporting import ReportsTab


@pytest.fixture
def page(open_page: Callable[[type[OfficePage]], OfficePage]) -> OfficePage:
    return open_page(OfficePage)


@pytest.fixture
def tab(page: OfficePage, qtbot: QtBot) -> ReportsTab:
    tabs = page._tabs
    at = next(at for at in range(tabs.count()) if isinstance(tabs.widget(at), ReportsTab))
    tabs.setCurrentIndex(at)
    found = tabs.widget(at)
    assert isinstance(found, ReportsTab)
    settle(found, qtbot)
    return found


def settle(tab: ReportsTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.page.tasks.jobs == 0)
    qtbot.wait(1)


def texts(tab: ReportsTab) -> list[str]:
    return [label.text() for label in tab.widget().findChildren(QLabel)]


def choices(tab: ReportsTab) -> ReportChoices:
    assert tab.choices is not None
    return tab.choices


def press(tab: ReportsTab, text: str, qtbot: QtBot) -> None:
    next(one for one in tab.widget().findChildren(QPushButton) if one.text() == text).click()
    settle(tab, qtbot)


def test_a_period_is_chosen_with_one_press_and_stays_when_the_report_is_public(tab: ReportsTab, qtbot: QtBot) -> None:
    assert f"{today().replace(month=1, day=1)} to {today()}" in texts(tab), "it opens on the year that runs"
    press(tab, "All time", qtbot)
    assert "all time" in texts(tab)
    press(tab, "This year", qtbot)
    year = Period(today().replace(month=1, day=1), today())
    assert choices(tab).wish().period == year
    assert f"{year.first} to {year.last}" in texts(tab)
    choices(tab)._public.setChecked(True)
    press(tab, "Show", qtbot)
    assert "Public year report" in texts(tab)
    assert choices(tab).wish() == reports.Wish(ReportKind.YEAR, "en", year, "", True)


def test_another_kind_is_shown_at_once_in_the_language_of_choice(tab: ReportsTab, qtbot: QtBot) -> None:
    choices(tab)._language.setCurrentIndex(0)
    choices(tab).choose(ReportKind.MONTH)
    settle(tab, qtbot)
    assert "Styrgruppens månad" in texts(tab)
    assert next(one.accessibleName() for one in tab.widget().findChildren(Table)) == "Månaden i siffror"


def test_a_call_in_is_found_by_typing_and_its_report_shown(tab: ReportsTab, vault: Workspace, qtbot: QtBot) -> None:
    ready_callin(vault)
    choices(tab).choose(ReportKind.CALLIN)
    settle(tab, qtbot)
    subject = choices(tab)._subject
    assert subject is not None and not tab.widget().findChildren(Table)
    found = vault.read(reports.subjects, ReportKind.CALLIN, "1")
    subject._line.picked.emit(found[0])
    settle(tab, qtbot)
    assert "Call-in 1: report" in texts(tab)
    again = choices(tab)._subject
    assert again is not None and again.value() == found[0].id


def test_what_is_saved_is_a_file_and_an_entry_in_the_register(
    tab: ReportsTab, vault: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "r.csv"
    named: list[str] = []

    def at_once(parent: object, title: str, name: str, pattern: str, then: object) -> None:
        named.append(name)
        then(out)  # type: ignore[operator]

    monkeypatch.setattr(reporting, "ask_save", at_once)
    press(tab, "Save as CSV", qtbot)
    qtbot.waitUntil(out.exists)
    settle(tab, qtbot)
    assert named == ["gvi-year.csv"]
    assert vault.read(lambda unit: unit.count(Disclosure)) == 1


def test_a_report_as_pdf_is_offered_a_password(
    tab: ReportsTab, vault: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "r.pdf"
    press(tab, "Save as PDF", qtbot)
    qtbot.waitUntil(lambda: bool(tab.findChildren(FilePassword)))
    question = tab.findChildren(Question)[0]
    question.findChildren(FilePassword)[0].line.setText("gul stol 7")
    question.yes.click()
    dialog = tab.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(out))
    dialog.close()
    qtbot.waitUntil(out.exists)
    settle(tab, qtbot)
    assert opens_with(out, "gul stol 7")
    assert vault.read(lambda unit: unit.count(Disclosure)) == 1
