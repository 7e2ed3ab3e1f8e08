"""Go or no-go: what stops a call-in, and the decisions 72 and 24 hours before."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gvi_desktop.domain.callin import CallinProblem, CallinStatus, CallinWarningProblem, GoDecision, warnings
from gvi_desktop.domain.errors import Problem
from gvi_desktop.services.callinviews import CallinView
from ui.callins.tabs import SheetTab
from ui.kit.cards import Button, card
from ui.kit.dates import show_date
from ui.kit.icons import pixmap
from ui.kit.text import button, label
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone

REMEDY = {
    CallinProblem.MESSAGE_UNCOVERED: "speakers",
    CallinProblem.SCRIPT_UNAPPROVED: "speakers",
    CallinProblem.NO_SPEAKERS: "speakers",
    CallinProblem.SPEAKER_UNCONFIRMED: "speakers",
    CallinProblem.SPEAKER_WITHOUT_SCRIPT: "speakers",
    CallinProblem.NO_INVITEES: "people",
    CallinProblem.INVITEE_STOPPED: "people",
    CallinProblem.REHEARSAL_MISSING: "rehearsal",
}
"""On which tab a stop is dealt with."""
WARNED = {CallinWarningProblem.PROGRAMME_LONG: "speakers"}
TONES = {GoDecision.GO: Tone.GOOD, GoDecision.POSTPONE: Tone.SOON}


class DecisionTab(SheetTab):
    """The whole list of what stops it, each with the way to where it is dealt with."""

    def draw(self, view: CallinView) -> None:
        callin = view.callin
        if callin.status is CallinStatus.CANCELLED:
            self.notice(self.tr("Cancelled: {reason}").format(reason=callin.cancelled_reason), Tone.SOON)
            return
        if callin.ended:
            self.notice(self.tr("The meeting has been held."), Tone.GOOD)
        elif view.stops and callin.status is CallinStatus.GO:
            self.notice(
                self.tr(
                    "It was decided that the meeting takes place, but something stops it now: nobody is checked in and "
                    "the meeting is not closed before that is dealt with. Then the decision holds again."
                ),
                Tone.LATE,
            )
        elif view.stops:
            self.notice(self.tr("It cannot be decided to go ahead while anything stops it."), Tone.LATE)
        elif callin.status is CallinStatus.GO:
            self.notice(self.tr("It is decided: the meeting takes place."), Tone.GOOD)
        else:
            self.notice(self.tr("Nothing stops it. The decision can be made."), Tone.GOOD)
        self.section(self.tr("Decisions"))
        for which, days in (("72", 3), ("24", 1)):
            self.put(self._decision(view, which, days))
        if callin.ahead:
            self.section(self.tr("What stops it"))
            for stop in view.stops:
                self.put(self._stop(stop))
            if not view.stops:
                self.text(self.tr("Nothing."), quiet=True)
            self._warnings(view)
        if self.page.may_write and callin.ahead:
            self.section(self.tr("Otherwise"))
            self.action(self.tr("Cancel the call-in"), lambda: self.page.open_form("cancel", callin.id), kind="danger")

    def _decision(self, view: CallinView, which: str, days: int) -> QWidget:
        callin = view.callin
        made: GoDecision | None = getattr(callin, f"go_{which}")
        reason: str = getattr(callin, f"go_{which}_reason")
        tone = TONES[made] if made is not None else Tone.NEUTRAL
        day = show_date(callin.on - timedelta(days=days)) if callin.on else ""
        state = self.words.value(made) if made else self.tr("Not decided")
        buttons = []
        if self.page.may_write and callin.ahead:
            text = self.tr("Decide") if made is None else self.tr("Decide again")
            buttons = [Button(text, lambda: self.page.open_form(f"decide{which}", callin.id), "flag")]
        lines = [self.tr("Due {day}").format(day=day) if day else "", reason]
        name = self.tr("{hours} hours before").format(hours=which)
        return card(name, badges=[(state, tone)], lines=lines, buttons=buttons)

    def _warnings(self, view: CallinView) -> None:
        """What does not stop it but should be known to those who decide."""
        done = {task.id for task in view.tasks if not task.open}
        found = [
            (self.words.problem(one, "callin"), WARNED.get(CallinWarningProblem(one.code), "rehearsal"))
            for one in warnings(view.callin, view.programme.minutes, done)
        ]
        for gap in view.gaps:
            if gap.missing:
                text = self.tr("{group} has nobody who can carry the message.").format(group=gap.name)
                found.append((text, "people"))
        if found:
            self.section(self.tr("Worth knowing before the decision"))
        for sentence, tab in found:
            self.put(self._point(sentence, tab, "triangle-alert", tokens().ink(Tone.SOON)))

    def _stop(self, stop: Problem) -> QWidget:
        tab = REMEDY.get(CallinProblem(stop.code), "people")
        return self._point(self.words.problem(stop, "callin"), tab, "circle-x", tokens().late)

    def _point(self, sentence: str, tab: str, icon: str, ink: str) -> QWidget:
        """A sentence with its sign and the way to where it is dealt with."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(1))
        sign = QLabel()
        sign.setPixmap(pixmap(icon, px(2), ink))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(sentence), 1)
        there = button(self.tr("Go there"), lambda: self.page.turn_to(tab), kind="link")
        there.setAccessibleName(f"{self.tr('Go there')}: {sentence}")
        row.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)
        return holder
