"""Offices without a vault: an exchange without the disk, and an exact account of who knows which write."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from gvi_desktop.domain.history import (
    Cell,
    RecordState,
    Tombstone,
    Value,
    erased,
    heed,
    next_stamp,
    write_all,
)
from gvi_desktop.sync.change import line_of, record_of
from gvi_desktop.sync.ledger import Ledger, receive
from gvi_desktop.sync.manifest import Author, Manifest, Recipient
from gvi_desktop.sync.merge import MayWrite, merge, without_echo

CORE = frozenset({"a", "b"})
ALL = frozenset({"a", "b", "h"})
Known = dict[tuple[str, str], frozenset[int]]


@dataclass
class Write:
    """One value somebody typed, and every write its author knew of at that moment (for this field)."""

    key: tuple[str, str]
    value: Value
    replaced: frozenset[int]


@dataclass
class World:
    """The writes of everybody; a write's place is its name."""

    writes: list[Write] = field(default_factory=list)
    incarnation: int = 0

    def survivors(self, known: frozenset[int]) -> set[Value]:
        """The oracle: of the writes known, those that no other known write has replaced."""
        gone = frozenset().union(*(self.writes[name].replaced for name in known))
        return {self.writes[name].value for name in known - gone}


@dataclass
class Parcel:
    """A bundle in the post."""

    manifest: Manifest
    lines: list[bytes]
    known: Known
    erased: frozenset[str]


@dataclass
class Office:
    """One vault: records, log, ledgers; `skew` is how wrong its clock goes, in milliseconds."""

    name: str
    world: World
    scope: frozenset[str] = ALL
    skew: int = 0
    replica: str = ""
    inc: int = 0
    counter: int = 0
    stamp: int = 0
    head: int = 0
    records: dict[str, RecordState] = field(default_factory=dict)
    origin: dict[int, str] = field(default_factory=dict)
    ledgers: dict[str, Ledger] = field(default_factory=dict)
    scopes: dict[str, frozenset[str]] = field(default_factory=dict)
    known: Known = field(default_factory=dict)
    buried: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.reborn()

    def reborn(self) -> None:
        """A new incarnation, as after a restore: counters from 0, the log rebuilt, nothing acknowledged."""
        self.world.incarnation += 1
        self.inc, self.replica = self.world.incarnation, f"{self.name}.{self.world.incarnation}"
        self.counter, self.head, self.origin = 0, 0, {}
        self.ledgers = {peer: ledger.restored() for peer, ledger in self.ledgers.items()}
        for id, state in self.records.items():
            self.records[id] = self._logged(state, frozenset(state.cells))

    def backup(self) -> Office:
        world, self.world = self.world, None  # type: ignore[assignment]
        kept = copy.deepcopy(self)
        self.world = kept.world = world
        return kept

    def restore(self, kept: Office) -> None:
        self.__dict__.update(kept.backup().__dict__)
        self.reborn()

    def write(self, id: str, fields: frozenset[str], value: Value, now: int) -> None:
        fields &= self.scope
        state = self.records.get(id) or RecordState("note", id, "core", {})
        if state.tombstone is not None or not fields:
            return
        self.counter += 1
        self.stamp = next_stamp(self.stamp, now + self.skew)
        values = dict.fromkeys(sorted(fields), value)
        cells = write_all(state.cells, (self.replica, self.counter), self.stamp, values)
        self.records[id] = self._logged(replace(state, cells=cells), fields)
        for name in fields:
            key = (id, name)
            self.world.writes.append(Write(key, value, self.known.get(key, frozenset())))
            self.known[key] = self.known.get(key, frozenset()) | {len(self.world.writes) - 1}

    def erase(self, id: str, now: int) -> None:
        self.stamp = next_stamp(self.stamp, now + self.skew)
        if id not in self.records or self.records[id].tombstone is None:
            self.records[id] = self._logged(erased("note", id, Tombstone(self.stamp, self.replica)), frozenset())
        self.buried |= {id}

    def widen(self, peer: Office) -> None:
        """From now on `peer` may see everything: what it was not sent takes a new place in the log."""
        self.scopes[peer.name] = ALL
        peer.scope = ALL
        for id, state in self.records.items():
            self.records[id] = self._logged(state, frozenset(state.cells) - CORE) if state.cells else state

    def parcel(self, peer: Office, *, since_sent: bool = False) -> Parcel:
        ledger = self.ledgers.get(peer.name, Ledger())
        lo = max(ledger.sent, ledger.acked) if since_sent else ledger.acked
        scope = self.scopes.get(peer.name, peer.scope)
        lines: list[bytes] = []
        known: Known = {}
        for id, state in self.records.items():
            part = state.after(lo, self.head)
            part = part and part.only(lambda name, _: name in scope)
            part = part and without_echo(part, lambda lsn: self.origin.get(lsn) == ledger.replica)
            if part is not None and (part.cells or part.tombstone):
                lines.append(line_of(part))
                known |= {(id, name): self.known[id, name] for name in part.cells}
        self.ledgers[peer.name] = ledger.sending(self.head)
        to = Recipient(peer.name, "age1", ledger.ack())
        author = Author(self.name, self.name, self.replica, self.inc, "SHA256:")
        manifest = Manifest(author, (to,), lo, self.head, datetime(2026, 1, 1, tzinfo=UTC), 1)
        return Parcel(manifest, lines, known, self.buried)

    def take(self, parcel: Parcel, now: int, sender_scope: frozenset[str]) -> tuple[str, ...]:
        author = parcel.manifest.author
        may_write: MayWrite = lambda _, name: not name or name in sender_scope  # noqa: E731
        for line in parcel.lines:
            theirs = record_of(line.removesuffix(b"\n"))
            assert isinstance(theirs, RecordState)
            mine = self.records.get(theirs.id)
            outcome = merge(mine, theirs, may_write=may_write)
            if outcome.state is not None and outcome.state is not mine:
                state = self._logged(outcome.state, outcome.equal, author.replica)
                self.records[theirs.id] = self._logged(state, outcome.changed - outcome.equal)
            for name in theirs.cells:
                key = (theirs.id, name)
                if may_write("note", name):
                    self.known[key] = self.known.get(key, frozenset()) | parcel.known[key]
                    self.stamp = heed(self.stamp, max(h for h, _ in theirs.cells[name].siblings.values()), now)
        self.buried |= parcel.erased & {record_of(line[:-1]).id for line in parcel.lines}
        ledger = self.ledgers.get(author.peer, Ledger())
        entry = receive(ledger, parcel.manifest, me=self.name, my_replica=self.replica, my_head=self.head)
        self.ledgers[author.peer] = entry.ledger
        return entry.notices

    def _logged(self, state: RecordState, names: frozenset[str], origin: str = "") -> RecordState:
        if state.tombstone is not None:
            if state.tombstone.lsn is None or not names:
                self.head += 1
                state = replace(state, tombstone=replace(state.tombstone, lsn=self.head))
            return state
        if not names:
            return state
        self.head += 1
        if origin:
            self.origin[self.head] = origin
        cells: dict[str, Cell] = dict(state.cells)
        cells |= {name: cells[name].at(self.head) for name in names if name in cells}
        return replace(state, cells=cells)
