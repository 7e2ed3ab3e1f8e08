"""What the rules say of visits: who may be visited, what a visit needs, and when it is followed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gvi_desktop.domain.notification import (
    Notification,
    NotificationDraft,
    Outcome,
    TeamMember,
    approach,
    follow_up_due,
    follow_up_problems,
    locked,
    problems,
)
from gvi_desktop.domain.person import GuardianDecision, PersonDraft
from gvi_desktop.domain.record import Compartment, draft_fields
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.domain.round import problems as round_problems

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADULT = PersonDraft(code_name="P001", birth_year=1998)
MINOR = PersonDraft(code_name="P002", birth_year=2010)
SETTLED = replace(
    MINOR,
    guardian_decision=GuardianDecision.INFORMED,
    best_interests="Det är bäst att få veta.",
    minor_proposed_by="Anna Ek",
    minor_approved_by="Bo Alm",
)


def talk(**more: Any) -> NotificationDraft:
    said = {"person": "p", "on": TODAY, "outcome": Outcome.REACHED, "team": (TeamMember("Polisen"),)}
    return NotificationDraft(**{**said, **more})


def stored(**more: Any) -> Notification:
    draft = talk(**more)
    values = {field.name: getattr(draft, field.name) for field in draft_fields(NotificationDraft)}
    return Notification(id="n", made_by="Anna Ek", made_at=NOW, compartment=Compartment.CORE, **values)


def codes(draft: NotificationDraft, person: PersonDraft = ADULT) -> set[tuple[str, str | None]]:
    return {(one.code, one.field) for one in problems(draft, person, TODAY)}


def test_a_talk_with_an_adult_needs_nothing_more() -> None:
    assert not codes(talk(message_1=True, message_2=True, message_3=True))


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (talk(person=None), ("missing", "person")),
        (talk(on=None), ("missing", "on")),
        (talk(team=()), ("notification_no_team", "team")),
        (talk(on=TODAY + timedelta(days=1)), ("in_future", "on")),
        (talk(outcome=None, on=None), ("missing", "planned_on")),
        (talk(outcome=Outcome.NOT_HOME, message_2=True), ("notification_messages_without_talk", "message_1")),
        (talk(followup_30_on=TODAY - timedelta(days=1)), ("notification_follow_up_before_talk", "followup_30_on")),
        (talk(next_step="x" * 501), ("too_long", "next_step")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_a_visit_lacks_is_told_beside_its_field(draft: NotificationDraft, found: tuple[str, str]) -> None:
    assert found in codes(draft)


def test_a_minor_is_not_visited_before_three_things_are_settled() -> None:
    assert {one.code for one in approach(MINOR, TODAY)} == {
        "minor_without_guardian_decision",
        "minor_without_best_interests",
        "minor_without_second_approval",
    }
    assert {field for _, field in codes(talk(), MINOR)} == {"person"}
    assert codes(talk(outcome=None, on=None, planned_on=TODAY), MINOR), "nor planned to be"
    assert not codes(talk(), SETTLED)


def test_a_guardian_who_says_no_is_heard() -> None:
    declined = replace(SETTLED, guardian_decision=GuardianDecision.DECLINES)
    assert codes(talk(), declined) == {("notification_guardian_declines", "person")}


def test_age_is_that_of_the_day_of_the_visit() -> None:
    person = PersonDraft(code_name="P003", birth_date=date(2008, 11, 22))
    assert not approach(person, TODAY)
    assert approach(person, TODAY - timedelta(days=1))


def test_history_from_a_workbook_is_not_refused_for_a_minor() -> None:
    assert not codes(talk(imported=True), MINOR)


def test_a_visit_is_locked_once_24_hours_have_passed() -> None:
    assert not locked(stored(logged_at=NOW - timedelta(hours=24)), NOW)
    assert locked(stored(logged_at=NOW - timedelta(hours=24, seconds=1)), NOW)
    assert not locked(stored(logged_at=None), NOW)


def test_a_talk_is_followed_up_after_30_and_after_90_days() -> None:
    def due(days: int, **more: Any) -> tuple[int, date] | None:
        return follow_up_due(stored(on=TODAY - timedelta(days=days), **more), TODAY)

    assert due(29) is None
    assert due(30) == (30, TODAY)
    assert due(100)[0] == 30  # type: ignore[index]
    assert due(100, followup_30_on=TODAY) == (90, TODAY - timedelta(days=10))
    assert due(100, followup_30_on=TODAY, followup_90_on=TODAY) is None
    assert due(100, outcome=Outcome.NOT_HOME) is None
    assert due(100, corrected=True) is None


def test_only_a_talk_is_followed_up_and_something_is_said() -> None:
    assert not follow_up_problems(stored(), 30, "Bor hos sin syster.", TODAY, TODAY)
    assert follow_up_problems(stored(), 60, "Något", TODAY, TODAY)
    assert follow_up_problems(stored(outcome=Outcome.MOVED), 30, "Något", TODAY, TODAY)
    assert [one.code for one in follow_up_problems(stored(), 90, " ", TODAY, TODAY)] == ["missing"]
    assert [one.field for one in follow_up_problems(stored(), 90, "Något", None, TODAY)] == ["followup_90_on"]


def test_a_round_has_a_name_and_a_first_day_and_does_not_end_before_it() -> None:
    assert {one.field for one in round_problems(RoundDraft())} == {"name", "from_on"}
    backwards = RoundDraft(name="Nov", from_on=TODAY, to_on=TODAY - timedelta(days=1))
    assert [one.code for one in round_problems(backwards)] == ["ends_before_start"]
