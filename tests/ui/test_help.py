"""The place Help: the pipeline, the clock, moving on, and follow-ups."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.letters import text as words_of
from kit.lines import TODAY, add_person, call, wish
from kit.pages import beside, form_of, hidden, look_at, press, saved, shown_texts, visit
from kit.places import texts
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.agency import AgencyDraft, Offer
from gvi_desktop.domain.help import HelpKind, Stage
from gvi_desktop.domain.record import NoteMark
from gvi_desktop.services import agencies, helping, phonecalls, undo
from gvi_desktop.settings import Settings
from ui.help.page import HelpPage
from ui.kit import language, paperask
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.words import Words


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Any:
    return visit(qtbot, HelpPage(desk))


def write(page: Any, work: Any, *args: Any) -> Any:
    return page.tasks.workspace.write(work, *args)


def kept(page: Any, record_id: str) -> Any:
    return page.tasks.workspace.read(helping.get, record_id)


def test_new_help_needs_a_kind_and_somebody_or_nobody(qtbot: QtBot, page: Any) -> None:
    panel = form_of(qtbot, page, page.new)
    panel.save()
    assert set(beside(panel)) == {"help_kind", "person"}
    panel.form.fill({"help_kind": HelpKind.WORK, "anonymous": True})
    assert hidden(panel, "person")
    saved(qtbot, page)
    qtbot.waitUntil(lambda: texts(page.model, 2) == ["Work"])
    assert kept(page, page.current).asked_on == TODAY


def test_the_board_counts_each_stage_and_leads_to_the_help(qtbot: QtBot, page: Any) -> None:
    person = write(page, add_person, "P001")
    made = write(page, helping.add, wish(anonymous=False, person=person, asked_on=TODAY - timedelta(days=5)))
    write(page, helping.add, wish(stage=Stage.THINKING))
    qtbot.waitUntil(lambda: "waited 5 days" in shown_texts(page.board))
    press(page.board, "P001")
    qtbot.waitUntil(lambda: page.current == made and "Nobody has been in contact" in shown_texts(page.detail))


def test_the_first_contact_stops_the_clock_and_can_be_undone(qtbot: QtBot, page: Any) -> None:
    made = write(page, helping.add, wish(asked_on=TODAY - timedelta(days=1)))
    look_at(qtbot, page, made, "25 h have passed")
    press(page.detail, "First contact now")
    qtbot.waitUntil(lambda: "25 h, within 72 hours" in shown_texts(page.detail))
    write(page, undo.undo)
    qtbot.waitUntil(lambda: "First contact now" in shown_texts(page.detail))


def test_an_end_asks_for_its_reason_beside_the_field(qtbot: QtBot, page: Any) -> None:
    made = write(page, helping.add, wish())
    look_at(qtbot, page, made, "Work")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Move to another stage"))
    assert hidden(panel, "ended_why")
    panel.form.field("stage").set_value(Stage.ENDED)
    panel.save()
    assert list(beside(panel)) == ["ended_why"]
    panel.form.field("ended_why").set_value("Tackade nej")
    saved(qtbot, page)
    assert (kept(page, made).stage, kept(page, made).ended_why) == (Stage.ENDED, "Tackade nej")


def test_consent_is_asked_for_where_it_is_needed(qtbot: QtBot, page: Any) -> None:
    made = write(page, helping.add, wish())
    look_at(qtbot, page, made, "No consent yet")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Move to another stage"))
    assert hidden(panel, "consent")
    panel.form.field("stage").set_value(Stage.ONGOING)
    panel.save()
    assert list(beside(panel)) == ["consent"]
    panel.form.field("consent").set_value(True)
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "Consent given" in shown_texts(page.detail))


def test_a_follow_up_that_is_due_is_written(qtbot: QtBot, page: Any) -> None:
    made = write(page, helping.add, wish(asked_on=TODAY - timedelta(days=100), first_contact_on=TODAY - timedelta(99)))
    look_at(qtbot, page, made, "After 3 months")
    panel = form_of(qtbot, page, lambda: press(page.detail, "Note"))
    panel.save()
    assert list(beside(panel)) == ["text"]
    panel.form.field("text").set_value("I kontakt, har bostad")
    panel.form.field("mark").set_value(NoteMark.FACT)
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "Fact: I kontakt, har bostad" in shown_texts(page.detail))
    assert [(one.months, one.on) for one in kept(page, made).followups] == [(3, TODAY)]


def test_a_change_keeps_what_the_form_does_not_show(qtbot: QtBot, page: Any) -> None:
    made = write(page, phonecalls.offer_help, write(page, phonecalls.log, call()))
    write(page, helping.move, made, Stage.THINKING)
    look_at(qtbot, page, made, "Thinking")
    panel = form_of(qtbot, page, page.edit)
    panel.form.field("provider").set_value("Fryshuset")
    saved(qtbot, page)
    record = kept(page, made)
    assert (record.provider, record.stage) == ("Fryshuset", Stage.THINKING)
    assert record.call is not None


def test_the_filter_turns_to_the_list(qtbot: QtBot, page: Any) -> None:
    write(page, helping.add, wish(help_kind=HelpKind.DEBTS))
    write(page, helping.add, wish())
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.filter.setText("debt")
    qtbot.waitUntil(lambda: texts(page.model, 2) == ["Debts"])
    assert page.tabs.currentIndex() == 1


def test_in_swedish_everything_is_swedish(qtbot: QtBot, desk: Desk) -> None:
    desk.tasks.workspace.write(helping.add, wish(asked_on=TODAY - timedelta(days=5)))
    language.speak("sv")
    page: Any = visit(qtbot, HelpPage(Desk(desk.tasks, Words("sv"), Settings(language="sv"))))
    qtbot.waitUntil(lambda: "väntat 5 dagar" in shown_texts(page.board))
    assert "Ny hjälp" in shown_texts(page) and "Erbjudet" in shown_texts(page.board)


def test_the_directory_is_read_in_every_language_and_printed(
    qtbot: QtBot, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = AgencyDraft(name="Jouren", phone="019-1", in_directory=True, offers=(Offer("tr", "Akşam görüşmeleri"),))
    write(page, agencies.add, draft)
    page.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: "Jouren" in shown_texts(page.directory) and "General text" in shown_texts(page.directory))
    page.directory.pills.chosen.emit("tr")
    qtbot.waitUntil(lambda: "Akşam görüşmeleri" in shown_texts(page.directory))
    assert "read the handout through" in shown_texts(page.directory)
    target = tmp_path / "directory.pdf"
    monkeypatch.setattr(paperask, "ask_save", lambda _parent, _title, _name, _pattern, then: then(target))
    press(page.directory, "Print the directory")
    page.directory.findChildren(Question)[0].accept()
    qtbot.waitUntil(target.exists)
    assert "Akşam görüşmeleri" in words_of(target.read_bytes())


def test_what_is_shown_from_elsewhere_leaves_the_directory(qtbot: QtBot, page: Any) -> None:
    made = write(page, helping.add, wish())
    page.tabs.setCurrentIndex(2)
    page.show_record(made)
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == 0 and page.detail.isVisible())
