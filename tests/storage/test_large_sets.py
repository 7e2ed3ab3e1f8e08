"""A large set that several new records share is written out once; each record is kept as if it stood alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.vaults import new_vault

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft
from gvi_desktop.storage import store


def test_records_that_share_a_set_are_kept_like_those_that_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LARGE", 3)
    office = new_vault(tmp_path / "a.gvi")
    shared = frozenset({"c", "a", "b"})
    sets = [shared, shared, frozenset(shared | {"d"}), shared, frozenset({"a"}), frozenset[str]()]
    made = office.write(
        lambda unit: [unit.add(Disclosure, DisclosureDraft(what=f"{n}", people=one)).id for n, one in enumerate(sets)]
    )
    for record_id, people in zip(made, sets, strict=True):
        state = office.read(lambda unit, one=record_id: unit.store.state(one))
        assert office.read(lambda unit, one=record_id: unit.get(Disclosure, one)).people == people
        assert state is not None
        inside = {name for name in state.cells if name.startswith("people/")}
        assert inside == {"people/", *(f"people/{one}" for one in people)}
        assert state.shown["what"] == str(made.index(record_id))
    office.close()
