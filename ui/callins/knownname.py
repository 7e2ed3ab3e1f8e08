"""A line for a speaker's name that offers those who are in the register already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gvi_desktop.services import speakerbook
from ui.kit.fields.field import Field
from ui.kit.fields.ref import Choosable, Finder
from ui.kit.tasks import Tasks
from ui.kit.words import Words


class NameFinder(Finder):
    """Offers and never insists: nothing is chosen until an arrow key or the mouse chooses it."""

    def _show(self, options: Sequence[Choosable]) -> None:
        if not options:
            self.suggestions.hide()
            return
        super()._show(options)
        self.suggestions.setCurrentRow(-1)


class KnownNameField(Field):
    """A name; `known` with the id of a speech when somebody of the register was chosen."""

    known = Signal(str)

    def __init__(self, name: str, tasks: Tasks) -> None:
        super().__init__(name, required=True)
        self._line = NameFinder(tasks, speakerbook.options)
        self._line.picked.connect(self._take)
        self._line.textChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._line)

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        if cap:
            self._line.setMaxLength(cap)

    def value(self) -> str:
        return self._line.text().strip()

    def set_value(self, value: Any) -> None:
        self._line.setText("" if value is None else str(value))

    def editors(self) -> list[QWidget]:
        return [self._line]

    def _take(self, one: Choosable) -> None:
        self._line.setText(one.text)
        self.known.emit(one.id)
