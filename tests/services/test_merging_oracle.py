"""Whatever arrives, the vault holds just what the merge of whole records says: histories, rows, index and counts."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from kit.arrivals import office_with_a_colleague, take
from kit.vaults import NOON
from sqlalchemy import select, text

from gvi_desktop.domain.history import RecordState, Tombstone, Value, erased, stamp_of, write
from gvi_desktop.domain.record import new_id
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services.sounding import indexed
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import histories, journal
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.tables import TABLES, data_columns
from gvi_desktop.sync.merge import merge

NOON_MS = int(NOON.timestamp() * 1000)
FIELDS: dict[str, st.SearchStrategy[Value]] = {
    "name": st.sampled_from(["Höst", "Vår", ""]),
    "removed": st.sampled_from([0, 1]),
    "targets/": st.none(),
    "targets/x": st.sampled_from([0, 1]),
    "later": st.sampled_from(["of a later version", 7, None]),
}
fields = st.sampled_from(sorted(FIELDS)).flatmap(lambda name: st.tuples(st.just(name), FIELDS[name]))
arrivals = st.tuples(
    st.integers(0, 1),  # which record
    st.sampled_from(["ra", "rb"]),  # whose save
    st.booleans(),  # whether they had seen what we hold
    st.integers(-2, 2),  # how their clock stands to ours, in seconds
    st.one_of(*[st.lists(fields, min_size=1, max_size=3)] * 6, st.just([])),  # nothing: they erased it
)
ours = st.tuples(st.integers(0, 1), st.sampled_from(["name", "targets"]), st.sampled_from(["x", "y", ""]))
steps = st.lists(st.one_of(st.lists(arrivals, min_size=1, max_size=5), ours), min_size=2, max_size=8)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path_factory.mktemp("office"))
    yield workspace
    workspace.close()


def state_of(office: Workspace, record_id: str) -> RecordState | None:
    return office.read(lambda unit: unit.store.state(record_id))


def change(unit: Unit, record_id: str, name: str, value: str) -> None:
    wanted = frozenset({value} - {""}) if name == "targets" else value
    state = unit.store.state(record_id)
    if state is None:
        unit.add(Round, RoundDraft(name=value), record_id=record_id)
    elif state.tombstone is None:
        unit.store.change(Round, record_id, {name: wanted})


def check(office: Workspace, record_id: str) -> None:
    """Row, history row and index say what the history says."""
    state = state_of(office, record_id)
    if state is None:
        return
    table, h = TABLES["round"], ledger.history.c
    with office.engine.connect() as connection:
        row = connection.execute(select(table).where(table.c.id == record_id)).mappings().first()
        kept = connection.execute(select(h.n, h.conflicts, h.extra, h.lsn, h.meta).where(h.id == record_id)).one()
        found = connection.execute(text("SELECT words FROM search WHERE rowid = :n"), {"n": kept.n}).scalar()
    if state.tombstone is not None:
        assert (row, found, kept.conflicts, kept.extra) == (None, None, 0, None)
        return
    assert row is not None
    columns, extra = histories.columns_of(Round, state.shown)
    blank = dict.fromkeys(data_columns(Round)) | {"removed": 0}
    assert {name: row[name] for name in blank} == blank | {n: v for n, v in columns.items() if n != "removed" or v}
    assert (orjson.loads(kept.extra) if kept.extra else {}) == extra
    assert kept.conflicts == len(state.conflicts)
    meta = orjson.loads(kept.meta)
    assert sorted([*(name for group in meta["g"] for name in group[4]), *meta["x"]]) == sorted(state.cells)
    assert kept.lsn == state.lsn
    assert all(cell.lsn for cell in state.cells.values())
    record = office.read(lambda unit: unit.store.many(Round, [record_id], removed=True)[record_id])
    words, _, sort_text = indexed(record)
    assert row["sort_text"] == sort_text
    assert (found or "") == ("" if row["removed"] else words)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
@example([[(0, "ra", False, 0, [("later", "of a later version")])], (0, "targets", "")])
def test_the_vault_holds_what_the_merge_of_whole_records_says(office: Workspace, planned: list[object]) -> None:
    ids = sorted(new_id() for _ in range(2))
    counters = {"ra": 0, "rb": 0}
    for step in planned:
        if isinstance(step, tuple):
            number, name, value = step
            office.write(change, ids[number], name, value)
            check(office, ids[number])
            continue
        assert isinstance(step, list)
        arriving, expected = [], {one: state_of(office, one) for one in ids}
        seen = dict(expected)
        for number, replica, aware, clock, values in sorted(step, key=lambda one: one[0]):
            one, counters[replica] = ids[number], counters[replica] + 1
            hlc = stamp_of(NOON_MS + 1000 * clock) + counters[replica]
            if not values:
                theirs = erased("round", one, Tombstone(hlc, replica))
            else:
                base = seen[one].cells if aware and seen[one] is not None else {}  # type: ignore[union-attr]
                cells = {n: write(base.get(n), (replica, counters[replica]), hlc, v) for n, v in dict(values).items()}
                theirs = RecordState("round", one, "core", cells)
            arriving.append(theirs)
            expected[one] = merge(expected[one], theirs, may_write=lambda *_: True).state
        take(office, *arriving)
        for one in ids:
            assert state_of(office, one) == expected[one]
            check(office, one)
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == []
