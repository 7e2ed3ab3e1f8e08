"""Workbooks as plain rows: XLSX, ODS, XLS and CSV, read without running anything that stands in them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from gvi_desktop.domain.errors import WorkbookError
from gvi_desktop.intake import csvtext, formulas
from gvi_desktop.intake.cell import Cell

LARGEST_FILE = 100 * 1024 * 1024
LARGEST = "100 MB"
LARGEST_CONTENT = 1024 * 1024 * 1024
MOST_ROWS = 300_000
MOST_COLUMNS = 300
SPREADSHEETS = (".xlsx", ".xlsm", ".ods", ".xls", ".xlsb")
TEXTS = (".csv", ".tsv", ".txt")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class Sheet:
    """A sheet's rows from the very first on, so that `rows[0]` is what a spreadsheet calls row 1."""

    name: str
    rows: list[list[Cell]]


@dataclass(frozen=True)
class Workbook:
    """A file that was read: its name and its visible sheets."""

    name: str
    sheets: tuple[Sheet, ...]


def read(path: Path) -> Workbook:
    """Read a workbook.

    Raises WorkbookError `workbook_missing`, `workbook_unreadable`, `workbook_password`, `workbook_kind`,
    `workbook_too_large`, `workbook_too_many_rows`, `workbook_no_permission`.
    """
    suffix = path.suffix.casefold()
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise WorkbookError("workbook_unreadable", path=str(path))
        if size > LARGEST_FILE:
            raise WorkbookError("workbook_too_large", path=str(path), most=LARGEST)
        with path.open("rb") as file:
            begin = file.read(8)
    except FileNotFoundError as fault:
        raise WorkbookError("workbook_missing", path=str(path)) from fault
    except OSError as fault:
        raise WorkbookError("workbook_no_permission", path=str(path)) from fault
    if suffix in TEXTS:
        return Workbook(path.name, (_capped(Sheet(path.stem, csvtext.read(path))),))
    if suffix not in SPREADSHEETS:
        raise WorkbookError("workbook_kind", path=str(path))
    _look_inside(path, begin, suffix)
    return Workbook(path.name, _sheets(path))


def _look_inside(path: Path, begin: bytes, suffix: str) -> None:
    """Refuse what is locked, and what would unpack to more than a workbook can sensibly hold."""
    if begin == _OLE:
        if suffix != ".xls" or "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise WorkbookError("workbook_password", path=str(path))
        return
    if suffix == ".xls":
        raise WorkbookError("workbook_unreadable", path=str(path))
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST_CONTENT:
                raise WorkbookError("workbook_too_large", path=str(path), most=LARGEST)
            locked = any(entry.flag_bits & 1 for entry in packed.infolist())
            if suffix == ".ods" and "META-INF/manifest.xml" in packed.namelist():
                locked = locked or b"encryption-data" in packed.read("META-INF/manifest.xml")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as fault:
        raise WorkbookError("workbook_unreadable", path=str(path)) from fault
    if locked:
        raise WorkbookError("workbook_password", path=str(path))


def _sheets(path: Path) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_path(path) as opened:
            unsolved = formulas.unsolved(path)
            found = []
            for about in opened.sheets_metadata:
                if about.typ != SheetTypeEnum.WorkSheet or about.visible != SheetVisibleEnum.Visible:
                    continue
                sheet = opened.get_sheet_by_name(about.name)
                if sheet.end is not None and sheet.end[0] >= MOST_ROWS:
                    raise WorkbookError("workbook_too_many_rows", sheet=about.name, most=MOST_ROWS)
                cells = sheet.to_python(skip_empty_area=False) if sheet.end is not None else []
                rows: list[list[Cell]] = [[*row[:MOST_COLUMNS]] for row in cells]
                _spread(rows, sheet.merged_cell_ranges or [])
                _put(rows, unsolved.get(about.name, {}))
                found.append(Sheet(about.name, rows))
    except PasswordError as fault:
        raise WorkbookError("workbook_password", path=str(path)) from fault
    except (CalamineError, OSError, ValueError) as fault:
        raise WorkbookError("workbook_unreadable", path=str(path)) from fault
    return tuple(found)


def _capped(sheet: Sheet) -> Sheet:
    if len(sheet.rows) > MOST_ROWS:
        raise WorkbookError("workbook_too_many_rows", sheet=sheet.name, most=MOST_ROWS)
    return sheet


def _spread(rows: list[list[Cell]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """A cell merged over several rows of one column says the same for each of them; titles merged sideways stay one."""
    for (top, left), (bottom, right) in merged:
        if left == right and top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                if left < len(row):
                    row[left] = rows[top][left]


def _put(rows: list[list[Cell]], formulas_of_sheet: dict[tuple[int, int], str]) -> None:
    for (row, column), formula in formulas_of_sheet.items():
        if row < len(rows) and column < len(rows[row]) and rows[row][column] in ("", None):
            rows[row][column] = formula
