"""Retention clocks: custody is not counted, a new ground extends but never past the hard limit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.vaults import SettableClock

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.extension import ExtensionDraft
from gvi_desktop.domain.pause import PauseDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.regime import RegimeDraft
from gvi_desktop.services import clocks, people, profile, retention
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

STARTED = date(2026, 1, 10)


@pytest.fixture
def who(office: Workspace) -> str:
    regime = office.write(
        retention.add_regime, RegimeDraft(code="t", name="Två år", months=12, hard_months=24, source="Lag")
    )
    return office.write(people.add, PersonDraft(given_name="Adam", regime=regime, retention_from=STARTED))


def ends(office: Workspace, who: str) -> tuple[date, date]:
    found = office.read(lambda unit: clocks.of_person(unit, unit.get(Person, who)))
    assert found is not None
    return found.end, found.hard_end


def test_time_in_custody_is_not_counted(office: Workspace, who: str) -> None:
    assert ends(office, who) == (date(2027, 1, 10), date(2028, 1, 10))
    march = PauseDraft(person=who, from_on=date(2026, 3, 1), to_on=date(2026, 3, 31), why="Häkte")
    office.write(clocks.add_pause, march)
    assert ends(office, who) == (date(2027, 2, 10), date(2028, 2, 10))


def test_days_that_two_pauses_share_count_once(office: Workspace, who: str) -> None:
    for first, last in ((date(2026, 3, 1), date(2026, 3, 20)), (date(2026, 3, 11), date(2026, 3, 31))):
        office.write(clocks.add_pause, PauseDraft(person=who, from_on=first, to_on=last, why="Häkte"))
    assert ends(office, who)[0] == date(2027, 2, 10)


def test_nobody_is_due_while_the_clock_stands_and_it_runs_on_afterwards(
    office: Workspace, who: str, clock: SettableClock
) -> None:
    made = office.write(clocks.add_pause, PauseDraft(person=who, from_on=date(2026, 11, 1), why="I anstalt"))
    clock.set_day(date(2030, 1, 1))
    assert office.read(retention.due) == []
    assert office.read(retention.due_count) == 0
    shown = office.read(profile.of_person, who).clock
    assert shown is not None and shown.stands
    office.write(clocks.end_pause, made)
    clock.set_day(date(2030, 3, 11))
    assert office.read(retention.due) == []
    clock.set_day(date(2030, 3, 13))
    assert [one.id for one in office.read(retention.due)] == [who]
    assert office.read(retention.due_count) == 1


def test_a_new_ground_starts_the_clock_anew_but_never_past_the_hard_limit(office: Workspace, who: str) -> None:
    def extend(on: date) -> None:
        draft = ExtensionDraft(person=who, on=on, ground="Ny registrering", source="Polisen")
        office.write(clocks.add_extension, draft)

    extend(date(2026, 10, 1))
    assert ends(office, who) == (date(2027, 10, 1), date(2028, 1, 10))
    with pytest.raises(RefusedError, match="extension_keeps_no_longer"):
        extend(date(2026, 9, 1))
    shown = office.read(profile.of_person, who).clock
    assert shown is not None
    assert [one.ground for one in shown.extensions] == ["Ny registrering"]


def test_an_extension_stops_at_the_hard_limit(office: Workspace, who: str, clock: SettableClock) -> None:
    def extend(on: date) -> None:
        office.write(clocks.add_extension, ExtensionDraft(person=who, on=on, ground="Ny", source="Polisen"))

    clock.set_day(date(2027, 12, 1))
    with pytest.raises(RefusedError, match="extension_too_late"):
        extend(date(2027, 11, 1))
    extend(date(2027, 1, 9))
    extend(date(2027, 11, 30))
    assert ends(office, who) == (date(2028, 1, 10), date(2028, 1, 10))
    with pytest.raises(RefusedError, match="extension_past_hard_limit"):
        extend(date(2027, 12, 1))


def test_a_pause_says_why_and_since_when(office: Workspace, who: str) -> None:
    for draft in (PauseDraft(person=who, why="Häkte"), PauseDraft(person=who, from_on=STARTED), PauseDraft(why="x")):
        with pytest.raises(RefusedError, match="missing"):
            office.write(clocks.add_pause, draft)
    with pytest.raises(RefusedError, match="in_future"):
        office.write(clocks.add_pause, PauseDraft(person=who, from_on=date(2027, 1, 1), why="Häkte"))


def test_what_moves_a_clock_goes_with_the_person(office: Workspace, who: str) -> None:
    office.write(clocks.add_pause, PauseDraft(person=who, from_on=date(2026, 3, 1), why="Häkte"))
    office.write(
        clocks.add_extension, ExtensionDraft(person=who, on=date(2026, 10, 1), ground="Ny", source="Polisen")
    )
    assert office.write(retention.erase, [who], "tiden ute").records == {"pause": 1, "extension": 1}


@given(
    pauses=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 200)), max_size=4),
    grounds=st.lists(st.integers(0, 900), max_size=4),
)
def test_no_extension_passes_the_hard_limit_and_each_day_stands_once(
    pauses: list[tuple[int, int]], grounds: list[int]
) -> None:
    from gvi_desktop.domain.extension import Extension
    from gvi_desktop.domain.pause import Pause, spans
    from gvi_desktop.domain.record import Compartment
    from gvi_desktop.domain.regime import Regime, add_months
    from gvi_desktop.domain.regime import clock as runs

    common = {"id": "x", "made_by": "", "made_at": SettableClock()(), "compartment": Compartment.CORE}
    limit = Regime(name="R", months=12, hard_months=24, **common)
    day = STARTED + timedelta(days=1500)
    stood = [
        Pause(from_on=STARTED + timedelta(days=a), to_on=STARTED + timedelta(days=a + b), **common) for a, b in pauses
    ]
    more = [Extension(on=STARTED + timedelta(days=one), **common) for one in grounds]
    found = runs(PersonDraft(retention_from=STARTED), limit, STARTED, day, stood, more)
    counted = sum((last - first).days + 1 for first, last in spans(stood, day))
    assert found.end <= found.hard_end <= add_months(STARTED, 24) + timedelta(days=counted)
    assert found.end >= add_months(STARTED, 12)


def test_who_is_due_is_the_same_by_each_clock_and_by_the_count(office: Workspace, clock: SettableClock) -> None:
    def everybody(unit: Unit) -> None:
        known = [one.id for one in retention.regimes(unit)]
        for number in range(40):
            regime = known[number % len(known)]
            start = date(2024, 1, 1) + timedelta(days=31 * number)
            who = unit.add(Person, PersonDraft(code_name=f"P{number}", regime=regime, retention_from=start)).id
            if number % 3 == 0:
                pause = PauseDraft(person=who, from_on=start, to_on=start + timedelta(days=20 * number), why="Häkte")
                unit.add(clocks.Pause, pause)
            if number % 4 == 0:
                on = start + timedelta(days=100)
                unit.add(clocks.Extension, ExtensionDraft(person=who, on=on, ground="Ny", source="Polisen"))

    def by_hand(unit: Unit) -> set[str]:
        every = unit.store.find(Person, removed=True)
        return {one.id for one in every if (runs := clocks.of_person(unit, one)) and runs.end <= unit.today}

    office.write(everybody)
    seen = set()
    for day in (date(2026, 11, 22), date(2027, 2, 28), date(2028, 8, 31), date(2031, 1, 1)):
        clock.set_day(day)
        wanted = office.read(by_hand)
        assert {one.id for one in office.read(retention.due)} == wanted
        assert office.read(retention.due_count) == len(wanted)
        seen.add(len(wanted))
    assert len(seen) > 2
