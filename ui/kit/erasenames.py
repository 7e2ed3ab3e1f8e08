"""Where other records name people who are to be erased: a line for each, ticked where the name goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.mentions import Mention
from ui.kit.table import Column
from ui.kit.theme import px
from ui.kit.ticktable import TickModel, TickTable
from ui.kit.tokens import Tone
from ui.kit.words import Words

ROWS = 7
"""Lines of a list that are seen at once."""


def names_model(words: Words, found: Sequence[Mention], unseen: str = "") -> TickModel[Mention]:
    """Those that somebody has to decide first; what can only mean the person is ticked. `unseen` is said where there
    is no text to show."""
    unread = QCoreApplication.translate("EraseNames", "What only a later version of the program reads")

    def called(one: Mention) -> str:
        if one.unread:
            return unread
        # The field first: titles are long, and two fields of one record would else look alike.
        return f"{words.label(one.kind, one.field)}, {words.kind(one.kind).lower()} {one.title}"

    unseen = unseen or QCoreApplication.translate("EraseNames", "(not shown to you)")
    yes, decide = QCoreApplication.translate("EraseNames", "yes"), QCoreApplication.translate("EraseNames", "decide")
    columns = [
        Column[Mention](QCoreApplication.translate("EraseNames", "Record"), called, width=30),
        Column[Mention](QCoreApplication.translate("EraseNames", "Text"), lambda one: one.excerpt or unseen, width=0),
        Column[Mention](
            QCoreApplication.translate("EraseNames", "Is it them?"),
            lambda one: yes if one.sure else decide,
            width=16,
            tone=lambda one: Tone.NEUTRAL if one.sure else Tone.SOON,
        ),
    ]
    model = TickModel[Mention](columns, lambda one: one.place)
    model.show_ticked(sorted(found, key=lambda one: one.sure), {one.place for one in found if one.sure})
    return model


def fitting_table(name: str, model: TickModel[Any]) -> TickTable:
    """A table as high as its lines, up to a few."""
    table = TickTable(name, model)
    rows = table.verticalHeader().defaultSectionSize()
    table.setFixedHeight(rows * min(ROWS, max(2, model.rowCount())) + table.horizontalHeader().height() + px(0.5))
    return table
