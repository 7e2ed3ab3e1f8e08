"""The place People: finding, adding, changing, showing names, approving, mending."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import shiboken6
from kit.people import TODAY, group, link, person
from kit.vaults import NOON
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.membership import Accuracy, Reliability
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import memberships, roster, undo
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from ui.kit import dates, language
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.words import Words
from ui.people.page import PeoplePage
from ui.people.proposals import Proposals
from ui.people.reveal import Reveal


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's clock stands where the vault's does."""
    monkeypatch.setattr(dates, "now", lambda: NOON)


@pytest.fixture
def north(workspace: Workspace) -> str:
    return group(workspace)


@pytest.fixture
def ali(workspace: Workspace, north: str) -> str:
    one = person(workspace, birth_date=date(2001, 4, 3))
    link(workspace, one, north)
    return one


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[], PeoplePage]]:
    made: list[PeoplePage] = []

    def make() -> PeoplePage:
        page = PeoplePage(desk)
        made.append(page)
        page.resize(1200, 800)
        page.show()
        wanted = desk.tasks.workspace.read(lambda unit: unit.count(Person))
        qtbot.waitUntil(lambda: page.model.rowCount() == wanted)
        return page

    yield make
    for page in made:  # before the threads: a page that lives on would ask for more
        shiboken6.delete(page)


def texts(page: PeoplePage) -> str:
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel))


def buttons(page: PeoplePage, text: str) -> list[QPushButton]:
    return [one for one in page.detail.findChildren(QPushButton) if one.text() == text]


def show(qtbot: QtBot, page: PeoplePage, one: str) -> None:
    page.show_record(one)
    qtbot.waitUntil(lambda: page.detail.key == one)


def noted(page: PeoplePage, one: str) -> list[str]:
    found = page.tasks.workspace.read(lambda unit: list(journal.entries(unit.connection, record=one)))
    return [entry.action for entry in found]


def field(page: PeoplePage, name: str) -> Any:
    assert page.panel is not None
    return page.panel.form.field(name)


def test_the_page_shows_code_names_and_never_a_name(qtbot: QtBot, opened: Any, ali: str) -> None:
    page = opened()
    show(qtbot, page, ali)
    shown = texts(page)
    assert "P001" in shown
    assert "Norra" in page.model.data(page.model.index(0, 1))
    assert "Hassan" not in shown
    assert "Ali" not in shown


def test_opening_somebody_is_noted_once_however_often_it_is_redrawn(qtbot: QtBot, opened: Any, ali: str) -> None:
    page = opened()
    show(qtbot, page, ali)
    qtbot.waitUntil(lambda: "open" in noted(page, ali))
    page.reload()
    qtbot.wait(50)
    assert noted(page, ali).count("open") == 1


def test_a_new_person_is_saved_by_keyboard_and_undone(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    page = opened()
    page.new()
    field(page, "given_name").set_value("Nils")
    field(page, "family_name").set_value("Berg")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.desk.said) as said:
        qtbot.keyClick(page.panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said.args is not None
    assert said.args[1], "undo is offered"
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and "P001" in texts(page))
    page.tasks.write(page, undo.undo)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_somebody_already_known_is_proposed_while_one_types(qtbot: QtBot, opened: Any, ali: str) -> None:
    page = opened()
    page.new()
    proposals = page.panel.findChild(Proposals)
    field(page, "given_name").set_value("Alli")
    field(page, "family_name").set_value("Hasan")
    field(page, "birth_date").set_value(date(2001, 4, 3))
    qtbot.waitUntil(lambda: bool(proposals.matches))
    (there,) = proposals.findChildren(QPushButton)
    assert there.text() == "P001"
    there.click()
    assert page.panel is None
    qtbot.waitUntil(lambda: page.detail.key == ali)


def test_a_refusal_stands_beside_its_field_and_nothing_is_saved(qtbot: QtBot, opened: Any, ali: str) -> None:
    page = opened()
    page.new()
    field(page, "given_name").set_value("Nils")
    field(page, "personal_number").set_value("19990512-0000")
    page.panel.save()
    qtbot.waitUntil(lambda: any("digits" in one.text() for one in page.panel.findChildren(QLabel)))
    assert page.panel is not None
    assert page.tasks.workspace.read(roster.ids) == [ali]


def test_a_click_shows_the_name_for_a_while_and_it_is_noted(qtbot: QtBot, opened: Any, ali: str) -> None:
    page = opened()
    show(qtbot, page, ali)
    reveal = page.detail.findChild(Reveal)
    qtbot.mouseClick(reveal.show_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reveal.name.text() == "Ali Hassan")
    assert "reveal" in noted(page, ali)
    reveal.hide_button.click()
    assert reveal.name.text() == ""


def test_a_held_button_shows_the_name_until_it_is_let_go(qtbot: QtBot, opened: Any, ali: str) -> None:
    page = opened()
    show(qtbot, page, ali)
    reveal = page.detail.findChild(Reveal)
    reveal.show_button.setFocus()
    qtbot.keyPress(reveal.show_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: reveal.name.text() == "Ali Hassan")
    qtbot.wait(420)
    qtbot.keyRelease(reveal.show_button, Qt.Key.Key_Space)
    assert reveal.name.text() == ""


