"""Conflicts and alliances as a drawing: groups in a ring, jagged lines for conflicts, double ones for alliances."""

from __future__ import annotations

from math import cos, hypot, pi, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gvi_desktop.domain.group import GroupStatus, RelationKind
from gvi_desktop.services.relations import Edge, Node, RelationMap
from ui.kit.dates import show_date
from ui.kit.theme import font, px, tokens
from ui.kit.words import Words

ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
OPEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class RelationDrawing(QWidget):
    """The map: arrow keys go from group to group, Enter or a click opens one; read aloud it says who stands how."""

    opened = Signal(str)

    def __init__(self, found: RelationMap, words: Words) -> None:
        super().__init__()
        self._map, self._words = found, words
        self._names = {node.id: node.name for node in found.nodes}
        ring = [node for node in found.nodes if node.id != found.centre]
        middle = [node for node in found.nodes if node.id == found.centre]
        self._nodes = [*middle, *ring]
        self._middle = bool(middle)
        self._at = 0
        self.setFont(font("small"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Conflicts and alliances"))
        self.setAccessibleDescription("\n".join(self._said(node) for node in self._nodes))

    def table(self) -> list[tuple[str, str, str]]:
        """Each relation as group, group, and what holds since when."""
        return [(self._names[one.one], self._names[one.other], self._held(one)) for one in self._map.edges]

    @property
    def current(self) -> Node | None:
        """The group one stands on."""
        return self._nodes[self._at] if self._nodes else None

    def sizeHint(self) -> QSize:
        return QSize(px(50), px(min(60, 22 + 2 * len(self._nodes))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), self.sizeHint().height())

    # ------------------------------------------------------------------ what it says

    def _held(self, edge: Edge) -> str:
        kind = self._words.value(edge.kind)
        since = self.tr("since {date}").format(date=show_date(edge.since)) if edge.since else ""
        return " · ".join(part for part in (kind, since, edge.source) if part)

    def _said(self, node: Node) -> str:
        parts = [
            f"{self._held(edge)}: {self._names[edge.other if edge.one == node.id else edge.one]}"
            for edge in self._map.edges
            if node.id in (edge.one, edge.other)
        ]
        return f"{node.name}. {'; '.join(parts)}"

    def _step(self, by: int) -> None:
        if not self._nodes:
            return
        self._at = (self._at + by) % len(self._nodes)
        self.setAccessibleDescription(self._said(self._nodes[self._at]))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    # ------------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ON or key in BACK:
            self._step(1 if key in ON else -1)
        elif key in OPEN and self.current is not None:
            self.opened.emit(self.current.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._under(event.position())
        if at is not None:
            self._at = at
            self.update()
            self.opened.emit(self._nodes[at].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if at is None else self._said(self._nodes[at]), self)
            return True
        return super().event(event)

    def _under(self, point: QPointF) -> int | None:
        return next((at for at, box in enumerate(self._boxes()) if box.contains(point)), None)

    # ------------------------------------------------------------------ drawing

    def _boxes(self) -> list[QRectF]:
        metrics, legend = QFontMetrics(self.font()), px(3)
        widest = max((metrics.horizontalAdvance(node.name) for node in self._nodes), default=0)
        wide = min(widest + px(2.5), self.width() * 0.3)
        high = max(px(3), metrics.height() + px(1))
        middle = QPointF(self.width() / 2, (self.height() - legend) / 2)
        across, down = (self.width() - wide) / 2 - 4, (self.height() - legend - high) / 2 - 4
        ring = len(self._nodes) - self._middle
        boxes = [_box(middle, wide, high)] if self._middle else []
        for at in range(ring):
            turn = 2 * pi * at / max(1, ring) - (pi / 2 if ring != 2 else 0)
            boxes.append(_box(QPointF(middle.x() + across * cos(turn), middle.y() + down * sin(turn)), wide, high))
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        boxes = dict(zip((node.id for node in self._nodes), self._boxes(), strict=True))
        for edge in self._map.edges:
            _line(painter, boxes[edge.one].center(), boxes[edge.other].center(), edge.kind)
        for at, node in enumerate(self._nodes):
            box, own = boxes[node.id], node.id == self._map.centre
            painter.setPen(QPen(QColor(colours.accent if own else colours.edge), 2 if own else 1))
            painter.setBrush(QColor(colours.accent_soft if own else colours.surface))
            painter.drawRoundedRect(box, 6, 6)
            quiet = node.status is not GroupStatus.ACTIVE
            ink = colours.on_accent_soft if own else colours.muted if quiet else colours.text
            painter.setPen(QColor(ink))
            inner = box.adjusted(px(0.5), 0, -px(0.5), 0)
            room = painter.fontMetrics().elidedText(node.name, Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, room)
            if self.hasFocus() and at == self._at:
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 8, 8)
        self._legend(painter)

    def _legend(self, painter: QPainter) -> None:
        x, y, metrics = float(px(1)), self.height() - px(1.25), painter.fontMetrics()
        for kind in RelationKind:
            _line(painter, QPointF(x, y), QPointF(x + px(5), y), kind)
            painter.setPen(QColor(tokens().text))
            text = self._words.value(kind)
            painter.drawText(QPointF(x + px(6), y + metrics.ascent() / 2 - 1), text)
            x += px(8) + metrics.horizontalAdvance(text)


def _box(middle: QPointF, wide: float, high: float) -> QRectF:
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def _line(painter: QPainter, start: QPointF, end: QPointF, kind: RelationKind) -> None:
    """Jagged or double: the shape says it, the colour only repeats it."""
    long = hypot(end.x() - start.x(), end.y() - start.y()) or 1.0
    along = QPointF((end.x() - start.x()) / long, (end.y() - start.y()) / long)
    aside = QPointF(-along.y(), along.x())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is RelationKind.ALLIANCE:
        painter.setPen(QPen(QColor(tokens().accent), 1.5))
        for side in (-2.0, 2.0):
            painter.drawLine(start + aside * side, end + aside * side)
        return
    painter.setPen(QPen(QColor(tokens().late), 2))
    teeth = max(2, int(long / px(1)))
    points = [start + along * (long * at / teeth) + aside * (px(0.4) * (-1) ** at) for at in range(1, teeth)]
    painter.drawPolyline(QPolygonF([start, *points, end]))
