"""The rehearsal of a call-in: its own list of points, what is to be corrected, and what is not ready for it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.rehearsal import Check, Correction, open_corrections
from gvi_desktop.domain.script import ScriptStatus
from gvi_desktop.services import rehearsals
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.papers import PaperKind
from ui.callins.tabs import SheetTab
from ui.kit.act import Act
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, today
from ui.kit.text import label
from ui.kit.theme import px
from ui.kit.tokens import Tone


class RehearsalTab(SheetTab):
    """Points to tick off, corrections that may become tasks, and before it what is not ready."""

    def draw(self, view: CallinView) -> None:
        callin = view.callin
        self.may = self.page.may_write and callin.ahead
        if callin.rehearsed_on:
            self.badge(self.tr("Held {day}").format(day=show_date(callin.rehearsed_on)), Tone.GOOD)
        else:
            self.badge(self.tr("Not held yet"), Tone.SOON)
        if self.may:
            text = self.tr("Change the note") if callin.rehearsed_on else self.tr("Note the rehearsal")
            kind = "" if callin.rehearsed_on else "primary"
            self.action(text, lambda: self.page.open_form("rehearse", callin.id), icon="clipboard-check", kind=kind)
        self.action(self.tr("Print run sheet"), lambda: self.page.paper(PaperKind.RUNSHEET), icon="printer")
        self.action(self.tr("Print scripts"), lambda: self.page.paper(PaperKind.SCRIPTS), icon="printer")
        self.text(
            self.tr(
                "The rehearsal is the whole meeting with all speakers, in the real room, without the called. Only the "
                "rehearsal may be filmed or shown to the press."
            ),
            quiet=True,
        )
        if callin.rehearsal_note:
            self.section(self.words.label("callin", "rehearsal_note"))
            self.text(callin.rehearsal_note)
        if callin.rehearsed_on is None:
            self._readiness(view)
        self._points(callin)
        self._corrections(view)

    # ------------------------------------------------------------------ the points

    def _points(self, callin: Callin) -> None:
        checks, done = callin.rehearsal_checks, sum(check.done for check in callin.rehearsal_checks)
        heading = self.words.label("callin", "rehearsal_checks")
        if checks:
            heading += " · " + self.tr("{done} of {all}").format(done=done, all=len(checks))
        change = (lambda: self.page.open_form("points", callin.id)) if self.may and checks else None
        self.section(heading, self.tr("Change the points"), change)
        if not checks:
            self.text(self.tr("No list yet. Begin with the usual points, then make the list your own."), quiet=True)
            if self.may:
                begin = Act(rehearsals.begin, callin.id)
                self.action(self.tr("Begin with the usual points"), lambda: self.page.do(begin), icon="list-checks")
        for at, check in enumerate(checks):  # at once: the focus stays on the point that was ticked
            self.put(self._point(callin, at, check))

    def _point(self, callin: Callin, at: int, check: Check) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(1))
        tick = QCheckBox()
        tick.setObjectName(f"point-{at}")
        tick.setAccessibleName(check.text)
        tick.setChecked(check.done)
        tick.setEnabled(self.may)
        tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tick.clicked.connect(lambda on: self.page.do(Act(rehearsals.tick, callin.id, at, on)))
        row.addWidget(tick)
        row.addWidget(label(check.text, role="muted" if check.done else ""), 1)
        return holder

    # ------------------------------------------------------------------ the corrections

    def _corrections(self, view: CallinView) -> None:
        callin = view.callin
        done = {task.id for task in view.tasks if not task.open}
        left = open_corrections(callin.corrections, done)
        heading = self.words.label("callin", "corrections")
        if callin.corrections:
            heading += " · " + (self.tr("open: {count}").format(count=len(left)) if left else self.tr("all made"))
        add = (lambda: self.page.open_form("correction", callin.id)) if self.may else None
        self.section(heading, self.tr("Add a correction"), add)
        if not callin.corrections:
            self.text(self.tr("What the rehearsal shows must change: words, order, seats, doors."), quiet=True)
        known = {task.id for task in view.tasks}
        self.each(
            list(enumerate(callin.corrections)),
            lambda item: self._correction(callin, *item, made=item[1] not in left, tasked=item[1].task in known),
        )

    def _correction(self, callin: Callin, at: int, one: Correction, *, made: bool, tasked: bool) -> QWidget:
        day = self.tr("by {day}").format(day=show_date(one.due_on)) if one.due_on else ""
        if made:
            badges = [(self.tr("Made"), Tone.GOOD)]
        else:
            late = one.due_on is not None and one.due_on < today()
            badges = [(self.tr("Open"), Tone.LATE if late else Tone.SOON)]
        if tasked:
            badges.append((self.words.kind("task").capitalize(), Tone.ACCENT))
        buttons = []
        if self.may:
            text = self.tr("Not made after all") if made else self.tr("Made")
            buttons = [Button(text, lambda: self.page.do(Act(rehearsals.finish, callin.id, at, not made)), "check")]
            if not tasked and not made:
                act = Act(rehearsals.make_task, callin.id, at)
                buttons.append(Button(self.tr("Make it a task"), lambda: self.page.do(act), "list-checks"))
            buttons += [
                Button(
                    self.tr("Change"), lambda: self.page.open_form("correction", callin.id, about=str(at)), "pencil"
                ),
                Button(self.tr("Remove"), lambda: self.page.do(Act(rehearsals.drop, callin.id, at)), "trash-2"),
            ]
        who = " · ".join(part for part in (one.who, day) if part)
        return card(one.text, badges=badges, lines=[who], buttons=buttons)

    # ------------------------------------------------------------------ what is not ready

    def _readiness(self, view: CallinView) -> None:
        self.section(self.tr("Ready for the rehearsal?"))
        open_points = self._open_points(view)
        for point in open_points:
            self.text("• " + point)
        if not open_points:
            self.text(self.tr("All speakers have said yes and have approved scripts."))

    def _open_points(self, view: CallinView) -> list[str]:
        programme = view.programme
        found = [] if programme.lines else [self.tr("No speakers yet.")]
        for line in programme.lines:
            if not line.speaker.agreed:
                found.append(self.tr("{name} has not said yes.").format(name=line.speaker.name))
            if line.script_status is None:
                found.append(self.tr("{name} has no script.").format(name=line.speaker.name))
            elif line.script_status is not ScriptStatus.APPROVED:
                found.append(self.tr("The script of {name} is not approved.").format(name=line.speaker.name))
        if programme.minutes > programme.limit:
            over = programme.minutes - programme.limit
            found.append(self.tr("The speeches are {minutes} minutes too long.").format(minutes=over))
        return found
