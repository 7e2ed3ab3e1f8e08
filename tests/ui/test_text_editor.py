"""A letter text is written by keys: chips are one thing, lines have looks, and what is kept is the plain text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gvi_desktop.letters import templates
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.services import lettertexts
from gvi_desktop.wording import Words
from ui.letters.textarea import LetterArea
from ui.letters.textchips import Chips, told
from ui.letters.textlines import OBJECT, Look, look_of
from ui.letters.texttools import TextTools

HEAD = "title: Brev\nheading: Kallelse\n---\n"
Key, Held = Qt.Key, Qt.KeyboardModifier


def chips(language: str = "en") -> Chips:
    offer, words = lettertexts.offer("notice:sv", language), Words(language)
    return Chips(dict(offer.names), {one.value: words.text("conditions", one.value) for one in offer.conditions})


@pytest.fixture
def area(qtbot: QtBot) -> Any:
    made = LetterArea(chips())
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def stand(area: Any, words: str = "", after: bool = True) -> None:
    """The cursor to the end, or beside words."""
    area.moveCursor(QTextCursor.MoveOperation.End)
    if words:
        found = area.document().find(words)
        area.setTextCursor(found)
        cursor = area.textCursor()
        cursor.setPosition(found.selectionEnd() if after else found.selectionStart())
        area.setTextCursor(cursor)


def body(area: Any) -> str:
    return str(area.text()).removeprefix(HEAD)


@pytest.mark.parametrize("kind", LetterKind)
def test_every_text_of_ours_is_kept_as_it_was(area: Any, kind: LetterKind) -> None:
    for language in templates.languages(kind):
        area.set_text(templates.source(kind, language))
        assert area.text() == templates.source(kind, language)


PARTS = st.sampled_from(
    ["**", "*", "{{phone}}", "{{#minor}}", "{{/minor}}", "{{x}}", "{{", "}}", "# ", "- ", "> ", "| a |", "title: ",
     "---", "\n", "ord", " ", "😀", "å", "\ufffc"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=14).map("".join))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_kept_as_it_was(area: Any, text: str) -> None:
    area.set_text(text)
    assert area.text() == text


def test_a_chip_is_one_thing_to_the_arrow_keys_and_to_backspace(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD + "Hej {{first_name}}!")
    stand(area)
    qtbot.keyClick(area, Key.Key_Left)
    qtbot.keyClick(area, Key.Key_Left)
    qtbot.keyClicks(area, "a")
    assert body(area) == "Hej a{{first_name}}!"
    qtbot.keyClick(area, Key.Key_Right)
    assert area.accessibleDescription() == "First name"
    qtbot.keyClick(area, Key.Key_Backspace)
    assert body(area) == "Hej a!"
    qtbot.keyClick(area, Key.Key_Z, Held.ControlModifier)
    assert body(area) == "Hej a{{first_name}}!"


def test_words_beside_a_chip_are_words(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD + "{{phone}}")
    stand(area)
    qtbot.keyClicks(area, "abc")
    assert body(area) == "{{phone}}abc"
    assert area.document().lastBlock().text() == OBJECT + "abc"


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "{{first_name}}", "First name"), ("sv", "{{first_name}}", "Förnamn"),
        ("sv", "{{absent_code}}", "Kodnamn"),
        ("en", "{{#minor}}", "if under 18:"), ("en", "{{^minor}}", "if not under 18:"), ("en", "{{/minor}}", "end"),
        ("en", "{{#services}}", "for each who helps:"), ("en", "{{phnoe}}", "phnoe"),
    ],
)  # fmt: skip
def test_a_chip_says_what_it_is_in_words(area: Any, language: str, code: str, name: str) -> None:
    assert told(chips(language).look(code)) == name
    assert chips(language).known(code) is (code != "{{phnoe}}")


def test_what_is_typed_between_braces_becomes_a_chip(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD)
    stand(area)
    qtbot.keyClicks(area, "Ring {{phone}}.")
    assert body(area) == "Ring {{phone}}." and area.document().lastBlock().text() == f"Ring {OBJECT}."


def test_lines_have_looks_and_no_signs(area: Any) -> None:
    area.set_text(HEAD + "# Om\n- ett\n> viktigt\n~ {{signer_name}}\nord")
    looks, block = [], area.document().begin()
    while block.isValid():
        looks.append(look_of(block))
        block = block.next()
    assert looks == [
        Look.FILE, Look.TITLE, Look.RULE, Look.HEADING, Look.LIST, Look.FRAMED, Look.SIGNED, Look.BODY,
    ]  # fmt: skip
    assert not any(sign in area.toPlainText() for sign in ("title:", "heading:", "#", "- ", "> ", "~"))


def test_bold_headings_and_lists_by_keys(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD + "en rad")
    stand(area)
    both = Held.ControlModifier | Held.AltModifier
    for key, kept in ((Key.Key_1, "# en rad"), (Key.Key_2, "- en rad"), (Key.Key_2, "en rad"), (Key.Key_3, "> en rad")):
        qtbot.keyClick(area, key, both)
        assert body(area) == kept
    qtbot.keyClick(area, Key.Key_0, both)
    qtbot.keyClick(area, Key.Key_B, Held.ControlModifier)
    qtbot.keyClicks(area, " fet")
    qtbot.keyClick(area, Key.Key_B, Held.ControlModifier)
    qtbot.keyClicks(area, " mager")
    assert body(area) == "en rad** fet** mager"


def test_a_list_is_begun_and_ended_by_typing(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD)
    stand(area)
    qtbot.keyClicks(area, "- ett")
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClicks(area, "tre")
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClicks(area, "slut")
    assert body(area) == "- ett\n- tre\nslut"
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClicks(area, "# Rubrik")
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClicks(area, "text")
    assert body(area).endswith("# Rubrik\ntext")


def test_backspace_takes_a_lines_look_first_and_the_head_stays_apart(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD + "- ett")
    stand(area, "ett", after=False)
    qtbot.keyClick(area, Key.Key_Backspace)
    assert body(area) == "ett"
    qtbot.keyClick(area, Key.Key_Backspace)
    assert area.text() == HEAD + "ett"
    stand(area, "Brev")
    qtbot.keyClick(area, Key.Key_Delete)
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClicks(area, " till oss")
    assert area.text() == "title: Brev\nheading: Kallelse till oss\n---\nett"


def test_what_is_copied_is_text_and_what_is_pasted_becomes_chips_and_looks(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD + "# Om **dig** {{first_name}}\nord")
    qtbot.keyClick(area, Key.Key_A, Held.ControlModifier)
    assert area.createMimeDataFromSelection().text() == area.text()
    area.set_text(HEAD)
    stand(area)
    QApplication.clipboard().setText("- ett {{phone}}\r\n- {{#minor}}två{{/minor}}")
    area.paste()
    assert body(area) == "- ett {{phone}}\n- {{#minor}}två{{/minor}}"
    assert look_of(area.document().lastBlock()) is Look.LIST
    rich = QMimeData()
    rich.setHtml("<img src='/etc/passwd'><b>x</b>")
    rich.setText("x")
    area.insertFromMimeData(rich)
    assert body(area).endswith("{{/minor}}x")
    area.undo()
    area.undo()
    assert area.text() == HEAD
    area.redo()
    assert body(area).endswith("{{/minor}}")


def test_a_condition_is_put_around_what_is_marked(area: Any, qtbot: QtBot) -> None:
    area.set_text(HEAD + "ett två tre")
    area.setTextCursor(area.document().find("två"))
    area.insert("{{#minor}}", "{{/minor}}")
    assert body(area) == "ett {{#minor}}två{{/minor}} tre"
    qtbot.keyClick(area, Key.Key_Z, Held.ControlModifier)
    assert body(area) == "ett två tre"


def test_the_tools_follow_the_cursor_and_have_names(area: Any, qtbot: QtBot) -> None:
    tools = TextTools(area)
    qtbot.addWidget(tools)
    area.set_text(HEAD + "# Om\n**fet**")
    stand(area, "fet")
    assert (tools.looks.currentText(), tools.bold.isChecked()) == ("Body", True)
    stand(area, "Om")
    assert (tools.looks.currentText(), tools.bold.isChecked()) == ("Heading", False)
    tools.looks.activated.emit(tools.looks.findText("List"))
    assert body(area) == "- Om\n**fet**"
    stand(area, "Kallelse")
    assert tools.looks.currentText() == "Title" and not tools.looks.isEnabled()
    assert tools.looks.accessibleName()


def test_many_chips_are_drawn_and_taken_away_without_harm(area: Any, qtbot: QtBot) -> None:
    for _ in range(20):
        area.set_text(HEAD + "{{first_name}} {{#minor}}x{{/minor}} " * 60)
        area.grab()
        stand(area)
        for _ in range(20):
            qtbot.keyClick(area, Key.Key_Backspace)
        area.undo()
    area.clear()
    area.grab()
    assert area.text() == ""
