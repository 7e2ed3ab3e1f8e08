"""The reading view of a round: its teams and days, what lies before them today, who is left and who was reached."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.round import RoundTeam
from gvi_desktop.services.roundplan import Errand, RoundSheet
from gvi_desktop.services.rounds import Target
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, today
from ui.kit.detail import Detail
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.notifications.boardtable import BoardTable, lines
from ui.notifications.columns import outcome, when
from ui.notifications.meter import Meter
from ui.notifications.sheets import Deeds

SHOWN = 40  # people of a round; the rest on request
TEAMS = 5  # teams that stand side by side in the table


class RoundSheets(QObject):
    """Draws a round for the user who is signed in; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool, may_print: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write
        self.may_print = may_print

    def draw(self, detail: Detail, shown: RoundSheet, *, whole: bool) -> None:
        """From how far it has come to whom it has reached; `whole` shows everybody who is left."""
        view, record = shown.view, shown.view.line.record
        days = " – ".join(show_date(day) for day in (record.from_on, record.to_on) if day)
        detail.title(record.name, days)
        if self.may_write:
            self._actions(detail, shown)
        if record.reason:
            detail.text(record.reason)
        detail.row(self.words.label("round", "responsible"), record.responsible)
        self._progress(detail, shown)
        self._teams(detail, shown)
        if record.teams or shown.today:
            self._today(detail, shown)
        detail.section(self.tr("Who is left ({count})").format(count=len(view.left)))
        if not view.left:
            reached = bool(view.reached)
            done = self.tr("Everybody has been reached.") if reached else self.tr("Nobody is aimed at yet.")
            detail.text(done, quiet=True)
        detail.each(view.left if whole else view.left[:SHOWN], lambda target: self._target(view.id, target))
        if len(view.left) > SHOWN and not whole:
            more = self.tr("Show all {count}").format(count=len(view.left))
            detail.action(more, self.deeds.show_all, kind="quiet")
        if view.reached:
            detail.section(self.tr("Reached ({count})").format(count=len(view.reached)))
            self._reached(detail, view.reached)

    def _actions(self, detail: Detail, shown: RoundSheet) -> None:
        log = self.tr("Log a visit")
        detail.action(log, lambda: self.deeds.open_form("new", about=shown.id), icon="plus", kind="primary")
        if shown.view.left and shown.view.line.record.teams:
            share = self.tr("Share out")
            detail.action(share, lambda: self.deeds.open_form("share", shown.id), icon="users")
        detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")

    def _progress(self, detail: Detail, shown: RoundSheet) -> None:
        view, progress = shown.view, shown.view.line.progress
        detail.section(self.tr("Progress"))
        aimed, met = len(view.left) + len(view.reached), len(view.reached)
        told = self.tr("{met} of {aimed}").format(met=met, aimed=aimed)
        detail.row(self.tr("Reached of those aimed at"), Meter(self.tr("Reached"), met, aimed, told))
        told = self.tr("{talks} of {attempts}").format(talks=progress.talks, attempts=progress.attempts)
        detail.row(self.tr("Talks of all attempts"), Meter(self.tr("Talks"), progress.talks, progress.attempts, told))
        detail.row(self.tr("Individuals"), str(progress.individuals))

    def _teams(self, detail: Detail, shown: RoundSheet) -> None:
        record, board = shown.view.line.record, shown.board
        if not record.teams and not board.days:
            return
        step = self.tr("Write down the teams") if self.may_write and not record.teams else ""
        detail.section(self.tr("Teams and days"), step, self.deeds.edit)
        for team in record.teams:
            detail.row(team.name, _members(team))
        if not board.days:
            detail.text(self.tr("No visit is planned or made yet."), quiet=True)
            return
        if len(board.teams) > TEAMS:
            for day, said in lines(board):
                detail.row(show_date(day), said)
        else:
            detail.put(BoardTable(board))
        detail.text(self.tr("Talks of attempts; + planned. Somebody may be met on several days."), quiet=True)

    def _today(self, detail: Detail, shown: RoundSheet) -> None:
        step = self.tr("Print the lists") if self.may_print and _printable(shown) else ""
        heading = self.tr("Today ({count})").format(count=len(shown.today))
        detail.section(heading, step, self.deeds.print_lists)
        if not shown.today:
            detail.text(self.tr("No visit is planned for today."), quiet=True)
        for team in dict.fromkeys(one.team for one in shown.today):
            own = [one for one in shown.today if one.team == team]
            detail.text(f"{team or self.tr('No team')} ({len(own)})")
            detail.each(own, self._errand)

    def _errand(self, errand: Errand) -> QWidget:
        badges = [(self.tr("Under 18"), Tone.SOON)] if errand.minor else []
        if errand.protected:
            badges.append((self.tr("Protected identity"), Tone.LATE))
        if errand.planned_on < today():
            badges.append((self.tr("Planned {date}").format(date=show_date(errand.planned_on)), Tone.LATE))
        spoken = errand.language
        if spoken and errand.interpreter:
            spoken = self.tr("{language}, interpreter").format(language=errand.language)
        buttons = []
        if self.may_write and not errand.stops:
            log = partial(self.deeds.open_form, "done", errand.id)
            buttons.append(Button(self.tr("Log the visit"), log, "check"))
        stops = dict.fromkeys(self.words.problem(one, "notification") for one in errand.stops)
        return card(
            errand.code_name,
            act=lambda: self.deeds.show_record(errand.id),
            badges=badges,
            lines=[", ".join(errand.groups), spoken, self._tried(errand.tried, errand.last), *stops],
            buttons=buttons,
        )

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
                change = Button(self.tr("Change"), lambda: self.deeds.open_form("edit", planned.id), "pencil")
                buttons += [log, change]
            else:
                buttons += [
                    Button(self.tr("Log a visit"), lambda: self.deeds.open_form("new", about=about), "check"),
                    Button(self.tr("Plan"), lambda: self.deeds.open_form("plan", about=about), "calendar"),
                ]
        stops = dict.fromkeys(self.words.problem(one, "notification") for one in target.stops)
        return card(
            target.code_name,
            act=lambda: self.deeds.go("person", target.id),
            badges=badges,
            lines=[", ".join(target.groups), self._tried(target.attempts, target.last), *stops],
            buttons=buttons,
        )

    def _tried(self, attempts: int, last: Notification | None) -> str:
        if last is None:
            return self.tr("Not tried yet.")
        values = {"count": attempts, "day": show_date(last.on), "outcome": outcome(self.words, last)}
        return self.tr("Tried {count} times, last {day}: {outcome}").format(**values)

    def _reached(self, detail: Detail, reached: Sequence[Target]) -> None:
        for target in reached:
            if target.last is not None:
                detail.row(target.code_name, when(target.last), partial(self.deeds.show_record, target.last.id))


def _members(team: RoundTeam) -> str:
    return " · ".join(", ".join(part for part in (one.agency, one.name) if part) for one in team.members)


def _printable(shown: RoundSheet) -> bool:
    return any(not one.protected and not one.stops for one in shown.today) or shown.view.line.record.teams != ()
