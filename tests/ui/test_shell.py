"""The shell: places, search, undo, and being where one was."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from kit.places import PeoplePlace, people_spec, texts
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import people, undo
from ui.kit.desk import Desk
from ui.kit.spec import Hit, ShellWork, Status
from ui.shell import Shell

SPECS = (people_spec("people"), people_spec("others", frozenset({"group"})))


def search(_unit: Any, text: str) -> Sequence[Hit]:
    return [Hit("person", "1", "Linden", "Västra"), Hit("group", "2", "Lindarna")] if text.startswith("lin") else []


def status(_unit: Any) -> Status:
    return Status("GVI Örebro")


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk) -> Iterator[Shell]:
    made = Shell(desk, SPECS, ShellWork(search, undo.undo, undo.redo, status))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    made.restore({})
    yield made


def page(shell: Shell) -> PeoplePlace:
    found = shell.page()
    assert isinstance(found, PeoplePlace)
    return found


def test_pages_are_made_on_the_first_visit_only(shell: Shell) -> None:
    first = shell.page()
    assert len(shell.findChildren(PeoplePlace)) == 1
    shell.visit("others")
    assert len(shell.findChildren(PeoplePlace)) == 2
    assert shell.visit("people") is first


def test_ctrl_and_a_digit_go_to_a_place(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.current == "others"


def test_every_shortcut_is_in_a_menu_and_none_is_given_twice(shell: Shell) -> None:
    keys = [action.shortcut().toString() for action in shell.menus.actions.values() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+K", "Ctrl+L", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+N", "Ctrl+F", "F1", "F2", "Ctrl+1"} <= set(keys)


def test_the_search_groups_by_kind_and_enter_goes_there(qtbot: QtBot, shell: Shell) -> None:
    went: list[tuple[str, str]] = []
    shell.desk.go.connect(lambda kind, record: went.append((kind, record)))
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.search, "lin")
    qtbot.waitUntil(lambda: shell.search.list.isVisible())
    assert [shell.search.list.item(row).text() for row in range(4)][1::2] == ["Linden   Västra", "Lindarna"]
    qtbot.keyClick(shell.search, Qt.Key.Key_Down)
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    assert went == [("group", "2")] and shell.current == "others"


def test_undo_takes_back_and_redo_does_again(qtbot: QtBot, shell: Shell) -> None:
    place = page(shell)
    shell.desk.tasks.write(shell, people.add, PersonDraft(code_name="Linden"))
    qtbot.waitUntil(lambda: texts(place.model) == ["Linden"])
    qtbot.keyClick(place, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: texts(place.model) == [])
    shell.redo()
    qtbot.waitUntil(lambda: texts(place.model) == ["Linden"])


def test_the_note_offers_undo(qtbot: QtBot, shell: Shell) -> None:
    shell.desk.say("Saved", undo=True)
    assert shell.note.isVisible() and shell.note.accessibleName() == "Saved"


def test_one_comes_back_to_the_place_the_record_and_the_open_form(qtbot: QtBot, shell: Shell, desk: Desk) -> None:
    one = desk.tasks.workspace.write(people.add, PersonDraft(code_name="Linden"))
    shell.go("person", one)
    shell.page().open_form("new")
    panel = shell.page().panel
    assert panel is not None
    panel.form.field("note").set_value("Half")
    state = shell.state()
    again = Shell(Desk(desk.tasks, desk.words, desk.settings), SPECS, ShellWork(search, undo.undo, undo.redo, status))
    qtbot.addWidget(again)
    again.restore(state)
    restored = again.page().panel
    assert again.current == "people" and page(again).current == one
    assert restored is not None and restored.form.values()["note"] == "Half"


def test_a_draft_not_looked_at_yet_is_kept_again(shell: Shell) -> None:
    draft = {"name": "new", "record": "", "about": "", "state": {"note": "x"}}
    shell.restore({"place": "people", "drafts": {"others": draft}})
    assert shell.drafts() == {"others": draft}


def test_the_quiet_line_tells_of_the_backup(qtbot: QtBot, shell: Shell) -> None:
    def said() -> list[str]:
        from PySide6.QtWidgets import QLabel

        return [label.text() for label in shell.statusBar().findChildren(QLabel)]

    qtbot.waitUntil(lambda: "No backup yet" in said())
    assert not any(text.startswith("Bundles to read") for text in said())
    assert shell.window().windowTitle() == "GVI Örebro – GVI Desktop"


def test_an_error_nobody_took_is_told_in_words(qtbot: QtBot, shell: Shell) -> None:
    shell.undo()
    qtbot.waitUntil(lambda: bool(dialogs(shell)))
    dialogs(shell)[0].close()


def dialogs(shell: Shell) -> list[Any]:
    from PySide6.QtWidgets import QDialog

    return [dialog for dialog in shell.findChildren(QDialog) if dialog.isVisible()]


def test_help_opens_for_a_place_and_falls_back_to_the_first_steps(qtbot: QtBot, shell: Shell) -> None:
    shell.help("start")
    window = dialogs(shell)[0]
    assert len(window.text.toPlainText()) > 200
    shell.help("no-such-page")
    assert len(window.text.toPlainText()) > 200
