"""The overview gathers what waits from every concept."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.callin import CallinDraft
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.phonecall import Need, PhonecallDraft
from gvi_desktop.domain.task import TaskDraft
from gvi_desktop.services import callins, notifications, overview, people, phonecalls, tasks
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def office(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi", clock=clock)
    yield workspace
    workspace.close()


def test_an_untouched_vault_leads_the_first_steps(office: Workspace) -> None:
    found = office.read(overview.overview)
    assert found.empty
    assert found.callin is None


def test_late_tasks_the_next_call_in_and_call_backs_are_shown(office: Workspace) -> None:
    office.write(tasks.add, TaskDraft(title="Ring", due_on=date(2026, 11, 20)))
    office.write(tasks.add, TaskDraft(title="Senare", due_on=date(2026, 12, 20)))
    office.write(callins.create, CallinDraft(number=1, on=date(2026, 12, 1), start=time(18)))
    due = datetime(2026, 11, 22, 9, tzinfo=UTC)
    office.write(phonecalls.log, PhonecallDraft(on=date(2026, 11, 21), need=Need.EXIT, callback_due=due))
    found = office.read(overview.overview)
    assert [(one.title, one.late) for one in found.tasks] == [("Ring", True)]
    assert found.callin is not None
    assert found.callin.days == 9
    assert found.callin.stops
    assert [one.late for one in found.callbacks] == [True]
    assert not found.empty


def test_a_talk_is_followed_up_after_thirty_days_and_counted_in_its_month(
    office: Workspace, clock: SettableClock
) -> None:
    person = office.write(people.add, PersonDraft(given_name="Adam", birth_date=date(1999, 1, 1)))
    talk = NotificationDraft(
        person=person, on=date(2026, 11, 20), outcome=Outcome.REACHED, team=(TeamMember("Polisen"),)
    )
    made = office.write(notifications.log, talk)
    assert office.read(overview.overview).months[-1] == ("2026-11", 1, 0)
    assert office.read(overview.overview).follow_ups == ()
    clock.move(days=31)
    (due,) = office.read(overview.overview).follow_ups
    assert (due.id, due.days) == (made, 30)
    office.write(notifications.follow_up, made, 30, "Arbetar.")
    assert office.read(overview.overview).follow_ups == ()
