"""A section of a report as a table: as high as its rows, or with a bar of its own where there are very many."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt

from gvi_desktop.services.report_files import figures
from gvi_desktop.services.report_parts import Cell, Section
from ui.kit.table import Column, RecordModel
from ui.kit.theme import px
from ui.kit.view import Table

NARROW, WIDE = 72, 110
"""How wide a table of two columns and one of more may grow, in steps: a figure stays near its name."""
MANY = 24
"""Rows from which on a table scrolls by itself."""


def section_table(section: Section) -> Table:
    """The table of a section."""
    view = Table(section.heading)
    right = figures(section)
    columns = [_column(section, place, head, place in right) for place, head in enumerate(section.heads)]
    numbered = list(enumerate(section.rows))
    model = RecordModel[tuple[int, tuple[Any, ...]]](columns, lambda row: str(row[0]), view)
    model.show(numbered)
    view.show_model(model, sortable=False)
    rows, heads = view.verticalHeader().defaultSectionSize(), view.horizontalHeader().height()
    view.setFixedHeight(rows * min(len(section.rows), MANY) + heads + px(0.5))
    if len(section.rows) <= MANY:
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMaximumWidth(px(NARROW if len(section.heads) == 2 else WIDE))
    return view


def _column(section: Section, place: int, head: str, right: bool) -> Column[tuple[int, tuple[Any, ...]]]:
    longest = max((len(str(row[place])) for row in section.rows), default=0)
    width = (
        0 if place == 0 and not section.data else max(6 if section.data else 10, len(head) + 2, min(longest + 2, 34))
    )
    return Column[tuple[int, tuple[Any, ...]]](head, lambda row: said(row[1][place]), width=width, right=right)


def said(value: Cell) -> str:
    """A number with the decimal sign of the window's language."""
    return str(value).replace(".", QLocale().decimalPoint()) if isinstance(value, float) else str(value)
