"""What still holds people who are erased, and the protocol, as lines and small tables of a dialog."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.services.copies import Copies
from gvi_desktop.services.report_parts import Report, Section
from ui.kit.dates import show_date, show_moment
from ui.kit.table import Column, RecordModel
from ui.kit.text import heading, label, muted
from ui.kit.theme import px
from ui.kit.view import Table
from ui.kit.words import Words

ROWS = 4
"""Lines of a table that are seen at once."""


def copies_told(words: Words, copies: Copies) -> Iterator[QWidget]:
    """Bundles, letters, other hand-outs and backups, each a small table; nothing when there are none."""
    none, to = QCoreApplication.translate("EraseCopies", "(unknown)"), words.text("retention", "to")
    file, date = words.text("retention", "file"), words.text("retention", "date")
    parts: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]] = [
        ("bundles", (file, date, to), [(one.file or none, show_date(one.on), one.to) for one in copies.bundles]),
        (
            "letters",
            (words.text("retention", "number"), words.text("retention", "kind"), date),
            [
                (one.number or "–", words.value(one.letter_kind) if one.letter_kind else "–", show_date(one.on))
                for one in copies.letters
            ],
        ),
        (
            "others",
            (words.text("retention", "way"), date, to),
            [(words.value(one.way), show_date(one.on), one.to) for one in copies.others],
        ),
        (
            "backups",
            (file, date, words.text("retention", "until")),
            [(one.file, show_moment(one.made), show_date(one.until)) for one in copies.backups],
        ),
    ]
    for key, heads, rows in parts:
        if rows:
            yield heading(words.text("retention", key))
            yield _table(words.text("retention", key), heads, rows)
    if copies.bundles or copies.others or copies.letters:
        text = QCoreApplication.translate(
            "EraseCopies", "Ask those who have them to take them away: what has left cannot be fetched by a program."
        )
        yield muted(text)


def protocol_told(report: Report) -> Iterator[QWidget]:
    """The protocol: its line, its facts, its tables and what they cannot show."""
    yield label(report.subtitle, strong=True)
    for one in report.sections:
        yield heading(one.heading)
        if one.facts:
            yield label("\n".join(f"{name}: {value}" for name, value in one.rows))
        else:
            yield _section(one)
    for note in report.notes:
        yield muted(note)


def _section(one: Section) -> Table:
    return _table(one.heading, one.heads, [tuple(str(cell) for cell in row) for row in one.rows])


def _table(name: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    view = Table(name)
    columns = [_column(head, at) for at, head in enumerate(heads)]
    model = RecordModel[tuple[int, tuple[str, ...]]](columns, lambda row: str(row[0]), view)
    model.show(list(enumerate(rows)))
    view.show_model(model, sortable=False)
    high = view.verticalHeader().defaultSectionSize() * min(ROWS, len(rows))
    view.setFixedHeight(high + view.horizontalHeader().height() + px(0.5))
    return view


def _column(head: str, at: int) -> Column[tuple[int, tuple[str, ...]]]:
    return Column[tuple[int, tuple[str, ...]]](head, lambda row: row[1][at], width=24 if at else 0)
