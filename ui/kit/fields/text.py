"""Fields for text: a line, a note with its length, several lines of the same."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gvi_desktop.services import notewords
from gvi_desktop.services.notewords import NoteWordKind
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
    """Free text with a cap, and a count of what is left of it; Tab leaves the field. Words that a note is better
    without are hinted at (`watched`), never refused."""

    def __init__(
        self, name: str, label: str = "", *, required: bool = False, hint: str = "", cap: int = 2000, lines: int = 5,
        watched: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(name, label, required=required, hint=hint)
        self._cap = cap
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * lines + px(2))
        self._left = QLabel()
        self._left.setProperty("role", "muted")
        self._left.setFont(font("small", tabular=True))
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._watched = watched
        self.words_hint = QLabel()
        self.words_hint.setProperty("role", "muted")
        self.words_hint.setFont(font("small"))
        self.words_hint.setWordWrap(True)
        self.words_hint.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.words_hint, 1)
        foot.addWidget(self._left, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(0.25))
        column.addWidget(self._edit)
        column.addLayout(foot)
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
        if self._watched:
            self._hint_words()
        self.changed.emit()

    def _hint_words(self) -> None:
        found = notewords.find(self._edit.toPlainText())
        said = []
        for kind, sentence in (
            (NoteWordKind.INSULT, self.tr("Write what was seen or heard rather than {words}.")),
            (NoteWordKind.SENSITIVE, self.tr("Only if the task needs it: {words}.")),
        ):
            words = ", ".join(f"”{one.word}”" for one in found if one.kind is kind)
            said += [sentence.format(words=words)] if words else []
        self.words_hint.setText(" ".join(said))
        self._edit.setAccessibleDescription(self.words_hint.text())
        self.words_hint.setVisible(bool(said))


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
