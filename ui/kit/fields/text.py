"""Fields for text: a line, a note with its length, several lines of the same."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.kit.fields.field import Field
from ui.kit.theme import font, px
from ui.kit.words import Words


class TextField(Field):
    """One line of text."""

    def __init__(
        self, name: str, label: str = "", *, required: bool = False, hint: str = "", cap: int = 200, width: int = 0
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._edit = QLineEdit()
        self._edit.setMaxLength(cap)
        if width:
            self._edit.setMaximumWidth(self._edit.fontMetrics().averageCharWidth() * width + px(3))
        self._edit.textChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._edit)

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        if cap:
            self._edit.setMaxLength(cap)

    def value(self) -> str:
        return self._edit.text().strip()

    def set_value(self, value: Any) -> None:
        self._edit.setText("" if value is None else str(value))

    def state(self) -> str:
        return self._edit.text()

    def editors(self) -> list[QWidget]:
        return [self._edit]


class NoteField(Field):
    """Free text with a cap, and a count of what is left of it; Tab leaves the field."""

    def __init__(
        self, name: str, label: str = "", *, required: bool = False, hint: str = "", cap: int = 2000, lines: int = 5
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._cap = cap
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * lines + px(2))
        self._left = QLabel()
        self._left.setProperty("role", "muted")
        self._left.setFont(font("small", tabular=True))
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout()
        column.setSpacing(px(0.25))
        column.addWidget(self._edit)
        column.addWidget(self._left)
        self.row.addLayout(column)
        self._edit.textChanged.connect(self._typed)
        self._typed()

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        if cap:
            self._cap = cap
            self._typed()

    def value(self) -> str:
        return self._edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        self._edit.setPlainText("" if value is None else str(value))

    def state(self) -> str:
        return self._edit.toPlainText()

    def trouble(self) -> str:
        over = len(self.value()) - self._cap
        return self.tr("{count} characters too many").format(count=over) if over > 0 else ""

    def editors(self) -> list[QWidget]:
        return [self._edit]

    def _typed(self) -> None:
        self._left.setText(f"{len(self.value())} / {self._cap}")
        self.changed.emit()


class LinesField(Field):
    """Several short texts, one a line."""

    def __init__(self, name: str, label: str = "", *, required: bool = False, hint: str = "", lines: int = 3) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * lines + px(2))
        self._edit.textChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._edit)

    def value(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self._edit.toPlainText().splitlines() if line.strip())

    def set_value(self, value: Any) -> None:
        self._edit.setPlainText("\n".join(value or ()))

    def state(self) -> list[str]:
        return self._edit.toPlainText().splitlines()

    def editors(self) -> list[QWidget]:
        return [self._edit]
