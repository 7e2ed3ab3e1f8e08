"""Notifications: visits, rounds, follow-ups that wait and the dose of each group, and the page of each beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QTabBar, QVBoxLayout, QWidget

from gvi_desktop.domain.group import Group
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.user import Right
from gvi_desktop.services import notifications, quality, roundplan, rounds, visiting
from gvi_desktop.services.dose import GroupCourse
from gvi_desktop.services.notifications import NotificationLine
from gvi_desktop.services.roundplan import RoundSheet
from gvi_desktop.services.rounds import RoundLine
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.visiting import VisitView
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.pills import PillRow
from ui.kit.table import Column
from ui.kit.view import Table
from ui.notifications import dose
from ui.notifications.columns import columns
from ui.notifications.forms import Forms
from ui.notifications.printing import print_blank_forms, print_lists
from ui.notifications.roundforms import RoundForms
from ui.notifications.roundsheet import RoundSheets
from ui.notifications.sheets import VisitSheets
from ui.notifications.sides import DOSE, DUE, ROUNDS, VISITS, ListSides

Shown = VisitView | RoundSheet | GroupCourse
STATES: dict[str, dict[str, Any]] = {
    "all": {}, "planned": {"planned": True}, "talks": {"reached": True}, "missed": {"reached": False}
}  # fmt: skip


class NotificationsPage(ListPlace[NotificationLine]):
    """Three hundred thousand visits, by day; Ctrl+N logs one."""

    kinds = frozenset({"notification", "round", "person", "group", "membership"})
    empty_icon = "footprints"
    finds_people = True

    def __init__(self, desk: Desk) -> None:
        self.may_write = desk.user.may(Right.WRITE)
        self._whole = ""
        self._shown: Shown | None = None
        super().__init__(desk)
        self.forms = Forms(self.words, self.tasks, self.show_record, self._next_one, self._log_planned)
        self.round_forms = RoundForms(self.words, self.tasks, partial(self.show_kind, "round"))
        may_print = desk.user.may(Right.PRINT)
        self.sheets = VisitSheets(self.words, self, may_write=self.may_write)
        self.round_sheets = RoundSheets(self.words, self, may_write=self.may_write, may_print=may_print)
        self.filterable(self.tr("Filter by person, group or round"))
        if self.may_write:
            self.secondary(self.tr("Plan a visit"), lambda: self.open_form("plan"), "calendar")
            self.primary(self.tr("Log a visit"), lambda: self.open_form("new"))
            self.secondary(self.tr("New round"), lambda: self.open_form("round"), "target", in_menu=True)
            self.secondary(self.tr("Log from paper"), self.log_from_paper, "clipboard-check", in_menu=True)
            self.secondary(self.tr("Remove what is shown"), self.remove, "trash-2", in_menu=True)
        if may_print:
            blank = self.tr("Print blank forms")
            self.secondary(blank, lambda: print_blank_forms(self, self.desk), "printer", in_menu=True)

    def heading(self) -> str:
        return self.tr("Notifications")

    def nothing(self) -> tuple[str, str]:
        if self.choices.get("state", "all") != "all" or self.choices.get("round"):
            return self.tr("No visit of this kind."), ""
        return (
            self.tr("Every visit is noted here, also when nobody was at home: attempts, talks and what was said."),
            self.tr("Log a visit") if self.may_write else "",
        )

    def not_chosen(self) -> str:
        return self.tr("Choose a visit or a round to read it here.")

    def columns(self) -> Sequence[Column[NotificationLine]]:
        return columns(self.words)

    @staticmethod
    def fetch_ids(unit: Unit, query: Query) -> Sequence[str]:
        state = STATES[query.choices.get("state", "all")]
        round_id = query.choices.get("round") or None
        latest_first = query.descending or not query.sort
        return notifications.ids(unit, query.text, latest_first, round_id=round_id, **state)

    @staticmethod
    def fetch_lines(unit: Unit, ids: Sequence[str]) -> Sequence[NotificationLine]:
        return notifications.lines(unit, ids)

    @staticmethod
    def fetch_detail(unit: Unit, record_id: str) -> Shown:
        if unit.by_ids(Round, [record_id]):
            return roundplan.sheet(unit, record_id)
        return dose.course_of(unit, record_id) if unit.by_ids(Group, [record_id]) else visiting.view(unit, record_id)

    @staticmethod
    def fetch_form(unit: Unit, name: str, record_id: str) -> Any:
        return rounds.get(unit, record_id) if name in ("round", "share") else visiting.view(unit, record_id)

    def make_list(self) -> QWidget:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What the list shows"))
        for text in (self.tr("Visits"), self.tr("Rounds"), self.tr("Follow-ups"), self.tr("Dose")):
            self.tabs.addTab(text)
        self.sides = ListSides(self, self._visits())
        self.tabs.currentChanged.connect(self._turn)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.sides, 1)
        return holder

    def _visits(self) -> QWidget:
        self.pills = PillRow(
            self.tr("Which visits"),
            [
                ("all", self.tr("All")),
                ("planned", self.tr("Planned")),
                ("talks", self.tr("Talks")),
                ("missed", self.tr("Not reached")),
            ],
        )
        self.pills.chosen.connect(lambda state: self.choose("state", state))
        self.of_round = QComboBox()
        self.of_round.setAccessibleName(self.tr("Round"))
        self.of_round.setMinimumContentsLength(14)
        self.of_round.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.of_round.addItem(self.tr("All rounds"), "")
        self.of_round.activated.connect(lambda at: self.choose("round", self.of_round.itemData(at)))
        if (flow := self.pills.layout()) is not None:
            flow.addWidget(self.of_round)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pills)
        column.addWidget(self.table, 1)
        return holder

    def choose_line(self, record_id: str) -> None:
        """A line of one of the lists behind is the chosen one."""
        self._chosen(record_id)

    def reload(self) -> None:
        super().reload()
        # Each list in a turn of its own: made at the first time, it would hold up the page with the others.
        QTimer.singleShot(1, self, lambda: self.sides.rounds.reload())
        QTimer.singleShot(30, self, lambda: self.sides.due.reload())
        if self.tabs.currentIndex() == DOSE:
            self.sides.dose.reload()

    def offer_rounds(self, found: Sequence[RoundLine]) -> None:
        chosen = self.choices.get("round", "")
        self.of_round.clear()
        self.of_round.addItem(self.tr("All rounds"), "")
        for one in found:
            self.of_round.addItem(one.record.name, one.id)
        self.of_round.setCurrentIndex(max(0, self.of_round.findData(chosen)))
        self.of_round.setVisible(bool(found))

    def count_due(self, number: int) -> None:
        text = self.tr("Follow-ups")
        self.tabs.setTabText(DUE, f"{text} ({number})" if number else text)

    def _turn(self, side: int) -> None:
        self.sides.setCurrentIndex(side)
        self.filter.setEnabled(side == VISITS)
        table = self._list(side)
        self.setFocusProxy(table)
        # What stands beside a list is of that list: the line one stood on there, or nothing yet.
        if current := table.current_id():
            self._chosen(current)
        else:
            self._forget()
        if side == DOSE:
            self.sides.dose.reload()

    def _list(self, side: int) -> Table:
        return self.table if side == VISITS else self.sides.part(side).table

    def draw(self, detail: Detail, record: Shown) -> None:
        self._shown = record
        if isinstance(record, RoundSheet):
            self.round_sheets.draw(detail, record, whole=self._whole == record.id)
        elif isinstance(record, GroupCourse):
            dose.draw(detail, record, self.go)
        else:
            self.sheets.visit(detail, record)

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        match name:
            case "new":
                return self.forms.log(about)
            case "plan":
                return self.forms.plan(record, about)
            case "edit":
                return self._edit_form(record)
            case "done":
                return self.forms.done(record)
            case "follow_up":
                return self.forms.follow_up(record)
            case "share":
                return self.round_forms.share(record)
            case _:
                return self.round_forms.round(record, about)

    def _edit_form(self, view: VisitView) -> FormPanel:
        if view.line.record.outcome is None:
            return self.forms.plan(view, "")
        return self.forms.correct(view) if view.line.correctable else self.forms.change(view)

    def new(self) -> None:
        if self.may_write:
            self.open_form("round" if self.tabs.currentIndex() == ROUNDS else "new")

    def edit(self) -> None:
        """A round is changed; a visit is changed or, after 24 hours, corrected."""
        if not self.may_write or not self.current or self._shown is None:
            return
        if isinstance(self._shown, RoundSheet):
            self.open_form("round", self.current)
        elif isinstance(self._shown, VisitView) and not self._shown.line.record.corrected:
            self.open_form("edit", self.current)

    def show_record(self, record_id: str) -> None:
        super().show_record(record_id)
        self.sides.stand_on(record_id)

    def after_form(self) -> None:
        super().after_form()
        self._list(self.tabs.currentIndex()).setFocus()

    def show_kind(self, kind: str, record_id: str) -> None:
        self.tabs.setCurrentIndex(ROUNDS if kind == "round" else VISITS)
        self.show_record(record_id)

    def go(self, kind: str, record_id: str) -> None:
        """To a record of another place."""
        self.desk.show_record(kind, record_id)

    def remove(self) -> None:
        """A visit within 24 hours, or a round without visits; the note offers Undo."""
        if isinstance(self._shown, RoundSheet):
            self.do(Act(rounds.remove, self._shown.id), self.tr("Removed"))
        elif isinstance(self._shown, VisitView):
            self.do(Act(notifications.remove, self._shown.id), self.tr("Removed"))

    def mark_reviewed(self) -> None:
        """Somebody has looked at an imported visit."""
        self.do(Act(quality.mark_reviewed, "notification", self.current), self.tr("Reviewed"))

    def show_all(self) -> None:
        """A long round to its end."""
        self._whole = self.current
        self.reload()

    def log_from_paper(self) -> None:
        """A form that was filled in by hand: no hour is proposed."""
        self.open_form("new", about=visiting.PAPER)

    def print_lists(self) -> None:
        """The lists of the round's teams."""
        print_lists(self, self.desk, self.current)

    def open_group(self, group_id: str) -> None:
        self.go("group", group_id)

    def _next_one(self, about: str) -> None:
        self.open_form("new", about=about)

    def _log_planned(self, record_id: str) -> None:
        self.close_form()
        self.open_form("done", record_id)

    def note_follow_up(self, record_id: str) -> None:
        if self.may_write:
            self.open_form("follow_up", record_id)
