"""Files of many kinds and in many states are read as plain rows, or refused with a plain reason."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import workbooks

from gvi_desktop.domain.errors import WorkbookError
from gvi_desktop.intake import workbook

ROWS: list[list[Any]] = [["Nr", "Namn", "Född"], ["P1", "Åke Öberg", "2001-02-03"], ["P2", "Örjan Ek", ""]]


def test_the_same_table_reads_the_same_from_every_format(tmp_path: Path) -> None:
    paths = [
        workbooks.xlsx(tmp_path / "a.xlsx", Personer=ROWS),
        workbooks.ods(tmp_path / "b.ods", Personer=ROWS),
        *(
            workbooks.csv(tmp_path / f"{encoding}{at}.csv", ROWS, delimiter, encoding)
            for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16")
            for at, delimiter in enumerate(";,\t|")
        ),
    ]
    for path in paths:
        (sheet,) = workbook.read(path).sheets
        assert [[cell or "" for cell in row] for row in sheet.rows] == ROWS, path.name


def test_rows_keep_the_numbers_a_spreadsheet_gives_them(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Blad=[[], [], ["Nr", "Namn"]])
    (sheet,) = workbook.read(path).sheets
    assert sheet.rows[2][:2] == ["Nr", "Namn"]


def test_dates_and_numbers_come_as_what_they_are(tmp_path: Path) -> None:
    rows = [["a", "b"], [date(2022, 10, 12), 17.5]]
    for path in (workbooks.xlsx(tmp_path / "a.xlsx", B=rows), workbooks.ods(tmp_path / "a.ods", B=rows)):
        assert workbook.read(path).sheets[0].rows[1] == [date(2022, 10, 12), 17.5]


def test_a_formula_nobody_worked_out_is_shown_as_text(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Blad=[["a", "b"], ["==1+1", "=inte en formel"]])
    assert workbook.read(path).sheets[0].rows[1] == ["=1+1", "=inte en formel"]


def test_a_cell_merged_over_rows_says_the_same_for_each(tmp_path: Path) -> None:
    import openpyxl

    path = workbooks.xlsx(tmp_path / "a.xlsx", Blad=[["Nr", "Namn"], [1, "A"], [None, "B"], [None, "C"]])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].merge_cells("A2:A4")
    book.save(path)
    assert [row[0] for row in workbook.read(path).sheets[0].rows] == ["Nr", 1, 1, 1]


def test_hidden_sheets_are_left_alone(tmp_path: Path) -> None:
    import openpyxl

    path = workbooks.xlsx(tmp_path / "a.xlsx", Synlig=[["x"]], Dold=[["y"]])
    book = openpyxl.load_workbook(path)
    book["Dold"].sheet_state = "hidden"
    book.save(path)
    assert [sheet.name for sheet in workbook.read(path).sheets] == ["Synlig"]


def refused(path: Path) -> str:
    with pytest.raises(WorkbookError) as found:
        workbook.read(path)
    return found.value.code


def test_each_fault_of_a_file_has_its_own_reason(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing more")
    nothing = tmp_path / "empty.xlsx"
    nothing.write_bytes(b"")
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600)
    text = tmp_path / "letter.docx"
    text.write_bytes(b"PK\x03\x04")
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\x00\x01\x02\x03" * 50)
    assert refused(tmp_path / "nowhere.xlsx") == "workbook_missing"
    assert refused(tmp_path) == "workbook_unreadable"
    assert refused(broken) == "workbook_unreadable"
    assert refused(nothing) == "workbook_unreadable"
    assert refused(binary) == "workbook_unreadable"
    assert refused(locked) == "workbook_password"
    assert refused(text) == "workbook_kind"


def test_an_encrypted_opendocument_is_told_from_a_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "locked.ods"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("content.xml", "x")
        packed.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refused(path) == "workbook_password"


def test_a_file_that_unpacks_to_too_much_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Personer=ROWS)
    monkeypatch.setattr(workbook, "LARGEST_CONTENT", 1000)
    assert refused(path) == "workbook_too_large"
    monkeypatch.setattr(workbook, "LARGEST_FILE", 100)
    assert refused(path) == "workbook_too_large"
    monkeypatch.undo()
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    assert refused(path) == "workbook_too_many_rows"


@given(st.binary(max_size=300))
def test_no_text_file_breaks_the_program(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes(content)
    try:
        (sheet,) = workbook.read(path).sheets
    except WorkbookError:
        return
    assert len({len(row) for row in sheet.rows}) <= 1
