"""Tasks: overdue, today and later; a line for a new one, a click or Space to tick one off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QStyledItemDelegate, QVBoxLayout, QWidget

from gvi_desktop.domain.task import Due, Task, TaskDraft, problems
from gvi_desktop.domain.user import Right
from gvi_desktop.services import tasks
from gvi_desktop.services.tasks import TaskLine, TaskView
from gvi_desktop.services.unit import Unit
from ui.kit.act import Act
from ui.kit.dates import read_date, show_date, today
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.icons import icon
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.pills import PillRow
from ui.kit.table import RECORD, Column
from ui.kit.taskform import task_form
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.view import BadgeDelegate
from ui.tasks.lines import MARK, Heading, Line, LineDelegate, columns, fetch_ids, fetch_lines

TONES = {Due.OVERDUE: Tone.LATE, Due.TODAY: Tone.SOON, Due.DONE: Tone.GOOD}
LIST_WIDTH, TASK_WIDTH = 720, 400  # until somebody moves the border


class TasksPage(ListPlace[Line]):
    """Twenty thousand of them, by date."""

    kinds = frozenset({"task", "callin"})
    empty_icon = "list-checks"

    def __init__(self, desk: Desk) -> None:
        self.may_write = desk.user.may(Right.WRITE)
        super().__init__(desk)
        self.filterable(self.tr("Filter tasks"))
        if self.may_write:
            self.primary(self.tr("New task"), self.new)

    def heading(self) -> str:
        return self.tr("Tasks")

    def nothing(self) -> tuple[str, str]:
        if self.choices.get("done") or self.choices.get("whose", "all") != "all":
            return self.tr("Nothing here."), ""
        return (
            self.tr("What is to be done stands here by date. A call-in brings the tasks of its week plan."),
            self.tr("New task") if self.may_write else "",
        )

    def not_chosen(self) -> str:
        return self.tr("Choose a task to read it here.")

    def columns(self) -> Sequence[Column[Line]]:
        return columns(self.words)

    @staticmethod
    def fetch_ids(unit: Unit, query: Query) -> Sequence[str]:
        return fetch_ids(unit, query)

    @staticmethod
    def fetch_lines(unit: Unit, ids: Sequence[str]) -> Sequence[Line]:
        return fetch_lines(unit, ids)

    @staticmethod
    def fetch_detail(unit: Unit, record_id: str) -> TaskView:
        return tasks.view(unit, record_id)

    @staticmethod
    def fetch_form(unit: Unit, name: str, record_id: str) -> Task:
        return tasks.get(unit, record_id)

    # ------------------------------------------------------------------ the list

    def content(self) -> QWidget:
        made = super().content()
        if len(self.desk.settings.widths_of(f"{type(self).__name__}/split")) != 2:
            self.split.setSizes([LIST_WIDTH, TASK_WIDTH])
        return made

    def make_list(self) -> QWidget:
        for at, shown in enumerate(self.model.columns):
            inner: QStyledItemDelegate = BadgeDelegate(self.table) if shown.tone else QStyledItemDelegate(self.table)
            made = LineDelegate(inner, tick=at == 0, title=at == 1, parent=self.table)
            self.table.setItemDelegateForColumn(at, made)
        self.table.clicked.connect(self._clicked)
        space = QShortcut(QKeySequence("Space"), self.table)
        space.activated.connect(self._tick_current)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.may_write:
            column.addLayout(self._quick())
        self.whose = PillRow(
            self.tr("Whose tasks"),
            [("all", self.tr("Everybody's")), ("own", self.tr("Mine")), ("agency", self.tr("My agency's"))],
        )
        self.whose.chosen.connect(lambda whose: self.choose("whose", whose))
        self.done = QCheckBox(self.tr("Done ones"))
        self.done.toggled.connect(lambda on: self.choose("done", on))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, px(2), 0)
        row.addWidget(self.whose, 1)
        row.addWidget(self.done)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        return holder

    def _quick(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(2), px(1), px(2), 0)
        self.quick = QLineEdit()
        self.quick.setPlaceholderText(self.tr("A new task, with its date last: Call the interpreter 3/12"))
        self.quick.setAccessibleName(self.tr("A new task, with its date last"))
        self.quick.setMaxLength(200)
        self.quick.addAction(icon("plus"), QLineEdit.ActionPosition.LeadingPosition)
        self.quick.returnPressed.connect(self._add_quickly)
        row.addWidget(self.quick)
        return row

    def _add_quickly(self) -> None:
        draft = quick_draft(self.quick.text(), self.desk.user.name, self.desk.user.agency)
        if problems(draft):
            return
        self.do(Act(tasks.add, draft), self.tr("Added for {day}").format(day=show_date(draft.due_on)))
        self.quick.clear()

    def _chosen(self, record_id: str) -> None:
        if not record_id.startswith(MARK):
            super()._chosen(record_id)

    def _clicked(self, index: QModelIndex) -> None:
        line = index.data(RECORD)
        if index.column() == 0 and isinstance(line, TaskLine):
            self._tick(line.task)

    def _tick_current(self) -> None:
        line = self.table.currentIndex().data(RECORD)
        if isinstance(line, TaskLine):
            self._tick(line.task)

    def _tick(self, task: Task) -> None:
        if not self.may_write:
            return
        if task.open:
            self.do(Act(tasks.finish, task.id), self.tr("Done"))
        else:
            self.do(Act(tasks.reopen, task.id), self.tr("Open again"))

    # ------------------------------------------------------------------ one task

    def draw(self, detail: Detail, record: TaskView) -> None:
        task = record.line.task
        detail.title(task.title)
        detail.badge(self._state(record.line), TONES.get(record.line.due, Tone.NEUTRAL))
        if self.may_write:
            text = self.tr("Done") if task.open else self.tr("Open again")
            detail.action(text, lambda: self._tick(task), icon="check", kind="primary" if task.open else "")
            detail.action(self.tr("Change"), self.edit, icon="pencil", tip="F2")
            detail.action(self.tr("Remove"), lambda: self.do(Act(tasks.remove, task.id)), icon="trash-2")
        label = self.words.label
        detail.row(label("task", "due_on"), show_date(task.due_on))
        detail.row(label("task", "owner_agency"), task.owner_agency)
        detail.row(label("task", "owner"), task.owner)
        if task.callin and record.line.callin is not None:
            detail.row(
                label("task", "callin"), str(record.line.callin),
                lambda: self.desk.show_record("callin", task.callin or ""),
            )  # fmt: skip
        if record.subject:
            detail.row(
                label("task", "subject"), record.subject,
                lambda: self.desk.show_record(task.subject_kind, task.subject or ""),
            )  # fmt: skip
        detail.row(label("task", "done_on"), show_date(task.done_on))
        if task.note:
            detail.section(label("task", "note"))
            detail.text(said(self.words, task))

    def _state(self, line: TaskLine) -> str:
        if line.due is Due.OVERDUE:
            return self.tr("Overdue")
        if line.due is Due.DONE:
            return self.tr("Done")
        return self.tr("Due today") if line.due is Due.TODAY else self.tr("Open")

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        begun = TaskDraft(due_on=today(), owner=self.desk.user.name, owner_agency=self.desk.user.agency)
        return task_form(self.words, self.tasks, record, begun)

    def new(self) -> None:
        if self.may_write:
            super().new()

    def edit(self) -> None:
        line = self.table.currentIndex().data(RECORD)
        if self.may_write and not isinstance(line, Heading):
            super().edit()


def quick_draft(text: str, owner: str, agency: str) -> TaskDraft:
    """A task from one line: its last words are its date if they can be read as one, else it is due today."""
    words = text.split()
    for count in (2, 1):
        if len(words) > count:
            try:
                day = read_date(" ".join(words[-count:]), today())
            except (ValueError, OverflowError):
                continue
            return TaskDraft(title=" ".join(words[:-count]), due_on=day, owner=owner, owner_agency=agency)
    return TaskDraft(title=" ".join(words), due_on=today(), owner=owner, owner_agency=agency)
