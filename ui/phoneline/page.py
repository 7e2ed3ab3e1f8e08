"""Phone line: the calls that came in, those who wait to be called back, and a call to be logged while it lasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.domain.phonecall import CallerKind, Need, Phonecall
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services import phonecalls, quality
from gvi_desktop.services.phonecalls import CallLine, CallView
from gvi_desktop.services.timeline import visible
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.pills import PillRow
from ui.kit.table import Column
from ui.phoneline.columns import columns
from ui.phoneline.forms import Forms
from ui.phoneline.sheet import CallSheet


class PhoneLinePage(ListPlace[CallLine]):
    """Calls to the GVI phone."""

    kinds = frozenset({"phonecall", "help", "person"})
    empty_icon = "phone"
    finds_people = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.may_write = desk.user.may(Right.WRITE)
        self.forms = Forms(self.words, self.tasks)
        self.sheet = CallSheet(self.words, self, may_write=self.may_write)
        self.filterable(self.tr("Filter calls"))
        if self.may_write:
            self.primary(self.tr("Log a call"), self.new, "phone")
            self.secondary(self.tr("Remove this call"), self.remove, "trash-2", in_menu=True)

    def heading(self) -> str:
        return self.tr("Phone line")

    def nothing(self) -> tuple[str, str]:
        if Compartment.HELP not in visible(self.desk.user):
            return self.tr("Your role does not read the phone line."), ""
        if self.choices.get("waiting"):
            return self.tr("Nobody waits to be called back."), ""
        step = self.tr("Log a call") if self.desk.user.may(Right.WRITE) else ""
        return self.tr("Calls to the GVI phone stand here. Callers stay anonymous unless they say otherwise."), step

    def not_chosen(self) -> str:
        return self.tr("Choose a call to read it here.")

    def columns(self) -> Sequence[Column[CallLine]]:
        return columns(self.words, self.tasks.workspace.clock)

    def query(self) -> Query:
        """With the values that the text is a word of, for the service knows no words."""
        asked = super().query()
        text = asked.text.casefold()
        if not text:
            return asked
        needs = tuple(one for one in Need if text in self.words.value(one).casefold())
        callers = tuple(one for one in CallerKind if text in self.words.value(one).casefold())
        return replace(asked, choices={**asked.choices, "needs": needs, "callers": callers})

    @staticmethod
    def fetch_ids(unit: Any, query: Query) -> Sequence[str]:
        return phonecalls.ids(
            unit,
            query.text,
            query.sort,
            query.descending,
            waiting=query.choices.get("waiting", False),
            needs=query.choices.get("needs", ()),
            callers=query.choices.get("callers", ()),
        )

    @staticmethod
    def fetch_lines(unit: Any, ids: Sequence[str]) -> Sequence[CallLine]:
        return phonecalls.lines(unit, ids)

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> CallView:
        return phonecalls.view(unit, record_id)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Phonecall:
        return phonecalls.get(unit, record_id)

    def make_list(self) -> QWidget:
        holder = QWidget()
        self.pills = PillRow(
            self.tr("Which calls are shown"), [(False, self.tr("All calls")), (True, self.tr("To call back"))]
        )
        self.pills.chosen.connect(lambda waiting: self.choose("waiting", waiting))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pills)
        column.addWidget(self.table, 1)
        return holder

    def reload(self) -> None:
        super().reload()
        self.tasks.read(self, phonecalls.waiting, then=lambda number: self.pills.count(True, number), only="waiting")

    def draw(self, detail: Detail, record: CallView) -> None:
        self.sheet.draw(detail, record, self.tasks.workspace.clock())

    def opened_kind(self, record: Any) -> str:
        return "phonecall"

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if name == "consent":
            return self.forms.consent(record)
        if name == "more":
            return self.forms.more(record)
        return self.forms.call(record)

    def new(self) -> None:
        if self.may_write:
            super().new()

    def edit(self) -> None:
        if self.may_write:
            super().edit()

    # what the sheet's buttons do

    def go(self, kind: str, record_id: str) -> None:
        """To a record of another place."""
        self.desk.show_record(kind, record_id)

    def called_back(self) -> None:
        self.do(Act(phonecalls.called_back, self.current), self.tr("Called back"))

    def offer_help(self) -> None:
        """Help of the kind the need leads to; one goes on with it in its own place."""
        self.do(Act(phonecalls.offer_help, self.current), self.tr("Help offered"), lambda made: self.go("help", made))

    def mark_reviewed(self) -> None:
        self.do(Act(quality.mark_reviewed, "phonecall", self.current), self.tr("Reviewed"))

    def remove(self) -> None:
        """Out of the list; the note offers Undo."""
        if self.current:
            self.do(Act(phonecalls.remove, self.current), self.tr("Removed"))
