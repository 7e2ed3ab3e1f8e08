"""Few records and very many go other ways through the vault; what leaves, is shown and comes in is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import contacts, identity, leaving, receiving, sending
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import histories
from gvi_desktop.storage.engine import USUAL

Offices = tuple[Workspace, Workspace]


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    clock = SettableClock()
    here = new_vault(tmp_path / "here.gvi", clock=clock)
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Örebro söder", clock=clock)
    for at, other in ((here, there), (there, here)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    yield here, there
    here.close()
    there.close()


def fill(unit: Any) -> tuple[str, str]:
    """Two people, of whom one is protected, and rounds that name one each."""
    open_, hidden = (
        unit.add(Person, PersonDraft(code_name=f"P{number}", family_name="Ek", protection=protection)).id
        for number, protection in enumerate((Protection.NONE, Protection.REGISTRATION))
    )
    for one in (open_, hidden):
        unit.add(Round, RoundDraft(name="Höst", targets=frozenset({one})))
    return open_, hidden


@pytest.mark.parametrize("many", [0, 10**6])
def test_the_same_records_leave_whether_they_are_few_or_many(
    offices: Offices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(leaving, "FEW", 0)
    monkeypatch.setattr(histories, "MANY", many)
    monkeypatch.setattr(receiving, "MANY", 1)
    here, there = offices
    kept, hidden = here.write(fill)
    request = sending.Request((here.read(contacts.listed)[0].id,))
    would = here.read(sending.preview, request)
    assert would.kept_back == 2
    assert {(one.kind, one.title) for one in would.records if one.kind != "agency"} >= {("person", "P0")}
    assert hidden not in {one.id for one in would.records}
    opened = there.read(receiving.read, here.write(sending.export, request, tmp_path).path)
    shown = there.read(receiving.preview, opened)
    taken = there.write(receiving.take_in, opened)
    assert (taken.counts, taken.records) == (shown.counts, shown.records)
    assert there.read(lambda unit: [one.id for one in unit.find(Person)]) == [kept]
    assert there.read(lambda unit: unit.connection.exec_driver_sql("PRAGMA cache_size").scalar()) == -USUAL
