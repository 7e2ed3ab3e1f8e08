"""A bundle's records beside the vault's own, a batch at a time: what each would do, and keeping what it does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import RecordState, Value, heed, is_far_ahead
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.saves import Saves, newest_of, seen_of
from gvi_desktop.services import approvals, burying, erasedelsewhere, scope
from gvi_desktop.services.incoming import FIRST, PERSON, Incoming, batches, fields_of, incoming, title_of
from gvi_desktop.services.stopping import Progress, tell
from gvi_desktop.services.taking import Taking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.withholding import missing
from gvi_desktop.storage import replica
from gvi_desktop.storage.batch import Turns
from gvi_desktop.storage.held import Held
from gvi_desktop.sync.bundle import OpenBundle
from gvi_desktop.sync.change import Unread
from gvi_desktop.sync.merge import MayWrite, Outcome, Verdict, merge

MILLI = 1000
ANSWERS = 4096
"""Fields of kinds of which it is remembered whether the sender may write them."""
SAME, NEW, CHANGED = Verdict.SAME.value, Verdict.NEW.value, Verdict.CHANGED.value
QUARANTINED = "quarantined"
NOTHING: dict[str, Value] = {}
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


def walk(
    unit: Unit, opened: OpenBundle, contact: Contact, *, keep: bool, progress: Progress | None = None
) -> Walked:
    """Go through all records; with `keep` they are merged into the vault, else nothing is written."""
    total, done = sum(part.records or 0 for part in opened.manifest.parts), 0
    may_write = lru_cache(ANSWERS)(scope.may_write(contact))
    own = replica.load(unit.connection)
    ours = own.name
    now_ms = int(unit.now.timestamp() * MILLI)
    walked, newest, leaving = Walked(), 0, burying.Leaving()
    turns = Turns(unit.store)
    for records in batches(opened.told()):
        tell(progress, done, total)
        done += len(records)
        ids = Counter(one.id for one in records)
        if not all(map(RECORD_ID.fullmatch, ids)):
            raise BundleError("E_DAMAGED", name=contact.name)
        batch = turns.batch(ids, FIRST | _fields(records) if keep else FIRST)
        if keep:
            leaving.note(unit, records)
        merging = _Merging(walked, Taking(unit, batch, opened), may_write, keep)
        for one in records:
            if isinstance(one, Unread):
                walked.quarantined += 1
                walked.records.append(Incoming(one.id, one.kind, "", QUARANTINED, ()))
                if keep:
                    merging.taking.quarantine(one, contact.peer)
                continue
            stamp = newest_of(one)
            if stamp > newest:
                newest = stamp
                walked.ahead = stamp if is_far_ahead(stamp, now_ms) else walked.ahead
            if not walked.older and seen_of(one, ours) > own.counter:
                walked.older = True
            # A record that is told twice is read anew the second time, as the first left it.
            kept = merging.at_once(one) if ids[one.id] == 1 else None
            if kept is None:
                kept = merging.by_cells(one.state())
            if kept and stamp > unit.store.stamp.hlc:
                unit.store.stamp.hlc = heed(unit.store.stamp.hlc, stamp, now_ms)
        merging.taking.write()
    turns.write()
    if keep:
        approvals.settle(unit, walked.records, contact)
        burying.bury(unit, [one for one in walked.records if one.verdict not in (SAME, QUARANTINED)], leaving)
        erasedelsewhere.heed(unit, leaving)
    tell(progress, done, total)
    return walked


def _fields(records: Iterable[Saves | Unread]) -> frozenset[str]:
    """The fields that some records name; of ours no others have to be fetched for most of them."""
    cells: set[str] = set()
    for one in records:
        if isinstance(one, Saves):
            for group in one.groups:
                cells.update(group[4])
    return frozenset(cells)


class _Merging:
    """One batch of records beside ours."""

    def __init__(self, walked: Walked, taking: Taking, may_write: MayWrite, keep: bool) -> None:
        self.taking = taking
        self._walked = walked
        self._keep = keep
        self._may_write = may_write
        self._may_write_all = lru_cache(ANSWERS)(lambda kind, names: all(may_write(kind, name) for name in names))

    def at_once(self, theirs: Saves) -> bool | None:
        """The merge of a record of which the sender had seen all that we hold, or that is new: most are. Whether it was
        kept, or None when it has to be merged by its cells."""
        batch = self.taking.batch
        held = batch.held(theirs.id)
        if theirs.crowds or theirs.tombstone is not None:
            return None
        if (held is not None and held.kind != theirs.kind) or not _in_its_compartment(held or theirs, theirs.kind):
            return None
        shown = theirs.groups[0][4] if len(theirs.groups) == 1 else theirs.shown()
        if held is not None:
            taken = held.overtaken_by(theirs)
            if taken is None:
                return None
            if not taken:
                self._walked.counts[SAME] += 1
                title = title_of(theirs.kind, shown, held.columns)
                about = "" if title else str(shown.get(PERSON) or "")
                self._walked.records.append(Incoming(theirs.id, theirs.kind, title, SAME, (), about=about))
                return False
            if len(taken) < len(shown):
                shown = {name: shown[name] for name in taken}
        names = tuple(shown)
        if not self._may_write_all(theirs.kind, names):
            return None
        verdict = NEW if held is None else CHANGED
        self._walked.counts[verdict] += 1
        title = title_of(theirs.kind, shown, NOTHING if held is None else held.columns)
        withheld = _withheld(theirs.kind, names) if held is None else ()
        about = "" if title else str(shown.get(PERSON) or "")
        told = (theirs.id, theirs.kind, title, verdict, fields_of(names), (), withheld, about)
        self._walked.records.append(Incoming._make(told))
        if self._keep:
            self.taking.overtake(held, theirs, shown)
        return self._keep

    def by_cells(self, one: RecordState) -> bool:
        """The merge of a record, a field at a time; whether anything of it was kept."""
        batch, walked = self.taking.batch, self._walked
        mine = batch.state(one.id, None if one.tombstone is not None else one.cells.keys())
        outcome = outcome_of(mine, one, self._may_write)
        walked.counts[outcome.verdict.value] += 1
        walked.withheld += outcome.verdict is Verdict.REFUSED
        walked.clashing += len(outcome.conflicts)
        walked.records.append(incoming(one, outcome, batch))
        if not self._keep or outcome.state is None or outcome.state is mine:
            return False
        self.taking.keep(outcome.state, mine, outcome)
        return True


@lru_cache(ANSWERS)  # most records of a bundle have the same fields
def _withheld(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return missing(kind, frozenset(names))


def outcome_of(mine: RecordState | None, theirs: RecordState, may_write: MayWrite) -> Outcome:
    """The merge, after the record's compartment is held against its kind: nobody moves a record by sending it."""
    if theirs.tombstone is None and not _in_its_compartment(theirs if mine is None else mine, theirs.kind):
        return Outcome(mine, Verdict.REFUSED, refused=frozenset(theirs.cells))
    return merge(mine, theirs, may_write=may_write)


def _in_its_compartment(one: RecordState | Saves | Held, kind: str) -> bool:
    room = _room(kind)
    return room is None or one.compartment == room


@lru_cache(ANSWERS)
def _room(kind: str) -> str | None:
    """The compartment of a kind that this version knows."""
    record = BY_KIND.get(kind)
    return None if record is None else record.compartment_of_kind.value
