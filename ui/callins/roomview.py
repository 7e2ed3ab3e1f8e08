"""The room from above: front rows with everybody's seat, moved by dragging, clicking or the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gvi_desktop.domain.invitee import MOST_SEATS
from gvi_desktop.domain.seating import SEATS_A_ROW, place
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.rooms import Room
from ui.kit.theme import font, px, tokens
from ui.kit.tokens import Tone


class RoomView(QWidget):
    """Paints the seats; `moved(invitee, seat)` asks for a move, `picked_changed` tells who is being moved (or "")."""

    moved = Signal(str, int)
    picked_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Seating plan"))
        self.movable = True
        self.picked = ""
        self.at_seat = 1
        self._at: dict[int, InviteeLine] = {}
        self._crossed: frozenset[int] = frozenset()
        self._rows = 1
        self._pressed: QPoint | None = None
        self._dragged: QPoint | None = None

    def show_room(self, room: Room) -> None:
        """Take the seats as they are now; those side by side in conflict are marked."""
        self._at = {line.invitee.seat or 0: line for line in room.seated}
        clash = {frozenset(pair) for pair in room.beside}
        self._crossed = frozenset(
            seat
            for seat, line in self._at.items()
            for other in (seat - 1, seat + 1)
            if other in self._at
            and place(other)[0] == place(seat)[0]
            and frozenset({line.group, self._at[other].group}) in clash
        )
        last = max(self._at, default=1)
        # One row more than is needed, so that there is somewhere to move to.
        self._rows = min(place(last)[0] + 2, MOST_SEATS // SEATS_A_ROW)
        self.setAccessibleDescription(
            ". ".join(
                self.tr("Seat {seat}: {name}").format(seat=seat, name=self._name(seat)) for seat in sorted(self._at)
            )
        )
        self.pick("")
        self.updateGeometry()
        self.update()

    def pick(self, invitee: str) -> None:
        """Somebody is to be moved: the next seat chosen is theirs."""
        if invitee != self.picked:
            self.picked = invitee
            self.picked_changed.emit(invitee)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(70), self._top() + self._rows * self._step() + px(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(SEATS_A_ROW * px(13), self.sizeHint().height())

    # ------------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band = QRectF(self.width() * 0.25, px(0.5), self.width() * 0.5, px(3))
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.drawRoundedRect(band, 4, 4)
        painter.setPen(QColor(tokens().muted))
        painter.setFont(font("small"))
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, self.tr("Speakers"))
        for seat in range(1, self._rows * SEATS_A_ROW + 1):
            self._paint_seat(painter, seat)
        if self._dragged is not None and self.picked:
            self._paint_dragged(painter)
        painter.end()

    def _paint_seat(self, painter: QPainter, seat: int) -> None:
        area, line = QRectF(self.seat_area(seat)), self._at.get(seat)
        colours = tokens()
        lifted = line is not None and line.id == self.picked
        crossed = seat in self._crossed
        pen = QPen(QColor(colours.late if crossed else colours.accent if line else colours.border), 2 if line else 1)
        if line is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if line is not None and not lifted:
            painter.setBrush(QColor(colours.late_soft if crossed else colours.accent_soft))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        if self.hasFocus() and seat == self.at_seat:
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
        third = inner.height() / 3
        parts = [(line.code_name, True), (line.group, False), (line.invitee.officer_behind, False)]
        parts = [part for part in parts if part[0]]
        top = inner.top() + (inner.height() - third * len(parts)) / 2
        for at, (text, strong) in enumerate(parts):
            painter.setFont(font("body" if strong else "small", strong=strong))
            painter.setPen(QColor(colours.text) if lifted else ink)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
            row = QRectF(inner.left(), top + at * third, inner.width(), third)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_dragged(self, painter: QPainter) -> None:
        name = next((line.code_name for line in self._at.values() if line.id == self.picked), "")
        at = self._dragged or QPoint()
        area = QRectF(at.x() - px(6), at.y() - px(2), px(12), px(4))
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.setBrush(QColor(tokens().surface))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(QColor(tokens().text))
        painter.setFont(font(strong=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)

    # ------------------------------------------------------------------ where a seat is

    def seat_area(self, seat: int) -> QRect:
        """Where a seat is painted."""
        row, column = place(seat)
        gap = px(1)
        wide = min((self.width() - (SEATS_A_ROW + 1) * gap) // SEATS_A_ROW, px(16))
        left = (self.width() - SEATS_A_ROW * wide - (SEATS_A_ROW - 1) * gap) // 2
        return QRect(left + column * (wide + gap), self._top() + row * self._step(), wide, self._step() - gap)

    def seat_under(self, at: QPoint) -> int:
        """The seat under a point, or 0."""
        seats = range(1, self._rows * SEATS_A_ROW + 1)
        return next((seat for seat in seats if self.seat_area(seat).contains(at)), 0)

    def _top(self) -> int:
        return px(5)

    def _step(self) -> int:
        return px(9)

    def _name(self, seat: int) -> str:
        line = self._at.get(seat)
        return ", ".join(part for part in (line.code_name, line.group) if part) if line is not None else ""

    # ------------------------------------------------------------------ mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        seat = self.seat_under(self._pressed)
        if not seat or not self.movable:
            self.pick("")
            return
        self.at_seat = seat
        if self.picked and not (seat in self._at and self._at[seat].id == self.picked):
            self._put(seat)
        elif seat in self._at:
            self.pick("" if self.picked else self._at[seat].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.picked and self._pressed is not None:
            at = event.position().toPoint()
            if self._dragged is not None or (at - self._pressed).manhattanLength() > px(1):
                self._dragged = at
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragged, self._pressed = self._dragged, None, None
        if dragged is not None and self.picked:
            seat = self.seat_under(event.position().toPoint())
            if seat:
                self._put(seat)
            else:
                self.pick("")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -SEATS_A_ROW, Qt.Key.Key_Down: SEATS_A_ROW}
        key = Qt.Key(event.key())
        if key in steps:
            to = self.at_seat + steps[key]
            if 1 <= to <= self._rows * SEATS_A_ROW:
                self.at_seat = to
                self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.movable:
            if self.picked:
                self._put(self.at_seat)
            elif self.at_seat in self._at:
                self.pick(self._at[self.at_seat].id)
        elif key == Qt.Key.Key_Escape and self.picked:
            self.pick("")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _put(self, seat: int) -> None:
        who, own = self.picked, self._at.get(seat)
        self.pick("")
        if own is None or own.id != who:
            self.moved.emit(who, seat)
