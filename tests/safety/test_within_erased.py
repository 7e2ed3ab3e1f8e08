"""Somebody erased who would come back with a later record, or stay where a colleague had records of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.filepages import pages
from kit.people import person

from gvi_desktop.domain.history import RecordState, Tombstone, erased, stamp_of, write_all
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import Protection
from gvi_desktop.services import history, notifications, people, retention
from gvi_desktop.services.workspace import Workspace

LATER = stamp_of(1_900_000_000_000)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


def visit(office: Workspace, whom: str) -> str:
    draft = NotificationDraft(
        person=whom, on=date(2026, 11, 20), outcome=Outcome.NOT_HOME, team=(TeamMember("Polisen"),),
        note="Xyzzy Kvastsson var borta",
    )  # fmt: skip
    return office.write(notifications.log, draft)


def nowhere(office: Workspace) -> None:
    assert office.read(lambda unit: unit.count(Notification)) == 0
    assert office.read(history.verify) == []
    for where, content in pages(office.folder, office.key):
        assert b"Kvastsson" not in content, where


def test_a_colleagues_record_of_somebody_erased_here_is_buried(office: Workspace) -> None:
    who = person(office, "Xyzzy", "Kvastsson")
    shown = office.read(lambda unit: unit.store.state(visit(office, who)))
    assert shown is not None
    office.write(retention.erase, [who], "tiden ute")
    values = {**shown.shown, "id": "f" * 32}
    take(office, RecordState("notification", "f" * 32, "core", write_all({}, ("theirs.0", 1), LATER, values)))
    buried = office.read(lambda unit: unit.store.state("f" * 32))
    assert buried is not None and buried.tombstone is not None
    nowhere(office)


def test_what_was_noted_here_of_somebody_whom_a_colleague_erased_goes_too(office: Workspace) -> None:
    who = person(office, "Xyzzy", "Kvastsson")
    visit(office, who)
    take(office, erased("person", who, Tombstone(LATER, "theirs.0")))
    nowhere(office)


def test_lifting_a_protection_shows_the_name_and_is_noted_as_that(office: Workspace) -> None:
    who = person(office, "Xyzzy", "Kvastsson", protection=Protection.REGISTRATION)
    masked = office.read(people.get, who)
    office.write(people.change, who, replace(masked, protection=Protection.NONE), "Sekretessen är hävd.")
    assert "reveal" in [one.action for one in office.read(history.of_record, who)]
