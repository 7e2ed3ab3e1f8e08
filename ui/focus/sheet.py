"""The reading view of a focus round: is it still right, what was decided, its limits, its measures, its time line."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.focus import Exclusion, FocusProblem, measure_problems
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services.focusing import Moment
from gvi_desktop.services.focusviews import FocusView, Happening
from ui.focus.columns import days, review, review_tone, soon
from ui.focus.timechart import chart
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, today
from ui.kit.detail import Detail
from ui.kit.event import Event
from ui.kit.tokens import Tone
from ui.kit.words import Words

TONES = {Happening.INCIDENT: Tone.LATE, Happening.TALK: Tone.ACCENT}
SHOWN = 40
"""Moments of a time line; the rest on request."""


class Deeds(Protocol):
    """What the page does when a button of the sheet is pressed."""

    def edit(self) -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def remove_measure(self, record_id: str) -> None: ...
    def mark_reviewed(self) -> None: ...
    def show_all(self) -> None: ...


class FocusSheet(QObject):
    """Draws a round; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write

    def draw(self, detail: Detail, view: FocusView, *, whole: bool) -> None:
        """Everything from top to bottom; `whole` shows the time line to its end."""
        record, line = view.line.record, view.line
        since = self.tr("{days}, since {date}").format(days=days(line), date=show_date(record.start_on))
        detail.title(line.group or "–", since if record.running else days(line))
        running = self.tr("Running") if record.running else self.tr("Ended")
        detail.badge(running, Tone.GOOD if record.running else Tone.NEUTRAL)
        if record.running:
            told = self.tr("Review: {when}").format(when=review(self.words, line))
            detail.badge(told, review_tone(line) or Tone.NEUTRAL)
        detail.badge(
            f"{self.words.label('focus', 'certainty')}: {self.words.value(record.certainty)}",
            Tone.SOON if record.certainty is Certainty.UNKNOWN else Tone.NEUTRAL,
        )
        if view.quiet_days is not None:
            detail.badge(self._quiet(view.quiet_days))
        if self.may_write:
            self._actions(detail, view)
        self._notices(detail, view)
        if record.end_on is not None:
            self._end(detail, view)
        self._decision(detail, view)
        self._limits(detail, view)
        self._measures(detail, view)
        self._time(detail, view, whole=whole)

    def _actions(self, detail: Detail, view: FocusView) -> None:
        record = view.line.record
        if record.running:
            kind = "primary" if view.line.late or soon(record.review_on) else ""
            review_now = partial(self.deeds.open_form, "review", view.id)
            detail.action(self.tr("Review now"), review_now, icon="clipboard-check", kind=kind)
            detail.action(self.tr("End it"), partial(self.deeds.open_form, "end", view.id), icon="flag")
        if record.told_on is None and record.running:
            told = partial(self.deeds.open_form, "told", view.id)
            detail.action(self.tr("The group was told"), told, icon="megaphone")
        detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
        if record.imported:
            detail.action(self.tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")

    def _notices(self, detail: Detail, view: FocusView) -> None:
        record = view.line.record
        if record.imported:
            detail.notice(self.tr("Imported, and nobody has looked at it yet."), Tone.SOON)
        if not record.running:
            return
        if record.attribution_reopened:
            detail.notice(self.words.problem(Problem(FocusProblem.REOPENED), "focus"), Tone.LATE)
        elif view.line.late:
            detail.notice(self.tr("The review is overdue. Review the round now, or end it."), Tone.LATE)
        if record.certainty is Certainty.UNKNOWN:
            detail.notice(self.tr("Nobody has said how sure it is that this group is behind it."), Tone.SOON)
        for problem in measure_problems(view.measures):
            tone = Tone.LATE if view.line.bare else Tone.SOON
            detail.notice(self.words.problem(problem, "focus"), tone)

    def _quiet(self, days: int) -> str:
        """How long ago the last incident of the group was; at the end of the round for one that has ended."""
        if days == 1:
            return self.tr("1 day since the last incident")
        return self.tr("{n} days since the last incident").format(n=days)

    def _end(self, detail: Detail, view: FocusView) -> None:
        record = view.line.record
        detail.section(self.tr("The end"))
        detail.row(self.words.label("focus", "end_on"), show_date(record.end_on))
        if record.end_reason is not None:
            detail.row(self.words.label("focus", "end_reason"), self.words.value(record.end_reason))
        detail.row(self.words.label("focus", "evaluation"), record.evaluation)

    def _decision(self, detail: Detail, view: FocusView) -> None:
        record = view.line.record
        detail.section(self.tr("The decision"))
        decided = " · ".join(part for part in (record.decided_by, show_date(record.decided_on)) if part)
        detail.row(self.words.label("focus", "decided_by"), decided)
        detail.row(self.words.label("focus", "basis"), record.basis)
        for incident in view.incidents:
            text = f"{self.words.value(incident.incident_type)} {show_date(incident.on)}"
            where = f"{text} · {incident.area}" if incident.area else text
            detail.row(self.words.kind("incident").capitalize(), where, partial(self.deeds.go, "incident", incident.id))
        detail.row(self.words.label("focus", "reviewed_on"), show_date(record.reviewed_on))
        told = " · ".join(part for part in (show_date(record.told_on), record.told_how) if part)
        detail.row(self.words.label("focus", "told_on"), told)

    def _limits(self, detail: Detail, view: FocusView) -> None:
        record = view.line.record
        detail.section(self.tr("Limits"))
        detail.row(self.words.label("focus", "proportionality"), record.proportionality)
        left_alone = [self.words.value(one) for one in Exclusion if one in record.exclusions]
        detail.row(self.words.label("focus", "exclusions"), "\n".join(left_alone))
        detail.row(self.words.label("focus", "exclusions_note"), record.exclusions_note)
        if not left_alone and not record.proportionality:
            detail.text(self.tr("Neither exclusions nor proportionality are noted."), quiet=True)

    def _measures(self, detail: Detail, view: FocusView) -> None:
        add = self.tr("Add a measure") if self.may_write else ""
        detail.section(self.tr("Measures"), add, partial(self.deeds.open_form, "measure", about=view.id))
        if not view.measures:
            detail.text(self.tr("No measure is noted."), quiet=True)
        detail.each(view.measures, self._measure)

    def _measure(self, measure: Measure) -> QWidget:
        ground = measure.legal_ground or self.tr("no legal ground noted")
        buttons = (
            Button(self.tr("Change"), partial(self.deeds.open_form, "measure", measure.id)),
            Button(self.tr("Remove"), partial(self.deeds.remove_measure, measure.id)),
        )
        return card(
            " · ".join(part for part in (measure.agency, measure.responsible) if part) or "–",
            badges=[(f"{one.name}: {one.number}", Tone.NEUTRAL) for one in measure.counters],
            lines=[measure.what, f"{self.words.label('measure', 'legal_ground')}: {ground}"],
            buttons=buttons if self.may_write else (),
        )

    def _time(self, detail: Detail, view: FocusView, *, whole: bool) -> None:
        detail.section(self.tr("Time line"))
        drawn = chart(view)
        if drawn is not None:
            detail.put(drawn)
        newest = list(reversed(view.moments))
        detail.timeline([self._event(one) for one in (newest if whole else newest[:SHOWN])])
        if not whole and len(newest) > SHOWN:
            detail.text("")
            detail.action(self.tr("Show everything"), self.deeds.show_all, kind="quiet")

    def _event(self, moment: Moment) -> Event:
        what = self.words.value(moment.incident_type) if moment.incident_type else self.words.value(moment.what)
        if moment.what is Happening.REVIEW_AHEAD and moment.on < today():
            tone: Tone | None = Tone.LATE
        else:
            tone = TONES.get(moment.what)
        kind = {Happening.INCIDENT: "incident", Happening.TALK: "notification"}.get(moment.what)
        act = partial(self.deeds.go, kind, moment.record_id) if kind and moment.record_id else None
        badge = self.words.value(moment.what) if tone and moment.what is Happening.INCIDENT else ""
        return Event(show_date(moment.on), what, tone=tone, badge=badge, act=act)
