"""Help: the clock to the first contact, the stages, consent, follow-ups and the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from kit.lines import TODAY, add_person, wish
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.help import FollowUpState, HelpKind, Stage
from gvi_desktop.domain.user import Role, User, UserDraft
from gvi_desktop.services import helping, undo
from gvi_desktop.services.helping import HelpLine, HelpShown
from gvi_desktop.services.unit import Unit, draft_of
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi", clock=clock)
    yield opened
    opened.close()


def line(ws: Workspace, record_id: str) -> HelpLine:
    return ws.read(helping.lines, [record_id])[0]


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.field) for problem in refused.value.problems]


def test_help_is_somebodys_or_anonymous(ws: Workspace) -> None:
    person = ws.write(add_person, "P001")
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.add, wish(anonymous=False))
    assert codes(refused) == [("help_nobody", "person")]
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.add, wish(person=person))
    assert codes(refused) == [("help_person_of_anonymous", "person")]
    made = ws.write(helping.add, wish(anonymous=False, person=person))
    assert line(ws, made).person == "P001"


def test_the_clock_runs_from_the_request_to_the_first_contact(ws: Workspace, clock: SettableClock) -> None:
    made = ws.write(helping.add, wish(asked_at=time(12, 0)))
    assert line(ws, made).hours == 1, "asked at noon, and it is 13:00 in Örebro"
    clock.move(hours=24)
    assert (line(ws, made).soon, line(ws, made).late) == (True, False)
    clock.move(hours=48)
    assert (line(ws, made).waits, line(ws, made).late) == (True, True)
    ws.write(helping.first_contact, made)
    clock.move(hours=100)
    shown = line(ws, made)
    assert (shown.hours, shown.waits, shown.late) == (73, False, False)
    ws.write(helping.first_contact, made)
    assert line(ws, made).hours == 73, "the first contact stays the first"


def test_a_contact_before_the_request_is_refused(ws: Workspace) -> None:
    before = wish(first_contact_on=TODAY, first_contact_at=time(11, 59))
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.add, before)
    assert codes(refused) == [("ends_before_start", "first_contact_at")]
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.add, wish(first_contact_on=TODAY - timedelta(days=1)))
    assert codes(refused) == [("ends_before_start", "first_contact_on")]


def test_the_first_meeting_stops_the_clock(ws: Workspace) -> None:
    made = ws.write(helping.add, wish())
    ws.write(helping.move, made, Stage.ACCEPTED)
    assert line(ws, made).waits
    ws.write(helping.move, made, Stage.FIRST_MEETING)
    kept = ws.read(helping.get, made)
    assert (kept.first_contact_on, kept.first_contact_at) == (TODAY, time(13, 0))


@pytest.mark.parametrize("stage", [Stage.ASSESSMENT, Stage.ONGOING])
def test_nothing_follows_the_first_meeting_without_consent(ws: Workspace, stage: Stage) -> None:
    made = ws.write(helping.add, wish())
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.move, made, stage)
    assert codes(refused) == [("help_no_consent", "consent")]
    ws.write(helping.move, made, stage, consent=True)
    kept = ws.read(helping.get, made)
    assert (kept.stage, kept.consent, kept.first_contact_on) == (stage, True, TODAY)


def test_an_end_has_a_reason_that_goes_when_help_is_taken_up_again(ws: Workspace) -> None:
    made = ws.write(helping.add, wish())
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.move, made, Stage.ENDED, "  ")
    assert codes(refused) == [("help_ended_without_why", "ended_why")]
    ws.write(helping.move, made, Stage.ENDED, "Flyttade")
    assert ws.read(helping.get, made).ended_why == "Flyttade"
    assert not line(ws, made).waits
    ws.write(helping.move, made, Stage.THINKING)
    assert ws.read(helping.get, made).ended_why == ""


def test_follow_ups_fall_due_3_6_12_and_24_months_after_the_first_contact(ws: Workspace, clock: SettableClock) -> None:
    made = ws.write(helping.add, wish(first_contact_on=TODAY))

    def states() -> list[FollowUpState]:
        return [step.state for step in ws.read(helping.view, made).steps]

    coming, due, missed = FollowUpState.COMING, FollowUpState.DUE, FollowUpState.MISSED
    assert states() == [coming] * 4
    clock.set_day(date(2027, 2, 22))
    assert states() == [due, coming, coming, coming]
    assert line(ws, made).follow_up == (3, date(2027, 2, 22))
    ws.write(helping.follow_up, made, 3, "I kontakt, egen bostad")
    assert states() == [FollowUpState.DONE, coming, coming, coming]
    clock.set_day(date(2027, 11, 22))
    assert states() == [FollowUpState.DONE, missed, due, coming]
    ws.write(helping.follow_up, made, 12, "Har arbete")
    assert line(ws, made).follow_up is None
    ws.write(helping.follow_up, made, 12, "Har fast arbete")
    assert [one.text for one in ws.read(helping.get, made).followups] == ["I kontakt, egen bostad", "Har fast arbete"]


def test_a_follow_up_needs_a_contact_and_words(ws: Workspace) -> None:
    made = ws.write(helping.add, wish())
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.follow_up, made, 3, "")
    assert codes(refused) == [("help_follow_up_without_contact", None), ("missing", "text")]
    ws.write(helping.first_contact, made)
    with pytest.raises(RefusedError) as refused:
        ws.write(helping.follow_up, made, 3, "x" * 501, TODAY + timedelta(days=1))
    assert codes(refused) == [("in_future", "on"), ("too_long", "text")]


def test_the_pipeline_counts_each_stage_and_shows_who_waits_longest_first(ws: Workspace) -> None:
    new = ws.write(helping.add, wish())
    old = ws.write(helping.add, wish(asked_on=TODAY - timedelta(days=9)))
    ended = ws.write(helping.add, wish(stage=Stage.ENDED, ended_why="Tackade nej"))
    ws.write(helping.remove, ws.write(helping.add, wish()))
    found = {column.stage: column for column in ws.read(helping.pipeline)}
    assert list(found) == list(Stage)
    assert [one.id for one in found[Stage.OFFERED].lines] == [old, new]
    assert {stage: column.count for stage, column in found.items() if column.count} == {
        Stage.OFFERED: 2,
        Stage.ENDED: 1,
    }
    assert ws.read(helping.counts) == {
        HelpShown.OPEN: 2,
        HelpShown.WAITING: 2,
        HelpShown.ENDED: 1,
        HelpShown.ALL: 3,
    }
    assert ws.read(helping.ids, shown=HelpShown.ENDED) == [ended]
    assert ws.read(helping.waiting) == 2


def test_a_text_finds_help_by_person_provider_and_the_windows_words(ws: Workspace) -> None:
    person = ws.write(add_person, "P-Nord")
    own = ws.write(helping.add, wish(anonymous=False, person=person))
    flat = ws.write(helping.add, wish(provider="Bostadsbyrån", help_kind=HelpKind.HOUSING))
    assert ws.read(helping.ids, "p-nord") == [own]
    assert ws.read(helping.ids, "byrån") == [flat]
    assert ws.read(helping.ids, "bostad", kinds=[HelpKind.HOUSING]) == [flat]


def test_help_may_be_changed_after_its_person_has_gone(ws: Workspace) -> None:
    person = ws.write(add_person, "P001")
    made = ws.write(helping.add, wish(anonymous=False, person=person))

    def remove_person(unit: Unit) -> None:
        from gvi_desktop.domain.person import Person

        unit.remove(Person, person)

    ws.write(remove_person)
    ws.write(helping.change, made, draft_of(ws.read(helping.get, made), provider="Fryshuset"))
    assert ws.read(helping.get, made).provider == "Fryshuset"


def test_moving_is_one_step_that_can_be_undone(ws: Workspace) -> None:
    made = ws.write(helping.add, wish())
    ws.write(helping.move, made, Stage.FIRST_MEETING)
    ws.write(undo.undo)
    kept = ws.read(helping.get, made)
    assert (kept.stage, kept.first_contact_on) == (Stage.OFFERED, None)


def test_an_administrator_sees_no_help(ws: Workspace) -> None:
    made = ws.write(helping.add, wish())

    def become(unit: Unit) -> None:
        unit.put(User, unit.user.id, UserDraft(name=unit.user.name, agency="x", role=Role.ADMINISTRATOR))

    ws.write(become)
    assert (ws.read(helping.ids), ws.read(helping.pipeline), ws.read(helping.waiting)) == ([], [], 0)
    with pytest.raises(RefusedError):
        ws.read(helping.view, made)
