"""The workspace of one call-in: what it is, what can be done with it as a whole, and its tabs."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gvi_desktop.domain.callin import CallinStatus
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.papers import PaperKind
from gvi_desktop.services.withholding import Bound
from ui.callins.aftertab import AfterTab
from ui.callins.columns import STATUS, light_text, light_tone
from ui.callins.daytab import DayTab
from ui.callins.decisiontab import DecisionTab
from ui.callins.peopletab import PeopleTab
from ui.callins.plantab import PlanTab
from ui.callins.rehearsaltab import RehearsalTab
from ui.callins.roomtab import RoomTab
from ui.callins.speakerstab import SpeakersTab
from ui.callins.tabs import Doing, SheetTab, TableTab
from ui.kit.badge import Badge
from ui.kit.dates import show_date, show_time, week
from ui.kit.flow import Flow
from ui.kit.latetabs import LateTabs
from ui.kit.sorting import swedish
from ui.kit.text import button, label, muted, title, tool
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.withheld import WithheldNote

LOW = 50
"""Grid steps of height under which the head keeps to the name, the status and the day."""


class Workspace(QWidget):
    """Eight tabs under a head; only the tab in view is drawn."""

    def __init__(self, page: Doing) -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.view: CallinView | None = None
        self.setObjectName("detail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._bound = QVBoxLayout()
        self._bound.setContentsMargins(px(3), 0, px(3), px(1))
        column.addLayout(self._bound)
        self.tabs = LateTabs[SheetTab | TableTab](self.tr("Parts of the call-in"), lambda _made: None)
        for key, text, made in (
            ("plan", self.tr("Plan"), PlanTab),
            ("people", self.tr("People"), PeopleTab),
            ("speakers", self.tr("Speakers"), SpeakersTab),
            ("room", self.tr("Room"), RoomTab),
            ("rehearsal", self.tr("Rehearsal"), RehearsalTab),
            ("decision", self.tr("Go/no-go"), DecisionTab),
            ("day", self.tr("The day"), DayTab),
            ("after", self.tr("Afterwards"), AfterTab),
        ):
            self.tabs.add(key, text, partial(made, page))
        self.tabs.currentChanged.connect(lambda _at: self._draw())
        column.addWidget(self.tabs, 1)

    def show_bound(self, bound: Bound | None) -> None:
        """What another office has withheld of the call-in, and the conditions it came with, above all tabs."""
        while (item := self._bound.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if bound is None:
            return
        if bound.withheld:
            names = sorted((self.words.label(bound.kind, one) for one in bound.withheld), key=swedish)
            self._bound.addWidget(WithheldNote(names, explain=False))
        told = (one.record.conditions for one in bound.terms)
        for conditions in dict.fromkeys(filter(None, told)):
            text = f"{self.words.label('disclosure', 'conditions')}: {conditions}"
            self._bound.addWidget(label(text, "small"))

    def show_view(self, view: CallinView) -> None:
        """Show this call-in; the tab stays the one it was."""
        self.view = view
        callin = view.callin
        self.name.setText(self.tr("Call-in {number}").format(number=callin.number or "–"))
        when = [show_date(callin.on), show_time(callin.start)] if callin.on else [self.tr("No date yet")]
        when += [self.tr("week {number}").format(number=week(callin.on))] if callin.on else []
        self.when.setText(" · ".join(part for part in (*when, callin.venue) if part))
        known = [self.tr("Groups: {names}").format(names=", ".join(view.groups)) if view.groups else ""]
        known += [self.tr("Led by {name}").format(name=callin.owner) if callin.owner else ""]
        self.known.setText(" · ".join(part for part in known if part))
        self.when.setToolTip(self.known.text())
        self._settle()
        while (item := self.badges.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not (callin.status is CallinStatus.GO and view.stops):  # while something halts it, it is not go
            self.badges.addWidget(Badge(self.words.value(callin.status), STATUS.get(callin.status, Tone.NEUTRAL)))
        if (text := light_text(self.words, view.line)) and text != self.words.value(callin.status):
            self.badges.addWidget(Badge(text, light_tone(view.line)))
        self._draw()

    def turn_to(self, key: str) -> None:
        """Bring a tab into view."""
        if key in self.tabs.keys:
            self.tabs.turn_to(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """In a low window or with large text the tab in view needs the room more than the groups and the owner do."""
        self.known.setVisible(bool(self.known.text()) and self.height() >= px(LOW))

    def _draw(self) -> None:
        current = self.tabs.currentWidget()
        if self.view is not None and isinstance(current, SheetTab | TableTab):
            current.show_view(self.view)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(px(3), px(2), px(2), px(1))
        column.setSpacing(px(0.5))
        row = QHBoxLayout()
        row.setSpacing(px(1))
        self.name = title("")
        self.name.setWordWrap(False)
        row.addWidget(self.name)
        row.addStretch()
        if self.page.may_write:
            row.addWidget(button(self.tr("Change"), self._edit, icon_name="pencil", tip="F2"))
        self.more = tool("ellipsis", self.tr("Papers and calendar"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for kind in PaperKind:
            text = self.tr("Print: {paper}").format(paper=self.words.value(kind))
            menu.addAction(text).triggered.connect(lambda _=False, kind=kind: self.page.paper(kind))
        menu.addSeparator()
        menu.addAction(self.tr("Calendar file without names")).triggered.connect(lambda: self.page.paper(None))
        self.more.setMenu(menu)
        row.addWidget(self.more)
        column.addLayout(row)
        holder = QWidget()
        self.badges = Flow(holder, px(0.75))
        column.addWidget(holder)
        self.when, self.known = label("", role="muted"), muted("")
        column.addWidget(self.when)
        column.addWidget(self.known)
        return head

    def _edit(self) -> None:
        if self.view is not None:
            self.page.open_form("edit", self.view.line.id)
