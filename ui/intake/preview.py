"""What an import would do, on four leaves: sheets and columns, what to decide, what is rejected, every row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from gvi_desktop.services.importing import Preview, Rejected, RowView
from ui.intake.decide import Decide
from ui.intake.lists import counted, rejected_columns, rejected_id, row_columns, row_id
from ui.intake.sheets import Sheets
from ui.kit.badge import Badge
from ui.kit.flow import Flow
from ui.kit.table import RecordModel
from ui.kit.text import button, label
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.view import Table
from ui.kit.words import Words

LEAST = 20
"""How high the lists are at least, in steps of the grid: a head, and lines enough to work with."""


class PreviewView(QWidget):
    """The preview; `wanted(skip)` asks to take it in, without the rows that have rejected cells or not at all."""

    wanted = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: Preview | None = None
        self._head = QVBoxLayout()
        self._head.setContentsMargins(px(3), px(2), px(3), px(1))
        self._head.setSpacing(px(1))
        self._heading: list[QWidget] = []
        self.sheets = Sheets(words)
        self.decide = Decide(words)
        self.rejected = Table(self.tr("Rejected cells"))
        self._rejected = RecordModel[Rejected](rejected_columns(words), rejected_id, self)
        self.rejected.show_model(self._rejected)
        self.rejected.say_when_empty("circle-check", self.tr("Every cell can be taken in."))
        self.rows = Table(self.tr("All rows"))
        self._rows = RecordModel[RowView](row_columns(words), row_id, self)
        self.rows.show_model(self._rows)
        self.rows.say_when_empty("table", self.tr("No sheet is taken in."))
        self.leaves = QTabWidget()
        self.leaves.setDocumentMode(True)
        for leaf, name in zip(self._leaves(), self._names(None), strict=True):
            self.leaves.addTab(leaf, name)
        self.leaves.setMinimumHeight(px(LEAST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area = self._scrolled()
        column.addWidget(self._area, 1)
        column.addWidget(self._bar())

    def show_preview(self, shown: Preview, decisions: Mapping[str, str]) -> None:
        """Fill all leaves."""
        self._shown = shown
        self._draw_head(shown)
        self.sheets.show_sheets(shown.sheets)
        self.decide.show_proposals(shown.proposals, decisions)
        self._rejected.show(shown.rejected)
        self._rows.show(shown.rows)
        for at, name in enumerate(self._names(shown)):
            self.leaves.setTabText(at, name)
        self.skip.setVisible(bool(shown.rejected))
        if not shown.rejected:
            self.skip.setChecked(False)
        self._offer()

    def turn_to(self, leaf: QWidget) -> None:
        """Show one of the leaves."""
        self.leaves.setCurrentWidget(leaf)
        QTimer.singleShot(0, self, self._show_leaves)  # not before the counts above are laid out

    def _scrolled(self) -> QScrollArea:
        """The head and the leaves; they scroll together where large text leaves the lists no room."""
        body = QWidget()
        body.setObjectName("sheetBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.leaves, 1)
        area = QScrollArea()
        area.setObjectName("sheet")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    def _show_leaves(self) -> None:
        self._area.verticalScrollBar().setValue(self.leaves.y())

    def _leaves(self) -> tuple[QWidget, ...]:
        return (self.sheets, self.decide, self.rejected, self.rows)

    def _names(self, shown: Preview | None) -> tuple[str, ...]:
        proposals, rejected, rows = (
            (len(shown.proposals), len(shown.rejected), len(shown.rows)) if shown else (0, 0, 0)
        )
        return (
            self.tr("Sheets and columns"),
            self.tr("To decide ({count})").format(count=proposals),
            self.tr("Rejected ({count})").format(count=rejected),
            self.tr("All rows ({count})").format(count=rows),
        )

    def _draw_head(self, shown: Preview) -> None:
        for widget in self._heading:
            widget.deleteLater()
        badges = QWidget()
        flow = Flow(badges, px(1))
        flow.addWidget(label(shown.name, "heading", strong=True, wrap=False))
        for text in counted(self._words, dict(shown.accepted)):
            flow.addWidget(Badge(text, Tone.GOOD))
        if shown.matched_people == 1:
            flow.addWidget(Badge(self.tr("1 person already known"), Tone.ACCENT))
        elif shown.matched_people:
            known = self.tr("{count} people already known").format(count=shown.matched_people)
            flow.addWidget(Badge(known, Tone.ACCENT))
        if same := sum(shown.same.values()):
            flow.addWidget(Badge(self.tr("Already there: {count}").format(count=same), Tone.NEUTRAL))
        if shown.proposals:
            flow.addWidget(Badge(self.tr("{count} to decide").format(count=len(shown.proposals)), Tone.SOON))
        if shown.rejected:
            rejected = self.tr("Rejected cells: {count}").format(count=len(shown.rejected))
            flow.addWidget(Badge(rejected, Tone.LATE))
        self._heading = [badges]
        for widget in self._heading:
            self._head.addWidget(widget)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("actionBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(3), px(1.5), px(3), px(1.5))
        row.setSpacing(px(1.5))
        words = QVBoxLayout()
        words.setSpacing(px(0.5))
        self._say = label("")
        self.skip = QCheckBox(self.tr("Leave out the rows that have rejected cells"))
        self.skip.toggled.connect(self._offer)
        words.addWidget(self._say)
        words.addWidget(self.skip)
        row.addLayout(words, 1)
        self.take = button("", lambda: self.wanted.emit(self.skip.isChecked()), kind="primary", icon_name="check")
        row.addWidget(self.take)
        return bar

    def _offer(self) -> None:
        shown = self._shown
        if shown is None:
            return
        count = sum(shown.accepted.values())
        blocked = bool(shown.rejected) and not self.skip.isChecked()
        self.take.setText(self.tr("Take in {count} entries").format(count=count))
        self.take.setEnabled(count > 0 and not blocked)
        self._say.setVisible(not blocked)
        if blocked:
            self.take.setToolTip(self.tr("Nothing comes in while cells are rejected. Correct them, or leave them out."))
            return
        self.take.setToolTip("")
        if count == 0:
            self._say.setText(self.tr("There is nothing new to take in."))
        else:
            told = self.tr("All of it comes in as one step that Undo takes back, marked for review.")
            if shown.accepted.get("person"):
                again = self.tr("Whoever was erased but still stands in the file comes in again: no list is kept.")
                told = f"{told}\n{again}"
            self._say.setText(told)
