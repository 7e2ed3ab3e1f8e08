"""Reports as files: CSV, XLSX and PDF; no cell of a spreadsheet can become a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.letters.pages import report as pages
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.services.filepassword import locked
from gvi_desktop.services.letters import write_file
from gvi_desktop.services.report_parts import Cell, Report, Section, Teller, owner_lines, register
from gvi_desktop.services.stationery import letterhead
from gvi_desktop.services.unit import Unit

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORMULA = ("=", "+", "-", "@", "\t", "\r")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FORMS = ("pdf", "xlsx", "csv")
PRINTED = 120
"""Lines of a data set that a paper holds; the rest is for programs, in the other files."""


def harmless(value: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it (security.md, rule 6), and signs
    that no workbook may hold become spaces."""
    value = UNWRITABLE.sub(" ", value) if isinstance(value, str) else value
    risky = isinstance(value, str) and len(value) > 1 and value.startswith(FORMULA)
    return f"'{value}" if risky else value


def leaving(report: Report) -> Report:
    """The report without what stays in the vault."""
    return replace(report, sections=tuple(one for one in report.sections if not one.kept))


def _grid(report: Report, owner: Sequence[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[report.title, report.subtitle]]
    rows += [[line] for line in owner if line]
    for section in report.sections:
        rows += [[], [section.heading]]
        rows += [[section.text]] if section.text else []
        rows += [list(section.heads), *(list(row) for row in section.rows)] if section.rows else []
    rows.append([])
    rows += [[note] for note in report.notes]
    return [[harmless(cell) for cell in row] for row in rows]


def as_csv(report: Report, owner: Sequence[str]) -> bytes:
    """CSV in UTF-8 with its mark and semicolons, as a Swedish Excel opens it; of a data set only heads and rows."""
    shown = leaving(report)
    out = io.StringIO()
    data = next((one for one in shown.sections if one.data), None)
    rows = _data(data) if data else _grid(shown, owner)
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _data(section: Section) -> list[list[Cell]]:
    return [[harmless(cell) for cell in row] for row in (section.heads, *section.rows)]


def as_xlsx(report: Report, owner: Sequence[str]) -> bytes:
    """A workbook: everything on one sheet, a data set on a sheet of its own."""
    from openpyxl import Workbook

    shown = leaving(report)
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = _sheet_name(report.title)
    _fill(sheet, replace(shown, sections=tuple(one for one in shown.sections if not one.data)), owner)
    for section in shown.sections:
        if section.data:
            own = book.create_sheet(_sheet_name(section.heading))
            for row in _data(section):
                own.append(row)
            own.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet_name(text: str) -> str:
    """A name that a workbook takes: 31 characters, without those that it keeps for itself."""
    text = UNWRITABLE.sub(" ", text)
    return "".join(" " if letter in "[]:*?/\\" else letter for letter in text)[:31].strip(" '") or "1"


def _fill(sheet: Worksheet, report: Report, owner: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font

    heads = {section.heads for section in report.sections}
    headings = {section.heading for section in report.sections}
    for row in _grid(report, owner):
        sheet.append(row)
        if row and (tuple(row) in heads or (len(row) == 1 and row[0] in headings)):
            for cell in sheet[sheet.max_row]:
                cell.font = Font(bold=True)
    for section in report.sections:
        for at in range(1, sheet.max_row + 1):
            if section.text and sheet.cell(at, 1).value == harmless(section.text):
                sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=7)
                sheet.cell(at, 1).alignment = Alignment(wrap_text=True, vertical="top")
                sheet.row_dimensions[at].height = 15 * (1 + len(section.text) // 110)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 46
    for column in "BCDEFGH":
        sheet.column_dimensions[column].width = 18


def as_pdf(unit: Unit, report: Report, language: str) -> bytes:
    """A paper with the office's head, its purpose and owner."""
    shown = leaving(report)
    sections = [_section(section, language) for section in shown.sections]
    paper = pages.Report(shown.title, shown.subtitle, sections, shown.notes, close=True)
    return pages.draw(paper, letterhead(unit), Marks(unit.today), language)


def _section(section: Section, language: str) -> pages.Section:
    if section.facts:
        return pages.Section(
            section.heading, section.text, facts=[(str(name), str(said)) for name, said in section.rows]
        )
    if not section.data or len(section.rows) <= PRINTED:
        return pages.Section(section.heading, section.text, _table(section) if section.rows else None)
    left = Teller(language)("lines_left_out", count=len(section.rows) - PRINTED)
    text = " ".join(part for part in (section.text, left) if part)
    return pages.Section(section.heading, text, _table(replace(section, rows=section.rows[:PRINTED])))


def _table(section: Section) -> pages.Table:
    return pages.Table(section.heads, [[str(cell) for cell in row] for row in section.rows], figures(section))


def figures(section: Section) -> frozenset[int]:
    """The columns of numbers, set flush right; hidden ones and dashes stand among them."""
    return frozenset(
        column
        for column in range(1, len(section.heads))
        if any(isinstance(row[column], int | float) for row in section.rows)
    )


def content(unit: Unit, report: Report, form: str, language: str) -> bytes:
    """The report as a file of that form."""
    if form == "pdf":
        return as_pdf(unit, report, language)
    return (as_csv if form == "csv" else as_xlsx)(report, owner_lines(unit))


def save(unit: Unit, report: Report, form: str, language: str, path: Path, password: str = "") -> None:
    """Write a report to a file in the step that enters it in the journal and the register of disclosures; a PDF opens
    with the password only, where one is given (ValueError for other forms: they have none).

    The file is written last: when it cannot be, the step is undone and nothing says that it left.
    """
    if password and form != "pdf":
        raise ValueError("only a PDF can have a password")
    made = locked(content(unit, report, form, language), password)
    register(unit, form, report)
    write_file(path, made)
