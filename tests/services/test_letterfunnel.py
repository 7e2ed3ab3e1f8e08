"""From invited to accepted help, counted against invitations gone through by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from kit.letterbox import called, under_supervision, with_office
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.help import HelpDraft, HelpKind, Stage
from gvi_desktop.domain.invitee import Attendance, Invitee, NoticeWay
from gvi_desktop.domain.letter import LetterResult
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import aftercallin, helping, invitees, letters
from gvi_desktop.services.letterfunnel import LetterFunnel, funnel
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi", clock=SettableClock())
    opened.write(with_office)
    yield opened
    opened.close()


def six_called(unit: Unit) -> str:
    return called(unit, *(under_supervision(unit, f"Tall-{n}", given_name=f"Elias{n}") for n in range(6)))


def test_each_step_is_counted_among_those_who_were_called(ws: Workspace) -> None:
    callin = ws.write(six_called)
    guests = [line.invitee for line in ws.read(invitees.of_callin, callin)]
    assert ws.read(funnel, callin) == LetterFunnel(6, 0, 0, 0)
    phoned = guests[0]
    ws.write(invitees.notice, phoned.id, NoticeWay.PHONE)  # without a letter: the notice itself is what was served
    prepared = ws.read(letters.prepare, "notice", callin=1, leave_out=frozenset({phoned.person or ""}))
    made = ws.write(letters.make, prepared)
    assert ws.read(funnel, callin).served == 1  # printed is not served
    for letter in made.ids[:3]:
        ws.write(letters.served, letter, LetterResult.SERVED, None, "Karin Berg")
    ws.write(letters.served, made.ids[3], LetterResult.REFUSED)
    assert ws.read(funnel, callin) == LetterFunnel(6, 4, 0, 0)

    def held(unit: Unit) -> None:
        results = [Attendance.CAME, Attendance.CAME, Attendance.LEFT_EARLY, Attendance.NO_SHOW, Attendance.EXCUSED]
        for one, result in zip(guests, results, strict=False):
            unit.change(Invitee, one.id, result=result)
        unit.change(Callin, callin, status=CallinStatus.HELD, on=unit.today)
        day = unit.today
        for one, stage, asked in (
            (guests[0], Stage.ACCEPTED, day),
            (guests[0], Stage.ONGOING, day),  # the same person twice is one
            (guests[1], Stage.THINKING, day),  # not accepted yet
            (guests[2], Stage.ACCEPTED, day - timedelta(days=9)),  # before the meeting
            (guests[3], Stage.ACCEPTED, day),  # did not come
        ):
            helping.add(
                unit,
                HelpDraft(person=one.person, asked_on=asked, help_kind=HelpKind.OTHER, stage=stage, consent=True),
            )

    ws.write(held)
    assert ws.read(funnel, callin) == LetterFunnel(6, 4, 3, 1) == ws.read(funnel)
    assert ws.read(aftercallin.aftermath, callin).funnel == LetterFunnel(6, 4, 3, 1)


def test_all_meetings_together_leave_out_what_was_removed(ws: Workspace) -> None:
    first, second = ws.write(six_called), ws.write(lambda unit: called(unit, under_supervision(unit, "Ek-1")))
    assert ws.read(funnel).invited == 7
    ws.write(lambda unit: unit.remove(Callin, second))
    assert ws.read(funnel) == ws.read(funnel, first)


def test_who_does_not_read_help_is_not_told_how_many_accepted_it(ws: Workspace) -> None:
    callin = ws.write(six_called)
    ws.write(lambda unit: unit.change(User, unit.user.id, role=Role.ADMINISTRATOR))
    assert ws.read(funnel, callin) == LetterFunnel(6, 0, 0, None)
