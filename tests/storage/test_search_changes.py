"""Few or many changes of the index come to the same, and words taken out are gone from the file's tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.vaults import new_vault
from sqlalchemy import text

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import search

COUNT = 30


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi")
    yield workspace
    workspace.close()


@pytest.fixture(params=["one by one", "anew", "in portions"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(search, "FEW", 1 if request.param == "anew" else 10**9)
    monkeypatch.setattr(search, "GATHERED", 1 if request.param == "in portions" else 10**9)
    return str(request.param)


def hits(office: Workspace, word: str) -> int:
    return len(office.read(lambda unit: search.find(unit.connection, word, "", ["group"], 1000)))


def whole(office: Workspace) -> None:
    """The index fits its own text, by the library's own check."""
    with office.engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("INSERT INTO search(search, rank) VALUES('integrity-check', 1)"))


def add(unit: Unit) -> list[str]:
    return [unit.add(Group, GroupDraft(name=f"Qwertyskog {n}", area="Norr")).id for n in range(COUNT)]


def test_many_records_leave_the_index_and_come_back(office: Workspace, way: str) -> None:
    other = office.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen")))
    office.write(add)
    office.write(undo.undo)
    assert (hits(office, "Qwertyskog"), hits(office, "Oxhagen")) == (0, 1)
    whole(office)
    office.write(undo.redo)
    assert (hits(office, "Qwertyskog"), hits(office, "Oxhagen")) == (COUNT, 1)
    whole(office)
    office.write(lambda unit: unit.change(Group, other.id, name="Vivalla"))
    assert (hits(office, "Oxhagen"), hits(office, "Vivalla")) == (0, 1)
    whole(office)


def test_words_that_were_taken_out_are_in_no_table(office: Workspace, way: str) -> None:
    made = office.write(add)
    office.write(lambda unit: [unit.erase(Group, one) for one in made])
    with office.engine.connect() as connection:
        names = [
            row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE name LIKE 'search_%'"))
        ]
        kept = [
            bytes(v) if isinstance(v, bytes) else str(v).encode() for name in names for v in _values(connection, name)
        ]
    assert not any(b"qwerty" in value.lower() for value in kept)
    assert hits(office, "Qwertyskog") == 0
    whole(office)


def _values(connection: object, name: str) -> Iterator[object]:
    rows = connection.execute(text(f'SELECT * FROM "{name}"'))  # type: ignore[attr-defined]  # noqa: S608
    return (value for row in rows for value in row)


def test_a_record_added_and_changed_in_one_step_is_found_by_its_last_words(office: Workspace, way: str) -> None:
    def work(unit: Unit) -> None:
        made = unit.add(Group, GroupDraft(name="Qwertyskog"))
        unit.change(Group, made.id, name="Vivalla")
        assert search.find(unit.connection, "Vivalla", "", ["group"], 5)

    office.write(work)
    assert (hits(office, "Qwertyskog"), hits(office, "Vivalla")) == (0, 1)
    whole(office)


def test_a_step_that_fails_leaves_the_index_as_it_was(office: Workspace, way: str) -> None:
    made = office.write(add)

    def half(unit: Unit) -> None:
        for one in made:
            unit.remove(Group, one)
        unit.store.flush()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        office.write(half)
    assert hits(office, "Qwertyskog") == COUNT
    office.write(lambda unit: [unit.remove(Group, one) for one in made[:3]])
    assert hits(office, "Qwertyskog") == COUNT - 3
    whole(office)


def test_words_are_taken_out_without_a_trace_also_after_the_index_was_made_anew(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = office.write(add)
    monkeypatch.setattr(search, "FEW", 1)
    office.write(lambda unit: [unit.remove(Group, one) for one in made[1:]])
    monkeypatch.undo()
    office.write(lambda unit: unit.change(Group, made[0], name="Vivalla"))
    with office.engine.connect() as connection:
        kept = [bytes(value) for value in _values(connection, "search_data") if isinstance(value, bytes)]
    assert not any(b"qwerty" in value for value in kept)
    whole(office)
