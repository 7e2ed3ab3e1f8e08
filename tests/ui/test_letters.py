"""Letters in the window: what one chooses, what stops it, the page one sees, and the register afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from kit.callins import add_callin, add_person
from kit.letters import text
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.letter import Letter, LetterKind, LetterResult
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import Protection, Supervision
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import invitees, letters
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.settings import Settings
from ui.kit import language, theme
from ui.kit.ask import Question
from ui.kit.charts import Funnel
from ui.kit.desk import Desk
from ui.kit.errands import Progress
from ui.kit.filepassword import FilePassword
from ui.kit.printers import draw_on, printers
from ui.kit.raster import page_image
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.letters.maker import LetterMaker
from ui.letters.page import LettersPage


def fill(unit: Unit) -> None:
    unit.change(Office, unit.office.id, phone="019-21 10 00", parties=("Polisen", "Örebro kommun"))
    people = [
        add_person(unit, "Tall-1", given_name="Elias", family_name="Öberg", supervision=Supervision.PROBATION),
        add_person(
            unit, "Tall-2", given_name="Omar", supervision=Supervision.PROBATION, protection=Protection.CONFIDENTIALITY
        ),
        add_person(unit, "Björk-1", given_name="Samir", family_name="Åkesson"),
    ]
    invitees.invite(unit, add_callin(unit), people)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, desk: Desk) -> Iterator[LettersPage]:
    workspace.write(fill)
    made = LettersPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    yield made
    still(made)


def still(widget: QWidget) -> None:
    """Nothing begins any more after the test."""
    for timer in widget.findChildren(QTimer):
        timer.stop()


def opened(qtbot: QtBot, page: LettersPage) -> LetterMaker:
    """New letters, worked out for the first time."""
    page.new()
    made = page.maker
    assert made is not None
    qtbot.waitUntil(lambda: bool(made.people.boxes))
    return made


def register(workspace: Workspace) -> list[Letter]:
    return workspace.read(lambda unit: unit.find(Letter, order_by=unit.table(Letter).c.number))


def choose(maker: LetterMaker, kind: LetterKind) -> None:
    maker.order.kind.setCurrentIndex(maker.order.kind.findData(kind.value))


def test_a_stopped_letter_keeps_all_from_being_printed(qtbot: QtBot, page: LettersPage) -> None:
    maker = opened(qtbot, page)
    assert set(maker.people.boxes) and "Stopped: 1" in maker.bar.sum.text()
    assert not maker.bar.save_button.isEnabled()
    maker.leave_out_stopped()
    qtbot.waitUntil(maker.bar.save_button.isEnabled)
    assert maker.bar.sum.text() == "Letters: 1"


def test_a_tick_taken_away_leaves_the_person_out(qtbot: QtBot, page: LettersPage) -> None:
    maker = opened(qtbot, page)
    stopped = next(one for one in maker.people._people if one.stops)
    maker.people.boxes[stopped.id].setChecked(False)
    qtbot.waitUntil(maker.bar.save_button.isEnabled)
    assert not maker.people.boxes[stopped.id].isChecked()


def test_looking_records_nothing(qtbot: QtBot, page: LettersPage, workspace: Workspace) -> None:
    maker = opened(qtbot, page)
    qtbot.waitUntil(lambda: not maker.pages.sheet.pixmap().isNull())
    assert maker.pages.sheet.pixmap().width() > 300 and not register(workspace)


def test_saving_enters_the_letters_and_shows_the_register(
    qtbot: QtBot, page: LettersPage, workspace: Workspace, tmp_path: Path
) -> None:
    maker = opened(qtbot, page)
    maker.leave_out_stopped()
    qtbot.waitUntil(maker.bar.save_button.isEnabled)
    maker._save_to(tmp_path / "letters.pdf")
    qtbot.waitUntil(lambda: page.maker is None)
    (entry,) = register(workspace)
    assert "Hej Elias" in text((tmp_path / "letters.pdf").read_bytes())
    qtbot.waitUntil(lambda: page.current == entry.id and page.model.rowCount() == 1)


def test_a_password_is_offered_and_a_short_one_is_not_taken(qtbot: QtBot, page: LettersPage, tmp_path: Path) -> None:
    maker = opened(qtbot, page)
    maker.leave_out_stopped()
    qtbot.waitUntil(maker.bar.save_button.isEnabled)
    maker.save_letters()
    question = maker.findChild(Question)
    assert question is not None and question.yes.isEnabled()
    line = question.findChild(FilePassword).line
    line.setText("kort")
    assert not question.yes.isEnabled()
    line.setText("gul stol 7")
    assert question.yes.isEnabled()
    question.accept()
    dialog = maker.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "letters.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: page.maker is None)
    with pikepdf.open(tmp_path / "letters.pdf", password="gul stol 7") as document:
        assert len(document.pages) == 1
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "letters.pdf")


def test_a_file_that_cannot_be_written_is_told_and_may_be_tried_again(
    qtbot: QtBot, page: LettersPage, workspace: Workspace, tmp_path: Path
) -> None:
    told: list[VaultError] = []
    page.tasks.failed.connect(told.append)
    maker = opened(qtbot, page)
    maker.leave_out_stopped()
    qtbot.waitUntil(maker.bar.save_button.isEnabled)
    maker._save_to(tmp_path / "gone" / "letters.pdf")
    qtbot.waitUntil(lambda: bool(told) and maker.bar.save_button.isEnabled())
    assert told[0].code == "out_folder_missing" and not register(workspace)


def test_without_a_printer_it_says_so_and_offers_saving(qtbot: QtBot, page: LettersPage) -> None:
    maker = opened(qtbot, page)
    maker.leave_out_stopped()
    qtbot.waitUntil(maker.bar.save_button.isEnabled)
    if printers():
        pytest.skip("this computer has a printer")
    qtbot.waitUntil(lambda: not maker.bar.no_printer.isHidden())
    assert not maker.bar.no_printer.isHidden() and not maker.bar.print_button.isEnabled()


def test_a_letter_already_had_is_not_ticked_again(qtbot: QtBot, page: LettersPage, workspace: Workspace) -> None:
    workspace.write(letters.make, workspace.read(letters.prepare, "notice", callin=1), True)
    maker = opened(qtbot, page)
    had = next(one for one in maker.people._people if one.already)
    qtbot.waitUntil(lambda: had.id in maker.people.boxes and not maker.people.boxes[had.id].isChecked())


def test_a_language_that_no_speaker_has_read_is_told_of(qtbot: QtBot, page: LettersPage) -> None:
    maker = opened(qtbot, page)
    assert maker.order.unreviewed.isHidden()
    maker.order.language.setCurrentIndex(maker.order.language.findData("ar"))
    qtbot.waitUntil(lambda: not maker.order.unreviewed.isHidden())
    assert maker.order.unreviewed.text() == "Not reviewed by a speaker: Arabic."
    choose(maker, LetterKind.NO_SHOWS)
    assert maker.order.language.findData("ar") == -1 and maker.order.language.currentData() == ""
    qtbot.waitUntil(maker.order.unreviewed.isHidden)


def test_each_kind_offers_what_it_can_be_for(qtbot: QtBot, page: LettersPage) -> None:
    maker = opened(qtbot, page)
    choose(maker, LetterKind.CARD)
    qtbot.waitUntil(maker.bar.save_button.isEnabled)
    assert maker.order.wish() is not None and maker.people.boxes == {}
    choose(maker, LetterKind.NO_SHOWS)
    qtbot.waitUntil(lambda: maker.pages.isVisible() and not maker.bar.save_button.isEnabled())
    assert not maker.order.names.isHidden() and maker.order.ground.count() > 3


def test_another_place_can_ask_for_letters(qtbot: QtBot, page: LettersPage, workspace: Workspace) -> None:
    person = workspace.read(lambda unit: letters.prepare(unit, "notice", callin=1).people[0].id)
    page.open_form("person", about=person)
    assert page.maker is not None
    maker = page.maker
    qtbot.waitUntil(lambda: (maker.order.wish() or {}).get("person") == person)


def test_another_place_can_ask_for_a_kind_of_letter_of_a_call_in(
    qtbot: QtBot, page: LettersPage, workspace: Workspace
) -> None:
    (callin,) = workspace.read(lambda unit: [one.id for one in unit.find(Callin)])
    page.open_form("callin", about=f"callin:no-shows:{callin}")
    assert page.maker is not None
    maker = page.maker
    qtbot.waitUntil(lambda: (maker.order.wish() or {}).get("callin") == callin)
    assert (maker.order.wish() or {})["kind"] == "no-shows"


def test_esc_goes_back_to_the_register(qtbot: QtBot, page: LettersPage) -> None:
    maker = opened(qtbot, page)
    page.activateWindow()
    maker.order.kind.setFocus()
    qtbot.waitUntil(maker.order.kind.hasFocus)
    qtbot.keyClick(maker.order.kind, Qt.Key.Key_Escape)
    assert page.maker is None and not page.head.isHidden()


def test_what_became_of_a_letter_is_noted(qtbot: QtBot, page: LettersPage, workspace: Workspace) -> None:
    made = workspace.write(letters.make, workspace.read(letters.prepare, "notice", callin=1), True)
    page.show_record(made.ids[0])
    qtbot.waitUntil(lambda: page.current == made.ids[0])
    page.edit()
    qtbot.waitUntil(lambda: page.panel is not None)
    panel = page.panel
    assert panel is not None
    panel.form.field("result").set_value(LetterResult.RETURNED)
    panel.save()
    qtbot.waitUntil(lambda: register(workspace)[0].result is LetterResult.RETURNED)
    assert register(workspace)[0].result_on is not None


def test_served_by_hand_wants_a_hand(qtbot: QtBot, page: LettersPage, workspace: Workspace) -> None:
    made = workspace.write(letters.make, workspace.read(letters.prepare, "card", count=1))
    page.show_record(made.ids[0])
    qtbot.waitUntil(lambda: page.current == made.ids[0])
    page.edit()
    qtbot.waitUntil(lambda: page.panel is not None)
    panel = page.panel
    assert panel is not None
    panel.form.field("result").set_value(LetterResult.SERVED)
    panel.save()
    assert panel.form.field("by_hand_with").editors()[0].property("wrong")
    assert register(workspace)[0].result is None


def test_a_reader_finds_the_register_but_no_way_to_print(qtbot: QtBot, workspace: Workspace, tasks: Tasks) -> None:
    workspace.write(fill)
    workspace.write(lambda unit: unit.change(User, unit.user.id, role=Role.READER))
    made = LettersPage(Desk(tasks, Words("en"), Settings(language="en")))
    qtbot.addWidget(made)
    made.new()
    assert made.maker is None


def test_the_page_speaks_swedish_and_stands_large_text(qtbot: QtBot, workspace: Workspace, tasks: Tasks) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak("sv")
    theme.apply(app, "dark", 200)
    workspace.write(fill)
    made = LettersPage(Desk(tasks, Words("sv"), Settings(language="sv")))
    qtbot.addWidget(made)
    made.show()
    maker = opened(qtbot, made)
    assert maker.minimumSizeHint().height() <= 720
    still(made)


# ------------------------------------------------------------------ printing


def test_pages_reach_the_printer_whole_and_under_a_neutral_name(workspace: Workspace, tmp_path: Path) -> None:
    workspace.write(fill)
    prepared = workspace.read(letters.prepare, "notice", "en", callin=1)
    made = workspace.write(letters.make, prepared, True, way=DisclosureWay.PRINT)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # a virtual one: what it gets can be read back
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    steps: list[int] = []
    progress = Progress(lambda done, _total: steps.append(done))
    assert draw_on(printer, "Document", made.pdf, (0, made.pages - 1), progress) == made.pages
    paper = (tmp_path / "paper.pdf").read_bytes()
    assert b"Elias" not in paper and letters.page_count(paper) == made.pages and steps[-1] == made.pages
    original, printed = (page_image(pdf, 0, 1.0) for pdf in (made.pdf, paper))
    assert abs(_ink(original) - _ink(printed)) < 0.15 * _ink(original)


def _ink(image: QImage) -> int:
    """How many dark pixels stand in the upper half of a page."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(
        (grey.pixel(x, y) & 0xFF) < 200 for y in range(0, grey.height() // 2, 2) for x in range(0, grey.width(), 2)
    )


