"""How seats, officers' chairs and somebody on the way are drawn in the room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gvi_desktop.services.invitees import InviteeLine
from ui.kit.theme import font, px, tokens
from ui.kit.tokens import Tone


def paint_stage(painter: QPainter, area: QRectF, text: str) -> None:
    """The band at the front where the speakers stand."""
    painter.setPen(QPen(QColor(tokens().border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(QColor(tokens().muted))
    painter.setFont(font("small"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def paint_seat(
    painter: QPainter, seat: int, where: QRect, line: InviteeLine | None, *, lifted: bool, crossed: bool, marked: bool
) -> None:
    """A chair of the front rows: code name and group, or its number; `crossed` sits beside a group in conflict."""
    colours, area = tokens(), QRectF(where)
    pen = QPen(QColor(colours.late if crossed else colours.accent if line else colours.border), 2 if line else 1)
    if line is None:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if line is not None and not lifted:
        painter.setBrush(QColor(colours.late_soft if crossed else colours.accent_soft))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
    if marked:
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 8, 8)
    inner = area.adjusted(px(0.5), px(0.25), -px(0.5), -px(0.25))
    if line is None:
        painter.setPen(QColor(colours.muted))
        painter.setFont(font("small", tabular=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, str(seat))
        return
    ink = QColor(colours.late if crossed else colours.ink(Tone.ACCENT))
    _words(painter, inner, [(line.code_name, True), (line.group, False)], QColor(colours.text) if lifted else ink)


def paint_officer(painter: QPainter, where: QRect, line: InviteeLine, nobody: str, *, wanted: bool) -> None:
    """The chair right behind: the officer's name, or a dashed chair (in amber where a supervised client needs one)."""
    colours, area = tokens(), QRectF(where)
    name = line.invitee.officer_behind
    pen = QPen(QColor(colours.edge if name else colours.ink(Tone.SOON) if wanted else colours.border), 1)
    if not name:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.raised) if name else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
    if not name and not wanted:
        return
    ink = QColor(colours.text if name else colours.ink(Tone.SOON))
    _words(painter, area.adjusted(px(0.5), 0, -px(0.5), 0), [(name or nobody, False)], ink)


def paint_dragged(painter: QPainter, at: QPoint, name: str) -> None:
    """Somebody on the way to another seat, under the pointer."""
    area = QRectF(at.x() - px(6), at.y() - px(2), px(12), px(4))
    painter.setPen(QPen(QColor(tokens().accent), 2))
    painter.setBrush(QColor(tokens().surface))
    painter.drawRoundedRect(area, 6, 6)
    painter.setPen(QColor(tokens().text))
    painter.setFont(font(strong=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)


def _words(painter: QPainter, inner: QRectF, lines: list[tuple[str, bool]], ink: QColor) -> None:
    """One line under the other in the middle, each cut where it does not fit."""
    shown = [one for one in lines if one[0]]
    high = min(inner.height() / max(1, len(shown)), float(px(2.75)))
    top = inner.top() + (inner.height() - high * len(shown)) / 2
    for at, (text, strong) in enumerate(shown):
        painter.setFont(font("body" if strong else "small", strong=strong))
        painter.setPen(ink)
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(QRectF(inner.left(), top + at * high, inner.width(), high), Qt.AlignmentFlag.AlignCenter, cut)
