"""Sending: what would leave, shown before a byte is written; then bundle, disclosure and account in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from sqlalchemy import select

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.contact import Contact, Preset, sending_problems
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureProblem, DisclosureWay, problems
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY, Ground
from gvi_desktop.domain.kinds import BY_KIND, RECORDS
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.saves import Saves
from gvi_desktop.domain.user import Right
from gvi_desktop.services import accounts, identity, scope
from gvi_desktop.services.incoming import BATCH, batches
from gvi_desktop.services.plenty import plenty
from gvi_desktop.services.search import shown
from gvi_desktop.services.stopping import Progress, tell
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories, replica, upgrade
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.sync.bundle import file_name, pack
from gvi_desktop.sync.change import Unread
from gvi_desktop.sync.ledger import Ledger
from gvi_desktop.sync.manifest import Author, Manifest, Recipient

UNSYNCED = frozenset(record.kind for record in RECORDS if not record.synced)


@dataclass(frozen=True)
class Request:
    """What is to be sent: to whom, narrowed to compartments and call-ins, on what ground."""

    contacts: tuple[str, ...]
    ground: str = ""
    compartments: tuple[str, ...] | None = None
    callins: tuple[str, ...] = ()
    since_last: bool = False
    note: str = ""
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """One record that would leave: its kind, what it is called here (people by code name) and the fields."""

    id: str
    kind: str
    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Outgoing:
    """Everything that would leave, and how many records are kept back for protected people."""

    to: tuple[str, ...]
    by_kind: dict[str, int]
    records: tuple[Leaving, ...]
    erasures: int
    kept_back: int
    lo: int
    hi: int
    same_agency: bool


@dataclass(frozen=True)
class Sent:
    """A written bundle."""

    path: Path
    records: int
    hi: int
    bundle_id: str


def preview(unit: Unit, request: Request, progress: Progress | None = None) -> Outgoing:
    """What would leave, computed as the bundle itself would be. Refused for unverified, expired or revoked contacts."""
    made = _Making(unit, request, progress)
    leaving: list[Leaving] = []
    erasures = 0
    for states in batches(made.states()):
        alive = [one for one in states if one.tombstone is None]
        erasures += len(states) - len(alive)
        titles: dict[str, str] = {}
        for kind in {one.kind for one in alive} & BY_KIND.keys():
            found = unit.store.many(BY_KIND[kind], [one.id for one in alive if one.kind == kind], removed=True)
            titles |= {record_id: shown(record)[0] for record_id, record in found.items()}
        leaving += [
            Leaving(one.id, one.kind, titles.get(one.id, ""), _fields(one.kind, one.names())) for one in alive
        ]
    return Outgoing(
        to=tuple(contact.name for contact in made.contacts),
        by_kind=dict(Counter(one.kind for one in leaving)),
        records=tuple(leaving),
        erasures=erasures,
        kept_back=made.filter.kept_back,
        lo=made.lo,
        hi=made.hi,
        same_agency=made.same_agency,
    )


def export(unit: Unit, request: Request, target: Path, progress: Progress | None = None) -> Sent:
    """Write the bundle to `target` (a file, or a folder that gets a named file), with disclosure and account. Stopped:
    BundleError "E_CANCELLED", and there is neither file nor entry."""
    unit.need(Right.EXPORT)
    made = _Making(unit, request, progress)
    ground = _ground(unit, request, made.same_agency)
    if any(accounts.opens_scope(unit, contact.peer, made.scope.name) for contact in made.contacts):
        # A position of its own, so that an acknowledgement of older bundles cannot be taken for one of this scope.
        made.hi = unit.store.stamp.next_lsn()
    own, here, today = identity.keys(unit), replica.load(unit.connection), unit.today
    disclosure = {}
    if not made.same_agency:
        disclosure = {"ground": ground, "weighing": request.note, "conditions": request.conditions}
    draft = Manifest(
        author=Author(own.peer, unit.user.name, here.name, here.inc, sign.ssh_fingerprint(own.public)),
        to=tuple(
            Recipient(contact.peer, contact.age_key, account.ack())
            for contact, account in zip(made.contacts, made.ledgers, strict=True)
        ),
        lo=made.lo,
        hi=made.hi,
        created=unit.now,
        schema=int(upgrade.HEAD),
        receipts=tuple(one for contact in made.contacts for one in accounts.receipts(unit, contact.peer)),
        disclosure=disclosure,
    )
    left = _Left()
    with plenty():
        packed = pack(draft, chain(left.noting(made.states()), made.quarantined()), sign.BUNDLES.signer(own.signing))
    path = target / file_name(unit.office.programme, today, made.hi) if target.is_dir() else target
    tell(progress, left.total, left.total)
    _register(unit, request, made, left, ground)
    unit.note("export", detail=f"bundle {packed.manifest.bundle_id}")
    sealed = seal.seal_file(packed.stream(), path, [contact.age_key for contact in made.contacts])
    for contact, account in zip(made.contacts, made.ledgers, strict=True):
        accounts.keep(unit, contact.peer, account.sending(made.hi), made.scope.name)
        accounts.note_bundle(
            unit,
            bundle=packed.manifest.bundle_id,
            direction="out",
            peer=contact.peer,
            replica=here.name,
            span=(made.lo, made.hi),
            records=left.total,
            status=accounts.SENT,
            sha256=sealed.sha256,
            name=path.name,
        )
    unit.can_undo = False
    return Sent(path, left.total, made.hi, packed.manifest.bundle_id)


class _Left:
    """What has gone into a bundle, noted while it went by: the records themselves are not kept."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.people: set[str] = set()

    @property
    def total(self) -> int:
        return self.kinds.total()

    def noting(self, states: Iterable[Saves]) -> Iterator[Saves]:
        for state in states:
            self.kinds[state.kind] += 1
            if state.kind == Person.kind and state.tombstone is None:
                self.people.add(state.id)
            yield state


