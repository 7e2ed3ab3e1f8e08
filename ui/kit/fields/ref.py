"""Fields that point at other records, found by typing a few letters of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from gvi_desktop.services import seen
from ui.kit.fields.field import Field
from ui.kit.flow import Flow
from ui.kit.icons import icon
from ui.kit.leadsign import LeadSign
from ui.kit.settled import SettledSearch
from ui.kit.tasks import Tasks
from ui.kit.theme import px


class Choosable(Protocol):
    """What a search answers: an Option, or a service's own record of the same three."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def note(self) -> str: ...


Search = Callable[..., Sequence[Choosable]]
"""`search(unit, text)`, run off the window's thread; an empty text asks for the likeliest ones."""
Resolve = Callable[..., Sequence[Choosable]]
"""`resolve(unit, ids)`, run off the window's thread: the options of known ids."""
PAUSE = 120  # ms after the last key
SHOWN = 12  # options


@dataclass(frozen=True)
class Option:
    """A record one may choose: its id, what to call it, and a quiet addition (a group, a date)."""

    id: str
    text: str
    note: str = ""


class Finder(QLineEdit):
    """Type, look, Enter: a line with a list of options under it."""

    picked = Signal(object)

    def __init__(self, tasks: Tasks, search: Search) -> None:
        super().__init__()
        self._tasks = tasks
        self._search = search
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._ask)
        self.suggestions = QListWidget(self)
        self.suggestions.setObjectName("popup")
        self.suggestions.setWindowFlags(Qt.WindowType.ToolTip)
        self.suggestions.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.suggestions.setAccessibleName(self.tr("Suggestions"))
        self.suggestions.itemClicked.connect(self._take)
        self._options: Sequence[Choosable] = ()
        finds_people = getattr(search, "__name__", "") in seen.FIND_PEOPLE
        self._searching = SettledSearch(self, tasks) if finds_people else None
        self.setClearButtonEnabled(True)
        self.textEdited.connect(lambda: self._timer.start())
        LeadSign(self, "search")
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.suggestions.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event.key())
        return super().eventFilter(watched, event)

    def _pressed(self, key: int) -> bool:
        if not self.suggestions.isVisible():
            if key == Qt.Key.Key_Down:
                self._ask()
                return True
            return False
        row = self.suggestions.currentRow()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.suggestions.setCurrentRow(max(0, min(self.suggestions.count() - 1, row + step)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and row >= 0 and self._options:
            self._take(self.suggestions.item(row))
            return key != Qt.Key.Key_Tab
        if key == Qt.Key.Key_Escape:
            self.suggestions.hide()
            return True
        return False

    def _ask(self) -> None:
        self._tasks.read(self, self._search, self.text().strip(), then=self._show, only="find")

    def _show(self, options: Sequence[Choosable]) -> None:
        if self._searching is not None:
            self._searching.heard(self.text(), len(options))
        if not self.hasFocus():
            return
        self._options = options[:SHOWN]
        self.suggestions.clear()
        for option in self._options:
            QListWidgetItem(f"{option.text}   {option.note}" if option.note else option.text, self.suggestions)
        if not self._options:
            nothing = QListWidgetItem(self.tr("Nothing found"), self.suggestions)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            self.suggestions.setCurrentRow(0)
        row = max(self.suggestions.sizeHintForRow(0), px(3))
        self.suggestions.setFixedSize(max(self.width(), px(36)), row * max(1, len(self._options)) + px(1.5))
        self.suggestions.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.suggestions.show()

    def _take(self, item: QListWidgetItem) -> None:
        row = self.suggestions.row(item)
        self.suggestions.hide()
        if 0 <= row < len(self._options):
            if self._searching is not None:
                self._searching.settle()
            self.picked.emit(self._options[row])


class RefField(Field):
    """The id of one other record, or None."""

    def __init__(
        self, name: str, tasks: Tasks, search: Search, resolve: Resolve | None = None, label: str = "",
        *, required: bool = False, hint: str = "",
    ) -> None:  # fmt: skip
        super().__init__(name, label, required=required, hint=hint)
        self._tasks = tasks
        self._resolve = resolve
        self._chosen: Choosable | None = None
        self._line = Finder(tasks, search)
        self._line.picked.connect(self._pick)
        self._line.textChanged.connect(self._typed)
        self.row.addWidget(self._line)

    def value(self) -> str | None:
        return self._chosen.id if self._chosen is not None else None

    def option(self) -> Choosable | None:
        """What is chosen, with its words."""
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Take an Option, or an id whose words are then looked up."""
        if not value:
            self._pick(None)
        elif not isinstance(value, str):
            self._pick(value)
        else:
            self._pick(Option(str(value), "…"))
            if self._resolve is not None:
                self._tasks.read(self, self._resolve, (str(value),), then=self._resolved, only="resolve")

    def state(self) -> list[str]:
        if self._chosen is not None:
            return [self._chosen.id, self._chosen.text, self._chosen.note]
        return ["", self._line.text(), ""]

    def restore(self, state: Any) -> None:
        record_id, text, note = [*(state or []), "", "", ""][:3]
        self._pick(Option(record_id, text, note) if record_id else None)
        if not record_id:
            self._line.setText(text)

    def trouble(self) -> str:
        unknown = self._chosen is None and self._line.text().strip()
        return self.tr("Choose one of the suggestions.") if unknown else ""

    def editors(self) -> list[QWidget]:
        return [self._line]

    def _resolved(self, options: Sequence[Choosable]) -> None:
        found = next((option for option in options if option.id == self.value()), None)
        if found is not None:
            self._pick(found)

    def _pick(self, option: Choosable | None) -> None:
        self._chosen = option
        self._line.setText(option.text if option is not None else "")
        self._line.setCursorPosition(0)
        self.changed.emit()

    def _typed(self, text: str) -> None:
        if self._chosen is not None and text != self._chosen.text:
            self._chosen = None
            self.changed.emit()


class RefsField(Field):
    """The ids of several other records; each can be taken away again."""

    def __init__(
        self, name: str, tasks: Tasks, search: Search, resolve: Resolve | None = None, label: str = "",
        *, required: bool = False, hint: str = "",
    ) -> None:  # fmt: skip
        super().__init__(name, label, required=required, hint=hint)
        self._tasks = tasks
        self._resolve = resolve
        self._chosen: list[Choosable] = []
        self._line = Finder(tasks, search)
        self._line.picked.connect(self._add)
        self._tags = QWidget()
        self._flow = Flow(self._tags, px(0.5))
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout()
        column.setSpacing(px(0.5))
        column.addWidget(self._line)
        column.addWidget(self._tags)
        self.row.addLayout(column)
        self._tags.hide()

    def value(self) -> frozenset[str]:
        return frozenset(option.id for option in self._chosen)

    def set_value(self, value: Any) -> None:
        """Take Options, or ids whose words are then looked up."""
        given = list(value or ())
        self._chosen = [Option(one, "…") if isinstance(one, str) else one for one in given]
        self._draw()
        self.changed.emit()
        unknown = tuple(option.id for option in self._chosen if option.text == "…")
        if unknown and self._resolve is not None:
            self._tasks.read(self, self._resolve, unknown, then=self._resolved, only="resolve")

    def state(self) -> list[list[str]]:
        return [[option.id, option.text, option.note] for option in self._chosen]

    def restore(self, state: Any) -> None:
        self.set_value([Option(*map(str, one)) for one in state or ()])

    def trouble(self) -> str:
        left = self._line.text().strip()
        return QCoreApplication.translate("RefField", "Choose one of the suggestions.") if left else ""

    def editors(self) -> list[QWidget]:
        return [self._line]

    def tags(self) -> list[QPushButton]:
        """The buttons that take a record away again."""
        return list(self._buttons)

    def _resolved(self, options: Sequence[Choosable]) -> None:
        known = {option.id: option for option in options}
        self._chosen = [known.get(option.id, option) for option in self._chosen]
        self._draw()  # the same ids, only in words: nothing has changed for whoever looks at the value

    def _add(self, option: Choosable) -> None:
        self._line.clear()
        if option.id not in self.value():
            self._chosen.append(option)
            self._draw()
            self.changed.emit()

    def _remove(self, record_id: str) -> None:
        self._chosen = [option for option in self._chosen if option.id != record_id]
        self._draw()
        self.changed.emit()
        self._line.setFocus()

    def _draw(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        for option in self._chosen:
            tag = QPushButton(icon("x"), option.text)
            tag.setProperty("kind", "pill")
            tag.setAutoDefault(False)
            tag.setAccessibleName(self.tr("Remove {name}").format(name=option.text))
            tag.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            tag.clicked.connect(lambda _=False, gone=option.id: self._remove(gone))
            self._flow.addWidget(tag)
            self._buttons.append(tag)
        self._tags.setVisible(bool(self._chosen))
