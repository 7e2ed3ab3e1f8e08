"""The form for a link between a person and a group, which both their pages open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.membership import Accuracy, MembershipDraft, Reliability, SourceKind, problems
from gvi_desktop.services import memberships, pickers
from gvi_desktop.services.memberships import Link
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


def link_form(words: Words, tasks: Tasks, link: Link | None, *, person: str = "", group: str = "") -> FormPanel:
    """A new link of `person` (or to `group`), or a change of one; the page stays where it is after saving."""
    form = Form(
        [
            RefField("person", tasks, pickers.person_options, pickers.resolve_people, required=True),
            RefField("group", tasks, pickers.group_options, pickers.resolve_groups, required=True),
            Section(
                QCoreApplication.translate("LinkForm", "Why we hold this"),
                QCoreApplication.translate(
                    "LinkForm", "No link without a source, a reason and a date to look at it again."
                ),
            ),
            TextField("source", required=True),
            ChoiceField("source_kind", SourceKind),
            NoteField("basis", required=True, lines=4),
            *judged(),
            Section(QCoreApplication.translate("LinkForm", "From when, until when")),
            Row(DateField("from_on"), DateField("to_on")),
            DateField("review_on", required=True),
        ],
        words,
        "membership",
        MembershipDraft,
    )
    form.load(link.membership if link is not None else _begun(person, group))
    # Whose link it is stays; another person's link is another link.
    form.show_field("person", link is None and not person)
    if group and link is None:
        form.show_field("group", False)

    def draft() -> MembershipDraft:
        return form.make(MembershipDraft)

    return FormPanel(
        QCoreApplication.translate("LinkForm", "Change the link") if link else _heading(),
        form,
        save=lambda: Act(memberships.change, link.id, draft()) if link else Act(memberships.add, draft()),
        check=lambda: problems(draft(), today()),
        then=_stay,
    )


def _heading() -> str:
    return QCoreApplication.translate("LinkForm", "Link a person to a group")


def _begun(person: str, group: str) -> dict[str, Any]:
    return {"person": person or None, "group": group or None}


def judged() -> tuple[ChoiceField, ChoiceField]:
    """How far source and content are trusted; that nobody knows is no choice, only what an import leaves behind."""
    return (
        ChoiceField("reliability", [one for one in Reliability if one is not Reliability.UNKNOWN], required=True),
        ChoiceField("accuracy", [one for one in Accuracy if one is not Accuracy.UNKNOWN], required=True),
    )


def _stay(_answer: Any) -> None:
    """The answer is the link's id, which has no page of its own."""
