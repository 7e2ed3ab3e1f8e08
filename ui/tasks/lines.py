"""The lines of the task list: tasks, and the headings overdue, today, later between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gvi_desktop.domain.task import Due
from gvi_desktop.services import tasks
from gvi_desktop.services.tasks import TaskLine
from gvi_desktop.services.unit import Unit
from ui.kit.dates import show_date
from ui.kit.icons import pixmap
from ui.kit.listplace import Query
from ui.kit.table import RECORD, Column
from ui.kit.theme import font, px, tokens
from ui.kit.tokens import Tone
from ui.kit.words import Words

MARK = "due:"


@dataclass(frozen=True)
class Heading:
    """A line between groups of tasks."""

    due: Due

    @property
    def id(self) -> str:
        return MARK + self.due.value


Line = TaskLine | Heading


def fetch_ids(unit: Unit, query: Query) -> Sequence[str]:
    """Ids in order, with the headings' ids among them when sorted by date."""
    whose, done = query.choices.get("whose", "all"), query.choices.get("done", False)
    if done:
        return tasks.done_ids(unit, query.text, whose)
    if query.sort not in ("", "due_on") or query.descending:
        return tasks.open_ids(unit, query.text, whose, query.sort, query.descending)
    found: list[str] = []
    for due, ids in tasks.groups(unit, query.text, whose).items():
        found += [MARK + due.value, *ids] if ids else []
    return found


def fetch_lines(unit: Unit, ids: Sequence[str]) -> Sequence[Line]:
    """The lines of these ids; headings are made here."""
    found: dict[str, Line] = {line.id: line for line in tasks.lines(unit, [one for one in ids if MARK not in one])}
    found |= {one: Heading(Due(one.removeprefix(MARK))) for one in ids if one.startswith(MARK)}
    return [found[one] for one in ids if one in found]


def columns(words: Words) -> tuple[Column[Line], ...]:
    """Tick, date, what, for which call-in, who."""

    def day(line: Line) -> str:
        return words.value(line.due) if isinstance(line, Heading) else show_date(line.task.due_on)

    def tone(line: Line) -> Tone | None:
        return None if isinstance(line, Heading) else {Due.OVERDUE: Tone.LATE, Due.TODAY: Tone.SOON}.get(line.due)

    def title(line: Line) -> str:
        return "" if isinstance(line, Heading) else line.task.title

    def callin(line: Line) -> str:
        return "" if isinstance(line, Heading) or line.callin is None else str(line.callin)

    def owner(line: Line) -> str:
        return "" if isinstance(line, Heading) else line.task.owner or line.task.owner_agency

    return (
        Column("", lambda _line: "", width=1),
        Column(words.label("task", "due_on"), day, width=12, sort="due_on", tone=tone),
        Column(words.label("task", "title"), title, width=44, sort="sort_text"),
        Column(words.label("task", "callin"), callin, width=5, right=True, sort="callin"),
        Column(words.label("task", "owner"), owner, width=0, sort="owner_agency"),
    )


class LineDelegate(QStyledItemDelegate):
    """Paints a heading in bold on a quiet ground, and a circle to tick before each task."""

    def __init__(self, inner: QStyledItemDelegate, *, tick: bool, title: bool, parent: Any = None) -> None:
        super().__init__(parent)
        self._inner = inner
        self._tick = tick
        self._title = title

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(RECORD)
        if isinstance(line, Heading):
            area: Any = option.rect
            painter.save()
            painter.fillRect(area, QColor(tokens().raised))
            if self._title:
                painter.setFont(font(strong=True))
                painter.setPen(QColor(tokens().late if line.due is Due.OVERDUE else tokens().text))
                painter.drawText(area.adjusted(px(1), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        self._inner.paint(painter, option, index)
        if self._tick and isinstance(line, TaskLine):
            self._circle(painter, option, done=not line.task.open)

    def _circle(self, painter: QPainter, option: QStyleOptionViewItem, *, done: bool) -> None:
        area: Any = option.rect
        state: Any = option.state
        size = px(2.25)
        left, top = area.center().x() - size / 2, area.center().y() - size / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if done:
            painter.drawPixmap(int(left), int(top), pixmap("circle-check", size, tokens().accent_text))
        else:
            hot = bool(state & QStyle.StateFlag.State_MouseOver)
            painter.setPen(QPen(QColor(tokens().accent if hot else tokens().edge), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + 1, top + 1, size - 2, size - 2))
        painter.restore()
