"""The history and its review in the window: filtered, checked, handed out; a sample judged by somebody else."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit.pages import press, shown_texts
from kit.people import person
from kit.vaults import CHEAP, SettableClock
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QTabWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.deed import Deed, Judgement
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import history, overview, people, sampling, users
from gvi_desktop.services.workspace import Workspace
from ui.kit import busy
from ui.kit.ask import Question
from ui.kit.fields.ticks import TicksField
from ui.office.historytab import HistoryTab
from ui.office.page import TABS, OfficePage
from ui.office.people import UsersTab
from ui.office.reviewtab import ReviewTab
from ui.overview.waiting import also_waiting


@pytest.fixture
def page(open_page: Callable[[type[OfficePage]], OfficePage]) -> OfficePage:
    return open_page(OfficePage)


def turned(page: OfficePage, qtbot: QtBot, kind: type[Any]) -> Any:
    tabs = page.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(TABS.index(kind))
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)
    return tabs.currentWidget()


def signed_in(vault: Workspace, role: Role = Role.STAFF) -> User:
    made = users.add(vault, "Kim Lund", role, "fyra blåa kor", cost=CHEAP)
    found: User = vault.read(lambda unit: unit.get(User, made))
    return found


def test_each_field_narrows_the_list_and_everything_comes_back(
    page: OfficePage, vault: Workspace, qtbot: QtBot
) -> None:
    one = person(vault)
    vault.write(people.open, one)
    tab: HistoryTab = turned(page, qtbot, HistoryTab)
    assert tab.model is not None
    assert tab.filter is not None
    model = tab.model
    every = len(vault.read(lambda unit: list(history.everything(unit))))
    qtbot.waitUntil(lambda: model.rowCount() == every)
    tab.filter.choose(deed=Deed.SEEN)
    qtbot.waitUntil(lambda: model.rowCount() == 1 and model.line(0) is not None)
    line = model.line(0)
    assert line is not None
    assert (line.action, line.record) == ("open", one)
    tab.filter.choose(kind="regime", deed=Deed.SEEN)
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    press(tab, "Show everything")
    qtbot.waitUntil(lambda: model.rowCount() == every)


def test_the_chain_is_checked_from_there_and_told_in_words(page: OfficePage, vault: Workspace, qtbot: QtBot) -> None:
    tab = turned(page, qtbot, HistoryTab)
    press(tab, "Check the chain")
    qtbot.waitUntil(lambda: "The chain holds" in shown_texts(tab))
    with vault.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS journal_no_update")
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql('UPDATE journal SET "by" = \'Nobody\' WHERE seq = 3')
        connection.commit()
    press(tab, "Check the chain")
    qtbot.waitUntil(lambda: "The chain is broken at entry 3" in shown_texts(tab))


def test_what_is_shown_is_saved_and_that_is_an_entry(
    page: OfficePage, vault: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab: HistoryTab = turned(page, qtbot, HistoryTab)
    assert tab.filter is not None
    tab.filter.choose(kind="office")
    press(tab, "Save as JSON")
    dialog = tab.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "h.json"))
    dialog.close()
    qtbot.waitUntil(lambda: (tmp_path / "h.json").exists() and page.tasks.jobs == 0)
    assert {one["kind"] for one in json.loads((tmp_path / "h.json").read_bytes())["entries"]} == {"office"}
    assert [line.detail for line in vault.read(history.newest) if line.action == "export"] == ["journal json 1"]


def test_a_sample_is_judged_by_somebody_else_with_a_note_where_it_is_to_be_followed_up(
    page: OfficePage, vault: Workspace, qtbot: QtBot, clock: SettableClock
) -> None:
    one, owner = person(vault), vault.user
    vault.user = signed_in(vault)
    vault.write(people.open, one)
    vault.write(people.open, one)
    vault.user = owner
    vault.write(people.open, one)
    clock.set_day(date(2026, 12, 2))
    vault.write(sampling.draw)
    tab: ReviewTab = turned(page, qtbot, ReviewTab)
    qtbot.waitUntil(lambda: shown_texts(tab).count("Follow up …") == 2)
    assert "Another user has to look at this one." in shown_texts(tab)
    press(tab, "Fine")
    qtbot.waitUntil(lambda: shown_texts(tab).count("Follow up …") == 1)
    press(tab, "Follow up …")
    question = tab.findChild(Question)
    assert isinstance(question, Question)
    assert not question.yes.isEnabled()
    note = question.findChild(QPlainTextEdit)
    assert isinstance(note, QPlainTextEdit)
    note.setPlainText("Ask Kim why.")
    question.yes.click()
    qtbot.waitUntil(lambda: "Ask Kim why." in shown_texts(tab))
    told = {line.verdict for line in vault.read(sampling.listed)}
    assert told == {Judgement.FINE, Judgement.FOLLOW_UP, None}


def test_an_overdue_sample_waits_on_the_overview_and_leads_there(
    page: OfficePage, vault: Workspace, qtbot: QtBot, clock: SettableClock
) -> None:
    one, owner = person(vault), vault.user
    vault.user = signed_in(vault)
    vault.write(people.open, one)
    vault.user = owner
    clock.set_day(date(2026, 12, 2))
    vault.write(sampling.draw)
    assert vault.read(overview.overview).samples == 0
    clock.set_day(date(2026, 12, 20))
    found = vault.read(overview.overview)
    assert (1, "Entries of the history to review", "office/review") in also_waiting(found, 0, 0)
    page.show_record("review")
    tabs = page.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    assert isinstance(tabs.currentWidget(), ReviewTab)


def test_what_a_user_sees_is_chosen_on_their_card(page: OfficePage, vault: Workspace, qtbot: QtBot) -> None:
    other = signed_in(vault, Role.READER)
    tab: UsersTab = turned(page, qtbot, UsersTab)
    tab.reload()
    qtbot.waitUntil(lambda: "What is seen …" in shown_texts(tab))
    press(tab, "What is seen …")
    question = tab.findChild(Question)
    assert isinstance(question, Question)
    ticks = question.findChild(TicksField)
    assert isinstance(ticks, TicksField)
    ticks.set_value({Compartment.HELP})
    question.yes.click()
    qtbot.waitUntil(lambda: "Does not see: Help" in shown_texts(tab))
    kept: User = vault.read(lambda unit: unit.get(User, other.id))
    assert kept.withheld == frozenset({Compartment.HELP})


def test_a_stopped_file_is_told_and_leaves_nothing(
    page: OfficePage, vault: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab: HistoryTab = turned(page, qtbot, HistoryTab)
    monkeypatch.setattr(busy, "PATIENCE", 0)
    said: list[str] = []
    page.desk.said.connect(lambda text, *_: said.append(text))
    tab._save("csv", tmp_path / "h.csv")
    (bar,) = tab.findChildren(busy.ProgressDialog)
    bar.reject()
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)
    if (tmp_path / "h.csv").exists():  # it was done before Cancel reached it
        assert any("saved as a file" in one for one in said)
    else:
        assert said == ["Cancelled. Nothing was written."]
        assert not [line for line in vault.read(history.newest) if line.action == "export"]


def test_with_large_text_the_list_is_in_sight_and_the_fields_wait_behind_a_button(
    page: OfficePage, qtbot: QtBot
) -> None:
    page.resize(900, 420)
    tab: HistoryTab = turned(page, qtbot, HistoryTab)
    table = tab._table
    assert table is not None
    assert tab.filter is not None
    qtbot.waitUntil(lambda: tab.filter is not None and tab.filter.isHidden())
    qtbot.waitUntil(lambda: not tab.verticalScrollBar().isVisible())
    assert table.mapTo(tab, table.rect().bottomLeft()).y() <= tab.height()
    press(tab, "Filter")
    assert not tab.filter.isHidden()
    page.resize(1200, 900)
    qtbot.waitUntil(lambda: "Filter" not in shown_texts(tab).splitlines())
    assert not tab.filter.isHidden()
