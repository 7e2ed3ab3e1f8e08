"""Letter texts in the window: written beside the page they make; faults lead to their line; what is used is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from kit.letterbox import with_office
from kit.pages import press, shown_texts, there
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.services import lettertexts
from gvi_desktop.services.workspace import Workspace
from ui.kit.desk import Desk
from ui.letters import textlines
from ui.letters.page import LettersPage
from ui.letters.texttab import TEXTS

CARD = "card:sv"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, workspace: Workspace) -> Any:
    workspace.write(with_office)
    made = LettersPage(desk)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.texts.tabs.setCurrentIndex(TEXTS)
    qtbot.waitUntil(lambda: made.texts.list.model.rowCount() > 0)
    return made


def bench(qtbot: QtBot, page: Any, line: str = CARD) -> Any:
    """The bench of a text, with what it says."""
    page.show_record(line)
    qtbot.waitUntil(lambda: page.current == line and "The text" in shown_texts(page.detail))
    page.edit()
    qtbot.waitUntil(lambda: page.panel is not None)
    return page.panel.form.field("text")


def said(field: Any) -> list[str]:
    buttons = field._faults.findChildren(QPushButton)
    return [one.text() for one in buttons if there(one, field)]


def test_a_text_is_kept_as_a_draft_and_taken_into_use(qtbot: QtBot, page: Any, workspace: Workspace) -> None:
    field = bench(qtbot, page)
    field.set_value(field.value().replace("Ring oss.", "Hör av dig."))
    page.panel.save()
    qtbot.waitUntil(lambda: "The draft" in shown_texts(page.detail))
    press(page.detail, "Take into use")
    qtbot.waitUntil(lambda: "Ours, version 1" in shown_texts(page.detail))
    assert "Hör av dig." in workspace.read(lettertexts.view, CARD).text
    press(page.detail, "Back to the program's own")
    qtbot.waitUntil(lambda: "Out of use" in shown_texts(page.detail))
    assert workspace.read(lettertexts.view, CARD).line.used is None


def test_a_fault_is_told_as_one_types_and_leads_to_its_line(qtbot: QtBot, page: Any) -> None:
    field = bench(qtbot, page)
    qtbot.waitUntil(lambda: "Page 1 of 1" in shown_texts(field))
    text = field.value()
    field.set_value(text + "{{phnoe}}\n")
    last = field.value().count("\n")
    qtbot.waitUntil(lambda: len(said(field)) == 1)
    assert said(field)[0].startswith(f"Line {last}: ") and "phone" in said(field)[0]
    next(one for one in field._faults.findChildren(QPushButton) if there(one, field)).click()
    assert textlines.kept(field.area.textCursor()) == "{{phnoe}}"
    field.set_value(text)
    qtbot.waitUntil(lambda: not said(field))


def test_the_page_beside_the_text_is_the_one_it_makes_for_whom_one_chooses(qtbot: QtBot, page: Any) -> None:
    field = bench(qtbot, page, "notice:sv")
    qtbot.waitUntil(lambda: bool(field.page._pdf))
    usual = field.page._pdf
    press(field, "Under 18")
    qtbot.waitUntil(lambda: field.page._pdf != usual)


def test_bold_headings_and_conditions_are_put_around_what_is_marked(qtbot: QtBot, page: Any) -> None:
    field = bench(qtbot, page)
    field.set_value("title: a\nheading: b\n---\nen rad\n")
    field.go_to(4)
    press(field, "Bold")
    assert field.value().splitlines()[3] == "**en rad**"
    field.area.moveCursor(QTextCursor.MoveOperation.End)
    field.area.insert("{{#minor}}", "{{/minor}}")
    assert field.value().endswith("{{#minor}}{{/minor}}")


def test_a_word_document_is_brought_in_and_can_be_taken_back(qtbot: QtBot, page: Any, tmp_path: Path) -> None:
    field = bench(qtbot, page)
    before = field.value()
    made = Document()
    made.add_paragraph("Nytt {{phone}}")
    made.save(str(tmp_path / "a.docx"))
    field.bring_in(tmp_path / "a.docx")
    qtbot.waitUntil(lambda: "Nytt {{phone}}" in field.value())
    field.area.undo()
    assert field.value() == before
    (tmp_path / "b.docx").write_bytes(b"\x00\x01")
    field.bring_in(tmp_path / "b.docx")
    qtbot.waitUntil(lambda: "could not be read" in shown_texts(field))
    assert field.value() == before


def test_what_is_written_is_there_again_after_the_lock(qtbot: QtBot, page: Any) -> None:
    field = bench(qtbot, page)
    field.set_value("title: a\nheading: b\n---\nhalvfärdigt")
    draft = page.draft()
    page.close_form()
    page.restore_draft(draft)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel.form.field("text").value().endswith("halvfärdigt")


def test_turning_back_to_the_register_leaves_nothing_of_a_text_beside_it(qtbot: QtBot, page: Any) -> None:
    page.show_record(CARD)
    qtbot.waitUntil(lambda: "The text" in shown_texts(page.detail))
    page.texts.tabs.setCurrentIndex(0)
    assert page.current == "" and page.stack.currentWidget() is page.blank


def test_a_text_is_read_with_its_fields_by_name_and_as_high_as_it_is(qtbot: QtBot, page: Any) -> None:
    page.show_record("notice:en")
    qtbot.waitUntil(lambda: page.detail.named("reading") is not None)
    reading = page.detail.named("reading")
    assert "{{" not in reading.toPlainText() and reading.isReadOnly()
    qtbot.waitUntil(lambda: reading.height() >= reading.document().size().height() > 200)
    assert not reading.verticalScrollBar().isVisible()