class _Making:
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
        scopes = {scope.of(contact, request.compartments, request.callins) for contact in self.contacts}
        if len(scopes) > 1:
            raise RefusedError("bundle_scopes_differ", name=", ".join(contact.name for contact in self.contacts))
        (self.scope,) = scopes
        self.filter = scope.Filter(unit, self.scope)
        self.ledgers: Sequence[Ledger] = [accounts.load(unit, one.peer, self.scope.name) for one in self.contacts]
        starts = [max(one.sent, one.acked) if request.since_last else one.acked for one in self.ledgers]
        self.lo, self.hi = min(starts), replica.load(unit.connection).lsn
        self.lo = min(self.lo, self.hi)
        self._end = self.hi
        own = unit.office.agency.casefold()
        self.same_agency = all(
            contact.preset is Preset.COLLEAGUE and contact.agency.casefold() == own for contact in self.contacts
        )

    def states(self) -> Iterator[Saves]:
        """The records that leave, each with just the fields that leave, as they are asked for."""
        echo = _echo(self._unit, self.ledgers[0].replica) if len(self.ledgers) == 1 else frozenset[int]()
        found = histories.leaving(self._unit.connection, self.lo, self._end, without=UNSYNCED)
        for number, saves in enumerate(found):
            if number % BATCH == 0:
                tell(self._progress, number, max(number, self._end - self.lo))
            part = self.filter.part(saves)
            if part is not None and echo:
                part = part.only(lsn=lambda one: one not in echo)
            if part is not None and not part.empty:
                yield part

    def quarantined(self) -> list[Unread]:
        """Records of a later version, forwarded as they came: only inside the agency and with nothing left out, since
        this version cannot tell what is in them."""
        scope = self.scope
        if not self.same_agency or scope.callins or scope.compartments != {one.value for one in Compartment}:
            return []
        q, peers = ledger.quarantine.c, {contact.peer for contact in self.contacts}
        rows = self._unit.connection.execute(select(q.kind, q.id, q.raw).where(q.peer.not_in(peers)).order_by(q.id))
        return [Unread(row.kind, row.id, bytes(row.raw)) for row in rows]


def _echo(unit: Unit, their_replica: str) -> frozenset[int]:
    o = ledger.origin.c
    return frozenset(unit.connection.execute(select(o.lsn).where(o.replica == their_replica)).scalars())


def _ground(unit: Unit, request: Request, same_agency: bool) -> str:
    code = request.ground or (OWN_AGENCY if same_agency else "")
    found = [one for one in unit.find(Ground) if one.code == code]
    if not found or (code == OWN_AGENCY and not same_agency):
        raise RefusedError(DisclosureProblem.GROUND_UNKNOWN, kind="disclosure", field="ground", name=code)
    if not any(one.valid(unit.today) for one in found):
        raise RefusedError(DisclosureProblem.GROUND_NOT_VALID, kind="disclosure", field="ground", name=code)
    return code


def _register(unit: Unit, request: Request, made: _Making, left: _Left, ground: str) -> None:
    people = frozenset(left.people)  # one set: it is written out once, however many contacts there are
    for contact in made.contacts:
        draft = DisclosureDraft(
            on=unit.today,
            way=DisclosureWay.BUNDLE,
            what=", ".join(f"{kind}: {number}" for kind, number in sorted(left.kinds.items())) or "0",
            records=left.total,
            people=people,
            agency=contact.agency,
            contact=contact.name,
            ground=ground,
            weighing=request.note,
            conditions=request.conditions,
            decided_by=unit.user.name,
        )
        if found := problems(draft):
            raise RefusedError(found, kind="disclosure")
        unit.add(Disclosure, draft)
        unit.store.flush()  # each may name a hundred thousand people: not all of them in memory at once


def proposed_name(unit: Unit) -> str:
    """What a bundle's file is called unless somebody calls it otherwise: nobody's name stands in it."""
    return file_name(unit.office.programme, unit.today, replica.load(unit.connection).lsn)


@lru_cache(1024)  # most records of a bundle have the same fields: one tuple serves them all
def _fields(kind: str, cells: frozenset[str]) -> tuple[str, ...]:
    names = {cell.partition("/")[0] for cell in cells}
    return tuple(sorted(names & codecs(BY_KIND[kind]).keys() if kind in BY_KIND else names))
