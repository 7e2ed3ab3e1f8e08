"""Sending: what would leave, shown before a byte is written; then bundle, disclosure and account in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.saves import Saves
from gvi_desktop.domain.user import Right
from gvi_desktop.services import accounts, handingout, identity, keyring, outgoing, recalls
from gvi_desktop.services.carrying import Parcel
from gvi_desktop.services.incoming import batches
from gvi_desktop.services.leaving import Making, Request
from gvi_desktop.services.moment import code_names
from gvi_desktop.services.plenty import plenty
from gvi_desktop.services.search import titles_of
from gvi_desktop.services.shielded import people_of
from gvi_desktop.services.stopping import Progress, tell
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica, upgrade
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.sync.bundle import Packed, file_name, pack
from gvi_desktop.sync.manifest import Author, Manifest, Recipient

__all__ = ["Leaving", "Outgoing", "Request", "Sent", "export", "make", "preview", "proposed_name"]

EARLIER = 20
FIRST_OF_ALL = "made_by"
"""The field that is set when a record is made and never again."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """One record that would leave: its kind, what it is called here (people by code name) and the fields. `known` = it
    has been handed out to all of them before, and goes again for what has changed."""

    id: str
    kind: str
    title: str
    fields: tuple[str, ...]
    known: bool = False
    named: bool = False


@dataclass(frozen=True)
class Outgoing:
    """Everything that would leave, and how many records are kept back for protected people, how many links because no
    second user has approved them."""

    to: tuple[str, ...]
    by_kind: dict[str, int]
    records: tuple[Leaving, ...]
    erasures: int
    kept_back: int
    unapproved: int
    lo: int
    hi: int
    same_agency: bool
    earlier: tuple[Disclosure, ...] = ()
    """What the register says was handed out to them before, the newest first."""

    @property
    def known(self) -> int:
        """How many of the records they have had before."""
        return sum(one.known for one in self.records)


@dataclass(frozen=True)
class Sent:
    """A written bundle."""

    path: Path
    records: int
    hi: int
    bundle_id: str


def preview(unit: Unit, request: Request, progress: Progress | None = None) -> Outgoing:
    """What would leave, computed as the bundle itself would be. Refused for unverified, expired or revoked contacts."""
    with plenty():
        return _preview(unit, Making(unit, request, progress))


def _preview(unit: Unit, made: Making) -> Outgoing:
    leaving: list[Leaving] = []
    erasures = 0
    for states in batches(made.states()):
        alive = [one for one in states if one.tombstone is None]
        erasures += len(states) - len(alive)
        titles: dict[str, str] = {}
        for kind in {one.kind for one in alive} & BY_KIND.keys():
            titles |= titles_of(unit, BY_KIND[kind], [one.id for one in alive if one.kind == kind])
        titles |= _about(unit, [one for one in alive if titles.get(one.id, one.id) == one.id])
        leaving += [
            Leaving(
                one.id, one.kind, titles.get(one.id, ""), _fields(one.kind, one.names()),
                one.id not in made.named | made.lifted and _created(one) <= made.handed, one.id in made.named,
            )
            for one in alive
        ]
    return Outgoing(
        to=tuple(contact.name for contact in made.contacts),
        by_kind=dict(Counter(one.kind for one in leaving)),
        records=tuple(leaving),
        erasures=erasures,
        kept_back=len(made.filter.kept_back),
        unapproved=len(made.filter.unapproved),
        lo=made.lo,
        hi=made.hi,
        same_agency=made.same_agency,
        earlier=_earlier(unit, made.contacts),
    )


def export(unit: Unit, request: Request, target: Path, progress: Progress | None = None) -> Sent:
    """Write the bundle to `target` (a file, or a folder that gets a named file), with disclosure and account. Stopped:
    BundleError "E_CANCELLED", and there is neither file nor entry. Holds the step until the target has answered: for
    the command line, which does nothing else meanwhile."""
    ready = _ready(unit, request, progress)
    path = target / file_name(unit.office.programme, unit.today, ready.made.hi) if target.is_dir() else target
    sealed = seal.seal_file(ready.packed.stream(), path, ready.keys)
    _keep(unit, ready, sealed, path.name, accounts.SENT)
    return Sent(path, ready.left.total, ready.made.hi, ready.packed.manifest.bundle_id)


def make(unit: Unit, request: Request, room: Path, progress: Progress | None = None) -> Parcel:
    """The same bundle, sealed into the vault's own room (`outgoing.room`), with disclosure and account; it is *waiting*
    until somebody has carried it (`carrying.carry`) and said so (`outgoing.arrived`)."""
    ready = _ready(unit, request, progress)
    parcel = outgoing.seal_into(room, ready.packed, ready.keys, unit.office.programme, unit.today, ready.made.hi)
    _keep(unit, ready, parcel.sealed, parcel.name(), accounts.WAITING)
    return parcel


@dataclass(frozen=True)
class _Ready:
    """A bundle that is signed and entered in the register, and not sealed yet."""

    made: Making
    packed: Packed
    left: _Left

    @property
    def keys(self) -> list[str]:
        return [contact.age_key for contact in self.made.contacts]


def _ready(unit: Unit, request: Request, progress: Progress | None) -> _Ready:
    unit.need(Right.EXPORT)
    made = Making(unit, request, progress)
    ground = handingout.ground_of(unit, request.ground, made.same_agency)
    if request.named and not request.note.strip():
        raise RefusedError("missing", kind="disclosure", field="weighing")
    if any(
        accounts.opens_scope(unit, contact.peer, made.scope.name) or accounts.waiting(unit, contact.peer) is None
        for contact in made.contacts
    ):
        # A position of its own, so that an acknowledgement of older bundles cannot be taken for one of this scope, or
        # of what an earlier version kept back and goes now.
        made.hi = unit.store.stamp.next_lsn()
    own, here = identity.keys(unit), replica.load(unit.connection)
    disclosure = {}
    if not made.same_agency or request.named or request.conditions:
        disclosure = {"ground": ground.code, "title": ground.title}
        disclosure |= {"weighing": request.note, "conditions": request.conditions}
    asked, answered = recalls.carried(unit, [contact.peer for contact in made.contacts])
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
        keys=keyring.carried(unit),
        recalls=asked,
        answers=answered,
    )
    left = _Left(made.named)
    with plenty():
        packed = pack(draft, chain(left.noting(made.states()), made.quarantined()), sign.BUNDLES.signer(own.signing))
    tell(progress, left.total, left.total)
    entry = DisclosureDraft(
        on=unit.today,
        way=DisclosureWay.BUNDLE,
        what=", ".join(f"{kind}: {number}" for kind, number in sorted(left.kinds.items())) or "0",
        records=left.total,
        people=frozenset(left.people),
        ground=ground.code,
        weighing=request.note,
        conditions=request.conditions,
        decided_by=unit.user.name,
        reference=packed.manifest.bundle_id,
    )
    handingout.register(unit, made.contacts, entry)
    unit.note("export", detail=f"bundle {packed.manifest.bundle_id}")
    return _Ready(made, packed, left)


def _keep(unit: Unit, ready: _Ready, sealed: seal.Sealed, name: str, status: str) -> None:
    """Account and list. What waits has not been sent: only the position of the last bundle that was is kept for "since
    the last bundle"; scope and floor count from here on, as it may arrive without our being told."""
    made, here = ready.made, replica.load(unit.connection)
    for contact, account in zip(made.contacts, made.ledgers, strict=True):
        waits = made.waits(contact.peer, account.acked)
        after = account.sending(made.hi) if status == accounts.SENT else account
        accounts.keep(unit, contact.peer, after, made.scope.name, waits, end=made.hi)
        accounts.note_bundle(
            unit,
            bundle=ready.packed.manifest.bundle_id,
            direction="out",
            peer=contact.peer,
            replica=here.name,
            span=(made.lo, made.hi),
            records=ready.left.total,
            status=status,
            sha256=sealed.sha256,
            name=name,
        )
    unit.can_undo = False


