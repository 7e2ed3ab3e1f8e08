"""What the tabs of the place have in common: a short list at the left and what is chosen of it at the right."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gvi_desktop.services.exchangeviews import ExchangeView
from ui.kit.act import Act
from ui.kit.dates import show_date, show_moment
from ui.kit.detail import Detail
from ui.kit.flow import Flow
from ui.kit.sides import Sides
from ui.kit.table import Column, RecordModel
from ui.kit.text import button, label
from ui.kit.theme import px, style
from ui.kit.view import Table
from ui.kit.words import Words

LARGE = 1.75
"""From this size of text on, three long words do not stand beside each other in half a window."""


class Doing(Protocol):
    """What a tab asks of its page."""

    words: Words
    desk: Any
    tasks: Any
    may_export: bool
    may_write: bool

    def do(self, act: Act, said: str = "", then: Callable[[Any], object] | None = None) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def turn_to(self, tab: str) -> None: ...
    def send_to(self, contact: str) -> None: ...
    def add_card(self) -> None: ...
    def revoke_lost(self) -> None: ...
    def paste_card(self) -> None: ...
    def save_card(self) -> None: ...
    def receipt_for(self, bundle: str) -> None: ...
    def put_receipt(self, bundle: str) -> None: ...
    def save_notice(self, contact: str) -> None: ...
    def open_bundle(self, path: Path) -> None: ...
    def reload(self) -> None: ...


def when(moment: datetime) -> str:
    """A moment in a list: with large text only its day has room, and the reading view tells the rest."""
    return show_moment(moment) if style().scale < LARGE else show_date(moment.date())


def breakable(text: str) -> str:
    """A file's name or an id, which with large text may go on in another line after one of its marks."""
    return text if style().scale < LARGE else re.sub(r"(?<=[-_.])", "\u200b", text)


def sides(left: QWidget, right: QWidget, least: tuple[int, int]) -> Sides:
    """Both beside each other; in a narrow page they take turns, and the way back stands above the right one."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    made = Sides(left, holder, least)
    column.addWidget(made.back, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(right, 1)
    return made


class SideTab(QWidget):
    """A list of whole records, sorted and filtered in the window, and the reading view of the chosen one."""

    def __init__(self, page: Doing, name: str, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.model = RecordModel[Any](columns, self.name_of, self)
        self.table = Table(name)
        self.table.show_model(self.model)
        self.table.chosen.connect(lambda _id: self._draw())
        self.detail = Detail()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = QWidget()
        around = QVBoxLayout(self._bar)
        around.setContentsMargins(px(1.5), px(1), px(1.5), px(1))
        holder = QWidget()
        self.bar = Flow(holder, px(1))
        around.addWidget(holder)
        self._bar.hide()
        column.addWidget(self._bar)
        column.addWidget(self.table, 1)
        split = self.split = sides(left, self.detail, (40, 42))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([620, 480])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.table)

    def name_of(self, line: Any) -> str:
        """The id of a line."""
        return str(line.id)

    def add_button(self, text: str, act: Callable[[], object], icon: str = "") -> None:
        """A button above the list."""
        self.bar.addWidget(button(text, act, icon_name=icon))
        self._bar.show()

    def show_view(self, view: ExchangeView) -> None:
        """Show the lines of this reading; the chosen one stays chosen."""
        kept = self.table.current_id()
        self.model.show(self.lines(view))
        if kept:
            self.table.choose(kept)
        self._draw()

    def lines(self, view: ExchangeView) -> Sequence[Any]:
        """The lines of the list."""
        raise NotImplementedError

    def current(self) -> Any:
        """The chosen line, or None."""
        row = self.model.row_of(self.table.current_id())
        return self.model.line(row) if row >= 0 else None

    def draw(self, line: Any) -> None:
        """The reading view of a line."""
        raise NotImplementedError

    def draw_none(self) -> None:
        """What stands there while no line is chosen."""
        self.detail.text(self.tr("Choose a line to read it here."), quiet=True)

    def _draw(self) -> None:
        line = self.current()
        self.detail.start(self.name_of(line) if line is not None else "")
        if line is None:
            self.draw_none()
        else:
            self.draw(line)


class TwelveWords(QWidget):
    """A fingerprint as twelve numbered words, read row by row."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        across = 3 if style().scale < LARGE else 2
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(2))
        grid.setVerticalSpacing(px(1))
        for at, word in enumerate(words):
            shown = label(f"{at + 1}. {word}", strong=True, wrap=False)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, at // across, at % across)
        grid.setColumnStretch(across, 1)
        self.setAccessibleName(" ".join(f"{at + 1} {word}" for at, word in enumerate(words)))
