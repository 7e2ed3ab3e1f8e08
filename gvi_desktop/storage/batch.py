"""Records taken together: read in a few statements, changed in memory, and written in a few statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.history import RecordState, Value, write_all
from gvi_desktop.storage import histories, keeping
from gvi_desktop.storage.keeping import Kept

if TYPE_CHECKING:
    from gvi_desktop.storage.store import Store


class Batch:
    """Some records of one step. What is set in it is in the tables after `write` (or a `with` without a fault)."""

    def __init__(self, store: Store, ids: Iterable[str]) -> None:
        store.flush()
        self._store = store
        self._held = histories.held(store.connection, list(dict.fromkeys(ids)))
        self._kept: dict[str, Kept] = {}

    def __enter__(self) -> Batch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.write()

    def state(self, record_id: str) -> RecordState | None:
        """The history of one of the records as it stands in this batch, or None when it is unknown."""
        if (kept := self._kept.get(record_id)) is not None:
            return kept.state
        held = self._held.get(record_id)
        return None if held is None else held.state

    def keep(self, state: RecordState, lsn: int) -> None:
        """Put a whole history (changed here or merged in) in place of the one kept: row, index and all."""
        self._kept[state.id] = Kept(self._held.get(state.id), state, lsn)

    def change(
        self,
        record: type[Any],
        record_id: str,
        wanted: Mapping[str, Value],
        *,
        action: str = "change",
        settle: bool = False,
    ) -> bool:
        """Set fields given as stored values. A field in conflict that keeps its shown value stays in conflict, unless
        `settle` says that somebody chose just that value."""
        state = self.living(record, record_id)
        before = histories.columns_shown(record, state, wanted)
        crowded = state.conflicts if settle else frozenset[str]()
        changed = {n: v for n, v in wanted.items() if before.get(n) != v or n in crowded}
        if not changed:
            return False
        self.set_cells(state, histories.flat(record, changed, before))
        self._store.note(action, record.kind, record_id, values={n: (before.get(n), v) for n, v in changed.items()})
        return True

    def set_cells(self, state: RecordState, cells: Mapping[str, Value]) -> RecordState:
        """The record after a save that sets these cells."""
        stamp = self._store.stamp
        lsn = stamp.next_lsn()
        written = write_all(state.cells, (stamp.replica, stamp.counter), stamp.hlc, cells, lsn)
        after = replace(state, cells=written)
        self.keep(after, lsn)
        return after

    def living(self, record: type[Any], record_id: str) -> RecordState:
        """The history of a record that is not erased; NotFoundError when there is none."""
        state = self.state(record_id)
        if state is None or state.tombstone is not None:
            raise NotFoundError("record_not_found", kind=record.kind)
        return state

    def write(self) -> None:
        """Bring what was set to the tables."""
        kept, self._kept, self._held = self._kept, {}, {}
        if not kept:
            return
        self._store.flush()  # journal values noted before an erasure go with it
        keeping.put(self._store.connection, kept.values(), self._store.indexed)
        self._store.kinds |= {one.state.kind for one in kept.values()}
