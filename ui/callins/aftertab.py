"""After a call-in: how many came, who did not, the visits that follow, what was said, debrief and aftercare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from gvi_desktop.domain.callin import CallinStatus
from gvi_desktop.domain.invitee import PRESENT, Attendance, Basis
from gvi_desktop.domain.speaker import VOICES
from gvi_desktop.domain.user import Right
from gvi_desktop.services import aftercallin, speakerbook
from gvi_desktop.services.aftercallin import Aftermath, Proposal
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.speakers import SpeakerLine
from ui.callins.daytab import late_by
from ui.callins.printing import write_report
from ui.callins.tabs import Doing, SheetTab
from ui.kit.act import Act
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, today
from ui.kit.fields.mark import said
from ui.kit.letterfunnel import letter_funnel
from ui.kit.theme import px
from ui.kit.tokens import Tone


class AfterTab(SheetTab):
    """Numbers, the list for the probation service, proposed visits, what was said, debrief, aftercare, follow-up."""

    def __init__(self, page: Doing, parent: QWidget | None = None) -> None:
        self._view: CallinView | None = None
        self._after: Aftermath | None = None
        self._left_out: set[str] = set()
        super().__init__(page, parent)

    def show_view(self, view: CallinView) -> None:
        if self._view is None or self._view.line.id != view.line.id:
            self._after, self._left_out = None, set()
        self._view = view
        if view.callin.ended:
            self.page.tasks.read(self, aftercallin.aftermath, view.line.id, then=self._learn, only="after")
        if not view.callin.ended or self._after is not None:  # else once it is known what came after
            super().show_view(view)

    def _learn(self, found: Aftermath) -> None:
        if found != self._after and self._view is not None:
            self._after = found
            super().show_view(self._view)

    def draw(self, view: CallinView) -> None:
        callin = view.callin
        if not callin.ended:
            self.notice(self.tr("Here is what remains to be done once the meeting has been held."), Tone.ACCENT)
        if self.page.may_write:
            self.action(self.tr("Write the debrief"), lambda: self.page.open_form("debrief", callin.id), icon="pencil")
            if callin.status is CallinStatus.HELD:
                self.action(
                    self.tr("Follow-up meeting held"), lambda: self.page.open_form("follow_up", callin.id), icon="check"
                )
        if callin.ended and self.page.desk.user.may(Right.EXPORT):
            report = self.tr("Report as PDF")
            self.action(report, lambda: write_report(self, self.page.desk, callin), icon="file-down")
        self._numbers(view)
        after = (self._no_shows, self._visits, self._said) if callin.ended else ()
        self.turns(partial(draw, view) for draw in (*after, self._debrief, self._care, self._followed_up))

    def _debrief(self, view: CallinView) -> None:
        debrief = view.callin.debrief
        self.section(self.words.label("callin", "debrief"))
        self.text(debrief or self.tr("Nothing written yet."), quiet=not debrief)

    def _followed_up(self, view: CallinView) -> None:
        if view.callin.followed_up_on:
            self.section(self.tr("Follow-up"))
            self.row(self.words.label("callin", "followed_up_on"), show_date(view.callin.followed_up_on))

    def _numbers(self, view: CallinView) -> None:
        results = Counter(line.invitee.result for line in view.invitees)
        self.section(self.tr("Attendance"))
        self.row(self.tr("Called"), str(len(view.invitees)))
        for result in Attendance:
            if results[result]:
                self.row(self.words.value(result), str(results[result]))
        late = [(line.code_name, late_by(view.callin, line)) for line in view.invitees]
        told = [self.tr("{name} ({minutes} min)").format(name=name, minutes=by) for name, by in late if by]
        self.row(self.tr("Came late"), ", ".join(told))
        for basis in Basis:
            called = [line for line in view.invitees if line.invitee.basis is basis]
            came = sum(line.invitee.result in PRESENT for line in called)
            if called:
                said = self.tr("{came} of {called} came").format(came=came, called=len(called))
                self.row(self.words.value(basis), said)

        if self._after is not None and self._after.funnel is not None:
            name = self.tr("From invitation to help")
            self.section(name)
            self.put(letter_funnel(name, self._after.funnel))

    # ------------------------------------------------------------------ who did not come

    def _no_shows(self, view: CallinView) -> None:
        missing = [line for line in view.invitees if line.invitee.result is Attendance.NO_SHOW]
        self.section(self.tr("Did not come"))
        if not missing:
            self.text(self.tr("Nobody stayed away without a reason."), quiet=True)
            return
        for basis in Basis:
            names = [line.code_name for line in missing if line.invitee.basis is basis]
            self.row(self.words.value(basis), ", ".join(names))
        after = self._after
        if after is None or not after.supervised:
            return
        for told in after.told:
            said = self.tr("List {number}, {day}").format(number=told.number, day=show_date(told.on))
            go = self._go("letter", told.letter)
            self.row(self.tr("Told to the probation service"), said, go)
        if not after.told:
            self.notice(self.tr("The probation service has not been told yet who stayed away."), Tone.SOON)
        if self.page.desk.user.may(Right.PRINT):
            about = f"callin:no-shows:{view.line.id}"
            self.action(
                self.tr("List for the probation service"), lambda: self.page.desk.create.emit("letters", "new", about),
                icon="mail", kind="" if after.told else "primary",
            )  # fmt: skip

    # ------------------------------------------------------------------ the visits that follow

    def _visits(self, view: CallinView) -> None:
        if self._after is None:
            return
        found = self._after.proposals
        self.section(self.tr("Proposed visits"))
        if not found:
            self.text(self.tr("Nobody has to be visited because of this meeting."), quiet=True)
            return
        if self.page.may_write and any(one.open for one in found):
            self.plan = self.action(self.tr("Plan the ticked visits"), self._plan, icon="footprints")
            self._count()
        self.each(found, self._proposal)

    def _proposal(self, one: Proposal) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(1))
        tick = QCheckBox()
        tick.setObjectName(f"visit-{one.person}")
        tick.setAccessibleName(one.code_name)
        tick.setChecked(one.open and one.person not in self._left_out)
        tick.setEnabled(one.open and self.page.may_write)
        tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tick.clicked.connect(lambda on: self._tick(one.person, on))
        row.addWidget(tick)
        badges = [(self.words.value(one.why), Tone.NEUTRAL)]
        buttons = []
        if one.talk:
            badges.append((self.tr("Visit {day}").format(day=show_date(one.talk_on)), Tone.GOOD))
            go = self.page.desk.show_record
            buttons = [Button(self.tr("The visit"), lambda: go("notification", one.talk), "footprints")]
        stops = " ".join(self.words.problem(stop, "notification") for stop in one.stops)
        made = card(
            one.code_name,
            act=lambda: self.page.desk.show_record("person", one.person),
            badges=badges,
            lines=[one.group, stops],
            buttons=buttons,
        )
        row.addWidget(made, 1)
        return holder

    def _ticked(self) -> list[str]:
        proposals = self._after.proposals if self._after is not None else ()
        return [one.person for one in proposals if one.open and one.person not in self._left_out]

    def _tick(self, person: str, on: bool) -> None:
        if on:
            self._left_out.discard(person)
        else:
            self._left_out.add(person)
        self._count()

    def _count(self) -> None:
        count = len(self._ticked())
        text = self.tr("Plan {count} visits") if count else self.tr("Plan the ticked visits")
        self.plan.setText(self.tr("Plan the visit") if count == 1 else text.format(count=count))
        self.plan.setEnabled(count > 0)

    def _plan(self) -> None:
        if self._view is not None:
            self.page.open_form("talks", self._view.line.id, about=",".join(self._ticked()))

    # ------------------------------------------------------------------ what was said, and how the speakers are

    def _said(self, view: CallinView) -> None:
        pinned = [line for line in view.programme.lines if line.speaker.said_sha256]
        if not pinned:
            return
        self.section(self.tr("What was said"))
        for line in pinned:
            who, script = line.speaker, line.speaker.script or ""
            parts = [line.script_title, who.said_version, who.said_sha256[:12]]
            if line.script_sha256 != who.said_sha256:
                parts.append(self.tr("the stored text is another now"))
            said = " · ".join(part for part in parts if part)
            self.row(who.name, said, self._go("script", script))

    def _go(self, kind: str, record_id: str) -> Callable[[], object]:
        return lambda: self.page.desk.show_record(kind, record_id)

    def _care(self, view: CallinView) -> None:
        self.section(self.tr("Aftercare of the speakers"))
        lines = [line for line in view.programme.lines if _cared_for(line)]
        if not lines:
            self.text(self.tr("No speaker has shared a story of their own, and nothing is agreed."), quiet=True)
        self.each(lines, lambda line: self._carer(view, line))

    def _carer(self, view: CallinView, line: SpeakerLine) -> QWidget:
        who = line.speaker
        badges, buttons = [(self.words.value(who.role), Tone.NEUTRAL)], []
        if who.aftercare_done_on:
            badges.append((self.tr("Given {day}").format(day=show_date(who.aftercare_done_on)), Tone.GOOD))
        elif who.aftercare_on:
            late = view.callin.ended and who.aftercare_on < today()
            day = self.tr("By {day}").format(day=show_date(who.aftercare_on))
            badges.append((day, Tone.LATE if late else Tone.SOON))
        if self.page.may_write:
            if view.callin.ended and who.aftercare_done_on is None:
                act = Act(speakerbook.give_care, who.id)
                buttons.append(Button(self.tr("Aftercare given"), lambda: self.page.do(act), "check"))
            buttons.append(Button(self.tr("Change"), lambda: self.page.open_form("speaker", who.id), "pencil"))
        lines = [said(self.words, who, "aftercare") or self.tr("Nothing noted"), who.contact]
        return card(who.name, badges=badges, lines=lines, buttons=buttons)


def _cared_for(line: SpeakerLine) -> bool:
    who = line.speaker
    return who.role in VOICES or bool(who.aftercare or who.aftercare_on or who.aftercare_done_on)
