"""The form for a visit: by keyboard alone, in under a minute; what the last entry said is proposed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gvi_desktop.domain.block import CORE_MESSAGES
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.notification import (
    Notification,
    NotificationDraft,
    Outcome,
    PlaceKind,
    Reaction,
    Trigger,
    problems,
)
from gvi_desktop.domain.rules import missing
from gvi_desktop.services import pickers, rounds, scripts, visiting
from gvi_desktop.services.visiting import Approach
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.number import CheckField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.ticks import TicksField
from ui.kit.fields.when import DateField, TimeField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.text import button, muted
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.notifications.advice import Advice
from ui.notifications.team import TeamField

WHEN_REACHED = ("messages", "legal_information", "script", "handout")
"""Fields that say something only when the person was reached; a reaction may also be that of a closed door."""
OF_MINORS = ("guardian_present", "concern_considered", "concern_note")


class VisitForm(Form):
    """The fields of a visit that was made; `record` is the one being changed, or None."""

    def __init__(
        self,
        words: Words,
        tasks: Tasks,
        record: Notification | None = None,
        *,
        said: str = "",
        log_planned: Callable[[str], object] | None = None,
    ) -> None:
        self.advice = Advice()
        self.approach: Approach | None = None
        self.record = record
        self._tasks = tasks
        self._log_planned = log_planned
        self._taken: dict[str, Any] = {}
        above = [muted(said)] if said else []
        super().__init__([*above, *self._fields(tasks)], words, "notification", NotificationDraft)
        self._take(record or NotificationDraft())
        self.on("outcome", self._outcome_chosen)
        self.on("person", self._person_chosen)
        self.on("concern_considered", lambda _: self._show_minor())
        self.field("on").changed.connect(self._ask)

    def begin(self, draft: NotificationDraft) -> None:
        """Take what is proposed, unless somebody has begun to type."""
        if self.values() == self._taken:
            self._take(draft)

    def draft(self) -> NotificationDraft:
        """The visit as it stands; what the form does not show stays as it was."""
        made = self.make(NotificationDraft, **self._kept())
        told = self.field("messages").value()
        reached = made.outcome is Outcome.REACHED
        spoken: dict[str, Any] = {f"message_{one.value}": reached and one in told for one in CORE_MESSAGES}
        if not reached:
            made = dataclasses.replace(made, legal_information=False, script=None, script_version="", handout="")
        if made.outcome not in (Outcome.REACHED, Outcome.DECLINED):
            made = dataclasses.replace(made, reaction=None)
        return dataclasses.replace(made, **spoken)

    def troubles(self) -> Iterable[Problem]:
        """What the rules object to, with what keeps this person from being visited."""
        # They are told under the person already; here they belong to no field.
        stops = [dataclasses.replace(one, field=None) for one in self.approach.stops] if self.approach else []
        draft = self.draft()
        # Without an outcome it would only be planned.
        return (*stops, *missing(draft, "outcome"), *problems(draft, None, today()))

    def _take(self, draft: NotificationDraft) -> None:
        self.fill(draft)
        self.field("messages").set_value(_told(draft))
        self.settle()
        self._taken = self.values()

    def _kept(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        shown = {field.name for field in self}
        return {
            f.name: getattr(self.record, f.name) for f in dataclasses.fields(NotificationDraft) if f.name not in shown
        }

    def _fields(self, tasks: Tasks) -> list[Any]:
        return [
            RefField("person", tasks, pickers.person_options, pickers.resolve_people, required=True),
            self.advice,
            Row(DateField("on", required=True), TimeField("at")),
            ChoiceField("outcome", Outcome, required=True, pills=True),
            TicksField("messages", CORE_MESSAGES, QCoreApplication.translate("VisitForm", "Messages delivered")),
            ChoiceField("reaction", Reaction, pills=True),
            CheckField("guardian_present"),
            CheckField("concern_considered"),
            NoteField("concern_note", lines=2),
            CheckField("legal_information"),
            Row(RefField("script", tasks, scripts.talk_options, scripts.resolve), TextField("handout")),
            TextField("others_heard"),
            NoteField("next_step", lines=2),
            DateField("next_step_on"),
            Section(
                QCoreApplication.translate("VisitForm", "The visit"),
                QCoreApplication.translate("VisitForm", "Proposed from your last entry."),
            ),
            TeamField(
                "team",
                required=True,
                hint=QCoreApplication.translate("VisitForm", "One a line: the agency, then a comma and the name."),
            ),
            ChoiceField("place", PlaceKind, required=True, pills=True),
            ChoiceField("trigger", Trigger, required=True),
            RefField("round", tasks, rounds.options, rounds.resolve),
            TextField("language"),
            CheckField("interpreter"),
            Section(QCoreApplication.translate("VisitForm", "Note")),
            *marked(NoteField("note", lines=3)),
        ]

    # ------------------------------------------------------------------ what follows from a choice

    def _outcome_chosen(self, outcome: Outcome | None) -> None:
        for name in WHEN_REACHED:
            self.show_field(name, outcome in (None, Outcome.REACHED))
        self.show_field("reaction", outcome in (None, Outcome.REACHED, Outcome.DECLINED))
        if outcome is Outcome.REACHED and _has_focus(self, "outcome"):
            self.field("messages").editors()[0].setFocus()

    def _person_chosen(self, person: str | None) -> None:
        self.approach = None
        self._show_minor()
        self.advice.say([], Tone.SOON)
        if person:
            if _has_focus(self, "person") and self.field("on").value() is not None:
                self.field("outcome").editors()[0].setFocus()
            self._ask()

    def _ask(self) -> None:
        if person := self.field("person").value():
            self._tasks.read(self, visiting.look, person, self.field("on").value(), then=self._advise, only="approach")

    def _advise(self, approach: Approach) -> None:
        if approach.person != self.field("person").value():
            return
        self.approach = approach
        self._show_minor()
        if approach.language and not self.field("language").value():
            self.field("language").set_value(approach.language)
            self.field("interpreter").set_value(approach.interpreter)
            self._taken |= {"language": approach.language, "interpreter": approach.interpreter}
        if approach.stops:
            told = [self.words.problem(one, "notification") for one in approach.stops]
            self.advice.say(list(dict.fromkeys(told)), Tone.LATE)
        elif approach.planned and self.record is None and self._log_planned is not None:
            planned, go = approach.planned, self._log_planned
            self.advice.say(
                [QCoreApplication.translate("VisitForm", "A visit to this person is planned.")],
                Tone.ACCENT,
                QCoreApplication.translate("VisitForm", "Log that one instead"),
                lambda: go(planned),
            )
        elif approach.protected:
            text = QCoreApplication.translate("VisitForm", "Protected identity: write nothing that shows where.")
            self.advice.say([text], Tone.LATE)
        else:
            self.advice.say([], Tone.SOON)
        self.changed.emit()

    def _show_minor(self) -> None:
        minor = self.approach is not None and self.approach.minor
        for name in OF_MINORS:
            self.show_field(name, minor and (name != "concern_note" or bool(self.field("concern_considered").value())))


class VisitPanel(FormPanel):
    """Save, or save and write down the next visit of the same round."""

    def __init__(self, heading: str, form: VisitForm, save: Callable[[], Act], *, many: bool, **more: Any) -> None:
        self.visit = form
        self.again = False
        self._many = many
        super().__init__(heading, form, save, check=form.troubles, **more)
        if many:
            shortcut = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_and_next)

    def save(self) -> None:
        """Save, and go to what was saved."""
        self.again = False
        super().save()

    def save_and_next(self) -> None:
        """Save, and begin the next one."""
        super().save()
        self.again = True

    def _bar(self, save_text: str) -> QWidget:
        bar = super()._bar(save_text)
        layout = bar.layout()
        item = layout.itemAt(1) if layout is not None and self._many else None
        row = item.layout() if item is not None else None
        if isinstance(row, QHBoxLayout):
            text = QCoreApplication.translate("VisitForm", "Save and next")
            row.insertWidget(1, button(text, self.save_and_next, tip="Ctrl+Shift+S"))
        return bar


def _told(draft: NotificationDraft) -> frozenset[Any]:
    told = (draft.message_1, draft.message_2, draft.message_3)
    return frozenset(one for one, said in zip(CORE_MESSAGES, told, strict=True) if said)


def _has_focus(form: Form, name: str) -> bool:
    return any(editor.hasFocus() for editor in form.field(name).editors())
