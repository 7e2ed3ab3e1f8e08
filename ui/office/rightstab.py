"""Rights cases: who asks to see, correct or erase data or objects, by when it is answered, and how it ended."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.rightscase import RightsOutcome, RightsType
from gvi_desktop.services import rightscases
from gvi_desktop.services.rightscases import CaseLine, CaseView
from ui.kit.act import Act
from ui.kit.ask import Question
from ui.kit.cards import Button, card
from ui.kit.dates import show_date
from ui.kit.table import Column
from ui.kit.theme import px
from ui.kit.ticktable import TickModel, TickTable
from ui.kit.tokens import Tone
from ui.office.tab import OfficeTab

GIVEN = (RightsOutcome.GRANTED, RightsOutcome.PARTLY)
ROWS = 6


class RightsTab(OfficeTab):
    """A card a case, those that wait first."""

    def name(self) -> str:
        return self.tr("Rights")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return rightscases.listed(unit)

    def draw(self, found: list[CaseLine]) -> None:
        self.title(
            self.tr("Rights of the people"),
            self.tr("Whoever is in the vault may ask to see what is kept, have it corrected or erased, and object."),
        )
        if self.page.may_write:
            self.action(self.tr("New rights case"), lambda: self.page.open_form("request"), icon="plus")
        late = sum(one.late for one in found)
        if late:
            self.notice(self.tr("Answers that are late: {count}").format(count=late), Tone.LATE)
        waiting = [one for one in found if one.record.open]
        self.section(self.tr("To be answered"))
        if not waiting:
            self.text(self.tr("Nobody waits for an answer."), quiet=True)
        self.each(waiting, self._card)
        if done := [one for one in found if not one.record.open]:
            self.section(self.tr("Answered"))
            self.each(done, self._card)

    def _card(self, line: CaseLine) -> QWidget:
        one, label = line.record, self.words.label
        kind = self.words.value(one.case_type) if one.case_type else "–"
        name = f"{kind}, {line.person_code}" if line.person_code else kind
        came = ", ".join(
            part
            for part in (show_date(one.received_on), one.from_whom, self.words.value(one.way) if one.way else "")
            if part
        )
        lines = [f"{label('rightscase', 'received_on')}: {came}", one.about]
        if one.outcome is not None:
            by = ", ".join(part for part in (show_date(one.decided_on), one.decided_by) if part)
            lines += [f"{self.words.value(one.outcome)} ({by})", one.reason]
        if one.told_on is not None:
            lines.append(f"{label('rightscase', 'told_on')}: {show_date(one.told_on)}")
        act = self._opener(one.person) if one.person else None
        return card(name, act=act, badges=self._marks(line), lines=lines, buttons=self._buttons(line))

    def _marks(self, line: CaseLine) -> list[tuple[str, Tone]]:
        one = line.record
        if not one.open:
            return [(self.tr("answered"), Tone.GOOD)]
        due = self.tr("by {date}").format(date=show_date(one.due_on))
        tone = Tone.LATE if line.late else Tone.SOON if line.soon else Tone.NEUTRAL
        state = self.tr("to be decided") if one.outcome is None else self.tr("to be told")
        return [(due, tone), (state, Tone.NEUTRAL)]

    def _buttons(self, line: CaseLine) -> list[Button]:
        one = line.record
        if not self.page.may_write:
            return []
        case = one.id
        found = []
        if one.outcome is None:
            found.append(Button(self.tr("Decide"), lambda: self.page.open_form("decision", case), "check"))
        elif one.told_on is None:
            tell = Act(rightscases.tell, case)
            found.append(Button(self.tr("Told today"), lambda: self.page.do(tell), "check"))
        if one.person and one.case_type is RightsType.CORRECTION and one.outcome in GIVEN:
            found.append(Button(self.tr("Correct the record"), self._opener(one.person), "pencil"))
        if one.person and one.outcome in GIVEN and one.case_type is not RightsType.ACCESS and self.page.may_export:
            found.append(Button(self.tr("Ask back what was handed out…"), self._recaller(case), "undo-2"))
        found.append(Button(self.tr("Change"), lambda: self.page.open_form("request", case)))
        if one.outcome is not None:
            found.append(Button(self.tr("Change the decision"), lambda: self.page.open_form("decision", case)))
        return found

    def _opener(self, person: str) -> Any:
        return lambda: self.page.desk.show_record("person", person)

    def _recaller(self, case: str) -> Any:
        return lambda: self.page.tasks.read(self, rightscases.view, case, then=self._ask_back)

    def _ask_back(self, found: CaseView) -> None:
        """Which of the entries of the register the wrong value was in."""
        if not found.handed_out:
            self.page.desk.say(self.tr("Nothing that can be asked back was handed out about the person."))
            return
        label = self.words.label
        columns = [
            Column[Disclosure](label("disclosure", "on"), lambda one: show_date(one.on), width=12),
            Column[Disclosure](label("disclosure", "way"), lambda one: self.words.value(one.way), width=16),
            Column[Disclosure](label("disclosure", "agency"), lambda one: one.agency or one.contact, width=0),
        ]
        model = TickModel[Disclosure](columns, lambda one: one.id)
        model.show_ticked(found.handed_out, {one.id for one in found.handed_out})
        title = self.tr("Ask back what was handed out")
        table = TickTable(title, model)
        rows = table.verticalHeader().defaultSectionSize()
        height = rows * min(ROWS, len(found.handed_out)) + table.horizontalHeader().height()
        table.setFixedHeight(height + px(0.5))
        text = self.tr(
            "Tick the entries that had the wrong value. Each says so in the register, and the next bundle to the "
            "receiver carries the notice; tell the others yourself."
        )
        question = Question(self, title, text, self.tr("Ask back"), body=table)

        def ask_back() -> None:
            self.page.do(Act(rightscases.recall, found.line.id, sorted(model.ticked)), self.tr("Asked back"))

        question.accepted.connect(ask_back)
        model.ticks_changed.connect(lambda: question.yes.setEnabled(bool(model.ticked)))
        question.open()
