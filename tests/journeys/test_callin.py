"""Eight weeks of a call-in: a postponed date, a minor, a protected person and an unconfirmed speaker, from the
template to the figures of the report."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.callins import TEXTS, add_conflict, add_group, add_person, add_script
from kit.hand import CTRL, Hand
from kit.letterbox import with_office
from kit.people import second_user
from kit.vaults import PASSPHRASE, SettableClock, new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from gvi_desktop.domain.callin import Callin, CallinDraft, CallinStatus, GoDecision
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.invitee import Answer, Attendance, Basis, Invitee, NoticeWay, TalkReason
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.notification import Notification, Trigger
from gvi_desktop.domain.person import GuardianDecision, PersonRole, Protection, Supervision
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.speaker import Speaker, SpeakerDraft, SpeakerRole
from gvi_desktop.services import (
    aftercallin,
    callins,
    indicators,
    invitees,
    letters,
    papers,
    people,
    plans,
    rehearsals,
    reports_callin,
    rooms,
    speakerbook,
    speakers,
    tasks,
    unlocking,
)
from gvi_desktop.services.papers import PaperKind
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question

Unlocked = Callable[[Callable[[Workspace], object]], Hand]
FIRST = date(2026, 11, 22)
PLANNED = FIRST + timedelta(days=56)
MEETING = PLANNED + timedelta(days=7)
SPEAKERS = (
    ("Henrik Wall", SpeakerRole.POLICE),
    ("Sara Ek", SpeakerRole.PROBATION),
    ("Eva Dahl", SpeakerRole.VOICE_OF_GRIEF),
)


def codes(workspace: Workspace, work: Callable[..., object], *args: object) -> set[str]:
    """What a step is refused with."""
    with pytest.raises(RefusedError) as refused:
        workspace.write(work, *args)
    return {str(problem.code) for problem in refused.value.problems}


def people_of_two_groups(unit: Unit) -> dict[str, str]:
    """Two groups in conflict: two adults each, a minor and somebody with a protected identity; ids by code name."""
    with_office(unit)
    made = {name: add_group(unit, name) for name in ("Norra", "Södra")}
    add_conflict(unit, made["Norra"], made["Södra"])
    for code in ("Norra-1", "Norra-2", "Södra-1", "Södra-2"):
        duty = Supervision.PROBATION if code.endswith("1") else Supervision.NONE
        officer = "Karin Berg" if code.endswith("1") else ""
        given = {"role": PersonRole.MESSENGER, "supervision": duty, "supervision_officer": officer}
        made[code] = add_person(unit, code, made[code[:5]], **given)
    made["Ung-1"] = add_person(unit, "Ung-1", made["Norra"], birth_year=2010)
    made["Dold-1"] = add_person(unit, "Dold-1", made["Södra"], protection=Protection.CONFIDENTIALITY)
    return made


def test_the_journey_through_the_services(tmp_path: Path) -> None:
    clock = SettableClock()
    workspace = new_vault(tmp_path / "office.gvi", clock=clock)
    made = workspace.write(people_of_two_groups)

    # Eight weeks before: from the template, with every step on its day.
    plan = workspace.read(plans.default)
    assert plan is not None
    groups = frozenset({made["Norra"], made["Södra"]})
    draft = CallinDraft(number=1, on=PLANNED, start=time(18), venue="Kulturhuset", owner="Anna Ek", groups=groups)
    callin = workspace.write(callins.create, draft, plan.id)
    steps = workspace.read(tasks.of_callin, callin)
    assert len(steps) == len(plan.steps) and steps[0].due_on == FIRST
    workspace.write(tasks.finish, steps[0].id)

    # Seven weeks before: who is called. The minor and the protected person are stopped.
    clock.move(days=7)
    called = [made[code] for code in ("Norra-1", "Norra-2", "Södra-1", "Södra-2", "Ung-1", "Dold-1")]
    seats = dict(zip(called, workspace.write(invitees.invite, callin, called), strict=True))
    lines = {line.code_name: line for line in workspace.read(invitees.of_callin, callin)}
    assert {code for code, line in lines.items() if line.stops} == {"Ung-1", "Dold-1"}
    assert lines["Norra-1"].invitee.basis is Basis.SUPERVISION
    young, hidden = seats[made["Ung-1"]], seats[made["Dold-1"]]
    assert "invitee_stopped" in codes(workspace, invitees.notice, young, NoticeWay.BY_HAND)
    assert "minor_without_guardian_decision" in codes(workspace, invitees.clear_stop, young, "Brådskar.")

    # Six weeks before: the minor is settled by two users, the protected person by a reason that is kept.
    clock.move(days=7)
    workspace.write(people.propose_minor, made["Ung-1"], GuardianDecision.CONSENTS, "Risken för honom är akut.")
    assert "second_approval_by_same_user" in codes(workspace, people.approve_minor, made["Ung-1"])
    other = second_user(workspace)
    other.write(people.approve_minor, made["Ung-1"])
    other.close()
    workspace = unlocking.unlock(tmp_path / "office.gvi", "Anna Ek", PASSPHRASE, clock=clock)
    workspace.write(invitees.clear_stop, young, "Vårdnadshavaren följer med.")
    workspace.write(invitees.clear_stop, hidden, "Kallas muntligt, utan papper.")
    assert not any(line.stops for line in workspace.read(invitees.of_callin, callin))

    # Five weeks before: speakers and scripts; one has not said yes.
    clock.move(days=7)
    for (name, role), message in zip(SPEAKERS, TEXTS, strict=True):
        script = workspace.write(add_script, message)
        agreed = role is not SpeakerRole.VOICE_OF_GRIEF
        draft_of = SpeakerDraft(callin=callin, name=name, role=role, minutes=8, script=script, agreed=agreed)
        workspace.write(speakers.add, draft_of)
    eva = workspace.read(speakers.programme, callin).lines[2].speaker
    assert workspace.read(speakers.programme, callin).covered == {"1", "2", "3"}

    # Three weeks before: everybody gets their notice; then the date is put off by a week.
    clock.move(days=14)
    for line in workspace.read(invitees.of_callin, callin):
        duty = line.invitee.basis is Basis.SUPERVISION
        workspace.write(invitees.notice, line.id, NoticeWay.PROBATION_OFFICER if duty else NoticeWay.BY_HAND)
        workspace.write(invitees.answer, line.id, Answer.COMING)
    assert workspace.read(callins.get, callin).status is CallinStatus.INVITED
    workspace.write(callins.postpone, callin, "Två skjutningar på en vecka.")
    assert workspace.read(callins.get, callin).status is CallinStatus.POSTPONED
    workspace.write(callins.move, callin, MEETING)
    moved = {task.id: task.due_on for task in workspace.read(tasks.of_callin, callin)}
    assert moved[steps[0].id] == FIRST and moved[steps[-1].id] == MEETING + timedelta(days=30)
    assert workspace.read(callins.get, callin).status is CallinStatus.INVITED

    # The rehearsal: its points, and a correction that becomes a task.
    clock.set_day(MEETING - timedelta(days=7))
    workspace.write(rooms.seat_all, callin)
    room = workspace.read(rooms.room, callin, workspace.read(invitees.of_callin, callin))
    assert not room.standing and not room.beside
    workspace.write(rehearsals.begin, callin)
    for at in range(len(workspace.read(callins.get, callin).rehearsal_checks)):
        workspace.write(rehearsals.tick, callin, at)
    workspace.write(rehearsals.correct, callin, Correction("Byt plats på tal 1 och 2"))
    task = workspace.write(rehearsals.make_task, callin, 0)
    workspace.write(callins.rehearse, callin, MEETING - timedelta(days=7), "Hela mötet prövat.")

    # Three days before: no go while a speaker has not said yes.
    clock.set_day(MEETING - timedelta(days=3))
    go = (callins.decide, callin, "72", GoDecision.GO, "Allt är på plats.")
    assert codes(workspace, *go) == {"callin_speaker_unconfirmed"}
    workspace.write(speakers.confirm, eva.id)
    workspace.write(speakers.shift, eva.id, -2)
    workspace.write(tasks.finish, task)
    workspace.write(*go)

    # The day before she hesitates: nobody passes the door until she has said yes again.
    clock.set_day(MEETING - timedelta(days=1))
    workspace.write(callins.decide, callin, "24", GoDecision.GO, "Inga nya händelser.")
    workspace.write(speakers.confirm, eva.id, False)
    clock.now = datetime(MEETING.year, MEETING.month, MEETING.day, 16, 45, tzinfo=UTC)
    door = seats[made["Norra-1"]]
    assert codes(workspace, invitees.check_in, door) == {"callin_go_halted", "callin_speaker_unconfirmed"}
    workspace.write(speakers.confirm, eva.id)
    for kind in PaperKind:
        assert workspace.write(papers.print_paper, callin, kind).startswith(b"%PDF")

    # The evening: one comes late, one leaves early, one with a duty to come stays away.
    for code in ("Norra-1", "Norra-2", "Ung-1", "Dold-1"):
        workspace.write(invitees.check_in, seats[made[code]])
    clock.move(minutes=35)
    workspace.write(invitees.check_in, seats[made["Södra-2"]])
    workspace.write(invitees.leave_early, seats[made["Norra-2"]])
    clock.move(hours=1)
    workspace.write(callins.hold, callin)
    workspace.write(callins.debrief, callin, "Lugnt. Kortare tal nästa gång.")
    results = {line.code_name: line.invitee.result for line in workspace.read(invitees.of_callin, callin)}
    assert results["Södra-1"] is Attendance.NO_SHOW and results["Norra-2"] is Attendance.LEFT_EARLY
    said = workspace.read(speakers.get, eva.id)
    assert said.said_version == "v1" and len(said.said_sha256) == 64

    # The day after: the list to the probation service; then visits, aftercare and the follow-up meeting.
    clock.set_day(MEETING + timedelta(days=1))

    def write_list(unit: Unit) -> letters.Made:
        return letters.make(unit, letters.prepare(unit, kind=LetterKind.NO_SHOWS, callin=callin))

    workspace.write(write_list)
    after = workspace.read(aftercallin.aftermath, callin)
    assert len(after.told) == after.supervised == 1
    assert {(one.code_name, one.why) for one in after.proposals} == {
        ("Södra-1", TalkReason.NO_SHOW),
        ("Norra-2", TalkReason.LEFT_EARLY),
    }
    who = [one.person for one in after.proposals]
    visits = workspace.write(aftercallin.plan_talks, callin, who, MEETING + timedelta(days=2))
    assert {workspace.read(lambda unit, one=one: unit.get(Notification, one)).trigger for one in visits} == {
        Trigger.NO_SHOW,
        Trigger.AFTER_CALLIN,
    }
    assert [one.name for one in workspace.read(speakerbook.care_due)] == ["Eva Dahl"]
    clock.set_day(MEETING + timedelta(days=2))
    workspace.write(speakerbook.give_care, eva.id)
    assert workspace.read(speakerbook.care_due) == []
    clock.set_day(MEETING + timedelta(days=14))
    workspace.write(callins.follow_up, callin, MEETING + timedelta(days=14))

    # The report of the meeting, and its figures in those of the year.
    report = workspace.read(reports_callin.make, callin, "sv")
    told = "\n".join(str(cell) for section in report.sections for row in section.rows for cell in row)
    assert PLANNED.isoformat() in told and MEETING.isoformat() in told and said.said_sha256[:12] in told
    (figures,) = workspace.read(indicators.count, Period(FIRST, MEETING + timedelta(days=30))).callins
    assert (figures.called, figures.came, figures.stayed, figures.no_show) == (6, 5, 4, 1)
    workspace.close()


@pytest.mark.long
def test_the_journey_through_the_window(unlocked: Unlocked, monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, str] = {}
    scripts: list[str] = []

    def before(workspace: Workspace) -> None:
        made.update(workspace.write(people_of_two_groups))
        scripts.extend(workspace.write(add_script, message) for message in TEXTS)

    hand = unlocked(before)
    clock = SettableClock()
    assert hand.program.tasks is not None
    workspace = hand.program.tasks.workspace
    workspace.clock = clock
    monkeypatch.setattr("ui.kit.dates.now", clock)
    page: Any = hand.go("callins")

    def tab() -> Any:
        return page.workspace.tabs.currentWidget()

    def form(words: str) -> None:
        """Press a button that opens a form."""
        hand.click(words, tab())
        hand.until(lambda: page.panel)

    def only(kind: type[Any]) -> list[Any]:
        return workspace.read(lambda unit: unit.find(kind))

    def choose(record_id: str) -> None:
        hand.until(lambda: tab().table.choose(record_id))
        hand.quiet()

    # Eight weeks before: from the template.
    hand.press(Qt.Key.Key_N, held=CTRL)
    hand.until(lambda: page.panel)
    hand.until(lambda: hand.panel.form.field("plan").value())
    hand.fill(on=PLANNED, start=time(18), venue="Kulturhuset", groups=[made["Norra"], made["Södra"]])
    hand.save()
    hand.sees("Call-in 1")
    hand.sees("0 of 27 done")
    (callin,) = only(Callin)
    first = workspace.read(tasks.of_callin, callin.id)[0]
    hand.until(lambda: tab().findChild(QCheckBox, f"tick-{first.id}"))
    tab().findChild(QCheckBox, f"tick-{first.id}").click()
    hand.sees("1 of 27 done")

    # Who is called; the minor cannot be cleared here and comes off the list, the protected person is cleared.
    clock.move(days=7)
    hand.turn("People")
    form("Invite people")
    hand.fill(person=[made[code] for code in ("Norra-1", "Norra-2", "Södra-1", "Södra-2", "Ung-1", "Dold-1")])
    hand.save()
    hand.until(lambda: len(only(Invitee)) == 6)
    seats = {one.person: one.id for one in only(Invitee)}
    hand.sees("stopped: 2")
    choose(seats[made["Ung-1"]])
    hand.click("Take off the list", tab())
    hand.sees("stopped: 1")
    choose(seats[made["Dold-1"]])
    form("Clear the stop")
    hand.fill(cleared_reason="Is told by word of mouth, nothing on paper.")
    hand.save()
    hand.until(lambda: "stopped" not in page.workspace.tabs.part("people").sum.text())

    # Speakers, one of whom has not said yes.
    hand.turn("Speakers")
    for (name, role), script in zip(SPEAKERS, scripts, strict=True):
        form("Add a speaker")
        agreed = role is not SpeakerRole.VOICE_OF_GRIEF
        hand.fill(name=name, role=role, minutes=8, script=script, agreed=agreed)
        hand.save()
    hand.sees("26 of 60 minutes, changes of speaker included")
    eva = next(one.id for one in only(Speaker) if one.name == "Eva Dahl")

    # Notices; then the date is put off by a week and the open tasks with it.
    clock.move(days=28)
    hand.turn("People")
    for code in ("Norra-1", "Norra-2", "Södra-1", "Södra-2", "Dold-1"):
        choose(seats[made[code]])
        form("Notice given")
        hand.save()
    hand.turn("Plan")
    form("Move the date")
    hand.fill(on=MEETING)
    hand.save()
    hand.sees(MEETING.isoformat())
    assert workspace.read(tasks.of_callin, callin.id)[-1].due_on == MEETING + timedelta(days=30)
    hand.turn("Room")
    hand.click("Seat everybody", tab())
    hand.until(lambda: all(one.seat for one in only(Invitee)))

    # The rehearsal with its list and a correction that becomes a task.
    clock.set_day(MEETING - timedelta(days=7))
    hand.turn("Rehearsal")
    hand.click("Begin with the usual points", tab())
    hand.until(lambda: tab().findChild(QCheckBox, "point-0"))
    tab().findChild(QCheckBox, "point-0").click()
    hand.sees("1 of 14")
    form("Add a correction")
    hand.fill(text="Mark the doors anew", who="Maria")
    hand.save()
    hand.click("Make it a task", tab())
    hand.until(lambda: any(one.title == "Mark the doors anew" for one in workspace.read(tasks.of_callin, callin.id)))
    form("Note the rehearsal")
    hand.save()
    hand.sees(f"Held {(MEETING - timedelta(days=7)).isoformat()}")

    # Three days before: it cannot be go, and the way to what stops it is one press.
    clock.set_day(MEETING - timedelta(days=3))
    hand.turn("Go/no-go")
    hand.sees("Eva Dahl has not agreed to speak.")
    hand.sees("Mark the doors anew")
    form("Decide")
    hand.fill(go_72=GoDecision.GO, go_72_reason="All is in place.")
    hand.panel.save()
    hand.quiet()
    assert page.panel is not None, "refused"
    page.close_form()
    hand.click("Go there", tab())
    choose(eva)
    hand.click("Has said yes", tab())
    hand.until(lambda: all(one.agreed for one in only(Speaker)))
    hand.turn("Go/no-go")
    form("Decide")
    hand.fill(go_72=GoDecision.GO, go_72_reason="All is in place.")
    hand.save()
    hand.sees("It is decided: the meeting takes place.")

    # The evening, by keys: a part of the code name and Enter.
    clock.now = datetime(MEETING.year, MEETING.month, MEETING.day, 16, 45, tzinfo=UTC)
    hand.turn("The day")
    hand.until(lambda: tab().entry is not None and tab().entry.isEnabled() and tab().entry.isVisible())
    hand.count_anew()
    for at, part in enumerate(("rra1", "rra2", "dold"), 1):
        tab().entry.setFocus()
        hand.type(part)
        hand.press(Qt.Key.Key_Return)
        hand.sees(f"{at} in the room")
    assert hand.keys == 15  # five keys a head
    clock.move(minutes=35)
    tab().entry.setFocus()
    hand.type("ödra2")
    hand.press(Qt.Key.Key_Return)
    hand.sees("20 min late")
    clock.move(hours=1)
    hand.click("The meeting is over", tab())
    page.findChild(Question).yes.click()
    hand.until(lambda: workspace.read(callins.get, callin.id).status is CallinStatus.HELD)
    hand.program.frame.activateWindow()  # without a window manager nobody does it when a question has closed
    hand.until(hand.program.frame.isActiveWindow)

    # Afterwards: the list for the probation service, the visits, the aftercare, the debrief.
    clock.set_day(MEETING + timedelta(days=1))
    hand.turn("Afterwards")
    hand.sees("The probation service has not been told yet who stayed away.")
    hand.click("Plan the visit", tab())
    hand.until(lambda: page.panel)
    hand.save()
    (visit,) = only(Notification)
    assert (visit.person, visit.trigger) == (made["Södra-1"], Trigger.NO_SHOW)
    assert visit.planned_on == MEETING + timedelta(days=2)
    hand.sees(f"Visit {visit.planned_on.isoformat()}")
    hand.click("Aftercare given", tab())
    hand.sees("Given")
    form("Write the debrief")
    hand.fill(debrief="Calm. Shorter speeches next time.")
    hand.save()
    clock.set_day(MEETING + timedelta(days=14))
    form("Follow-up meeting held")
    hand.save()
    assert workspace.read(callins.get, callin.id).status is CallinStatus.FOLLOWED_UP
    hand.click("List for the probation service", tab())
    hand.until(lambda: hand.page is not page)
    (figures,) = workspace.read(indicators.count, Period(FIRST, MEETING + timedelta(days=30))).callins
    assert (figures.called, figures.came, figures.stayed, figures.no_show) == (5, 4, 4, 1)
