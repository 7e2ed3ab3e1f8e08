"""A set of a record that never crosses is one cell; one that an earlier version kept an element at a time goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kit.vaults import new_vault

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import histories


def people(office: Workspace, record_id: str) -> frozenset[str]:
    return office.read(lambda unit: unit.get(Disclosure, record_id)).people


def kept(office: Workspace, record_id: str) -> dict[str, Any]:
    state = office.read(lambda unit: unit.store.state(record_id))
    assert state is not None
    return {name: value for name, value in state.shown.items() if name.startswith("people")}


def test_a_set_that_never_crosses_is_one_cell_and_can_be_changed(tmp_path: Path) -> None:
    office = new_vault(tmp_path / "a.gvi")
    made = office.write(lambda unit: unit.add(Disclosure, DisclosureDraft(what="x", people=frozenset("bac")))).id
    assert kept(office, made) == {"people": '["a","b","c"]'}
    assert office.write(lambda unit: unit.change(Disclosure, made, people=frozenset("ad")))
    assert not office.write(lambda unit: unit.change(Disclosure, made, people=frozenset("ad")))
    assert people(office, made) == {"a", "d"}
    assert kept(office, made) == {"people": '["a","d"]'}
    office.close()


def test_a_set_that_an_earlier_version_kept_an_element_at_a_time_is_read_and_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = new_vault(tmp_path / "a.gvi")
    with monkeypatch.context() as earlier:
        earlier.setattr(histories, "in_elements", lambda record, name: name == "people")
        made = office.write(lambda unit: unit.add(Disclosure, DisclosureDraft(what="x", people=frozenset("abc")))).id
    assert kept(office, made).keys() == {"people/", "people/a", "people/b", "people/c"}
    assert not office.write(lambda unit: unit.change(Disclosure, made, people=frozenset("abc")))
    assert office.write(lambda unit: unit.change(Disclosure, made, people=frozenset("ad")))
    assert people(office, made) == {"a", "d"}
    assert not office.write(lambda unit: unit.change(Disclosure, made, people=frozenset("ad")))
    assert office.write(lambda unit: unit.change(Disclosure, made, people=frozenset("b")))
    assert people(office, made) == {"b"}
    office.close()
