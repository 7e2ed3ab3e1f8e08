"""Tables are said as tables: heads, rows and cells, once each, however many pages they take."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pikepdf.pdfa
import pytest
from kit import letters as read
from kit import structure
from kit.letters import HEAD, ONE, letter

from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.pages import attendance, checklist, directory, extract, report, runsheet, seating
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.letters.render import render

MOMENTS = [runsheet.Moment("18.00", 5, "Åsa", "Välkommen"), runsheet.Moment("18.05", 7, "Bo", "Budskap 1")]


def column(*words):
    return [("TH", "Column", word) for word in words]


def regular(table):
    """Whether every row has as many columns as the others."""
    wide = [sum(int(role.partition("*")[2] or 1) for role, _, _ in row) for row in table]
    return len(set(wide)) == 1


def test_a_run_sheet_is_a_table_whose_rows_are_headed_by_the_clock():
    pdf = runsheet.draw(runsheet.Runsheet("", MOMENTS), HEAD, ONE, "sv")
    (table,) = structure.tables(pdf)
    assert table == [
        column("Tid", "Min", "Vem", "Vad"),
        [("TH", "Row", "18.00"), ("TD", "", "5"), ("TD", "", "Åsa"), ("TD", "", "Välkommen")],
        [("TH", "Row", "18.05"), ("TD", "", "7"), ("TD", "", "Bo"), ("TD", "", "Budskap 1")],
    ]


def test_what_is_to_be_filled_in_is_an_empty_cell():
    people = [attendance.Attendee("Tall-1", "Norr", "Karin")]
    pdf = attendance.draw(attendance.Attendance("", people, empty=1), HEAD, ONE, "sv")
    (table,) = structure.tables(pdf)
    assert regular(table)
    assert table[1][:4] == [("TD", "", "1"), ("TH", "Row", "Tall-1"), ("TD", "", "Norr"), ("TD", "", "Karin")]
    assert table[1][4:] == [("TD", "", "")] * 3
    assert table[2] == [("TD", "", "2"), *[("TD", "", "")] * 6]


@pytest.mark.parametrize("copies", [1, 3])
def test_a_table_over_several_pages_is_one_table_a_copy_with_its_head_said_once(copies):
    people = [attendance.Attendee(f"Tall-{n}", "Norr", "Karin") for n in range(50)]
    pdf = attendance.draw(attendance.Attendance("", people), HEAD, Marks(ONE.printed, copies), "sv")
    tables = structure.tables(pdf)
    assert len(read.pages(pdf)) >= 3 * copies
    assert [len(table) for table in tables] == [1 + 50 + 2] * copies
    assert all([row[1][2] for row in table[1:51]] == [one.name for one in people] for table in tables)
    assert sum(role == "TH" and scope == "Column" for t in tables for row in t for role, scope, _ in row) == 7 * copies
    assert all("Grupp" in page for page in read.pages(pdf))
    assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed


def test_a_row_that_goes_over_the_page_is_one_row():
    long = " ".join(f"ord{n}" for n in range(1500))
    sections = [report.Section("Allt", table=report.Table(["Vad", "Text"], [["A", long], ["B", "kort"]]))]
    pdf = report.draw(report.Report("R", "", sections), HEAD, ONE, "sv")
    table = structure.tables(pdf)[-1]
    assert len(read.pages(pdf)) > 1
    assert [[role for role, _, _ in row] for row in table] == [["TH", "TH"], ["TH", "TD"], ["TH", "TD"]]
    assert table[1][1][2].split() == long.split()
    assert structure.parents(pdf)
    assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed


def test_every_section_of_a_checklist_is_a_table_of_its_own():
    pdf = checklist.draw(checklist.Checklist("", ["12 kallade"]), HEAD, ONE, "sv")
    tables = structure.tables(pdf)
    assert len(tables) == len(checklist.SECTIONS) + 1
    assert all(regular(table) and table[0][0] == ("TD", "", "") for table in tables)
    assert all(row[1][:2] == ("TH", "Row") for table in tables[:-1] for row in table[1:])


def test_a_seating_plan_is_a_table_with_gaps_below_those_who_speak():
    seats = [
        seating.Seat(0, 0, "Tall-14", "Norr"),
        seating.Seat(0, 2, "Ek-3", "Syd"),
        seating.Seat(1, 0, "Karin", kind=seating.SeatKind.officer),
    ]
    (table,) = structure.tables(seating.draw(seating.Seating("", seats), HEAD, ONE, "sv"))
    assert [(role, scope) for role, scope, _ in table[0]] == [("TH*3", "Column")]
    assert [cell[2].split() for cell in table[1]] == [["Tall-14", "Norr"], [], ["Ek-3", "Syd"]]
    assert [cell[2] for cell in table[2]] == ["Karin", "", ""]


def test_facts_are_tables_headed_by_their_names():
    names = [("Namn", "Elias"), ("Telefon", "070"), ("Anteckning", "ord " * 80)]
    pdf = report.draw(report.Report("R", "", [report.Section("Person", facts=names)]), HEAD, ONE, "sv")
    owner, facts = structure.tables(pdf)
    assert [row[0][1] for row in owner] == ["Row", "Row"]
    assert [[role for role, _, _ in row] for row in facts] == [["TH", "TD", "TH", "TD"], ["TH", "TD*3"]]
    drawn = extract.draw(extract.Extract("Tall-14", [extract.Facts("Person", names)]), HEAD, ONE, "sv")
    assert [row[0][2] for row in structure.tables(drawn)[1]] == ["Namn", "Telefon", "Anteckning"]


def test_the_directory_and_the_list_of_absent_are_tables_in_every_language_of_one_file():
    helpers = [directory.Helper("Socialtjänsten", "Stöd", "019-1", "")]
    tables = structure.tables(directory.draw([directory.Section(one, helpers, "") for one in ("sv", "so")]))
    assert [[cell[2] for cell in table[1]] for table in tables] == [["Socialtjänsten", "Stöd", "019-1", "–"]] * 2
    absent = structure.tables(render([letter(LetterKind.NO_SHOWS)] * 2, HEAD, "sv").pdf)
    assert [table[-1][0][1] for table in absent if table[0][0][1] == "Column"] == ["Row", "Row"]


def test_a_table_is_read_between_what_stands_above_and_below_it():
    told = [words for _, _, words in structure.said(runsheet.draw(runsheet.Runsheet("", MOMENTS), HEAD, ONE, "sv"))]
    assert told[:2] == ["Körschema", "Tid"]
    assert told[told.index("Budskap 1") + 1].startswith("Summa")


HOSTILE = ['<img src="/etc/passwd"/>', "{{phone}}", "**x** | y", "# z", "\u202eElias\x00\u2066"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_values_are_words_in_their_cell(hostile):
    plain = "Elias" if "Elias" in hostile else hostile.replace(" ", "")
    people = [attendance.Attendee(hostile, hostile, hostile)]
    helpers = [directory.Helper(hostile, hostile, hostile, hostile)]
    for pdf in (
        attendance.draw(attendance.Attendance("", people), HEAD, ONE, "sv"),
        directory.draw([directory.Section("sv", helpers, "019-2"), directory.Section("ar", helpers, "019-2")]),
    ):
        for table in structure.tables(pdf):
            assert [cell[2].replace(" ", "") for cell in table[1]].count(plain) >= 3
        assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed
        assert structure.loose(pdf) == []


def test_no_word_of_the_directory_is_cut_in_two():
    name, phone, hours = "Kvinnofridsmottagningen", "019-21\u00a010\u00a000", "mån–tors\u00a09–16"
    said = "Hjälp att sluta med droger, och stöd vid oro, sömnsvårigheter, våld hemma och svåra minnen."
    pdf = directory.draw([directory.Section("sv", [directory.Helper(name, said, phone, hours)], "")])
    assert name in read.pages(pdf)[0].split()
    one = {"service_name": name, "service_help": said, "service_phone": phone, "service_hours": hours}
    made = replace(letter(LetterKind.DIRECTORY), lists={"services": [one, one | {"service_name": "Arbetsmarknaden"}]})
    assert {name, "Arbetsmarknaden", "9–16"} <= set(read.text(render([made], HEAD, "sv").pdf).split())
