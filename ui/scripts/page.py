"""Scripts: the lists of scripts and of the blocks they are made of, their pages, and the bench to write on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gvi_desktop.domain.block import Block
from gvi_desktop.domain.script import Script, ScriptStatus
from gvi_desktop.domain.user import Right
from gvi_desktop.services import drafting, scripts
from gvi_desktop.services.scripts import BlockView, ScriptView
from gvi_desktop.services.unit import Unit
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.listplace import Query, ShortListPlace
from ui.kit.panel import FormPanel
from ui.kit.pills import PillRow
from ui.kit.table import Column, RecordModel
from ui.kit.view import Table
from ui.scripts.columns import block_columns, script_columns
from ui.scripts.forms import approve_form, bench_form, block_form
from ui.scripts.printing import ask_script
from ui.scripts.sheets import ScriptSheets
from ui.scripts.wording import LANGUAGES

SCRIPTS, BLOCKS = range(2)


class ScriptsPage(ShortListPlace[ScriptView]):
    """Some hundred scripts at most; writing one takes the whole page."""

    kinds = frozenset({"script", "block"})
    empty_icon = "scroll-text"

    def __init__(self, desk: Desk) -> None:
        self.may_write = desk.user.may(Right.WRITE)
        self._shown: ScriptView | BlockView | None = None
        super().__init__(desk)
        self.sheets = ScriptSheets(self.words, self, may_write=self.may_write, may_print=desk.user.may(Right.PRINT))
        self.filterable(self.tr("Filter scripts"))
        if self.may_write:
            self.secondary(self.tr("New block"), lambda: self.open_form("block"), "plus")
            self.primary(self.tr("New script"), lambda: self.open_form("new"))
            self.secondary(self.tr("Remove what is shown"), self.remove, "trash-2", in_menu=True)

    def heading(self) -> str:
        return self.tr("Scripts")

    def nothing(self) -> tuple[str, str]:
        if self.choices.get("status"):
            return self.tr("No script of this kind."), ""
        return (
            self.tr("What is said at call-ins and in talks is written here, from blocks that scripts share."),
            self.tr("New script") if self.may_write else "",
        )

    def not_chosen(self) -> str:
        return self.tr("Choose a script or a block to read it here.")

    def columns(self) -> Sequence[Column[ScriptView]]:
        return script_columns(self.words, self._mixed)

    @staticmethod
    def fetch_all(unit: Unit, query: Query) -> Sequence[ScriptView]:
        status, language = query.choices.get("status"), query.choices.get("language")
        return [
            one
            for one in scripts.listed(unit)
            if (status is None or one.record.status is status) and language in (None, one.record.language)
        ]

    @staticmethod
    def fetch_detail(unit: Unit, record_id: str) -> ScriptView | BlockView:
        if unit.by_ids(Script, [record_id]):
            return scripts.get(unit, record_id)
        return scripts.block(unit, record_id)

    @staticmethod
    def fetch_form(unit: Unit, name: str, record_id: str) -> Any:
        if name == "edit":
            return drafting.opened(unit, record_id)
        return scripts.block(unit, record_id) if name == "block" else scripts.get(unit, record_id)

    # ------------------------------------------------------------------ the left side

    def make_list(self) -> QWidget:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What the list shows"))
        self.tabs.addTab(self.tr("Scripts"))
        self.tabs.addTab(self.tr("Blocks"))
        # Texts in two languages are never mixed unless one asks for it.
        self.choices["language"] = self.words.language
        first, *others = sorted(LANGUAGES.items(), key=lambda one: one[0] != self.words.language)
        self.tongues = PillRow(self.tr("Language"), [first, *others, (None, self.tr("All languages"))])
        self.tongues.chosen.connect(self._speak)
        status = [(one, self.words.value(one)) for one in ScriptStatus]
        self.pills = PillRow(self.tr("Which scripts"), [(None, self.tr("All")), *status])
        self.pills.chosen.connect(lambda chosen: self.choose("status", chosen))
        self.blocks = Table(self.tr("Blocks"))
        self.block_model = RecordModel[Block](block_columns(self.words, self._mixed), lambda one: one.id, self)
        self.blocks.show_model(self.block_model)
        self.blocks.say_when_empty(
            "list",
            self.tr("A block is a piece of text that several scripts share."),
            self.tr("New block") if self.may_write else "",
            (lambda: self.open_form("block")) if self.may_write else None,
        )
        self.blocks.chosen.connect(self._chosen)
        self.blocks.opened.connect(lambda _id: self.edit())
        self.filter_changed.connect(self.block_model.filter)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pills)
        column.addWidget(self.table, 1)
        self.sides = QStackedWidget()
        self.sides.addWidget(side)
        self.sides.addWidget(self.blocks)
        self.tabs.currentChanged.connect(self._turn)
        self.left = QWidget()
        outer = QVBoxLayout(self.left)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.tabs)
        outer.addWidget(self.tongues)
        outer.addWidget(self.sides, 1)
        return self.left

    def reload(self) -> None:
        super().reload()
        self.tasks.read(self, scripts.blocks, then=self._show_blocks, only="blocks")

    def _show_blocks(self, found: Sequence[Block]) -> None:
        current = self.blocks.current_id() or self.current
        language = self.choices.get("language")
        self.block_model.show([one for one in found if language in (None, one.language)])
        if current:
            self.blocks.choose(current)

    def _mixed(self) -> bool:
        return self.choices.get("language") is None

    def _speak(self, language: str | None) -> None:
        """Show scripts and blocks in one language, or in all."""
        self.choose("language", language)

    def _turn(self, side: int) -> None:
        self.sides.setCurrentIndex(side)
        self.setFocusProxy((self.table, self.blocks)[side])

    # ------------------------------------------------------------------ the right side

    def draw(self, detail: Detail, record: ScriptView | BlockView) -> None:
        self._shown = record
        if self.choices.get("language") not in (None, record.record.language):
            # What another place leads to is shown in its own language.
            self.tongues.choose(record.record.language if record.record.language in LANGUAGES else None)
            self._speak(record.record.language)
        if isinstance(record, BlockView):
            self.sheets.block(detail, record)
        else:
            self.sheets.script(detail, record)

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        language = self.words.language
        if name == "block":
            return block_form(self.words, record, language)
        if name == "approve":
            return approve_form(self.words, record, self.desk.user.agency, self.desk.user.name)
        panel = bench_form(self.words, self.tasks, record, language)
        panel.came.connect(partial(self.split.detail_alone, True))
        panel.went.connect(partial(self.split.detail_alone, False))
        return panel

    def new(self) -> None:
        if self.may_write:
            self.open_form("block" if self.tabs.currentIndex() == BLOCKS else "new")

    def edit(self) -> None:
        """A draft goes to the bench; an approved script never changes."""
        if not self.may_write or self._shown is None or not self.current:
            return
        if isinstance(self._shown, BlockView):
            self.open_form("block", self.current)
        elif self._shown.record.status is ScriptStatus.DRAFT:
            self.open_form("edit", self.current)

    def show_record(self, record_id: str) -> None:
        super().show_record(record_id)
        self.blocks.choose(record_id)

    def after_form(self) -> None:
        super().after_form()
        (self.table, self.blocks)[self.tabs.currentIndex()].setFocus()

    def show_kind(self, kind: str, record_id: str) -> None:
        self.tabs.setCurrentIndex(BLOCKS if kind == "block" else SCRIPTS)
        self.show_record(record_id)

    # ------------------------------------------------------------------ what the buttons do

    def new_version(self) -> None:
        """A draft that follows; the page goes to it."""
        self.do(Act(scripts.new_version, self.current), self.tr("A draft of the next version"), self.show_record)

    def print_script(self) -> None:
        """The script in large type, as a file to print."""
        if isinstance(self._shown, ScriptView):
            ask_script(self, self.desk, self._shown)

    def show_callin(self, callin: str) -> None:
        """To a call-in at which it was said."""
        self.desk.show_record("callin", callin)

    def retire(self) -> None:
        """Out of use; the note offers Undo."""
        self.do(Act(scripts.retire, self.current), self.tr("Retired"))

    def remove(self) -> None:
        """A draft, or a block that no draft uses; the note offers Undo."""
        if isinstance(self._shown, BlockView):
            self.do(Act(scripts.remove_block, self._shown.id), self.tr("Removed"))
        elif self._shown is not None:
            self.do(Act(scripts.remove, self._shown.id), self.tr("Removed"))
