"""Retention: clocks by regime, what is due, and erasure that leaves nothing but a protocol without names."""

from datetime import date

import pytest
from kit.vaults import SettableClock
from sqlalchemy import text

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.regime import RegimeDraft, add_months
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import history, notifications, people, retention, rounds
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


def test_months_end_on_the_last_day_where_the_day_is_missing() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_nobody_is_due_at_first_and_everybody_in_the_end(office: Workspace, clock: SettableClock) -> None:
    made = office.write(people.add, PersonDraft(given_name="Adam", birth_date=date(1999, 1, 1)))
    assert office.read(retention.due) == []
    assert office.read(retention.due_count) == 0
    clock.move(days=3 * 366)
    (found,) = office.read(retention.due)
    assert found.id == made
    assert found.clock.end <= found.clock.hard_end
    assert office.read(retention.due_count) == 1


def test_who_is_due_is_the_same_by_the_clock_of_each_and_by_the_count(office: Workspace, clock: SettableClock) -> None:
    def everybody(unit: Unit) -> None:
        kinds = [one.id for one in retention.regimes(unit)] + [None, "gone"]
        days = [None, date(2024, 2, 29), date(2025, 8, 31), date(2026, 3, 31), date(2026, 11, 1)]
        for number, (regime, day) in enumerate((regime, day) for regime in kinds for day in days):
            unit.add(Person, PersonDraft(code_name=f"P{number}", regime=regime, retention_from=day))
        unit.remove(Person, unit.find(Person, limit=1)[0].id)

    def by_hand(unit: Unit, day: date) -> set[str]:
        people = unit.store.find(Person, removed=True)
        return {one.id for one in people if (runs := retention.of_person(unit, one)) and runs.end <= day}

    office.write(everybody)
    seen = set()
    for day in (date(2026, 11, 22), date(2027, 2, 28), date(2027, 8, 31), date(2028, 2, 28), date(2033, 4, 1)):
        wanted = office.read(by_hand, day)
        assert {one.id for one in office.read(retention.due, day)} == wanted
        clock.set_day(day)
        assert office.read(retention.due_count) == len(wanted)
        seen.add(len(wanted))
    assert len(seen) > 3


def test_every_regime_that_comes_with_the_program_names_a_dated_source_and_a_hard_limit(office: Workspace) -> None:
    shipped = office.read(retention.regimes)
    assert len(shipped) >= 4
    for one in shipped:
        assert one.source and one.source_on and one.hard_months >= one.months > 0, one.name


def test_a_regime_past_its_hard_limit_is_refused(office: Workspace) -> None:
    bad = RegimeDraft(code="x", name="X", months=24, hard_months=12, source="Lag")
    with pytest.raises(RefusedError, match="regime_past_hard_limit"):
        office.write(retention.add_regime, bad)


def test_an_erasure_takes_everything_of_the_person_and_the_chain_still_holds(office: Workspace) -> None:
    named = PersonDraft(given_name="Xyzzy", family_name="Kvastsson", birth_date=date(1999, 1, 1))
    who = office.write(people.add, named)
    other = office.write(people.add, PersonDraft(given_name="Bo", birth_date=date(1998, 1, 1)))
    draft = NotificationDraft(
        person=who, on=date(2026, 5, 1), outcome=Outcome.REACHED, team=(TeamMember("Polisen"),), note="om Kvastsson"
    )
    office.write(notifications.log, draft)
    targets = frozenset({who, other})
    made = office.write(rounds.plan, RoundDraft(name="Vår", from_on=date(2026, 5, 1), targets=targets))
    with pytest.raises(RefusedError):
        office.write(retention.erase, [who], " ")
    protocol = office.write(retention.erase, [who], "tiden ute")
    assert (protocol.people, protocol.records) == (1, {"notification": 1})
    assert office.read(lambda unit: unit.find(Notification)) == []
    assert [one.id for one in office.read(lambda unit: unit.find(Person))] == [other]
    assert office.read(lambda unit: unit.get(Round, made)).targets == {other}
    with office.engine.connect() as connection:
        names = [row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))]
        stored = "".join(
            str(bytes(value) if isinstance(value, bytes) else value)
            for name in names
            for row in connection.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608
            for value in row
        )
    assert "Kvastsson" not in stored
    assert "Xyzzy" not in stored
    assert office.read(history.verify) == []
    entry = next(one for one in office.read(history.newest) if one.action == "retention")
    assert "Kvastsson" not in entry.detail
