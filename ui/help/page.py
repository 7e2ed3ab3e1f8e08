"""Help: the pipeline by stage and the list, one offer beside it with its clock and its follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gvi_desktop.domain.help import Help, HelpKind
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services import helping, quality
from gvi_desktop.services.helping import HelpLine, HelpShown, HelpView, StageLines
from gvi_desktop.services.timeline import visible
from ui.help.board import Board
from ui.help.columns import columns
from ui.help.directory import DirectoryView
from ui.help.forms import Forms
from ui.help.sheet import HelpSheet
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.empty import Empty
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.pills import PillRow
from ui.kit.table import Column

STAGES, LIST, DIRECTORY = range(3)
FOLLOW_UP = "follow-up-"
"""Forms of that name carry the number of months behind it."""


class HelpPage(ListPlace[HelpLine]):
    """What people have asked for, and how far it has come."""

    kinds = frozenset({"help", "phonecall", "person", "agency", "office"})
    empty_icon = "life-buoy"
    finds_people = True

    def __init__(self, desk: Desk) -> None:
        self._total = 0
        super().__init__(desk)
        self.may_write = desk.user.may(Right.WRITE)
        self.forms = Forms(self.words, self.tasks)
        self.sheet = HelpSheet(self.words, self, may_write=self.may_write)
        self.filterable(self.tr("Filter help"))
        self.filter_changed.connect(self._filtered)
        if self.may_write:
            self.primary(self.tr("New help"), self.new)
            self.secondary(self.tr("Remove this help"), self.remove, "trash-2", in_menu=True)

    def heading(self) -> str:
        return self.tr("Help")

    def nothing(self) -> tuple[str, str]:
        if Compartment.HELP not in visible(self.desk.user):
            return self.tr("Your role does not read this part."), ""
        if self._total:
            return self.tr("Nobody here."), ""
        step = self.tr("New help") if self.desk.user.may(Right.WRITE) else ""
        text = self.tr("What people have asked for stands here, from the request to the first contact and on.")
        return text, step

    def not_chosen(self) -> str:
        return self.tr("Choose somebody's help to read it here.")

    def columns(self) -> Sequence[Column[HelpLine]]:
        return columns(self.words)

    def query(self) -> Query:
        """With the kinds of help that the text is a word of, for the service knows no words."""
        asked = super().query()
        text = asked.text.casefold()
        kinds = tuple(one for one in HelpKind if text and text in self.words.value(one).casefold())
        return replace(asked, choices={**asked.choices, "kinds": kinds})

    @staticmethod
    def fetch_ids(unit: Any, query: Query) -> Sequence[str]:
        return helping.ids(
            unit,
            query.text,
            query.sort or "asked_on",
            query.descending if query.sort else True,
            shown=query.choices.get("shown", HelpShown.OPEN),
            kinds=query.choices["kinds"],
        )

    @staticmethod
    def fetch_lines(unit: Any, ids: Sequence[str]) -> Sequence[HelpLine]:
        return helping.lines(unit, ids)

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> HelpView:
        return helping.view(unit, record_id)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Help:
        return helping.get(unit, record_id)

    def make_list(self) -> QWidget:
        holder = QWidget()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab(self.tr("By stage"))
        self.tabs.addTab(self.tr("List"))
        self.tabs.addTab(self.tr("Directory"))
        self.tabs.setAccessibleName(self.tr("How help is shown"))
        self.board = Board(self.words)
        self.board.chosen.connect(self.show_record)
        self.pills = PillRow(self.tr("Which help is shown"), [(one, self.words.value(one)) for one in HelpShown])
        self.pills.chosen.connect(lambda shown: self.choose("shown", shown))
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.pills)
        inner.addWidget(self.table, 1)
        self.sides = QStackedWidget()
        self.sides.addWidget(self.board)
        self.sides.addWidget(listed)
        self.directory = DirectoryView(self.desk)
        self.sides.addWidget(self.directory)
        self.tabs.currentChanged.connect(self._turn)
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.tabs)
        outer.addWidget(self.sides, 1)
        return holder

    def reload(self) -> None:
        super().reload()
        self.tasks.read(self, helping.pipeline, then=self._draw_board, only="pipeline")
        self.tasks.read(self, helping.counts, then=self._count, only="counts")
        if self.tabs.currentIndex() == DIRECTORY:
            self.directory.reload()

    def draw(self, detail: Detail, record: HelpView) -> None:
        self.sheet.draw(detail, record)

    def opened_kind(self, record: Any) -> str:
        return "help"

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if name == "move":
            return self.forms.move(record)
        if name.startswith(FOLLOW_UP):
            return self.forms.follow_up(record, int(name.removeprefix(FOLLOW_UP)))
        return self.forms.help(record)

    def new(self) -> None:
        if self.may_write:
            self._leave_directory()
            super().new()

    def show_record(self, record_id: str) -> None:
        self._leave_directory()
        super().show_record(record_id)

    def edit(self) -> None:
        if self.may_write:
            super().edit()

    # what the sheet's buttons do

    def go(self, kind: str, record_id: str) -> None:
        """To a record of another place."""
        self.desk.show_record(kind, record_id)

    def first_contact(self) -> None:
        self.do(Act(helping.first_contact, self.current), self.tr("First contact noted"))

    def mark_reviewed(self) -> None:
        self.do(Act(quality.mark_reviewed, "help", self.current), self.tr("Reviewed"))

    def remove(self) -> None:
        """Out of the list; the note offers Undo."""
        if self.current:
            self.do(Act(helping.remove, self.current), self.tr("Removed"))

    # inside

    def _leave_directory(self) -> None:
        if self.tabs.currentIndex() == DIRECTORY:
            self.tabs.setCurrentIndex(STAGES)

    def _turn(self, side: int) -> None:
        """The directory is about nobody: it takes the whole width."""
        self.sides.setCurrentIndex(side)
        self.split.list_alone(side == DIRECTORY and self.panel is None)
        if side == DIRECTORY:
            self.directory.reload()

    def _filtered(self, text: str) -> None:
        """What is filtered is the list."""
        if text:
            self.tabs.setCurrentIndex(LIST)

    def _draw_board(self, stages: Sequence[StageLines]) -> None:
        sentence, step = self.nothing()
        self.board.show_stages(stages, Empty(self.empty_icon, sentence, step, self.new))

    def _count(self, counts: dict[HelpShown, int]) -> None:
        self._total = counts[HelpShown.ALL]
        for shown, number in counts.items():
            self.pills.count(shown, number)
