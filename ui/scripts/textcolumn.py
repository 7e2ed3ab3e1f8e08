"""The middle column of the bench: one block's title, the message it serves, its text, and where else it is used."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.domain.scripttext import ScriptField, written
from gvi_desktop.services.drafting import BlockText
from ui.kit.flow import Flow
from ui.kit.text import button, label, labelled, muted
from ui.kit.theme import font, px
from ui.kit.words import Words

LONGEST = 6000  # characters, as the block's own cap


class TextColumn(QWidget):
    """`written` tells the block as it now stands, at every key."""

    written = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        kind = BlockDraft.kind
        self._quiet = False
        self.title = QLineEdit()
        self.title.setMaxLength(80)
        self.message = QComboBox()
        self.message.setMinimumContentsLength(10)
        self.message.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in Message:
            self.message.addItem(words.value(one), one.value)
        self.area = QPlainTextEdit()
        self.area.setTabChangesFocus(True)
        self.area.setFont(font("heading"))
        self.area.setAccessibleName(words.label(kind, "text"))
        self.legal = QCheckBox(words.label(kind, "legal_checked"))
        self.legal.setToolTip(words.hint(kind, "legal_checked"))
        self.users = muted("")
        self.nothing = label(self.tr("Add a block on the left, or write a new one."), role="muted")
        self.title.textEdited.connect(lambda _: self._tell())
        self.message.activated.connect(lambda _: self._tell())
        self.area.textChanged.connect(self._tell)
        self.legal.clicked.connect(lambda _: self._tell())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(1))
        self._parts = [labelled(words.label(kind, "title"), self.title)]
        self._parts += [labelled(words.label(kind, "message"), self.message), self._inserts(words)]
        self._parts += [self.area, self.legal, self.users]
        for part in self._parts:
            column.addWidget(part, 1 if part is self.area else 0)
        column.addWidget(self.nothing)

    def editors(self) -> list[QWidget]:
        """What takes the keys."""
        return [self.title, self.message, self.area, self.legal]

    def show_block(self, one: BlockText | None, *, unsaved: bool) -> None:
        """Show a block, or that there is none."""
        self._quiet = True
        shown = one or BlockText()
        self.title.setText(shown.title)
        self.message.setCurrentIndex(self.message.findData(shown.message.value))
        if self.area.toPlainText() != shown.text:
            self.area.setPlainText(shown.text)
        for part in self._parts:
            part.setVisible(one is not None)
        self.nothing.setVisible(one is None)
        self._quiet = False
        self.checkable(checked=shown.legal_checked, open_=not unsaved)
        if shown.users:
            text = self.tr("Also used in {scripts}. Drafts follow; an approved text stays as it is.")
            self.users.setText(text.format(scripts=", ".join(shown.users)))
        elif one is not None:
            self.users.setText(self.tr("Used in no other script."))

    def insert(self, text: str) -> None:
        """Put a field where the text cursor stands."""
        self.area.insertPlainText(text)
        self.area.setFocus()

    def cue(self, text: str) -> None:
        """Put a cue on a line of its own where the text cursor stands."""
        cursor = self.area.textCursor()
        before = "" if cursor.atBlockStart() else "\n"
        after = "" if cursor.atBlockEnd() and not cursor.atEnd() else "\n"
        self.insert(f"{before}[{text}]{after}")

    def _inserts(self, words: Words) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, px(0.5))
        fields, cues = QMenu(self), QMenu(self)
        for field in ScriptField:
            fields.addAction(words.value(field), partial(self.insert, written(field)))
        for cue in (self.tr("Pause"), self.tr("Look up"), self.tr("Stand up"), self.tr("Show the card")):
            cues.addAction(cue, partial(self.cue, cue))
        for text, menu, tip in (
            (self.tr("Insert field"), fields, self.tr("Filled in when the script is printed")),
            (self.tr("Insert cue"), cues, self.tr("A line in [brackets] is a cue: it stands in the margin, unsaid")),
        ):
            made = button(text, lambda: None, kind="quiet")
            made.setMenu(menu)
            made.setToolTip(tip)
            flow.addWidget(made)
        return holder

    def checkable(self, *, checked: bool, open_: bool) -> None:
        """Whether the text that stands there can be said to be checked: only once it is saved."""
        self._quiet = True
        self.legal.setChecked(checked)
        self.legal.setEnabled(open_)
        self._quiet = False

    def _tell(self) -> None:
        if self._quiet:
            return
        text = self.area.toPlainText()
        message = Message(self.message.currentData())
        self.written.emit(BlockText("", self.title.text(), message, text, self.legal.isChecked()))
