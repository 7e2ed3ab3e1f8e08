"""The list of every record a bundle holds, under what is said of it as a whole: counted by kind, filtered, and each
with its fields when it is chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services.incoming import Incoming
from gvi_desktop.services.sending import Leaving
from ui.exchange.tones import VERDICT
from ui.kit.detail import Detail
from ui.kit.sorting import quickly
from ui.kit.table import Column, RecordModel
from ui.kit.text import label
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.view import Table
from ui.kit.withheld import WithheldNote
from ui.kit.words import Words

PAUSE = 150  # ms after the last key in the filter
Line = Leaving | Incoming


def leaving_columns(words: Words) -> tuple[Column[Leaving], ...]:
    """Kind, what it is called here, whether they have had it before, and which fields leave."""
    return (
        Column(
            QCoreApplication.translate("BundleList", "What"),
            lambda one: words.kind(one.kind), key=lambda one: one.kind, width=14,
        ),
        Column(
            QCoreApplication.translate("BundleList", "Record"),
            lambda one: one.title, key=lambda one: quickly(one.title), width=18,
        ),
        Column(
            QCoreApplication.translate("BundleList", "For them"),
            _for_them, key=lambda one: (one.named, one.known), width=16, tone=_novelty,
        ),
        Column(
            QCoreApplication.translate("BundleList", "Fields"),
            lambda one: fields(words, one), key=lambda one: one.fields, width=0,
        ),
    )


def tense(*, taken: bool) -> str:
    """The head of the first column: what would become of a record, or has."""
    if taken:
        return QCoreApplication.translate("BundleList", "Became")
    return QCoreApplication.translate("BundleList", "Would be")


def incoming_columns(words: Words) -> tuple[Column[Incoming], ...]:
    """What becomes of it, kind, what it is called, and which fields come."""
    return (
        Column(
            tense(taken=False),
            lambda one: words.text("exchange", f"verdict_{one.verdict}"),
            key=lambda one: one.verdict,
            width=15,
            tone=lambda one: VERDICT.get(one.verdict, Tone.NEUTRAL),
        ),
        Column(
            QCoreApplication.translate("BundleList", "What"),
            lambda one: _kind(words, one.kind), key=lambda one: one.kind, width=13,
        ),
        Column(
            QCoreApplication.translate("BundleList", "Record"),
            lambda one: one.title, key=lambda one: quickly(one.title), width=16,
        ),
        Column(
            QCoreApplication.translate("BundleList", "Fields"),
            lambda one: fields(words, one), key=lambda one: one.fields, width=0,
        ),
    )


def _kind(words: Words, kind: str) -> str:
    return words.kind(kind) if kind in BY_KIND else QCoreApplication.translate("BundleList", "unknown here")


def fields(words: Words, one: Line) -> str:
    """The fields of a record in words."""
    return _in_words(words, one.kind, one.fields)


@lru_cache(4096)  # most records of a bundle have the same fields
def _in_words(words: Words, kind: str, names: tuple[str, ...]) -> str:
    return ", ".join(words.label(kind, name) for name in names if name)


def _for_them(one: Leaving) -> str:
    if one.named:
        return QCoreApplication.translate("BundleList", "Named exception")
    if one.known:
        return QCoreApplication.translate("BundleList", "Had before")
    return QCoreApplication.translate("BundleList", "New to them")


def _novelty(one: Leaving) -> Tone:
    return Tone.LATE if one.named else Tone.NEUTRAL if one.known else Tone.GOOD


class BundleModel(RecordModel[Any]):
    """A hundred thousand records, found by what they are called."""

    def _text(self, line: Any) -> str:
        return str(line.title).casefold()


def scrolled(sheet: BundleSheet) -> QScrollArea:
    """Where there is no room for both parts, as with large letters, both are scrolled."""
    area = QScrollArea()
    area.setObjectName("sheet")
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(sheet)
    return area


class BundleSheet(QSplitter):
    """What is said of a bundle above, its records below; the border can be moved."""

    def __init__(
        self, name: str, columns: Sequence[Column[Any]], words: Words, sort_of: Callable[[Any], str], said: str
    ) -> None:
        """`sort_of` = by which sort of record the list can be narrowed, told in words by the first column; `said` names
        the sorts all together."""
        self._words = words
        self._all: Sequence[Any] = ()
        self._sort_of = sort_of
        self._said = said
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.detail = Detail()
        self.model = BundleModel(columns, lambda one: str(one.id), self)
        self.table = Table(name)
        self.table.show_model(self.model)
        self.table.setMinimumHeight(px(9))
        self.detail.setMinimumHeight(px(19))  # title, verification and buttons in full
        self.below = QWidget()
        column = QVBoxLayout(self.below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.table, 1)
        self._chosen = QScrollArea()
        self._chosen.setObjectName("sheet")
        self._chosen.setWidgetResizable(True)
        self._chosen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._chosen.setFixedHeight(px(9))  # beside the list there is room for some lines only, the rest is scrolled to
        self._chosen.setAccessibleName(self.tr("Fields of the chosen record"))
        holder = QWidget()
        holder.setObjectName("sheetBody")
        self._inside = QVBoxLayout(holder)
        self._inside.setContentsMargins(px(2), px(1), px(2), px(1))
        self._inside.setSpacing(px(0.75))
        self._chosen.setWidget(holder)
        self.fields = label("", "small")
        self._inside.addWidget(self.fields)
        self._inside.addStretch(1)
        self._withheld: QWidget | None = None
        self._chosen.hide()
        column.addWidget(self._chosen)
        self.table.chosen.connect(lambda _id: self._say_fields())
        self.addWidget(self.detail)
        self.addWidget(self.below)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.below.hide()

    def head(self, text: str) -> None:
        """What stands above the first column."""
        first, *others = self.model.columns
        self.model.columns = (replace(first, title=text), *others)
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)

    def show_records(self, records: Sequence[Any]) -> None:
        """The records, or no list when there are none."""
        self._all = records
        chosen = self.sorts.currentData()
        counted = Counter(self._sort_of(one) for one in records)
        self.sorts.blockSignals(True)
        self.sorts.clear()
        self.sorts.addItem(f"{self._said} ({len(records)})", "")
        first = self.model.columns[0].text
        examples = {self._sort_of(one): one for one in records}
        for sort in sorted(counted):
            self.sorts.addItem(f"{first(examples[sort])} ({counted[sort]})", sort)
        self.sorts.setCurrentIndex(max(self.sorts.findData(chosen), 0))
        self.sorts.blockSignals(False)
        self._narrow()
        if self.below.isHidden() and records:
            self.below.show()
            self.setSizes([self.height() * 11 // 20, self.height() * 9 // 20])
        self.below.setVisible(bool(records))

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(px(1.5), px(1), px(1.5), px(1))
        bar.setSpacing(px(1))
        self.sorts = QComboBox()
        self.sorts.setAccessibleName(self.tr("Show only"))
        self.sorts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sorts.setMinimumContentsLength(14)
        self.sorts.currentIndexChanged.connect(lambda: self._narrow())
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by what it is called"))
        self.filter.setAccessibleName(self.tr("Filter by what it is called"))
        self.filter.setClearButtonEnabled(True)
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(PAUSE)
        pause.timeout.connect(lambda: self.model.filter(self.filter.text()))
        self.filter.textChanged.connect(lambda: pause.start())
        bar.addWidget(self.sorts, 1)
        bar.addWidget(self.filter, 2)
        return bar

    def _narrow(self) -> None:
        sort = self.sorts.currentData()
        self.model.show([one for one in self._all if self._sort_of(one) == sort] if sort else self._all)
        self._say_fields()

    def _say_fields(self) -> None:
        """All fields of the chosen record: the list has room for a few."""
        row = self.model.row_of(self.table.current_id()) if self.table.current_id() else -1
        line = self.model.line(row) if row >= 0 else None
        if self._withheld is not None:
            self._withheld.hide()
            self._withheld.deleteLater()
            self._withheld = None
        if line is not None:
            told = fields(self._words, line) or self.tr("nothing of it")
            self.fields.setText(f"{line.title or self._words.kind(line.kind)}: {told}")
            if withheld := getattr(line, "withheld", ()):
                names = [self._words.label(line.kind, one) for one in withheld]
                self._withheld = WithheldNote(names, explain=False)
                self._inside.insertWidget(0, self._withheld)
        self._chosen.setVisible(line is not None)
