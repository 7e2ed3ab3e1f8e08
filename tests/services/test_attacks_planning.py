"""Hostile input to planning and reports: far-off days, odd signs, meetings that are over, what must not be told."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from kit.callins import DAY, add_callin, add_group, add_person, go, ready_callin
from kit.vaults import CHEAP, SettableClock, new_vault

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.domain.callin import Callin, GoDecision
from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.focus import Exclusion, FocusDraft
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import IncidentDraft
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.invitee import NoticeWay
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import NotificationDraft, TeamMember
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.round import Round, RoundDraft, RoundTeam, Share
from gvi_desktop.domain.script import ScriptDraft
from gvi_desktop.domain.speaker import SpeakerDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import (
    aftercallin,
    callins,
    focusing,
    incidents,
    invitees,
    notifications,
    overview,
    papers,
    plans,
    rehearsals,
    report_files,
    reports,
    reports_evaluator,
    rooms,
    roundplan,
    rounds,
    scripts,
    speakerbook,
    speakers,
    timeline,
    unlocking,
    users,
)
from gvi_desktop.services.reports import ReportKind, Wish
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.wording import Words

FAR = (date.min, date(999, 12, 31), date(3000, 1, 1), date.max)
BELL = "A\x01\x07\x1b[31mB\ufffe"


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
        assert keys.read(overview.overview).rounds is None  # withheld, which is not none
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


def test_a_minor_who_may_not_be_called_yet_stands_on_no_paper_by_name(ws: Workspace) -> None:
    made = ready_callin(ws)
    names = {"given_name": "Barnet", "family_name": "Hemlig", "birth_year": 2012}
    minor = ws.write(add_person, "UNG-1", made.groups["Norr"], **names)
    grown = ws.write(add_person, "VUX-1", made.groups["Norr"], given_name="Vuxen", family_name="Person")
    ws.write(invitees.invite, made.id, [minor, grown])
    ws.write(rooms.seat_all, made.id)
    for kind in papers.NAMED:
        pdf = pypdfium2.PdfDocument(ws.write(papers.print_paper, made.id, kind, papers.Order(names=True)))
        said = " ".join(page.get_textpage().get_text_range() for page in pdf)
        assert "Vuxen" in said and "Barnet" not in said and "Hemlig" not in said


# ------------------------------------------------------------------ scripts and lists that somebody else has torn


@pytest.mark.parametrize(
    "text", ["Ring {{phone nu.", "Ring {{pho-ne}}.", "Ring {{ho ra}}.", "{{{{phone}}}}", "Ring }}."]
)
def test_no_braces_are_printed_or_approved_however_they_are_torn(ws: Workspace, text: str) -> None:
    ws.write(lambda unit: unit.change(Office, unit.office.id, phone="019-21 00 00"))
    block = ws.write(scripts.add_block, BlockDraft(title="Ring", message=Message.HELP, language="sv", text=text))
    script = ws.write(scripts.add, ScriptDraft(title="Ring", language="sv", blocks=(block,)))
    with pytest.raises(RefusedError) as printed:
        ws.write(papers.print_script, script)
    with pytest.raises(RefusedError) as approved:
        ws.write(scripts.approve, script, "Polisen")
    assert codes(printed) == codes(approved) == {"script_unknown_field"}


def test_lists_that_lack_what_they_must_have_are_read_with_blanks(ws: Workspace) -> None:
    known = codecs(Callin)
    checks = known["rehearsal_checks"].decode('[{"done": 1}, {"text": 5}]')
    corrections = known["corrections"].decode('[{"who": "Eva"}, {"text": null, "due_on": "aldrig"}]')
    assert [one.text for one in (*checks, *corrections)] == [""] * 4
    made = ws.write(add_callin)
    ws.write(lambda unit: unit.change(Callin, made, rehearsal_checks=checks, corrections=corrections))
    with pytest.raises(RefusedError) as refused:  # an empty correction is told of, not stumbled over
        ws.write(rehearsals.set_points, made, ["Mikrofonen"])
    assert codes(refused) == {"missing"}
    assert codecs(Round)["teams"].decode('[{"members": [{"agency": null}]}]')[0].name == ""


# ------------------------------------------------------------------ texts that are too long, and halves of letters


def test_reasons_and_notes_of_a_call_in_have_the_cap_of_every_note(ws: Workspace) -> None:
    made, long = ws.write(add_callin), "x" * 2001
    with pytest.raises(RefusedError) as decided:
        ws.write(callins.decide, made, "72", GoDecision.POSTPONE, long)
    with pytest.raises(RefusedError) as rehearsed:
        ws.write(callins.rehearse, made, date(2026, 11, 20), long)
    with pytest.raises(RefusedError) as cancelled:
        ws.write(callins.cancel, made, long)
    assert codes(decided) == codes(rehearsed) == codes(cancelled) == {"too_long"}


def test_every_correction_that_can_be_noted_can_become_a_task(ws: Workspace) -> None:
    made = ws.write(add_callin)
    ws.write(rehearsals.correct, made, Correction("y" * 200, who="z" * 80))
    ws.write(rehearsals.make_task, made, 0)
    with pytest.raises(RefusedError) as refused:
        ws.write(rehearsals.correct, made, Correction("Mikrofonen", who="z" * 81))
    assert codes(refused) == {"too_long"}


def test_half_a_letter_in_a_speakers_name_is_stored_as_a_sign_for_it(ws: Workspace) -> None:
    made = ws.write(add_callin)
    speaker = ws.write(speakers.add, SpeakerDraft(callin=made, name="Eva\ud800"))
    assert ws.read(speakers.get, speaker).name == "Eva\ufffd"


def test_a_notice_is_not_given_on_a_day_that_no_calendar_reaches(ws: Workspace) -> None:
    made = ready_callin(ws)
    with pytest.raises(RefusedError) as refused:
        ws.write(invitees.notice, made.invitees["Norr-1"], NoticeWay.POST, date.max)
    assert codes(refused) == {"improbable_date"}
