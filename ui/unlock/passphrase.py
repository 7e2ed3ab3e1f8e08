"""The line for a passphrase: hidden or shown, and a hint when Caps Lock seems to be on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.kit.clipboard import STAYS_NOT
from ui.kit.icons import icon
from ui.kit.text import label, muted
from ui.kit.theme import px


class PassphraseEdit(QWidget):
    """A label, the line, and a button that shows what was typed; nothing of it can be dragged or copied elsewhere."""

    entered = Signal()
    changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(1024)
        self.line.setDragEnabled(False)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.setProperty(STAYS_NOT, True)
        self.line.setAccessibleName(name)
        self.line.returnPressed.connect(self.entered)
        self.line.textChanged.connect(self.changed)
        self.line.installEventFilter(self)
        self._eye = QToolButton()
        self._eye.setObjectName("boxed")
        self._eye.setCheckable(True)
        self._eye.setIconSize(QSize(px(2), px(2)))
        self._eye.toggled.connect(self._show)
        words = label(name, strong=True)
        words.setBuddy(self.line)
        self._caps = muted(self.tr("Caps Lock seems to be on."))
        self._caps.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(px(0.5))
        row.addWidget(self.line)
        row.addWidget(self._eye)
        column.addLayout(row)
        column.addWidget(self._caps)
        self.setFocusProxy(self.line)
        self._show(False)

    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        self.line.clear()
        self._eye.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(event.text().isupper() != shift and event.text().upper() != event.text().lower())
        return super().eventFilter(watched, event)

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # Showing the letters takes the hints away, and a keyboard on the screen might learn the words.
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._eye.setIcon(icon("eye-off" if shown else "eye"))
        name = self.tr("Hide the passphrase") if shown else self.tr("Show the passphrase")
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(name)
