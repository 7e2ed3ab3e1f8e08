"""What letters are wanted: kind, for whom, language, and what only some kinds ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.letter import NAMELESS, TO_INVITEES, Envelope, LetterKind
from gvi_desktop.services import callinviews, envelopes, letters, pickers, rounds
from gvi_desktop.services.pickers import Choice
from ui.kit.choosing import ShortBox
from ui.kit.fields.number import NumberField
from ui.kit.fields.ref import RefField
from ui.kit.fields.when import DayEdit
from ui.kit.tasks import Tasks
from ui.kit.text import label, labelled
from ui.kit.theme import px
from ui.kit.words import Words

CALLIN, ROUND, PERSON, COUNT = "callin", "round", "person", "count"
FOR: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.NOTICE: (CALLIN, PERSON),
    LetterKind.INVITATION: (CALLIN, PERSON),
    LetterKind.NOTIFICATION: (ROUND, PERSON),
    LetterKind.CARD: (COUNT, CALLIN, ROUND),
    LetterKind.GUARDIAN: (CALLIN, ROUND, PERSON),
    LetterKind.DIRECTORY: (COUNT, CALLIN, ROUND),
    LetterKind.NO_SHOWS: (CALLIN,),
}
TWO = 54  # steps of the grid: from here on there is room for two fields beside each other


@dataclass(frozen=True)
class Known:
    """What can be chosen from: the newest call-ins and rounds."""

    callins: Sequence[Choice]
    rounds: Sequence[Choice]
    ahead: frozenset[str] = frozenset()
    """Those of the call-ins that have not been held yet."""
    grounds: Sequence[Ground] = ()
    own_envelope: bool = False
    """Whether the office has given the window of envelopes of its own."""


def known(unit: Any) -> Known:
    """Off the window's thread."""
    own = envelopes.own(unit) is not None
    callins = callinviews.options(unit, "")
    ahead = callinviews.still_to_hold(unit, [one.id for one in callins])
    return Known(callins, rounds.options(unit, ""), ahead, letters.grounds_today(unit), own)


