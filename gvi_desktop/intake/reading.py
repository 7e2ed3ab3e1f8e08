"""A recognised sheet row by row: what each cell says, what cannot be taken in, and the rows that are no records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gvi_desktop.intake import dates
from gvi_desktop.intake.cell import Cell, Fault, is_empty, text_of
from gvi_desktop.intake.cellreading import RowReader
from gvi_desktop.intake.concepts import CONCEPTS, Reads
from gvi_desktop.intake.headings import UNUSED, Recognised, looks_like_headings
from gvi_desktop.intake.lexicon import fold, words
from gvi_desktop.intake.workbook import Sheet

DATED = (Reads.PAST, Reads.DAY, Reads.IDENTITY)
FILLED_DOWN = {"callin": ("number", "on", "start", "venue")}
"""Columns that are often filled in on the first row of a block only."""


@dataclass(frozen=True)
class ReadRow:
    """One row: where it stands, what it says by field, words that found no field, and its faults."""

    sheet: str
    number: int
    """As a spreadsheet counts: the first row of the sheet is 1."""
    concept: str
    values: dict[str, Any]
    notes: tuple[str, ...]
    faults: tuple[Fault, ...]
    raw: dict[str, tuple[str, str]] = field(default_factory=dict, hash=False)
    """By field: heading and text of the cell."""

    def fault(self, of: str, code: str, **data: object) -> Fault:
        """A fault of this row found later, at the field's cell."""
        heading, text = self.raw.get(of, ("", ""))
        return Fault(heading, text, code, dict(data))


@dataclass(frozen=True)
class ReadSheet:
    """A sheet that was read: how it was recognised, its rows, and the numbers of rows that are no records."""

    name: str
    recognised: Recognised
    headings: dict[int, str]
    rows: tuple[ReadRow, ...]
    left_out: tuple[int, ...] = ()


def read_sheet(sheet: Sheet, recognised: Recognised, today: date) -> ReadSheet:
    """Every record row of a sheet."""
    width = max((len(row) for row in sheet.rows), default=0)
    heading_row = sheet.rows[recognised.heading_row]
    headings = {at: text_of(cell) for at, cell in enumerate(heading_row[:width]) if not is_empty(cell)}
    used = {at: name for at, name in recognised.columns.items() if name != UNUSED}
    below = sheet.rows[recognised.heading_row + 1 :]
    reader = RowReader(recognised.concept, used, headings, today, _habits(recognised.concept, used, below))
    rows: list[ReadRow] = []
    left_out: list[int] = []
    above: dict[int, Cell] = {}
    for number, cells in _records(below, recognised, used):
        if cells is None:
            left_out.append(number)
            continue
        cells = _filled_down(recognised.concept, used, cells, above)
        values, notes, faults, raw = reader.read(cells)
        rows.append(ReadRow(sheet.name, number, recognised.concept, values, notes, faults, raw))
    return ReadSheet(sheet.name, recognised, headings, tuple(rows), tuple(left_out))


def _records(
    below: list[list[Cell]], recognised: Recognised, used: dict[int, str]
) -> Iterator[tuple[int, list[Cell] | None]]:
    """(number, cells) of rows that are records; None for cells of a row that is left out (a sum, a footnote)."""
    for offset, cells in enumerate(below):
        number = recognised.heading_row + offset + 2
        filled = [at for at, cell in enumerate(cells) if not is_empty(cell)]
        if not filled or looks_like_headings(cells, recognised.concept, recognised.columns):
            continue
        if _is_sum(cells, filled) or _is_footnote(cells, filled, recognised.concept, used):
            yield number, None
            continue
        yield number, cells


def _is_sum(cells: list[Cell], filled: list[int]) -> bool:
    """ "Summa 81": the first words are a word for sums and the rest are numbers."""
    first = cells[filled[0]]
    if not isinstance(first, str):
        return False
    said = fold(first).rstrip(" 0123456789")
    others = [cells[at] for at in filled[1:]]
    numbers = all(not isinstance(cell, str) or cell.startswith("=") or cell.strip().isdecimal() for cell in others)
    return said in words("totals") and numbers


def _is_footnote(cells: list[Cell], filled: list[int], concept: str, used: dict[int, str]) -> bool:
    """A line with a single cell that cannot be a record: a comment under the table, a heading between its parts."""
    if len(filled) > 1 or len(used) < 3:
        return False
    at = filled[0]
    name = used.get(at, UNUSED)
    whoever = name in ("name", "name_reversed", "code_name", "number", "identity") and len(text_of(cells[at])) <= 40
    return not (concept == "person" and whoever) or text_of(cells[at]).endswith((".", ":"))


def _filled_down(concept: str, used: dict[int, str], cells: list[Cell], above: dict[int, Cell]) -> list[Cell]:
    names = FILLED_DOWN.get(concept, ())
    columns = [at for at, name in used.items() if name in names and at < len(cells)]
    if not columns:
        return cells
    made = list(cells)
    if all(is_empty(cells[at]) for at in columns):
        for at in columns:
            made[at] = above.get(at)
    else:
        above.clear()
        above.update({at: cells[at] for at in columns})
    return made


def _habits(concept: str, used: dict[int, str], below: list[list[Cell]]) -> dict[int, dates.Habit]:
    """How each column of dates writes them."""
    fields = CONCEPTS[concept].fields
    return {at: dates.habit_of(_column(below, at)) for at, name in used.items() if fields[name].reads in DATED}


def _column(rows: list[list[Cell]], at: int) -> Iterable[Cell]:
    return (row[at] for row in rows if at < len(row))


