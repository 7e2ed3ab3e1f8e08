"""The day of a call-in: check-in and check-out with large targets or a few keys, usable standing up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.invitee import PRESENT, Attendance, minutes_late
from gvi_desktop.services import callins, invitees
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.papers import PaperKind
from ui.callins.doorline import DoorLine, fitting
from ui.callins.tabs import Doing, SheetTab
from ui.kit.act import Act
from ui.kit.ask import ask
from ui.kit.badge import Badge
from ui.kit.dates import local, today
from ui.kit.flow import Flow
from ui.kit.sorting import swedish
from ui.kit.text import button, label, muted
from ui.kit.theme import font, px
from ui.kit.tokens import Tone


class DayTab(SheetTab):
    """One tile for each person: press it when they come, press it when they go; or type the code name and Enter."""

    def __init__(self, page: Doing, parent: QWidget | None = None) -> None:
        self._typed = ""
        self.entry: DoorLine | None = None
        self._tiles: dict[str, QWidget] = {}
        self._lines: list[InviteeLine] = []
        super().__init__(page, parent)

    def draw(self, view: CallinView) -> None:
        callin = view.callin
        self._view, self._tiles = view, {}
        self._lines = sorted(view.invitees, key=lambda one: swedish(one.code_name))
        inside = sum(line.present and not callin.ended for line in view.invitees)
        came = sum(line.invitee.checked_in is not None for line in view.invitees)
        numbers = self.tr("{inside} in the room · {came} have come · {all} called").format(
            inside=inside, came=came, all=len(view.invitees)
        )
        self.put(label(numbers, "heading", strong=True))
        self.halted = callin.status is CallinStatus.GO and bool(view.stops)
        open_door = callin.status is CallinStatus.GO and callin.on is not None and callin.on <= today()
        self.door = self.page.may_write and (open_door or callin.ended)
        self.action(self.tr("Print attendance sheet"), lambda: self.page.paper(PaperKind.ATTENDANCE), icon="printer")
        if self.page.may_write and open_door:
            over = self.action(self.tr("The meeting is over"), lambda: self._close(view), icon="flag", kind="primary")
            over.setEnabled(not self.halted)
        if self.halted:
            self.action(self.tr("What stops it"), lambda: self.page.turn_to("decision"), icon="circle-x")
            found = " ".join(self.words.problem(stop, "callin") for stop in view.stops)
            text = self.tr("The meeting is halted. Nobody more is checked in before this is dealt with: {stops}")
            self.notice(text.format(stops=found), Tone.LATE)
        elif callin.ahead and callin.status is not CallinStatus.GO:
            self.notice(self.tr("Check-in opens once it is decided that the meeting takes place."))
        elif callin.ahead and not open_door:
            self.notice(self.tr("Check-in opens on the day itself."), Tone.ACCENT)
        if not view.invitees:
            self.text(self.tr("Nobody is called yet."), quiet=True)
            return
        self._put_entry()
        holder = QWidget()
        flow = Flow(holder, px(1.5))
        for line in self._lines:
            self._tiles[line.id] = self._tile(line)
            flow.addWidget(self._tiles[line.id])
        self.put(holder)
        self._narrow(self._typed)

    # ------------------------------------------------------------------ by key

    def _put_entry(self) -> None:
        self.entry = DoorLine()
        self.entry.setEnabled(self.door)
        self.entry.setText(self._typed)
        self.entry.textChanged.connect(self._narrow)
        self.entry.entered.connect(self._entered)
        self.put(self.entry)
        self.found = muted("")
        self.put(self.found)

    def _narrow(self, text: str) -> None:
        """Only whom the letters may mean; what Enter would do is said."""
        self._typed = text
        found = fitting(self._lines, text)
        shown = {line.id for line in found}
        for one, tile in self._tiles.items():
            tile.setVisible(one in shown)
        if (holder := next((tile.parentWidget() for tile in self._tiles.values()), None)) is not None:
            layout = holder.layout()
            if layout is not None:
                layout.invalidate()
            holder.updateGeometry()
        if not text.strip():
            said = self.tr("Write a part of the code name. Enter checks in or out, Shift+Enter: left early.")
        elif len(found) == 1:
            name = found[0].code_name
            said = self.tr("Enter checks {name} out.") if found[0].present else self.tr("Enter checks {name} in.")
            said = said.format(name=name)
        else:
            said = (
                self.tr("Several are called something like that: {count}") if found else self.tr("Nobody is called so.")
            )
            said = said.format(count=len(found))
        self.found.setText(said)

    def _entered(self, early: bool) -> None:
        found = fitting(self._lines, self._typed) if self._typed.strip() else []
        if len(found) != 1 or self.entry is None:
            return
        self._typed = ""
        self.entry.clear()
        if early and found[0].present:
            self._early(found[0])
        else:
            self._press(found[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed anywhere on the tab are meant for the line at the door."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if self.entry is not None and self.entry.isEnabled() and plain and event.text().strip():
            self.entry.setFocus()
            if event.text() != "/":
                self.entry.insert(event.text())
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.entry is not None and self.entry.isEnabled() and not isinstance(QApplication.focusWidget(), QTabBar):
            self.entry.setFocus()

    # ------------------------------------------------------------------ the tiles

    def _close(self, view: CallinView) -> None:
        absent = sum(line.invitee.checked_in is None and line.invitee.result is None for line in view.invitees)
        ask(
            self, self.tr("The meeting is over"),
            self.tr(
                "Who is checked in has come. {count} who are not become no-shows; it can be changed afterwards."
            ).format(count=absent),
            self.tr("Close the meeting"), lambda: self.page.do(Act(callins.hold, view.callin.id)),
        )  # fmt: skip

    def _tile(self, line: InviteeLine) -> QWidget:
        tile = QFrame()
        tile.setObjectName("card")
        tile.setFixedWidth(px(27))
        column = QVBoxLayout(tile)
        column.setContentsMargins(px(1), px(1), px(1), px(1))
        column.setSpacing(px(0.5))
        who = line.invitee
        inside = line.present
        text = self.tr("Check out") if inside else self.tr("Check in")
        sign = "circle-check" if inside else "user"
        big = button(line.code_name, lambda: self._press(line), kind="big", icon_name=sign)
        big.setObjectName(f"door-{line.id}")
        big.setEnabled(self.door and (inside or not self.halted))
        big.setToolTip(text)
        big.setAccessibleName(f"{text}: {line.code_name}")
        big.setMinimumHeight(px(7))
        big.setFont(font("heading", strong=True))
        big.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(big)
        holder = QWidget()
        row = Flow(holder, px(0.75))
        word, tone = self._state(line)
        row.addWidget(Badge(word, tone))
        if late := late_by(self._view.callin, line):
            row.addWidget(Badge(self.tr("{minutes} min late").format(minutes=late), Tone.SOON))
        column.addWidget(holder)
        if about := " · ".join(part for part in (line.group, who.officer_behind) if part):
            column.addWidget(muted(about))
        column.addWidget(self._small(line))
        return tile

    def _small(self, line: InviteeLine) -> QWidget:
        """What happens more seldom, under the large button."""
        holder = QWidget()
        flow = Flow(holder, 0)
        inside = [(self.tr("Left early"), lambda: self._early(line), self.door)]
        # Both may be known before the day, but mean nothing where there will be no meeting.
        known = self.page.may_write and self._view.callin.status is not CallinStatus.CANCELLED
        outside = [
            (self.tr("Excused"), lambda: self._mark(line, Attendance.EXCUSED), known),
            (self.tr("Detained"), lambda: self._mark(line, Attendance.DETAINED), known),
            (self.tr("Did not come"), lambda: self._mark(line, Attendance.NO_SHOW), self.door),
        ]
        for text, act, enabled in inside if line.present else outside:
            made = button(text, act, kind="quiet")
            made.setEnabled(enabled)
            made.setProperty("touch", True)  # at least 44 pixels, for a finger
            made.setAccessibleName(f"{text}: {line.code_name}")
            flow.addWidget(made)
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        return holder

    def _state(self, line: InviteeLine) -> tuple[str, Tone]:
        who = line.invitee
        if line.present and who.checked_in:
            return self.tr("In since {time}").format(time=local(who.checked_in).strftime("%H:%M")), Tone.GOOD
        if who.result is not None:
            tone = Tone.ACCENT if who.result in PRESENT else Tone.SOON
            return self.words.value(who.result), Tone.LATE if who.result is Attendance.NO_SHOW else tone
        return self.tr("Expected"), Tone.NEUTRAL

    def _press(self, line: InviteeLine) -> None:
        if line.present:
            said = self.tr("{name} has gone").format(name=line.code_name)
            self.page.do(Act(invitees.check_out, line.id), said)
        else:
            said = self.tr("{name} has come").format(name=line.code_name)
            self.page.do(Act(invitees.check_in, line.id), said)

    def _early(self, line: InviteeLine) -> None:
        said = self.tr("{name} left early").format(name=line.code_name)
        self.page.do(Act(invitees.leave_early, line.id), said)

    def _mark(self, line: InviteeLine, result: Attendance) -> None:
        # Pressed again, the mark is taken away.
        self.page.do(Act(invitees.mark, line.id, None if line.invitee.result is result else result))


def late_by(callin: Callin, line: InviteeLine) -> int:
    """Minutes after the start that somebody came."""
    came = line.invitee.checked_in
    return minutes_late(local(came) if came else None, callin.on, callin.start)
