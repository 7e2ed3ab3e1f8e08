"""Import: choose a workbook, see what would come in, decide, and take it in as one step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import importing
from gvi_desktop.services.importing import Preview, Result, SheetChoice, Workbook
from gvi_desktop.services.workspace import Workspace
from ui.intake.lists import counted
from ui.intake.preview import PreviewView
from ui.kit.busy import run_with_progress
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.empty import Empty
from ui.kit.files import ask_open
from ui.kit.place import Place
from ui.kit.tasks import Progress


class ImportPage(Place):
    """Stages one after the other in the stack: nothing chosen, reading, the preview, what was done."""

    def __init__(self, desk: Desk) -> None:
        self.path: Path | None = None
        self.shown: Preview | None = None
        self.decisions: dict[str, str] = {}
        self._book: Workbook | None = None
        self._choices: dict[str, SheetChoice] = {}
        super().__init__(desk)
        self.primary(self.tr("Choose a workbook"), self.new, "folder-open")

    def heading(self) -> str:
        return self.tr("Import a workbook")

    def content(self) -> QWidget:
        sentence = self.tr(
            "Bring in the lists you already keep: people, talks, call-ins, calls, focus rounds and help. "
            "XLSX, ODS and CSV are read, sheets and columns are recognised by their headings, and you see "
            "what would come in before anything is changed."
        )
        self._start = Empty("table", sentence)
        self._reading = Empty("refresh-cw", self.tr("Reading the workbook …"))
        self.done = Detail()
        for stage in (self._start, self._reading, self.done):
            self.stack.addWidget(stage)
        return self.stack

    @cached_property
    def view(self) -> PreviewView:
        """The preview; made when there is a workbook, or the place would open slower for those who only look in."""
        made = PreviewView(self.words)
        made.wanted.connect(self.take_in)
        made.sheets.chosen.connect(self.choose)
        made.decide.decided.connect(self.decide)
        self.stack.addWidget(made)
        return made

    # what a user does

    def start(self, _what: str = "") -> None:
        """Begin at once, as after the first start."""
        self.new()

    def new(self) -> None:
        """Choose a file."""
        pattern = self.tr("Workbooks") + " (*.xlsx *.xlsm *.ods *.xls *.xlsb *.csv *.tsv *.txt)"
        ask_open(self, self.tr("Choose a workbook"), pattern, self.open)

    def open(self, path: Path) -> None:
        """Read a workbook and show what would come in."""
        self.path, self._book, self.shown = path, None, None
        self._choices, self.decisions = {}, {}
        self.stack.setCurrentWidget(self._reading)
        self.tasks.run(self, importing.open_workbook, path, then=self._opened, failed=self._refused)

    def choose(self, sheet: str, choice: SheetChoice) -> None:
        """Read a sheet another way."""
        self._choices = {**self._choices, sheet: choice}
        self._look()

    def decide(self, key: str, chosen: str) -> None:
        """Answer a proposal: the id of the one meant, or "" for somebody new."""
        self.decisions = {**self.decisions, key: chosen}
        self._look()

    def take_in(self, skip: bool) -> None:
        """The one step."""
        if self.shown is not None:
            run_with_progress(
                self, self.tasks, self.tr("Taking in the workbook"), _write, self.tasks.workspace, self.shown,
                self.decisions, skip, then=self._taken, failed=self._not_taken,
            )  # fmt: skip

    # what comes back

    def _opened(self, book: Workbook) -> None:
        self._book = book
        self._look()

    def _look(self) -> None:
        if self._book is not None:
            self.tasks.read(
                self, importing.preview, self._book, None, None, self._choices, self.decisions,
                then=self._show, failed=self._refused, only="preview",
            )  # fmt: skip

    def _show(self, shown: Preview) -> None:
        first = self.shown is None
        self.shown = shown
        self.view.show_preview(shown, self.decisions)
        self.stack.setCurrentWidget(self.view)
        if first:
            leaf = self.view.rejected if shown.rejected else self.view.decide if shown.proposals else self.view.sheets
            self.view.turn_to(leaf)

    def _refused(self, error: GviError) -> None:
        if error.code == "nothing_recognised" and self._book is not None:
            # Nothing is known by its headings: the sheets are shown, and the user says what they hold.
            self._choices = {sheet.name: SheetChoice(None) for sheet in self._book.sheets}
            self._look()
        else:
            self.stack.setCurrentWidget(self._start if self.shown is None else self.view)
        self.report(error)

    def _taken(self, result: Result) -> None:
        self.path, self.shown, self._book = None, None, None
        self._draw_done(result)
        self.stack.setCurrentWidget(self.done)
        self.desk.say(self.tr("The workbook is in the vault"), undo=True)

    def _not_taken(self, error: GviError) -> None:
        if error.code == "import_cancelled":
            self.desk.say(self.words.error(error))
        else:
            self.report(error)

    def _draw_done(self, result: Result) -> None:
        detail = self.done
        detail.start("done")
        detail.title(self.tr("The workbook has been taken in"))
        detail.action(self.tr("Go to people"), lambda: self.desk.show_record("person", ""), icon="users")
        detail.action(self.tr("Another workbook"), self.new, icon="folder-open")
        detail.text(
            self.tr("Everything is marked as imported and stands on the data-quality list until it is reviewed.")
        )
        for line in counted(self.words, dict(result.accepted)):
            count, _, what = line.partition(" ")
            detail.row(what[:1].upper() + what[1:], count)
        if result.rejected:
            detail.section(self.tr("Left out"))
            left = len({(one.sheet, one.row) for one in result.rejected})
            detail.text(self.tr("Rows with rejected cells: {count}").format(count=left))

    # over a lock

    def draft(self) -> dict[str, Any] | None:
        """The workbook that is being looked at, and what was decided; its content is read again."""
        if self.path is None:
            return None
        return {"path": str(self.path), "decisions": self.decisions}

    def restore_draft(self, values: Mapping[str, Any]) -> None:
        """Read the workbook again after the lock."""
        self.open(Path(values["path"]))
        self.decisions = dict(values["decisions"])


def _write(workspace: Workspace, shown: Preview, decisions: dict[str, str], skip: bool, progress: Progress) -> Result:
    return workspace.write(importing.take_in, shown, decisions, progress, skip_bad_rows=skip)
