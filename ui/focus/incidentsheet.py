"""The reading view of an incident: what happened, what was decided and why, and the rounds that rest on it."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.incident import IncidentDecision
from gvi_desktop.services.incidents import IncidentView
from ui.focus.columns import attributed
from ui.focus.incidentforms import proposed
from ui.kit.cards import card
from ui.kit.dates import show_date
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.tokens import Tone
from ui.kit.words import Words


class Deeds(Protocol):
    """What the page does when a button of the sheet is pressed."""

    def edit(self) -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def plan_round(self) -> None: ...
    def mark_reviewed(self) -> None: ...


class IncidentSheet(QObject):
    """Draws an incident; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write

    def draw(self, detail: Detail, view: IncidentView) -> None:
        """Everything from top to bottom."""
        record, value = view.line.record, self.words.value
        under = " · ".join(part for part in (show_date(record.on), record.area) if part)
        detail.title(value(record.incident_type), under)
        detail.badge(attributed(self.words, view.line))
        if record.retaliation_risk:
            detail.badge(self.words.label("incident", "retaliation_risk"), Tone.LATE)
        if record.decision is None:
            detail.badge(self.tr("To decide"), Tone.SOON)
        else:
            detail.badge(value(record.decision), Tone.ACCENT)
        if self.may_write:
            self._actions(detail, view)
        if record.imported:
            detail.notice(self.tr("Imported, and nobody has looked at it yet."), Tone.SOON)
        if record.decision is None:
            detail.notice(proposed(self.words, record), Tone.ACCENT)
        self._facts(detail, view)
        detail.section(self.tr("Focus rounds after it"))
        if not view.rounds:
            detail.text(self.tr("None."), quiet=True)
        for one in view.rounds:
            detail.put(self._round(one, view.line.group))

    def _actions(self, detail: Detail, view: IncidentView) -> None:
        record = view.line.record
        decide = partial(self.deeds.open_form, "decide", view.id)
        if record.decision is None:
            detail.action(self.tr("Decide"), decide, icon="check", kind="primary")
        if record.decision in (None, IncidentDecision.FOCUS) and not view.rounds:
            start = partial(self.deeds.open_form, "after", view.id)
            kind = "" if record.decision is None else "primary"
            detail.action(self.tr("Start a focus round"), start, icon="target", kind=kind)
        if record.decision is IncidentDecision.ROUND:
            detail.action(self.tr("Plan a notification round"), self.deeds.plan_round, icon="footprints")
        detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
        if record.decision is not None:
            detail.action(self.tr("Change the decision"), decide)
        if record.imported:
            detail.action(self.tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")

    def _facts(self, detail: Detail, view: IncidentView) -> None:
        record, name = view.line.record, self.words.label
        detail.section(self.tr("The incident"))
        if record.group:
            shown = view.line.group or self.tr("Removed")
            detail.row(name("incident", "group"), shown, partial(self.deeds.go, "group", record.group))
            detail.row(name("incident", "certainty"), self.words.value(record.certainty))
        detail.row(name("incident", "note"), said(self.words, record))
        if record.decision is not None:
            detail.section(self.tr("The decision"))
            day = show_date(record.decided_on)
            decided = " · ".join(part for part in (self.words.value(record.decision), day) if part)
            detail.row(name("incident", "decision"), decided)
            detail.row(name("incident", "decided_why"), record.decided_why)

    def _round(self, record: Focus, group: str) -> QWidget:
        running = self.tr("Running") if record.running else self.tr("Ended")
        start, end = show_date(record.start_on), show_date(record.end_on)
        return card(
            f"{start} – {end}" if end else self.tr("From {date}").format(date=start),
            act=partial(self.deeds.go, "focus", record.id),
            badges=[(running, Tone.GOOD if record.running else Tone.NEUTRAL)],
            lines=[record.decided_by],
        )
