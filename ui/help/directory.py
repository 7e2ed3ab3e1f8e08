"""The help directory: who can help and with what, in the language one chooses, and the handout to print."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.domain.user import Right
from gvi_desktop.services import directory
from gvi_desktop.services.directory import Directory, Entry
from gvi_desktop.services.papers import Order
from ui.kit.act import Act
from ui.kit.ask import Question
from ui.kit.cards import card
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.fields.number import CheckField
from ui.kit.form import Row
from ui.kit.paperask import ask_paper
from ui.kit.pills import PillRow
from ui.kit.tokens import Tone


class DirectoryView(QWidget):
    """Reads anew when the place does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._names = directory.language_names()
        self.language = desk.words.language
        order = sorted(self._names.items(), key=lambda one: one[0] != self.language)
        self.pills = PillRow(self.tr("Language of the directory"), order)
        self.pills.chosen.connect(self._speak)
        self.sheet = Detail()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pills)
        column.addWidget(self.sheet, 1)

    def reload(self) -> None:
        """Ask for the entries again."""
        self._desk.tasks.read(self, directory.listed, self.language, then=self._show, only="directory")

    def ask_print(self) -> Question:
        """Ask for languages and copies, then for the file."""
        ticks = [CheckField(code, name) for code, name in self._names.items()]
        rows = [Row(*ticks[at : at + 2]) for at in range(0, len(ticks), 2)]

        def write(order: Order, values: dict[str, Any], path: Path, _password: str) -> Act:
            wanted = tuple(code for code in self._names if values.get(code))
            return Act(directory.print_to, wanted, order, path)

        said = self.tr("Written. The handout tells of nobody and may be given away.")
        name = self.tr("directory") + ".pdf"
        return ask_paper(
            self, self._desk, self.tr("Print the help directory"), name, write, more=rows, said=said,
            first={self.language: True}, handout=True,
        )  # fmt: skip

    def _speak(self, language: str) -> None:
        self.language = language
        self.reload()

    def _show(self, found: Directory) -> None:
        sheet = self.sheet
        sheet.start(found.language)
        sheet.title(self.tr("Help directory"), self.tr("A handout for anyone who needs it: it names no sender."))
        if self._desk.user.may(Right.PRINT) and found.entries:
            sheet.action(self.tr("Print the directory"), self.ask_print, icon="printer", kind="primary")
        if not found.entries:
            sheet.text(self.tr("Nobody stands here yet. Put agencies in the directory under Office → Agencies."))
            return
        if not found.chosen:
            sheet.notice(
                self.tr(
                    "No agency has been put in the directory, so all that help and have a phone stand here. "
                    "Choose which under Office → Agencies."
                )
            )
        if not found.reviewed:
            sheet.badge(self.tr("Not reviewed by a speaker"), Tone.SOON)
            sheet.notice(
                self.tr("Let somebody who speaks the language read the handout through before it is given out.")
            )
        sheet.each(found.entries, self._entry)

    def _entry(self, one: Entry) -> QWidget:
        badges = [] if one.own else [(self.tr("General text"), Tone.NEUTRAL)]
        lines = [one.help, " · ".join(part for part in (one.phone, one.hours) if part)]
        return card(one.name, act=partial(self._open, one.agency), badges=badges, lines=lines)

    def _open(self, agency: str) -> None:
        self._desk.show_record("agency", agency)
