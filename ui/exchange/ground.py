"""The field for the legal ground: one of the dated list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from gvi_desktop.domain.ground import Ground
from ui.kit.fields.field import Field


class GroundField(Field):
    """The code of a ground that holds today, or empty."""

    def __init__(self, name: str, grounds: Sequence[Ground], *, required: bool = False) -> None:
        super().__init__(name, required=required)
        self._codes = ["", *(one.code for one in grounds)]
        self._list = QComboBox()
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(12)
        self._list.addItem("–")
        for one in grounds:
            self._list.addItem(one.title)
            self._list.setItemData(self._list.count() - 1, one.text or one.source, 3)  # the tip
        self._list.currentIndexChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._list, 1)

    def value(self) -> str:
        return self._codes[max(self._list.currentIndex(), 0)]

    def set_value(self, value: Any) -> None:
        self._list.setCurrentIndex(self._codes.index(value) if value in self._codes else 0)

    def editors(self) -> list[QWidget]:
        return [self._list]
