"""The evaluator's data set: every group and week, nobody in it, and a key that stays in the vault."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pypdfium2
from kit.callins import add_group, add_person
from kit.reports import GROUP, TODAY, focus, talk

from gvi_desktop.domain.incident import IncidentDraft, IncidentType
from gvi_desktop.domain.indicators import Period
from gvi_desktop.services import (
    focusviews,
    incidents,
    report_files,
    reports,
    reports_evaluator,
)
from gvi_desktop.services.reports import ReportKind, Wish
from gvi_desktop.services.workspace import Workspace


def test_the_data_set_has_every_group_and_week_with_its_dose(office: Workspace) -> None:
    group, other = office.write(add_group, GROUP), office.write(add_group, "En annan grupp")
    who = office.write(add_person, "P1", group)
    for on in (date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 19)):
        office.write(talk, who, on, group=group)
    shot = IncidentDraft(on=date(2026, 1, 12), group=group, incident_type=IncidentType.SHOOTING, imported=True)
    office.write(incidents.add, shot)
    period = Period(date(2026, 1, 5), date(2026, 1, 25))
    report = office.read(reports.make, Wish(ReportKind.EVALUATOR, "en", period))
    data = next(one for one in report.sections if one.data)
    assert len(data.rows) == 2 * 3  # groups times weeks: a week without figures is there with zeros
    codes = {name: code for code, name in office.read(reports_evaluator.key_of, report.reference)}
    own = [dict(zip(data.heads, row, strict=True)) for row in data.rows if row[0] == codes[GROUP]]
    assert [(one["week"], one["talks"], one["individuals"], one["dose"]) for one in own] == [
        ("2026-W02", 2, 1, 2),
        ("2026-W03", 0, 0, 2),
        ("2026-W04", 1, 1, 3),
    ]
    assert [one["shooting"] for one in own] == [0, 1, 0]
    assert {row[0] for row in data.rows} == {"G01", "G02"} and other


def test_no_name_code_name_group_or_id_is_in_any_byte_of_the_data_set(office: Workspace) -> None:
    made = focus(office)
    group = office.read(focusviews.view, made).line.record.group
    who = office.write(add_person, "KODNAMN7", group, given_name="Zebulon", family_name="Quist")
    office.write(talk, who, TODAY, group=group)
    for public in (False, True):
        report = office.read(reports.make, Wish(ReportKind.EVALUATOR, "sv", public=public))
        files = {form: office.read(report_files.content, report, form, "sv") for form in report_files.FORMS}
        book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
        cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
        document = pypdfium2.PdfDocument(files["pdf"])
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
        for text in (files["csv"].decode("utf-8-sig"), " ".join(cells), " ".join(pages)):
            assert not any(word in text for word in (GROUP, "KODNAMN7", "Zebulon", "Quist", str(group), who))


def test_the_key_of_a_data_set_is_seen_on_screen_and_made_again_from_its_number(office: Workspace) -> None:
    office.write(add_group, GROUP)
    report = office.read(reports.make, Wish(ReportKind.EVALUATOR, "en"))
    kept = [one for one in report.sections if one.kept]
    assert [list(one.rows) for one in kept] == [office.read(reports_evaluator.key_of, report.reference)]
    assert not [one for one in report_files.leaving(report).sections if one.kept]


def test_the_csv_of_a_data_set_is_heads_and_rows_alone(office: Workspace) -> None:
    office.write(add_group, GROUP)
    period = Period(date(2026, 1, 5), date(2026, 1, 11))
    report = office.read(reports.make, Wish(ReportKind.EVALUATOR, "sv", period))
    text = office.read(report_files.content, report, "csv", "sv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == list(reports_evaluator.DATA)
    assert rows[1:] == [["G01", "2026-W02", *["0"] * 11]]
