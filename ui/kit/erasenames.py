"""Where other records name people who are to be erased: a line for each, ticked where the name goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.mentions import Mention
from ui.kit.table import Column
from ui.kit.ticktable import TickModel
from ui.kit.tokens import Tone
from ui.kit.words import Words


def names_model(words: Words, found: Sequence[Mention]) -> TickModel[Mention]:
    """Those that somebody has to decide first; what can only mean the person is ticked."""

    def called(one: Mention) -> str:
        # The field first: titles are long, and two fields of one record would else look alike.
        return f"{words.label(one.kind, one.field)}, {words.kind(one.kind).lower()} {one.title}"

    unseen = QCoreApplication.translate("EraseNames", "(not shown to you)")
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