# ------------------------------------------------------------------ the funnel


def test_under_the_register_stands_how_many_were_invited_served_came_and_took_help(
    qtbot: QtBot, page: LettersPage, workspace: Workspace
) -> None:
    qtbot.waitUntil(lambda: page.funnel.chart is not None)
    chart = page.funnel.chart
    assert isinstance(chart, Funnel) and not chart.isHidden()
    assert chart.figures()[1] == [("Invited", "3"), ("Served", "0"), ("Came", "0"), ("Accepted help", "0")]
    made = workspace.write(letters.make, workspace.read(letters.prepare, "notice", callin=1), True)
    workspace.write(letters.served, made.ids[0], LetterResult.SERVED, None, "Karin Berg")
    qtbot.waitUntil(lambda: page.funnel.chart is not chart and page.funnel.chart is not None)
    qtbot.waitUntil(lambda: "Served: 1" in page.funnel.chart.accessibleDescription())  # type: ignore[union-attr]
    again = page.funnel.chart
    assert isinstance(again, Funnel)
    again.turn()
    assert again.as_table


def test_a_file_is_checked_against_the_register(
    qtbot: QtBot, page: LettersPage, workspace: Workspace, tmp_path: Path
) -> None:
    told: list[str] = []
    wrong: list[str] = []
    page.desk.said.connect(lambda text, _undo: told.append(text))
    page.tasks.failed.connect(lambda error: wrong.append(error.code))
    prepared = workspace.read(letters.prepare, "notice", callin=1)
    made = workspace.write(letters.make, prepared, True)
    other = workspace.read(letters.make, prepared, True, preview=True)
    for name, pdf in (("same.pdf", made.pdf), ("other.pdf", other.pdf), ("none.pdf", b"no PDF")):
        (tmp_path / name).write_bytes(pdf)
    page.show_record(made.ids[0])
    qtbot.waitUntil(lambda: page.current == made.ids[0])
    for name in ("same.pdf", "other.pdf", "none.pdf", "gone.pdf"):
        page.check_file(tmp_path / name)
    qtbot.waitUntil(lambda: len(wrong) == 2)
    assert told == ["The file holds this letter, word for word.", "The file does not hold this letter as it was made."]
    assert wrong == ["pdf_unreadable", "pdf_unreadable"]
