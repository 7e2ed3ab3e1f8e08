"""Fields for whole numbers, and for a single tick."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.kit.fields.field import Field
from ui.kit.theme import px
from ui.kit.words import Words


class NumberField(Field):
    """A whole number between two bounds, or nothing."""

    def __init__(
        self, name: str, label: str = "", *, required: bool = False, hint: str = "", low: int = 0, high: int = 9999
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._low, self._high = low, high
        self._edit = QLineEdit()
        self._edit.setMaxLength(9)
        self._edit.setMaximumWidth(px(14))
        self._edit.textChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._edit)
        self.row.addStretch()

    def value(self) -> int | None:
        text = self._edit.text().replace(" ", "")
        return int(text) if text.lstrip("-").isdecimal() and not self.trouble() else None

    def set_value(self, value: Any) -> None:
        self._edit.setText("" if value is None else str(value))

    def state(self) -> str:
        return self._edit.text()

    def trouble(self) -> str:
        text = self._edit.text().replace(" ", "")
        if not text:
            return ""
        if not text.lstrip("-").isdecimal() or not self._low <= int(text) <= self._high:
            return self.tr("Write a whole number from {low} to {high}.").format(low=self._low, high=self._high)
        return ""

    def editors(self) -> list[QWidget]:
        return [self._edit]


class CheckField(Field):
    """Yes when ticked, no when not; its label stands beside the tick."""

    beside = True

    def __init__(self, name: str, label: str = "", *, hint: str = "") -> None:
        super().__init__(name, label, hint=hint)
        self._box = QCheckBox()
        self._box.toggled.connect(lambda: self.changed.emit())
        self.row.addWidget(self._box)
        self.row.addStretch()

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        self._box.setText(self.label)

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    def editors(self) -> list[QWidget]:
        return [self._box]
