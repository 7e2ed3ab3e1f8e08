"""What is looked at and searched for in the window becomes entries of the journal: one a search, none of its words."""

from typing import Any

import pytest
from kit.people import group, person
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.focus import FocusDraft
from gvi_desktop.domain.help import HelpDraft, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.phonecall import PhonecallDraft
from gvi_desktop.services import exchangeviews, pickers, seen, tasks
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from ui.focus.page import FocusPage
from ui.help.page import HelpPage
from ui.kit import settled
from ui.kit.desk import Desk
from ui.kit.fields.ref import RefField
from ui.kit.listplace import ListPlace
from ui.kit.searchbox import SearchBox
from ui.kit.spec import Hit
from ui.people.page import PeoplePage
from ui.phoneline.page import PhoneLinePage


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled, "REST", 60)


def entries(workspace: Workspace, action: str) -> list[tuple[str | None, str | None, str | None]]:
    found = workspace.read(lambda unit: list(journal.entries(unit.connection)))
    return [(one.kind, one.record, one.detail) for one in found if one.action == action]


def place(qtbot: QtBot, desk: Desk, kind: type[ListPlace[Any]]) -> Any:
    page = kind(desk)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: desk.tasks.jobs == 0)
    return page


@pytest.mark.parametrize(
    ("kind", "draft", "page"),
    [
        ("help", HelpDraft(help_kind=HelpKind.WORK, anonymous=True), HelpPage),
        ("phonecall", PhonecallDraft(anonymous=True), PhoneLinePage),
        ("focus", FocusDraft(basis="Skäl"), FocusPage),
        ("incident", IncidentDraft(area="Norr"), FocusPage),
    ],
)
def test_a_page_of_a_sensitive_kind_is_an_entry_once(
    qtbot: QtBot, desk: Desk, workspace: Workspace, kind: str, draft: Any, page: type[ListPlace[Any]]
) -> None:
    made = workspace.write(lambda unit: unit.add(BY_KIND[kind], draft).id)
    shown = place(qtbot, desk, page)
    shown.show_kind(kind, made)
    qtbot.waitUntil(lambda: entries(workspace, "open") == [(kind, made, None)])
    shown.reload()
    qtbot.waitUntil(lambda: desk.tasks.jobs == 0)
    qtbot.wait(20)
    assert entries(workspace, "open") == [(kind, made, None)]


def test_a_search_among_people_is_one_entry_without_its_words(qtbot: QtBot, desk: Desk, workspace: Workspace) -> None:
    person(workspace, family="Lindgren")
    page = place(qtbot, desk, PeoplePage)
    qtbot.keyClicks(page.filter, "lindgren")
    qtbot.waitUntil(lambda: entries(workspace, "search") == [("person", None, "1")])
    page.reload()
    qtbot.wait(150)
    page.filter.clear()
    qtbot.keyClicks(page.filter, "nobody")
    qtbot.waitUntil(lambda: entries(workspace, "search") == [("person", None, "1"), ("person", None, "0")])
    with workspace.engine.connect() as connection:
        told = [str(row) for row in connection.exec_driver_sql("SELECT * FROM journal WHERE action = 'search'")]
    assert not any("lindgren" in row.casefold() or "nobody" in row for row in told)


def test_a_search_that_leads_to_somebody_is_noted_at_once(qtbot: QtBot, desk: Desk, workspace: Workspace,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(settled, "REST", 60_000)
    box = SearchBox(desk, lambda unit, text: [Hit("person", "x", "P001", ""), Hit("group", "y", "Norr", "")])
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.keyClicks(box, "p0")
    qtbot.waitUntil(lambda: box.list.isVisible())
    assert entries(workspace, "search") == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entries(workspace, "search") == [("person", None, "1")])


def test_another_word_settles_the_one_before(qtbot: QtBot, desk: Desk, workspace: Workspace,
                                             monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(settled, "REST", 60_000)
    heard = settled.SettledSearch(desk, desk.tasks)
    for text, found in (("a", 9), ("an", 4), ("anna", 2), ("bo", 1), ("", 0)):
        heard.heard(text, found)
    qtbot.waitUntil(lambda: [one[2] for one in entries(workspace, "search")] == ["2", "1"])


def test_a_form_that_finds_people_notes_it_and_one_that_finds_groups_does_not(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    person(workspace, code_name="P001")
    group(workspace)
    for search in (pickers.group_options, pickers.person_options):
        field = RefField("one", desk.tasks, search)
        qtbot.addWidget(field)
        field.show()
        qtbot.keyClicks(field.editors()[0], "P001")
        qtbot.wait(400)
    assert entries(workspace, "search") == [("person", None, "1")]


def test_what_forms_find_people_by_is_there() -> None:
    known = {one.__name__ for one in (pickers.person_options, exchangeviews.protected_options, tasks.subject_options)}
    assert known == seen.FIND_PEOPLE


def test_only_sensitive_kinds_that_the_user_sees_are_noted(workspace: Workspace) -> None:
    made = workspace.write(lambda unit: unit.add(Incident, IncidentDraft(area="Norr")).id)
    workspace.write(seen.opened, "incident", made)
    with pytest.raises(Exception, match="record_not_found"):
        workspace.write(seen.opened, "group", made)
    assert len(entries(workspace, "open")) == 1
