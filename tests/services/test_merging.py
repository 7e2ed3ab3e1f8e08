"""What a bundle may bring, and what it may not: ids that are none of ours, erased records, a record told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.vaults import NOON
from sqlalchemy import select

from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.history import RecordState, Tombstone, erased, stamp_of, write_all
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import incoming, merging, scope, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal, lane, statements
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.change import Unread

THEIRS = "theirs.1"
LATER = int(NOON.timestamp() * 1000) + 1000


@pytest.fixture(params=["together", "one by one, written beside the merging"])
def office(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    if request.param != "together":
        monkeypatch.setattr(incoming, "BATCH", 1)
        monkeypatch.setattr(statements, "FEW", 1)
        monkeypatch.setattr(merging, "walk", beside(merging.walk))
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


def beside(walk: Callable[..., merging.Walked]) -> Callable[..., merging.Walked]:
    def walked(unit: Unit, *args: Any, **kwargs: Any) -> merging.Walked:
        with lane.beside(unit.connection):
            return walk(unit, *args, **kwargs)

    return walked


def group(record_id: str, counter: int = 1, **values: str | int | None) -> RecordState:
    """A record as a colleague's save number `counter` sets it."""
    cells = write_all({}, (THEIRS, counter), stamp_of(LATER + counter), values)
    return RecordState("group", record_id, "core", cells)


def add(office: Workspace, name: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name=name))).id


def shown(office: Workspace, record_id: str) -> Group:
    return office.read(lambda unit: unit.get(Group, record_id))


def test_an_erased_record_does_not_come_back_into_quarantine(office: Workspace) -> None:
    made = add(office, "Oxhagen")
    office.write(lambda unit: unit.erase(Group, made))
    walked = take(
        office, *(Unread("group", one, b'{"t":"group","id":"%s","z":1}' % one.encode()) for one in (made, "f1"))
    )
    assert walked.quarantined == 2
    with office.engine.connect() as connection:
        assert connection.execute(select(ledger.quarantine.c.id)).scalars().all() == ["f1"]


def test_a_record_erased_by_the_same_bundle_is_not_put_into_quarantine(office: Workspace) -> None:
    made = add(office, "Oxhagen")
    dead = erased("group", made, Tombstone(stamp_of(10**12), THEIRS))
    take(office, dead, Unread("group", made, b'{"t":"group","id":"%s","z":1}' % made.encode()))
    with office.engine.connect() as connection:
        assert connection.execute(select(ledger.quarantine.c.id)).scalars().all() == []


@pytest.mark.parametrize("record_id", ["a,b", "x" * 65, "../x", "å"])
def test_an_id_of_another_form_is_none_of_ours_and_nothing_is_taken_in(office: Workspace, record_id: str) -> None:
    with pytest.raises(BundleError, match="E_DAMAGED"):
        take(office, group("f1", name="A"), group(record_id, name="B"))
    assert office.read(lambda unit: unit.find(Group)) == []


def test_our_own_ids_have_the_form(office: Workspace) -> None:
    with office.engine.connect() as connection:
        ids = connection.execute(select(ledger.history.c.id)).scalars().all()
    assert all(merging.RECORD_ID.fullmatch(one) for one in ids)


def test_a_record_that_a_bundle_tells_twice_gets_both_parts(office: Workspace) -> None:
    made = add(office, "Oxhagen")
    walked = take(
        office,
        group(made, 1, area="Norr"),
        group(made, 2, size=7),
        group("f1", 3, name="Ny"),
        group("f1", 4, area="Väst"),
    )
    assert walked.counts == {"conflict": 2, "changed": 1, "new": 1}
    one, two = shown(office, made), shown(office, "f1")
    assert (one.name, one.area, one.size) == ("Oxhagen", "Norr", 7)
    assert (two.name, two.area) == ("Ny", "Väst")
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == []
    office.write(undo.undo)
    assert (shown(office, made).area, shown(office, made).size) == ("", None)


def test_a_record_that_comes_and_is_erased_in_one_bundle_leaves_no_value(office: Workspace) -> None:
    made = add(office, "Oxhagen")
    take(office, group(made, 1, area="Xyzzy"), erased("group", made, Tombstone(stamp_of(10**12 + 9), THEIRS)))
    with office.engine.connect() as connection:
        values = connection.execute(select(ledger.journal_value.c.payload)).scalars().all()
        assert not any(b"Xyzzy" in bytes(value) or b"Oxhagen" in bytes(value) for value in values)
    assert office.read(lambda unit: unit.find(Group)) == []
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == []


@pytest.mark.parametrize("kind", sorted(scope.OWN_ONLY))
def test_another_agency_cannot_bring_what_only_colleagues_share(office: Workspace, kind: str) -> None:
    room = BY_KIND[kind].compartment_of_kind.value
    brought = replace(group("f1", person="p1", why="Häkte", note="Häkte"), kind=kind, compartment=room)
    as_partner = {"preset": Preset.PARTNER, "clearance": frozenset(Compartment), "agency": "Kriminalvården"}
    contact = office.read(lambda unit: unit.find(Contact)[0])
    office.write(lambda unit: unit.change(Contact, contact.id, **as_partner))
    assert take(office, brought).counts == {"refused": 1}
    office.write(lambda unit: unit.change(Contact, contact.id, preset=Preset.COLLEAGUE, agency=contact.agency))
    assert take(office, brought).counts == {"new": 1}, "a colleague can"
