"""The rejected cells and all rows of a workbook as lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.importing import Rejected, RowStatus, RowView, reason
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words

TONES = {
    RowStatus.NEW: Tone.GOOD,
    RowStatus.MATCHED: Tone.ACCENT,
    RowStatus.SAME: Tone.NEUTRAL,
    RowStatus.PROPOSAL: Tone.SOON,
    RowStatus.REJECTED: Tone.LATE,
    RowStatus.LEFT_OUT: Tone.NEUTRAL,
}
SHOWN = 8
"""Cells of a row that its line shows."""


def rejected_columns(words: Words) -> Sequence[Column[Rejected]]:
    """Sheet, row, column, value and reason of a rejected cell."""
    return (
        Column(QCoreApplication.translate("Import", "Sheet"), lambda one: one.sheet, width=16),
        Column(QCoreApplication.translate("Import", "Row"), lambda one: str(one.row), lambda one: one.row, 5, True),
        Column(QCoreApplication.translate("Import", "Column"), lambda one: one.column, width=18),
        Column(QCoreApplication.translate("Import", "In the cell"), lambda one: one.value, width=18),
        Column(QCoreApplication.translate("Import", "Why"), lambda one: reason(words, one), width=0),
    )


def row_columns(words: Words) -> Sequence[Column[RowView]]:
    """Where a row stands, what it is, what becomes of it, and what it says."""
    return (
        Column(QCoreApplication.translate("Import", "Sheet"), lambda one: one.sheet, width=12),
        Column(QCoreApplication.translate("Import", "Row"), lambda one: str(one.row), lambda one: one.row, 5, True),
        Column(
            QCoreApplication.translate("Import", "Becomes"), lambda one: words.value(one.status), width=14,
            tone=lambda one: TONES[one.status],
        ),
        Column(QCoreApplication.translate("Import", "Says"), lambda one: " · ".join(one.cells[:SHOWN]), width=0),
    )  # fmt: skip


def rejected_id(one: Rejected) -> str:
    """A key for the list."""
    return f"{one.sheet}:{one.row}:{one.column}:{one.code}"


def row_id(one: RowView) -> str:
    """A key for the list."""
    return f"{one.sheet}:{one.row}"


def counted(words: Words, counts: dict[str, int]) -> list[str]:
    """ "64 people", "81 notifications" …, the largest first."""
    order = sorted(counts.items(), key=lambda pair: -pair[1])
    return [f"{count} {words.kind(kind) if count == 1 else words.kinds(kind)}" for kind, count in order if count]
