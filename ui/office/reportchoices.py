"""What is to be reported: the kind, its period or what it is about, the language, and whether the public reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from gvi_desktop.domain.indicators import Period
from gvi_desktop.services import reports
from gvi_desktop.services.reports import OF_ONE, TIMELESS, ReportKind, Wish
from ui.kit.dates import today
from ui.kit.fields.ref import RefField
from ui.kit.fields.when import DateField
from ui.kit.flow import Flow
from ui.kit.tasks import Tasks
from ui.kit.text import button, labelled
from ui.kit.theme import px
from ui.kit.words import Words

LANGUAGES = ("sv", "en")


class ReportChoices(QWidget):
    """Fields for a wish; `wanted` is sent when it is to be shown. Only the fields that the kind asks for are there."""

    wanted = Signal()

    def __init__(self, words: Words, tasks: Tasks, wish: Wish) -> None:
        super().__init__()
        self._words, self._tasks = words, tasks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(1.5))
        self._kind = _list([words.value(kind) for kind in ReportKind], list(ReportKind).index(wish.kind))
        self._kind.currentIndexChanged.connect(self._turned)
        self._language = _list([self.tr("Swedish"), self.tr("English")], LANGUAGES.index(wish.language))
        first = QWidget()
        self._row = Flow(first, px(2))
        self._row.addWidget(labelled(self.tr("Report"), self._kind))
        self._row.addWidget(labelled(self.tr("Language"), self._language))
        column.addWidget(first)
        self._about = QWidget()
        column.addWidget(self._about)
        self._first, self._last = DateField("first"), DateField("last")
        self._subject: RefField | None = None
        self._asked_for = wish.subject
        last = QWidget()
        row = Flow(last, px(2))
        self._public = QCheckBox(self.tr("Public: hide small numbers and groups"))
        self._public.setChecked(wish.public)
        self.show_button = button(self.tr("Show"), self.wanted.emit, kind="primary")
        row.addWidget(self.show_button)
        row.addWidget(self._public)
        column.addWidget(last)
        self._ask(wish)

    def wish(self) -> Wish:
        """What is wanted, as the fields stand."""
        language, kind = LANGUAGES[self._language.currentIndex()], self.kind()
        public, subject = self._public.isChecked(), self._subject.value() if self._subject else None
        if kind in OF_ONE:
            return Wish(kind, language, subject=subject or "", public=public)
        first = self._first.value() if kind is not ReportKind.MONTH else None
        return Wish(kind, language, Period(first, self._last.value()), public=public)

    def kind(self) -> ReportKind:
        """The kind that is chosen."""
        return list(ReportKind)[self._kind.currentIndex()]

    def choose(self, kind: ReportKind) -> None:
        """Choose a kind, as by hand."""
        self._kind.setCurrentIndex(list(ReportKind).index(kind))

    def set_period(self, period: Period) -> None:
        """Put a period into the fields and ask for the report."""
        self._first.set_value(period.first)
        self._last.set_value(period.last)
        self.wanted.emit()

    def _turned(self) -> None:
        wish = Wish(self.kind(), period=Period(self._first.value(), self._last.value()))
        self._ask(wish)
        self.wanted.emit()

    def ask_subject(self) -> None:
        """Put the keyboard where the subject is typed."""
        if self._subject is not None:
            self._subject.editors()[0].setFocus()

    def _ask(self, wish: Wish) -> None:
        """Lay out the fields that this kind asks for."""
        fresh = QWidget()
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._about, fresh)
        self._about.hide()
        self._about.deleteLater()
        self._about = fresh
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(1))
        fields, presets = QWidget(), QWidget()
        row = Flow(fields, px(2))
        column.addWidget(fields)
        self._subject = None
        self._first, self._last = DateField("first"), DateField("last")
        if wish.kind in OF_ONE:
            self._subject = RefField("subject", self._tasks, _search(wish.kind), _resolve(wish.kind))
            self._subject.set_value(wish.subject)
            self._subject.setMinimumWidth(px(44))
            self._subject.changed.connect(self._picked)
            row.addWidget(labelled(self._words.value(wish.kind), self._subject))
            return
        if wish.kind in TIMELESS:
            return
        self._last.set_value(wish.period.last)
        if wish.kind is ReportKind.MONTH:
            row.addWidget(labelled(self.tr("Any day of the month"), self._last))
        else:
            self._first.set_value(wish.period.first)
            row.addWidget(labelled(self.tr("From"), self._first))
            row.addWidget(labelled(self.tr("To"), self._last))
        pills = Flow(presets, px(0.5))
        for text, period in self.presets(wish.kind):
            pills.addWidget(button(text, _setter(self.set_period, period), kind="quiet"))
        presets.setAccessibleName(self.tr("Usual periods"))
        column.addWidget(presets)

    def _picked(self) -> None:
        """Ask for another subject's report; its words coming in later are no new choice."""
        chosen = self._subject.value() if self._subject is not None else None
        if chosen and chosen != self._asked_for:
            self._asked_for = chosen
            self.wanted.emit()

    def presets(self, kind: ReportKind) -> list[tuple[str, Period]]:
        """Periods that are asked for again and again."""
        day = today()
        month = day.replace(day=1)
        before = (month - timedelta(days=1)).replace(day=1)
        found = [
            (self.tr("This month"), Period(month, day)),
            (self.tr("Last month"), Period(before, month - timedelta(days=1))),
        ]
        if kind is ReportKind.MONTH:
            return found
        return [
            *found,
            (self.tr("This year"), Period(date(day.year, 1, 1), day)),
            (self.tr("Last year"), Period(date(day.year - 1, 1, 1), date(day.year - 1, 12, 31))),
            (self.tr("Last 12 months"), Period(day - timedelta(days=364), day)),
            (self.tr("All time"), Period()),
        ]


def _list(texts: Sequence[str], at: int) -> QComboBox:
    made = QComboBox()
    made.addItems(list(texts))
    made.setCurrentIndex(at)
    return made


def _setter(act: Callable[[Period], None], period: Period) -> Callable[[], None]:
    return lambda: act(period)


def _search(kind: ReportKind) -> Callable[..., Any]:
    return lambda unit, text: reports.subjects(unit, kind, text)


def _resolve(kind: ReportKind) -> Callable[..., Any]:
    return lambda unit, ids: reports.resolve(unit, kind, ids)
