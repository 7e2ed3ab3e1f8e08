"""A paper of a call-in before it is printed: how it is wanted on the left, the very pages on the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.office import Language
from gvi_desktop.domain.user import Right
from gvi_desktop.services import papers
from gvi_desktop.services.papers import NAMED, Looked, Order, PaperKind
from ui.kit.desk import Desk
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.filepassword import ask_locked
from ui.kit.flow import Flow
from ui.kit.form import Form
from ui.kit.pageview import PageView
from ui.kit.paperrun import PaperRun
from ui.kit.printers import ask_printer, printers
from ui.kit.text import button, label, title
from ui.kit.theme import px

PAUSE = 150  # ms after the last change of the order


class PaperDesk(QDialog):
    """Looking notes nothing. What is printed is what was seen, else it is shown anew."""

    def __init__(self, parent: QWidget, desk: Desk, callin: Callin, kind: PaperKind) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._callin = desk, desk.tasks, callin
        self._looked: Looked | None = None
        self.setWindowTitle(self.tr("Papers of call-in {number}").format(number=callin.number or "–"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.pages = PageView(self._tasks)
        self.form = self._make_form(kind)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        self._build()
        self.form.changed.connect(self._ordered)
        self._tasks.changed.connect(self._changed)
        room = parent.window().size()
        self.resize(min(px(150), room.width()), min(px(110), room.height()))
        self.look()

    # ------------------------------------------------------------------ the order

    def kind(self) -> PaperKind:
        """Which paper is chosen."""
        found = self.form.values()["kind"]
        return found if isinstance(found, PaperKind) else PaperKind.RUNSHEET

    def order(self) -> Order:
        """How it is wanted."""
        values = self.form.values()
        language = values["language"] or Language.SWEDISH
        return Order(values["copies"] or 1, bool(values["names"]) and self.kind() in NAMED, language.value)

    def look(self) -> None:
        """Draw the paper as it is wanted now."""
        self.form.show_field("names", self.kind() in NAMED)
        self._tasks.read(
            self, papers.look, self._callin.id, self.kind(), self.order(),
            then=self._show, failed=self._refused, only="paper",
        )  # fmt: skip

    def _ordered(self) -> None:
        self._ready(None)
        self._timer.start()

    def _changed(self, _changes: object) -> None:
        self._ordered()

    def _show(self, looked: Looked) -> None:
        self._ready(looked)
        self.pages.show_pdf(looked.pdf, looked.pages)

    def _refused(self, error: GviError) -> None:
        self._ready(None)
        self.pages.say(self._desk.words.error(error))

    def _ready(self, looked: Looked | None) -> None:
        self._looked = looked
        self.print_button.setEnabled(looked is not None)
        self.save_button.setEnabled(looked is not None)

    # ------------------------------------------------------------------ printing

    def print_paper(self) -> None:
        """Ask for the printer, then note the print and hand the pages over."""
        self._tasks.run(self, printers, then=self._ask_printer)

    def _ask_printer(self, names: list[str]) -> None:
        text = self.tr("The print is noted in the log and entered in the disclosure register.")
        ask_printer(self, names, self._desk.words.value(self.kind()), text, self._print_on)

    def _print_on(self, printer: str) -> None:
        if (looked := self._looked) is None:
            return
        self._ready(None)
        self._tasks.write(
            self, papers.print_paper, self._callin.id, self.kind(), self.order(), looked.pdf,
            then=partial(PaperRun(self, self._desk, self.look).hand_over, printer), failed=self._not_made,
        )  # fmt: skip

    def _not_made(self, error: GviError) -> None:
        self._tasks.failed.emit(error)
        self.look()

    # ------------------------------------------------------------------ a file, on purpose

    def save_paper(self) -> None:
        """Say what a file means, then ask where to."""
        name = self.tr("Save as PDF")
        # Neither the kind of meeting nor anybody's name stands in what the file is called.
        file = f"{self.kind().value}-{self._callin.number or 0}.pdf"
        text = self.tr(
            "The vault does not protect the file. It is noted as a disclosure; delete it when it is printed."
        )
        ask_locked(self, name, text, file, self._write)

    def _write(self, path: Path, password: str) -> None:
        said = self.tr("Written, and entered in the disclosure register")
        self._tasks.write(
            self, papers.print_to, self._callin.id, self.kind(), self.order(), path, password,
            then=lambda _answer: self._desk.say(said),
        )  # fmt: skip

    # ------------------------------------------------------------------ looks

    def showEvent(self, event: QShowEvent) -> None:
        """The words beside a tick cannot be broken: once they are dressed, the form gets the width they need."""
        self._scroll.ensurePolished()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self.form.minimumSizeHint().width() + bar)
        super().showEvent(event)

    def _make_form(self, kind: PaperKind) -> Form:
        fields = [
            ChoiceField("kind", PaperKind, self.tr("Paper"), required=True, pills=False),
            NumberField(
                "copies", self.tr("Numbered copies"), low=1, high=99,
                hint=self.tr("Each copy has its number and a day to destroy it by."),
            ),
            CheckField(
                "names", self.tr("Real names instead of code names"),
                hint=self.tr("Each name that is printed is noted in the journal."),
            ),
            ChoiceField("language", Language, self.tr("Language"), required=True),
        ]  # fmt: skip
        form = Form(fields, self._desk.words, "paper")
        form.load({"kind": kind, "copies": 1, "names": False, "language": Language(self._desk.words.language)})
        return form

    def _build(self) -> None:
        left = QWidget()
        left.setObjectName("detail")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = title(self.windowTitle())
        name.setContentsMargins(px(3), px(2), px(2), 0)
        column.addWidget(name)
        # With large text the form is taller than the window: then it scrolls, and nothing of it is cut off.
        scroll = QScrollArea()
        scroll.setObjectName("sheet")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        column.addWidget(scroll, 1)
        self._scroll = scroll
        bar = QWidget()
        bar.setObjectName("actionBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        under = QVBoxLayout(bar)
        under.setContentsMargins(px(3), px(1.5), px(2), px(1.5))
        under.addWidget(label(self.tr("Looking is not noted."), "small", role="muted"))
        holder = QWidget()
        flow = Flow(holder, px(1))
        self.print_button = button(
            self.tr("Print"), self.print_paper, kind="primary", icon_name="printer", tip="Ctrl+P"
        )
        self.save_button = button(self.tr("Save as PDF…"), self.save_paper, icon_name="file-down")
        self.save_button.setVisible(self._desk.user.may(Right.EXPORT))
        for made in (self.print_button, self.save_button, button(self.tr("Close"), self.reject, tip="Esc")):
            flow.addWidget(made)
        under.addWidget(holder)
        column.addWidget(bar)
        left.setMinimumWidth(px(34))
        self.pages.setMinimumWidth(px(24))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self.pages)
        split.setSizes([px(44), px(90)])
        split.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_button.click)
        self._ready(None)
