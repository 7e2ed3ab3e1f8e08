"""The form of a task, which the task list and a call-in's plan both open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.task import Task, TaskDraft, problems
from gvi_desktop.services import callinviews, tasks
from ui.kit.act import Act
from ui.kit.fields.mark import marked
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


def task_form(
    words: Words,
    worker: Tasks,
    record: Task | None,
    begun: TaskDraft,
    then: Callable[[Any], object] | None = None,
) -> FormPanel:
    """A new task that begins as `begun`, or a change of `record`."""
    form = Form(
        [
            TextField("title", required=True),
            DateField("due_on", required=True),
            Row(TextField("owner_agency"), TextField("owner")),
            RefField("callin", worker, callinviews.options, callinviews.resolve),
            RefField(
                "subject", worker, tasks.subject_options, tasks.resolve_subjects,
                hint=QCoreApplication.translate("TaskForm", "A person, group, call-in or round it is about."),
            ),
            *marked(NoteField("note")),
        ],
        words, "task", TaskDraft,
    )  # fmt: skip
    shown = record or begun
    subject = f"{shown.subject_kind}:{shown.subject}" if shown.subject else None
    names = ("title", "due_on", "owner_agency", "owner", "callin", "note", "note_mark")
    form.load({name: getattr(shown, name) for name in names} | {"subject": subject})

    def draft() -> TaskDraft:
        kind, _, chosen = (form.field("subject").value() or "").partition(":")
        kept = {"done_on": shown.done_on, "imported": shown.imported}
        return form.make(TaskDraft, subject_kind=kind, subject=chosen or None, **kept)

    return FormPanel(
        QCoreApplication.translate("TaskForm", "Change the task")
        if record
        else QCoreApplication.translate("TaskForm", "New task"),
        form,
        save=lambda: Act(tasks.change, record.id, draft()) if record else Act(tasks.add, draft()),
        check=lambda: problems(draft()),
        then=then,
    )
