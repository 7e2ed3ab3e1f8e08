"""One batch of a bundle's records that are kept as they came out of the merge, with their places in our own log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.domain.saves import Saves
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.batch import Batch
from gvi_desktop.storage.held import Held
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text
from gvi_desktop.storage.statements import insert_rows
from gvi_desktop.sync.bundle import OpenBundle
from gvi_desktop.sync.change import Unread
from gvi_desktop.sync.merge import Outcome


class Taking:
    """What comes in is gathered and brought to the tables at once."""

    def __init__(self, unit: Unit, batch: Batch, opened: OpenBundle) -> None:
        self.batch = batch
        self._unit = unit
        self._author = opened.manifest.author
        self._origins: list[tuple[int, str]] = []

    def keep(self, state: RecordState, before: RecordState | None, outcome: Outcome) -> None:
        """Give what is new its place in our log; what is now just as the sender has it is not sent back there."""
        store = self._unit.store
        lsn = store.stamp.next_lsn()
        names = None if before is None or state.tombstone is not None else outcome.changed
        if state.tombstone is not None:
            kept = replace(state, tombstone=replace(state.tombstone, lsn=lsn))
        else:
            cells = state.cells if before is None else {name: state.cells[name] for name in outcome.changed}
            if theirs := outcome.equal:
                self._origins.append((lsn, self._author.replica))
                if len(theirs) < len(cells):
                    cells = {name: cell.at(lsn) if name in theirs else cell for name, cell in cells.items()}
                    lsn = store.stamp.next_lsn()
            kept = RecordState(state.kind, state.id, state.compartment, cells)
        self.batch.keep(kept, lsn)
        store.note_merge(kept, before, self._author.peer, names)

    def overtake(self, held: Held | None, theirs: Saves, shown: Mapping[str, Value]) -> None:
        """Keep these values of a record (all of them when it is new here) just as the sender has them."""
        store = self._unit.store
        lsn = store.stamp.next_lsn()
        self._origins.append((lsn, self._author.replica))
        told: dict[str, tuple[Value, Value]]
        if held is None:
            told = {name: (None, value) for name, value in shown.items() if value is not None}
        else:
            was = held.values(shown)
            told = {name: (was[name], value) for name, value in shown.items() if was[name] != value}
        self.batch.overtake(held, theirs, shown, lsn, told)
        store.note("merge", theirs.kind, theirs.id, self._author.peer, values=told)

    def quarantine(self, record: Unread, peer: str) -> None:
        """Keep a record of a later version whole; never one that was erased here."""
        known = self.batch.state(record.id)
        if known is not None and known.tombstone is not None:
            return
        row = {"id": record.id, "kind": record.kind, "peer": peer, "at": moment_text(self._unit.now), "raw": record.raw}
        self._unit.connection.execute(ledger.quarantine.insert().prefix_with("OR REPLACE").values(**row))

    def write(self) -> None:
        """All of the batch has been taken: note where it came from. The batch itself is written in its turn."""
        insert_rows(self._unit.store.connection, ledger.origin, ("lsn", "replica"), self._origins)
