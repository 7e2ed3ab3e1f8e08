"""The day of a call-in: check-in and check-out with large targets, usable standing up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gvi_desktop.domain.callin import CallinStatus
from gvi_desktop.domain.invitee import PRESENT, Attendance
from gvi_desktop.services import callins, invitees
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.papers import PaperKind
from ui.callins.tabs import SheetTab
from ui.kit.act import Act
from ui.kit.ask import ask
from ui.kit.badge import Badge
from ui.kit.dates import local, today
from ui.kit.flow import Flow
from ui.kit.text import button, label, muted
from ui.kit.theme import font, px
from ui.kit.tokens import Tone


class DayTab(SheetTab):
    """One tile for each person: press it when they come, press it when they go."""

    def draw(self, view: CallinView) -> None:
        callin = view.callin
        inside = sum(line.present and not callin.ended for line in view.invitees)
        came = sum(line.invitee.checked_in is not None for line in view.invitees)
        numbers = self.tr("{inside} in the room · {came} have come · {all} called").format(
            inside=inside, came=came, all=len(view.invitees)
        )
        self.put(label(numbers, "heading", strong=True))
        open_door = callin.status is CallinStatus.GO and callin.on is not None and callin.on <= today()
        self.door = self.page.may_write and (open_door or callin.ended)
        self.action(self.tr("Print attendance sheet"), lambda: self.page.paper(PaperKind.ATTENDANCE), icon="printer")
        if self.page.may_write and open_door:
            self.action(self.tr("The meeting is over"), lambda: self._close(view), icon="flag", kind="primary")
        if callin.ahead and callin.status is not CallinStatus.GO:
            self.notice(self.tr("Check-in opens once it is decided that the meeting takes place."))
        elif callin.ahead and not open_door:
            self.notice(self.tr("Check-in opens on the day itself."), Tone.ACCENT)
        if not view.invitees:
            self.text(self.tr("Nobody is called yet."), quiet=True)
            return
        holder = QWidget()
        flow = Flow(holder, px(1.5))
        for line in sorted(view.invitees, key=lambda one: one.code_name.casefold()):
            flow.addWidget(self._tile(line))
        self.put(holder)

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
        big.setEnabled(self.door)
        big.setToolTip(text)
        big.setAccessibleName(f"{text}: {line.code_name}")
        big.setMinimumHeight(px(7))
        big.setFont(font("heading", strong=True))
        big.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(big)
        row = QHBoxLayout()
        row.setSpacing(px(0.75))
        word, tone = self._state(line)
        row.addWidget(Badge(word, tone))
        row.addWidget(muted(" · ".join(part for part in (line.group, who.officer_behind) if part)), 1)
        column.addLayout(row)
        column.addWidget(self._small(line))
        return tile

    def _small(self, line: InviteeLine) -> QWidget:
        """What happens more seldom, under the large button."""
        holder = QWidget()
        flow = Flow(holder, 0)
        inside = [(self.tr("Left early"), lambda: self.page.do(Act(invitees.leave_early, line.id)), self.door)]
        outside = [
            (self.tr("Excused"), lambda: self._mark(line, Attendance.EXCUSED), self.page.may_write),
            (self.tr("Detained"), lambda: self._mark(line, Attendance.DETAINED), self.page.may_write),
            (self.tr("Did not come"), lambda: self._mark(line, Attendance.NO_SHOW), self.door),
        ]
        for text, act, enabled in inside if line.present else outside:
            made = button(text, act, kind="quiet")
            made.setEnabled(enabled)
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
        self.page.do(Act(invitees.check_out if line.present else invitees.check_in, line.id))

    def _mark(self, line: InviteeLine, result: Attendance) -> None:
        # Pressed again, the mark is taken away.
        self.page.do(Act(invitees.mark, line.id, None if line.invitee.result is result else result))
