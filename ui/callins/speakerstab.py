"""The speakers of a call-in: in order, with minutes against the hour and the three messages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.script import ScriptStatus
from gvi_desktop.services import speakers
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.papers import PaperKind
from gvi_desktop.services.speakers import SpeakerLine
from ui.callins.lights import Lights, MinutesBar
from ui.callins.ordertable import OrderTable
from ui.callins.tabs import Doing, ShortTable, TableTab
from ui.kit.act import Act
from ui.kit.flow import Flow
from ui.kit.icons import icon
from ui.kit.table import Column
from ui.kit.text import button, label, muted
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.words import Words


class SpeakersTab(TableTab):
    """The order is changed by dragging, by Ctrl+Up and Ctrl+Down, or by the buttons."""

    def __init__(self, page: Doing) -> None:
        super().__init__(page, QCoreApplication.translate("SpeakersTab", "Speakers in order"), _columns(page.words))
        head = QWidget()
        flow = Flow(head, px(1))
        if page.may_write:
            flow.addWidget(button(self.tr("Add a speaker"), self._add, icon_name="plus"))
        flow.addWidget(button(self.tr("Print run sheet"), lambda: page.paper(PaperKind.RUNSHEET), icon_name="printer"))
        flow.addWidget(button(self.tr("Print scripts"), lambda: page.paper(PaperKind.SCRIPTS), icon_name="printer"))
        self.top.addWidget(head)
        self.sum = label("", strong=True)
        self.bar = MinutesBar()
        self.lights = Lights(page.words)
        for widget in (self.sum, self.bar, self.lights):
            self.top.addWidget(widget)
        self.table.say_when_empty(
            "mic",
            self.tr("Eight speeches fill the hour: agencies, help, and the voices of grief, remorse and hope."),
            self.tr("Add a speaker") if page.may_write else "", self._add,
        )  # fmt: skip
        self.how = muted(self.tr("Drag a speaker to another place in the order (or Ctrl+Up, Ctrl+Down)."))
        self.under.insertWidget(0, self.how)
        self.earlier = self.add_action(self.tr("Earlier"), lambda one: self._shift(one, -1), "chevron-up")
        self.later = self.add_action(self.tr("Later"), lambda one: self._shift(one, 1), "chevron-down")
        self.confirm = self.add_action(self.tr("Has said yes"), self._confirm, "check")
        self.script = self.add_action(self.tr("The script"), self._go, "scroll-text")
        self.add_action(self.tr("Change"), lambda one: page.open_form("speaker", one), "pencil")
        self.out = self.add_action(self.tr("Take out"), lambda one: page.do(Act(speakers.remove, one)), "x")
        if isinstance(self.table, OrderTable):
            self.table.moved.connect(self._shift)
        for keys, steps in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.activated.connect(lambda steps=steps: self._shift(self.current(), steps))

    def make_table(self, name: str) -> ShortTable:
        return OrderTable(name)

    def lines(self, view: CallinView) -> Sequence[SpeakerLine]:
        return view.programme.lines

    def draw(self, view: CallinView) -> None:
        programme, ahead = view.programme, not view.callin.ended
        if isinstance(self.table, OrderTable):
            self.table.movable = self.page.may_write and ahead
        self.how.setVisible(ahead and len(programme.lines) > 1)
        text = self.tr("{minutes} of {limit} minutes, changes of speaker included").format(
            minutes=programme.minutes, limit=programme.limit
        )
        over = programme.minutes - programme.limit
        if over > 0:
            text += " · " + self.tr("{minutes} minutes too many").format(minutes=over)
        self.sum.setText(text)
        self.bar.show_programme(programme)
        self.lights.show_programme(programme)

    def open(self) -> None:
        if self.page.may_write:
            self.page.open_form("speaker", self.current())

    def chosen(self, line: SpeakerLine | None) -> None:
        if line is None or self.view is None:
            return
        ids = [one.id for one in self.view.programme.lines]
        ahead = not self.view.callin.ended
        self.earlier.setEnabled(ahead and ids[:1] != [line.id])
        self.later.setEnabled(ahead and ids[-1:] != [line.id])
        self.out.setEnabled(ahead)
        agreed = line.speaker.agreed
        self.confirm.setText(self.tr("Has not said yes") if agreed else self.tr("Has said yes"))
        self.confirm.setIcon(icon("circle-x" if agreed else "check", gap=True))
        self.script.setVisible(bool(line.speaker.script))

    def _add(self) -> None:
        if self.view is not None and self.page.may_write:
            self.page.open_form("speaker", about=self.view.callin.id)

    def _shift(self, speaker_id: str, steps: int) -> None:
        if speaker_id and self.page.may_write:
            self.page.do(Act(speakers.shift, speaker_id, steps))

    def _confirm(self, speaker_id: str) -> None:
        line = self.line()
        if line is not None:
            self.page.do(Act(speakers.confirm, speaker_id, not line.speaker.agreed))

    def _go(self, _speaker_id: str) -> None:
        line = self.line()
        if line is not None and line.speaker.script:
            self.page.desk.show_record("script", line.speaker.script)


def _columns(words: Words) -> tuple[Column[SpeakerLine], ...]:
    return (
        Column(words.label("speaker", "name"), lambda line: line.speaker.name, width=15),
        Column(words.label("speaker", "role"), lambda line: words.value(line.speaker.role), width=17),
        Column(
            words.label("speaker", "minutes"), lambda line: str(line.speaker.minutes),
            lambda line: line.speaker.minutes, width=7, right=True,
        ),
        Column(words.label("speaker", "script"), lambda line: line.script_title, width=0),
        Column(
            QCoreApplication.translate("SpeakersTab", "Approved"), lambda line: _state(words, line), width=12,
            tone=lambda line: Tone.GOOD if line.script_status is ScriptStatus.APPROVED else Tone.SOON,
        ),
        Column(
            QCoreApplication.translate("SpeakersTab", "Says yes"), _yes, width=10,
            tone=lambda line: Tone.GOOD if line.speaker.agreed else Tone.SOON,
        ),
    )  # fmt: skip


def _state(words: Words, line: SpeakerLine) -> str:
    if line.script_status is None:
        return QCoreApplication.translate("SpeakersTab", "No script")
    return words.value(line.script_status)


def _yes(line: SpeakerLine) -> str:
    if line.speaker.agreed:
        return QCoreApplication.translate("SpeakersTab", "Yes")
    return QCoreApplication.translate("SpeakersTab", "Not yet")
