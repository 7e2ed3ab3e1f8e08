"""People of the workbook who may be somebody already known: each is decided, nothing is joined unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.services.importing import Candidate, Proposal
from ui.kit.flow import Flow
from ui.kit.table import Column, RecordModel
from ui.kit.text import button, label
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.view import Table
from ui.kit.words import Words

NEW = ""


class Decide(QWidget):
    """A list of proposals and, below it, the answers to the chosen one; `decided(key, candidate id or "")`."""

    decided = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._proposals: dict[str, Proposal] = {}
        self._decisions: Mapping[str, str] = {}
        self.table = Table(self.tr("To decide"))
        self.model = RecordModel[Proposal](self._columns(), lambda one: one.key, self)
        self.table.show_model(self.model)
        self.table.chosen.connect(self._ask)
        self.table.say_when_empty("circle-check", self.tr("Everybody is either certainly known or certainly new."))
        self._answers = QWidget()
        self._answers.setObjectName("actionBar")
        self._row = QVBoxLayout(self._answers)
        self._row.setContentsMargins(px(3), px(1), px(3), px(1))
        self._row.setSpacing(px(1))
        self._question: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._answers)
        self._answers.hide()

    def show_proposals(self, proposals: Sequence[Proposal], decisions: Mapping[str, str]) -> None:
        """Show the proposals and what was decided; the first that is open is asked about."""
        current = self.table.current_id()
        self._proposals = {one.key: one for one in proposals}
        self._decisions = decisions
        self.model.show(proposals)
        still_open = next((one.key for one in proposals if one.key not in decisions), "")
        wanted = current if current in self._proposals and current not in decisions else still_open
        if proposals:
            self.table.choose(wanted or proposals[0].key)
        self._ask(self.table.current_id())

    def _columns(self) -> Sequence[Column[Proposal]]:
        return (
            Column(self.tr("Row"), lambda one: self._place(one.sheet, one.row), width=16),
            Column(self.tr("In the workbook"), lambda one: one.name, width=18),
            Column(self.tr("Because"), lambda one: self._words.value(one.why), width=24, tone=lambda one: Tone.SOON),
            Column(self.tr("May be"), lambda one: ", ".join(self._name(c) for c in one.candidates), width=24),
            Column(self.tr("Decided"), self._decision, width=0),
        )

    def _place(self, sheet: str, row: int) -> str:
        return self.tr("{sheet}, row {row}").format(sheet=sheet, row=row)

    def _name(self, candidate: Candidate) -> str:
        born = f" ({candidate.birth_year})" if candidate.birth_year else ""
        if candidate.in_vault:
            return f"{candidate.code_name}{born}"
        return f"{self._place(candidate.sheet, candidate.row)}{born}"

    def _decision(self, one: Proposal) -> str:
        chosen = self._decisions.get(one.key)
        if chosen is None:
            return self.tr("New person, until you decide")
        found = next((c for c in one.candidates if c.id == chosen), None)
        return self.tr("Same as {name}").format(name=self._name(found)) if found else self.tr("New person")

    def _ask(self, key: str) -> None:
        for widget in self._question:
            widget.deleteLater()
        self._question = []
        one = self._proposals.get(key)
        self._answers.setVisible(one is not None)
        if one is None:
            return
        place = self._place(one.sheet, one.row)
        holder = QWidget()
        flow = Flow(holder, px(1))
        question = label(self.tr("Who is {name} in {place}?").format(name=one.name, place=place), wrap=False)
        question.setMinimumHeight(px(3.75))  # as high as the buttons beside it
        flow.addWidget(question)
        for candidate in one.candidates:
            text = self.tr("The same as {name}").format(name=self._name(candidate))
            flow.addWidget(button(text, partial(self.decided.emit, key, candidate.id), icon_name="link"))
        flow.addWidget(button(self.tr("A new person"), partial(self.decided.emit, key, NEW), icon_name="user-plus"))
        self._row.addWidget(holder)
        self._question.append(holder)
