"""How the line of weeks is drawn: weeks, marks of tasks (each state has its own shape), today and the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gvi_desktop.domain.task import Due
from ui.kit.theme import font, px, tokens
from ui.kit.tokens import Tone

HIGHEST = 6
"""So many marks stand on one day; more lie on top of the last."""


def weeks(painter: QPainter, band: QRectF, found: Sequence[tuple[float, int]]) -> None:
    """A thin line where each week begins, with its number under it where there is room."""
    colours = tokens()
    painter.setFont(font("small", tabular=True))
    painter.setPen(QColor(colours.border))
    painter.drawLine(QLineF(band.left(), band.bottom(), band.right(), band.bottom()))
    step = found[1][0] - found[0][0] if len(found) > 1 else band.width()
    each = max(1, -(-int(painter.fontMetrics().horizontalAdvance("00") + px(1)) // max(1, int(step))))
    for at, (left, number) in enumerate(found):
        painter.setPen(QColor(colours.border))
        painter.drawLine(QLineF(left, band.top(), left, band.bottom()))
        if at % each == 0:
            painter.setPen(QColor(colours.muted))
            slot = QRectF(left, band.bottom(), step * each, px(2.25))
            painter.drawText(slot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f" {number}")


def chosen(painter: QPainter, band: QRectF, left: float, wide: float) -> None:
    """The week one stands on."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent_soft))
    painter.drawRect(QRectF(left, band.top(), wide, band.height()))


def today(painter: QPainter, band: QRectF, x: float, word: str, beside: float | None) -> None:
    """A dotted line with the word above it, out of the way of the meeting's handle at `beside`."""
    pen = QPen(QColor(tokens().text), 1.5)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QLineF(x, band.top(), x, band.bottom()))
    painter.setFont(font("small", strong=True))
    wide = painter.fontMetrics().horizontalAdvance(word) + 2
    left = x - wide / 2
    if beside is not None and abs(x - beside) < px(6) + wide / 2:
        left = beside - px(6.5) - wide if x <= beside else beside + px(6.5)
    left = min(max(left, band.left()), band.right() - wide)
    painter.drawText(QRectF(left, px(0.75), wide, px(2.25)), Qt.AlignmentFlag.AlignCenter, word)


def mark(painter: QPainter, band: QRectF, x: float, height: int, state: Due, room: float) -> None:
    """A task on its day, the `height`-th from the floor; `room` is the width of a day, which no mark leaves."""
    y = band.bottom() - px(1.2) * min(height, HIGHEST) + px(0.35)
    shape(painter, QPointF(x, y), state, min(px(0.42), room * 0.3))


def shape(painter: QPainter, middle: QPointF, state: Due, half: float = 0) -> None:
    """Done is a full disc, open a ring, overdue a full diamond."""
    colours, half = tokens(), half or px(0.42)
    painter.setPen(Qt.PenStyle.NoPen)
    if state is Due.DONE:
        painter.setBrush(QColor(colours.muted))
        painter.drawEllipse(middle, half + 0.5, half + 0.5)
    elif state is Due.OVERDUE:
        painter.setBrush(QColor(colours.ink(Tone.LATE)))
        corners = [(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)]
        painter.drawPolygon(QPolygonF([middle + QPointF(x * half, y * half) for x, y in corners]))
    else:
        painter.setPen(QPen(QColor(colours.ink(Tone.ACCENT)), min(max(1.5, px(0.2)), half * 0.7)))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(middle, half, half)


def was(painter: QPainter, band: QRectF, x: float) -> None:
    """Where the meeting has been until now."""
    pen = QPen(QColor(tokens().muted), 1.5)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(QLineF(x, px(3), x, band.bottom()))


def meeting(painter: QPainter, band: QRectF, x: float, text: str, *, held: bool) -> None:
    """The meeting: a line through the weeks, and a handle with its date."""
    colours = tokens()
    painter.setPen(QPen(QColor(colours.accent), 2))
    painter.drawLine(QLineF(x, px(2.75), x, band.bottom()))
    painter.setFont(font("small", strong=True, tabular=True))
    wide = painter.fontMetrics().horizontalAdvance(text) + px(2)
    left = min(max(x - wide / 2, band.left() + 1), band.right() - wide - 1)
    painter.setPen(QPen(QColor(colours.text if held else colours.accent), 2 if held else 1))
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(QRectF(left, px(0.25), wide, px(2.75)), 5, 5)
    painter.setPen(QColor(colours.on_accent))
    painter.drawText(QRectF(left, px(0.25), wide, px(2.75)), Qt.AlignmentFlag.AlignCenter, text)


def handle(x: float) -> QRectF:
    """The handle and the line under it, as far as a finger reaches."""
    return QRectF(x - px(6), 0, px(12), px(3.5))


def legend(painter: QPainter, area: QRectF, entries: Sequence[tuple[Due, str]]) -> None:
    """What the shapes mean."""
    painter.setFont(font("small"))
    x = area.left() + px(1)
    for state, text in entries:
        shape(painter, QPointF(x, area.center().y()), state)
        wide = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(QColor(tokens().muted))
        painter.drawText(QRectF(x + px(1), area.top(), wide + 4, area.height()), Qt.AlignmentFlag.AlignVCenter, text)
        x += wide + px(3.5)


def focus(painter: QPainter, area: QRectF) -> None:
    """The ring of what has the keyboard."""
    painter.setPen(QColor(tokens().accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
