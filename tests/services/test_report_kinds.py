"""Every kind of report: what it counts, what its public version keeps back, what leaves the vault and what stays."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from kit.callins import DAY, add_person, go, ready_callin
from kit.reports import GROUP, POLICE, TODAY, TOWN, everything, focus, table, talk
from kit.vaults import SettableClock

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.focus import EndReason
from gvi_desktop.domain.incident import IncidentDraft
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.invitee import Attendance
from gvi_desktop.domain.notification import Outcome
from gvi_desktop.domain.round import RoundDraft, RoundTeam
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import (
    callins,
    focusing,
    incidents,
    invitees,
    report_files,
    reports,
    reports_callin,
    rounds,
)
from gvi_desktop.services.report_parts import Report
from gvi_desktop.services.reports import ReportKind, Wish
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

# ------------------------------------------------------------------ the month


def test_a_month_stands_beside_the_one_before_and_the_year_so_far(office: Workspace) -> None:
    who = office.write(add_person, "P1")
    for on in (date(2026, 11, 3), date(2026, 11, 4), date(2026, 10, 31), date(2026, 2, 1), date(2025, 12, 31)):
        office.write(talk, who, on)
    office.write(talk, who, date(2026, 10, 1), Outcome.NOT_HOME)
    figures = table(office.read(reports.make, Wish(ReportKind.MONTH, "en")), "month_figures")
    assert figures["Attempts"] == (2, 2, 5)
    assert figures["Talks"] == (2, 1, 4)
    past = Wish(ReportKind.MONTH, "en", Period(last=date(2026, 10, 5)))
    assert table(office.read(reports.make, past), "month_figures")["Talks"] == (1, 0, 2)


def test_what_is_to_be_decided_next_stands_in_the_month(office: Workspace) -> None:
    made = ready_callin(office)
    office.write(callins.move, made.id, TODAY + timedelta(days=9))
    office.write(incidents.add, IncidentDraft(on=TODAY, area="Vivalla"))
    report = office.read(reports.make, Wish(ReportKind.MONTH, "en"))
    decisions = next(one for one in report.sections if one.key == "decide_next").rows
    assert [(row[0], row[2]) for row in decisions] == [
        ("Go or postpone", "2026-11-28"),
        ("Go or postpone", "2026-11-30"),
        ("Decision after an incident", "now"),
    ]


def test_a_public_month_tells_neither_the_year_so_far_nor_what_is_to_be_decided(office: Workspace) -> None:
    office.write(incidents.add, IncidentDraft(on=TODAY, area="Vivalla"))
    who = office.write(add_person, "P1")
    for number in range(6):
        office.write(talk, who, TODAY - timedelta(days=number), Outcome.REACHED if number else Outcome.NOT_HOME)
    report = office.read(reports.make, Wish(ReportKind.MONTH, "en", public=True))
    figures = table(report, "month_figures")
    assert figures["Talks"] == (5, 0)
    assert figures["Attempts"] == ("hidden", 0)  # or the one visit without a talk would follow
    assert [one.key for one in report.sections] == ["month_figures"]


# ------------------------------------------------------------------ a call-in


def held(office: Workspace, clock: SettableClock) -> str:
    """A call-in of four people: one in time, one eighteen minutes late who leaves early, one excused, one away."""
    made = ready_callin(office)
    day = TODAY + timedelta(days=3)
    office.write(callins.move, made.id, day)
    clock.set_day(day)
    office.write(go, made.id)
    first, second, third, _ = made.invitees.values()
    clock.move(hours=4, minutes=58)  # 17.58 in Örebro
    office.write(invitees.check_in, first)
    clock.move(minutes=20)
    office.write(invitees.check_in, second)
    office.write(invitees.check_out, second, early=True)
    office.write(invitees.mark, third, Attendance.EXCUSED)
    office.write(callins.hold, made.id)
    office.write(callins.debrief, made.id, "Lugn kväll.")
    return made.id


def test_a_call_in_is_reported_from_its_plan_to_what_followed(office: Workspace, clock: SettableClock) -> None:
    callin_id = held(office, clock)
    away = office.read(invitees.no_shows, callin_id)[0].invitee.person
    clock.move(days=5)
    office.write(talk, str(away), TODAY + timedelta(days=6))
    report = office.read(reports_callin.make, callin_id, "en")
    attendance = table(report, "attendance")
    # called, came, stayed, left early, late, no-show, excused or detained
    assert attendance["All"] == (4, 2, 1, 1, 1, 1, 1)
    assert attendance["Group: Norr"][:2] == (2, 2)
    meeting = table(report, "meeting")
    assert meeting["Date moved"] == (f"{DAY} → {TODAY + timedelta(days=3)}",)
    assert meeting["The three messages"] == ("all covered by approved scripts",)
    said = next(one for one in report.sections if one.key == "said").rows
    assert len(said) == 3 and all(str(row[4]).startswith("v1 ") and len(str(row[4])) == 15 for row in said)
    after = table(report, "afterwards")
    assert (after["Talks with those called"], after["No-shows then reached"]) == ((1,), ("1 / 1",))
    assert "Lugn kväll." in everything(report)
    assert "Talare" not in everything(report)  # who spoke is told by role


def test_a_public_call_in_names_no_group_and_lets_nobody_be_counted_out(
    office: Workspace, clock: SettableClock
) -> None:
    report = office.read(reports_callin.make, held(office, clock), "en", public=True)
    text = everything(report)
    assert not any(word in text for word in ("Norr", "Söder", "Eyravallen", "Lugn kväll"))
    assert set(table(report, "attendance").values()) == {("hidden",)}


# ------------------------------------------------------------------ a round


def test_a_round_is_reported_by_day_and_team(office: Workspace) -> None:
    people = [office.write(add_person, f"P{n}", birth_year=1999 if n else 2009) for n in range(4)]
    draft = RoundDraft(
        name="Vårens omgång",
        from_on=date(2026, 4, 1),
        targets=frozenset(people),
        teams=(RoundTeam("Blå", (POLICE,)), RoundTeam("Röd", (TOWN,))),
    )
    made = office.write(rounds.plan, draft)
    office.write(talk, people[0], date(2026, 4, 1), round=made)
    office.write(talk, people[1], date(2026, 4, 1), Outcome.NOT_HOME, round=made)
    office.write(talk, people[1], date(2026, 4, 2), round=made, team=(TOWN,))
    report = office.read(reports.make, Wish(ReportKind.ROUND, "en", subject=made))
    progress = table(report, "progress")
    assert [progress[name] for name in ("People aimed at", "Attempts", "Talks", "Not reached")] == [
        (4,),
        (3,),
        (2,),
        (2,),
    ]
    assert progress["of which with somebody under 18"] == (1,)
    assert table(report, "by_day") == {"2026-04-01": (0, 2, 1, 1), "2026-04-02": (0, 1, 1, 1)}
    assert table(report, "by_team") == {"Blå": (0, 2, 1, 1), "Röd": (0, 1, 1, 1)}
    public = everything(office.read(reports.make, Wish(ReportKind.ROUND, "en", subject=made, public=True)))
    assert not any(word in public for word in ("Vårens", "Blå", "Röd"))


# ------------------------------------------------------------------ a focus round


def test_a_focus_round_is_reported_with_ground_counters_and_proportionality(office: Workspace) -> None:
    made = focus(office)
    office.write(focusing.end, made, TODAY - timedelta(days=7), EndReason.NO_NEW_VIOLENCE, "Lugnt.")
    report = office.read(reports.make, Wish(ReportKind.FOCUS, "en", subject=made))
    assert report.title == f"Focus round: {GROUP}"
    assert table(report, "measures") == {"Polisen": ("Närvaro", "Polislagen 2 §", "kontroller: 23")}
    assert table(report, "course")["Days"] == (21,)
    text = everything(report)
    assert all(word in text for word in ("Endast vuxna i gruppen.", "Styrgruppen", "Polisens bedömning"))
    public = everything(office.read(reports.make, Wish(ReportKind.FOCUS, "en", subject=made, public=True)))
    assert not any(word in public for word in (GROUP, "Endast vuxna", "Styrgruppen", "kontroller", "2026"))


def test_who_does_not_read_of_enforcement_gets_neither_focus_nor_data_set_nor_names(
    office: Workspace,
) -> None:
    made = focus(office)

    def as_administrator(unit: Unit, wish: Wish) -> Report:
        values = {**vars(unit.user), "role": Role.ADMINISTRATOR}
        unit.user = User(**values)
        return reports.make(unit, wish)

    for kind in (ReportKind.FOCUS, ReportKind.EVALUATOR):
        with pytest.raises(RefusedError):
            office.read(as_administrator, Wish(kind, "en", subject=made))
    for kind in (ReportKind.YEAR, ReportKind.MONTH):
        assert GROUP not in everything(office.read(as_administrator, Wish(kind, "en")))
        assert GROUP in everything(office.read(reports.make, Wish(kind, "en")))


# ------------------------------------------------------------------ all of them


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("kind", list(ReportKind))
def test_each_kind_is_made_in_each_language_and_form_and_says_what_it_cannot_show(
    office: Workspace, kind: ReportKind, public: bool, language: str
) -> None:
    made = {ReportKind.FOCUS: lambda: focus(office), ReportKind.CALLIN: lambda: ready_callin(office).id}
    made[ReportKind.ROUND] = lambda: office.write(rounds.plan, RoundDraft(name="R", from_on=TODAY))
    subject = made[kind]() if kind in made else ""
    report = office.read(reports.make, Wish(kind, language, subject=subject, public=public))
    assert len(report.notes) >= 2 and all(len(note) > 20 for note in report.notes)
    for form in report_files.FORMS:
        assert office.read(report_files.content, report, form, language)


@pytest.mark.parametrize("kind", sorted(reports.OF_ONE))
def test_a_report_about_nothing_is_refused(office: Workspace, kind: ReportKind) -> None:
    with pytest.raises(RefusedError):
        office.read(reports.make, Wish(kind))


def test_a_file_that_cannot_be_written_leaves_no_entry_behind(office: Workspace, tmp_path: Path) -> None:
    report = office.read(reports.make, Wish())
    with pytest.raises(VaultError):
        office.write(report_files.save, report, "csv", "sv", tmp_path / "none" / "r.csv")
    assert office.read(lambda unit: unit.count(Disclosure)) == 0
    office.write(report_files.save, report, "csv", "sv", tmp_path / "r.csv")
    assert office.read(lambda unit: unit.count(Disclosure)) == 1
