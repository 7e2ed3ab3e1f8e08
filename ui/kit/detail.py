"""The reading view of a record: title, badges, rows of label and value, sections, a time line, buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import slices
from ui.kit.badge import Badge
from ui.kit.event import Event, event_line
from ui.kit.flow import Flow
from ui.kit.link import Link
from ui.kit.sheet import Sheet
from ui.kit.slices import Slices
from ui.kit.sorting import swedish
from ui.kit.text import button, heading, label, line, muted, title
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone
from ui.kit.withheld import WithheldMark, WithheldNote

T = TypeVar("T")
P = ParamSpec("P")


def _in_turn(draw: Callable[Concatenate[Any, P], None]) -> Callable[Concatenate[Any, P], None]:
    """So that a sheet of any length holds the window up for a short time only: what is beyond it comes a turn later."""

    @wraps(draw)
    def drawn(detail: Any, /, *args: P.args, **kwargs: P.kwargs) -> None:
        detail.draw_in_turn(partial(draw, detail, *args, **kwargs))

    return drawn


class Detail(Sheet):
    """Drawn from top to bottom: `start()`, then title, badge, action, row, section, text, timeline, put as wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self._scrolled = 0
        self._slices = Slices(self)
        self._slices.grew.connect(self.heighten)
        self.verticalScrollBar().rangeChanged.connect(self._come_back)
        self.verticalScrollBar().actionTriggered.connect(self._moved)
        self.start()

    def start(self, key: str = "") -> None:
        """Begin afresh; drawn again for the same key, the view stays where it was scrolled to."""
        bar = self.verticalScrollBar()
        self._scrolled = max(bar.value(), self._scrolled) if key and key == self.key else 0
        self._hold_focus(again=bool(key) and key == self.key)
        self.key = key
        self._slices.stop()
        self._in_later_turn, self._queued = False, 0
        self._clock = slices.clock()
        body = self.fresh()
        # A stretch under the column and not an alignment of it: an aligned layout forgets that wrapped lines are high.
        outer = QVBoxLayout(body)
        outer.setContentsMargins(px(3), px(2.5), px(3), px(3))
        outer.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(1.5))
        outer.addLayout(self._column)
        outer.addStretch(1)
        self._badges: Flow | None = None
        self._actions: Flow | None = None
        self._rows: QGridLayout | None = None
        self._withheld: frozenset[str] = frozenset()
        if not self._scrolled:
            bar.setValue(0)

    def keep_back(self, names: Iterable[str]) -> None:
        """After `start`: the labels of fields that were withheld; told under the title and in the place of each."""
        self._withheld = frozenset(names)

    def title(self, text: str, under: str = "") -> QLabel:
        """The record's name, and a quiet line under it."""
        made = title(text)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._end_rows()
        column = QVBoxLayout()
        column.setSpacing(px(0.5))
        column.addWidget(made)
        if under:
            column.addWidget(label(under, role="muted"))
        self._column.addLayout(column)
        if self._withheld:
            self._add(WithheldNote(sorted(self._withheld, key=swedish)))
        return made

    @_in_turn
    def badge(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        if self._badges is None:
            self._badges = self._flow()
        self._badges.addWidget(Badge(text, tone))

    def action(
        self, text: str, act: Callable[[], object], *, icon: str = "", kind: str = "", tip: str = ""
    ) -> QPushButton:
        """A button in the row of buttons; `kind` is primary, danger, quiet or empty."""
        made = button(text, act, kind=kind, icon_name=icon, tip=tip)
        self._act(made)
        return made

    @_in_turn
    def _act(self, made: QPushButton) -> None:
        if self._actions is None:
            self._actions = self._flow()
        self._actions.addWidget(made)

    @_in_turn
    def notice(self, text: str, tone: Tone = Tone.SOON) -> None:
        """A sentence that should be read before anything else."""
        box = QFrame()
        box.setStyleSheet(f"QFrame {{ background: {tokens().paper(tone)}; border-radius: 6px; }}")
        row = QHBoxLayout(box)
        row.setContentsMargins(px(1.5), px(1), px(1.5), px(1))
        words = label(text)
        words.setStyleSheet(f"color: {tokens().ink(tone)};")
        row.addWidget(words)
        self._add(box)

    @_in_turn
    def section(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """A heading with, if wanted, a quiet button at its right."""
        self._end_rows()
        self._actions = self._badges = None
        self._add(line())
        row = QHBoxLayout()
        row.addWidget(heading(text), 1)
        if action and act is not None:
            row.addWidget(button(action, act, kind="quiet"))
        self._column.addLayout(row)

    @_in_turn
    def row(self, name: str, value: str | QWidget, act: Callable[[], object] | None = None) -> None:
        """A label and its value, left out when empty; `act` makes the value a link."""
        if not value and name in self._withheld:
            value, act = WithheldMark(), None
        if not value:
            return
        if self._rows is None:
            holder = QWidget()
            self._rows = QGridLayout(holder)
            self._rows.setContentsMargins(0, 0, 0, 0)
            self._rows.setHorizontalSpacing(px(2))
            self._rows.setVerticalSpacing(px(0.75))
            self._rows.setColumnMinimumWidth(0, px(16))
            self._rows.setColumnStretch(1, 1)
            # Takes what is left where every value is narrow, or the rows would stand in the middle of the page.
            self._rows.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum), 0, 2)
            self._column.addWidget(holder)
        at = self._rows.rowCount()
        left = label(name, "body", role="muted")
        left.setMaximumWidth(px(22))
        # A label that wraps asks for less than its words need: it is given their width, up to the most.
        left.setMinimumWidth(min(px(22), left.fontMetrics().horizontalAdvance(name) + 2))
        self._rows.addWidget(left, at, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(value, QWidget):
            right = value
        elif act is not None:
            right = Link(value, act)
        else:
            right = label(value)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            right.setAccessibleName(f"{name}: {value}")
        self._rows.addWidget(right, at, 1, Qt.AlignmentFlag.AlignTop)

    @_in_turn
    def text(self, paragraph: str, *, quiet: bool = False) -> None:
        self._add(muted(paragraph) if quiet else label(paragraph))

    @_in_turn
    def timeline(self, events: Sequence[Event], nothing: str = "") -> None:
        """Events, latest first as given; `nothing` is said when there are none."""
        if not events and nothing:
            self.text(nothing, quiet=True)
        self.each(events, event_line)

    @_in_turn
    def each(self, items: Sequence[T], make: Callable[[T], QWidget]) -> None:
        """One widget an item, one under the other; of a long row only the first are there at once."""
        self._end_rows()
        column = QVBoxLayout()
        column.setSpacing(px(1.5))
        self._column.addLayout(column)
        self._slices.fill(column, items, make)

    def turns(self, draws: Iterable[Callable[[], object]]) -> None:
        """The rest of a long sheet: each of these draws some of it, in a turn of its own."""
        for draw in draws:
            self._queued += 1
            self._slices.later(partial(self._draw_more, draw))

    def draw_in_turn(self, draw: Callable[[], object]) -> None:
        """Draw now, or later where drawing has taken its share of this turn or something else waits already."""
        if self._in_later_turn or not (self._queued or self._clock.elapsed() > slices.A_TURN):
            draw()
        else:
            self.turns([draw])

    def _draw_more(self, draw: Callable[[], object]) -> None:
        before = self._column.count()
        self._queued -= 1
        self._in_later_turn = True
        try:
            draw()
        finally:
            self._in_later_turn = False
        for at in range(before, self._column.count()):
            _show(self._column.itemAt(at))

    @_in_turn
    def put(self, widget: QWidget) -> None:
        self._add(widget)

    def _add(self, widget: QWidget) -> None:
        self._end_rows()
        self._column.addWidget(widget)

    def _end_rows(self) -> None:
        self._rows = None

    def _hold_focus(self, *, again: bool) -> None:
        """Keep the focus in the sheet: left to itself it would go to the first field of the window, the search."""
        held, old = QApplication.focusWidget(), self.body()
        if held is None or old is None or not old.isAncestorOf(held):
            return
        name = _name_of(held) if again else ""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if name:
            QTimer.singleShot(0, self, lambda: self._focus_again(name))

    def _focus_again(self, name: str) -> None:
        """The button one stood on, in the sheet drawn anew."""
        body = self.body()
        if self.hasFocus() and body is not None:
            found = (one for one in body.findChildren(QAbstractButton) if _name_of(one) == name and one.isEnabled())
            if (first := next(found, None)) is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_back(self, _least: int, most: int) -> None:
        """A sheet drawn anew has its length only bit by bit: stand where one stood as soon as there is such a place."""
        if self._scrolled:
            self.verticalScrollBar().setValue(min(self._scrolled, most))

    def _moved(self) -> None:
        """The user has scrolled."""
        self._scrolled = 0

    def _flow(self) -> Flow:
        holder = QWidget()
        self._add(holder)
        return Flow(holder, px(1))


def _name_of(widget: QWidget) -> str:
    """What a button is called, by its name for the screen reader or its words."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _show(item: QLayoutItem | None) -> None:
    """Show what was just laid out; left to itself it would come a turn later, and the sheet would jump."""
    if item is None:
        return
    if (widget := item.widget()) is not None:
        widget.show()
    elif (inside := item.layout()) is not None:
        for at in range(inside.count()):
            _show(inside.itemAt(at))
