"""The rehearsal of a call-in: identical to the real thing but without the called."""

from __future__ import annotations

from gvi_desktop.domain.script import ScriptStatus
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.papers import PaperKind
from ui.callins.tabs import SheetTab
from ui.kit.dates import show_date
from ui.kit.tokens import Tone


class RehearsalTab(SheetTab):
    """When it was held and what came of it; before that, what is not ready for it."""

    def draw(self, view: CallinView) -> None:
        callin = view.callin
        if callin.rehearsed_on:
            self.badge(self.tr("Held {day}").format(day=show_date(callin.rehearsed_on)), Tone.GOOD)
        else:
            self.badge(self.tr("Not held yet"), Tone.SOON)
        if self.page.may_write and callin.ahead:
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
