"""Erasing people: who, what goes and where they are named, and the protocol afterwards; one step of the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import erasing, report_files, retentionprotocol
from gvi_desktop.services.erasure import Preview, Protocol
from gvi_desktop.services.mentions import Mention
from gvi_desktop.services.report_parts import Report
from gvi_desktop.services.retention import Due
from ui.kit.dates import show_date
from ui.kit.desk import Desk
from ui.kit.dialog import FittingDialog
from ui.kit.erasecopies import copies_told, protocol_told
from ui.kit.erasenames import fitting_table, names_model
from ui.kit.filepassword import ask_locked
from ui.kit.table import Column
from ui.kit.tasks import Failed, Job, Then
from ui.kit.text import button, heading, label, labelled, muted
from ui.kit.theme import px
from ui.kit.ticktable import TickModel

STOPPED = "erase_cancelled"


class EraseWizard(FittingDialog):
    """Three pages: whom, what, and what was done. Nothing is changed before Erase on the second one, and nothing where
    it is stopped before the end."""

    def __init__(self, parent: QWidget, desk: Desk, due: Sequence[Due] = (), one: str = "") -> None:
        """For those who are due, or for `one` person whose clock nobody asks about."""
        super().__init__(parent, 84)
        self.desk, self.words = desk, desk.words
        self._due = {one.id: one for one in due}
        self._chosen: set[str] = set(self._due) or {one}
        self._job: Job | None = None
        self._reason = ""
        self._preview: Preview | None = None
        self._report: Report | None = None
        self._names: TickModel[Mention] | None = None
        self._seen: QCheckBox | None = None
        self.erased = False
        """Whether it has been done."""
        self.setWindowTitle(self.tr("Erase for good"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._page = QWidget()
        self.column.addWidget(self._page)
        self._problem = label("", role="problem")
        self._problem.hide()
        self._bar = QHBoxLayout()
        self._bar.setSpacing(px(1))
        self.foot.addWidget(self._problem)
        self.foot.addLayout(self._bar)
        if len(self._due) > 1:
            self._whom()
        else:
            self._look()

    def reject(self) -> None:
        """While something is under way: stop it first. What comes then says whether it could be stopped."""
        if self._job is None:
            super().reject()
        else:
            self._job.progress.cancel()

    # ------------------------------------------------------------------ whom

    def _whom(self) -> None:
        column = self._fresh(self.tr("Who is to be erased"), 1)
        text = self.tr("Their time is up. Take the tick away from those who are to stay for now.")
        column.addWidget(muted(text))
        columns = [
            Column[Due](self.tr("Person"), lambda one: one.code_name, width=14),
            Column[Due](self.tr("Time was up"), lambda one: show_date(one.clock.end), width=12),
            Column[Due](self.tr("Hard limit"), lambda one: show_date(one.clock.hard_end), width=12),
            Column[Due](self.tr("Regime"), lambda one: one.clock.regime, width=0),
        ]
        model = TickModel[Due](columns, lambda one: one.id)
        model.show_ticked(list(self._due.values()), self._chosen)
        column.addWidget(fitting_table(self.tr("Who is to be erased"), model))
        count = label("", strong=True)
        column.addWidget(count)
        go = self._buttons(self.tr("Cancel"), self.reject, self.tr("Go on"), self._look)

        def tell() -> None:
            self._chosen = set(model.ticked)
            count.setText(self.tr("Ticked: {count} of {all}").format(count=len(self._chosen), all=len(self._due)))
            go.setEnabled(bool(self._chosen))

        model.ticks_changed.connect(tell)
        tell()

    # ------------------------------------------------------------------ what

    def _look(self) -> None:
        def stopped(error: GviError) -> None:
            if error.code != STOPPED:
                self._refused(error)
            elif len(self._due) > 1:
                self._whom()
            else:
                self.reject()

        self._work(self.tr("Looking where they are named …"), erasing.preview, then=self._what, failed=stopped)

    def _what(self, found: Preview) -> None:
        self._preview = found
        column = self._fresh(self.tr("What goes"), 2)
        kinds = [f"{self.words.kinds(kind)} {number}" for kind, number in sorted(found.records.items())]
        told = self.tr("People: {count}. With them go: {records}.") if kinds else self.tr("People: {count}.")
        column.addWidget(label(told.format(count=found.people, records=", ".join(kinds))))
        text = self.tr(
            "All of it goes in one step: what is kept about them, what a search finds, open forms and what the history "
            "says of them. This cannot be undone."
        )
        column.addWidget(muted(text))
        if found.mentions:
            self._mentions(column, found.mentions)
        for line in copies_told(self.words, found.copies):
            column.addWidget(line)
        reason = QLineEdit(self._reason)
        reason.setMaxLength(200)
        reason.setPlaceholderText(self.tr("Without names, such as: the time is up"))
        column.addWidget(labelled(self.tr("Reason"), reason))
        back = (self.tr("Back"), self._whom) if len(self._due) > 1 else (self.tr("Cancel"), self.reject)
        go = self._buttons(*back, self.tr("Erase"), lambda: self._erase(reason.text()), danger=True)

        def ready() -> None:
            self._reason = reason.text()
            go.setEnabled(bool(self._reason.strip()) and (self._seen is None or self._seen.isChecked()))

        reason.textChanged.connect(ready)
        if self._seen is not None:
            self._seen.toggled.connect(ready)
        ready()

    def _mentions(self, column: QVBoxLayout, found: Sequence[Mention]) -> None:
        column.addWidget(heading(self.tr("Named in other records")))
        column.addWidget(muted(self.tr("Where there is a tick, a neutral word takes the place of the name.")))
        self._names = names_model(self.words, found)
        column.addWidget(fitting_table(self.tr("Named in other records"), self._names))
        if any(not one.sure for one in found):
            text = self.tr("I have decided on each name that may be somebody else's or an ordinary word.")
            self._seen = QCheckBox(text)
            column.addWidget(self._seen)

    # ------------------------------------------------------------------ what was done

    def _erase(self, reason: str) -> None:
        named = self._preview.mentions if self._preview is not None else ()
        ticked = self._names.ticked if self._names is not None else set()
        decided = {one.place: one.place in ticked for one in named}

        def not_erased(error: GviError) -> None:
            if self._preview is not None:
                self._what(self._preview)
                if self._names is not None:  # what somebody has decided is not asked again
                    self._names.tick_all(ticked)
                if self._seen is not None:
                    self._seen.setChecked(True)
            self._refused(error)

        self._work(
            self.tr("Erasing …"), erasing.take_out, reason, decided, then=self._done, failed=not_erased,
            told=self.tr("Until it is done, Cancel leaves everything as it was."),
        )  # fmt: skip

    def _done(self, protocol: Protocol) -> None:
        self.erased = True

        def show(report: Report) -> None:
            self._report = report
            column = self._fresh(self.tr("Erased"), 3)
            backup = muted(self.tr("A fresh backup is being made."))
            column.addWidget(backup)
            for line in protocol_told(report):
                column.addWidget(line)
            self._buttons(self.tr("Close"), self.accept, self.tr("Save the protocol"), self._ask_where)
            tasks.run(self, tasks.workspace.back_up, then=lambda _: backup.setText(self.tr("A fresh backup is made.")),
                      failed=lambda error: backup.setText(self._no_backup(error)))  # fmt: skip

        tasks = self.desk.tasks
        tasks.read(self, retentionprotocol.report, protocol, self.words.language, then=show)

    def _no_backup(self, error: GviError) -> str:
        text = self.tr("No fresh backup could be made: {why} The older ones stay until there is one.")
        return text.format(why=self.words.error(error))

    def _ask_where(self) -> None:
        text = self.tr("The protocol names nobody. The vault does not protect the file.")
        ask_locked(self, self.tr("Save the protocol"), text, self.tr("erasure-protocol") + ".pdf", self._save)

    def _save(self, path: Path, password: str = "") -> None:
        def saved(_: Any) -> None:
            self.desk.say(self.tr("Saved as a file; entered in the register of disclosures."))

        wanted = (self._report, "pdf", self.words.language, path, password)
        self.desk.tasks.write(self, report_files.save, *wanted, then=saved, failed=self._refused)

    # ------------------------------------------------------------------ inside

    def _work(
        self, title: str, work: Callable[..., Any], *args: Any, then: Then, failed: Failed, told: str = ""
    ) -> None:
        """A page with a bar and Cancel, while `work` looks through the vault for those who are chosen."""
        column = self._fresh(title, 2)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setAccessibleName(title)
        column.addWidget(bar)
        if told:
            column.addWidget(muted(told))
        column.addStretch()
        cancel = self._buttons(self.tr("Cancel"), self.reject)
        cancel.clicked.connect(lambda: cancel.setEnabled(False))

        def step(done: int, total: int) -> None:
            bar.setRange(0, total)
            bar.setValue(done)

        def home(answer: Callable[[Any], object]) -> Callable[[Any], None]:
            def come(what: Any) -> None:
                self._job = None
                answer(what)

            return come

        tasks = self.desk.tasks
        self._job = tasks.run(
            self, work, tasks.workspace, sorted(self._chosen), *args,
            then=home(then), failed=home(failed), progress=step,
        )  # fmt: skip

    def _fresh(self, title: str, step: int) -> QVBoxLayout:
        """An empty page under its heading; nothing to press yet."""
        self._tell("")
        self._names = self._seen = None
        while (item := self._bar.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(1.25))
        column.addWidget(heading(title))
        column.addWidget(muted(self.tr("Step {step} of {all}").format(step=step, all=3)))
        self.column.replaceWidget(self._page, page)
        self._page.hide()
        self._page.deleteLater()
        self._page = page
        return column

    def _buttons(self, back: str, go_back: Any, text: str = "", act: Any = None, *, danger: bool = False) -> Any:
        self._bar.addStretch()
        left = button(back, go_back)
        self._bar.addWidget(left)
        if not text:
            return left
        right = button(text, act, kind="danger" if danger else "primary")
        self._bar.addWidget(right)
        (left if danger else right).setDefault(True)
        return right

    def _refused(self, error: GviError) -> None:
        self._tell(self.words.error(error))

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
