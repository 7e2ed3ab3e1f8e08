"""A place that is a list and a detail side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gvi_desktop.services import seen, withholding
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.empty import Empty
from ui.kit.place import Place
from ui.kit.settled import SettledSearch
from ui.kit.sides import Sides
from ui.kit.table import Column, LinesModel, RecordModel
from ui.kit.terms import draw_terms
from ui.kit.view import Table
from ui.kit.windowed import WindowedModel

T = TypeVar("T")
PAUSE = 120  # ms after the last key in the filter


@dataclass(frozen=True)
class Query:
    """What a list is asked for: words to filter by, the service's name for the order, and a page's own choices."""

    text: str = ""
    sort: str = ""
    descending: bool = False
    choices: Mapping[str, Any] = field(default_factory=dict)


class ListPlace(Place, Generic[T]):
    """Long lists: override `columns`, `fetch_ids`, `fetch_lines`, `fetch_detail`, `draw` (and what Place asks for)."""

    name = ""
    """A name under which widths are remembered."""
    empty_icon = "inbox"
    finds_people = False
    """Whether the filter finds people: then each search is noted."""
    least = (36, 44)
    """Grid steps that the list and the detail need to stand side by side; in a narrower page they take turns."""

    def __init__(self, desk: Desk) -> None:
        self.choices: dict[str, Any] = {}
        self._sort = ("", False)
        self._current = ""
        self._wanted = ""
        self._opened = ("", "")
        self.bound: withholding.Bound | None = None
        """What binds the record in the detail, where it came from another office."""
        super().__init__(desk)
        self._searching = SettledSearch(self, self.tasks)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.reload)
        self.filter_changed.connect(lambda: self._pause.start())
        self.reload()

    # what a feature overrides

    def columns(self) -> Sequence[Column[T]]:
        raise NotImplementedError

    @staticmethod
    def fetch_ids(unit: Any, query: Query) -> Sequence[str]:
        """Every id in order; off the window's thread."""
        raise NotImplementedError

    @staticmethod
    def fetch_lines(unit: Any, ids: Sequence[str]) -> Sequence[Any]:
        """The lines of these ids; off the window's thread."""
        raise NotImplementedError

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> Any:
        """What `draw` needs; off the window's thread."""
        raise NotImplementedError

    def draw(self, detail: Detail, record: Any) -> None:
        """Draw the reading view of what `fetch_detail` gave."""
        raise NotImplementedError

    def opened_kind(self, record: Any) -> str:
        """The kind of what `fetch_detail` gave, where to have opened it is an entry of the journal; or empty."""
        return ""

    def nothing(self) -> tuple[str, str]:
        """What an empty list says, and the text of the first step (which calls `new`), or empty."""
        return (self.tr("Nothing here yet."), "")

    def not_chosen(self) -> str:
        """What the empty detail says."""
        return self.tr("Choose a line to read it here.")

    def line_id(self, line: T) -> str:
        return str(line.id)  # type: ignore[attr-defined]

    # what a feature uses

    @property
    def current(self) -> str:
        """The id of the record in the detail, or empty."""
        return self._current

    def choose(self, name: str, value: Any) -> None:
        """Set one of the page's own choices (see Query) and ask again."""
        self.choices[name] = value
        self.reload()

    # the machinery

    def content(self) -> QWidget:
        self.table = Table(self.heading())
        self.model = self.make_model()
        key = self.name or type(self).__name__
        self.table.show_model(self.model, widths=self.desk.settings.widths_of(key))
        self.table.widths_changed.connect(lambda widths: self.desk.settings.remember_widths(key, widths))
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _id: self.edit())
        self.detail = Detail()
        self.detail_view = self.make_detail()
        self.blank = Empty(self.empty_icon, self.not_chosen())
        self.stack.addWidget(self.blank)
        self.stack.addWidget(self.detail_view)
        self.stack.setObjectName("detail")
        self.split = Sides(self.make_list(), self.stack, self.least)
        self.head.lead(self.split.back)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setFocusProxy(self.table)
        remembered = self.desk.settings.widths_of(f"{key}/split")
        self.split.setSizes(remembered if len(remembered) == 2 else [600, 480])
        self.split.dragged.connect(lambda sizes: self.desk.settings.remember_widths(f"{key}/split", sizes))
        self.filter_changed.connect(lambda: self.split.show_list())
        self.setFocusProxy(self.table)
        return self.split

    def make_list(self) -> QWidget:
        """The left side; a feature may put filters above `self.table`."""
        return self.table

    def make_detail(self) -> QWidget:
        """The right side; a feature that shows more than `self.detail` (tabs) makes and fills its own."""
        return self.detail

    def make_model(self) -> LinesModel[T]:
        model = WindowedModel[T](self.columns(), self.line_id, self._fetch, self)
        model.sorted.connect(self._order)
        return model

    def query(self) -> Query:
        return Query(self.filter.text().strip(), *self._sort, dict(self.choices))

    def reload(self) -> None:
        self.tasks.read(self, self.fetch_ids, self.query(), then=self._listed, only="ids")
        self._read()

    def show_record(self, record_id: str) -> None:
        self._wanted = record_id
        if self.table.choose(record_id):
            self._wanted = ""
        self._chosen(record_id)
        self.split.show_detail()

    def open_form(
        self, name: str, record_id: str = "", about: str = "", state: Mapping[str, Any] | None = None
    ) -> None:
        super().open_form(name, record_id, about, state)
        self.split.show_detail()

    def edit(self) -> None:
        """Open the form named after the place's own record."""
        if self._current:
            self.open_form("edit", self._current)

    def new(self) -> None:
        self.open_form("new")

    def after_form(self) -> None:
        self.stack.setCurrentWidget(self.detail_view if self._current else self.blank)
        if not self._current:
            self.split.show_list()
        self.table.setFocus()

    def _fetch(self, ids: Sequence[str], give: Callable[[Sequence[T]], None]) -> None:
        self.tasks.read(self, self.fetch_lines, ids, then=give)

    def _order(self, column: int, descending: bool) -> None:
        sort = self.model.columns[column].sort
        if sort and (sort, descending) != self._sort:
            self._sort = (sort, descending)
            self.reload()

    def _listed(self, ids: Sequence[Any]) -> None:
        model: Any = self.model
        if self.finds_people:
            self._searching.heard(self.filter.text(), len(ids))
        model.show_ids(ids)
        self.keep_place()

    def keep_place(self) -> None:
        """After the list was filled anew: say so if it is empty, and stand on the line one stood on."""
        if self.model.rowCount() == 0:
            sentence, step = self.nothing()
            filtered = bool(self.filter.text().strip())
            self.table.say_when_empty(
                "search" if filtered else self.empty_icon,
                self.tr("Nothing fits the filter.") if filtered else sentence,
                self.tr("Clear the filter") if filtered else step,
                self.filter.clear if filtered else self.new,
            )
        wanted = self._wanted or self._current
        if wanted and self.table.choose(wanted):
            self._wanted = ""

    def _chosen(self, record_id: str) -> None:
        if record_id != self._current:
            self._current = record_id
            self._read()

    def _read(self) -> None:
        if self._current:
            self.tasks.read(
                self, _fetch, self.fetch_detail, self._current, then=self._received, failed=self._gone, only="detail"
            )

    def _received(self, found: tuple[Any, withholding.Bound | None]) -> None:
        record, self.bound = found
        self._show(record)

    def _show(self, record: Any) -> None:
        if record is None:
            self._forget()
            return
        self.detail.start(self._current)
        bound = self.bound
        if bound is not None:
            self.detail.keep_back(self.words.label(bound.kind, name) for name in bound.withheld)
        self.draw(self.detail, record)
        if bound is not None:
            draw_terms(self.detail, self.words, bound.terms, self.desk.show_record)
        if self.panel is None:
            self.stack.setCurrentWidget(self.detail_view)
        self._note_opened(self.opened_kind(record))

    def _note_opened(self, kind: str) -> None:
        """Once each time a record comes into view, not at every redrawing."""
        if kind and (kind, self._current) != self._opened:
            self._searching.settle()
            self._opened = (kind, self._current)
            self.tasks.write(self, seen.opened, kind, self._current)

    def _gone(self, _error: Any) -> None:
        self._forget()

    def _forget(self) -> None:
        self._current = ""
        if self.panel is None:
            self.stack.setCurrentWidget(self.blank)
            self.split.show_list()


def _fetch(unit: Any, fetch: Callable[[Any, str], Any], record_id: str) -> tuple[Any, withholding.Bound | None]:
    return fetch(unit, record_id), withholding.of(unit, record_id)


class ShortListPlace(ListPlace[T]):
    """Lists of at most some thousand lines, held whole: override `fetch_all` instead of ids and lines."""

    @staticmethod
    def fetch_all(unit: Any, query: Query) -> Sequence[Any]:
        """Every line; off the window's thread. The filter's text and the order are seen to in the window."""
        raise NotImplementedError

    def make_model(self) -> LinesModel[T]:
        model = RecordModel[T](self.columns(), self.line_id, self)
        self.filter_changed.connect(model.filter)
        return model

    def reload(self) -> None:
        self.tasks.read(self, self.fetch_all, self.query(), then=self._listed, only="all")
        self._read()

    def _listed(self, lines: Sequence[Any]) -> None:
        model: Any = self.model
        model.show(lines)
        self.keep_place()
