"""The place Scripts: writing on the bench, approval that pins, blocks shared by many."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit.letters import opens_with
from kit.pages import there
from kit.places import texts
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.domain.script import Audience, Script, ScriptDraft, ScriptStatus
from gvi_desktop.services import scripts
from ui.kit import language, paperask
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.filepassword import FilePassword
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.scripts.page import BLOCKS, ScriptsPage


@pytest.fixture
def script(desk: Desk) -> str:
    """A draft of two blocks, the first of which another draft shares."""
    ws = desk.tasks.workspace
    first = ws.write(scripts.add_block, BlockDraft(title="Ett", message=Message.ALIVE, language="sv", text="Lev."))
    second = ws.write(scripts.add_block, BlockDraft(title="Två", language="sv", text="Välkommen."))
    ws.write(scripts.add, ScriptDraft(title="Andra", audience=Audience.TALK, language="sv", blocks=(first,)))
    draft = ScriptDraft(title="Första", audience=Audience.CALLIN, language="sv", blocks=(first, second))
    return ws.write(scripts.add, draft)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, script: str) -> ScriptsPage:
    made = ScriptsPage(desk)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    made.show_record(script)
    qtbot.waitUntil(lambda: "Första" in texts(made.model) and "Första" in said(made.detail))
    return made


def said(widget: Any) -> str:
    found = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(one.text() for one in found if there(one, widget))


def form(qtbot: QtBot, page: ScriptsPage, act: Callable[[], Any]) -> Any:
    act()
    qtbot.waitUntil(lambda: page.panel is not None)
    return page.panel


def stored(page: ScriptsPage, script: str) -> Script:
    return page.tasks.workspace.read(scripts.get, script).record


def test_the_bench_takes_the_page_and_gives_it_back(qtbot: QtBot, page: ScriptsPage) -> None:
    panel = form(qtbot, page, page.edit)
    qtbot.waitUntil(page.left.isHidden)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.left.isHidden())


def test_the_way_to_add_a_block_stands_above_the_list_of_blocks(qtbot: QtBot, page: ScriptsPage) -> None:
    column = form(qtbot, page, page.edit).form.field("blocks").column
    qtbot.waitUntil(lambda: column.list.y() > column.finder.y())
    assert column.finder.y() < column.new.y() < column.list.y()


def test_while_one_types_the_editor_says_what_it_sees(qtbot: QtBot, page: ScriptsPage) -> None:
    bench = form(qtbot, page, page.edit).form.field("blocks")
    qtbot.waitUntil(lambda: "Ett" in said(bench.text) or bench.text.title.text() == "Ett")
    assert "Also used in Andra (v1)" in bench.text.users.text()
    bench.text.area.setPlainText("Vi lovar allt.")
    qtbot.waitUntil(lambda: "Promises too much: lovar" in bench.view.said)
    lights = [line for line in bench.view.said if line[:2] in ("1.", "2.", "3.")]
    assert [line.endswith(": in the text") for line in lights] == [True, False, False]
    bench.column.choose(1)
    bench.point(bench.findings.remarks[0])
    assert bench.column.at() == 0 and bench.text.area.textCursor().selectedText() == "lovar"


def test_script_and_blocks_are_saved_together(qtbot: QtBot, page: ScriptsPage, script: str) -> None:
    panel = form(qtbot, page, page.edit)
    bench = panel.form.field("blocks")
    bench.column.step(1)
    assert [one.title for one in bench.value()] == ["Två", "Ett"]
    bench.column.wanted.emit()
    qtbot.keyClicks(bench.text.title, "Tre")
    bench.text.area.setPlainText("Ta emot hjälpen.")
    bench.text.message.setCurrentIndex(bench.text.message.findData(Message.HELP.value))
    bench.text.message.activated.emit(0)
    panel.form.field("title").set_value("Polisens tal")
    panel.save()
    qtbot.waitUntil(lambda: "Polisens tal" in texts(page.model))
    view = page.tasks.workspace.read(scripts.get, script)
    assert [one.title for one in view.passages] == ["Två", "Ett", "Tre"] and view.covered == {"1", "3"}


def test_a_block_without_a_text_is_refused_in_words(qtbot: QtBot, page: ScriptsPage, script: str) -> None:
    panel = form(qtbot, page, page.edit)
    panel.form.field("blocks").column.wanted.emit()
    panel.save()
    assert page.panel is panel and "needs both a title and a text" in said(panel)
    assert len(stored(page, script).blocks) == 2


def test_a_block_is_taken_out_and_one_that_exists_is_added(qtbot: QtBot, page: ScriptsPage, script: str) -> None:
    bench = form(qtbot, page, page.edit).form.field("blocks")
    gone = bench.value()[0]
    bench.column.out.click()
    assert [one.title for one in bench.value()] == ["Två"]
    bench.column.picked.emit(type("Choice", (), {"id": gone.id})())
    qtbot.waitUntil(lambda: [one.title for one in bench.value()] == ["Två", "Ett"])


def test_a_changed_text_cannot_be_called_checked_before_it_is_saved(qtbot: QtBot, page: ScriptsPage) -> None:
    text = form(qtbot, page, page.edit).form.field("blocks").text
    text.legal.click()
    assert text.legal.isChecked()
    text.area.setPlainText("Något nytt.")
    assert not text.legal.isChecked() and not text.legal.isEnabled()
    text.area.setPlainText("Lev.")
    assert text.legal.isEnabled()


def test_what_was_written_survives_the_lock(qtbot: QtBot, page: ScriptsPage) -> None:
    panel = form(qtbot, page, page.edit)
    panel.form.field("blocks").text.area.setPlainText("Halvskrivet")
    kept = page.draft()
    assert kept is not None
    page.close_form()
    page.restore_draft(kept)
    qtbot.waitUntil(lambda: page.panel is not None)
    back: Any = page.panel
    assert back.form.field("blocks").value()[0].text == "Halvskrivet"
    assert back.form.field("blocks").text.area.toPlainText() == "Halvskrivet"


def test_approval_pins_and_a_new_version_follows(qtbot: QtBot, page: ScriptsPage, script: str) -> None:
    panel = form(qtbot, page, lambda: page.open_form("approve", script))
    assert panel.form.field("by").value() == "Anna Ek"
    panel.save()
    qtbot.waitUntil(lambda: "What was approved is pinned" in said(page.detail))
    pinned = stored(page, script)
    assert pinned.sha256[:8] in said(page.detail) and "Anna Ek" in said(page.detail)
    page.edit()
    qtbot.wait(50)
    assert page.panel is None, "an approved text is not written on"
    page.new_version()
    qtbot.waitUntil(lambda: "Version 2" in said(page.detail))
    assert stored(page, page.current).supersedes == script


def test_the_lists_are_narrowed_by_status_and_by_words(qtbot: QtBot, page: ScriptsPage, script: str) -> None:
    page.tasks.workspace.write(scripts.approve, script, "Polisen")
    page.pills.chosen.emit(ScriptStatus.APPROVED)
    qtbot.waitUntil(lambda: texts(page.model) == ["Första"])
    page.tabs.setCurrentIndex(BLOCKS)
    page.filter.setText("två")
    qtbot.waitUntil(lambda: texts(page.block_model) == ["Två"])


def test_a_block_says_where_it_is_used_before_it_is_changed(qtbot: QtBot, page: ScriptsPage, script: str) -> None:
    shared = stored(page, script).blocks[0]
    page.show_kind("block", shared)
    qtbot.waitUntil(lambda: "Used in" in said(page.detail))
    panel = form(qtbot, page, page.edit)
    assert "Used in Andra (v1), Första (v1)" in said(panel)
    panel.form.field("text").set_value("Ni ska leva.")
    panel.save()
    qtbot.waitUntil(lambda: page.panel is None and "Ni ska leva." in said(page.detail))
    assert page.tasks.workspace.read(scripts.get, script).passages[0].text == "Ni ska leva."


def test_the_place_speaks_swedish(qtbot: QtBot, tasks: Tasks, desk: Desk, script: str) -> None:
    language.speak("sv")
    page = ScriptsPage(Desk(tasks, Words("sv"), desk.settings))
    qtbot.addWidget(page)
    page.show_record(script)
    qtbot.waitUntil(lambda: "Talartid" in said(page.detail))
    assert "1. Vi vill inte att ni ska dö eller döda: finns i texten" in said(page.detail)


def test_languages_are_not_mixed_unless_one_asks(qtbot: QtBot, desk: Desk, script: str) -> None:
    write = desk.tasks.workspace.write
    block = write(scripts.add_block, BlockDraft(title="One", language="en", text="Live."))
    english = write(scripts.add, ScriptDraft(title="Only English", language="en", blocks=(block,)))
    made = ScriptsPage(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "Only English" in texts(made.model))
    assert "Första" not in texts(made.model) and "Ett" not in texts(made.block_model)
    made.tongues.chosen.emit(None)
    qtbot.waitUntil(lambda: {"Första · Svenska", "Only English"} <= set(texts(made.model)))
    made.tongues.chosen.emit("en")
    made.show_record(script)
    qtbot.waitUntil(lambda: "Första" in texts(made.model) and "Only English" not in texts(made.model))
    made.show_record(english)
    qtbot.waitUntil(lambda: "Only English" in texts(made.model))


def test_fields_and_cues_are_inserted_where_one_writes(qtbot: QtBot, page: ScriptsPage) -> None:
    bench = form(qtbot, page, page.edit).form.field("blocks")
    qtbot.waitUntil(lambda: bench.text.title.text() == "Ett")
    bench.text.area.moveCursor(QTextCursor.MoveOperation.End)
    bench.text.cue("Pause")
    bench.text.insert("{{phone}}{{where}}")
    assert bench.text.area.toPlainText() == "Lev.\n[Pause]\n{{phone}}{{where}}"
    seen = {"Empty field, filled in under Office: {{phone}}", "There is no such field: {{where}}"}
    qtbot.waitUntil(lambda: seen <= set(bench.view.said))


def test_a_script_is_printed_in_large_type_from_its_page(
    qtbot: QtBot, page: ScriptsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "script.pdf"
    monkeypatch.setattr(paperask, "ask_save", lambda _parent, _title, _name, _pattern, then: then(target))
    told: list[str] = []
    page.desk.said.connect(lambda text, *_: told.append(text))
    next(b for b in page.detail.findChildren(QPushButton) if b.text() == "Print in large type").click()
    qtbot.waitUntil(lambda: bool(page.findChildren(Question)))
    question = page.findChildren(Question)[0]
    line = question.findChildren(FilePassword)[0].line
    line.setText("kort")
    assert not question.yes.isEnabled()
    line.setText("gul stol 7")
    question.yes.click()
    qtbot.waitUntil(target.exists)
    assert opens_with(target, "gul stol 7")
    qtbot.waitUntil(lambda: bool(told))


def test_a_block_says_who_checked_it_and_when(qtbot: QtBot, page: ScriptsPage) -> None:
    block = page.tasks.workspace.read(scripts.blocks, "sv")[0]
    checked = BlockDraft(
        title="Lag", language="sv", text="Enligt lag.", legal_checked=True, checked_by="Lo Ask",
        checked_on=date(2026, 11, 2),
    )  # fmt: skip
    page.tasks.workspace.write(scripts.change_block, block.id, checked)
    page.show_kind("block", block.id)
    qtbot.waitUntil(lambda: "Lo Ask · 2026-11-02" in said(page.detail))
    panel = form(qtbot, page, page.edit)
    assert panel.form.field("checked_by").value() == "Lo Ask"
    panel.form.fill({"legal_checked": False})
    assert panel.form.field("checked_by").isHidden() or not panel.form.field("checked_by").isVisible()
