"""The recovery words: shown numbered, printed on a sheet of paper, and some of them asked back from it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.kit.ask import Question
from ui.kit.text import label
from ui.kit.theme import font, px

ASKED = 3  # words
ACROSS = 4  # columns
FIGURE_SPACE = "\u2007"  # as wide as a figure, so that the words stand under one another


class WordsGrid(QWidget):
    """The words in columns, each a stop of the tabulator for whoever has them read out."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(2))
        grid.setVerticalSpacing(px(1))
        down = -(-len(words) // ACROSS)
        for at, word in enumerate(words):
            shown = label(f"{at + 1:{FIGURE_SPACE}>2}  {word}", "heading", wrap=False)
            shown.setAccessibleName(f"{at + 1}: {word}")
            shown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            grid.addWidget(shown, at % down, at // down)


class ReadBack(QWidget):
    """Fields for some of the words, drawn by lot."""

    entered = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = tuple(words)
        self.asked = sorted(secrets.SystemRandom().sample(range(len(words)), min(ASKED, len(words))))
        self.lines: list[QLineEdit] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for at in self.asked:
            column.addWidget(self._line(self.tr("Word {number}").format(number=at + 1)))

    def wrong(self) -> str:
        """What is wrong with them, with the cursor put there; empty when all are right."""
        for at, line in zip(self.asked, self.lines, strict=True):
            if line.text().strip().casefold() != self._words[at].casefold():
                line.setFocus()
                line.selectAll()
                return self.tr("Word {number} is another one. Look at your paper again.").format(number=at + 1)
        return ""

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
        line.returnPressed.connect(self.entered.emit)
        words.setBuddy(line)
        row.addWidget(words)
        row.addWidget(line, 1)
        self.lines.append(line)
        return holder


def print_words(parent: QWidget, words: Sequence[str], office: str) -> None:
    """Ask for a printer; only paper is offered, no file. Where there is no printer, say so and what to do."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        title = QCoreApplication.translate("RecoveryPaper", "There is no printer here")
        told = QCoreApplication.translate(
            "RecoveryPaper", "This computer knows of no printer. Write the words on paper by hand, with their numbers."
        )
        question = Question(parent, title, told, QCoreApplication.translate("RecoveryPaper", "Close"))
        question.no.hide()
        question.open()
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.accepted.connect(lambda: sheet(words, office).print_(printer))
    dialog.show()


def sheet(words: Sequence[str], office: str) -> QTextDocument:
    """The paper: what it is, the words, and where to keep it."""
    rows = "".join(
        "<tr>" + "".join(f"<td width='25%'>{at + 1}. <b>{words[at]}</b></td>" for at in line) + "</tr>"
        for line in (range(start, min(start + ACROSS, len(words))) for start in range(0, len(words), ACROSS))
    )
    paper = QTextDocument()
    paper.setDefaultFont(font("heading"))
    title = QCoreApplication.translate("RecoveryPaper", "Recovery key for the vault of {office}").format(office=office)
    text = QCoreApplication.translate(
        "RecoveryPaper",
        "Whoever holds this paper and the vault can open it. Keep it locked away from the computer.",
    )
    paper.setHtml(f"<h2>{title}</h2><table width='100%' cellpadding='8'>{rows}</table><p>{text}</p>")
    return paper
