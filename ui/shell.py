"""The main window of an unlocked vault: places at the left, search on top, the page, a quiet line below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from ui.kit import dates
from ui.kit.desk import Desk
from ui.kit.help import HelpWindow
from ui.kit.menus import Menus
from ui.kit.note import Note
from ui.kit.notice import tell
from ui.kit.place import Place
from ui.kit.searchbox import SearchBox
from ui.kit.sidebar import Sidebar
from ui.kit.spec import PlaceSpec, ShellWork, Status
from ui.kit.text import label, tool
from ui.kit.theme import px


class Shell(QMainWindow):
    """Pages are made when first visited; whatever restyles the window makes a new shell from this one's `state()`."""

    lock_wanted = Signal()
    panic_wanted = Signal()
    quit_wanted = Signal()
    restyled = Signal()
    """Language, theme or text size was changed in the settings."""

    def __init__(self, desk: Desk, specs: Sequence[PlaceSpec], work: ShellWork) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.desk = desk
        desk.setParent(self)
        self.specs = {spec.key: spec for spec in specs}
        self._work = work
        self._pages: dict[str, Place] = {}
        self._pending: dict[str, Mapping[str, Any]] = {}
        self._help: HelpWindow | None = None
        self.current = ""
        self.side = Sidebar([spec for spec in specs if not spec.aside])
        self.search = SearchBox(desk, work.search)
        self._office = label("", strong=True, wrap=False)
        self._stack = QStackedWidget()
        body = self._body()
        self.setCentralWidget(body)
        self.note = Note(body, self.undo)
        self._backup, self._bundles, self._busy = QLabel(), QLabel(), QLabel()
        for words in (self._busy, self._bundles, self._backup):
            self.statusBar().addPermanentWidget(words)
            words.setContentsMargins(px(1), 0, px(1), 0)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(px(1.5), px(0.25), px(0.5), px(0.25))
        self.menus = Menus(self)
        self.side.visited.connect(self.visit)
        self._listen()
        self.refresh()

    # going about

    def visit(self, key: str) -> Place:
        """Go to a place; its page is made on the first visit, and a form kept from before opens again."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self.specs[key].make(self.desk)
            self._stack.addWidget(page)
        self.current = key
        self.side.choose(key)
        self._stack.setCurrentWidget(page)
        page.arrive()
        page.setFocus()
        if (draft := self._pending.pop(key, None)) is not None:
            page.restore_draft(draft)
            self.desk.tasks.run(self, self.desk.tasks.workspace.drop_draft, key)
        return page

    def page(self) -> Place:
        """The page in view."""
        return self._pages[self.current]

    def go(self, kind: str, record_id: str) -> None:
        """Show a record at the place of its kind (or the place of that key)."""
        keys = [key for key, spec in self.specs.items() if kind in spec.kinds] or [kind]
        if keys[0] in self.specs:
            page = self.visit(keys[0])
            if record_id:
                page.show_kind(kind, record_id)

    def create_form(self, key: str, form: str, about: str) -> None:
        """Open a new form at a place."""
        self.visit(key).open_form(form, about=about)

    def undo(self) -> None:
        self._take_back(self._work.undo, self.tr("Undone"))

    def redo(self) -> None:
        self._take_back(self._work.redo, self.tr("Done again"))

    def help(self, page: str = "") -> None:
        """The help page of the place one is in, or another."""
        if self._help is None:
            self._help = HelpWindow(self, self.desk.settings.language)
        self._help.turn_to(page or self.current or "start")

    def restyle(self, setting: str, value: Any) -> None:
        """Change a setting that everything is drawn by."""
        setattr(self.desk.settings, setting, value)
        self.restyled.emit()

    # what survives

    def drafts(self) -> dict[str, dict[str, Any]]:
        """Every open form by place, and those not looked at since the last unlock."""
        found: dict[str, dict[str, Any]] = {key: dict(draft) for key, draft in self._pending.items()}
        for key, page in self._pages.items():
            if (draft := page.draft()) is not None:
                found[key] = draft
        return found

    def state(self) -> dict[str, Any]:
        """Where one is: place, record and open forms."""
        record = getattr(self._pages.get(self.current), "current", "")
        return {"place": self.current, "record": record, "drafts": self.drafts()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be there again; without a place, where an open form waits, else at the first place."""
        drafts = {key: draft for key, draft in (state.get("drafts") or {}).items() if key in self.specs}
        self._pending.update(drafts)
        first = next(iter(drafts), next(iter(self.specs)))
        place = state.get("place") or first
        page = self.visit(place if place in self.specs else first)
        if state.get("record"):
            page.show_record(state["record"])

    # inside

    def refresh(self) -> None:
        """Ask again for the counts and the quiet line."""
        tasks = self.desk.tasks
        tasks.read(self, self._work.status, then=self._show_status, failed=lambda _error: None, only="status")
        for key, spec in self.specs.items():
            if spec.count is not None:
                show = partial(self.side.show_count, key)
                tasks.read(self, spec.count, then=show, failed=lambda _error: None, only=f"count {key}")

    def tell(self, error: GviError) -> None:
        """Word an error nobody else took."""
        tell(self, self.tr("That did not work"), self.desk.words.error(error))

    def _take_back(self, work: Any, said: str) -> None:
        self.desk.tasks.write(self, work, then=lambda _answer: self.desk.say(said))

    def _listen(self) -> None:
        self.desk.go.connect(self.go)
        self.desk.create.connect(self.create_form)
        self.desk.said.connect(self._say)
        self.desk.undo.connect(self.undo)
        self.desk.help.connect(self.help)
        self.desk.tasks.failed.connect(self.tell)
        self.desk.tasks.changed.connect(self.refresh)
        self.desk.tasks.busy.connect(self._show_busy)
        self.desk.folder.looked.connect(self._show_bundles)

    def _show_busy(self, jobs: int) -> None:
        self._busy.setText(self.tr("Working …") if jobs > 1 else "")

    def _say(self, sentence: str, undo: bool) -> None:
        self.note.say(sentence, undo=undo)
        self.statusBar().showMessage(sentence)

    def _show_status(self, status: Status) -> None:
        dates.use_zone(status.time_zone)
        self._office.setText(status.office)
        self.window().setWindowTitle(f"{status.office} – GVI Desktop" if status.office else "GVI Desktop")
        when = dates.show_moment(self.desk.tasks.workspace.backed_up_at)
        self._backup.setText(self.tr("Backup {when}").format(when=when) if when else self.tr("No backup yet"))
        self.desk.folder.start()

    def _show_bundles(self) -> None:
        """What lies in the exchange folder for us."""
        waiting = self.desk.folder.unread
        self._bundles.setText(self.tr("Bundles to read: {count}").format(count=waiting) if waiting else "")

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        row = QHBoxLayout()
        row.setSpacing(0)
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(px(0.5), px(1), px(0.5), px(1))
        inner.addWidget(self.side)
        row.addWidget(side)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        return body

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(2.25), px(1), px(1.5), px(1))
        row.setSpacing(px(1.5))
        row.addWidget(self._office, 1)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        row.addWidget(label(self.desk.user.name, role="muted", wrap=False))
        lock = tool("lock", self.tr("Lock (Ctrl+L)"), self.lock_wanted.emit)
        row.addWidget(lock)
        return bar
