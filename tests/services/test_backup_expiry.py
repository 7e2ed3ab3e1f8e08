"""Backups from before an erasure are gone after the office's days, even when nobody works, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit.vaults import SettableClock

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import office as offices
from gvi_desktop.services import people, retention
from gvi_desktop.services.workspace import Workspace


def files(office: Workspace) -> set[str]:
    return {path.name for path in (office.folder / "backups").iterdir()}


def erase(office: Workspace) -> None:
    who = office.write(people.add, PersonDraft(given_name="Adam"))
    office.write(retention.erase, [who], "tiden ute")


def test_a_backup_that_holds_somebody_erased_goes_after_the_days(office: Workspace, clock: SettableClock) -> None:
    old = office.back_up()
    clock.move(days=1)
    erase(office)
    fresh = office.back_up()
    clock.move(days=13)
    office.back_up_if_due()
    assert files(office) == {old.name, fresh.name}
    clock.move(days=1, minutes=1)
    office.back_up_if_due()
    assert files(office) == {fresh.name}


def test_the_last_backup_is_only_removed_for_a_fresh_one(office: Workspace, clock: SettableClock) -> None:
    old = office.back_up()
    clock.move(hours=1)
    erase(office)
    clock.move(days=15)
    made = office.back_up_if_due()
    assert made is not None
    assert files(office) == {made.name}
    assert old.name not in files(office)


def test_the_office_sets_the_days(office: Workspace, clock: SettableClock) -> None:
    held = office.read(offices.get)
    with pytest.raises(RefusedError, match="office_bad_backup_days"):
        office.write(offices.change, replace(held, backup_days=91))
    office.write(offices.change, replace(held, backup_days=2))
    old = office.back_up()
    clock.move(minutes=1)
    erase(office)
    clock.move(minutes=1)
    fresh = office.back_up()
    clock.move(days=2, minutes=1)
    office.back_up_if_due()
    assert old.name not in files(office)
    assert fresh.name in files(office)


def test_without_an_erasure_nothing_expires(office: Workspace, clock: SettableClock) -> None:
    old = office.back_up()
    clock.move(days=60)
    office.back_up_if_due()
    assert old.name in files(office)
