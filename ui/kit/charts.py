"""Charts drawn by hand: bars by month, a funnel, bars on a time line; each can be read as a table too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from ui.kit.chart import Chart
from ui.kit.dates import short_month
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its height, and how much of that is marked (such as talks with someone under 18)."""

    label: str
    value: int
    marked: int = 0
    full: str = ""
    """What the table calls it, where the label is cut short."""


class BarChart(Chart):
    """Standing bars with a marked part; `value_name` and `marked_name` are words for the two, `label_name` is what a
    bar stands for."""

    def __init__(
        self, name: str, bars: Sequence[Bar], value_name: str, marked_name: str = "", label_name: str = ""
    ) -> None:
        super().__init__(name, 22)
        self._bars = tuple(bars)
        self._names = (value_name, marked_name)
        self._label = label_name or QCoreApplication.translate("Charts", "What")
        self.describe()

    def table(self) -> list[tuple[str, ...]]:
        value, marked = self._names
        return [
            (bar.full or bar.label, f"{value} {bar.value}", *((f"{marked} {bar.marked}",) if marked else ()))
            for bar in self._bars
        ]

    def figures(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        value, marked = self._names
        heads = (self._label, value, marked) if marked else (self._label, value)
        return heads, [(bar.full or bar.label, str(bar.value), str(bar.marked))[: len(heads)] for bar in self._bars]

    def draw(self, painter: QPainter, area: QRectF) -> None:
        colours, metrics = tokens(), QFontMetrics(self.font())
        line = metrics.height() * 1.3
        top = _legend(painter, area, self._names, line)
        highest = max((bar.value for bar in self._bars), default=0) or 1
        floor = area.bottom() - line
        step = area.width() / max(1, len(self._bars))
        width = min(step * 0.6, px(5))
        each = _every([bar.label for bar in self._bars], step, metrics)
        painter.setPen(QColor(colours.border))
        painter.drawLine(QLineF(area.left(), floor, area.right(), floor))
        for at, bar in enumerate(self._bars):
            left = area.left() + at * step + (step - width) / 2
            tall = (floor - top - line) * bar.value / highest
            marked = (floor - top - line) * bar.marked / highest
            _bar(painter, QRectF(left, floor - tall, width, tall), colours.accent)
            if bar.marked:
                # Narrower than the bar it is a part of, which would not be seen behind it where both are as tall.
                _bar(painter, QRectF(left + width / 4, floor - marked, width / 2, marked), colours.soon)
            if (len(self._bars) - 1 - at) % each == 0:
                slot = QRectF(area.left() + (at - (each - 1) / 2) * step, floor, step * each, line)
                painter.setPen(QColor(colours.muted))
                shown = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, int(step * each))
                painter.drawText(slot, Qt.AlignmentFlag.AlignCenter, shown)
            if bar.value:
                painter.setPen(QColor(colours.text))
                slot = QRectF(area.left() + at * step, floor - tall - line, step, line)
                painter.drawText(slot, Qt.AlignmentFlag.AlignCenter, str(bar.value))


@dataclass(frozen=True)
class Stage:
    """One step of a funnel."""

    label: str
    value: int


class Funnel(Chart):
    """Lying bars, each no longer than the first."""

    def __init__(self, name: str, stages: Sequence[Stage]) -> None:
        super().__init__(name, max(4, len(stages) * 4))
        self._stages = tuple(stages)
        self.describe()

    def table(self) -> list[tuple[str, ...]]:
        return [(stage.label, str(stage.value)) for stage in self._stages]

    def figures(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        heads = (QCoreApplication.translate("Charts", "Step"), QCoreApplication.translate("Charts", "Number"))
        return heads, [(stage.label, str(stage.value)) for stage in self._stages]

    def draw(self, painter: QPainter, area: QRectF) -> None:
        colours, metrics = tokens(), QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(stage.label) for stage in self._stages), default=0)
        words = min(widest + px(1.5), area.width() * 0.5)
        figures = metrics.horizontalAdvance("00000")
        longest = max((stage.value for stage in self._stages), default=0) or 1
        for at, stage in enumerate(self._stages):
            slot = QRectF(area.left(), area.top() + at * px(4), area.width(), px(4))
            painter.setPen(QColor(colours.text))
            label = QRectF(slot.left(), slot.top(), words, slot.height())
            shown = metrics.elidedText(stage.label, Qt.TextElideMode.ElideRight, int(words - px(1)))
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, shown)
            long = (slot.width() - words - figures) * stage.value / longest
            _bar(painter, QRectF(slot.left() + words, slot.top() + px(0.75), max(long, 2), px(2.5)), colours.accent)
            painter.setPen(QColor(colours.text))
            figure = QRectF(slot.left() + words + max(long, 2) + px(0.75), slot.top(), figures, slot.height())
            painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter, str(stage.value))


@dataclass(frozen=True)
class Span:
    """Something that lasted; `end` None: it goes on. With `marks` it is a row of single days instead of a bar."""

    label: str
    start: date
    end: date | None = None
    tone: Tone = Tone.ACCENT
    marks: tuple[date, ...] = ()


