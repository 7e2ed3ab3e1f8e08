"""The rehearsal's own list and its corrections, in a real vault."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from kit.callins import DAY, add_callin, ready_callin
from kit.letters import text as words_of

from gvi_desktop.domain.callin import warnings
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import callins, papers, rehearsals, tasks, undo
from gvi_desktop.services.papers import PaperKind
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


def codes(ws: Workspace, callin: str, done: tuple[str, ...] = ()) -> list[str]:
    return [str(one.code) for one in warnings(ws.read(callins.get, callin), 40, done)]


def test_a_list_begins_with_the_shipped_points_and_the_next_one_with_what_was_made_of_them(ws: Workspace) -> None:
    first = ws.write(add_callin)
    ws.write(rehearsals.begin, first)
    shipped = [check.text for check in ws.read(callins.get, first).rehearsal_checks]
    assert len(shipped) > 10 and "Ljud" in shipped[1]
    ws.write(rehearsals.set_points, first, ["Prova  hissen", *shipped[:2], "Prova hissen", " "])
    later = ws.write(add_callin, DAY + timedelta(days=180))
    ws.write(rehearsals.begin, later)
    assert [check.text for check in ws.read(callins.get, later).rehearsal_checks] == ["Prova hissen", *shipped[:2]]
    assert not any(check.done for check in ws.read(callins.get, later).rehearsal_checks)


def test_what_is_ticked_stays_ticked_when_the_list_is_changed(ws: Workspace) -> None:
    made = ws.write(add_callin)
    ws.write(rehearsals.set_points, made, ["Ljud", "Entré", "Tider"])
    ws.write(rehearsals.tick, made, 1)
    ws.write(rehearsals.set_points, made, ["Tider", "Entré"])
    assert [(one.text, one.done) for one in ws.read(callins.get, made).rehearsal_checks] == [
        ("Tider", False), ("Entré", True),
    ]  # fmt: skip
    assert codes(ws, made) == ["callin_checks_open"]
    ws.write(rehearsals.tick, made, 0)
    assert codes(ws, made) == []
    ws.write(rehearsals.tick, made, 0, False)
    assert codes(ws, made) == ["callin_checks_open"]


def test_a_correction_is_warned_of_until_it_is_made(ws: Workspace) -> None:
    made = ws.write(add_callin)
    ws.write(rehearsals.correct, made, Correction("Byt ordning på tal 2 och 3", "Maria"))
    assert codes(ws, made) == ["callin_correction_open"]
    ws.write(rehearsals.finish, made, 0)
    assert ws.read(callins.get, made).corrections[0].done_on == date(2026, 11, 22)
    assert codes(ws, made) == []
    ws.write(rehearsals.finish, made, 0, False)
    assert codes(ws, made) == ["callin_correction_open"]
    ws.write(rehearsals.drop, made, 0)
    assert ws.read(callins.get, made).corrections == ()


def test_a_correction_becomes_a_task_that_moves_with_the_meeting_and_settles_it(ws: Workspace) -> None:
    made = ws.write(add_callin)
    ws.write(rehearsals.correct, made, Correction("Märk om dörrarna", "Maria"))
    task = ws.read(tasks.get, ws.write(rehearsals.make_task, made, 0))
    assert (task.title, task.owner, task.due_on) == ("Märk om dörrarna", "Maria", DAY - timedelta(days=1))
    with pytest.raises(RefusedError, match="rehearsal_already_task"):
        ws.write(rehearsals.make_task, made, 0)
    ws.write(callins.move, made, DAY + timedelta(days=7))
    assert ws.read(tasks.get, task.id).due_on == DAY + timedelta(days=6)
    assert codes(ws, made) == ["callin_correction_open"]
    ws.write(tasks.finish, task.id)
    assert codes(ws, made, (task.id,)) == []
    ws.write(undo.undo)
    ws.write(rehearsals.finish, made, 0)
    assert not ws.read(tasks.get, task.id).open
    ws.write(rehearsals.finish, made, 0, False)
    ws.write(rehearsals.change, made, 0, Correction("Märk om alla dörrar", "Ali", DAY))
    changed = ws.read(tasks.get, task.id)
    assert (changed.title, changed.owner, changed.due_on, changed.open) == ("Märk om alla dörrar", "Ali", DAY, True)
    ws.write(rehearsals.drop, made, 0)
    assert ws.read(tasks.of_callin, made) == []
    assert ws.write(undo.undo) == "callin.correction"
    assert [one.id for one in ws.read(tasks.of_callin, made)] == [task.id]


def test_nothing_empty_or_endless_is_listed_and_nothing_after_the_end(ws: Workspace) -> None:
    made = ws.write(add_callin)
    with pytest.raises(RefusedError, match="missing"):
        ws.write(rehearsals.correct, made, Correction("  "))
    with pytest.raises(RefusedError, match="too_long"):
        ws.write(rehearsals.set_points, made, ["x" * 201])
    with pytest.raises(RefusedError, match="rehearsal_too_many"):
        ws.write(rehearsals.set_points, made, [f"Punkt {number}" for number in range(61)])
    with pytest.raises(RefusedError, match="unknown_record"):
        ws.write(rehearsals.tick, made, 0)
    ws.write(callins.cancel, made, "Avbrutet.")
    with pytest.raises(RefusedError, match="callin_is_cancelled"):
        ws.write(rehearsals.begin, made)


def test_a_reader_ticks_nothing(ws: Workspace) -> None:
    made = ws.write(add_callin)
    ws.write(rehearsals.begin, made)

    def to_reader(unit: Unit) -> None:
        unit.change(User, unit.user.id, role=Role.READER)

    ws.write(to_reader)
    with pytest.raises(RefusedError):
        ws.write(rehearsals.tick, made, 0)


def test_the_run_sheet_tells_what_to_rehearse_and_then_what_is_not_corrected(ws: Workspace) -> None:
    made = ready_callin(ws, rehearsed=False)
    ws.write(rehearsals.set_points, made.id, ["Prova ljudet"])
    ws.write(rehearsals.correct, made.id, Correction("Märk om dörrarna"))
    before = words_of(ws.write(papers.print_paper, made.id, PaperKind.RUNSHEET))
    assert "Prova ljudet" in before and "Märk om dörrarna" in before
    ws.write(callins.rehearse, made.id, date(2026, 11, 20))
    ws.write(rehearsals.make_task, made.id, 0)
    assert "Prova ljudet" not in words_of(ws.write(papers.print_paper, made.id, PaperKind.RUNSHEET))
    ws.write(tasks.finish, ws.read(callins.get, made.id).corrections[0].task)
    assert "Märk om dörrarna" not in words_of(ws.write(papers.print_paper, made.id, PaperKind.RUNSHEET))
