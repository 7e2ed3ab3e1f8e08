"""Reports: figures from records, public versions that hide small numbers, files that run nothing."""

import csv
import io
from datetime import date

import openpyxl
import pypdfium2
import pytest

from gvi_desktop import paths
from gvi_desktop.domain.help import HelpDraft, HelpKind
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import GuardianDecision, PersonDraft
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.services import (
    helping,
    importing,
    indicators,
    notifications,
    people,
    report_files,
    report_parts,
    reports,
    rounds,
)
from gvi_desktop.services.workspace import Workspace

TEAM = (TeamMember("Polisen"),)


@pytest.fixture
def year_one(office: Workspace) -> Workspace:
    shown = office.read(importing.preview, paths.resource("demo", "orebro-year-one.xlsx"))
    office.write(importing.take_in, shown)
    return office


def person(office: Workspace, **values: object) -> str:
    return office.write(people.add, PersonDraft(given_name="Adam", **values))  # type: ignore[arg-type]


def small(cell: object) -> bool:
    return isinstance(cell, int) and 0 < cell < 5


def talk(office: Workspace, who: str, on: date, outcome: Outcome = Outcome.REACHED, **more: object) -> str:
    draft = NotificationDraft(person=who, on=on, outcome=outcome, team=TEAM, imported=True, **more)  # type: ignore[arg-type]
    return office.write(notifications.log, draft)


def test_all_visits_are_attempts_reached_ones_talks_and_people_are_counted_once(office: Workspace) -> None:
    one = person(office, birth_date=date(1999, 1, 1))
    talk(office, one, date(2026, 5, 1), message_1=True, message_2=True, message_3=True)
    talk(office, one, date(2026, 5, 2))
    talk(office, one, date(2026, 5, 3), Outcome.NOT_HOME)
    found = office.read(indicators.count, Period())
    assert (found.attempts, found.talks, found.individuals, found.talks_with_all_three_messages) == (3, 2, 1, 1)


@pytest.mark.parametrize(
    ("birth", "year", "under"),
    [(date(2008, 5, 2), None, 1), (date(2008, 5, 1), None, 0), (None, 2008, 1), (None, 2007, 0), (None, None, 0)],
)
def test_somebody_is_under_eighteen_on_the_day_of_the_talk(
    office: Workspace, birth: date | None, year: int | None, under: int
) -> None:
    decided = {"guardian_decision": GuardianDecision.CONSENTS, "best_interests": "x"}
    who = person(office, birth_date=birth, birth_year=year, **decided)
    talk(office, who, date(2026, 5, 1))
    assert office.read(indicators.count, Period()).talks_under_18 == under


def test_a_correction_takes_the_place_of_what_it_corrects(office: Workspace) -> None:
    who = person(office, birth_date=date(1999, 1, 1))
    first = talk(office, who, date(2026, 5, 1))
    fixed = NotificationDraft(person=who, on=date(2026, 5, 1), outcome=Outcome.NOT_HOME, team=TEAM, imported=True)
    office.write(notifications.correct, first, fixed)
    found = office.read(indicators.count, Period())
    assert (found.attempts, found.talks) == (1, 0)


def test_only_what_lies_in_the_period_is_counted(office: Workspace) -> None:
    who = person(office, birth_date=date(1999, 1, 1))
    made = office.write(rounds.plan, RoundDraft(name="Vår", from_on=date(2026, 4, 1)))
    talk(office, who, date(2026, 4, 30))
    talk(office, who, date(2026, 5, 1), round=made)
    found = office.read(indicators.count, Period(date(2026, 5, 1), date(2026, 5, 31)))
    assert found.talks == 1
    assert found.by_round == {"Vår": 1}
    assert found.by_month == {"2026-05": (1, 0)}
    assert [(one.name, one.attempts, one.talks, one.individuals) for one in found.rounds] == [("Vår", 1, 1, 1)]
    whole = office.read(indicators.count, Period())
    assert [(one.name, one.talks) for one in whole.rounds] == [("Vår", 1), ("", 1)]


def test_first_contact_is_counted_in_hours_where_times_are_known(office: Workspace) -> None:
    from datetime import time

    def ask(**more: object) -> None:
        kind = HelpKind.WORK
        draft = HelpDraft(anonymous=True, asked_on=date(2026, 5, 1), help_kind=kind, **more)  # type: ignore[arg-type]
        office.write(helping.add, draft)

    ask(first_contact_on=date(2026, 5, 2))
    ask(asked_at=time(8), first_contact_on=date(2026, 5, 2), first_contact_at=time(9))
    ask(first_contact_on=date(2026, 5, 4))
    ask(first_contact_on=date(2026, 5, 5))
    ask()
    found = office.read(indicators.count, Period())
    assert (found.help_asked, found.first_contact_24, found.first_contact_72) == (5, 1, 3)


def test_a_public_report_hides_numbers_under_five_and_names_no_group(year_one: Workspace) -> None:
    full, public = (year_one.read(reports.figures, Period(), public=hidden) for hidden in (False, True))
    assert full["callins"][0]["no_show"] == 1
    assert sum(one["called"] for one in public["callins"]) == 23
    assert {one["no_show"] for one in public["callins"]} == {None}
    assert full["notifications"]["talks_under_18"] == public["notifications"]["talks_under_18"] == 8
    assert len(full["focus_rounds"]) == 4 and public["focus_rounds"] == []
    shown = year_one.read(reports.year, Period(), "sv", public=True)
    cells = [cell for section in shown.sections for row in section.rows for cell in row]
    assert "Vivalla Norra" not in cells
    held = {("callins_held", 2)}  # meetings, not people
    few = {(section.key, cell) for section in shown.sections for row in section.rows for cell in row[1:] if small(cell)}
    assert few == held


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_same_figures_stand_in_csv_xlsx_and_pdf(year_one: Workspace, language: str) -> None:
    report = year_one.read(reports.year, Period(), language)
    owner = year_one.read(report_parts.owner_lines)
    rows = list(csv.reader(io.StringIO(report_files.as_csv(report, owner).decode("utf-8-sig")), delimiter=";"))
    sheet = openpyxl.load_workbook(io.BytesIO(report_files.as_xlsx(report, owner))).active
    assert sheet is not None
    cells = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    document = pypdfium2.PdfDocument(year_one.read(report_files.as_pdf, report, language))
    text = "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    for section in report.sections[:2]:
        for row in section.rows:
            assert [str(cell) for cell in row] in rows
            assert [str(cell) for cell in row] in cells
            assert str(row[0]) in text
    assert any("Minska det dödliga våldet." in row for row in rows)
    assert report.notes[0] in text.replace("\r\n", " ")


def test_no_cell_of_a_spreadsheet_becomes_a_formula() -> None:
    for risky in ("=1+1", "+46", "-x", "@cmd", "\tx"):
        assert str(report_files.harmless(risky)).startswith("'")
    assert report_files.harmless("-") == "-"
    assert report_files.harmless(5) == 5
