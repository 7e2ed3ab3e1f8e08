"""The look of what was withheld: a word in a dashed frame, a crossed-out eye. Never blank: withheld is not empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.icons import icon
from ui.kit.text import label
from ui.kit.theme import font, px, tokens
from ui.kit.tokens import Tone


def word() -> str:
    """The word itself, for lists and forms."""
    return QCoreApplication.translate("Withheld", "Withheld")


def hint() -> str:
    """What stands under a field of a form that was withheld."""
    return QCoreApplication.translate(
        "Withheld", "Withheld by the office it came from. Not empty there, and left as it is unless you write here."
    )


class WithheldMark(QFrame):
    """In the place of a value."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("withheld")
        ink = tokens().ink(Tone.NEUTRAL)
        self.setStyleSheet(f"QFrame#withheld {{ border: 1px dashed {ink}; border-radius: 6px; }}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(0.75), px(0.25), px(1), px(0.25))
        row.setSpacing(px(0.5))
        sign = QLabel()
        sign.setPixmap(icon("eye-off").pixmap(px(2), px(2)))
        row.addWidget(sign)
        said = QLabel(word())
        said.setFont(font("small", strong=True))
        said.setStyleSheet(f"color: {ink};")
        row.addWidget(said)
        self.setAccessibleName(word())


class WithheldNote(QWidget):
    """Which fields of a record were withheld, and what that means."""

    def __init__(self, fields: Sequence[str], *, explain: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        row = QHBoxLayout()
        row.setSpacing(px(1))
        row.addWidget(WithheldMark(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(", ".join(fields)), 1)
        column.addLayout(row)
        if explain:
            sentence = QCoreApplication.translate(
                "Withheld", "Withheld is not empty: the office it came from holds these and has not handed them out."
            )
            column.addWidget(label(sentence, "small", role="muted"))
        self.setAccessibleName(f"{word()}: {', '.join(fields)}")
