"""The recovery key: shown once, printed or written down, and asked back before it is put away."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.kit.text import button, label
from ui.kit.theme import font, px
from ui.unlock.card import Card

ASKED = 3  # words
ACROSS = 4  # columns
FIGURE_SPACE = "\u2007"  # as wide as a figure, so that the words stand under one another


class RecoveryKey(Card):
    """Third step: the words, numbered."""

    done = Signal()

    def __init__(self, words: Sequence[str], office: str) -> None:
        super().__init__(
            self.tr("3 of 3 · Your recovery key"),
            self.tr(
                "Write these 24 words down or print them, and lock the paper away. They open the vault when a "
                "passphrase is forgotten. They are shown this once only. A printer may keep a copy of what it prints."
            ),
            wide=84,
        )
        self._words = tuple(words)
        self._office = office
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(2))
        grid.setVerticalSpacing(px(1))
        down = -(-len(words) // ACROSS)
        for at, word in enumerate(words):
            shown = label(f"{at + 1:{FIGURE_SPACE}>2}  {word}", "heading", wrap=False)
            shown.setAccessibleName(f"{at + 1}: {word}")
            shown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            grid.addWidget(shown, at % down, at // down)
        self.column.addLayout(grid)
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        self._next = button(self.tr("I have them on paper"), self.done.emit, kind="primary")
        row.addWidget(self._next)
        row.addWidget(button(self.tr("Print …"), self.print_, icon_name="printer"))
        row.addStretch()
        self.column.addLayout(row)

    def first(self) -> None:
        self._next.setFocus()

    def print_(self) -> None:
        """Ask for a printer; only paper is offered, no file."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        dialog.accepted.connect(lambda: self.sheet().print_(printer))
        dialog.show()

    def sheet(self) -> QTextDocument:
        """The paper: what it is, the words, and where to keep it."""
        rows = "".join(
            "<tr>" + "".join(f"<td width='25%'>{at + 1}. <b>{self._words[at]}</b></td>" for at in line) + "</tr>"
            for line in (range(start, min(start + ACROSS, len(self._words))) for start in range(0, 24, ACROSS))
        )
        paper = QTextDocument()
        paper.setDefaultFont(font("heading"))
        title = self.tr("Recovery key for the vault of {office}").format(office=self._office)
        text = self.tr("Whoever holds this paper and the vault can open it. Keep it locked away from the computer.")
        paper.setHtml(f"<h2>{title}</h2><table width='100%' cellpadding='8'>{rows}</table><p>{text}</p>")
        return paper


class RecoveryTest(Card):
    """Three of the words, to see that the paper can be read."""

    done = Signal()
    back = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(
            self.tr("3 of 3 · Read it back"),
            self.tr("Write these words from your paper, so that we know it can be read when it is needed."),
        )
        self._words = tuple(words)
        self.asked = sorted(secrets.SystemRandom().sample(range(len(words)), min(ASKED, len(words))))
        self.lines: list[QLineEdit] = []
        for at in self.asked:
            self.column.addWidget(self._line(self.tr("Word {number}").format(number=at + 1)))
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        row.addWidget(button(self.tr("Continue"), self.go, kind="primary"))
        row.addWidget(button(self.tr("Show the words again"), self.back.emit))
        row.addStretch()
        self.column.addLayout(row)

    def go(self) -> None:
        for at, line in zip(self.asked, self.lines, strict=True):
            if line.text().strip().casefold() != self._words[at].casefold():
                self.say(self.tr("Word {number} is another one. Look at your paper again.").format(number=at + 1))
                line.setFocus()
                line.selectAll()
                return
        self.done.emit()

    def first(self) -> None:
        self.lines[0].setFocus()

    def _line(self, name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = label(name, strong=True, wrap=False)
        words.setMinimumWidth(px(12))
        line = QLineEdit()
        line.setAccessibleName(name)
        line.returnPressed.connect(self.go)
        words.setBuddy(line)
        row.addWidget(words)
        row.addWidget(line, 1)
        self.lines.append(line)
        return holder
