"""A link's hard limit runs with its person's clock: it stands while that stands, and the same regime rules it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from kit.people import group, link, person
from kit.vaults import SettableClock

from gvi_desktop.domain import membership
from gvi_desktop.domain.pause import PauseDraft
from gvi_desktop.domain.person import Person
from gvi_desktop.services import clocks, memberships, people
from gvi_desktop.services.unit import draft_of
from gvi_desktop.services.workspace import Workspace

LIMIT = date(2028, 11, 22)
"""Two years after the day on which everything here is entered."""


def last_day(office: Workspace, link_id: str) -> date | None:
    return office.read(lambda unit: memberships.last_day(unit, memberships.get(unit, link_id).membership))


def hard_end(office: Workspace, who: str) -> date:
    found = office.read(lambda unit: clocks.of_person(unit, unit.get(Person, who)))
    assert found is not None
    return found.hard_end


def test_custody_moves_the_limit_of_a_link_as_it_moves_the_persons(office: Workspace, clock: SettableClock) -> None:
    who = person(office)
    made = link(office, who, group(office))
    assert last_day(office, made) == hard_end(office, who) == LIMIT
    clock.set_day(date(2027, 6, 1))
    custody = PauseDraft(person=who, from_on=date(2027, 3, 1), to_on=date(2027, 3, 31), why="Häkte")
    office.write(clocks.add_pause, custody)
    assert last_day(office, made) == hard_end(office, who) == LIMIT + timedelta(days=31)
    clock.set_day(LIMIT + timedelta(days=31))
    assert office.read(memberships.due) == []
    clock.set_day(LIMIT + timedelta(days=32))
    assert [(one.id, one.hard_end) for one in office.read(memberships.due)] == [(made, LIMIT + timedelta(days=31))]


def test_a_link_of_somebody_in_custody_is_not_erased_while_the_clock_stands(
    office: Workspace, clock: SettableClock
) -> None:
    who = person(office)
    made = link(office, who, group(office))
    clock.set_day(date(2028, 1, 1))
    office.write(clocks.add_pause, PauseDraft(person=who, from_on=date(2028, 1, 1), why="Häkte"))
    clock.set_day(date(2035, 1, 1))
    assert office.read(memberships.due) == []
    assert office.write(memberships.erase_due) == 0
    (pause,) = office.read(lambda unit: clocks.of_person(unit, unit.get(Person, who))).pauses  # type: ignore[union-attr]
    office.write(clocks.end_pause, pause.id)
    clock.set_day(date(2036, 6, 1))
    assert [one.id for one in office.read(memberships.due)] == [made]


def test_days_in_custody_before_the_link_was_entered_do_not_lengthen_it(
    office: Workspace, clock: SettableClock
) -> None:
    who = person(office)
    clock.set_day(date(2027, 6, 1))
    custody = PauseDraft(person=who, from_on=date(2027, 3, 1), to_on=date(2027, 3, 31), why="Häkte")
    office.write(clocks.add_pause, custody)
    office.write(lambda unit: unit.change(Person, who, retention_from=date(2027, 5, 1)))
    made = link(office, who, group(office))
    assert hard_end(office, who) == date(2029, 5, 1)
    assert last_day(office, made) == date(2029, 5, 1)


def test_who_has_no_regime_of_their_own_has_links_that_end_with_the_first_one(
    office: Workspace, clock: SettableClock
) -> None:
    who = person(office)
    made = link(office, who, group(office))
    office.write(lambda unit: unit.change(Person, who, regime=None))
    limit = hard_end(office, who)
    assert last_day(office, made) == limit
    clock.set_day(limit + timedelta(days=1))
    assert [one.id for one in office.read(memberships.due)] == [made]


def test_a_review_may_be_planned_as_far_as_the_clock_goes(office: Workspace, clock: SettableClock) -> None:
    who = person(office)
    clock.set_day(date(2027, 6, 1))
    custody = PauseDraft(person=who, from_on=date(2027, 3, 1), to_on=date(2027, 3, 31), why="Häkte")
    office.write(clocks.add_pause, custody)
    day = LIMIT + timedelta(days=20)
    office.write(people.change, who, draft_of(office.read(people.get, who), next_review_on=day))
    assert office.read(people.get, who).next_review_on == day


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60),
    st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 400)), max_size=4),
)  # fmt: skip
def test_pauses_only_ever_move_a_limit_ahead(made_on: date, months: int, stood: list[tuple[date, int]]) -> None:
    pauses = [PauseDraft(from_on=first, to_on=first + timedelta(days=days)) for first, days in stood]
    today = date(2036, 1, 1)
    plain = membership.hard_end(made_on, months)
    moved = membership.hard_end(made_on, months, None, pauses, today)
    assert plain <= moved <= plain + timedelta(days=sum(days + 1 for _, days in stood))
    assert membership.hard_end(made_on, months, plain, pauses, today) == plain
