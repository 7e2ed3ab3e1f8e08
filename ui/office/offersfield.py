"""What an agency offers, a line a language: the office's two at first, the others as they are added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from gvi_desktop.domain.agency import Offer
from ui.kit.fields.field import Field
from ui.kit.theme import px

FIRST = ("sv", "en")
LONGEST = 400


class OffersField(Field):
    """A line for each language; an empty one says nothing. Languages that the directory lacks are kept as they are."""

    def __init__(self, name: str, languages: Mapping[str, str], label: str = "", *, hint: str = "") -> None:
        super().__init__(name, label, hint=hint)
        self._languages = languages
        self._lines: dict[str, QLineEdit] = {}
        self._kept: tuple[Offer, ...] = ()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setSpacing(px(1))
        self._more = QComboBox()
        self._more.setAccessibleName(self.tr("Add a language"))
        self._more.activated.connect(self._add)
        column = QVBoxLayout()
        column.setSpacing(px(1))
        column.addLayout(self._form)
        column.addWidget(self._more)
        self.row.addLayout(column)
        for language in FIRST:
            self._line(language)

    def value(self) -> tuple[Offer, ...]:
        said = [Offer(language, line.text().strip()) for language, line in self._lines.items()]
        return (*(one for one in said if one.text), *self._kept)

    def set_value(self, value: Any) -> None:
        given = {one.language: one.text for one in value or ()}
        self._kept = tuple(one for one in value or () if one.language not in self._languages)
        for language in self._languages:
            if given.get(language) or language in self._lines:
                self._line(language).setText(given.get(language, ""))

    def state(self) -> list[list[str]]:
        return [[one.language, one.text] for one in self.value()]

    def restore(self, state: Any) -> None:
        self.set_value(tuple(Offer(str(language), str(text)) for language, text in state or ()))

    def editors(self) -> list[QWidget]:
        return [*self._lines.values(), self._more]

    def _line(self, language: str) -> QLineEdit:
        if language not in self._lines:
            made = QLineEdit()
            made.setMaxLength(LONGEST)
            made.setAccessibleName(self._languages[language])
            made.textChanged.connect(lambda: self.changed.emit())
            self._lines[language] = made
            self._form.addRow(self._languages[language], made)
            self._offer()
        return self._lines[language]

    def _offer(self) -> None:
        self._more.clear()
        self._more.addItem(self.tr("Add a language"), "")
        for language, name in self._languages.items():
            if language not in self._lines:
                self._more.addItem(name, language)
        self._more.setVisible(self._more.count() > 1)

    def _add(self, at: int) -> None:
        if language := self._more.itemData(at):
            self._line(str(language)).setFocus()
