"""Where a letter text is written: lines with looks, chips that are one thing, keys for bold and for what a line is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.letters import textlines
from ui.letters.textchips import ChipDrawer, Chips, told
from ui.letters.textlines import BOLD, CHIP, HEAD, TAG, Bit, Look, look_of
from ui.letters.textlooks import TextLooks, margins

_SET = QTextCursor.MoveMode.KeepAnchor
_MOVE = QTextCursor.MoveOperation
_BEGUN = {look.value: look for look in (Look.HEADING, Look.LIST, Look.FRAMED, Look.SIGNED)}
KEYS = {
    Qt.Key.Key_0: Look.BODY,
    Qt.Key.Key_1: Look.HEADING,
    Qt.Key.Key_2: Look.LIST,
    Qt.Key.Key_3: Look.FRAMED,
    Qt.Key.Key_4: Look.SIGNED,
}
"""With Ctrl+Alt: what the line becomes."""


class LetterArea(QTextEdit):
    """`stood` tells that the cursor stands elsewhere, so that the tools can show in what."""

    stood = Signal()

    def __init__(self, chips: Chips) -> None:
        super().__init__()
        self._chips, self._drawer = chips, ChipDrawer()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().documentLayout().registerHandler(CHIP, self._drawer)
        self._looks = TextLooks(self.document())
        self.cursorPositionChanged.connect(self._stands)

    # ------------------------------------------------------------------ the whole text

    def text(self) -> str:
        """All of it, as it is kept."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return textlines.kept(cursor)

    def set_text(self, text: str) -> None:
        """Another text; what was done before cannot be undone."""
        self.blockSignals(True)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # laid out once, not after every chip
        cursor.setBlockFormat(textlines.block_format(Look.BODY))
        textlines.fill(cursor, text, self._chips.look, head=True)
        cursor.endEditBlock()
        self.document().clearUndoRedoStacks()
        self.moveCursor(_MOVE.Start)
        self.blockSignals(False)
        self.textChanged.emit()

    def put_text(self, text: str) -> None:
        """Another text that can be taken back."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(textlines.block_format(Look.BODY))
        textlines.fill(cursor, text, self._chips.look, head=True)
        cursor.endEditBlock()

    # ------------------------------------------------------------------ writing

    def insert(self, before: str, after: str = "") -> None:
        """Put tags where the cursor stands, or around what is marked."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.beginEditBlock()
        for place, code in ((end, after), (start, before)):
            cursor.setPosition(place)
            if code:
                self._chip(cursor, code)
        cursor.endEditBlock()
        cursor.setPosition(end + 1)
        self.setTextCursor(cursor)
        self.setFocus()

    def turn_bold(self) -> None:
        """Bold on or off for what is marked, or for what is typed next."""
        cursor = self.textCursor()
        bold = not bool(self.currentCharFormat().property(BOLD))
        if not cursor.hasSelection():
            self.setCurrentCharFormat(textlines.plain(bold))
            return
        cursor.mergeCharFormat(textlines.plain(bold))
        self.setTextCursor(cursor)

    def make(self, look: Look) -> None:
        """The lines that are marked become that; lines that already are become plain."""
        cursor = self.textCursor()
        first, last = (self.document().findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        blocks = [first]
        while blocks[-1] != last and blocks[-1].next().isValid():
            blocks.append(blocks[-1].next())
        blocks = [one for one in blocks if look_of(one) not in HEAD]
        plain = all(look_of(one) is look for one in blocks)
        cursor.beginEditBlock()
        for block in blocks:
            QTextCursor(block).setBlockFormat(textlines.block_format(Look.BODY if plain else look))
        cursor.endEditBlock()
        self.stood.emit()

    def look(self) -> Look:
        """What the line with the cursor is."""
        return look_of(self.textCursor().block())

    # ------------------------------------------------------------------ keys, copying

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the tools; the lines at the head stay single lines; a tag typed by hand becomes a chip."""
        pressed, held = Qt.Key(event.key()), event.modifiers()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if held == Qt.KeyboardModifier.ControlModifier and pressed == Qt.Key.Key_B:
            self.turn_bold()
        elif held == both and pressed in KEYS:
            self.make(KEYS[pressed])
        elif held == Qt.KeyboardModifier.ControlModifier and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif not self._own(pressed):
            super().keyPressEvent(event)
            if event.text() in ("}", " "):
                self._became(event.text())

    def _own(self, pressed: Qt.Key) -> bool:
        if pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._ended()
        return pressed in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._held(pressed)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the text as it is kept."""
        made = QMimeData()
        made.setText(textlines.kept(self.textCursor()))
        return made

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted is text: its tags become chips, its signs looks."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        head = look_of(cursor.block()) in HEAD
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
        textlines.fill(cursor, text.replace("\n", " ") if head else text, self._chips.look, head=False)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _chip(self, cursor: QTextCursor, code: str) -> None:
        cursor.insertText(textlines.OBJECT, textlines.chip_format(self._chips.look, Bit(code, tag=True)))

    def _ended(self) -> bool:
        """Return in the head goes to the next line; after a heading, or on an empty bullet, comes plain text."""
        cursor = self.textCursor()
        look = self.look()
        if look in HEAD:
            self.moveCursor(_MOVE.NextBlock)
            self.moveCursor(_MOVE.EndOfBlock)
            return True
        if look is not Look.BODY and not cursor.block().text():
            self.make(Look.BODY)
            return True
        if look is Look.HEADING and cursor.atBlockEnd() and not cursor.hasSelection():
            cursor.insertBlock(textlines.block_format(Look.BODY), textlines.plain(False))
            self.setTextCursor(cursor)
            return True
        return False

    def _held(self, pressed: Qt.Key) -> bool:
        """At a line's beginning Backspace first takes its look; the lines of the head do not run together."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        back = pressed == Qt.Key.Key_Backspace
        if back and cursor.atBlockStart():
            if self.look() not in (*HEAD, Look.BODY):
                self.make(Look.BODY)
                return True
            return self.look() in HEAD or look_of(cursor.block().previous()) in HEAD
        return not back and cursor.atBlockEnd() and self.look() in HEAD

    def _became(self, typed: str) -> None:
        cursor = self.textCursor()
        block = cursor.block()
        before = block.text()[: cursor.positionInBlock()]
        if typed == " " and before in _BEGUN and look_of(block) is Look.BODY:
            cursor.joinPreviousEditBlock()
            cursor.movePosition(_MOVE.StartOfBlock, _SET)
            cursor.removeSelectedText()
            cursor.setBlockFormat(textlines.block_format(_BEGUN[before]))
            cursor.endEditBlock()
            self.setTextCursor(cursor)
            self.stood.emit()
        elif typed == "}" and (found := next((one for one in TAG.finditer(before) if one.end() == len(before)), None)):
            cursor.joinPreviousEditBlock()
            cursor.movePosition(_MOVE.Left, _SET, len(found[0]))
            self._chip(cursor, found[0])
            cursor.endEditBlock()
            self.setTextCursor(cursor)

    # ------------------------------------------------------------------ being looked at

    def _stands(self) -> None:
        cursor = self.textCursor()
        look = cursor.charFormat()
        self.setAccessibleDescription(told(look) if look.objectType() == CHIP else "")
        self.stood.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and beside each line what it is."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        shift = -self.verticalScrollBar().value()
        layout: Any = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            place: QRectF = layout.blockBoundingRect(block).translated(0, shift)
            if place.top() > event.rect().bottom():
                break
            if place.bottom() >= event.rect().top():
                beside = QRectF(self.document().documentMargin(), place.top(), self.viewport().width(), place.height())
                margins(painter, beside, look_of(block), self.document().defaultFont())
            block = block.next()
        painter.end()

