"""Reports as files: CSV, XLSX and PDF; no cell of a spreadsheet can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from gvi_desktop.letters.pages import report as pages
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.services.reports import Cell, Report, Section, owner_lines, register
from gvi_desktop.services.stationery import letterhead
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it (security.md, rule 6)."""
    risky = isinstance(value, str) and len(value) > 1 and value.startswith(FORMULA)
    return f"'{value}" if risky else value


def _grid(report: Report, owner: Sequence[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[report.title, report.subtitle]]
    rows += [[line] for line in owner if line]
    for section in report.sections:
        rows += [[], [section.heading], list(section.heads), *(list(row) for row in section.rows)]
    rows.append([])
    rows += [[note] for note in report.notes]
    return [[harmless(cell) for cell in row] for row in rows]


def as_csv(report: Report, owner: Sequence[str]) -> bytes:
    """CSV in UTF-8 with its mark and semicolons, as a Swedish Excel opens it."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(_grid(report, owner))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(report: Report, owner: Sequence[str]) -> bytes:
    """A workbook with one sheet."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = report.title[:31]
    heads = {tuple(section.heads) for section in report.sections}
    headings = {section.heading for section in report.sections}
    for row in _grid(report, owner):
        sheet.append(row)
        last = sheet.max_row
        if row and (tuple(row) in heads or (len(row) == 1 and row[0] in headings)):
            for cell in sheet[last]:
                cell.font = Font(bold=True)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 46
    for column in "BCDEFG":
        sheet.column_dimensions[column].width = 16
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_pdf(unit: Unit, report: Report, language: str) -> bytes:
    """A paper with the office's head, its purpose and owner."""
    sections = [pages.Section(section.heading, table=_table(section)) for section in report.sections]
    paper = pages.Report(report.title, report.subtitle, sections, report.notes)
    return pages.draw(paper, letterhead(unit), Marks(unit.today), language)


def _table(section: Section) -> pages.Table:
    numbers = {
        column
        for column in range(1, len(section.heads))
        if all(isinstance(row[column], int | float) for row in section.rows)
    }
    return pages.Table(section.heads, [[str(cell) for cell in row] for row in section.rows], frozenset(numbers))


def save(unit: Unit, report: Report, form: str, language: str, path: Path) -> None:
    """Write a report to a file in the step that enters it in the journal and the register of disclosures."""
    if form == "pdf":
        content = as_pdf(unit, report, language)
    else:
        content = (as_csv if form == "csv" else as_xlsx)(report, owner_lines(unit))
    register(unit, form, report)
    write_atomically(path, content)
