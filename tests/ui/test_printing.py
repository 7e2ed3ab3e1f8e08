"""Printing from the window: the printer one chose, jobs of fifty, the question after each, and the register after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import printer as box
from kit.callins import add_callin, add_person
from kit.letters import text
from kit.printer import Printer
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.letter import Letter, LetterResult
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import Supervision
from gvi_desktop.services import invitees, letters
from gvi_desktop.services.letters import Made
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.errands import Progress
from ui.kit.printers import print_pages, printers, send
from ui.letters.cameout import CameOut
from ui.letters.maker import LetterMaker
from ui.letters.page import LettersPage
from ui.letters.printing import LETTERS_A_JOB, sheets_of

SILENT = Progress(lambda _done, _total: None)


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    return box.install(tmp_path, monkeypatch)


def fill(unit: Unit, many: int = 3) -> None:
    unit.change(Office, unit.office.id, phone="019-21 10 00", parties=("Polisen", "Örebro kommun"))
    people = [
        add_person(unit, f"Tall-{n:02}", given_name=f"Elias{n:02}", supervision=Supervision.PROBATION)
        for n in range(1, many + 1)
    ]
    invitees.invite(unit, add_callin(unit), people)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[LettersPage]:
    made = LettersPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    yield made
    for timer in made.findChildren(QTimer):
        timer.stop()


def register(workspace: Workspace) -> list[Letter]:
    return workspace.read(lambda unit: unit.find(Letter, order_by=unit.table(Letter).c.number))


def ready(qtbot: QtBot, page: LettersPage) -> LetterMaker:
    page.new()
    made = page.maker
    assert made is not None
    qtbot.waitUntil(lambda: made.bar.print_button.isEnabled())
    return made


def printed_on(qtbot: QtBot, maker: LetterMaker, name: str) -> None:
    """What a hand does: Print, the printer, Print."""
    maker.bar.print_button.click()
    qtbot.waitUntil(lambda: bool(maker.findChildren(Question)))
    question = maker.findChildren(Question)[-1]
    choice = question.findChildren(QComboBox)[0]
    assert choice.currentIndex() == -1 and not question.yes.isEnabled()  # none is taken for granted
    choice.setCurrentText(name)
    question.yes.click()


def asked(qtbot: QtBot, maker: LetterMaker, before: CameOut | None = None) -> CameOut:
    """The question after a job."""

    def there() -> bool:
        found = maker.run.question if maker.run is not None else None
        return found is not None and found is not before

    qtbot.waitUntil(there, timeout=5_000)
    assert maker.run is not None and maker.run.question is not None
    return maker.run.question


def said(question: CameOut) -> str:
    return " ".join(one.text() for one in question.findChildren(QLabel) if not one.isHidden())


# ------------------------------------------------------------------ handing over


def test_only_printers_that_are_there_are_offered_and_taken(printer: Printer) -> None:
    assert printers() == ["Alfa", "Beta"]
    with pytest.raises(VaultError, match="printer_missing"):
        send("Finns inte", "Document", b"", (0, 0), SILENT)
    with pytest.raises(VaultError, match="printer_missing"):  # and by Qt, which would take the usual one
        print_pages("Finns inte", "Document", b"", (0, 0), SILENT)
    assert not printer.jobs()


def test_a_print_system_that_does_not_answer_has_no_printers(printer: Printer, tmp_path: Path) -> None:
    (tmp_path / "box" / "printers").unlink()
    assert printers() == []


def test_the_printer_gets_the_very_bytes_one_saw_under_a_neutral_title(
    qtbot: QtBot, workspace: Workspace, printer: Printer, page: LettersPage
) -> None:
    workspace.write(fill)
    maker = ready(qtbot, page)
    assert maker._look is not None and maker._look.made is not None
    seen = maker._look.made
    printed_on(qtbot, maker, "Beta")
    question = asked(qtbot, maker)
    assert printer.jobs() == [seen.pdf] and "2026-0001" in text(seen.pdf)
    assert printer.arguments() == [["-d", "Beta", "-t", "Document", "-o", "media=A4", "-"]]
    assert "2026-0001 · Tall-01" in said(question) and "2026-0003" in said(question)
    question.on_button.click()
    qtbot.waitUntil(lambda: page.maker is None)
    assert [one.result for one in register(workspace)] == [None, None, None]


def test_what_changed_since_one_looked_is_shown_again_and_not_printed(
    qtbot: QtBot, workspace: Workspace, printer: Printer, page: LettersPage
) -> None:
    told: list[VaultError] = []
    page.tasks.failed.connect(told.append)
    workspace.write(fill)
    maker = ready(qtbot, page)
    maker._timer.setInterval(60_000)  # a colleague's print of this very moment, which the page has not seen yet
    workspace.write(letters.make, workspace.read(letters.prepare, "card", count=1))
    printed_on(qtbot, maker, "Alfa")
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == "letter_preview_old" and not printer.jobs() and len(register(workspace)) == 1
    qtbot.waitUntil(
        lambda: maker._look is not None and maker._look.made is not None and "2026-0002" in maker._look.made.numbers
    )


# ------------------------------------------------------------------ which came out


def test_jobs_are_of_at_most_fifty_and_each_is_asked_about(
    qtbot: QtBot, workspace: Workspace, printer: Printer, page: LettersPage
) -> None:
    workspace.write(fill, 60)
    maker = ready(qtbot, page)
    printed_on(qtbot, maker, "Alfa")
    first = asked(qtbot, maker)
    assert len(printer.jobs()) == 1 and first.on_button.text() == "Print the next ones"
    first.on_button.click()
    second = asked(qtbot, maker, first)
    one, other = printer.jobs()
    assert letters.page_count(one) == LETTERS_A_JOB and letters.page_count(other) == 10
    assert "Elias50" in text(one) and "Elias51" not in text(one) and "Elias51" in text(other)
    second.on_button.click()
    qtbot.waitUntil(lambda: page.maker is None)
    assert {one.result for one in register(workspace)} == {None}


def test_letters_that_are_missing_are_printed_again_from_the_first_of_them(
    qtbot: QtBot, workspace: Workspace, printer: Printer, page: LettersPage
) -> None:
    workspace.write(fill)
    maker = ready(qtbot, page)
    printed_on(qtbot, maker, "Alfa")
    question = asked(qtbot, maker)
    question.some.setChecked(True)
    question.first.setCurrentIndex(1)
    question.again_button.click()
    again = asked(qtbot, maker, question)
    assert letters.page_texts(printer.jobs()[1]) == letters.page_texts(printer.jobs()[0])[1:]
    again.on_button.click()
    qtbot.waitUntil(lambda: page.maker is None)
    assert len(register(workspace)) == 3 and {one.result for one in register(workspace)} == {None}


def test_stopping_leaves_only_what_came_out_as_printed(
    qtbot: QtBot, workspace: Workspace, printer: Printer, page: LettersPage
) -> None:
    workspace.write(fill)
    maker = ready(qtbot, page)
    printed_on(qtbot, maker, "Alfa")
    question = asked(qtbot, maker)
    question.reject()
    assert question.isVisible()  # it wants an answer
    question.some.setChecked(True)
    question.first.setCurrentIndex(2)
    question.reason.setText("Paper jam")
    question.stop_button.click()
    qtbot.waitUntil(lambda: page.maker is None)
    entries = register(workspace)
    assert [one.result for one in entries] == [None, None, LetterResult.DESTROYED]
    assert "Paper jam" in entries[2].note
    guests = workspace.read(lambda unit: unit.find(Invitee))
    assert sum(one.noticed_on is not None for one in guests) == 2


def test_what_was_at_the_printer_when_the_vault_was_locked_is_asked_about_afterwards(
    qtbot: QtBot, workspace: Workspace, printer: Printer, page: LettersPage, desk: Desk
) -> None:
    workspace.write(fill)
    maker = ready(qtbot, page)
    printed_on(qtbot, maker, "Alfa")
    asked(qtbot, maker).hide()  # as the lock does
    kept = page.draft()
    assert kept is not None
    again = LettersPage(desk)
    qtbot.addWidget(again)
    again.show()
    again.restore_draft(json.loads(json.dumps(kept)))
    question = again.findChildren(CameOut)[0]
    assert "locked" in said(question) and not question.again_button.isVisible()
    assert again.draft() == kept  # still unanswered
    question.first.setCurrentIndex(1)
    question.stop_button.click()
    qtbot.waitUntil(lambda: [one.result for one in register(workspace)] == [None, *[LetterResult.DESTROYED] * 2])
    assert again.draft() is None


def test_a_printer_that_takes_nothing_is_told_and_nothing_counts_as_printed(
    qtbot: QtBot, workspace: Workspace, printer: Printer, page: LettersPage
) -> None:
    workspace.write(fill)
    maker = ready(qtbot, page)
    printer.breaks()
    printed_on(qtbot, maker, "Alfa")
    question = asked(qtbot, maker)
    assert "did not take the pages" in said(question) and question.some.isChecked()
    printer.has("Beta")
    question.again_button.click()
    gone = asked(qtbot, maker, question)
    assert "no printer called Alfa" in said(gone)
    gone.stop_button.click()
    qtbot.waitUntil(lambda: page.maker is None)
    assert {one.result for one in register(workspace)} == {LetterResult.DESTROYED}


def test_cards_are_asked_about_sheet_by_sheet() -> None:
    made = Made(b"", "", 3, numbers=("2026-0007",), ids=("a",), first_pages=(1,), people=("",))
    assert [(one.letter, one.pages) for one in sheets_of(made, {})] == [("a", (0, 0)), ("a", (1, 1)), ("a", (2, 2))]


def test_letters_of_several_pages_stay_whole() -> None:
    made = Made(b"", "", 5, numbers=("1", "2"), ids=("a", "b"), first_pages=(1, 4), people=("p", "q"))
    found = [(one.name, one.pages) for one in sheets_of(made, {"p": "Tall-1"})]
    assert found == [("1 · Tall-1", (0, 2)), ("2", (3, 4))]
