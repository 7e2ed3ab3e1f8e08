"""Reviews: everything whose review is due, one after the other, each ended by one key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from gvi_desktop.domain.user import Right
from gvi_desktop.services import memberships, people, reviewing
from gvi_desktop.services.reviewing import Looked, Turn, Walk
from ui.kit.ask import ask
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.empty import Empty
from ui.kit.erasewizard import EraseWizard
from ui.kit.linkform import link_form
from ui.kit.panel import FormPanel
from ui.kit.place import Place
from ui.kit.text import muted
from ui.kit.theme import px
from ui.reviews.forms import close_form, keep_form
from ui.reviews.sheet import ReviewSheet

DEEDS = ("keep", "correct", "close", "erase", "later")
"""In the order of the keys 1 to 5."""


class ReviewsPage(Place):
    """One record at a time, the longest overdue first. Left and come back to, the walk goes on where it was."""

    kinds = frozenset({"person", "group", "membership"})

    def __init__(self, desk: Desk) -> None:
        self.walk = Walk((), 0)
        self.looked: Looked | None = None
        self.later: list[str] = []
        self.done = 0
        self.may_write = desk.user.may(Right.WRITE)
        self.may_erase = desk.user.may(Right.ERASE)
        super().__init__(desk)
        self.sheet = ReviewSheet(self.words, desk.show_record)
        self.reload()

    def heading(self) -> str:
        return self.tr("Reviews")

    def content(self) -> QWidget:
        holder = QWidget()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(px(0.75))
        self.bar.setAccessibleName(self.tr("How far the walk has come"))
        self.far = muted("")
        self.far.setContentsMargins(px(3), px(1), px(3), px(1))
        self.detail = Detail()
        self.nothing = Empty("circle-check", self.tr("No review is due."), self.tr("Begin again"), self.again)
        self.stack.addWidget(self.detail)
        self.stack.addWidget(self.nothing)
        for place, deed in enumerate(DEEDS, 1):
            shortcut = QShortcut(QKeySequence(str(place)), self.detail)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.act, deed))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.far)
        column.addWidget(self.stack, 1)
        return holder

    def reload(self) -> None:
        self.tasks.read(self, reviewing.walk, tuple(self.later), then=self._found, only="walk")

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if name == "correct":
            panel = link_form(self.words, self.tasks, record)
        elif name == "keep":
            panel = keep_form(self.words, record)
        else:
            panel = close_form(self.words, record)
        panel.then = self._corrected if name == "correct" else self._ended
        return panel

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Any:
        kind, _, own_id = record_id.partition(":")
        return memberships.get(unit, own_id) if name == "correct" else reviewing.look(unit, kind, own_id)

    # what a user does

    def act(self, deed: str) -> None:
        """Do what a key or a button says with the record in view."""
        looked = self.looked
        if looked is None or self.panel is not None or (deed != "later" and not self.may_write):
            return
        turn = looked.turn
        if deed == "later":
            self.put_off()
        elif deed == "erase":
            self._ask_erase(looked)
        elif deed == "correct" and turn.kind != "membership":
            # Their forms are at home in their places; whoever comes back finds the walk as it was left.
            self.desk.show_record(turn.kind, turn.id)
        else:
            self.open_form(deed, f"{turn.kind}:{turn.id}")

    def put_off(self) -> None:
        """Not now: it comes again when the walk is begun again."""
        if self.looked is not None:
            self.later.append(self.looked.turn.id)
            self.looked = None
            self.reload()

    def again(self) -> None:
        """From the beginning, with what was put off."""
        self.later, self.done = [], 0
        self.reload()

    # inside

    def _ask_erase(self, looked: Looked) -> None:
        if not self.may_erase:
            return
        if looked.turn.kind == "person":
            wizard = EraseWizard(self, self.desk, one=looked.turn.id)
            wizard.finished.connect(lambda _: self._ended() if wizard.erased else None)
            wizard.open()
            return
        reason = QLineEdit()
        reason.setPlaceholderText(self.tr("Reason, without names"))
        reason.setAccessibleName(self.tr("Reason, without names"))
        text = self.tr(
            "{title} and everything that is its own goes for good: records, index, drafts and the values in the "
            "history. This cannot be undone."
        ).format(title=looked.title)
        turn = looked.turn

        def gone(_answer: Any) -> None:
            self.desk.say(self.tr("Erased"))
            self._ended()

        def erase() -> None:
            self.tasks.write(self, reviewing.erase, turn.kind, turn.id, reason.text(), then=gone)

        ask(self, self.tr("Erase for good"), text, self.tr("Erase"), erase, danger=True, body=reason)

    def _ended(self, _answer: Any = None) -> None:
        self.done += 1
        self.looked = None
        self.reload()

    def _corrected(self, _answer: Any) -> None:
        """It stays in view: corrected is not yet decided."""
        self.reload()

    def _found(self, walk: Walk) -> None:
        self.walk = walk
        left = walk.left
        self.bar.setRange(0, max(1, self.done + left))
        self.bar.setValue(self.done)
        told = self.tr("{done} done, {left} left").format(done=self.done, left=left)
        if self.later:
            told += " · " + self.tr("{count} put off").format(count=len(self.later))
        self.far.setText(told)
        held = self.looked.turn.id if self.looked is not None else ""
        turn = next((one for one in walk.turns if one.id == held), walk.turns[0] if walk.turns else None)
        if turn is not None:
            self.tasks.read(self, reviewing.look, turn.kind, turn.id, then=self._show, only="look")
        else:
            self.looked = None
            if self.panel is None:
                self.nothing.step.setVisible(bool(self.later))  # type: ignore[union-attr]
                self.stack.setCurrentWidget(self.nothing)

    def _show(self, looked: Looked) -> None:
        new = self.looked is None or self.looked.turn.id != looked.turn.id
        self.looked = looked
        self.sheet.draw(self.detail, looked, self._buttons(looked.turn) if self.may_write else ())
        if self.panel is None:
            self.stack.setCurrentWidget(self.detail)
            self.detail.setFocus()
        person = looked.turn.id if looked.turn.kind == "person" else getattr(looked.record, "person", None)
        if new and person:
            self.tasks.write(self, people.open, person)

    def _buttons(self, turn: Turn) -> tuple[tuple[str, Callable[[], object], str], ...]:
        texts = {
            "keep": self.tr("Keep"),
            "correct": self.tr("Correct"),
            "close": self.tr("End the link") if turn.kind == "membership" else self.tr("Close"),
            "erase": self.tr("Erase"),
            "later": self.tr("Later"),
        }
        kinds = {"keep": "primary", "erase": "danger", "later": "quiet"}
        return tuple(
            (f"{place}  {texts[deed]}", partial(self.act, deed), kinds.get(deed, ""))
            for place, deed in enumerate(DEEDS, 1)
            if deed != "erase" or self.may_erase
        )

    def after_form(self) -> None:
        self.stack.setCurrentWidget(self.detail if self.looked is not None else self.nothing)
        self.detail.setFocus()

    # over a lock

    def draft(self) -> dict[str, Any] | None:
        """How far the walk has come, and the form that lies open."""
        if not (self.done or self.later or self.panel is not None):
            return None
        return {"done": self.done, "later": self.later, "form": super().draft()}

    def restore_draft(self, values: Mapping[str, Any]) -> None:
        """Go on where the lock came."""
        self.done, self.later = int(values.get("done", 0)), list(values.get("later", ()))
        self.reload()
        if values.get("form"):
            super().restore_draft(values["form"])
