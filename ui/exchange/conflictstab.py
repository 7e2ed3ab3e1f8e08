"""Conflicts: what two offices wrote without knowing of each other, side by side, with one choice each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from gvi_desktop.domain.person import Protection
from gvi_desktop.services import conflicts
from gvi_desktop.services.conflicts import Conflict, Version
from gvi_desktop.services.exchangeviews import ExchangeView
from ui.exchange.sides import Doing, SideTab
from ui.kit.act import Act
from ui.kit.cards import LONG, Button, card
from ui.kit.dates import show_date, show_moment, show_time
from ui.kit.reason import ask_lifting, ask_reason
from ui.kit.table import Column
from ui.kit.theme import px
from ui.kit.words import Words

ACROSS = 2
ROOM, WIDE = 60, 92
"""Grid steps that two cards side by side need; and two of which one says much."""
KEYS = 9


def _columns(words: Words) -> tuple[Column[Conflict], ...]:
    return (
        Column(QCoreApplication.translate("ConflictsTab", "What"), lambda one: words.kind(one.kind), width=14),
        Column(QCoreApplication.translate("ConflictsTab", "Record"), lambda one: one.title, width=0),
        Column(
            QCoreApplication.translate("ConflictsTab", "Field"),
            lambda one: words.label(one.kind, one.column),
            width=22,
        ),
    )


class ConflictsTab(SideTab):
    """Values that name or locate a person are shown when somebody asks for them, and that is noted."""

    def __init__(self, page: Doing) -> None:
        super().__init__(page, self.tr("Conflicts"), _columns(page.words))
        self._shown: dict[str, Conflict] = {}
        for number in range(1, KEYS + 1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda at=number - 1: self.take(at))
        sentence = self.tr("No conflicts. What both sides changed is shown here to choose from.")
        self.table.say_when_empty("git-merge", sentence)

    def name_of(self, line: Conflict) -> str:
        return line.key

    def lines(self, view: ExchangeView) -> Sequence[Conflict]:
        return view.conflicts

    def show_view(self, view: ExchangeView) -> None:
        self._shown = {}
        was = self.model.row_of(self.table.current_id())
        super().show_view(view)
        if self.current() is None and self.model.rowCount():  # the next in the list comes up
            self.table.choose(self.model.id_at(min(max(was, 0), self.model.rowCount() - 1)))

    def take(self, at: int) -> None:
        """Take one of the values of the chosen conflict by its place; not while they are hidden."""
        found = self.current()
        line = found and self._shown.get(found.key, found)
        if line is None or not self.page.may_write or not at < len(line.versions):
            return
        if line.hidden:
            self._reveal(line)
        else:
            self._choose(line, line.versions[at])

    def draw_none(self) -> None:
        if self.model.rowCount():
            super().draw_none()

    def draw(self, found: Conflict) -> None:
        line = self._shown.get(found.key, found)
        words, detail = self.words, self.detail
        named = f"{words.kind(line.kind)} {line.title}".strip()
        detail.title(words.label(line.kind, line.column), f"{named[:1].upper()}{named[1:]}")
        if line.element:
            detail.text(line.element)
        detail.text(self.tr("Both sides changed this. Both versions are kept until one is chosen."), quiet=True)
        detail.action(self.tr("Open the record"), lambda: self._open(line), icon="external-link")
        if line.hidden:
            hidden = self.tr(
                "The values tell who or where somebody is, and are hidden until you ask for them. Showing them is "
                "entered in the history; then you can choose."
            )
            detail.text(hidden, quiet=True)
            detail.action(self.tr("Show the values"), lambda: self._reveal(line), icon="eye")
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(1.5))
        values = ["" if line.hidden else one.title or _text(words, line, one.value) for one in line.versions]
        room = WIDE if any(len(value) > LONG for value in values) else ROOM
        across = ACROSS if detail.width() >= px(room) else 1  # with large text one under the other
        for at, version in enumerate(line.versions):
            grid.addWidget(self._card(line, version, at + 1), at // across, at % across)
        for at in range(across):
            grid.setColumnStretch(at, 1)
        detail.put(holder)

    def _card(self, line: Conflict, version: Version, number: int) -> QWidget:
        author = version.author
        office = author.office or self.tr("An office that is not among the contacts")
        whose = self.tr("{office} (we)").format(office=office) if author.own else office
        if author.user:
            whose = f"{author.user}, {whose}"
        brought = self.tr("received from {name}").format(name=author.sender) if author.sender else ""
        value = "•••" if line.hidden else version.title or _text(self.words, line, version.value)
        buttons = []
        if self.page.may_write and not line.hidden:  # nobody chooses what they have not read
            text = self.tr("Take this ({key})").format(key=f"Alt+{number}") if number <= KEYS else self.tr("Take this")
            buttons = [Button(text, lambda: self._choose(line, version), "check")]
        return card(value or self.tr("Empty"), lines=[whose, brought, show_moment(version.at)], buttons=buttons)

    def _choose(self, line: Conflict, version: Version) -> None:
        def choose(why: str = "") -> None:
            act = Act(conflicts.choose, line.kind, line.id, line.field, version.stored, why)
            self.page.do(act, self.tr("Chosen"), lambda _answer: self.page.reload())

        if version.value is Protection.NONE:
            ask_lifting(self, choose)
        else:
            choose()

    def _open(self, line: Conflict) -> None:
        self.page.desk.show_record(line.kind, line.id)

    def _reveal(self, line: Conflict) -> None:
        def show(told: list[Conflict]) -> None:
            self._shown = {one.key: one for one in told}
            self._draw()

        def say(reason: str = "") -> None:
            self.page.tasks.write(self, conflicts.reveal, line.kind, line.id, reason, then=show)

        if line.protected:
            ask_reason(self, say)
        else:
            say()


def _text(words: Words, line: Conflict, value: Any) -> str:
    """A value as the window writes it."""
    if line.element:
        return (
            QCoreApplication.translate("ConflictsTab", "In the list")
            if value
            else QCoreApplication.translate("ConflictsTab", "Not in the list")
        )
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return (
            QCoreApplication.translate("ConflictsTab", "Yes")
            if value
            else QCoreApplication.translate("ConflictsTab", "No")
        )
    if isinstance(value, Enum):
        return words.value(value)
    if isinstance(value, datetime):
        return show_moment(value)
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, time):
        return show_time(value)
    if isinstance(value, tuple | frozenset):
        return ", ".join(str(one) for one in value)
    return str(value)
