"""The clock set back or ahead so that what somebody looked at falls into a month whose sample was already drawn."""

from __future__ import annotations

from datetime import date

from kit.people import person
from kit.vaults import SettableClock

from gvi_desktop.services import people, sampling
from gvi_desktop.services.workspace import Workspace


def drawn(office: Workspace, clock: SettableClock, day: date) -> int:
    clock.set_day(day)
    return office.write(sampling.draw)


def looked(office: Workspace, clock: SettableClock, day: date, whom: str) -> None:
    clock.set_day(day)
    office.write(people.open, whom)


def test_what_was_looked_at_under_a_clock_set_back_is_drawn_from_too(office: Workspace, clock: SettableClock) -> None:
    who = person(office)
    looked(office, clock, date(2026, 11, 20), who)
    assert drawn(office, clock, date(2026, 12, 1)) == 1
    looked(office, clock, date(2026, 11, 5), who)
    looked(office, clock, date(2026, 3, 5), who)
    assert drawn(office, clock, date(2027, 1, 2)) == 2
    assert drawn(office, clock, date(2027, 2, 2)) == 0


def test_what_was_looked_at_under_a_clock_set_ahead_is_drawn_from_too(office: Workspace, clock: SettableClock) -> None:
    who = person(office)
    looked(office, clock, date(2026, 11, 20), who)
    assert drawn(office, clock, date(2026, 12, 1)) == 1  # a first of December that came too early
    looked(office, clock, date(2026, 11, 25), who)
    looked(office, clock, date(2031, 1, 1), who)
    assert drawn(office, clock, date(2027, 1, 2)) == 2
    assert drawn(office, clock, date(2031, 2, 2)) == 0
