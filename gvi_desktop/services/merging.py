"""A bundle's records beside the vault's own, a batch at a time: what each would do, and keeping what it does."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import RecordState, heed, is_far_ahead
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import scope
from gvi_desktop.services.incoming import Incoming, batches, incoming
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica
from gvi_desktop.storage.batch import Batch
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text
from gvi_desktop.storage.statements import insert_rows
from gvi_desktop.sync.bundle import OpenBundle
from gvi_desktop.sync.change import Unread
from gvi_desktop.sync.merge import MayWrite, Outcome, Verdict, counter_seen, merge, newest_stamp

MILLI = 1000
ANSWERS = 4096
"""Fields of kinds of which it is remembered whether the sender may write them."""
RECORD_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
"""How ids are written; anything else is no record of ours."""


@dataclass
class Walked:
    """What a bundle's records do here, counted, and each that does anything."""

    counts: Counter[str] = field(default_factory=Counter)
    records: list[Incoming] = field(default_factory=list)
    quarantined: int = 0
    withheld: int = 0
    clashing: int = 0
    ahead: int = 0
    """The newest stamp that is far ahead of our clock, or 0."""
    older: bool = False
    """Whether the sender knows more of our saves than we do."""


def walk(unit: Unit, opened: OpenBundle, contact: Contact, *, keep: bool) -> Walked:
    """Go through all records; with `keep` they are merged into the vault, else nothing is written."""
    may_write = lru_cache(ANSWERS)(scope.may_write(contact))
    own = replica.load(unit.connection)
    now_ms = int(unit.now.timestamp() * MILLI)
    walked = Walked()
    for records in batches(opened.records()):
        if not all(RECORD_ID.fullmatch(one.id) for one in records):
            raise BundleError("E_DAMAGED", name=contact.name)
        taking = _Taking(unit, unit.store.batch(one.id for one in records), opened)
        for one in records:
            if isinstance(one, Unread):
                walked.quarantined += 1
                if keep:
                    taking.quarantine(one, contact.peer)
                continue
            mine = taking.batch.state(one.id, None if one.tombstone is not None else one.cells.keys())
            outcome = _outcome(mine, one, may_write)
            walked.counts[outcome.verdict.value] += 1
            walked.withheld += outcome.verdict is Verdict.REFUSED
            walked.clashing += len(outcome.conflicts)
            stamp = newest_stamp(one)
            if is_far_ahead(stamp, now_ms):
                walked.ahead = max(walked.ahead, stamp)
            walked.older = walked.older or counter_seen(one, own.name) > own.counter
            if outcome.verdict is not Verdict.SAME:
                walked.records.append(incoming(one, outcome, taking.batch))
            if keep and outcome.state is not None and outcome.state is not mine:
                taking.keep(outcome.state, mine, outcome)
                unit.store.stamp.hlc = heed(unit.store.stamp.hlc, stamp, now_ms)
        taking.write()
    return walked


def _outcome(mine: RecordState | None, theirs: RecordState, may_write: MayWrite) -> Outcome:
    """The merge, after the record's compartment is held against its kind: nobody moves a record by sending it."""
    record = BY_KIND.get(theirs.kind)
    if record is not None and theirs.tombstone is None:
        claimed = theirs.compartment if mine is None else mine.compartment
        if claimed != record.compartment_of_kind.value:
            return Outcome(mine, Verdict.REFUSED, refused=frozenset(theirs.cells))
    return merge(mine, theirs, may_write=may_write)


class _Taking:
    """One batch of records that are kept as they came out of the merge."""

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

    def quarantine(self, record: Unread, peer: str) -> None:
        """Keep a record of a later version whole; never one that was erased here."""
        known = self.batch.state(record.id)
        if known is not None and known.tombstone is not None:
            return
        row = {"id": record.id, "kind": record.kind, "peer": peer, "at": moment_text(self._unit.now), "raw": record.raw}
        self._unit.connection.execute(ledger.quarantine.insert().prefix_with("OR REPLACE").values(**row))

    def write(self) -> None:
        """Bring the batch to the tables."""
        self.batch.write()
        insert_rows(self._unit.store.connection, ledger.origin, ("lsn", "replica"), self._origins)
