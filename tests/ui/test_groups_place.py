"""The place Groups: new, change, close, link and relate."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import shiboken6
from kit.people import group, link, person
from kit.vaults import NOON
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.group import Group, GroupStatus, RelationDraft, RelationKind
from gvi_desktop.domain.membership import Accuracy, Reliability
from gvi_desktop.services import groups, undo
from gvi_desktop.services.workspace import Workspace
from ui.groups.page import GroupsPage
from ui.groups.relationmap import RelationDrawing
from ui.kit import dates
from ui.kit.desk import Desk


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's clock stands where the vault's does."""
    monkeypatch.setattr(dates, "now", lambda: NOON)


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[], GroupsPage]]:
    made: list[GroupsPage] = []

    def make() -> GroupsPage:
        page = GroupsPage(desk)
        made.append(page)
        page.resize(1200, 800)
        page.show()
        wanted = desk.tasks.workspace.read(lambda unit: unit.count(Group))
        qtbot.waitUntil(lambda: page.model.rowCount() == wanted)
        return page

    yield make
    for page in made:  # before the threads: a page that lives on would ask for more
        shiboken6.delete(page)


def texts(page: GroupsPage) -> str:
    every = [*page.detail.findChildren(QLabel), *page.detail.findChildren(QPushButton)]
    return "\n".join(one.text() for one in every)


def field(page: GroupsPage, name: str) -> Any:
    assert page.panel is not None
    return page.panel.form.field(name)


def show(qtbot: QtBot, page: GroupsPage, one: str) -> None:
    page.show_record(one)
    qtbot.waitUntil(lambda: page.detail.key == one)


def test_a_group_is_added_and_undone(qtbot: QtBot, opened: Any) -> None:
    page = opened()
    page.new()
    field(page, "name").set_value("Norra")
    page.panel.save()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and "Norra" in texts(page))
    page.tasks.write(page, undo.undo)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_a_name_already_used_is_told_beside_the_field(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    group(workspace)
    page = opened()
    page.new()
    field(page, "name").set_value("norra")
    page.panel.save()
    qtbot.waitUntil(lambda: any("already" in one.text() for one in page.panel.findChildren(QLabel)))
    assert page.model.rowCount() == 1


def test_closing_a_group_says_how_many_links_are_to_be_reviewed(
    qtbot: QtBot, opened: Any, workspace: Workspace
) -> None:
    north = group(workspace)
    link(workspace, person(workspace), north)
    link(workspace, person(workspace, "Nils", "Berg"), north)
    page = opened()
    show(qtbot, page, north)
    page.edit()
    qtbot.waitUntil(lambda: page.panel is not None)
    field(page, "status").set_value(GroupStatus.CLOSED)
    told: list[str] = []
    page.desk.said.connect(lambda text, _undo: told.append(text))
    page.panel.save()
    qtbot.waitUntil(lambda: any("2 link" in text for text in told))
    qtbot.waitUntil(lambda: "Link a person" not in texts(page))


def test_a_members_card_leads_to_the_person(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    north, one = group(workspace), person(workspace)
    link(workspace, one, north)
    page = opened()
    show(qtbot, page, north)
    card = next(button for button in page.detail.findChildren(QPushButton) if button.text() == "P001")
    with qtbot.waitSignal(page.desk.go) as gone:
        card.click()
    assert gone.args == ["person", one]


def test_a_person_is_linked_from_the_groups_page(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    north, one = group(workspace), person(workspace)
    page = opened()
    show(qtbot, page, north)
    page.open_form("link", about=north)
    values: dict[str, Any] = {"person": one, "source": "Polisen", "basis": "Sedd ofta.", "review_on": date(2027, 6, 1)}
    values |= {"reliability": Reliability.MOSTLY, "accuracy": Accuracy.PROBABLE}
    for name, value in values.items():
        field(page, name).set_value(value)
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    qtbot.waitUntil(lambda: "P001" in texts(page))
    assert "Waiting for approval" in texts(page)
    assert page.current == north


def test_a_conflict_is_added_shown_and_ended(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    north, south = group(workspace), group(workspace, "Södra")
    page = opened()
    show(qtbot, page, north)
    page.open_form("relation", about=north)
    field(page, "other").set_value(south)
    page.panel.save()
    qtbot.waitUntil(lambda: "Södra" in texts(page))
    end = next(button for button in page.detail.findChildren(QPushButton) if button.text() == "End")
    end.click()
    qtbot.waitUntil(lambda: workspace.read(groups.relations_of, north)[0][0].to_on is not None)


def test_a_relation_noted_by_mistake_is_taken_away_and_undo_brings_it_back(
    qtbot: QtBot, opened: Any, workspace: Workspace
) -> None:
    north, south = group(workspace), group(workspace, "Södra")
    workspace.write(groups.add_relation, RelationDraft(group=north, other=south))
    page = opened()
    show(qtbot, page, north)
    buttons = page.detail.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Remove").click()
    qtbot.waitUntil(lambda: not workspace.read(groups.relations_of, north))
    workspace.write(undo.undo)
    assert len(workspace.read(groups.relations_of, north)) == 1


def test_a_relation_of_another_group_is_one_click_away(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    north, south = group(workspace), group(workspace, "Södra")
    workspace.write(groups.add_relation, RelationDraft(group=north, other=south))
    page = opened()
    show(qtbot, page, north)
    other = next(button for button in page.detail.findChildren(QPushButton) if button.text() == "Södra")
    other.click()
    qtbot.waitUntil(lambda: page.detail.key == south)


def test_the_map_says_who_stands_how_and_leads_on_by_keyboard(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    north, south, west = group(workspace), group(workspace, "Södra"), group(workspace, "Västra")
    workspace.write(groups.add_relation, RelationDraft(group=south, other=north, from_on=date(2026, 1, 1)))
    alliance = RelationDraft(group=north, other=west, relation_kind=RelationKind.ALLIANCE)
    workspace.write(groups.add_relation, alliance)
    page = opened()
    show(qtbot, page, north)
    (drawing,) = page.detail.findChildren(RelationDrawing)
    said = drawing.accessibleDescription().splitlines()
    assert said[0] == "Norra. Conflict · since 2026-01-01: Södra; Alliance: Västra"
    assert not drawing.grab().isNull()
    drawing.setFocus()
    qtbot.keyClick(drawing, Qt.Key.Key_Right)
    assert drawing.accessibleDescription() == "Södra. Conflict · since 2026-01-01: Norra"
    qtbot.keyClick(drawing, Qt.Key.Key_Right)
    qtbot.keyClick(drawing, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.key == west)


def test_a_click_on_a_group_of_the_map_of_all_opens_it(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    north, south = group(workspace), group(workspace, "Södra")
    group(workspace, "Ensam")
    workspace.write(groups.add_relation, RelationDraft(group=south, other=north))
    page = opened()
    page.show_map()
    qtbot.waitUntil(lambda: bool(page.detail.findChildren(RelationDrawing)))
    (drawing,) = page.detail.findChildren(RelationDrawing)
    assert [row[:2] for row in drawing.table()] == [("Södra", "Norra")]
    drawing.grab()
    at = drawing._boxes()[1].center().toPoint()
    qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: page.detail.key in (north, south))
