"""The register of speakers: who has spoken at call-ins, who will, and whose aftercare waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from gvi_desktop.services import speakerbook
from gvi_desktop.services.speakerbook import CareDue, KnownSpeaker, Speech
from ui.callins.tabs import Doing
from ui.kit.act import Act
from ui.kit.cards import Button, card
from ui.kit.dates import show_date
from ui.kit.detail import Detail
from ui.kit.icons import icon
from ui.kit.theme import px
from ui.kit.tokens import Tone

SHOWN = 60
"""Speakers drawn at once; the filter finds the others."""
SPEECHES = 4
PAUSE = 200  # ms after the last key


@dataclass(frozen=True)
class Book:
    """What the sheet shows."""

    people: list[KnownSpeaker]
    care: list[CareDue]


def read(unit: Any, text: str) -> Book:
    """Off the window's thread."""
    return Book(speakerbook.people(unit, text), speakerbook.care_due(unit))


class SpeakerSheet(Detail):
    """First the aftercare that waits, then everybody by name."""

    def __init__(self, page: Doing, back: Callable[[], object]) -> None:
        self.page = page
        self.words = page.words
        self._back = back
        self._text = ""
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.reload)

    def reload(self) -> None:
        """Ask again."""
        self.page.tasks.read(self, read, self._text, then=self._show, only="speakers")

    def _show(self, book: Book) -> None:
        focused = self.focusWidget()
        typing = focused is not None and focused.objectName() == "filterSpeakers" and focused.hasFocus()
        self.start("speakers")
        self.title(self.tr("Speaker register"))
        self.action(self.tr("Back"), self._back, icon="chevron-left")
        self.text(
            self.tr(
                "Everybody who has spoken at a call-in or is to speak at one. When a speaker is added, the name is "
                "completed from here."
            ),
            quiet=True,
        )
        if book.care:
            self.section(self.tr("Aftercare that waits"))
            self.each(book.care, self._care)
        self.section(self.tr("Speakers"))
        self.put(self._filter(typing))
        self.each(book.people[:SHOWN], self._card)
        if len(book.people) > SHOWN:
            left = len(book.people) - SHOWN
            self.text(self.tr("{count} more. Write a part of the name above.").format(count=left), quiet=True)
        if not book.people:
            nothing = self.tr("Nobody of that name.") if self._text else self.tr("Nobody has been asked to speak yet.")
            self.text(nothing, quiet=True)

    def _filter(self, typing: bool) -> QWidget:
        made = QLineEdit(self._text)
        made.setObjectName("filterSpeakers")
        made.setPlaceholderText(self.tr("Filter speakers"))
        made.setAccessibleName(self.tr("Filter speakers"))
        made.setClearButtonEnabled(True)
        made.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        made.setMaximumWidth(px(48))
        made.textChanged.connect(self._typed)
        if typing:
            QTimer.singleShot(0, made, made.setFocus)
        return made

    def _typed(self, text: str) -> None:
        self._text = text
        self._timer.start()

    def _care(self, one: CareDue) -> QWidget:
        day = self.tr("By {day}").format(day=show_date(one.due_on))
        buttons = [Button(self.tr("The call-in"), lambda: self._go(one.callin), "presentation")]
        if self.page.may_write:
            buttons.insert(0, Button(self.tr("Aftercare given"), lambda: self._given(one.id), "check"))
        about = self.tr("Call-in {number}").format(number=one.number or "–")
        badges = [(day, Tone.LATE if one.late else Tone.SOON)]
        return card(one.name, badges=badges, lines=[about, one.note], buttons=buttons)

    def _card(self, one: KnownSpeaker) -> QWidget:
        times = self.tr("Has spoken at {count} call-ins").format(count=one.times)
        if one.times == 1:
            times = self.tr("Has spoken at one call-in")
        last = self.tr("last {day}").format(day=show_date(one.last_on)) if one.last_on else ""
        soon = self.tr("speaks next {day}").format(day=show_date(one.next_on)) if one.next_on else ""
        told = " · ".join(part for part in (times if one.times else self.tr("Has not spoken yet"), last, soon) if part)
        badges = [(self.words.value(role), Tone.NEUTRAL) for role in one.roles[:3]]
        if one.care:
            badges.append((self.tr("Aftercare waits"), Tone.SOON))
        where = " · ".join(part for part in (one.agency, one.contact) if part)
        speeches = [self._speech(speech) for speech in one.speeches[:SPEECHES]]
        latest = one.speeches[0]
        go = Button(self.tr("The latest call-in"), lambda: self._go(latest.callin.id), "presentation")
        return card(one.name, badges=badges, lines=[where, told, *speeches], buttons=[go])

    def _speech(self, speech: Speech) -> str:
        callin, who = speech.callin, speech.speaker
        parts = [
            self.tr("Call-in {number}").format(number=callin.number or "–"),
            show_date(callin.on),
            self.words.value(who.role),
            self.tr("script {version}").format(version=who.said_version) if who.said_version else "",
        ]
        return " · ".join(part for part in parts if part)

    def _given(self, speaker_id: str) -> None:
        self.page.do(Act(speakerbook.give_care, speaker_id), then=lambda _answer: self.reload())

    def _go(self, callin_id: str) -> None:
        self._back()
        self.page.desk.show_record("callin", callin_id)
