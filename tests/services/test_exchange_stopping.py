"""Somebody stops a long exchange: whatever it was doing, nothing of it stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague
from kit.bundles import ANNA, draft
from sqlalchemy import select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.history import RecordState, stamp_of, write_all
from gvi_desktop.services import incoming, leaving, merging, sending
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync import payload
from gvi_desktop.sync.bundle import OpenBundle


class Stopping:
    """Somebody who presses Cancel when so many records are done."""

    def __init__(self, after: int) -> None:
        self._after = after
        self.told: list[int] = []

    def __call__(self, done: int, total: int) -> None:
        self.told.append(done)

    @property
    def cancelled(self) -> bool:
        return bool(self.told) and self.told[-1] >= self._after


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


def everything(office: Workspace) -> tuple[object, ...]:
    with office.engine.connect() as connection:
        tables = (ledger.history, ledger.account, ledger.bundle, ledger.origin, ledger.replica, ledger.step)
        rows = [connection.execute(select(table)).all() for table in tables]
        return journal.head(connection), *map(str, rows)


def test_a_merge_that_is_stopped_halfway_has_changed_nothing(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "BATCH", 2)
    cells = write_all({}, ("theirs.1", 1), stamp_of(10**12), {"name": "Ny"})
    changes = payload.compress(RecordState("group", f"f{number}", "core", cells) for number in range(6))
    opened = OpenBundle(draft(parts=(changes.part,)), ANNA.sender, draft().to[0], changes.data, {})
    before, stopping = everything(office), Stopping(4)
    with pytest.raises(BundleError, match="E_CANCELLED"):
        office.write(
            lambda unit: merging.walk(unit, opened, unit.find(Contact)[0], keep=True, progress=stopping)
        )
    assert stopping.told == [0, 2, 4]
    assert everything(office) == before
    assert office.read(lambda unit: unit.find(Group)) == []


@pytest.mark.parametrize("after", [0, 2, 6])
def test_a_bundle_that_is_stopped_leaves_no_file_no_entry_and_no_account(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(leaving, "BATCH", 2)
    for number in range(6):
        office.write(lambda unit, number=number: unit.add(Group, GroupDraft(name=f"Grupp {number}")))
    (tmp_path / "post").mkdir()
    request = sending.Request(office.read(lambda unit: tuple(one.id for one in unit.find(Contact))))
    before, stopping = everything(office), Stopping(after)
    with pytest.raises(BundleError, match="E_CANCELLED"):
        office.write(sending.export, request, tmp_path / "post", stopping)
    assert list((tmp_path / "post").iterdir()) == []
    assert everything(office) == before
    with pytest.raises(BundleError, match="E_CANCELLED"):
        office.read(sending.preview, request, Stopping(0))
