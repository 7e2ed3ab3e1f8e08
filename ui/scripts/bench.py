"""The bench of the script editor: blocks on the left, the text in the middle, what the editor says on the right."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.script import Remark
from gvi_desktop.services import drafting
from gvi_desktop.services.drafting import BlockText, Findings
from gvi_desktop.services.pickers import Choice
from gvi_desktop.services.unit import Unit
from ui.kit.fields.field import Field
from ui.kit.tasks import Tasks
from ui.kit.theme import px
from ui.kit.words import Words
from ui.scripts.blockcolumn import BlockColumn
from ui.scripts.findings import FindingsView
from ui.scripts.textcolumn import TextColumn

PAUSE = 250  # ms after the last key
NARROW = 84  # grid steps


class BenchField(Field):
    """The blocks of a script, in order, as they are being written."""

    def __init__(self, name: str, tasks: Tasks, words: Words) -> None:
        super().__init__(name)
        self._tasks = tasks
        self._blocks: list[BlockText] = []
        self._saved: dict[str, str] = {}
        self._language = "sv"
        self.findings = Findings()
        self.column = BlockColumn(tasks, words, self._offer)
        self.column.chosen.connect(self._show)
        self.column.moved.connect(self._move)
        self.column.removed.connect(self._remove)
        self.column.picked.connect(self._pick)
        self.column.wanted.connect(self._new)
        self.text = TextColumn(words)
        self.text.written.connect(self._write)
        self.view = FindingsView(words)
        self.view.pointed.connect(self.point)
        side = QScrollArea()
        side.setObjectName("sheet")
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("sheetBody")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, px(1), 0)
        inner.addWidget(self.view)
        inner.addStretch()
        side.setWidget(holder)
        self._side = side
        self._wide: bool | None = None
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(2))
        for widget, least, high in ((self.column, 18, 40), (self.text, 24, 56), (side, 24, 30)):
            widget.setMinimumSize(px(least), px(high))
        self.row.addWidget(holder)
        self._lay(wide=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)
        self._draw(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what the editor says goes under the text."""
        super().resizeEvent(event)
        self._lay(wide=self.width() >= px(NARROW))

    def _lay(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.addWidget(self.column, 0, 0)
        self._grid.addWidget(self.text, 0, 1)
        if wide:
            self._grid.addWidget(self._side, 0, 2)
        else:
            self._grid.addWidget(self._side, 1, 0, 1, 2)
        for at, share in enumerate((2, 5, 2 if wide else 0)):
            self._grid.setColumnStretch(at, share)

    # ------------------------------------------------------------------ as a field

    def value(self) -> tuple[BlockText, ...]:
        return tuple(self._blocks)

    def set_value(self, value: Any) -> None:
        """Take block texts; their texts count as the saved ones."""
        self._blocks = [one for one in value or () if isinstance(one, BlockText)]
        self._saved = {one.id: one.text for one in self._blocks if one.id}
        self._draw(0)
        self._tell()

    def state(self) -> list[list[Any]]:
        return [
            [one.id, one.title, one.message.value, one.text, one.legal_checked, list(one.users)] for one in self._blocks
        ]

    def restore(self, state: Any) -> None:
        self._blocks = [
            BlockText(str(key), str(title), Message(message), str(text), bool(checked), tuple(users))
            for key, title, message, text, checked, users in state or ()
        ]
        self._draw(0)
        self._tell()

    def editors(self) -> list[QWidget]:
        return [self.column.list, *self.text.editors()]

    def speak(self, language: str) -> None:
        """The language of the script, for word lists and for the blocks that are offered."""
        if language and language != self._language:
            self._language = language
            self._timer.start()

    def point(self, remark: Remark) -> None:
        """Show a remark where it stands."""
        if remark.passage < len(self._blocks):
            self.column.choose(remark.passage)
            self._show(remark.passage)
            cursor = self.text.area.textCursor()
            cursor.setPosition(remark.at)
            cursor.setPosition(remark.at + len(remark.word), QTextCursor.MoveMode.KeepAnchor)
            self.text.area.setTextCursor(cursor)
            self.text.area.setFocus()

    # ------------------------------------------------------------------ what the columns tell

    def _write(self, written: BlockText) -> None:
        at = self.column.at()
        if not 0 <= at < len(self._blocks):
            return
        before = self._blocks[at]
        unsaved = written.text != self._saved.get(before.id, "")
        # A changed text has not been checked by anybody.
        checked = written.legal_checked and not (before.id and unsaved)
        self._blocks[at] = dataclasses.replace(written, id=before.id, users=before.users, legal_checked=checked)
        self.text.checkable(checked=checked, open_=not (before.id and unsaved))
        self.column.rename(at, self._blocks[at])
        self._tell()

    def _move(self, order: Sequence[int]) -> None:
        self._blocks = [self._blocks[at] for at in order]
        self._draw(self.column.at())
        self._tell()

    def _remove(self, at: int) -> None:
        del self._blocks[at]
        self._draw(min(at, len(self._blocks) - 1))
        self._tell()

    def _new(self) -> None:
        self._blocks.append(BlockText())
        self._draw(len(self._blocks) - 1)
        self.text.title.setFocus()
        self._tell()

    def _pick(self, choice: Choice) -> None:
        if choice.id not in {one.id for one in self._blocks}:
            self._tasks.read(self, drafting.block_texts, (choice.id,), then=self._add)

    def _add(self, found: Sequence[BlockText]) -> None:
        self._blocks.extend(found)
        self._saved |= {one.id: one.text for one in found}
        self._draw(len(self._blocks) - 1)
        self._tell()

    def _offer(self) -> Callable[[Unit, str], Sequence[Choice]]:
        language = self._language
        return lambda unit, text: drafting.block_options(unit, language, text)

    # ------------------------------------------------------------------ inside

    def _draw(self, at: int) -> None:
        self.column.show_blocks(self._blocks, at)
        self._show(at)

    def _show(self, at: int) -> None:
        if 0 <= at < len(self._blocks):
            one = self._blocks[at]
            self.text.show_block(one, unsaved=bool(one.id) and one.text != self._saved.get(one.id, ""))
        else:
            self.text.show_block(None, unsaved=False)

    def _tell(self) -> None:
        self.changed.emit()
        self._timer.start()

    def _look(self) -> None:
        self._tasks.read(self, drafting.look, self._language, self.value(), then=self._found, only="look")

    def _found(self, found: Findings) -> None:
        self.findings = found
        self.view.show_findings(found, self._language, [one.title for one in self._blocks])
