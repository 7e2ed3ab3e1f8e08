"""The reading view of a visit, made or planned."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from gvi_desktop.domain.notification import Notification
from gvi_desktop.services.visiting import VisitView
from ui.kit.dates import show_date, show_moment
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.notifications.columns import outcome, outcome_tone, reaction_tone, when


class Deeds(Protocol):
    """What the page does when a button is pressed."""

    def edit(self) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def show_record(self, record_id: str) -> None: ...
    def remove(self) -> None: ...
    def mark_reviewed(self) -> None: ...
    def show_all(self) -> None: ...
    def print_lists(self) -> None: ...


class VisitSheets(QObject):
    """Draws for the user who is signed in; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write

    def visit(self, detail: Detail, view: VisitView) -> None:
        """One visit, made or planned."""
        line, record = view.line, view.line.record
        detail.title(line.person or self.tr("Unknown person"), " · ".join(p for p in (when(record), line.group) if p))
        detail.badge(outcome(self.words, record), outcome_tone(record))
        if line.minor:
            detail.badge(self.tr("Under 18"), Tone.SOON)
        if line.protected:
            detail.badge(self.tr("Protected identity"), Tone.LATE)
        if record.reaction is not None:
            detail.badge(self.words.value(record.reaction), reaction_tone(record) or Tone.NEUTRAL)
        if self.may_write:
            self._visit_actions(detail, view)
        self._notices(detail, view)
        self._facts(detail, view)
        self._said(detail, record, view.script)
        self._after(detail, view)

    def _visit_actions(self, detail: Detail, view: VisitView) -> None:
        record, about = view.line.record, view.line.record.person or ""
        if record.outcome is None:
            log = self.tr("Log the visit")
            detail.action(log, lambda: self.deeds.open_form("done", view.id), icon="check", kind="primary")
        if view.due is not None:
            noted = self.tr("Note the {days}-day follow-up").format(days=view.due[0])
            detail.action(noted, lambda: self.deeds.open_form("follow_up", view.id), icon="check", kind="primary")
        if not record.corrected:
            text = self.tr("Correct") if view.line.correctable else self.tr("Edit")
            detail.action(text, self.deeds.edit, icon="pencil", tip="F2")
        if record.imported:
            detail.action(self.tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")
        if about:
            detail.action(self.tr("Person"), lambda: self.deeds.go("person", about), icon="user")
            if record.outcome is not None:
                again = self.tr("Plan another visit")
                detail.action(again, lambda: self.deeds.open_form("plan", about=about), icon="calendar")

    def _notices(self, detail: Detail, view: VisitView) -> None:
        record = view.line.record
        if record.corrected:
            detail.notice(self.tr("A later entry has taken the place of this one; it counts no more."))
        if record.imported:
            detail.notice(self.tr("Imported, and nobody has looked at it yet."))
        if view.corrected_by:
            later = view.corrected_by
            detail.action(self.tr("Go to the later entry"), lambda: self.deeds.show_record(later), icon="arrow-right")
        if record.corrects:
            earlier = record.corrects
            detail.action(self.tr("Go to the corrected entry"), lambda: self.deeds.show_record(earlier), icon="history")

    def _facts(self, detail: Detail, view: VisitView) -> None:
        record, name = view.line.record, self.words.label
        detail.section(self.tr("The visit"))
        if record.on is not None:
            detail.row(name("notification", "planned_on"), show_date(record.planned_on))
        detail.row(name("notification", "place"), self.words.value(record.place))
        members = [", ".join(part for part in (one.agency, one.name) if part) for one in record.team]
        detail.row(name("notification", "team"), "\n".join(members))
        detail.row(name("notification", "trigger"), self.words.value(record.trigger))
        if record.round:
            round_id = record.round
            detail.row(name("notification", "round"), view.line.round, lambda: self.deeds.show_record(round_id))
        interpreter = self.tr("interpreter") if record.interpreter else ""
        detail.row(name("notification", "language"), ", ".join(p for p in (record.language, interpreter) if p))
        detail.row(name("notification", "others_heard"), record.others_heard)
        if view.line.minor and record.outcome is not None:
            detail.row(name("notification", "guardian_present"), self._yes(record.guardian_present))
            detail.row(name("notification", "concern_considered"), self._yes(record.concern_considered))
            detail.row(name("notification", "concern_note"), record.concern_note)
        detail.row(name("notification", "logged_at"), show_moment(record.logged_at))

    def _said(self, detail: Detail, record: Notification, script: str) -> None:
        if record.outcome is None:
            return
        name = self.words.label
        if record.is_talk or record.message_1:
            detail.section(self.tr("What was said"))
            for field in ("message_1", "message_2", "message_3", "legal_information"):
                detail.row(name("notification", field), self._yes(getattr(record, field)))
        if script:
            script_id = record.script or ""
            detail.row(name("notification", "script"), script, lambda: self.deeds.go("script", script_id))
            detail.row(name("notification", "script_version"), record.script_version)
        detail.row(name("notification", "handout"), record.handout)

    def _after(self, detail: Detail, view: VisitView) -> None:
        record, name = view.line.record, self.words.label
        fields = ("next_step", "followup_30", "followup_90", "note")
        if not any(getattr(record, field) for field in fields) and not record.asked_for_help:
            return
        detail.section(self.tr("Afterwards"))
        if record.asked_for_help:
            detail.row(name("notification", "asked_for_help"), self._yes(True))
        for field in ("next_step", "followup_30", "followup_90"):
            day = show_date(getattr(record, f"{field}_on"))
            detail.row(name("notification", field), " – ".join(p for p in (day, said(self.words, record, field)) if p))
        detail.row(name("notification", "note"), said(self.words, record))

    def _yes(self, yes: bool) -> str:
        return self.tr("Yes") if yes else self.tr("No")
