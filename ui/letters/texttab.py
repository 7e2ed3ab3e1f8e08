"""Register and letter texts side by side as tabs, and what can be done with a text."""

from __future__ import annotations

from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gvi_desktop.services import letters, lettertexts
from gvi_desktop.services.lettertexts import TextView
from ui.kit.act import Act
from ui.kit.fields.text import TextField
from ui.kit.form import Form
from ui.kit.panel import FormPanel, WidePanel
from ui.kit.view import Table
from ui.letters.textfield import LetterTextField
from ui.letters.textlist import TextList

REGISTER, TEXTS = range(2)
WIDE = 16_777_215  # as wide as Qt lets a widget be


class TextTab(QObject):
    """`page` is the letters' place, `register` its list of letters; `side` holds both lists under their tabs."""

    def __init__(self, page: Any, register: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.words = page.words
        self.side = QWidget()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What the list shows"))
        self.tabs.addTab(self.tr("Register"))
        self.tabs.addTab(self.tr("Letter texts"))
        self._lists = QStackedWidget()
        self._lists.addWidget(register)
        self.tabs.currentChanged.connect(self._turn)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._lists, 1)

    @cached_property
    def list(self) -> TextList:
        """Made when it is first turned to: most who come here print."""
        made = TextList(self._page.tasks, self._page.words)
        made.chosen.connect(self._page.choose_line)
        made.opened.connect(lambda _id: self.write_text())
        self._lists.addWidget(made)
        return made

    @property
    def may_write(self) -> bool:
        return bool(self._page.may_write)

    def table(self) -> Table:
        """The list in view."""
        table: Table = self.list.table if self.tabs.currentIndex() == TEXTS else self._page.table
        return table

    def turn_to(self, record_id: str) -> None:
        """The list that has the record, with its line the current one."""
        texts = ":" in record_id
        self.tabs.setCurrentIndex(TEXTS if texts else REGISTER)
        if texts:
            self.list.stand_on(record_id)

    def reload(self) -> None:
        """List again, where it has been looked at."""
        if self.tabs.currentIndex() == TEXTS:
            self.list.reload()

    def _turn(self, side: int) -> None:
        self._lists.setCurrentIndex(self._lists.indexOf(self.list) if side == TEXTS else REGISTER)
        self._page.filter.setEnabled(side == REGISTER)
        self._page.setFocusProxy(self.table())
        self.reload()
        if current := self.table().current_id():
            self._page.choose_line(current)
        else:
            self._page.forget()

    # ------------------------------------------------------------------ what the buttons do

    def write_text(self) -> None:
        """To the bench."""
        if self.may_write:
            self._page.open_form("text", self._page.current)

    def use_text(self) -> None:
        self._page.do(Act(lettertexts.take_into_use, self._page.current), self.tr("Taken into use"))

    def drop_text(self) -> None:
        self._page.do(Act(lettertexts.drop_draft, self._page.current), self.tr("Thrown away"))

    def back_to_shipped(self) -> None:
        self._page.do(Act(lettertexts.back_to_shipped, self._page.current), self.tr("The program's own text is in use"))

    def sign_text(self) -> None:
        """Who speaks the language and has read it."""
        self._page.open_form("sign", self._page.current)

    def form(self, name: str, view: TextView) -> FormPanel:
        """The bench of a text, or who has read it."""
        language = letters.language_name(view.line.language, self.words.language)
        what = f"{self.words.value(view.line.letter_kind)}, {language}"
        line_id = view.line.id
        if name == "sign":
            form = Form([TextField("reviewed_by", required=True)], self.words, kind="lettertext")
            return FormPanel(
                what, form, save=lambda: Act(lettertexts.sign_off, line_id, form.values()["reviewed_by"] or "")
            )
        offer = lettertexts.offer(line_id, self.words.language)
        field = LetterTextField("text", line_id, self._page.tasks, self.words, offer)
        bench = Form([field], self.words, kind="lettertext")
        bench.setMaximumWidth(WIDE)
        bench.load({"text": view.text})
        panel = WidePanel(
            what, bench, save=lambda: Act(lettertexts.keep, line_id, field.value()), save_text=self.tr("Keep as draft"),
            said=self.tr("Kept as a draft"), then=lambda _id: self._page.show_record(line_id),
        )  # fmt: skip
        panel.came.connect(partial(self._page.split.detail_alone, True))
        panel.went.connect(partial(self._page.split.detail_alone, False))
        return panel
