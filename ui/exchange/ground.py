"""The field for the legal ground: one of the dated list, of those in force on the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from gvi_desktop.domain.ground import Ground
from ui.kit.fields.field import Field


class GroundField(Field):
    """The code of a ground that holds on the day, or empty."""

    def __init__(self, name: str, grounds: Sequence[Ground], day: date, *, required: bool = False) -> None:
        super().__init__(name, required=required)
        self._all = tuple(grounds)
        self._codes: list[str] = []
        self._list = QComboBox()
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(12)
        self._list.currentIndexChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._list, 1)
        self.offer(day)

    def offer(self, day: date | None) -> None:
        """Offer the grounds in force on a day; the one chosen stays if it is among them."""
        chosen = self.value() if self._codes else ""
        valid = [one for one in self._all if day is None or one.valid(day)]
        if ["", *(one.code for one in valid)] == self._codes:
            return
        self._list.blockSignals(True)
        self._list.clear()
        self._codes = ["", *(one.code for one in valid)]
        self._list.addItem("–")
        for one in valid:
            self._list.addItem(one.title)
            self._list.setItemData(self._list.count() - 1, one.text or one.source, Qt.ItemDataRole.ToolTipRole)
        self._list.blockSignals(False)
        self.set_value(chosen)
        if self.value() != chosen:
            self.changed.emit()

    def value(self) -> str:
        return self._codes[max(self._list.currentIndex(), 0)]

    def set_value(self, value: Any) -> None:
        self._list.setCurrentIndex(self._codes.index(value) if value in self._codes else 0)

    def editors(self) -> list[QWidget]:
        return [self._list]
