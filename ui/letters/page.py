"""Letters: the register with what became of each, and the way to new ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gvi_desktop.domain.letter import LetterResult
from gvi_desktop.domain.user import Right
from gvi_desktop.services import letters, lettertexts
from gvi_desktop.services.letters import LetterLine
from gvi_desktop.services.lettertexts import TextView
from ui.kit.act import Act
from ui.kit.dates import local, show_date
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.files import ask_open
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.pills import PillRow
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.letters import textsheet
from ui.letters.checking import check_file
from ui.letters.columns import columns, kind_of, result_of, result_tone
from ui.letters.envelope import ask_test_page
from ui.letters.extract import ask_extract
from ui.letters.forms import outcome_form
from ui.letters.funnelbox import FunnelBox
from ui.letters.maker import LetterMaker
from ui.letters.printing import ask_afterwards
from ui.letters.texttab import TextTab

STARTS = frozenset({"callin", "round", "person"})
UNANSWERED = "unanswered"
"""In a draft: the sheets that were at the printer when the vault was locked."""


class LettersPage(ListPlace[LetterLine]):
    """The register; new letters are made over the whole page."""

    kinds = frozenset({"letter", "person", "lettertext"})
    empty_icon = "mail"
    finds_people = True

    def __init__(self, desk: Desk) -> None:
        self.maker: LetterMaker | None = None
        self._unanswered: list[list[str]] = []
        super().__init__(desk)
        self.may_print, self.may_write = desk.user.may(Right.PRINT), desk.user.may(Right.WRITE)
        self.filterable(self.tr("Filter by number or code name"))
        if self.may_print:
            self.primary(self.tr("New letters"), self.new)
            envelope = self.tr("Test page for window envelopes…")
            self.secondary(envelope, lambda: ask_test_page(self, desk), "mail", in_menu=True)
        if desk.user.may(Right.EXPORT):
            extract = self.tr("Subject access extract…")
            self.secondary(extract, lambda: ask_extract(self, desk), "file-down", in_menu=True)

    def heading(self) -> str:
        return self.tr("Letters")

    def nothing(self) -> tuple[str, str]:
        if self.choices.get("open"):
            return self.tr("Every letter has an outcome."), ""
        sentence = self.tr("Every letter that is printed stands here with its number, and what became of it.")
        return sentence, self.tr("New letters") if self.desk.user.may(Right.PRINT) else ""

    def not_chosen(self) -> str:
        return self.tr("Choose a letter to see what became of it.")

    def columns(self) -> Sequence[Column[LetterLine]]:
        return columns(self.words)

    def content(self) -> QWidget:
        self.outer = QStackedWidget()
        self.register = super().content()
        self.outer.addWidget(self.register)
        return self.outer

    def make_list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        pills = PillRow(self.tr("Which letters"), [(False, self.tr("All")), (True, self.tr("Without an outcome"))])
        pills.chosen.connect(lambda value: self.choose("open", value))
        column.addWidget(pills)
        self.funnel = FunnelBox(self.tasks, self.table)
        column.addWidget(self.funnel, 1)
        self.texts = TextTab(self, holder)
        return self.texts.side

    @staticmethod
    def fetch_ids(unit: Any, query: Query) -> Sequence[str]:
        only_open = bool(query.choices.get("open"))
        return letters.ids(unit, query.text, query.sort, query.descending, open_only=only_open)

    @staticmethod
    def fetch_lines(unit: Any, ids: Sequence[str]) -> Sequence[LetterLine]:
        return letters.lines(unit, ids)

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> LetterLine | TextView:
        return lettertexts.view(unit, record_id) if ":" in record_id else letters.get(unit, record_id)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> LetterLine | TextView:
        return LettersPage.fetch_detail(unit, record_id)

    def reload(self) -> None:
        super().reload()
        self.texts.reload()

    def draw(self, detail: Detail, record: LetterLine | TextView) -> None:
        if isinstance(record, TextView):
            textsheet.draw(detail, record, self.texts)
        else:
            self._draw_letter(detail, record)

    def _draw_letter(self, detail: Detail, record: LetterLine) -> None:
        letter, label = record.letter, self.words.label
        detail.title(letter.number, kind_of(self.words, record))
        if record.protected:
            detail.badge(self.tr("Protected identity"), Tone.LATE)
        detail.badge(result_of(self.words, record) or self.tr("No outcome yet"), result_tone(record) or Tone.NEUTRAL)
        if self.desk.user.may(Right.WRITE):
            detail.action(self.tr("Note what became of it"), self.edit, icon="pencil", tip="F2")
            if letter.result is None and not letter.person:
                detail.action(self.tr("Destroyed"), self._destroyed, icon="trash-2", kind="quiet")
        if letter.sha256:
            detail.action(self.tr("Check a PDF…"), self._choose_file, icon="shield-check", kind="quiet")
        detail.section(self.tr("The letter"))
        person, callin = letter.person, letter.callin
        if person:
            detail.row(label("letter", "person"), record.person, lambda: self.desk.show_record("person", person))
        if callin and record.callin:
            go = self._show_callin(callin)
            detail.row(label("letter", "callin"), str(record.callin), go)
        detail.row(label("letter", "round"), record.round)
        detail.row(label("letter", "language"), letters.language_name(letter.language, self.words.language))
        detail.row(label("letter", "printed_on"), show_date(letter.printed_on))
        detail.row(label("letter", "copies"), str(letter.copies))
        detail.row(label("common", "made_by"), letter.made_by)
        detail.section(self.tr("On its way"))
        detail.row(label("letter", "way"), self.words.value(letter.way) if letter.way else "")
        detail.row(label("letter", "by_hand_with"), letter.by_hand_with)
        detail.row(label("letter", "result"), result_of(self.words, record) or self.tr("Not noted yet"))
        detail.row(label("letter", "result_on"), show_date(letter.result_on))
        detail.row(label("letter", "note"), said(self.words, letter))
        detail.section(self.tr("For checking"))
        detail.row(label("letter", "template_version"), letter.template_version)
        detail.row(label("letter", "sha256"), _grouped(letter.sha256))

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if isinstance(record, TextView):
            return self.texts.form(name, record)
        return outcome_form(self.words, record, local(self.tasks.workspace.clock()).date())

    def choose_line(self, record_id: str) -> None:
        """A line of the list of texts is the chosen one."""
        self._chosen(record_id)

    def forget(self) -> None:
        """Another list has come into view, and nothing is chosen there."""
        self._forget()

    def edit(self) -> None:
        if ":" in self.current:
            self.texts.write_text()
        else:
            super().edit()

    def after_form(self) -> None:
        super().after_form()
        self.texts.table().setFocus()

    def new(self) -> None:
        if self.desk.user.may(Right.PRINT):
            self._make()

    def open_form(
        self, name: str, record_id: str = "", about: str = "", state: Mapping[str, Any] | None = None
    ) -> None:
        """Other places ask for new letters by the name of what they are for: "callin", "round" or "person", or of a
        kind by "callin:no-shows:<id>" in `about`."""
        source, kind, wanted = _asked(name, about)
        if source:
            self._make(source, wanted, kind)
        elif name == "new":
            self._make()
        else:
            super().open_form(name, record_id, about, state)

    def show_record(self, record_id: str) -> None:
        self._close_maker()
        self.texts.turn_to(record_id)
        super().show_record(record_id)

    def focus_filter(self) -> None:
        if self.maker is None:
            super().focus_filter()

    def _make(self, source: str = "", record_id: str = "", kind: str = "") -> None:
        if self.maker is None:
            self.close_form()
            self.maker = LetterMaker(self.desk)
            self.maker.closed.connect(self._made)
            self.outer.addWidget(self.maker)
            self.outer.setCurrentWidget(self.maker)
            self.head.hide()
            self.maker.order.kind.setFocus()
        if source in STARTS and record_id:
            self.maker.begin(source, record_id, kind)

    def _made(self, letter_id: str) -> None:
        self._close_maker()
        if letter_id:
            self.show_record(letter_id)

    def draft(self) -> dict[str, Any] | None:
        waiting = self.maker.unanswered() if self.maker is not None else self._unanswered
        return {UNANSWERED: waiting} if waiting else super().draft()

    def restore_draft(self, values: Mapping[str, Any]) -> None:
        if UNANSWERED not in values:
            super().restore_draft(values)
            return
        self._unanswered = values[UNANSWERED]
        ask_afterwards(self, self._unanswered, self._answered)

    def _answered(self, lost: Sequence[str], why: str) -> None:
        self._unanswered = []
        if lost:
            self.tasks.write(self, letters.not_printed, tuple(lost), why)

    def _close_maker(self) -> None:
        if self.maker is not None:
            gone, self.maker = self.maker, None
            self.outer.setCurrentWidget(self.register)
            self.outer.removeWidget(gone)
            gone.deleteLater()
            self.head.show()
            self.table.setFocus()

    def _destroyed(self) -> None:
        self.do(Act(letters.served, self.current, LetterResult.DESTROYED), self.tr("Noted"))

    def _choose_file(self) -> None:
        ask_open(self, self.tr("Check a PDF"), "PDF (*.pdf)", self.check_file)

    def check_file(self, path: Path) -> None:
        """Whether a file holds the letter that is shown; asks for its password where it has one."""
        check_file(self, self.desk, self.current, path, self._tell_file)

    def _tell_file(self, found: bool) -> None:
        yes = self.tr("The file holds this letter, word for word.")
        self.desk.say(yes if found else self.tr("The file does not hold this letter as it was made."))

    def _show_callin(self, callin: str) -> Any:
        return lambda: self.desk.show_record("callin", callin)


def _asked(name: str, about: str) -> tuple[str, str, str]:
    """What new letters are for, of what kind (empty: left open), and the record's id; nothing where none are asked."""
    parts = about.split(":")
    if len(parts) == 3 and parts[0] in STARTS:
        source, kind, wanted = parts
        return source, kind, wanted
    source, _, kind = name.partition(":")
    return (source, kind, about) if source in STARTS else ("", "", "")


def _grouped(digest: str) -> str:
    """A long number in groups, so that it can break and be compared by eye."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
