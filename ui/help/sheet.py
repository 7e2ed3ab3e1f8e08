"""The reading view of help: the clock, the stage, what it is, and the follow-ups."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.help import FollowUpState, FollowUpStep, Stage
from gvi_desktop.services.helping import HelpView
from ui.help import clock
from ui.help.columns import who
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, show_time
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.tokens import Tone
from ui.kit.words import Words

TONES = {
    FollowUpState.DUE: Tone.SOON,
    FollowUpState.DONE: Tone.GOOD,
    FollowUpState.MISSED: Tone.NEUTRAL,
    FollowUpState.COMING: Tone.NEUTRAL,
}


class Deeds(Protocol):
    """What the page does when a button of the sheet is pressed."""

    def edit(self) -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def first_contact(self) -> None: ...
    def mark_reviewed(self) -> None: ...


class HelpSheet(QObject):
    """Draws help; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write

    def draw(self, detail: Detail, view: HelpView) -> None:
        """Everything from top to bottom."""
        record, line, value = view.line.record, view.line, self.words.value
        detail.title(value(record.help_kind) if record.help_kind else self.words.kind("help"), who(line))
        detail.badge(value(record.stage), Tone.NEUTRAL if record.stage is Stage.ENDED else Tone.ACCENT)
        if line.waits and line.hours is not None:
            detail.badge(clock.clock(line), clock.tone(line) or Tone.NEUTRAL)
        if record.stage is not Stage.ENDED:
            consent = self.tr("Consent given") if record.consent else self.tr("No consent yet")
            detail.badge(consent, Tone.GOOD if record.consent else Tone.NEUTRAL)
        if self.may_write:
            self._actions(detail, view)
        if line.waits and (line.soon or line.late):
            detail.notice(clock.promise(line), Tone.LATE if line.late else Tone.SOON)
        if record.imported:
            detail.notice(self.tr("Imported, and nobody has looked at it yet."), Tone.SOON)
        self._facts(detail, view)
        self._follow_ups(detail, view)

    def _actions(self, detail: Detail, view: HelpView) -> None:
        if view.line.waits:
            detail.action(self.tr("First contact now"), self.deeds.first_contact, icon="phone", kind="primary")
        move = partial(self.deeds.open_form, "move", view.id)
        detail.action(self.tr("Move to another stage"), move, icon="arrow-right")
        detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
        if view.line.record.imported:
            detail.action(self.tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")

    def _facts(self, detail: Detail, view: HelpView) -> None:
        record, name = view.line.record, self.words.label
        detail.section(self.tr("The help"))
        if record.person:
            shown = view.line.person or self.tr("Removed")
            detail.row(name("help", "person"), shown, partial(self.deeds.go, "person", record.person))
        detail.row(name("help", "provider"), record.provider)
        asked = f"{show_date(record.asked_on)} {show_time(record.asked_at)}".strip()
        detail.row(name("help", "asked_on"), asked)
        if record.asked_how is not None:
            detail.row(name("help", "asked_how"), self.words.value(record.asked_how))
        if view.call is not None:
            day = f"{show_date(view.call.on)} {show_time(view.call.at)}".strip()
            detail.row(name("help", "call"), day, partial(self.deeds.go, "phonecall", view.call.id))
        if record.first_contact_on is not None:
            met = f"{show_date(record.first_contact_on)} {show_time(record.first_contact_at)}".strip()
            detail.row(name("help", "first_contact_on"), met)
        if not (view.line.waits and view.line.soon):  # then it has been said above
            detail.row(self.tr("Time to first contact"), clock.promise(view.line))
        detail.row(name("help", "ended_why"), record.ended_why)
        detail.row(name("help", "note"), said(self.words, record))

    def _follow_ups(self, detail: Detail, view: HelpView) -> None:
        detail.section(self.words.label("help", "followups"))
        if not view.steps:
            detail.text(self.tr("Follow-ups are counted from the first contact."), quiet=True)
        detail.each(view.steps, lambda step: self._step(view, step))

    def _step(self, view: HelpView, step: FollowUpStep) -> QWidget:
        done = step.done
        write = partial(self.deeds.open_form, f"follow-up-{step.months}", view.id)
        text = self.tr("Change") if done else self.tr("Note")
        open_ = done is not None or step.state in (FollowUpState.DUE, FollowUpState.MISSED)
        day = show_date(done.on) if done else show_date(step.due_on)
        return card(
            self.tr("After {n} months").format(n=step.months),
            badges=[(f"{self.words.value(step.state)} {day}", TONES[step.state])],
            lines=[said(self.words, done, "text", "mark") if done else ""],
            buttons=[Button(text, write)] if self.may_write and open_ else (),
        )
