"""The room from above: front rows with everybody's seat, moved by dragging, clicking or the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gvi_desktop.domain.invitee import MOST_SEATS, Basis
from gvi_desktop.domain.seating import SEATS_A_ROW, place
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.rooms import Room
from ui.callins.roompaint import paint_dragged, paint_officer, paint_seat, paint_stage
from ui.kit.theme import px


class RoomView(QWidget):
    """Paints the seats; `moved(invitee, seat)` asks for a move, `picked_changed` tells who is being moved (or "")."""

    moved = Signal(str, int)
    left = Signal(str)
    """Somebody gives up the seat (invitee)."""
    officer_wanted = Signal(str)
    """Somebody (invitee) is to get an officer behind: double click, or O."""
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
        self._names: dict[str, str] = {}
        self._crossed: frozenset[int] = frozenset()
        self._rows = 1
        self._pressed: QPoint | None = None
        self._dragged: QPoint | None = None

    def show_room(self, room: Room) -> None:
        """Take the seats as they are now; those side by side in conflict are marked."""
        self._at = {line.invitee.seat or 0: line for line in room.seated}
        self._names = {line.id: line.code_name for line in (*room.seated, *room.standing)}
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
        return QSize(px(70), self._top() + self._rows * self._step())

    def minimumSizeHint(self) -> QSize:
        return QSize(SEATS_A_ROW * px(13), self.sizeHint().height())

    # ------------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stage(painter, QRectF(self.width() * 0.25, px(0.5), self.width() * 0.5, px(3)), self.tr("Speakers"))
        for seat in range(1, self._rows * SEATS_A_ROW + 1):
            line = self._at.get(seat)
            paint_seat(
                painter, seat, self.seat_area(seat), line, lifted=line is not None and line.id == self.picked,
                crossed=seat in self._crossed, marked=self.hasFocus() and seat == self.at_seat,
            )  # fmt: skip
            if line is not None:
                wanted = self.movable and line.invitee.basis is Basis.SUPERVISION
                paint_officer(painter, self.officer_area(seat), line, self.tr("No officer"), wanted=wanted)
        if self._dragged is not None and self.picked:
            paint_dragged(painter, self._dragged, self._names.get(self.picked, ""))
        painter.end()

    # ------------------------------------------------------------------ where a seat is

    def seat_area(self, seat: int) -> QRect:
        """Where a seat is painted."""
        row, column = place(seat)
        gap = px(1)
        wide = min((self.width() - (SEATS_A_ROW + 1) * gap) // SEATS_A_ROW, px(16))
        left = (self.width() - SEATS_A_ROW * wide - (SEATS_A_ROW - 1) * gap) // 2
        return QRect(left + column * (wide + gap), self._top() + row * self._step(), wide, self._seat_height())

    def officer_area(self, seat: int) -> QRect:
        """Where the chair right behind a seat is painted."""
        area = self.seat_area(seat)
        return QRect(area.left(), area.bottom() + px(0.25), area.width(), px(3))

    def seat_under(self, at: QPoint) -> int:
        """The seat under a point, or 0."""
        seats = range(1, self._rows * SEATS_A_ROW + 1)
        return next((seat for seat in seats if self.seat_area(seat).contains(at)), 0)

    def officer_under(self, at: QPoint) -> int:
        """The seat whose officer's chair is under a point, or 0."""
        return next((seat for seat in self._at if self.officer_area(seat).contains(at)), 0)

    def _top(self) -> int:
        return px(5)

    def _seat_height(self) -> int:
        return px(6)

    def _step(self) -> int:
        return self._seat_height() + px(4.5)

    def _name(self, seat: int) -> str:
        line = self._at.get(seat)
        if line is None:
            return ""
        officer = line.invitee.officer_behind
        behind = self.tr("behind: {name}").format(name=officer) if officer else self.tr("no officer behind")
        return ", ".join(part for part in (line.code_name, line.group, behind) if part)

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        seat = self.seat_under(at) or self.officer_under(at)
        self.pick("")
        if self.movable and seat in self._at:
            self.officer_wanted.emit(self._at[seat].id)

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

    def carry(self, invitee: str, at: QPoint) -> None:
        """Somebody from outside is dragged over the room."""
        self.pick(invitee)
        self._dragged = at
        self.update()

    def put_down(self, at: QPoint) -> None:
        """What is carried is let go: on a seat it is taken, elsewhere nothing has happened."""
        self._dragged = None
        if self.picked and (seat := self.seat_under(at)):
            self._put(seat)
        else:
            self.pick("")

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
        elif key == Qt.Key.Key_O and self.movable and self.at_seat in self._at:
            self.officer_wanted.emit(self._at[self.at_seat].id)
        elif key == Qt.Key.Key_Delete and self.movable and self.at_seat in self._at:
            self.left.emit(self._at[self.at_seat].id)
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
