"""The room of a call-in: seats by the program, moved by hand, with the reason why some sit apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from gvi_desktop.services import rooms
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.papers import PaperKind
from ui.callins.roomview import RoomView
from ui.callins.tabs import SheetTab
from ui.kit.act import Act
from ui.kit.flow import Flow
from ui.kit.text import button, muted
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
        for one, other in room.beside:
            self.notice(
                self.tr("{one} and {other} are in conflict and sit side by side.").format(one=one, other=other),
                Tone.LATE,
            )
        for one, other in room.apart:
            self.notice(
                self.tr("{one} and {other} are in conflict: they sit apart.").format(one=one, other=other), Tone.GOOD
            )
        if not view.invitees:
            self.text(self.tr("Nobody is called yet. Invite people first, then seat them here."), quiet=True)
            return
        self.room = RoomView()
        self.room.setObjectName("room")
        self.room.movable = may
        self.room.show_room(room)
        self.room.moved.connect(lambda who, seat: self.page.do(Act(rooms.take_seat, who, seat)))
        self.put(_sideways(self.room))
        if may:
            how = self.tr("Drag somebody to another seat, or choose somebody and then a seat (arrow keys and Space).")
            self.put(muted(how))
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
        tip = self.tr("Choose a seat for {name}").format(name=line.code_name)
        made = button(text, lambda: self._lift(line.id), tip=tip)
        made.setObjectName(f"stand-{line.id}")
        made.setEnabled(may)
        return made

    def _lift(self, invitee: str) -> None:
        self.room.pick(invitee)
        self.room.setFocus()


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
