"""The middle column of the bench: one block's title, the message it serves, its text, and where else it is used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.services.drafting import BlockText
from ui.kit.text import label, labelled, muted
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
        self._parts += [labelled(words.label(kind, "message"), self.message), self.area, self.legal, self.users]
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
