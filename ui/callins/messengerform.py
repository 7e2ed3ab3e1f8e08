"""Messengers of one group: its members to tick, with what is known of each and what would stop the invitation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import Problem
from gvi_desktop.services import invitees
from gvi_desktop.services.messengers import Candidate, Choosing
from ui.callins.answers import stay
from ui.kit.act import Act
from ui.kit.dates import show_date
from ui.kit.fields.field import Field
from ui.kit.form import Form
from ui.kit.panel import FormPanel
from ui.kit.slices import Slices
from ui.kit.text import label, muted
from ui.kit.theme import px
from ui.kit.words import Words

MANY = 12
"""More members than these are filtered by typing."""


class MembersField(Field):
    """Ticks for members of a group; the value is the ids of those newly ticked, in the order shown."""

    def __init__(self, candidates: Sequence[Candidate], words: Words) -> None:
        super().__init__("people", QCoreApplication.translate("MessengerForm", "Members"), required=True)
        self.candidates = tuple(candidates)
        self.ticked: set[str] = set()
        self.boxes: dict[str, QCheckBox] = {}
        self._rows: dict[str, QWidget] = {}
        self._words = words
        self._column = QVBoxLayout()
        self._column.setSpacing(px(1))
        self.row.addLayout(self._column, 1)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(QCoreApplication.translate("MessengerForm", "Filter by code name"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.textChanged.connect(self._narrow)
        self.filter.setVisible(len(self.candidates) > MANY)
        self._column.addWidget(self.filter)
        self.nobody = muted(
            QCoreApplication.translate("MessengerForm", "Nobody is noted as a member of this group on that day.")
        )
        self.nobody.setVisible(not self.candidates)
        self._column.addWidget(self.nobody)
        self._slices = Slices(self)
        self._slices.fill(self._column, self.candidates, self._row)

    def value(self) -> tuple[str, ...]:
        return tuple(one.person_id for one in self.candidates if one.person_id in self.ticked and not one.invited)

    def set_value(self, value: Any) -> None:
        self.ticked = set(value or ())
        for person, box in self.boxes.items():
            if box.isEnabled():
                box.setChecked(person in self.ticked)

    def state(self) -> list[str]:
        return list(self.value())

    def editors(self) -> list[QWidget]:
        free = [box for box in self.boxes.values() if box.isEnabled()]
        return [*free, self.filter] if free else [self.filter]

    def show_wrong(self, wrong: bool) -> None:
        """The sentence below says it; a mark on every member would accuse them."""

    def _row(self, one: Candidate) -> QWidget:
        holder = QFrame()
        holder.setObjectName("card")
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(1.5), px(1), px(1.5), px(1))
        column.setSpacing(px(0.5))
        box = QCheckBox(one.code_name)
        box.setObjectName(f"member-{one.person_id}")
        box.setChecked(one.invited or one.person_id in self.ticked)
        box.setEnabled(not one.invited)
        told = " · ".join(facts(one))
        stopping = "\n".join(self._words.problem(stop, "invitee") for stop in one.stops)
        box.setAccessibleDescription(". ".join(part for part in (told, stopping) if part))
        box.toggled.connect(lambda on: self._tick(one.person_id, on))
        column.addWidget(box)
        column.addWidget(muted(told))
        if stopping:
            column.addWidget(label(stopping, "small", role="problem"))
        self.boxes[one.person_id] = box
        self._rows[one.person_id] = holder
        holder.setVisible(self._fits(one))
        return holder

    def _tick(self, person: str, on: bool) -> None:
        if on != (person in self.ticked):
            self.ticked ^= {person}
            self.changed.emit()

    def _narrow(self) -> None:
        for one in self.candidates:
            if (row := self._rows.get(one.person_id)) is not None:
                row.setVisible(self._fits(one))

    def _fits(self, one: Candidate) -> bool:
        return self.filter.text().strip().casefold() in one.code_name.casefold()


def facts(one: Candidate) -> list[str]:
    """What helps to choose: role, supervision, the last talk and the last call-in."""
    found = []
    if one.invited:
        found.append(QCoreApplication.translate("MessengerForm", "Already called"))
    if one.messenger:
        found.append(QCoreApplication.translate("MessengerForm", "Messenger"))
    if one.supervised:
        text = QCoreApplication.translate("MessengerForm", "Under supervision: has a duty to come")
        found.append(f"{text} ({one.officer})" if one.officer else text)
    if one.last_talk is not None:
        text = QCoreApplication.translate("MessengerForm", "Last talk {date}")
        found.append(text.format(date=show_date(one.last_talk)))
    if one.last_callin is not None:
        text = QCoreApplication.translate("MessengerForm", "Came to a call-in {date}")
        found.append(text.format(date=show_date(one.last_callin)))
    if one.last_talk is None and one.last_callin is None:
        found.append(QCoreApplication.translate("MessengerForm", "No talk and no call-in yet"))
    return found


def messenger_form(words: Words, found: Choosing) -> FormPanel:
    """Whom to call from this group; they stand on the list for it."""
    members = MembersField(found.candidates, words)
    items: list[Any] = [
        muted(
            QCoreApplication.translate(
                "MessengerForm",
                "Choose people who can carry the message home and are listened to. The list is by code name and ranks "
                "nobody. Whoever has a stop may stand on the list, but gets no notice until it is cleared.",
            ),
        ),
        members,
    ]
    if found.more:
        text = QCoreApplication.translate("MessengerForm", "{count} more members: find them with Invite people.")
        items.append(label(text.format(count=found.more), role="muted"))
    form = Form(items, words, kind="invitee")

    def check() -> list[Problem]:
        return [] if members.value() else [Problem("missing", "people")]

    return FormPanel(
        QCoreApplication.translate("MessengerForm", "Messengers of {group}").format(group=found.group.name),
        form,
        save=lambda: Act(invitees.invite, found.callin_id, members.value(), None, found.group.id),
        check=check,
        save_text=QCoreApplication.translate("MessengerForm", "Put on the list"),
        then=stay,
    )
