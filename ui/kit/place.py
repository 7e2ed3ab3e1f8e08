"""A place of the window: its head, its content, and the form that may lie over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import withholding
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.head import Head
from ui.kit.panel import FormPanel


class Place(QWidget):
    """Base of every page. A feature sets `kinds` and overrides `heading`, `content`, `reload`, `form` as it needs."""

    kinds: frozenset[str] = frozenset()
    """Kinds of records whose changes make this page reload."""
    filter_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.tasks = desk.tasks
        self.words = desk.words
        self.stale = False
        self.panel: FormPanel | None = None
        self._open: dict[str, str] = {}
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.heading())
        self.stack = QStackedWidget()
        """Where forms open: the detail side of a list, or the whole page under its head."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Head(self.heading(), self.tr("More"))
        self.filter = self.head.filter
        self.filter.textChanged.connect(self.filter_changed)
        column.addWidget(self.head)
        column.addWidget(self.content(), 1)
        self.tasks.changed.connect(self._on_changed)

    # what a feature overrides

    def heading(self) -> str:
        """The name of the place."""
        raise NotImplementedError

    def content(self) -> QWidget:
        """Everything under the head; must hold `self.stack` if forms are to be opened."""
        raise NotImplementedError

    def reload(self) -> None:
        """Ask again for what is shown."""

    def show_record(self, record_id: str) -> None:
        """Bring a record into view."""

    def show_kind(self, kind: str, record_id: str) -> None:
        """The same where a place shows several kinds of records and must know which it is."""
        self.show_record(record_id)

    def start(self, what: str) -> None:
        """Begin something by its name, such as an import after the first start."""

    def new(self) -> None:
        """Ctrl+N: begin a new record."""

    def edit(self) -> None:
        """Enter or F2: change the record in view."""

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        """Make the form called `name`: for `record`, or a new one (None) that concerns `about` (an id or empty)."""
        raise NotImplementedError(name)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Any:
        """The record a form is to be filled from; off the window's thread."""
        raise NotImplementedError(name)

    # what a feature uses

    def primary(
        self, text: str, act: Callable[[], object], icon_name: str = "plus", tip: str = "Ctrl+N"
    ) -> QPushButton:
        """The head's main button."""
        return self.head.primary(text, act, icon_name, tip)

    def secondary(self, text: str, act: Callable[[], object], icon_name: str = "", *, in_menu: bool = False) -> None:
        """Another button of the head (in a narrow page it moves into the menu), or an entry of its menu."""
        if in_menu:
            self.head.entry(text, act, icon_name)
        else:
            self.head.secondary(text, act, icon_name)

    def filterable(self, hint: str) -> QLineEdit:
        """Give the head a line to filter by (Ctrl+F)."""
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(hint)
        self.filter.show()
        return self.filter

    def open_form(
        self, name: str, record_id: str = "", about: str = "", state: Mapping[str, Any] | None = None
    ) -> None:
        """Open a form over the detail, for a record or a new one; `state` is what was typed before a lock."""

        def show(record: Any) -> None:
            self._show_form(name, record_id, about, self.form(name, record, about), state)
            if record_id:
                self.tasks.read(self, withholding.of, record_id, then=self._keep_back, only="withheld")

        if record_id:
            self.tasks.read(self, self.fetch_form, name, record_id, then=show, only="form")
        else:
            show(None)

    def _keep_back(self, found: withholding.Bound | None) -> None:
        """In the form that lies open, what of the record was withheld says so."""
        if found is not None and self.panel is not None:
            self.panel.form.keep_back(found.withheld)

    def close_form(self) -> None:
        """Back to what was under the form; what was typed is gone."""
        if self.panel is not None:
            panel, self.panel, self._open = self.panel, None, {}
            self.stack.removeWidget(panel)
            panel.deleteLater()
            self.after_form()

    def after_form(self) -> None:
        """Called when a form has closed."""

    def do(self, act: Act, said: str = "", then: Callable[[Any], object] | None = None) -> None:
        """One step of the journal without a form; says so with Undo, and refusals are told by the shell."""

        def done(answer: Any) -> None:
            self.desk.say(said or self.tr("Saved"), undo=True)
            if then is not None:
                then(answer)

        self.tasks.write(self, act.work, *act.args, then=done)

    # what the shell uses

    def draft(self) -> dict[str, Any] | None:
        """The open form and what was typed, as JSON knows it; None when no form is open."""
        if self.panel is None:
            return None
        return {**self._open, "state": self.panel.form.draft_state()}

    def restore_draft(self, values: Mapping[str, Any]) -> None:
        """Open the form again as it was."""
        self.open_form(values["name"], values.get("record", ""), values.get("about", ""), values.get("state"))

    def arrive(self) -> None:
        """The page has come into view."""
        if self.stale:
            self.stale = False
            self.reload()

    def focus_filter(self) -> None:
        if not self.filter.isHidden():
            self.filter.setFocus()
            self.filter.selectAll()

    def _on_changed(self, changes: Any) -> None:
        if self.kinds & changes.kinds:
            if self.isVisible():
                self.reload()
            else:
                self.stale = True

    def _show_form(
        self, name: str, record_id: str, about: str, panel: FormPanel, state: Mapping[str, Any] | None
    ) -> None:
        self.close_form()
        self.panel = panel
        self._open = {"name": name, "record": record_id, "about": about}
        panel.use(self.tasks)
        panel.left.connect(self.close_form)
        panel.saved.connect(self._saved)
        self.stack.addWidget(panel)
        self.stack.setCurrentWidget(panel)
        if state is not None:
            panel.form.restore(state)
        panel.form.focus_first()

    def _saved(self, answer: Any) -> None:
        panel = self.panel
        if panel is None:
            return
        self.desk.say(panel.said or self.tr("Saved"), undo=True)
        self.close_form()
        if panel.then is not None:
            panel.then(answer)
        elif isinstance(found := getattr(answer, "id", answer), str):
            self.show_record(found)

    def report(self, error: GviError) -> None:
        """Tell an error the page has caught, in the shell's way."""
        self.tasks.failed.emit(error)
