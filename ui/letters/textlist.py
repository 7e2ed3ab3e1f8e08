"""The list of letter texts: each kind of letter in each language, whose wording it has, and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.services import letters, lettertexts
from gvi_desktop.services.lettertexts import TextLine
from ui.kit.table import Column, RecordModel
from ui.kit.tasks import Tasks
from ui.kit.tokens import Tone
from ui.kit.view import Table
from ui.kit.words import Words


def wording(line: TextLine) -> str:
    """Whose text letters are written with."""
    if line.used is None:
        return QCoreApplication.translate("LetterTexts", "The program's own")
    return QCoreApplication.translate("LetterTexts", "Ours, version {number}").format(number=line.used.version)


def state(line: TextLine) -> str:
    """What is still to be done with it."""
    if line.draft is not None:
        return QCoreApplication.translate("LetterTexts", "Draft")
    return "" if line.reviewed else QCoreApplication.translate("LetterTexts", "Not reviewed")


class TextList(QWidget):
    """`chosen` tells which one is looked at, `opened` which is to be written."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, tasks: Tasks, words: Words) -> None:
        super().__init__()
        self._tasks, self._words = tasks, words
        self._wanted = ""
        self.table = Table(self.tr("Letter texts"))
        self.model = RecordModel[TextLine](self._columns(), lambda one: one.id, self)
        self.table.show_model(self.model)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def reload(self) -> None:
        """List again."""
        self._tasks.read(self, lettertexts.listed, then=self._show, only="texts")

    def stand_on(self, line_id: str) -> None:
        """Make a line the current one, as soon as it is there."""
        self._wanted = line_id
        self.table.choose(line_id)

    def _show(self, found: Sequence[TextLine]) -> None:
        current = self._wanted or self.table.current_id()
        self._wanted = ""
        self.model.show(found)
        if current:
            self.table.choose(current)

    def _columns(self) -> Sequence[Column[TextLine]]:
        label = self._words.label

        def language(one: TextLine) -> str:
            return letters.language_name(one.language, self._words.language)

        return (
            Column(label("lettertext", "letter_kind"), lambda one: self._words.value(one.letter_kind), width=22),
            Column(label("lettertext", "language"), language, width=14),
            Column(self.tr("Wording"), wording, width=0),
            Column(label("lettertext", "status"), state, tone=lambda one: Tone.SOON if state(one) else None, width=18),
        )
