"""How long a person is kept, on their page: the clock with start, end and why, its pauses and extensions."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.extension import Extension
from gvi_desktop.domain.pause import Pause
from gvi_desktop.services.profile import PersonView
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, today
from ui.kit.detail import Detail
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.people.deeds import Deeds


class ClockSheet(QObject):
    """Draws the clock; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool) -> None:
        super().__init__()
        self.words, self.deeds, self.may_write = words, deeds, may_write

    def draw(self, detail: Detail, view: PersonView) -> None:
        """A section of the person's page."""
        clock = view.clock
        detail.section(self.tr("How long it is kept"))
        if clock is None:
            detail.badge(self.tr("No regime"), Tone.SOON)
            text = self.tr("Nothing says how long. An administrator adds a regime under Office, Retention.")
            detail.row(self.tr("Kept until"), text)
            return
        if clock.stands:
            detail.badge(self.tr("The clock stands still"), Tone.SOON)
        elif clock.end <= today():
            detail.badge(self.tr("The time is up"), Tone.LATE)
        if self.may_write:
            pause = lambda: self.deeds.open_form("pause", about=view.id)  # noqa: E731
            extend = lambda: self.deeds.open_form("extension", about=view.id)  # noqa: E731
            detail.action(self.tr("Note custody"), pause, kind="quiet")
            detail.action(self.tr("Extend on a new ground"), extend, kind="quiet")
        end, last = show_date(clock.end), show_date(clock.hard_end)
        kept = end if end == last else self.tr("{end}, at most {last}").format(end=end, last=last)
        if clock.stands:
            kept = self.tr("{kept} (later by each day the clock stands)").format(kept=kept)
        detail.row(self.tr("Counted from"), "\n".join(part for part in (show_date(clock.start), clock.why) if part))
        detail.row(self.tr("Kept until"), kept)
        rule = "\n".join(part for part in (clock.regime, clock.source) if part)
        detail.row(self.words.kind("regime").capitalize(), rule)
        detail.each(clock.pauses, self._pause)
        detail.each(clock.extensions, self._extension)

    def _pause(self, one: Pause) -> QWidget:
        running = one.to_on is None or one.to_on >= today()
        until = show_date(one.to_on) if one.to_on else self.tr("still lasts")
        badges = [(f"{show_date(one.from_on)} – {until}", Tone.SOON if running else Tone.NEUTRAL)]
        buttons = [Button(self.tr("Change"), lambda: self.deeds.open_form("pause", one.id))]
        if one.to_on is None:
            buttons.insert(0, Button(self.tr("Out as of today"), lambda: self.deeds.end_pause(one.id), "check"))
        buttons.append(Button(self.tr("Remove"), lambda: self.deeds.remove_pause(one.id)))
        name = self.tr("Custody, not counted")
        return card(name, badges=badges, lines=[one.why], buttons=buttons if self.may_write else ())

    def _extension(self, one: Extension) -> QWidget:
        badges = [(show_date(one.on), Tone.NEUTRAL)]
        lines = [f"{self.words.label('extension', 'source')}: {one.source}", one.note]
        buttons = [Button(self.tr("Remove"), lambda: self.deeds.remove_extension(one.id))]
        name = self.tr("Extended: {ground}").format(ground=one.ground)
        return card(name, badges=badges, lines=lines, buttons=buttons if self.may_write else ())