def test_a_protected_name_asks_for_a_reason(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    one = person(workspace, protection=Protection.REGISTRATION)
    page = opened()
    show(qtbot, page, one)
    reveal = page.detail.findChild(Reveal)
    reveal.show_button.click()
    question = reveal.findChild(Question)
    assert not question.yes.isEnabled()
    question.findChild(QLineEdit).setText("Skyddsbedömning")
    question.yes.click()
    qtbot.waitUntil(lambda: reveal.name.text() == "Ali Hassan")


def test_the_form_of_a_protected_person_holds_no_name_and_loses_none(
    qtbot: QtBot, opened: Any, workspace: Workspace
) -> None:
    one = person(workspace, protection=Protection.REGISTRATION)
    page = opened()
    show(qtbot, page, one)
    page.edit()
    qtbot.waitUntil(lambda: page.panel is not None)
    assert field(page, "given_name").value() == ""
    assert page.panel.form.field("address").parentWidget().isHidden()
    field(page, "language").set_value("arabiska")
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    kept = workspace.read(lambda unit: unit.get(Person, one))
    assert (kept.full_name, kept.language) == ("Ali Hassan", "arabiska")


def test_the_edit_form_keeps_what_it_does_not_show(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    one = person(workspace, "Leyla", "Demir", birth_date=date(2010, 2, 2), best_interests="Skolan vill.")
    page = opened()
    show(qtbot, page, one)
    page.edit()
    qtbot.waitUntil(lambda: page.panel is not None)
    assert "reveal" in noted(page, one), "the form shows the name"
    field(page, "language").set_value("kurdiska")
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    assert workspace.read(lambda unit: unit.get(Person, one)).best_interests == "Skolan vill."


def test_a_link_without_a_source_is_refused_beside_the_field(
    qtbot: QtBot, opened: Any, workspace: Workspace, north: str
) -> None:
    one = person(workspace)
    page = opened()
    show(qtbot, page, one)
    page.open_form("link", about=one)
    field(page, "group").set_value(north)
    field(page, "basis").set_value("Sedd ofta.")
    field(page, "review_on").set_value(date(2027, 6, 1))
    page.panel.save()
    assert page.panel is not None
    field(page, "source").set_value("Polisen")
    page.panel.save()
    assert page.panel is not None, "nobody has judged the source"
    field(page, "reliability").set_value(Reliability.RELIABLE)
    field(page, "accuracy").set_value(Accuracy.PROBABLE)
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    qtbot.waitUntil(lambda: "Waiting for approval" in texts(page))


def test_who_proposed_a_link_gets_no_button_to_approve_it(
    qtbot: QtBot, opened: Any, workspace: Workspace, ali: str
) -> None:
    page = opened()
    show(qtbot, page, ali)
    assert buttons(page, "End")
    assert not buttons(page, "Approve")
    made = workspace.read(memberships.of_person, ali)[0].id
    waits = {"proposed_by": "Bo", "made_by": "Bo", "approved_by": ""}
    workspace.write(lambda unit: unit.change(memberships.Membership, made, **waits))
    qtbot.waitUntil(lambda: bool(buttons(page, "Approve")))
    buttons(page, "Approve")[0].click()
    qtbot.waitUntil(lambda: "Approved by Anna Ek" in texts(page))


def test_a_link_is_ended_from_the_page(qtbot: QtBot, opened: Any, workspace: Workspace, ali: str) -> None:
    page = opened()
    show(qtbot, page, ali)
    buttons(page, "End")[0].click()
    qtbot.waitUntil(lambda: workspace.read(memberships.of_person, ali)[0].membership.to_on == TODAY)


def test_the_pills_choose_who_is_shown_and_count_them(qtbot: QtBot, opened: Any, workspace: Workspace) -> None:
    person(workspace, "A", "A", birth_date=date(2011, 1, 1))
    person(workspace, "B", "B", birth_date=date(1990, 1, 1))
    page = opened()
    minors = next(one for one in page.pills.findChildren(QPushButton) if one.text().startswith("Minors"))
    qtbot.waitUntil(lambda: "1" in minors.text())
    minors.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_imported_people_are_found_under_data_quality_and_marked(
    qtbot: QtBot, opened: Any, workspace: Workspace
) -> None:
    draft = PersonDraft(code_name="P001", imported=True)
    made = workspace.write(lambda unit: unit.add(Person, draft)).id
    page = opened()
    page.tabs.setCurrentIndex(1)
    pill = next(one for one in page.faults.pills.findChildren(QPushButton) if one.text().startswith("Imported"))
    pill.click()
    qtbot.waitUntil(lambda: page.faults.model.rowCount() == 1)
    page.faults.table.selectRow(0)
    qtbot.waitUntil(lambda: page.detail.key == made)
    buttons(page, "I have reviewed it")[0].click()
    qtbot.waitUntil(lambda: page.faults.model.rowCount() == 0)


def test_a_reader_gets_nothing_to_press_that_writes(
    qtbot: QtBot, opened: Any, workspace: Workspace, ali: str
) -> None:
    workspace.write(lambda unit: unit.change(User, unit.user.id, role=Role.READER))
    page = opened()
    show(qtbot, page, ali)
    page.new()
    page.edit()
    assert page.panel is None
    assert not [text for text in ("Edit", "End", "Change", "Link to a group") if buttons(page, text)]


def test_the_page_speaks_swedish(qtbot: QtBot, opened: Any, desk: Desk, ali: str, qapp: QApplication) -> None:
    language.speak("sv")
    desk.words = Words("sv")
    page = opened()
    show(qtbot, page, ali)
    assert page.heading() == "Personer"
    shown = texts(page)
    assert "Godkänd av Bo Alm" in shown
    assert "Koppling till Norra" in "\n".join(one.text() for one in page.detail.findChildren(QPushButton))


def test_an_open_form_comes_back_after_the_lock(opened: Any) -> None:
    page = opened()
    page.new()
    field(page, "given_name").set_value("Nils")
    kept = page.draft()
    again = opened()
    again.restore_draft(kept)
    assert field(again, "given_name").value() == "Nils"
