"""What a bundle is made of: who may get it, in which scope, and the records that leave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import select

from gvi_desktop.domain.contact import Contact, Preset, sending_problems
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.saves import Saves
from gvi_desktop.services import accounts, scope
from gvi_desktop.services.incoming import BATCH
from gvi_desktop.services.shielded import once_kept_back
from gvi_desktop.services.stopping import Progress, tell
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories, replica
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.change import Unread
from gvi_desktop.sync.ledger import Ledger

FEW = 500
UNSYNCED = frozenset(record.kind for record in RECORDS if not record.synced)


@dataclass(frozen=True)
class Request:
    """What is to be sent: to whom, narrowed to compartments, call-ins and rounds, on what ground. `named` are records
    of protected people or from outside the scope, which a documented disclosure names one by one."""

    contacts: tuple[str, ...]
    ground: str = ""
    compartments: tuple[str, ...] | None = None
    callins: tuple[str, ...] = ()
    since_last: bool = False
    note: str = ""
    conditions: str = ""
    rounds: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Making:
    """What a bundle is made of: contacts that may get it, their common scope, and the part of the log."""

    def __init__(self, unit: Unit, request: Request, progress: Progress | None) -> None:
        self._unit = unit
        self._progress = progress
        self.contacts = [unit.get(Contact, one) for one in request.contacts]
        if not self.contacts:
            raise RefusedError("missing", kind="contact", field="name")
        refused = [problem for contact in self.contacts for problem in sending_problems(contact, unit.today)]
        if refused:
            raise RefusedError(refused, kind="contact")
        self.named = frozenset(request.named)
        narrowed = (request.compartments, request.callins, request.rounds)
        scopes = {scope.of(contact, *narrowed) for contact in self.contacts}
        if len(scopes) > 1:
            raise RefusedError("bundle_scopes_differ", name=", ".join(contact.name for contact in self.contacts))
        (self.scope,) = scopes
        self.ledgers: Sequence[Ledger] = [accounts.load(unit, one.peer, self.scope.name) for one in self.contacts]
        starts = [max(one.sent, one.acked) if request.since_last else one.acked for one in self.ledgers]
        self.lo, self.hi = min(starts), replica.load(unit.connection).lsn
        self.lo = min(self.lo, self.hi)
        self.handed = min(max(one.sent, one.acked) for one in self.ledgers)
        self._end = self.hi
        self._few = None if self.scope.narrowed else self._at_once()
        self._once: frozenset[str] | None = None
        self._waiting = set() if self.scope.narrowed or not self.lo else self._kept_back_before()
        self._still: frozenset[str] = frozenset()
        self.lifted: set[str] = set()
        """Of the records that were kept back before those that go whole now; known once all `states` are told."""
        asked = None if self._few is None else [*self._few, *self._whole(self._waiting)]
        self.filter = scope.Filter(unit, self.scope, asked, self.named)
        own = unit.office.agency.casefold()
        self.same_agency = all(
            contact.preset is Preset.COLLEAGUE and contact.agency.casefold() == own for contact in self.contacts
        )

    def states(self) -> Iterator[Saves]:
        """The records that leave, each with just the fields that leave, as they are asked for."""
        alone = self.ledgers[0].replica if len(self.ledgers) == 1 else None
        lo = 0 if self.scope.narrowed else self.lo
        echo = _echo(self._unit, alone, lo, self._end) if alone else frozenset[int]()
        # Whole, whenever they last changed: what the disclosure names is what leaves.
        yield from (one for one in map(self.filter.part, self._whole(self.named)) if one is not None)
        yield from self._no_longer_kept_back()
        found: Iterable[Saves] = self._found() if self._few is None else self._few
        if self.filter.only is not None:
            # What belongs to a call-in changes without being changed itself: who is invited today may be known for
            # long. So all of it goes each time, and of the rest only what was erased.
            erased = (one for one in self._found() if one.tombstone is not None)
            found = chain(self._whole(self.filter.only), erased)
        for number, saves in enumerate(found):
            if number % BATCH == 0:
                tell(self._progress, number, max(number, self._end - self.lo))
            part = None if self._went(saves) else self.filter.part(saves)
            if part is not None and echo:
                part = part.only(lsn=lambda one: one not in echo)
            if part is not None and not part.empty:
                yield part

    def _whole(self, ids: Collection[str]) -> Iterator[Saves]:
        ordered = sorted(ids)
        for start in range(0, len(ordered), BATCH):
            held = histories.held(self._unit.connection, ordered[start : start + BATCH])
            parts = (one.saves(0, self._end) for one in held.values() if one.dead is None)
            yield from (part for part in parts if not part.empty)

    def waits(self, peer: str, acked: int) -> dict[str, int] | None:
        """What of the records that were kept back is to be remembered for a peer once this bundle is written; None to
        leave what is remembered as it is."""
        if self.scope.narrowed and accounts.waiting(self._unit, peer) is None:
            return None
        known = self._waiting_of(peer) if self.lo else {}
        left = {one: end for one, end in known.items() if end == 0 or end > acked}
        if self.scope.narrowed:
            return left
        left = {one: end for one, end in left.items() if one not in self._waiting or one in self._still}
        kept_back = self.filter.kept_back | self.filter.unapproved
        return left | dict.fromkeys(self.lifted, self.hi) | dict.fromkeys(kept_back, 0)

    def _waiting_of(self, peer: str) -> dict[str, int]:
        """What this peer was never given whole. An earlier version wrote down no such thing: then all that it may have
        kept back (exchange 4.3, as when a scope widens)."""
        waits = accounts.waiting(self._unit, peer)
        if waits is None and self._once is None:
            self._once = once_kept_back(self._unit)
        return dict.fromkeys(self._once or (), 0) if waits is None else waits

    def _kept_back_before(self) -> set[str]:
        """Records that these peers were never given whole, though the log has passed them."""
        told = [self._waiting_of(contact.peer).items() for contact in self.contacts]
        return {one for marks in told for one, end in marks if end == 0 or end > self.lo} - self.named

    def _no_longer_kept_back(self) -> Iterator[Saves]:
        """What was kept back for a protected person and may go now: whole, as when a scope widens (exchange 4.3)."""
        named = frozenset(self.filter.unapproved)
        for whole in self._whole(self._waiting):
            part = self.filter.part(whole)
            if part is not None:
                self.lifted.add(part.id)
                yield part
        self._still = frozenset(self.filter.kept_back | self.filter.unapproved - named)
        self.filter.kept_back.clear()  # nothing of these has changed: they are not counted anew
        self.filter.unapproved &= named

    def _went(self, one: Saves) -> bool:
        return one.tombstone is None and (one.id in self.named or one.id in self.lifted)

    def _found(self) -> Iterator[Saves]:
        return histories.leaving(self._unit.connection, self.lo, self._end, without=UNSYNCED)

    def _at_once(self) -> list[Saves] | None:
        """The records that changed, when they are few: then nobody else in the vault need be looked at."""
        changed = histories.changed(self._unit.connection, self.lo, self._end)
        return list(self._found()) if changed <= FEW else None

    def quarantined(self) -> list[Unread]:
        """Records of a later version, forwarded as they came: only inside the agency and with nothing left out, since
        this version cannot tell what is in them."""
        scope = self.scope
        if not self.same_agency or scope.narrowed or scope.compartments != {one.value for one in Compartment}:
            return []
        q, peers = ledger.quarantine.c, {contact.peer for contact in self.contacts}
        rows = self._unit.connection.execute(select(q.kind, q.id, q.raw).where(q.peer.not_in(peers)).order_by(q.id))
        return [Unread(row.kind, row.id, bytes(row.raw)) for row in rows]


def _echo(unit: Unit, their_replica: str, lo: int, hi: int) -> frozenset[int]:
    o = ledger.origin.c
    query = select(o.lsn).where(o.lsn > lo, o.lsn <= hi, o.replica == their_replica)
    return frozenset(unit.connection.execute(query).scalars())
