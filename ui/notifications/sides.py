"""The lists of the place, one behind the other; those behind the visits are made when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.notifications.dose import DoseList
from ui.notifications.lists import DueList, RoundList

VISITS, ROUNDS, DUE, DOSE = range(4)
L = TypeVar("L", bound=QWidget)


class ListSides(QStackedWidget):
    """`page` is told what is chosen and opened in each."""

    def __init__(self, page: Any, visits: QWidget) -> None:
        super().__init__()
        self._page = page
        self.addWidget(visits)
        self._stand_ins = {side: QWidget() for side in (ROUNDS, DUE, DOSE)}
        for one in self._stand_ins.values():
            self.addWidget(one)

    @cached_property
    def rounds(self) -> RoundList:
        page = self._page
        made = RoundList(page.tasks, (lambda: page.open_form("round")) if page.may_write else None)
        made.chosen.connect(page.choose_line)
        made.listed.connect(page.offer_rounds)
        made.table.opened.connect(lambda _id: page.edit())
        return self._takes_its_place(made, ROUNDS)

    @cached_property
    def due(self) -> DueList:
        made = DueList(self._page.tasks)
        made.chosen.connect(self._page.choose_line)
        made.opened.connect(self._page.note_follow_up)
        made.counted.connect(self._page.count_due)
        return self._takes_its_place(made, DUE)

    @cached_property
    def dose(self) -> DoseList:
        made = DoseList(self._page.tasks)
        made.chosen.connect(self._page.choose_line)
        made.opened.connect(self._page.open_group)
        return self._takes_its_place(made, DOSE)

    def part(self, side: int) -> RoundList | DueList | DoseList:
        """One of those behind the visits, made now if nobody has seen it yet."""
        if side == ROUNDS:
            return self.rounds
        return self.due if side == DUE else self.dose

    def stand_on(self, record_id: str) -> None:
        """Stand on this line in the lists that have it and have been made."""
        for side in {ROUNDS, DUE} - self._stand_ins.keys():
            self.part(side).stand_on(record_id)

    def _takes_its_place(self, made: L, side: int) -> L:
        stood_in, current = self._stand_ins.pop(side), self.currentIndex()
        self.insertWidget(side, made)
        self.removeWidget(stood_in)
        stood_in.deleteLater()
        self.setCurrentIndex(current)
        return made
