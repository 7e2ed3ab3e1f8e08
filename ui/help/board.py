"""The pipeline: every stage with its number and those who are there, so that one sees where help stands still."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gvi_desktop.domain.help import Stage
from gvi_desktop.services.helping import HelpLine, StageLines
from ui.help import clock
from ui.help.columns import follow_up, kind, who
from ui.kit.cards import card
from ui.kit.empty import Empty
from ui.kit.sheet import Sheet
from ui.kit.slices import Slices
from ui.kit.text import heading, muted
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.words import Words

FIRST = 1
"""Cards of each stage that are there at once; the others follow."""


class Board(Sheet):
    """Stages from top to bottom, each help a card; `chosen` tells the id of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(self.tr("Help by stage"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled = 0
        self._slices = Slices(self)
        self._slices.grew.connect(self.heighten)
        self._slices.drawn.connect(self._grow)
        self.verticalScrollBar().actionTriggered.connect(lambda _action: QTimer.singleShot(0, self, self._stay))

    def show_stages(self, stages: Sequence[StageLines], empty: Empty) -> None:
        """Draw the stages anew where one had scrolled to; `empty` is shown when there is no help at all."""
        if not any(stage.count for stage in stages):
            self.fresh(empty)
            return
        empty.deleteLater()
        scrolled = self.verticalScrollBar().value()
        self._slices.stop()
        column = QVBoxLayout(self.fresh())
        column.setContentsMargins(px(2), px(1.5), px(2), px(3))
        column.setSpacing(px(1))
        for stage in stages:
            column.addWidget(self._head(stage))
            cards = QVBoxLayout()
            cards.setSpacing(px(1))
            column.addLayout(cards)
            self._slices.fill(cards, stage.lines, self._card, at_once=FIRST)
            if stage.count > len(stage.lines):
                more = self.tr("{n} more in the list").format(n=stage.count - len(stage.lines))
                column.addWidget(muted(more))
        column.addStretch()
        self._scrolled = scrolled
        self._grow()

    def _grow(self) -> None:
        """Where one had scrolled to is there again as soon as the cards down to it are."""
        self.heighten()
        self.verticalScrollBar().setValue(self._scrolled)

    def _stay(self) -> None:
        self._scrolled = self.verticalScrollBar().value()

    def _head(self, stage: StageLines) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, px(1), 0, 0)
        row.addWidget(heading(self._words.value(stage.stage)), 1)
        row.addWidget(heading(str(stage.count)) if stage.count else muted("0"))
        holder.setAccessibleName(f"{self._words.value(stage.stage)}: {stage.count}")
        return holder

    def _card(self, line: HelpLine) -> QFrame:
        badges = []
        if line.waits or line.record.stage is not Stage.ENDED:
            badges.append((clock.clock(line), clock.tone(line) or Tone.NEUTRAL))
        if line.follow_up is not None:
            badges.append((follow_up(line), Tone.SOON))
        return card(
            who(line),
            act=partial(self.chosen.emit, line.id),
            badges=[badge for badge in badges if badge[0]],
            lines=[kind(self._words, line)],
        )
