"""The forms of a group: the group itself, and how it stands to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.group import (
    Cohesion,
    Group,
    GroupDraft,
    GroupStatus,
    Relation,
    RelationDraft,
    RelationKind,
    problems,
    relation_problems,
)
from gvi_desktop.services import groups, pickers
from ui.kit.act import Act
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.number import NumberField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


@dataclass(frozen=True)
class Forms:
    """Makes the forms; `saved` hears what the service answered about a group."""

    words: Words
    tasks: Tasks
    saved: Callable[[Any], object]

    def group(self, record: Group | None) -> FormPanel:
        """A new group, or a change of one."""
        form = Form(
            [
                TextField("name", required=True),
                TextField("area"),
                NumberField("size", low=1, high=1000),
                ChoiceField("cohesion", Cohesion),
                ChoiceField(
                    "status",
                    GroupStatus,
                    required=True,
                    hint=QCoreApplication.translate(
                        "GroupForms", "Closing a group sets the review of all its links to today."
                    ),
                ),
                DateField("next_review_on"),
                Section(QCoreApplication.translate("GroupForms", "Note")),
                *marked(NoteField("note")),
            ],
            self.words,
            "group",
            GroupDraft,
        )
        form.load(record or {"status": GroupStatus.ACTIVE})

        def draft() -> GroupDraft:
            return form.make(GroupDraft)

        return FormPanel(
            QCoreApplication.translate("GroupForms", "Change {name}").format(name=record.name)
            if record
            else QCoreApplication.translate("GroupForms", "New group"),
            form,
            save=lambda: Act(groups.change, record.id, draft()) if record else Act(groups.add, draft()),
            check=lambda: problems(draft()),
            then=self.saved,
        )

    def relation(self, record: Relation | None, group: str) -> FormPanel:
        """A conflict or an alliance of the group with another."""
        form = Form(
            [
                RefField("group", self.tasks, pickers.group_options, pickers.resolve_groups, required=True),
                ChoiceField("relation_kind", RelationKind, required=True),
                RefField("other", self.tasks, pickers.group_options, pickers.resolve_groups, required=True),
                Row(DateField("from_on"), DateField("to_on")),
                TextField("source"),
                *marked(NoteField("note", lines=3)),
            ],
            self.words,
            "relation",
            RelationDraft,
        )
        form.load(record or {"group": group or None, "relation_kind": RelationKind.CONFLICT})
        form.show_field("group", not group and record is None)

        def draft() -> RelationDraft:
            return form.make(RelationDraft)

        return FormPanel(
            QCoreApplication.translate("GroupForms", "Change the conflict or alliance")
            if record
            else QCoreApplication.translate("GroupForms", "Conflict or alliance"),
            form,
            save=lambda: (
                Act(groups.change_relation, record.id, draft()) if record else Act(groups.add_relation, draft())
            ),
            check=lambda: relation_problems(draft()),
            then=_stay,
        )


def _stay(_answer: Any) -> None:
    """The answer is the relation's id, which has no page of its own."""
