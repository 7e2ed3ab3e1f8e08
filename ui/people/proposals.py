"""Search before create: while somebody types a new person, those already known who may be meant stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import people
from gvi_desktop.services.people import Match
from ui.kit.cards import card
from ui.kit.settled import SettledSearch
from ui.kit.tasks import Tasks
from ui.kit.text import label
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.words import Words

PAUSE = 250  # ms after the last key


class Proposals(QFrame):
    """Hidden until there is somebody to propose; `show_person(id)` leaves the form for the one who is meant."""

    def __init__(
        self, tasks: Tasks, words: Words, draft: Callable[[], PersonDraft], show_person: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._words = words
        self._draft = draft
        self._show_person = show_person
        self.matches: Sequence[Match] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._ask)
        self._asked: PersonDraft | None = None
        self._searching = SettledSearch(self, tasks)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(1))
        self.hide()

    def look(self) -> None:
        """Something was typed."""
        self._timer.start()

    def _ask(self) -> None:
        draft = self._draft()
        named = (draft.given_name + draft.family_name + draft.personal_number).strip()
        if draft == self._asked:
            return
        self._asked = draft
        if not named:
            self._searching.heard("", 0)
            self._show([])
            return

        def found(matches: Sequence[Match]) -> None:
            self._searching.heard(named, len(matches))
            self._show(matches)

        self._tasks.read(self, people.search_before_create, draft, then=found, only="matches")

    def _show(self, matches: Sequence[Match]) -> None:
        self.matches = matches
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if matches:
            self._column.addWidget(label(self.tr("Is it one of these? Then go there instead of adding again.")))
        for match in matches:
            self._column.addWidget(self._card(match))
        self.setVisible(bool(matches))

    def _card(self, match: Match) -> QFrame:
        born = self.tr("born {year}").format(year=match.birth_year) if match.birth_year else ""
        hidden = self.tr("protected identity") if match.protected else ""
        strong = match.reason is not people.MatchReason.NAME
        return card(
            match.code_name,
            act=lambda: self._show_person(match.id),
            badges=[(self._words.value(match.reason), Tone.SOON if strong else Tone.NEUTRAL)],
            lines=[" · ".join(part for part in (", ".join(match.groups), born, hidden) if part)],
        )
