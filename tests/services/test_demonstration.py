"""The demonstration tells a believable story: everything a coordinator looks at has something true in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gvi_desktop.domain.extension import Extension
from gvi_desktop.domain.group import Relation, RelationKind
from gvi_desktop.domain.invitee import Attendance, Basis, minutes_late
from gvi_desktop.domain.pause import Pause
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.rehearsal import open_corrections
from gvi_desktop.services import (
    callins,
    clocks,
    demonstration,
    directory,
    helping,
    invitees,
    messengers,
    phonecalls,
    rehearsals,
    retention,
    rightscases,
    rooms,
    roundplan,
    rounds,
    speakerbook,
    speakers,
    tasks,
)
from gvi_desktop.services.storyclock import Demonstration
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows.tables import TABLES


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    made = demonstration.build(Path(tmp_path_factory.mktemp("demonstration")) / "d.gvi")
    yield made
    made.workspace.close()


def test_the_next_callin_is_prepared_but_for_a_rehearsal_and_a_yes(told: Demonstration) -> None:
    ws, callin = told.workspace, told.coming
    assert {stop.code for stop in ws.read(callins.go_stops, callin)} == {
        "callin_rehearsal_missing",
        "callin_speaker_unconfirmed",
    }
    today = ws.read(lambda unit: unit.today)
    planned = ws.read(tasks.of_callin, callin)
    late = [one for one in planned if one.open and one.due_on and one.due_on < today]
    assert len(late) == 1
    assert sum(not one.open for one in planned) == 12
    groups = ws.read(messengers.gaps, callin)
    assert len(groups) == 6
    assert not any(one.missing for one in groups)
    programme = ws.read(speakers.programme, callin)
    assert len(programme.lines) == 7
    assert programme.covered == {"1", "2", "3"}
    assert programme.minutes <= programme.limit


def test_its_room_keeps_groups_in_conflict_apart_with_officers_behind(told: Demonstration) -> None:
    room = told.workspace.read(rooms.room, told.coming)
    assert len(room.seated) == 13
    assert not room.standing and not room.unattended and not room.beside
    assert room.apart and all(feud.source for feud in room.feuds)
    assert any(line.invitee.basis is Basis.SUPERVISION for line in room.seated)


def test_its_rehearsal_has_begun_and_one_correction_is_open(told: Demonstration) -> None:
    callin = told.workspace.read(callins.get, told.coming)
    done = sum(check.done for check in callin.rehearsal_checks)
    assert 0 < done < len(callin.rehearsal_checks)
    assert len(callin.corrections) == 2
    assert [bool(one.task) for one in open_corrections(callin.corrections)] == [True]
    assert told.workspace.read(rehearsals.template) == tuple(check.text for check in callin.rehearsal_checks)


def test_the_evening_behind_us_is_told_to_the_end(told: Demonstration) -> None:
    ws = told.workspace
    held, lines = ws.read(callins.get, told.callin), ws.read(invitees.of_callin, told.callin)
    results = [line.invitee.result for line in lines]
    assert (results.count(Attendance.LEFT_EARLY), results.count(Attendance.NO_SHOW), len(results)) == (1, 1, 12)
    came = [line.invitee.checked_in for line in lines if line.invitee.checked_in]
    local = ws.read(lambda unit: [unit.local(moment) for moment in came])
    waited = sorted(minutes_late(one, held.on, held.start) for one in local)
    assert waited[-3] == 0 and 10 < waited[-2] <= waited[-1] < 20
    assert held.debrief and held.followed_up_on
    said = [line.speaker for line in ws.read(speakers.programme, told.callin).lines]
    assert all(one.said_version == "v1" and len(one.said_sha256) == 64 for one in said)
    assert ws.read(speakerbook.care_due) == []
    assert all(not one.open for one in ws.read(tasks.of_callin, told.callin))


def test_three_teams_are_out_with_lists_for_today_and_tomorrow(told: Demonstration) -> None:
    ws = told.workspace
    running = next(one for one in ws.read(rounds.listed) if one.record.name == told.round_name)
    today = ws.read(lambda unit: unit.today)
    board = ws.read(roundplan.board, running.id)
    assert len(board.teams) == 3 and len(board.days) == 4
    assert len(ws.read(roundplan.errands, running.id, today)) == 3
    assert 0 < running.progress.talks < running.progress.attempts < running.progress.targets


def test_directory_and_map_have_something_to_show(told: Demonstration) -> None:
    ws = told.workspace
    for language in ("sv", "en", "bs"):
        shown = ws.read(directory.listed, language)
        assert shown.chosen and len(shown.entries) == 4
        assert all(one.own and one.phone and one.hours for one in shown.entries)
    found = ws.read(lambda unit: unit.find(Relation))
    assert {one.relation_kind for one in found} == set(RelationKind)
    assert all(one.source and one.from_on for one in found)


def test_somebody_waits_for_a_call_and_somebody_for_help(told: Demonstration) -> None:
    assert told.workspace.read(phonecalls.waiting) == 1
    assert told.workspace.read(helping.waiting) >= 1


def test_one_time_is_up_one_clock_stands_one_is_extended_and_a_case_waits(told: Demonstration) -> None:
    ws = told.workspace
    assert len(ws.read(retention.due)) == 1
    assert ws.read(retention.standing_count) == 1
    (held,) = ws.read(lambda unit: unit.find(Pause))
    (new,) = ws.read(lambda unit: unit.find(Extension))
    for person, moved in ((held.person, True), (new.person, False)):
        clock = ws.read(lambda unit, person=person: clocks.of_person(unit, unit.get(Person, person)))
        assert clock is not None
        assert clock.stands is moved
        assert ws.read(lambda unit: unit.today) < clock.end <= clock.hard_end
    assert [one.record.told_on is None for one in ws.read(rightscases.listed)] == [True, False]


def test_what_an_erasure_does_not_read_again_is_what_the_records_say_today(told: Demonstration) -> None:
    """Whatever was imported, changed, approved, closed and undone in these weeks (see `journal.told_before`)."""

    def compare(unit: Unit) -> tuple[int, list[int]]:
        again = {row[0] for chunk in journal.told_before(unit.connection, 500) for row in chunk}
        others = [one for one in journal.entries(unit.connection) if one.values and one.seq not in again]
        differ = []
        for one in others:
            assert one.kind is not None and one.record is not None
            row = unit.connection.execute(TABLES[one.kind].select().where(TABLES[one.kind].c.id == one.record)).one()
            if any(row._mapping[name] != now for name, (_, now) in (one.values or {}).items()):
                differ.append(one.seq)
        return len(others), differ

    count, differ = told.workspace.read(compare)
    assert count > 100
    assert differ == []
