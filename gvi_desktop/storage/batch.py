"""Records taken together: read in a few statements, changed in memory, and written in a few statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, Protocol

from sqlalchemy import Connection

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.history import RecordState, Value, write
from gvi_desktop.domain.saves import Saves
from gvi_desktop.storage import histories
from gvi_desktop.storage.held import Held
from gvi_desktop.storage.journal import Values
from gvi_desktop.storage.keeping import Indexed, Kept, Numbers, Overtaken, Writing
from gvi_desktop.storage.rows.codec import nothing
from gvi_desktop.storage.search import IndexChanges
from gvi_desktop.storage.stamp import Stamp


class Step(Protocol):
    """What a batch needs of the store that made it."""

    connection: Connection
    stamp: Stamp
    kinds: set[str]
    erased: bool
    indexed: Indexed
    index: IndexChanges
    numbers: Numbers

    def flush_rows(self) -> None:
        """Bring gathered writes and journal entries to the tables."""

    def flush_added(self) -> None:
        """Bring gathered new records to the tables."""

    def note(
        self,
        action: str,
        kind: str | None = None,
        record: str | None = None,
        detail: str | None = None,
        *,
        values: Values | None = None,
    ) -> None:
        """A journal entry."""


class Batch:
    """Some records of one step. What is set in it is in the tables after `write` (or a `with` without a fault)."""

    def __init__(self, store: Step, ids: Iterable[str], first: frozenset[str] | None = None) -> None:
        """With `first` the other columns are only fetched when one of them is asked for."""
        store.flush_added()
        self._store = store
        self._held = histories.held(store.connection, list(dict.fromkeys(ids)), first)
        self._kept: dict[str, Kept] = {}
        self._overtaken: list[Overtaken] = []
        self._ready: Writing | None = None

    def __enter__(self) -> Batch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.write()

    def state(self, record_id: str, names: Collection[str] | None = None) -> RecordState | None:
        """One of the records as it stands in this batch: with all its cells, or at least with those in `names` that it
        has (`field/` = all elements of a set). None when it is unknown."""
        kept, held = self._kept.get(record_id), self._held.get(record_id)
        if kept is None:
            return None if held is None else held.state(names)
        if kept.held is None or kept.state.tombstone is not None:
            return kept.state
        return replace(kept.state, cells={**kept.held.state(names).cells, **kept.state.cells})

    def held(self, record_id: str) -> Held | None:
        """One of the records as the tables hold it, or None when it is unknown."""
        return self._held.get(record_id)

    def column(self, record_id: str, name: str) -> Value:
        """A column of a record as the tables hold it."""
        held = self._held.get(record_id)
        return None if held is None else held.columns.get(name)

    def keep(self, state: RecordState, lsn: int) -> None:
        """Put cells (changed here or merged in) in the place of those kept, and leave the others as they are; or an
        erasure in the place of everything. Cells without a position in the log get `lsn`."""
        self._store.erased |= state.tombstone is not None
        before = self._kept.get(state.id)
        if before is not None and before.state.tombstone is None and state.tombstone is None:
            older = {name: cell if cell.lsn else cell.at(before.lsn) for name, cell in before.state.cells.items()}
            state = replace(state, cells={**older, **state.cells})
        self._kept[state.id] = Kept(self._held.get(state.id), state, lsn)

    def overtake(
        self, held: Held | None, theirs: Saves, shown: Mapping[str, Value], lsn: int, told: Values
    ) -> None:
        """Put what a colleague's saves say of the fields in `shown` in the place of what the tables hold; all of it
        when the record is new. `told` are those that become others. Nothing else of this batch may touch the record."""
        self._overtaken.append(Overtaken(held, theirs, shown, lsn, told))

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
        `settle` says that somebody chose just that value. A field that was withheld from us stays withheld where it
        keeps what is shown in its place: a form that saves all fields blanks nothing."""
        state = self.living(record, record_id, histories.cells_for(record, wanted))
        before = histories.columns_shown(record, state, wanted)
        crowded = state.conflicts if settle else frozenset[str]()
        changed = {
            n: v
            for n, v in wanted.items()
            if n in crowded or (before[n] != v if n in before else v not in (None, nothing(record, n)))
        }
        cells = histories.flat(record, changed, before)
        if not cells:  # nothing differs, or a set that nobody has said anything of is to be empty
            return False
        self.set_cells(state, cells)
        self._store.note(action, record.kind, record_id, values={n: (before.get(n), v) for n, v in changed.items()})
        return True

    def set_cells(self, state: RecordState, cells: Mapping[str, Value]) -> None:
        """A save that sets these cells of a record; `state` has in it what the record holds of them."""
        stamp = self._store.stamp
        lsn, dot = stamp.next_lsn(), (stamp.replica, stamp.counter)
        written = {name: write(state.cells.get(name), dot, stamp.hlc, value, lsn) for name, value in cells.items()}
        self.keep(replace(state, cells=written), lsn)

    def living(self, record: type[Any], record_id: str, names: Collection[str] | None = None) -> RecordState:
        """A record that is not erased, as `state` gives it; NotFoundError when there is none."""
        state = self.state(record_id, names)
        if state is None or state.tombstone is not None:
            raise NotFoundError("record_not_found", kind=record.kind)
        return state

    def gather(self) -> None:
        """Make ready what was set; nothing more is to be set or asked for in this batch."""
        kept, self._kept, self._held = self._kept, {}, {}
        overtaken, self._overtaken = self._overtaken, []
        if not kept and not overtaken:
            return
        store = self._store
        writing = self._ready = Writing(store.connection, store.indexed, store.index, store.numbers)
        for one in kept.values():
            writing.keep(one)
        for other in overtaken:
            writing.overtake(other)
        store.kinds |= {one.state.kind for one in kept.values()} | {one.theirs.kind for one in overtaken}

    def write(self) -> None:
        """Bring what was set to the tables."""
        self.gather()
        if self._ready is None:
            return
        self._store.flush_rows()  # journal values noted before an erasure go with it
        self._ready.write()
        self._ready = None
        self._store.index.ease()


class Turns:
    """Batches of one step, one after the other: each is read before the one before it is written, which a lane then
    does beside what is done with this one."""

    def __init__(self, store: Step) -> None:
        self._store = store
        self._waiting: Batch | None = None
        self._ids: frozenset[str] = frozenset()

    def batch(self, ids: Iterable[str], first: frozenset[str] | None = None) -> Batch:
        """The next batch, as of the store; nothing more is to be set in the one before."""
        wanted = frozenset(ids)
        if self._waiting is not None:
            self._waiting.gather()
        if not wanted.isdisjoint(self._ids):
            self.write()
        made = Batch(self._store, wanted, first)
        self.write()
        self._waiting, self._ids = made, wanted
        return made

    def write(self) -> None:
        """Bring the last batch to the tables."""
        if self._waiting is not None:
            self._waiting.write()
        self._waiting = None
