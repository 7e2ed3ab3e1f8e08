"""The steps of a week plan as a field: days from the meeting, what, and who owns it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QToolButton, QWidget

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.plan import FARTHEST, TITLE, PlanStep
from ui.kit.fields.field import Field
from ui.kit.text import button, muted, tool
from ui.kit.theme import px
from ui.kit.words import Words


@dataclass
class _Line:
    days: QLineEdit
    title: QLineEdit
    owner: QComboBox
    away: QToolButton

    def kind(self) -> AgencyKind:
        """Who owns the step."""
        return list(AgencyKind)[max(0, self.owner.currentIndex())]


class StepsField(Field):
    """One line a step; read in the order of their days."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._words: Words | None = None
        self._lines: list[_Line] = []
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(0.75))
        self._grid.setVerticalSpacing(px(0.5))
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 1)
        heads = (self.tr("Days"), self.tr("What is to be done"), self.tr("Who owns it"))
        for at, text in enumerate(heads):
            self._grid.addWidget(muted(text), 0, at)
        self._add = button(self.tr("Add a step"), lambda: self._append(PlanStep(0, ""), focus=True), icon_name="plus")
        self.row.addWidget(holder)

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        self._words = words
        self._place_add()

    def value(self) -> tuple[PlanStep, ...]:
        steps = [
            PlanStep(_days(line.days.text()) or 0, " ".join(line.title.text().split()), line.kind())
            for line in self._lines
        ]
        return tuple(sorted(steps, key=lambda step: step.days))

    def set_value(self, value: Any) -> None:
        self._clear()
        for step in value or ():
            self._append(step)
        self.changed.emit()

    def state(self) -> list[list[str]]:
        return [[line.days.text(), line.title.text(), line.kind().value] for line in self._lines]

    def restore(self, state: Any) -> None:
        self._clear()
        for days, title, owner in state or ():
            self._append(PlanStep(0, str(title), AgencyKind(owner)), days=str(days))
        self.changed.emit()

    def trouble(self) -> str:
        if any(_days(line.days.text()) is None for line in self._lines):
            return self.tr("Write days as whole numbers from -{most} to {most}.").format(most=FARTHEST)
        return ""

    def editors(self) -> list[QWidget]:
        return [self._lines[0].days if self._lines else self._add]

    def _append(self, step: PlanStep, *, days: str | None = None, focus: bool = False) -> None:
        shown = str(step.days) if days is None else days
        line = _Line(QLineEdit(shown), QLineEdit(step.title), QComboBox(), QToolButton())
        line.days.setFixedWidth(px(6.5))
        line.days.setMaxLength(4)
        line.days.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.days.setAccessibleName(self.tr("Days from the meeting"))
        line.title.setMaxLength(TITLE)
        line.title.setMinimumWidth(px(10))
        line.title.setAccessibleName(self.tr("What is to be done"))
        line.title.setCursorPosition(0)
        for kind in AgencyKind:
            line.owner.addItem(self._words.value(kind) if self._words else kind.value)
        line.owner.setCurrentIndex(list(AgencyKind).index(step.owner))
        line.owner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line.owner.setMinimumWidth(px(13.5))
        line.owner.setMaximumWidth(px(22))
        line.owner.setAccessibleName(self.tr("Who owns it"))
        line.away = tool("x", self.tr("Remove the step: {title}").format(title=step.title), lambda: self._remove(line))
        line.days.textChanged.connect(lambda: self.changed.emit())
        line.title.textChanged.connect(lambda: self.changed.emit())
        line.owner.currentIndexChanged.connect(lambda: self.changed.emit())
        row = self._grid.rowCount()
        self._lines.append(line)
        for at, widget in enumerate((line.days, line.title, line.owner, line.away)):
            self._grid.addWidget(widget, row, at)
        self._place_add()
        if focus:
            line.title.setFocus()
            self.changed.emit()

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        self._drop(line)
        self.changed.emit()

    def _clear(self) -> None:
        for line in self._lines:
            self._drop(line)
        self._lines = []

    def _drop(self, line: _Line) -> None:
        for widget in (line.days, line.title, line.owner, line.away):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _place_add(self) -> None:
        self._grid.removeWidget(self._add)
        self._grid.addWidget(self._add, self._grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)


def _days(text: str) -> int | None:
    plain = text.strip().replace("\u2212", "-")
    if not plain.lstrip("+-").isdecimal():
        return None
    try:
        days = int(plain)
    except ValueError:
        return None
    return days if abs(days) <= FARTHEST else None
