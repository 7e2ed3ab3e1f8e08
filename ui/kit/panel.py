"""A form opened in a page: its title, the fields, and Save and Cancel at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError, Problem, RefusedError
from ui.kit.act import Act
from ui.kit.ask import ask
from ui.kit.form import Form
from ui.kit.tasks import Tasks
from ui.kit.text import button, label, title
from ui.kit.theme import px

PAUSE = 150  # ms after the last key, before what is missing is told


Doubt = tuple[str, str, str]
"""A second thought before saving: title, text, and what the yes is called."""


class FormPanel(QWidget):
    """`save()` says what to do with the form; refusals of the rules come back beside the fields. `doubt()` may ask once
    more before that."""

    saved = Signal(object)
    """What the service answered."""
    left = Signal()
    """Cancelled."""

    def __init__(
        self,
        heading: str,
        form: Form,
        save: Callable[[], Act],
        *,
        check: Callable[[], Iterable[Problem]] | None = None,
        save_text: str = "",
        said: str = "",
        then: Callable[[Any], object] | None = None,
        doubt: Callable[[], Doubt | None] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.form = form
        self.said = said
        self.then = then
        self._save = save
        self._check = check
        self._doubt = doubt
        self._tried = False
        self._tasks: Tasks | None = None
        self.setAccessibleName(heading)
        top = title(heading)
        top.setContentsMargins(px(3), px(2.5), px(3), 0)
        scroll = QScrollArea()
        scroll.setObjectName("sheet")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("sheetBody")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        scroll.setWidget(holder)
        self._scroll = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(scroll, 1)
        column.addWidget(self._bar(save_text))
        row.addWidget(form, 1)  # last: moving a form with all its fields is dear
        row.addStretch(0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        form.changed.connect(self._timer.start)
        for keys, act in (("Ctrl+S", self.save), ("Ctrl+Return", self.save), ("Esc", self.left.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def use(self, tasks: Tasks) -> None:
        """Told by the page through which tasks to save."""
        self._tasks = tasks

    def look(self) -> None:
        """Tell what the rules say of what stands there; before the first try only of fields somebody has been in."""
        problems = list(self._check()) if self._check is not None and self.form.readable() else []
        rest = self.form.show_problems(problems, everywhere=self._tried)
        self._tell(rest if self._tried else [])

    def save(self) -> None:
        """Check, then do it off the window's thread; the fields keep what stands in them until it is done."""
        if self._tasks is None or not self._button.isEnabled():
            return
        self._tried = True
        self._timer.stop()  # what it would tell could wipe out what the service answers
        self.look()
        if not self.form.readable() or self._problem.text() or self._any_problem():
            self.form.focus_first(wrong=True)
            return
        if self._doubt is not None and (asked := self._doubt()) is not None:
            ask(self, *asked, self._go, danger=True)
        else:
            self._go()

    def _go(self) -> None:
        if self._tasks is None:
            return
        act = self._save()
        self._busy(True)
        self._tasks.write(self, act.work, *act.args, then=self._done, failed=self._refused)

    def _any_problem(self) -> bool:
        return self._check is not None and bool(list(self._check()))

    def _done(self, answer: Any) -> None:
        self._busy(False)
        self.form.settle()
        self.saved.emit(answer)

    def _refused(self, error: GviError) -> None:
        self._busy(False)
        if isinstance(error, RefusedError):
            self._tell(self.form.show_problems(error.problems))
            self.form.focus_first(wrong=True)
            return
        self._tell([self.form.words.error(error)])

    def _busy(self, busy: bool) -> None:
        self._button.setEnabled(not busy)

    def _tell(self, sentences: list[str]) -> None:
        self._problem.setText("\n".join(sentences))
        self._problem.setVisible(bool(sentences))

    def _bar(self, save_text: str) -> QWidget:
        bar = QWidget()
        bar.setObjectName("actionBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(bar)
        column.setContentsMargins(px(3), px(1.5), px(3), px(1.5))
        self._problem = label("", role="problem")
        self._problem.hide()
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(px(1))
        self._button = button(save_text or self.tr("Save"), self.save, kind="primary", tip="Ctrl+S")
        row.addWidget(self._button)
        row.addWidget(button(self.tr("Cancel"), self.left.emit, tip="Esc"))
        row.addStretch()
        column.addLayout(row)
        return bar


class WidePanel(FormPanel):
    """A form that needs the whole page; `came` and `went` tell the page to make room."""

    came = Signal()
    went = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.went.emit()