class OrderForm(QWidget):
    """Tells with `changed` that another order stands there; `wish()` is None while it is incomplete."""

    changed = Signal()

    def __init__(self, tasks: Tasks, words: Words) -> None:
        super().__init__()
        self._words = words
        self._known = Known((), ())
        self._wanted: tuple[str, str] = ("", "")
        self._touched = False
        self.kind = ShortBox()
        for kind in LetterKind:
            self.kind.addItem(words.value(kind), kind.value)
        self.source = ShortBox()
        self.venue = label("", "small", role="muted")
        self.person = RefField("person", tasks, pickers.person_options, pickers.resolve_people, self.tr("Person"))
        self.count = NumberField("count", self.tr("How many"), low=1, high=1000)
        self.count.set_value(10)
        self.language = ShortBox()
        self.envelope = ShortBox()
        self._offer_envelopes(own=False)
        self.answer_by = DayEdit()
        self.names = QCheckBox(self.tr("Real names on the list (noted in the log)"))
        self.ground = ShortBox()
        self.ground.addItem("–", "")
        self.weighing = QLineEdit()
        self.weighing.setMaxLength(500)
        self.hint = label("", "small", role="muted")
        self.unreviewed = label("", "small", role="problem")
        self.unreviewed.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(3), px(2), px(2), px(1))
        column.setSpacing(px(1.5))
        about = labelled(self.tr("For"), self.source)
        inner = about.layout()
        if inner is not None:
            inner.addWidget(self.venue)
        self._pairs = [self._pair(column, labelled(self.tr("Letter"), self.kind), about)]
        self._person = labelled(self.tr("Person"), self.person)
        self.person.editors()[0].setAccessibleName(self.tr("Person"))
        self.count.editors()[0].setAccessibleName(self.tr("How many"))
        self._count = labelled(self.tr("How many"), self.count)
        column.addWidget(self._person)
        column.addWidget(self._count)
        self._envelope = labelled(self.tr("Window of the envelope"), self.envelope)
        tongue = labelled(self.tr("Language"), self.language)
        inner = tongue.layout()
        if inner is not None:
            inner.addWidget(self.unreviewed)
        self._pairs.append(self._pair(column, tongue, self._envelope))
        self._answer = labelled(self.tr("Answer by (may be left empty)"), self.answer_by)
        self.answer_by.line.setAccessibleName(self.tr("Answer by"))
        column.addWidget(self._answer)
        self._ground = labelled(self.tr("Ground for giving it to the probation service"), self.ground)
        self._weighing = labelled(self.tr("Why it is needed and how interests were weighed"), self.weighing)
        for widget in (self._ground, self._weighing, self.names):
            column.addWidget(widget)
        column.addWidget(self.hint)
        self.kind.currentIndexChanged.connect(self._offer)
        self.source.currentIndexChanged.connect(self._show)
        self.source.activated.connect(self._touch)
        for signal in (self.person.changed, self.count.changed, self.answer_by.changed, self.names.toggled):
            signal.connect(lambda *_: self.changed.emit())
        for box in (self.language, self.envelope, self.ground):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.weighing.editingFinished.connect(self.changed)
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two fields beside each other where there is room for both: one sees more of the order at once."""
        ways = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(ways[self.width() < px(TWO)])
        super().resizeEvent(event)

    @staticmethod
    def _pair(column: QVBoxLayout, *fields: QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        pair.setSpacing(px(1.5))
        for field in fields:
            pair.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(pair)
        return pair

    def offer(self, found: Known) -> None:
        """Take what can be chosen from; what somebody has chosen meanwhile stays chosen."""
        self._known = found
        for one in found.grounds[: 0 if self.ground.count() > 1 else None]:
            self.ground.addItem(one.title, one.code)
        self._offer_envelopes(own=found.own_envelope)
        if not self._touched:
            self.source.blockSignals(True)
            self.source.clear()
        self._offer()

    def tell_unreviewed(self, codes: Sequence[str]) -> None:
        """Say of which languages no speaker has signed off the text."""
        named = ", ".join(letters.language_name(code, self._words.language) for code in codes)
        self.unreviewed.setText(self.tr("Not reviewed by a speaker: {languages}.").format(languages=named))
        self.unreviewed.setVisible(bool(codes))

    def want(self, source: str, record_id: str, kind: str = "") -> None:
        """Begin with this call-in, round or person, once they are known."""
        self._wanted = (source, record_id)
        if kind:
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        elif source == ROUND:
            self.kind.setCurrentIndex(self.kind.findData(LetterKind.NOTIFICATION.value))
        if source == PERSON:
            self.person.set_value(record_id)
        self._offer()

    def wish(self) -> dict[str, Any] | None:
        """Keywords for `letters.prepare`, or None while something is still to be chosen."""
        source, record_id = self.source.currentData() or ("", "")
        wanted: dict[str, Any] = {"kind": self._kind().value, "language": self.language.currentData()}
        if source == CALLIN:
            wanted["callin"] = record_id
        elif source == ROUND:
            wanted["round_name"] = record_id
        elif source == PERSON and self.person.value():
            wanted["person"] = self.person.value()
        elif source == COUNT and self.count.value():
            wanted["count"] = self.count.value()
        else:
            return None
        if not self._answer.isHidden():
            try:
                wanted["answer_by"] = self.answer_by.day()
            except ValueError:
                return None
        if self._kind() not in NAMELESS:
            wanted["envelope"] = self.envelope.currentData()
        if self._kind() is LetterKind.NO_SHOWS:
            wanted["names"] = self.names.isChecked()
            wanted["ground"] = self.ground.currentData()
            wanted["weighing"] = self.weighing.text().strip()
        return wanted

    def _touch(self) -> None:
        self._touched = True

    def _kind(self) -> LetterKind:
        return LetterKind(self.kind.currentData())

    def _offer(self) -> None:
        """The sources that fit the kind; the one chosen before stays where it fits."""
        kind = self._kind()
        self._offer_languages(kind)
        before = self._wanted if self._wanted[0] else self.source.currentData()
        entries: list[tuple[str, tuple[str, str]]] = []
        for source in FOR[kind]:
            if source == CALLIN:
                found = list(self._known.callins)
                if kind is LetterKind.NO_SHOWS:  # nobody has stayed away from one that is still to be held
                    found.sort(key=lambda one: one.id in self._known.ahead)
                entries += [(self._named(self.tr("Call-in"), one), (CALLIN, one.id)) for one in found]
            elif source == ROUND:
                entries += [(one.text, (ROUND, one.id)) for one in self._known.rounds]
            elif source == PERSON:
                entries.append((self.tr("One person"), (PERSON, "")))
            else:
                entries.append((self.tr("Nobody in particular"), (COUNT, "")))
        self.source.blockSignals(True)
        self.source.clear()
        for text, data in entries:
            self.source.addItem(text, data)
        place = next((at for at, (_, data) in enumerate(entries) if before and data[0] == before[0]
                      and (data[0] in (PERSON, COUNT) or data[1] == before[1])), 0)  # fmt: skip
        if entries:
            self.source.setCurrentIndex(place)
        if self._wanted[0] and entries and entries[place][1][0] == self._wanted[0]:
            self._wanted = ("", "")
        self.source.blockSignals(False)
        self._show()

    def _offer_envelopes(self, *, own: bool) -> None:
        """The windows; the office's own come first, since it took the trouble to measure them."""
        offered = [Envelope.OWN] * own + [Envelope.LEFT, Envelope.RIGHT]
        if offered == [Envelope(self.envelope.itemData(at)) for at in range(self.envelope.count())]:
            return
        self.envelope.blockSignals(True)
        self.envelope.clear()
        for one in offered:
            self.envelope.addItem(self._words.value(one), one.value)
        self.envelope.blockSignals(False)

    def _offer_languages(self, kind: LetterKind) -> None:
        """Those that there are texts of this kind in; the one chosen before stays where it can."""
        before = self.language.currentData()
        self.language.blockSignals(True)
        self.language.clear()
        self.language.addItem(self.tr("Each reader's own"), "")
        for code in letters.languages(kind):
            self.language.addItem(letters.language_name(code, self._words.language), code)
        self.language.setCurrentIndex(max(0, self.language.findData(before)))
        self.language.blockSignals(False)

    def _show(self) -> None:
        kind, (source, _) = self._kind(), self.source.currentData() or ("", "")
        self.venue.setText(self._venue())
        self.venue.setVisible(bool(self.venue.text()))
        self._person.setVisible(source == PERSON)
        self._count.setVisible(source == COUNT)
        self._envelope.setVisible(kind not in NAMELESS)
        self._answer.setVisible(kind in TO_INVITEES or kind is LetterKind.GUARDIAN)
        for widget in (self.names, self._ground, self._weighing):
            widget.setVisible(kind is LetterKind.NO_SHOWS)
        self.hint.setText(self._hint(kind))
        self.changed.emit()

    def _hint(self, kind: LetterKind) -> str:
        if kind in NAMELESS:
            return self.tr("Says nothing of its holder: no name, no sender, nothing about the work.")
        if kind is LetterKind.NOTICE:
            return self.tr("For those who must come because they are under supervision.")
        if kind is LetterKind.INVITATION:
            return self.tr("For those who come of their own free will.")
        if kind is LetterKind.GUARDIAN:
            return self.tr("One to each guardian of everybody under 18.")
        if kind is LetterKind.NO_SHOWS:
            return self.tr("For the probation service: only those who had to come and did not, or left early.")
        return self.tr("What was said at the visit, to be read again; or, where nobody was met, what we wanted to say.")

    def _venue(self) -> str:
        """Where the chosen call-in is held: too long for the box."""
        source, wanted = self.source.currentData() or ("", "")
        chosen = [one for one in self._known.callins if source == CALLIN and one.id == wanted]
        return chosen[0].note.partition(" · ")[2] if chosen else ""

    @staticmethod
    def _named(what: str, one: Choice) -> str:
        day = one.note.partition(" · ")[0]
        return f"{what} {one.text}" + (f" · {day}" if day else "")
