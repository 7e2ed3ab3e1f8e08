"""Text tables: their encoding and delimiter are found out from what stands in them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from gvi_desktop.domain.errors import WorkbookError
from gvi_desktop.intake.cell import Cell

DELIMITERS = (";", ",", "\t", "|")
SAMPLE = 200
"""Lines that are looked at to find the delimiter."""


def read(path: Path) -> list[list[Cell]]:
    """The rows of a text table, each as wide as the widest. Raises WorkbookError `workbook_unreadable`."""
    text = _decoded(path)
    # The csv module refuses fields over its limit; a note may be longer than its default of 128 KiB.
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as fault:
        raise WorkbookError("workbook_unreadable", path=str(path)) from fault
    if rows and len(rows[0]) == 1 and rows[0][0].casefold().startswith("sep="):
        rows[0] = []
    width = max((len(row) for row in rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in content[:4096]:
        raise WorkbookError("workbook_unreadable", path=str(path))
    else:
        encodings = ["utf-8-sig", "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise WorkbookError("workbook_unreadable", path=str(path))


def _delimiter(text: str) -> str:
    """The delimiter that cuts most lines into the same number of columns, more than one."""
    first = text[:5].casefold()
    if first.startswith("sep=") and len(first) == 5:
        return first[4]
    best, best_score = ",", 0
    for delimiter in DELIMITERS:
        sample = text[:200_000].splitlines(keepends=True)[:SAMPLE]
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if any(row)]
        except csv.Error:
            continue
        wide = [width for width in widths if width > 1]
        if wide:
            usual = max(set(wide), key=lambda width: (wide.count(width), width))
            score = wide.count(usual) * usual
            if score > best_score:
                best, best_score = delimiter, score
    return best
