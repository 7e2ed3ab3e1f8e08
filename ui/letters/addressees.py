"""The people a batch of letters is for: ticked or left out, each with what stops their letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gvi_desktop.domain.person import PersonProblem
from gvi_desktop.services import letters
from gvi_desktop.services.letters import Addressee
from ui.kit.badge import Badge
from ui.kit.flow import Flow
from ui.kit.text import button, label, muted
from ui.kit.theme import px
from ui.kit.words import Words

SHOWN = 200
"""Rows; of a larger batch the stopped ones come first."""


class Addressees(QWidget):
    """Emits who is left out; asks to be taken to a person or a page, or for an exception."""

    left_out = Signal(object)
    """The ids of everybody without a tick."""
    wanted = Signal(str)
    """The person whose page is to be shown."""
    opened = Signal(str)
    exception = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.boxes: dict[str, QCheckBox] = {}
        self._people: Sequence[Addressee] = ()
        self._out: frozenset[str] = frozenset()
        self.setAccessibleName(self.tr("Recipients"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None

    def show_people(
        self, people: Sequence[Addressee], left_out: frozenset[str], *, choosable: bool, exceptions: bool
    ) -> None:
        """Draw the rows anew; `choosable` where each can be left out, `exceptions` where one may be asked for."""
        focused = next((one for one, box in self.boxes.items() if box.hasFocus()), "")
        self._people, self._out, self.boxes = people, left_out, {}
        body = QWidget()
        body.setObjectName("sheetBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(px(3), px(1), px(2), px(2))
        column.setSpacing(px(1))
        for one in sorted(people, key=lambda one: not one.stops)[:SHOWN]:
            column.addWidget(self._row(one, choosable, exceptions))
        if len(people) > SHOWN:
            column.addWidget(muted(self.tr("and {count} more").format(count=len(people) - SHOWN)))
        before, self._body = self._body, body
        self._column.addWidget(body)
        if before is not None:
            before.hide()
            self._column.removeWidget(before)
            before.deleteLater()
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _row(self, one: Addressee, choosable: bool, exceptions: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.25))
        top = QHBoxLayout()
        top.setSpacing(px(1))
        if choosable:
            box = QCheckBox(one.code_name)
            box.setChecked(one.id not in self._out)
            box.setAccessibleDescription(" ".join(self._said(one)))
            box.toggled.connect(partial(self._tick, one.id))
            self.boxes[one.id] = box
            top.addWidget(box)
        else:
            top.addWidget(label(one.code_name, wrap=False))
        if one.already:
            top.addWidget(Badge(self.tr("Has had it")))
        top.addStretch()
        if choosable and one.id not in self._out and not one.stops:
            turn = button(self.tr("Show"), partial(self.wanted.emit, one.id), kind="link")
            turn.setAccessibleName(self.tr("Show the letter to {name}").format(name=one.code_name))
            top.addWidget(turn)
        column.addLayout(top)
        if one.stops:
            column.addWidget(self._stops(one, exceptions))
        return row

    def _stops(self, one: Addressee, exceptions: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(3), 0, 0, 0)
        column.setSpacing(px(0.25))
        column.addWidget(label("\n".join(self._said(one)), "small", role="problem"))
        links = QWidget()
        flow = Flow(links, px(2))
        opener = button(self.tr("Open the person"), partial(self.opened.emit, one.id), kind="link")
        opener.setAccessibleName(self.tr("Open {name}").format(name=one.code_name))
        flow.addWidget(opener)
        if exceptions and any(stop.code == PersonProblem.PROTECTED for stop in one.stops):
            flow.addWidget(button(self.tr("Make an exception…"), partial(self.exception.emit, one.id), kind="link"))
        column.addWidget(links)
        return holder

    def _said(self, one: Addressee) -> list[str]:
        return list(dict.fromkeys(letters.sentence(stop, self._words.language) for stop in one.stops))

    def _tick(self, person: str, ticked: bool) -> None:
        self._out = self._out - {person} if ticked else self._out | {person}
        self.left_out.emit(self._out)
