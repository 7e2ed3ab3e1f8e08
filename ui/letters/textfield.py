"""The bench of a letter text: what is written on the left; the very page it makes, and its faults, on the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import lettertextfiles, lettertexts
from gvi_desktop.services.lettertexts import Offer, Shown
from ui.kit.fields.field import Field
from ui.kit.files import ask_open
from ui.kit.flow import Flow
from ui.kit.pageview import PageView
from ui.kit.pills import PillRow
from ui.kit.tasks import Tasks
from ui.kit.text import button, label
from ui.kit.theme import px
from ui.kit.words import Words
from ui.letters.textarea import LetterArea
from ui.letters.textchips import Chips
from ui.letters.texttools import TextTools

PAUSE = 300  # ms after the last key
MOST_FAULTS = 4
NARROW = 90  # grid steps


class LetterTextField(Field):
    """The text of one kind of letter; `line_id` is its kind and language."""

    def __init__(self, name: str, line_id: str, tasks: Tasks, words: Words, offer: Offer) -> None:
        super().__init__(name)
        self._line, self._tasks, self._words = line_id, tasks, words
        self._conditions: tuple[Any, ...] = ()
        self._shown = False
        conditions = {one.value: words.text("conditions", one.value) for one in offer.conditions}
        self.area = LetterArea(Chips(dict(offer.names), conditions))
        self.area.setMinimumSize(px(44), px(48))
        self.area.setAccessibleName(words.label("lettertext", "text"))
        self.tools = TextTools(self.area)
        self.page = PageView(tasks)
        self.page.setMinimumSize(px(40), px(40))
        self._faults = QWidget()
        self._said = QVBoxLayout(self._faults)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.setSpacing(px(0.5))
        self.for_whom = PillRow(
            self.tr("Shown for"),
            [((), self.tr("Usual")), *(((one,), words.text("conditions", one.value)) for one in offer.conditions)],
        )
        self.for_whom.chosen.connect(self._show_for)
        left, right = QWidget(), QWidget()
        for side, parts in (
            (left, (self._tools(offer), self.area)),
            (right, (self.for_whom, self._faults, self.page)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(1))
            for part in parts:
                column.addWidget(part, 1 if part in (self.area, self.page) else 0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(px(2))
        self._sides.addWidget(left, 1)
        self._sides.addWidget(right, 1)
        self.row.addLayout(self._sides)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)
        self.area.textChanged.connect(self._written)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large text, the page goes under the text."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction is not self._sides.direction():
            self._sides.setDirection(direction)

    # ------------------------------------------------------------------ as a field

    def value(self) -> str:
        return self.area.text()

    def set_value(self, value: Any) -> None:
        self.area.set_text(str(value or ""))

    def editors(self) -> list[QWidget]:
        return [self.area]

    # ------------------------------------------------------------------ writing

    def go_to(self, line: int) -> None:
        """The text cursor to a line (from 1)."""
        block = self.area.document().findBlockByNumber(line - 1)
        cursor = self.area.textCursor()
        cursor.setPosition(max(0, block.position()))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.area.setTextCursor(cursor)
        self.area.setFocus()

    def bring_in(self, path: Path) -> None:
        """The text of a Word or text file in place of what stands here; Ctrl+Z takes it back."""
        self._tasks.run(self, lettertextfiles.read, path, self.value(), then=self._came_in, failed=self._refused)

    def _came_in(self, text: str) -> None:
        self.area.put_text(text)

    def _refused(self, error: GviError) -> None:
        self._say([self._words.error(error)])

    def _tools(self, offer: Offer) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, px(0.5))
        flow.addWidget(self.tools)
        fields, parts = QMenu(self), QMenu(self)
        for key, name in offer.fields:
            fields.addAction(name, partial(self.area.insert, "{{" + key + "}}"))
        named = [(one.value, self._words.text("conditions", one.value)) for one in offer.conditions]
        for key, name in (*named, *offer.optional):
            parts.addAction(name, partial(self.area.insert, "{{#" + key + "}}", "{{/" + key + "}}"))
        for text, menu, tip in (
            (self.tr("Insert field"), fields, self.tr("Filled in when the letter is printed")),
            (self.tr("Only if"), parts, self.tr("What is marked stands in the letter only where this holds")),
        ):
            flow.addWidget(_with_menu(button(text, lambda: None, kind="quiet", tip=tip), menu))
        pattern = self.tr("Texts") + " (*.docx *.txt)"
        bring = partial(ask_open, self, self.tr("Bring in a text"), pattern, self.bring_in)
        flow.addWidget(button(self.tr("Bring in…"), bring, kind="quiet", icon_name="file-up"))
        return holder

    # ------------------------------------------------------------------ what it comes to

    def _written(self) -> None:
        self._timer.start()
        self.changed.emit()

    def _show_for(self, conditions: tuple[Any, ...]) -> None:
        self._conditions = conditions
        self._look()

    def _look(self) -> None:
        self._tasks.read(
            self, lettertexts.look, self._line, self.value(), self._conditions, then=self._looked, only="look"
        )

    def _looked(self, found: Shown) -> None:
        language = self._words.language
        self._say([lettertexts.sentence(one, language) for one in found.faults], [one.line for one in found.faults])
        if found.pdf:
            self.page.show_pdf(found.pdf, found.pages)
            self._shown = True
        elif found.faults and not self._shown:
            self.page.say(self.tr("The page is shown here once nothing is wrong with the text."))
        elif not found.faults:
            self.page.say(self.tr("The letter would be too long: four pages at most."))

    def _say(self, sentences: Sequence[str], lines: Sequence[int] = ()) -> None:
        while (item := self._said.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for at, sentence in enumerate(list(sentences)[:MOST_FAULTS]):
            made: QWidget = label(sentence, role="problem")
            if at < len(lines):
                made = button(sentence, partial(self.go_to, lines[at]), kind="link")
            self._said.addWidget(made)
        if len(sentences) > MOST_FAULTS:
            more = self.tr("and {number} more").format(number=len(sentences) - MOST_FAULTS)
            self._said.addWidget(label(more, role="muted"))


def _with_menu(made: QPushButton, menu: QMenu) -> QPushButton:
    made.setMenu(menu)
    return made
