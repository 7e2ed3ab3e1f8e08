"""Figures keep to compartments: who does not see help or enforcement is not told how much of it there is either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from kit.sighted import planted_office, seen_by
from kit.vaults import new_vault

from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role
from gvi_desktop.services import overview, reports
from gvi_desktop.services.report_parts import Report
from gvi_desktop.services.reports import ReportKind, Wish
from gvi_desktop.services.workspace import Workspace

ENFORCEMENT, HELP = Compartment.ENFORCEMENT, Compartment.HELP
OF = {
    HELP: {"phone_calls", "help", "help_by_kind", "help_by_stage"},
    ENFORCEMENT: {"focus_count", "focus_each", "focus_ends", "speed"},
}
"""Sections of the year's report that are counted from a compartment."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path_factory.mktemp("figures") / "a.gvi")
    planted_office(workspace)
    yield workspace
    workspace.close()


def made(office: Workspace, kind: ReportKind, *, public: bool = False) -> Report:
    return office.read(reports.make, Wish(kind, "en", public=public))


def keys(report: Report) -> set[str]:
    return {one.key for one in report.sections}


def test_there_is_something_of_each_to_count(office: Workspace) -> None:
    for record in (Help, Phonecall, Incident):
        assert office.read(lambda unit, record=record: len(unit.find(record))) > 0
    found = office.read(reports.figures, Period())
    assert found["phone_calls"]["total"] and found["help"]["asked"] and found["incidents"]["total"]
    assert found["focus_rounds"] and found["focus"]["total"]
    assert keys(made(office, ReportKind.YEAR)) >= {"phone_calls", "help", "focus_count", "speed"}


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("room", [HELP, ENFORCEMENT])
def test_the_years_report_leaves_out_what_is_withheld_and_says_so(
    office: Workspace, room: Compartment, public: bool
) -> None:
    other = ENFORCEMENT if room is HELP else HELP
    with seen_by(office, Role.READER, frozenset({room})):
        report = made(office, ReportKind.YEAR, public=public)
    assert keys(report).isdisjoint(OF[room])
    assert not keys(report).isdisjoint(OF[other])
    assert any("does not see it" in note for note in report.notes)
    assert not any("does not see it" in note for note in made(office, ReportKind.YEAR, public=public).notes)


@pytest.mark.parametrize("room", [HELP, ENFORCEMENT])
def test_figures_for_programs_are_null_where_they_are_withheld(office: Workspace, room: Compartment) -> None:
    whole = office.read(reports.figures, Period())
    with seen_by(office, Role.STAFF, frozenset({room})):
        found = office.read(reports.figures, Period())
    of_room: dict[Compartment, list[Any]] = {
        HELP: [found["phone_calls"]["total"], found["help"]["asked"], found["help"]["first_contact_within_24_h"]],
        ENFORCEMENT: [found["focus"]["total"], found["focus"]["median_days"], found["incidents"]["total"]],
    }
    empty: dict[Compartment, list[Any]] = {
        HELP: [found["phone_calls"]["by_need"], found["help"]["by_kind"], found["help"]["by_stage"]],
        ENFORCEMENT: [found["focus_rounds"], found["incidents"]["days_to_first_talk"]],
    }
    assert of_room[room] == [None, None, None]
    assert not any(empty[room])
    assert found.keys() == whole.keys()
    assert found["notifications"] == whole["notifications"]
    other = ("incidents", "focus") if room is HELP else ("help", "phone_calls")
    assert [found[one] for one in other] == [whole[one] for one in other]


@pytest.mark.parametrize("room", [HELP, ENFORCEMENT])
def test_the_months_report_has_no_line_of_it(office: Workspace, room: Compartment) -> None:
    def lines() -> set[str]:
        report = made(office, ReportKind.MONTH)
        return {str(row[0]) for one in report.sections if one.key == "month_figures" for row in one.rows}

    whole = lines()
    with seen_by(office, Role.READER, frozenset({room})):
        less = lines()
    assert len(whole - less) == (4 if room is HELP else 2)
    assert less < whole


def test_an_administrator_reads_of_neither_and_the_overview_draws_no_focus_rounds(office: Workspace) -> None:
    assert office.read(overview.overview).rounds is not None
    with seen_by(office, Role.ADMINISTRATOR, frozenset()):
        assert keys(made(office, ReportKind.YEAR)).isdisjoint(OF[HELP] | OF[ENFORCEMENT])
        assert office.read(overview.overview).rounds is None
        annex = made(office, ReportKind.ASSESSMENT)
    data = next(one for one in annex.sections if one.key == "dpia_data")
    withheld = [row for row in data.rows if row[3] == "withheld"]
    assert {str(row[1]).lower() for row in withheld} == {"enforcement", "help"}
