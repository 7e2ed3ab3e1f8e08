"""Focus rounds: the rounds and the incidents in two tabs, one of them beside with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services import focusing, focusviews, incidents, quality
from gvi_desktop.services.focusing import FocusLine
from gvi_desktop.services.focusviews import FocusView
from gvi_desktop.services.incidents import IncidentView
from gvi_desktop.services.timeline import visible
from ui.focus.columns import round_columns
from ui.focus.forms import Forms
from ui.focus.incidentforms import IncidentForms
from ui.focus.incidentlist import IncidentList
from ui.focus.incidentsheet import IncidentSheet
from ui.focus.measureform import measure_form
from ui.focus.sheet import FocusSheet
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.listplace import Query, ShortListPlace
from ui.kit.panel import FormPanel
from ui.kit.table import Column

ROUNDS, INCIDENTS = 0, 1


class FocusPage(ShortListPlace[FocusLine]):
    """What follows violence: incidents, and rounds of increased focus. Nothing of help is shown here."""

    kinds = frozenset({"focus", "incident", "measure", "group", "notification"})
    empty_icon = "target"

    def __init__(self, desk: Desk) -> None:
        self._view: FocusView | IncidentView | None = None
        self._whole = ""
        super().__init__(desk)
        self.may_write = desk.user.may(Right.WRITE)
        self.forms = Forms(self.words, self.tasks)
        self.incident_forms = IncidentForms(self.words, self.tasks)
        self.sheet = FocusSheet(self.words, self, may_write=self.may_write)
        self.incident_sheet = IncidentSheet(self.words, self, may_write=self.may_write)
        self.filterable(self.tr("Filter"))
        self.filter_changed.connect(self.incidents.filter)
        if self.may_write:
            self.begin = self.primary(self._first_step(ROUNDS), self.new)
            self.secondary(self.tr("Remove what is shown"), self.remove, "trash-2", in_menu=True)

    def heading(self) -> str:
        return self.tr("Focus rounds")

    def nothing(self) -> tuple[str, str]:
        if not self._may_read():
            return self.tr("Your role does not read this part."), ""
        text = self.tr("A round of increased focus on a group starts with a decision, a ground and a date of review.")
        return text, self._first_step(ROUNDS)

    def not_chosen(self) -> str:
        return self.tr("Choose a round or an incident to read it here.")

    def columns(self) -> Sequence[Column[FocusLine]]:
        return round_columns(self.words)

    @staticmethod
    def fetch_all(unit: Any, query: Query) -> Sequence[FocusLine]:
        return focusing.listed(unit)

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> FocusView | IncidentView:
        return focusviews.either(unit, record_id)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Any:
        if name == "measure":
            return focusing.get_measure(unit, record_id)
        if name in ("incident", "decide", "after"):
            return incidents.get(unit, record_id)
        return focusviews.view(unit, record_id) if name == "review" else focusing.get(unit, record_id)

    def make_list(self) -> QWidget:
        holder = QWidget()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab(self.tr("Focus rounds"))
        self.tabs.addTab(self.tr("Incidents"))
        self.tabs.setAccessibleName(self.tr("What the list shows"))
        nothing = self.tr("Shootings, explosions and other violence are noted here, with what was decided after them.")
        if not self._may_read():
            nothing = self.tr("Your role does not read this part.")
        self.incidents = IncidentList(self.tasks, self.words, nothing, self._first_step(INCIDENTS), self.new)
        self.incidents.chosen.connect(self._incident_chosen)
        self.incidents.opened.connect(lambda _id: self.edit())
        self.sides = QStackedWidget()
        self.sides.addWidget(self.table)
        self.sides.addWidget(self.incidents)
        self.tabs.currentChanged.connect(self._turn)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.sides, 1)
        return holder

    def reload(self) -> None:
        super().reload()
        self.incidents.reload()

    def draw(self, detail: Detail, record: FocusView | IncidentView) -> None:
        self._view = record
        if isinstance(record, FocusView):
            self.sheet.draw(detail, record, whole=self._whole == record.id)
        else:
            self.incident_sheet.draw(detail, record)

    def opened_kind(self, record: Any) -> str:
        return "focus" if isinstance(record, FocusView) else "incident"

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        match name:
            case "measure":
                return measure_form(self.words, self.tasks, record, about)
            case "incident":
                return self.incident_forms.incident(record)
            case "decide":
                return self.incident_forms.decide(record)
            case "after":
                return self.forms.focus(None, record)
            case "review":
                return self.forms.review(record.line.record, record.measures)
            case "told":
                return self.forms.told(record)
            case "end":
                return self.forms.end(record)
            case _:
                return self.forms.focus(record)

    def new(self) -> None:
        if self.may_write:
            self.open_form("incident" if self.tabs.currentIndex() == INCIDENTS else "focus")

    def edit(self) -> None:
        if self.may_write and self._view is not None and self.current == self._view.id:
            self.open_form("focus" if isinstance(self._view, FocusView) else "incident", self.current)

    def show_record(self, record_id: str) -> None:
        self.tasks.read(self, _kind_of, record_id, then=lambda found: self.show_kind(*found), failed=_gone)

    def show_kind(self, kind: str, record_id: str) -> None:
        """A round or an incident in its tab; a measure is shown with its round."""
        if kind == "measure":
            self.show_record(record_id)
        elif kind == "incident":
            self.tabs.setCurrentIndex(INCIDENTS)
            self.incidents.choose(record_id)
            self._chosen(record_id)
        else:
            self.tabs.setCurrentIndex(ROUNDS)
            super().show_record(record_id)

    # what the sheets' buttons do

    def go(self, kind: str, record_id: str) -> None:
        """To a round or an incident here, or to a record of another place."""
        if kind in ("focus", "incident"):
            self.show_kind(kind, record_id)
        else:
            self.desk.show_record(kind, record_id)

    def plan_round(self) -> None:
        self.desk.create.emit("notifications", "round", f"incident:{self.current}")

    def remove_measure(self, record_id: str) -> None:
        self.do(Act(focusing.remove_measure, record_id), self.tr("Removed"))

    def mark_reviewed(self) -> None:
        kind = "focus" if isinstance(self._view, FocusView) else "incident"
        self.do(Act(quality.mark_reviewed, kind, self.current), self.tr("Reviewed"))

    def remove(self) -> None:
        """Out of the list; the note offers Undo."""
        if self.current and self._view is not None:
            work = focusing.remove if isinstance(self._view, FocusView) else incidents.remove
            self.do(Act(work, self.current), self.tr("Removed"))

    def show_all(self) -> None:
        self._whole = self.current
        self.reload()

    # inside

    def _first_step(self, side: int) -> str:
        if not self.desk.user.may(Right.WRITE):
            return ""
        return self.tr("Log an incident") if side == INCIDENTS else self.tr("New focus round")

    def _may_read(self) -> bool:
        return Compartment.ENFORCEMENT in visible(self.desk.user)

    def _incident_chosen(self, record_id: str) -> None:
        # The list stands on its line again after each reload, also while the other tab is shown.
        if self.tabs.currentIndex() == INCIDENTS:
            self._chosen(record_id)

    def _turn(self, side: int) -> None:
        self.sides.setCurrentIndex(side)
        if self.may_write:
            self.begin.setText(self._first_step(side))
        table = self.incidents.table if side == INCIDENTS else self.table
        if chosen := table.current_id():
            self._chosen(chosen)
        else:
            self._forget()


def _kind_of(unit: Any, record_id: str) -> tuple[str, str]:
    found = focusviews.either(unit, record_id)
    return ("focus" if isinstance(found, FocusView) else "incident"), found.id


def _gone(_error: Any) -> None:
    """What is no longer there is not shown."""
