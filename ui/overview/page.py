"""Overview: what must I do today, the next call-in with its lights, and the year at a glance."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.domain.phonecall import Need
from gvi_desktop.services import overview
from gvi_desktop.services.overview import Overview, Waiting
from ui.kit.badge import Badge
from ui.kit.dates import show_date
from ui.kit.desk import Desk
from ui.kit.empty import Empty
from ui.kit.flow import Flow
from ui.kit.place import Place
from ui.kit.text import heading
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.overview.cards import Card, Line
from ui.overview.columns import Columns
from ui.overview.year import attendance, focus_rounds, talks

STOPS_SHOWN = 4


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
        }
    )

    def __init__(self, desk: Desk) -> None:
        self._holder = QScrollArea()
        super().__init__(desk)
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

    def reload(self) -> None:
        self.tasks.read(self, overview.overview, then=self._show, only="overview")

    def _show(self, found: Overview) -> None:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(3), px(1), px(3), px(3))
        column.setSpacing(px(2))
        if found.empty:
            column.addWidget(self._first_steps())
        else:
            column.addWidget(Columns(self._today(found)))
            column.addWidget(heading(self.tr("The year at a glance")))
            column.addWidget(Columns([talks(found), attendance(found), focus_rounds(found)]))
        column.addStretch(1)
        at = self._holder.verticalScrollBar().value()
        self._holder.setWidget(page)
        self._holder.verticalScrollBar().setValue(at)

    def _first_steps(self) -> QWidget:
        return Empty(
            "layout-dashboard",
            self.tr(
                "What must be done today stands here. Begin with a workbook you already have, or with a first person."
            ),
            self.tr("Import a workbook"),
            lambda: self.desk.go.emit("import", ""),
        )

    def _today(self, found: Overview) -> list[QWidget]:
        cards = [self._tasks(found), self._callin(found), self._follow_ups(found)]
        if found.callbacks:
            cards.append(self._callbacks(found))
        if found.focus:
            cards.append(self._focus(found))
        cards.append(self._waiting(found))
        return cards

    def _tasks(self, found: Overview) -> QWidget:
        late = any(one.late for one in found.tasks)
        card = Card(self.tr("Tasks due"), found.tasks_count, Tone.LATE if late else Tone.SOON)
        if not found.tasks:
            card.say(self.tr("Nothing is due today."))
        card.lines([self._line(one, one.title) for one in found.tasks])
        if found.tasks_count > len(found.tasks):
            card.more(self.tr("All tasks"), lambda: self.desk.go.emit("tasks", ""))
        return card

    def _callin(self, found: Overview) -> QWidget:
        if found.callin is None:
            card = Card(self.tr("Next call-in"))
            card.say(self.tr("No call-in is planned."))
            card.more(self.tr("Plan a call-in"), lambda: self.desk.create.emit("callins", "new", ""))
            return card
        ahead = found.callin
        record = ahead.record
        card = Card(self.tr("Next call-in"))
        name = self.tr("Call-in {number}").format(number=record.number)
        note = self.tr("in {days} days").format(days=ahead.days) if ahead.days else self.tr("today")
        day = show_date(record.on) if record.on else ""
        act = self._opener("callin", record.id)
        card.lines([Line(f"{name} · {day} · {record.venue}", note, Tone.ACCENT, act)])
        lights = QWidget()
        flow = Flow(lights, px(0.75))
        for hours, decision in (("72", record.go_72), ("24", record.go_24)):
            shown = self.words.value(decision) if decision else self.tr("not decided")
            tone = Tone.GOOD if decision is not None and decision.value == "go" else Tone.NEUTRAL
            flow.addWidget(Badge(self.tr("{hours} h: {decision}").format(hours=hours, decision=shown), tone))
        card.put(lights)
        if not ahead.stops:
            card.say(self.tr("Nothing stops it."))
        for stop in ahead.stops[:STOPS_SHOWN]:
            card.say("• " + self.words.problem(stop, "callin"))
        if len(ahead.stops) > STOPS_SHOWN:
            rest = self.tr("{number} more things stop it").format(number=len(ahead.stops) - STOPS_SHOWN)
            card.more(rest, act)
        return card

    def _follow_ups(self, found: Overview) -> QWidget:
        late = any(one.late for one in found.follow_ups)
        card = Card(self.tr("Follow-ups of talks"), found.follow_ups_count, Tone.LATE if late else Tone.SOON)
        if not found.follow_ups:
            card.say(self.tr("No follow-up is due."))
        text = self.tr("{person}, after {days} days")
        card.lines([self._line(one, text.format(person=one.title, days=one.days)) for one in found.follow_ups])
        return card

    def _callbacks(self, found: Overview) -> QWidget:
        late = any(one.late for one in found.callbacks)
        card = Card(self.tr("Call back"), len(found.callbacks), Tone.LATE if late else Tone.SOON)
        for one in found.callbacks:
            words = self.words.value(Need(one.title)) if one.title else self.tr("A caller")
            card.lines([self._line(one, words)])
        return card

    def _focus(self, found: Overview) -> QWidget:
        card = Card(self.tr("Focus rounds to review"), len(found.focus), Tone.SOON)
        card.lines([self._line(one, one.title) for one in found.focus])
        return card

    def _waiting(self, found: Overview) -> QWidget:
        card = Card(self.tr("Also waiting"))
        rows = (
            (found.first_contacts, self.tr("Help: first contact not made yet"), "help"),
            (found.reviews, self.tr("People to review"), "people"),
            (found.retention, self.tr("People whose time is up"), "office"),
            (found.conflicts, self.tr("Conflicts after an exchange"), "exchange"),
        )
        shown = [
            Line(text, str(number), Tone.SOON if number else Tone.NEUTRAL, self._opener(place, ""))
            for number, text, place in rows
        ]
        card.lines([one for one in shown if one.note != "0"])
        if all(not number for number, _, _ in rows):
            card.say(self.tr("Nothing else waits."))
        return card

    def _line(self, one: Waiting, text: str) -> Line:
        tone = Tone.LATE if one.late else Tone.SOON
        return Line(text, show_date(one.due) if one.due else "", tone, self._opener(one.kind, one.id))

    def _opener(self, kind: str, record_id: str) -> Callable[[], None]:
        return lambda: self.desk.go.emit(kind, record_id)