class _Left:
    """What has gone into a bundle, noted while it went by: the records themselves are not kept."""

    def __init__(self, named: frozenset[str]) -> None:
        self._named = named
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
            elif state.id in self._named:
                self.people |= people_of(state)
            yield state


def proposed_name(unit: Unit) -> str:
    """What a bundle's file is called unless somebody calls it otherwise: nobody's name stands in it."""
    return file_name(unit.office.programme, unit.today, replica.load(unit.connection).lsn)


def _about(unit: Unit, records: Sequence[Saves]) -> dict[str, str]:
    """Records without a name of their own are called by the person they are about."""
    whom = {one.id: one.shown().get("person") for one in records}
    called = code_names(unit, [str(one) for one in whom.values() if one])
    return {record: called.get(str(person), "") for record, person in whom.items()}


def _created(one: Saves) -> int:
    """Where in our log the record began, or 0 when that part of it does not leave."""
    return max((group[5] or 0 for group in one.groups if FIRST_OF_ALL in group[4]), default=0)


def _earlier(unit: Unit, contacts: Sequence[Contact]) -> tuple[Disclosure, ...]:
    d = unit.table(Disclosure)
    names = [one.name for one in contacts]
    return tuple(
        unit.find(Disclosure, d.c.contact.in_(names), d.c.received == 0, order_by=d.c.made_at.desc(), limit=EARLIER)
    )


@lru_cache(1024)  # most records of a bundle have the same fields: one tuple serves them all
def _fields(kind: str, cells: frozenset[str]) -> tuple[str, ...]:
    names = {cell.partition("/")[0] for cell in cells}
    return tuple(sorted(names & codecs(BY_KIND[kind]).keys() if kind in BY_KIND else names))
