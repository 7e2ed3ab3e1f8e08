"""The room of a call-in: seats by the program, moved by hand, with the reason why some sit apart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from gvi_desktop.services import rooms
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.papers import PaperKind
from gvi_desktop.services.rooms import Feud
from ui.callins.roomview import RoomView
from ui.callins.tabs import SheetTab
from ui.kit.act import Act
from ui.kit.dates import show_date
from ui.kit.flow import Flow
from ui.kit.text import muted
from ui.kit.theme import px
from ui.kit.tokens import Tone


class RoomTab(SheetTab):
    """The plan, what it does about conflicts, and who has no seat yet."""

    def draw(self, view: CallinView) -> None:
        callin, room = view.callin, view.room
        may = self.page.may_write and callin.ahead
        if may and view.invitees:
            self.action(
                self.tr("Seat everybody"), lambda: self.page.do(Act(rooms.seat_all, callin.id)), icon="armchair",
                kind="" if room.seated else "primary",
            )  # fmt: skip
        if room.seated:
            self.action(self.tr("Print the plan"), lambda: self.page.paper(PaperKind.SEATING), icon="printer")
            self.action(self.tr("Print name cards"), lambda: self.page.paper(PaperKind.CARDS), icon="printer")
        for feud in room.feuds:
            self.notice(self._told(feud), Tone.LATE if feud.beside else Tone.GOOD)
        if may and room.unattended:
            self.notice(
                self.tr("Under supervision without an officer behind: {names}.").format(
                    names=", ".join(line.code_name for line in room.unattended)
                )
            )
        if not view.invitees:
            self.text(self.tr("Nobody is called yet. Invite people first, then seat them here."), quiet=True)
            return
        self.room = RoomView()
        self.room.setObjectName("room")
        self.room.movable = may
        self.room.show_room(room)
        self.room.moved.connect(lambda who, seat: self.page.do(Act(rooms.take_seat, who, seat)))
        self.room.left.connect(lambda who: self.page.do(Act(rooms.leave_seat, who)))
        self.room.officer_wanted.connect(lambda who: self.page.open_form("officer", who))
        self.put(_sideways(self.room))
        if may:
            self.put(
                muted(
                    self.tr(
                        "Drag somebody to another seat, or choose somebody and then a seat (arrow keys and Space). "
                        "Double-click (or press O) to say who sits behind; Delete frees the seat."
                    )
                )
            )
        if room.standing:
            self.section(self.tr("Without a seat"))
            self.put(self._standing(view, may))
        self.section(self.tr("In the room"))
        self.text(
            self.tr(
                "The called sit in marked seats in the front rows, each with the officer's chair right behind. "
                "Everybody rises when the group walks in, and all sit down at the same time."
            ),
            quiet=True,
        )

    def _standing(self, view: CallinView, may: bool) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, px(0.75))
        for line in view.room.standing:
            flow.addWidget(self._stander(line, may))
        return holder

    def _stander(self, line: InviteeLine, may: bool) -> QWidget:
        text = ", ".join(part for part in (line.code_name, line.group) if part)
        made = Stander(line.id, text, self.room, lambda: self._lift(line.id))
        made.setToolTip(self.tr("Drag {name} to a seat, or press and then choose a seat").format(name=line.code_name))
        made.setObjectName(f"stand-{line.id}")
        made.setEnabled(may)
        return made

    def _told(self, feud: Feud) -> str:
        """What is done about a conflict, and where the knowledge of it comes from."""
        if feud.beside:
            text = self.tr("{one} and {other} are in conflict and sit side by side.")
        else:
            text = self.tr("{one} and {other} are in conflict: they sit apart.")
        told = [text.format(one=feud.one, other=feud.other)]
        if feud.since is not None:
            told.append(self.tr("Since {date}.").format(date=show_date(feud.since)))
        if feud.source:
            told.append(self.tr("Source: {source}.").format(source=feud.source.rstrip(".")))
        return " ".join(told)

    def _lift(self, invitee: str) -> None:
        self.room.pick(invitee)
        self.room.setFocus()


class Stander(QPushButton):
    """Somebody without a seat: pressed they are lifted, dragged they follow the pointer into the room."""

    def __init__(self, invitee: str, text: str, room: RoomView, lift: Callable[[], object]) -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self._invitee = invitee
        self._room = room
        self._pressed: QPoint | None = None
        self._carried = False
        self.clicked.connect(lambda: lift())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._carried = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is not None and (self._carried or (at - self._pressed).manhattanLength() > px(1)):
            self._carried = True
            self._room.carry(self._invitee, self._room.mapFromGlobal(self.mapToGlobal(at)))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, self._pressed, self._carried = self._carried, None, False
        if carried:
            self.setDown(False)
            self._room.put_down(self._room.mapFromGlobal(self.mapToGlobal(event.position().toPoint())))
            return
        super().mouseReleaseEvent(event)


def _sideways(room: RoomView) -> QScrollArea:
    """The room keeps seats wide enough for their names; a narrow page shows it by scrolling."""
    area = QScrollArea()
    area.setObjectName("sheet")
    area.setWidgetResizable(True)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(room)
    area.setFixedHeight(room.sizeHint().height() + px(2))
    return area
