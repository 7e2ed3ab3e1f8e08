"""The list of every record a bundle holds, under what is said of it as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gvi_desktop.services.incoming import Incoming
from gvi_desktop.services.sending import Leaving
from ui.exchange.tones import VERDICT
from ui.kit.detail import Detail
from ui.kit.table import Column, RecordModel
from ui.kit.text import label
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.view import Table
from ui.kit.words import Words


def leaving_columns(words: Words) -> tuple[Column[Leaving], ...]:
    """Kind, what it is called here, and which fields leave."""
    return (
        Column(QCoreApplication.translate("BundleList", "What"), lambda one: words.kind(one.kind), width=14),
        Column(QCoreApplication.translate("BundleList", "Record"), lambda one: one.title, width=20),
        Column(QCoreApplication.translate("BundleList", "Fields"), lambda one: fields(words, one), width=0),
    )


def incoming_columns(words: Words) -> tuple[Column[Incoming], ...]:
    """What becomes of it, kind, what it is called, and which fields come."""
    return (
        Column(
            QCoreApplication.translate("BundleList", "Would be"),
            lambda one: words.text("exchange", f"verdict_{one.verdict}"),
            width=13,
            tone=lambda one: VERDICT.get(one.verdict, Tone.NEUTRAL),
        ),
        Column(QCoreApplication.translate("BundleList", "What"), lambda one: words.kind(one.kind), width=13),
        Column(QCoreApplication.translate("BundleList", "Record"), lambda one: one.title, width=16),
        Column(QCoreApplication.translate("BundleList", "Fields"), lambda one: fields(words, one), width=0),
    )


def fields(words: Words, one: Leaving | Incoming) -> str:
    """The fields of a record in words."""
    return ", ".join(words.label(one.kind, name) for name in one.fields if name)


class BundleSheet(QSplitter):
    """What is said of a bundle above, its records below; the border can be moved."""

    def __init__(self, name: str, columns: Sequence[Column[Any]], words: Words) -> None:
        self._words = words
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.detail = Detail()
        self.model = RecordModel[Any](columns, lambda one: str(one.id), self)
        self.table = Table(name)
        self.table.show_model(self.model)
        self.table.setMinimumHeight(px(14))
        self.detail.setMinimumHeight(px(18))
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        self.fields = label("", "small")
        self.fields.setContentsMargins(px(2), px(1), px(2), px(1))
        self.fields.hide()
        column.addWidget(self.fields)
        self.table.chosen.connect(lambda _id: self._say_fields())
        self.addWidget(self.detail)
        self.addWidget(below)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.below = below
        below.hide()

    def show_records(self, records: Sequence[Any]) -> None:
        """The records, or no list when there are none."""
        self.model.show(records)
        self._say_fields()
        self.below.setVisible(bool(records))

    def _say_fields(self) -> None:
        """All fields of the chosen record: the list has room for a few."""
        row = self.model.row_of(self.table.current_id())
        line = self.model.line(row) if row >= 0 else None
        self.fields.setText(f"{line.title}: {fields(self._words, line)}" if line is not None else "")
        self.fields.setVisible(line is not None)
