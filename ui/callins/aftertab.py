"""After a call-in: how many came, who did not, the debrief and the follow-up."""

from __future__ import annotations

from collections import Counter

from gvi_desktop.domain.callin import CallinStatus
from gvi_desktop.domain.invitee import PRESENT, Attendance, Basis
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.invitees import InviteeLine
from ui.callins.tabs import SheetTab
from ui.kit.cards import Button, card
from ui.kit.dates import show_date
from ui.kit.tokens import Tone


class AfterTab(SheetTab):
    """Numbers, the list of no-shows with the way to a visit, debrief and follow-up."""

    def draw(self, view: CallinView) -> None:
        callin = view.callin
        if not callin.ended:
            self.notice(self.tr("Here is what remains to be done once the meeting has been held."), Tone.ACCENT)
        else:
            self.badge(self.words.value(callin.status), Tone.GOOD)
        if self.page.may_write:
            self.action(self.tr("Write the debrief"), lambda: self.page.open_form("debrief", callin.id), icon="pencil")
            if callin.status is CallinStatus.HELD:
                self.action(
                    self.tr("Follow-up meeting held"), lambda: self.page.open_form("follow_up", callin.id), icon="check"
                )
        self._numbers(view)
        missing = [line for line in view.invitees if line.invitee.result is Attendance.NO_SHOW]
        if callin.ended:
            self.section(self.tr("Did not come"))
            for line in missing:
                self._no_show(line)
            if not missing:
                self.text(self.tr("Nobody stayed away without a reason."), quiet=True)
        self.section(self.words.label("callin", "debrief"))
        self.text(callin.debrief or self.tr("Nothing written yet."), quiet=not callin.debrief)
        self.section(self.tr("Aftercare of the speakers"))
        for one in view.programme.lines:
            self.row(one.speaker.name, one.speaker.aftercare or self.tr("Nothing noted"))
        if not view.programme.lines:
            self.text(self.tr("No speakers."), quiet=True)
        if callin.followed_up_on:
            self.section(self.tr("Follow-up"))
            self.row(self.words.label("callin", "followed_up_on"), show_date(callin.followed_up_on))

    def _numbers(self, view: CallinView) -> None:
        results = Counter(line.invitee.result for line in view.invitees)
        self.section(self.tr("Attendance"))
        self.row(self.tr("Called"), str(len(view.invitees)))
        for result in Attendance:
            if results[result]:
                self.row(self.words.value(result), str(results[result]))
        for basis in Basis:
            called = [line for line in view.invitees if line.invitee.basis is basis]
            came = sum(line.invitee.result in PRESENT for line in called)
            if called:
                said = self.tr("{came} of {called} came").format(came=came, called=len(called))
                self.row(self.words.value(basis), said)

    def _no_show(self, line: InviteeLine) -> None:
        person = line.invitee.person or ""
        duty = line.invitee.basis is Basis.SUPERVISION
        buttons = []
        if person and self.page.may_write:
            visit = self.page.desk.create
            buttons = [
                Button(self.tr("Plan a visit"), lambda: visit.emit("notifications", "plan", person), "footprints")
            ]
        note = self.tr("Tell the probation service.")
        if not duty:
            note = self.tr("The invitation was voluntary: visit instead.")
        self.put(
            card(
                line.code_name,
                act=(lambda: self.page.desk.show_record("person", person)) if person else None,
                badges=[(self.words.value(line.invitee.basis), Tone.NEUTRAL)],
                lines=[line.group, note],
                buttons=buttons,
            )
        )