class TimeBars(Chart):
    """Bars on a time line from `start` to `end`, with the months under it."""

    def __init__(self, name: str, spans: Sequence[Span], start: date, end: date) -> None:
        super().__init__(name, max(6, len(spans) * 4 + 3))
        self._spans = tuple(spans)
        self._start, self._end = start, end
        self.describe()

    def table(self) -> list[tuple[str, ...]]:
        return [(span.label, *_days(span)) for span in self._spans]

    def figures(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        heads = (
            QCoreApplication.translate("Charts", "What"),
            QCoreApplication.translate("Charts", "From"),
            QCoreApplication.translate("Charts", "To"),
        )
        return heads, [(span.label, str(span.start), str(span.end or "…")) for span in self._spans]

    def draw(self, painter: QPainter, area: QRectF) -> None:
        colours, metrics = tokens(), QFontMetrics(self.font())
        floor = area.bottom() - metrics.height() * 1.3
        days = max(1, (self._end - self._start).days)

        def across(day: date) -> float:
            return area.left() + area.width() * min(max((day - self._start).days, 0), days) / days

        month = self._start.replace(day=1)
        each = _every([short_month(at) for at in range(1, 13)], area.width() * 30 / days, metrics)
        while month <= self._end:
            if month >= self._start:
                painter.setPen(QColor(colours.border))
                painter.drawLine(QLineF(across(month), area.top(), across(month), floor))
                shown = short_month(month.month)
                room = area.right() - across(month) - 2
                if month.month % each == 1 % each and metrics.horizontalAdvance(shown) <= room:
                    painter.setPen(QColor(colours.muted))
                    slot = QRectF(across(month) + 2, floor, room, area.bottom() - floor)
                    painter.drawText(slot, Qt.AlignmentFlag.AlignVCenter, shown)
            month = (month.replace(day=28) + _FOUR_DAYS).replace(day=1)
        for at, span in enumerate(self._spans):
            top = area.top() + at * px(4) + px(0.5)
            left, right = across(span.start), across(span.end or self._end)
            box = QRectF(left, top, max(right - left, 6), px(3))
            if span.marks:
                self._ticks(painter, span, [across(day) for day in span.marks], top)
            else:
                _bar(painter, box, colours.paper(span.tone), colours.ink(span.tone))
            painter.setPen(QColor(colours.text))
            wide = metrics.horizontalAdvance(span.label)
            fits_right = box.right() + px(0.75) + wide < area.right()
            inside = not span.marks and wide + px(1) < box.width()
            x = (
                box.left() + px(0.5)
                if inside
                else box.right() + px(0.75)
                if fits_right
                else box.left() - wide - px(0.75)
            )
            if not inside:  # the lines of the months do not run through the words
                painter.fillRect(QRectF(x - 2, top, wide + 6, px(3)), QColor(colours.surface))
            painter.drawText(QRectF(x, top, wide + 2, px(3)), Qt.AlignmentFlag.AlignVCenter, span.label)

    def _ticks(self, painter: QPainter, span: Span, places: Sequence[float], top: float) -> None:
        """A thin line from the first to the last day, and a tick on each."""
        painter.setPen(QColor(tokens().border))
        middle = top + px(1.5)
        painter.drawLine(QLineF(min(places), middle, max(places), middle))
        for place in places:
            _bar(painter, QRectF(place, top + px(0.25), max(4, px(0.5)), px(2.5)), tokens().ink(span.tone))


def _days(span: Span) -> tuple[str, ...]:
    if span.marks:
        return tuple(str(day) for day in span.marks)
    return (f"{span.start} – {span.end or '…'}",)


__all__ = ["Bar", "BarChart", "Chart", "Funnel", "Span", "Stage", "TimeBars"]

_FOUR_DAYS = date(2000, 1, 5) - date(2000, 1, 1)


def _every(labels: Sequence[str], step: float, metrics: QFontMetrics) -> int:
    """1 when all labels find room beside one another, 2 when every second does, and so on."""
    widest = max((metrics.horizontalAdvance(text) for text in labels), default=0) + px(0.5)
    return max(1, ceil(widest / max(step, 1)))


def _bar(painter: QPainter, box: QRectF, fill: str, edge: str = "") -> None:
    painter.setPen(QColor(edge) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, 3, 3)


def _legend(painter: QPainter, area: QRectF, names: tuple[str, str], line: float) -> float:
    if not names[1]:
        return area.top()
    x, metrics = area.left(), QFontMetrics(painter.font())
    for text, colour in zip(names, (tokens().accent, tokens().soon), strict=True):
        _bar(painter, QRectF(x, area.top() + line * 0.25, line * 0.5, line * 0.5), colour)
        painter.setPen(QColor(tokens().text))
        wide = metrics.horizontalAdvance(text)
        painter.drawText(QRectF(x + line * 0.75, area.top(), wide + 4, line), Qt.AlignmentFlag.AlignVCenter, text)
        x += line * 0.75 + wide + px(2)
    return area.top() + line * 1.2
