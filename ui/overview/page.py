"""Overview: what must I do today, the next call-in with its lights, and the year at a glance."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.services import overview, quality
from gvi_desktop.services.overview import Overview
from gvi_desktop.services.quality import Fault
from ui.kit.desk import Desk
from ui.kit.empty import Empty
from ui.kit.place import Place
from ui.kit.text import heading
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.overview.callin import callin_card
from ui.overview.cards import Card
from ui.overview.columns import Columns, Piece
from ui.overview.waiting import also_waiting, also_waiting_card, waiting_cards, waiting_line
from ui.overview.year import year_pieces


class OverviewPage(Place):
    """The first place: nothing is entered here, everything leads on."""

    kinds = frozenset(
        {
            "task",
            "callin",
            "invitee",
            "speaker",
            "script",
            "notification",
            "phonecall",
            "focus",
            "help",
            "person",
            "office",
            "incident",
            "measure",
            "group",
            "membership",
            "pause",
            "extension",
            "rightscase",
        }
    )

    def __init__(self, desk: Desk) -> None:
        self._holder = QScrollArea()
        self._found: Overview | None = None
        self._empty: bool | None = None
        self._faults = 0
        super().__init__(desk)
        desk.folder.looked.connect(self._again)
        self.reload()

    def heading(self) -> str:
        return self.tr("Overview")

    def content(self) -> QWidget:
        self._holder.setWidgetResizable(True)
        self._holder.setFrameShape(QFrame.Shape.NoFrame)
        self._holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack.addWidget(self._holder)
        return self.stack

    def arrive(self) -> None:
        """Other days bring other tasks: ask again each time one comes here."""
        self.reload()
        # Every record is looked at for this one figure: it is not asked for at each change, and no page waits for it.
        self.tasks.read(self, quality.counts, then=self._count_faults, only="faults")

    def reload(self) -> None:
        self.tasks.read(self, overview.overview, then=self._show, only="overview")

    def _count_faults(self, counts: Mapping[Fault, int]) -> None:
        self._faults = sum(counts.values())
        self._again()

    def _again(self) -> None:
        """Show what is known by now."""
        if self._found is not None:
            self._show(self._found)

    def _show(self, found: Overview) -> None:
        self._found = found
        if self._empty is not found.empty:
            self._empty = found.empty
            self._begin()
        if not found.empty:
            self._today.fill(self._pieces(found))

    def _begin(self) -> None:
        """The sheet: first steps, or the cards of today and under them those of the year."""
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(3), px(1), px(3), px(3))
        column.setSpacing(px(2))
        if self._empty:
            column.addWidget(self._first_steps())
        else:
            self._today, self._year = Columns(), Columns()
            self._today.drawn.connect(self._glance)
            self._glance_head = heading(self.tr("The year at a glance"))
            self._glance_head.hide()
            for one in (self._today, self._glance_head, self._year):
                column.addWidget(one)
        column.addStretch(1)
        if (old := self._holder.takeWidget()) is not None:
            old.deleteLater()
        self._holder.setWidget(page)

    def _glance(self) -> None:
        """The year below, once all that waits today is there."""
        if self._found is not None:
            self._glance_head.show()
            self._year.fill(year_pieces(self._found))

    def _first_steps(self) -> QWidget:
        return Empty(
            "layout-dashboard",
            self.tr(
                "What must be done today stands here. Begin with a workbook you already have, or with a first person."
            ),
            self.tr("Import a workbook"),
            lambda: self.desk.go.emit("import", ""),
        )

    def _pieces(self, found: Overview) -> list[Piece]:
        waits = also_waiting(found, self._faults, self.desk.folder.unread)
        return [
            Piece("tasks", (found.tasks, found.tasks_count), lambda: self._tasks(found)),
            Piece("callin", found.callin, lambda: callin_card(found, self.words, self.desk)),
            Piece("follow-ups", (found.follow_ups, found.follow_ups_count), lambda: self._follow_ups(found)),
            *waiting_cards(found, self.words, self.desk),
            Piece("also", waits, lambda: also_waiting_card(waits, self.desk)),
        ]

    def _tasks(self, found: Overview) -> QWidget:
        late = any(one.late for one in found.tasks)
        card = Card(self.tr("Tasks due"), found.tasks_count, Tone.LATE if late else Tone.SOON)
        if not found.tasks:
            card.say(self.tr("Nothing is due today."))
        card.lines([waiting_line(self.desk, one, one.title) for one in found.tasks])
        if found.tasks_count > len(found.tasks):
            card.more(self.tr("All tasks"), lambda: self.desk.go.emit("tasks", ""))
        return card

    def _follow_ups(self, found: Overview) -> QWidget:
        late = any(one.late for one in found.follow_ups)
        card = Card(self.tr("Follow-ups of talks"), found.follow_ups_count, Tone.LATE if late else Tone.SOON)
        if not found.follow_ups:
            card.say(self.tr("No follow-up is due."))
        text = self.tr("{person}, after {days} days")
        card.lines(
            [waiting_line(self.desk, one, text.format(person=one.title, days=one.days)) for one in found.follow_ups]
        )
        if found.follow_ups_count > len(found.follow_ups):
            card.more(self.tr("All follow-ups"), lambda: self.desk.go.emit("notifications", ""))
        return card
