"""The reading views of the place: a visit, and a round with the list of those who are left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.notification import Notification
from gvi_desktop.services.rounds import RoundView, Target
from gvi_desktop.services.visiting import VisitView
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, show_moment
from ui.kit.detail import Detail
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.notifications.columns import outcome, outcome_tone, reaction_tone, when
from ui.notifications.meter import Meter

SHOWN = 40  # people of a round; the rest on request


class Deeds(Protocol):
    """What the page does when a button is pressed."""

    def edit(self) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def show_record(self, record_id: str) -> None: ...
    def remove(self) -> None: ...
    def mark_reviewed(self) -> None: ...
    def show_all(self) -> None: ...


class VisitSheets(QObject):
    """Draws for the user who is signed in; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write

    # ------------------------------------------------------------------ a visit

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
            detail.row(name("notification", field), " – ".join(p for p in (day, getattr(record, field)) if p))
        mark = f"{self.words.value(record.note_mark)}: " if record.note_mark and record.note else ""
        detail.row(name("notification", "note"), f"{mark}{record.note}")

    def _yes(self, yes: bool) -> str:
        return self.tr("Yes") if yes else self.tr("No")

    # ------------------------------------------------------------------ a round

    def round(self, detail: Detail, view: RoundView, *, whole: bool) -> None:
        """A round: how far it has come and who is left."""
        record, progress = view.line.record, view.line.progress
        days = " – ".join(show_date(day) for day in (record.from_on, record.to_on) if day)
        detail.title(record.name, days)
        if self.may_write:
            log = self.tr("Log a visit")
            detail.action(log, lambda: self.deeds.open_form("new", about=view.id), icon="plus", kind="primary")
            detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
        if record.reason:
            detail.text(record.reason)
        detail.row(self.words.label("round", "responsible"), record.responsible)
        detail.section(self.tr("Progress"))
        aimed, met = len(view.left) + len(view.reached), len(view.reached)
        told = self.tr("{met} of {aimed}").format(met=met, aimed=aimed)
        detail.row(self.tr("Reached of those aimed at"), Meter(self.tr("Reached"), met, aimed, told))
        told = self.tr("{talks} of {attempts}").format(talks=progress.talks, attempts=progress.attempts)
        detail.row(self.tr("Talks of all attempts"), Meter(self.tr("Talks"), progress.talks, progress.attempts, told))
        detail.row(self.tr("Individuals"), str(progress.individuals))
        detail.section(self.tr("Who is left ({count})").format(count=len(view.left)))
        if not view.left:
            done = self.tr("Everybody has been reached.") if aimed else self.tr("Nobody is aimed at yet.")
            detail.text(done, quiet=True)
        detail.each(view.left if whole else view.left[:SHOWN], lambda target: self._target(view.id, target))
        if len(view.left) > SHOWN and not whole:
            more = self.tr("Show all {count}").format(count=len(view.left))
            detail.action(more, self.deeds.show_all, kind="quiet")
        if view.reached:
            detail.section(self.tr("Reached ({count})").format(count=len(view.reached)))
            self._reached(detail, view.reached)

    def _target(self, round_id: str, target: Target) -> QWidget:
        about = f"{round_id}:{target.id}"
        badges = [(self.tr("Under 18"), Tone.SOON)] if target.minor else []
        if target.stops:
            badges.append((self.tr("Not to be visited yet"), Tone.LATE))
        if target.planned is not None:
            day = show_date(target.planned.planned_on)
            badges.append((self.tr("Planned {date}").format(date=day), Tone.ACCENT))
        buttons = []
        if self.may_write and not target.stops:
            planned = target.planned
            if planned is not None:
                log = Button(self.tr("Log the visit"), lambda: self.deeds.open_form("done", planned.id), "check")
                buttons.append(log)
            else:
                buttons += [
                    Button(self.tr("Log a visit"), lambda: self.deeds.open_form("new", about=about), "check"),
                    Button(self.tr("Plan"), lambda: self.deeds.open_form("plan", about=about), "calendar"),
                ]
        return card(
            target.code_name,
            act=lambda: self.deeds.go("person", target.id),
            badges=badges,
            lines=[", ".join(target.groups), self._tried(target), *self._stops(target)],
            buttons=buttons,
        )

    def _tried(self, target: Target) -> str:
        if target.last is None:
            return self.tr("Not tried yet.")
        ended = outcome(self.words, target.last)
        values = {"count": target.attempts, "day": show_date(target.last.on), "outcome": ended}
        return self.tr("Tried {count} times, last {day}: {outcome}").format(**values)

    def _stops(self, target: Target) -> Sequence[str]:
        return list(dict.fromkeys(self.words.problem(one, "notification") for one in target.stops))

    def _reached(self, detail: Detail, reached: Sequence[Target]) -> None:
        for target in reached:
            if target.last is not None:
                detail.row(target.code_name, when(target.last), partial(self.deeds.show_record, target.last.id))
