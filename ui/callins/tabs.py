"""What the tabs of the workspace have in common: a sheet that is drawn anew, or a table with buttons under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.services.callinviews import CallinView
from ui.kit.act import Act
from ui.kit.detail import Detail
from ui.kit.flow import Flow
from ui.kit.table import Column, RecordModel
from ui.kit.text import button
from ui.kit.theme import px
from ui.kit.view import Table
from ui.kit.words import Words

T = TypeVar("T")


class Doing(Protocol):
    """What a tab asks of its page."""

    words: Words
    desk: Any
    tasks: Any
    may_write: bool

    def do(self, act: Act, said: str = "", then: Callable[[Any], object] | None = None) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def paper(self, kind: Any) -> None: ...
    def turn_to(self, tab: str) -> None: ...


class SheetTab(Detail):
    """A tab that reads from top to bottom; the focus stays on what had it when the sheet is drawn again."""

    def __init__(self, page: Doing, parent: QWidget | None = None) -> None:
        self.page = page
        self.words = page.words
        super().__init__(parent)

    def show_view(self, view: CallinView) -> None:
        """Draw what is shown of this call-in."""
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        had = focused is not None and focused.hasFocus()
        self.start(view.line.id)
        self.draw(view)
        if had and (found := self.named(name)) is not None:
            found.setFocus()

    def draw(self, view: CallinView) -> None:
        """What the tab shows."""
        raise NotImplementedError


class ShortTable(Table):
    """A table that gives up height first when the window is low or the text large."""

    def sizeHint(self) -> QSize:
        return QSize(px(40), px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), px(18))


class TableTab(QScrollArea):
    """A tab that is a table of lines, with what can be done to the chosen line below it."""

    def __init__(self, page: Doing, name: str, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.view: CallinView | None = None
        self.table = self.make_table(name)
        self.model = RecordModel[Any](columns, lambda line: str(line.id), self)
        self.table.show_model(self.model, sortable=False)
        self.table.chosen.connect(lambda _id: self._choose())
        self.table.opened.connect(lambda _id: self.open())
        self.setObjectName("sheet")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("sheetBody")
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = QVBoxLayout()
        self.top.setContentsMargins(px(2), px(1.5), px(2), px(1))
        self.top.setSpacing(px(1))
        column.addLayout(self.top)
        column.addWidget(self.table, 1)
        bar = QWidget()
        bar.setObjectName("actionBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.under = QVBoxLayout(bar)
        self.under.setContentsMargins(px(2), px(1), px(2), px(1.25))
        self.under.setSpacing(px(1))
        holder = QWidget()
        self._flow = Flow(holder, px(0.75))
        self.under.addWidget(holder)
        self._bar = bar
        column.addWidget(bar)

    def make_table(self, name: str) -> ShortTable:
        """The table of the tab."""
        return ShortTable(name)

    def add_action(self, text: str, act: Callable[[str], object], icon: str = "") -> QPushButton:
        """A button for the chosen line."""
        made = button(text, lambda: act(self.current()) if self.current() else None, icon_name=icon)
        self._flow.addWidget(made)
        return made

    def current(self) -> str:
        """The id of the chosen line, or empty."""
        return self.table.current_id()

    def line(self) -> Any:
        """The chosen line, or None."""
        row = self.model.row_of(self.current())
        return self.model.line(row) if row >= 0 else None

    def show_view(self, view: CallinView) -> None:
        """Show the lines of this call-in; the chosen one stays chosen."""
        kept, same = self.current(), self.view is not None and self.view.line.id == view.line.id
        self.view = view
        self.model.show(self.lines(view))
        if not (kept and same and self.table.choose(kept)) and self.model.rowCount():
            self.table.choose(self.model.id_at(0))
        self.draw(view)
        self._choose()

    def lines(self, view: CallinView) -> Sequence[Any]:
        """The lines of the table."""
        raise NotImplementedError

    def draw(self, view: CallinView) -> None:
        """What stands above and below the table."""

    def open(self) -> None:
        """Enter or double click on a line."""

    def chosen(self, line: Any) -> None:
        """Another line is the chosen one (or None): say what can be done."""

    def _choose(self) -> None:
        line = self.line()
        self._bar.setVisible(line is not None and self.page.may_write)
        self.chosen(line)
