"""Hostile input to planning and reports: far-off days, odd signs, meetings that are over, what must not be told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from kit.callins import DAY, add_callin, add_group, add_person, go, ready_callin
from kit.vaults import CHEAP, SettableClock, new_vault

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.focus import Exclusion, FocusDraft
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import IncidentDraft
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import NotificationDraft, TeamMember
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.round import RoundDraft, RoundTeam, Share
from gvi_desktop.domain.speaker import SpeakerDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import (
    aftercallin,
    callins,
    focusing,
    incidents,
    notifications,
    overview,
    plans,
    rehearsals,
    report_files,
    reports,
    reports_evaluator,
    roundplan,
    rounds,
    speakerbook,
    speakers,
    timeline,
    unlocking,
    users,
)
from gvi_desktop.services.reports import ReportKind, Wish
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.wording import Words

FAR = (date.min, date(999, 12, 31), date(3000, 1, 1), date.max)
BELL = "A\x01\x07\x1b[31mB\ufffe"


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi", clock=clock)
    yield workspace
    workspace.close()


def codes(error: pytest.ExceptionInfo[RefusedError]) -> set[str]:
    return {str(problem.code) for problem in error.value.problems}


def focus(group: str, day: date, **more: Any) -> FocusDraft:
    values = {"decided_by": "Styrgruppen", "decided_on": day, "basis": "Skjutning", "certainty": Certainty.CONFIRMED}
    values |= {"start_on": day, "review_on": day, "proportionality": "Vägd", "exclusions": frozenset(Exclusion)}
    return FocusDraft(group=group, **{**values, **more})


# ------------------------------------------------------------------ days that no calendar reaches


def test_a_call_in_is_neither_planned_for_nor_moved_to_a_day_that_no_calendar_reaches(ws: Workspace) -> None:
    plan = ws.read(plans.default)
    assert plan is not None
    made = ws.write(add_callin, DAY, plan.id)
    for day in FAR:
        with pytest.raises(RefusedError) as planned:
            ws.write(add_callin, day, plan.id, start=time(0, 10))
        with pytest.raises(RefusedError) as moved:
            ws.write(callins.move, made, day)
        with pytest.raises(RefusedError) as changed:
            ws.write(callins.change, made, replace(ws.read(callins.get, made), on=day))
        assert codes(planned) == codes(moved) == codes(changed) == {"improbable_date"}
    assert ws.read(callins.get, made).on == DAY


def test_far_off_days_are_refused_for_focus_rounds_corrections_rounds_and_visits(ws: Workspace) -> None:
    made = ready_callin(ws)
    somebody = next(iter(made.people.values()))
    team = RoundTeam("Ett", (TeamMember("Kommunen", "Ida"),))
    draft = RoundDraft(name="Omgång", from_on=ws.read(lambda unit: unit.today), targets=frozenset({somebody}))
    whole = ws.write(rounds.plan, replace(draft, teams=(team,)))
    for day in FAR:
        with pytest.raises(RefusedError):
            ws.write(focusing.start, focus(made.groups["Norr"], day))
        with pytest.raises(RefusedError):
            ws.write(rehearsals.correct, made.id, Correction("Mikrofonen", due_on=day))
        with pytest.raises(RefusedError):
            ws.write(rounds.plan, replace(draft, from_on=day))
        with pytest.raises(RefusedError):
            ws.write(notifications.log, NotificationDraft(person=somebody, planned_on=day))
        with pytest.raises(RefusedError):
            ws.write(roundplan.share_out, whole, [Share(somebody, "Ett", day)])


def test_a_report_of_days_that_cannot_be_counted_is_refused_in_words(ws: Workspace) -> None:
    for day in FAR:
        for kind in (ReportKind.YEAR, ReportKind.MONTH, ReportKind.EVALUATOR):
            with pytest.raises(RefusedError) as refused:
                ws.read(reports.make, Wish(kind, "sv", Period(day, day)))
            said = Words("sv").error(refused.value)
            assert codes(refused) == {"improbable_date"} and "stämma" in said and "{" not in said
        with pytest.raises(RefusedError):
            ws.read(reports.figures, Period(day, None))


# ------------------------------------------------------------------ meetings that are over


def test_a_meeting_that_was_held_cannot_be_moved_into_the_future(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(callins.hold, made.id)
    held = ws.read(lambda unit: unit.get(Callin, made.id))
    with pytest.raises(RefusedError) as refused:
        ws.write(callins.change, made.id, replace(held, on=DAY + timedelta(days=1)))
    assert codes(refused) == {"callin_day_ahead"}
    ws.write(callins.change, made.id, replace(held, on=DAY - timedelta(days=1)))
    assert ws.read(callins.get, made.id).on == DAY - timedelta(days=1)


def test_nobody_is_put_into_the_programme_of_a_cancelled_call_in(ws: Workspace) -> None:
    made = ws.write(add_callin)
    ws.write(callins.cancel, made, "Lokalen brann.")
    with pytest.raises(RefusedError) as refused:
        ws.write(speakers.add, SpeakerDraft(callin=made, name="Eva Dahl"))
    assert codes(refused) == {"callin_is_cancelled"}


def test_a_speaker_whose_name_no_search_finds_is_known_all_the_same(ws: Workspace) -> None:
    made = ws.write(add_callin)
    odd = ws.write(speakers.add, SpeakerDraft(callin=made, name="🙂"))
    assert ws.read(speakerbook.known, odd).name == "🙂"


def test_a_speaker_of_a_cancelled_call_in_is_said_to_be_gone(ws: Workspace) -> None:
    made = ws.write(add_callin)
    speaker = ws.write(speakers.add, SpeakerDraft(callin=made, name="Eva Dahl"))
    ws.write(callins.cancel, made, "Lokalen brann.")
    with pytest.raises(NotFoundError):
        ws.read(speakerbook.known, speaker)


def test_proposed_visits_are_planned_once_however_often_the_button_is_pressed(
    ws: Workspace, clock: SettableClock
) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(callins.hold, made.id)
    away = [one.person for one in ws.read(aftercallin.aftermath, made.id).proposals]
    ws.write(aftercallin.plan_talks, made.id, away, DAY + timedelta(days=2))
    with pytest.raises(RefusedError):
        ws.write(aftercallin.plan_talks, made.id, away, DAY + timedelta(days=2))
    assert len(ws.read(notifications.ids, planned=True)) == len(away)


# ------------------------------------------------------------------ signs that a file cannot hold


def test_a_workbook_is_written_whatever_signs_a_name_holds(ws: Workspace, tmp_path: Path) -> None:
    made = ws.write(add_callin, venue=BELL)
    whole = ws.write(rounds.plan, RoundDraft(name=f"'{BELL}'", from_on=ws.read(lambda unit: unit.today)))
    for kind, subject in ((ReportKind.CALLIN, made), (ReportKind.ROUND, whole)):
        report = ws.read(reports.make, Wish(kind, "sv", subject=subject))
        path = tmp_path / f"{kind}.xlsx"
        ws.write(report_files.save, report, "xlsx", "sv", path)
        sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets[0]
        said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert any("[31mB" in one for one in said)
        assert not any(sign in one for sign in "\x01\x07\x1b\ufffe" for one in [*said, sheet.title])
        assert sheet.title.strip("'") == sheet.title


# ------------------------------------------------------------------ what must not be told


def test_who_looks_after_keys_is_not_told_on_the_overview_which_groups_are_in_focus(
    ws: Workspace, tmp_path: Path, clock: SettableClock
) -> None:
    group = ws.write(add_group, "Norr")
    today = ws.read(lambda unit: unit.today)
    incident = ws.write(
        incidents.add, IncidentDraft(on=today, area="Vivalla", group=group, certainty=Certainty.CONFIRMED)
    )
    ws.write(focusing.start, focus(group, today, incidents=frozenset({incident})))
    assert [one.group for one in ws.read(overview.overview).rounds] == ["Norr"]
    users.add(ws, "Kim Lund", Role.ADMINISTRATOR, "fyra blåa kor", cost=CHEAP)
    ws.close()
    keys = unlocking.unlock(ws.folder, "Kim Lund", "fyra blåa kor", clock=clock)
    try:
        assert keys.read(overview.overview).rounds == ()
        with pytest.raises(RefusedError):
            keys.read(incidents.triggered, incident)
    finally:
        keys.close()


def test_who_has_the_groups_and_the_number_of_a_data_set_cannot_tell_its_codes(ws: Workspace, tmp_path: Path) -> None:
    for name in range(8):
        ws.write(add_group, f"Grupp {name}")
    here = ws.read(reports_evaluator.codes_of, "0123456789ab")
    assert here == ws.read(reports_evaluator.codes_of, "0123456789ab")
    # Another office with the same groups, as an evaluator gets them by a bundle.
    other = new_vault(tmp_path / "b.gvi")
    try:
        for one in ws.read(lambda unit: [unit.get(Group, key) for key in here]):
            other.write(lambda unit, one=one: unit.add(Group, one, record_id=one.id))
        there = other.read(reports_evaluator.codes_of, "0123456789ab")
    finally:
        other.close()
    assert set(there) == set(here) and there != here


def test_the_line_of_a_group_does_not_name_those_who_have_left(ws: Workspace) -> None:
    group = ws.write(add_group, "Norr")
    today = ws.read(lambda unit: unit.today)
    for code in ("STANNAR", "GÅTT"):
        person = ws.write(add_person, code, group)
        ws.write(notifications.log, NotificationDraft(person=person, group=group, planned_on=today))
    link = ws.read(lambda unit: unit.find(Membership, unit.table(Membership).c.person == person)[0])
    ws.write(lambda unit: unit.change(Membership, link.id, to_on=today - timedelta(days=1)))
    told = repr(ws.read(timeline.of_group, group))
    assert "STANNAR" in told and "GÅTT" not in told
    assert sum(moment.what == "visit_planned" for moment in ws.read(timeline.of_group, group)) == 2
