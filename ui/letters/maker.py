"""New letters: the order and its people on the left, the very page that will be printed on the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.letter import NAMELESS, LetterKind
from gvi_desktop.domain.user import Right
from gvi_desktop.services import letters
from gvi_desktop.services.letters import Made, Prepared
from ui.kit.desk import Desk
from ui.kit.pageview import PageView
from ui.kit.printers import ask_printer, printers
from ui.kit.text import button, heading, title
from ui.kit.theme import px
from ui.letters.addressees import Addressees
from ui.letters.bar import MakingBar, ask_exception
from ui.letters.beside import beside
from ui.letters.looking import RELOADS, Look, enter, look
from ui.letters.order import OrderForm, known
from ui.letters.printing import PrintRun, sheets_of
from ui.letters.saving import ask_where

PAUSE = 150  # ms after the last change of the order


class LetterMaker(QWidget):
    """`closed` with the id of the first letter made, or empty."""

    closed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._tasks = desk, desk.tasks
        self._out: frozenset[str] = frozenset()
        self._exceptions: dict[str, str] = {}
        self._look: Look | None = None
        self._asked: dict[str, Any] = {}
        self._making = False
        self.run: PrintRun | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.order = OrderForm(self._tasks, desk.words)
        self.people = Addressees(desk.words)
        self.pages = PageView(self._tasks)
        self.bar = MakingBar(may_save=desk.user.may(Right.EXPORT))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.ask)
        self._build()
        self.order.changed.connect(self._ordered)
        self.people.left_out.connect(self._leave_out)
        self.people.wanted.connect(self._turn_to)
        self.people.opened.connect(partial(desk.show_record, "person"))
        self.people.exception.connect(self._except)
        self.bar.print_button.clicked.connect(self.print_letters)
        self.bar.save_button.clicked.connect(self.save_letters)
        self.bar.close_button.clicked.connect(self._leave_page)
        self.bar.pages_button.clicked.connect(self.sides.show_detail)
        self._tasks.changed.connect(self._changed)
        self._tasks.read(self, known, then=self.order.offer)
        self._tasks.run(self, printers, then=self.bar.know)
        self._ordered()

    # ------------------------------------------------------------------ the order

    def begin(self, source: str, record_id: str, kind: str = "") -> None:
        """Start with a call-in, a round or a person."""
        self.order.want(source, record_id, kind)

    def ask(self) -> None:
        """Work the order out again; not while letters are being made of it."""
        if self._making:
            return
        wish = self.order.wish()
        if wish is None:
            self._show(None)
            return
        self._asked = wish
        exceptions = tuple(sorted(self._exceptions.items()))
        full = {**wish, "leave_out": self._out, "exceptions": exceptions}
        self._tasks.read(self, look, full, then=self._show, failed=self._refused, only="look")

    def _ordered(self) -> None:
        wish = self.order.wish() or {}
        looks = {"language": "", "envelope": ""}
        if {**wish, **looks} != {**self._asked, **looks}:
            self._out, self._exceptions, self._look = frozenset(), {}, None
        self._timer.start()

    def _changed(self, changes: Any) -> None:
        if RELOADS & changes.kinds and self.isVisible():
            self._timer.start()

    def _leave_out(self, out: frozenset[str]) -> None:
        self._out = out
        self._timer.start()

    def leave_out_stopped(self) -> None:
        """Take the ticks from everybody whose letter is stopped."""
        if self._look is not None:
            self._out |= {one.id for one in self._look.prepared.people if one.stops}
            self.ask()

    def _except(self, person: str) -> None:
        def agreed(reason: str) -> None:
            self._exceptions[person] = reason
            self.ask()

        ask_exception(self, agreed)

    # ------------------------------------------------------------------ what it comes to

    def _show(self, found: Look | None) -> None:
        first = self._look is None and found is not None
        self._look = found
        if found is not None and first and (had := {one.id for one in found.prepared.people if one.already}):
            self._out = frozenset(had)
            self.ask()
            return
        if found is None:
            self.people.show_people((), frozenset(), choosable=False, exceptions=False)
            self.pages.say(self.tr("Choose what is to be written and for whom."))
        else:
            self._show_people(found.prepared)
            if found.made is None:
                self.pages.say(self.tr("There is no letter to show: each is stopped or left out."))
            else:
                self.pages.show_pdf(found.made.pdf, found.made.pages)
        self._tell()

    def _show_people(self, prepared: Prepared) -> None:
        kind = prepared.wish.kind
        by_reason = kind in (LetterKind.NOTIFICATION, LetterKind.GUARDIAN, LetterKind.NO_SHOWS)
        self.people.show_people(prepared.people, self._out, choosable=kind not in NAMELESS, exceptions=by_reason)

    def _refused(self, error: GviError) -> None:
        self._look = None
        self.people.show_people((), frozenset(), choosable=False, exceptions=False)
        self.pages.say(self._desk.words.error(error))
        self._tell()

    def _tell(self) -> None:
        found = self._look
        stopped = sum(bool(one.stops) for one in found.prepared.people) if found else 0
        general = [stop for stop in found.prepared.stops if stop.person is None] if found else []
        said = dict.fromkeys(letters.sentence(stop, self._desk.words.language) for stop in general)
        self._leave.setVisible(bool(stopped))
        ready = found is not None and found.made is not None and not found.prepared.stops
        count = sum(one.copies for one in found.prepared.letters) if found else None
        self.order.tell_unreviewed(found.prepared.unreviewed if found else ())
        self._head.setVisible(found is not None and bool(found.prepared.people))
        self.bar.tell(count, stopped, "\n".join(said), ready=ready)

    def _turn_to(self, person: str) -> None:
        made = self._look.made if self._look else None
        if made is not None and person in made.people:
            self.pages.turn_to(made.first_pages[made.people.index(person)] - 1)
            self.sides.show_detail()

    # ------------------------------------------------------------------ making them

    def print_letters(self) -> None:
        """Ask for the printer; then enter and print in one act."""
        self._tasks.run(self, printers, then=self._ask_printer)

    def _ask_printer(self, names: Sequence[str]) -> None:
        self.bar.know(names)
        text = self.tr("Each letter gets its number and is entered in the register when it is printed.")
        ask_printer(self, names, self.tr("Print and enter in the register"), text, self._print_on)

    def _print_on(self, printer: str) -> None:
        found = self._look
        if found is None or found.made is None or self._making:
            return
        self._hold()
        done = partial(self._entered, printer)
        self._tasks.write(self, enter, found.prepared, found.made.pdf, then=done, failed=self._not_made)

    def _entered(self, printer: str, made: Made) -> None:
        people = self._look.prepared.people if self._look else ()
        sheets = sheets_of(made, {one.id: one.code_name for one in people})
        self.run = PrintRun(self, self._tasks, printer, made.pdf, sheets)
        self.run.ended = partial(self._printed, made)
        self.run.start()

    def unanswered(self) -> list[list[str]]:
        """What is at the printer, as `PrintRun.unanswered`."""
        return self.run.unanswered() if self.run is not None and shiboken6.isValid(self.run) else []

    def _printed(self, made: Made, lost: Sequence[str], why: str) -> None:
        if not lost:
            self._finish(made)
            return
        done = lambda _count: self._told(made, lost)  # noqa: E731
        self._tasks.write(self, letters.not_printed, lost, why, then=done)

    def _told(self, made: Made, lost: Sequence[str]) -> None:
        self._desk.say(self.tr("Noted as destroyed, for no paper came out: {count}").format(count=len(lost)))
        self.closed.emit(made.ids[0])

    def _leave_page(self) -> None:
        if not self._making:
            self.closed.emit("")

    def _escape(self) -> None:
        """Back to the order from pages that stand alone, else away."""
        if self.sides.back.isVisible():
            self.sides.show_list()
        else:
            self._leave_page()

    def _hold(self) -> None:
        self._making = True
        self.bar.hold()
        self.bar.close_button.setEnabled(False)

    def save_letters(self) -> None:
        """Ask, with a password if wanted, then where to."""
        ask_where(self, self.tr("letters") + ".pdf", self._save_to)

    def _save_to(self, path: Path, password: str = "") -> None:
        if self._look is None:
            return
        self.bar.hold()
        done, made = self._finish, self._look.prepared
        self._tasks.write(self, letters.save, made, path, False, password, then=done, failed=self._not_made)

    def _not_made(self, error: GviError) -> None:
        self._making = False
        self.bar.close_button.setEnabled(True)
        self._tasks.failed.emit(error)
        self.ask()

    def _finish(self, made: Made) -> None:
        self._desk.say(self.tr("Entered in the register: {numbers}").format(numbers=_span(made.numbers)))
        self.closed.emit(made.ids[0] if made.ids else "")

    # ------------------------------------------------------------------ looks

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("sheetBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(px(3), px(2), px(2), 0)
        top.setSpacing(px(1))
        top.addWidget(title(self.tr("New letters")), 1)
        top.addWidget(self.bar.pages_button)
        top.addWidget(self.bar.close_button)
        column.addLayout(top)
        column.addWidget(self.order)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(px(3), px(1), px(2), px(0.5))
        row.addWidget(heading(self.tr("Recipients")), 1)
        self._leave = button(self.tr("Leave out the stopped"), self.leave_out_stopped, kind="quiet")
        row.addWidget(self._leave)
        column.addWidget(self._head)
        column.addWidget(self.people)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("sheet")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        left = QWidget()
        left.setObjectName("detail")
        whole_left = QVBoxLayout(left)
        whole_left.setContentsMargins(0, 0, 0, 0)
        whole_left.setSpacing(0)
        whole_left.addWidget(scroll, 1)
        whole_left.addWidget(self.bar)
        self.sides = beside(left, self.pages)
        self.sides.folds.connect(self.bar.pages_button.setVisible)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides)
        for keys, act in (("Esc", self._escape), ("Ctrl+P", self.bar.print_button.click)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _span(numbers: tuple[str, ...]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} – {numbers[-1]}" if numbers else ""
