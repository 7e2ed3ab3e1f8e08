"""A row of choices above a list, one of which holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.kit.flow import Flow
from ui.kit.theme import px


class PillRow(QWidget):
    """Pills for (value, text); `chosen` tells the value, a count may stand behind the text."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._texts = dict(choices)
        self._buttons: dict[Any, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(1.5), px(1), px(1.5), px(1))
        holder = QWidget()
        row.addWidget(holder)
        flow = Flow(holder, px(0.5))
        for value, text in choices:
            pill = QPushButton(text)
            pill.setProperty("kind", "pill")
            pill.setCheckable(True)
            pill.setAutoDefault(False)
            pill.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(pill)
            self._buttons[value] = pill
            flow.addWidget(pill)
        if choices:
            self._buttons[choices[0][0]].setChecked(True)

    def choose(self, value: Any) -> None:
        """Make another choice the one that holds, without telling."""
        self._buttons[value].setChecked(True)

    def count(self, value: Any, number: int | None) -> None:
        """Show how many a choice stands for; None or 0 shows nothing."""
        text = self._texts[value]
        grouped = f"{number or 0:,}".replace(",", "\u202f")
        self._buttons[value].setText(f"{text}  {grouped}" if number else text)
