"""A round by day and team, as a small table: talks of attempts, and what is planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gvi_desktop.services.roundplan import Board, Tally
from ui.kit.dates import show_date, today
from ui.kit.text import label
from ui.kit.theme import px

DAYS = 31
"""Days that are shown at most: the last ones."""


class BoardTable(QWidget):
    """A row a day, a column a team, sums at the end of both; every figure has its words for the screen reader."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(QCoreApplication.translate("RoundBoard", "The round by day and team"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(2))
        self._grid.setVerticalSpacing(px(0.75))
        every = QCoreApplication.translate("RoundBoard", "All")
        none = QCoreApplication.translate("RoundBoard", "No team")
        columns = [(team, team or none) for team in board.teams] if any(board.teams) else []
        for at, text in enumerate(["", *(name for _, name in columns), every]):
            self._put(0, at, text, strong=True)
        days = board.days[-DAYS:]
        for row, day in enumerate(days, 1):
            name = show_date(day)
            self._put(row, 0, name, strong=day == today())
            for at, (team, said) in enumerate(columns, 1):
                self._tally(row, at, board.cells.get((day, team)), f"{name}, {said}")
            self._tally(row, len(columns) + 1, board.by_day[day], name)
        row = len(days) + 1
        self._put(row, 0, every, strong=True)
        for at, (team, said) in enumerate(columns, 1):
            self._tally(row, at, board.by_team[team], said, strong=True)
        self._tally(row, len(columns) + 1, _sum(list(board.by_day.values())), every, strong=True)
        self._grid.setColumnStretch(len(columns) + 2, 1)

    def _tally(self, row: int, column: int, tally: Tally | None, name: str, *, strong: bool = False) -> None:
        if tally is None or tally == Tally():
            return
        tried = f"{tally.talks}/{tally.attempts}" if tally.attempts else ""
        ahead = f"+{tally.planned}" if tally.planned else ""
        said = QCoreApplication.translate(
            "RoundBoard", "{name}: {talks} talks of {attempts} attempts, {planned} planned"
        )
        words = said.format(name=name, talks=tally.talks, attempts=tally.attempts, planned=tally.planned)
        self._put(row, column, " ".join(part for part in (tried, ahead) if part), words, strong=strong)

    def _put(self, row: int, column: int, text: str, said: str = "", *, strong: bool = False) -> None:
        made = label(text, strong=strong)
        made.setWordWrap(False)
        if said:
            made.setAccessibleName(said)
            made.setToolTip(said)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(made, row, column, side | Qt.AlignmentFlag.AlignTop)


def _sum(days: Sequence[Tally]) -> Tally:
    """All days together; individuals are not added up: somebody may be met on two of them."""
    planned, attempts, talks = (sum(getattr(one, name) for one in days) for name in ("planned", "attempts", "talks"))
    return Tally(planned, attempts, talks)


def lines(board: Board) -> list[tuple[date, str]]:
    """Each day as one line of words, where there are more teams than stand beside one another."""
    none = QCoreApplication.translate("RoundBoard", "No team")
    found = []
    for day in board.days[-DAYS:]:
        parts = []
        for team in board.teams:
            if (tally := board.cells.get((day, team))) is not None:
                tried = f" {tally.talks}/{tally.attempts}" if tally.attempts else ""
                parts.append(f"{team or none}{tried}{f' +{tally.planned}' if tally.planned else ''}")
        found.append((day, " · ".join(parts)))
    return found
