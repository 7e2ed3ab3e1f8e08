"""The account of the exchange with each peer: ledger, scope, bundles sent and taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import orjson
from sqlalchemy import select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger as tables
from gvi_desktop.storage.rows.codec import moment, moment_text
from gvi_desktop.sync.ledger import Ledger
from gvi_desktop.sync.manifest import Receipt
from gvi_desktop.sync.ranges import Ranges

SENT, RECEIVED, MERGED, REFUSED, RECEIPT = "sent", "received", "merged", "refused", "receipt"
MISSING, REPEATED = "missing", "repeated"
WAITING, NOT_SENT, UNSURE = "waiting", "not_sent", "unsure"
"""Of a bundle of ours that is made: it is being carried; it did not get there; nobody knows whether it did."""
ON_ITS_WAY = (SENT, UNSURE)
"""What an acknowledgement of a part of the log may speak of; what still waits is not there yet."""
TOLD = {"N_FORKED": "forked", "N_RESTORED": "restored", "N_OLDER": "older"}
"""What was noticed of a bundle that came, as a state in the list: the gravest first."""
RECEIPTS = 200  # in one bundle


@dataclass(frozen=True)
class BundleLine:
    """A bundle in the list: `sent`, `merged` …, to or from whom, which part of the log, how many records."""

    id: str
    bundle: str
    direction: str
    contact: str
    at: datetime
    lo: int
    hi: int
    records: int
    quarantined: int
    status: str
    name: str
    notices: tuple[str, ...] = ()
    why: str = ""
    again: int = 0
    withheld: int = 0

    @property
    def state(self) -> str:
        """The one word the list has for it: the status, or what is remarkable about a bundle that was taken in."""
        if self.ours or self.status != MERGED:
            return self.status
        told = [state for code, state in TOLD.items() if code in self.notices]
        return told[0] if told else REPEATED if self.again else MERGED

    @property
    def ours(self) -> bool:
        """Whether we wrote it."""
        return self.direction == "out"


def load(unit: Unit, peer: str, scope: str | None = None) -> Ledger:
    """The account with a peer; with another scope than before nothing counts as acknowledged, so all is sent again."""
    a = tables.account.c
    row = unit.connection.execute(select(a.scope, a.state).where(a.peer == peer)).first()
    if row is None:
        return Ledger()
    state = orjson.loads(row.state)
    received = {replica: Ranges.of(spans) for replica, spans in state["received"].items()}
    found = Ledger(state["replica"], state["inc"], state["acked"], state["sent"], received)
    return found if scope is None or scope == row.scope else found.restored()


def floor(unit: Unit, peer: str) -> int:
    """Where our log stood when the scope of this peer last changed: an acknowledgement below it speaks of bundles of
    another scope, and counts for nothing (exchange 4.3, widening)."""
    a = tables.account.c
    state = unit.connection.execute(select(a.state).where(a.peer == peer)).scalar()
    return 0 if state is None else int(orjson.loads(state).get("floor", 0))


def heeded(unit: Unit, peer: str, account: Ledger) -> Ledger:
    """The account without an acknowledgement that speaks of another scope."""
    return account if account.acked >= floor(unit, peer) else replace(account, acked=0)


def opens_scope(unit: Unit, peer: str, scope: str) -> bool:
    """Whether a bundle of this scope is the first of it to this peer."""
    a = tables.account.c
    return unit.connection.execute(select(a.scope).where(a.peer == peer)).scalar() not in (None, "", scope)


def waiting(unit: Unit, peer: str) -> dict[str, int] | None:
    """Records that were kept back from this peer when they changed, so that it was never given what the log has passed:
    id -> the end of the bundle in which they went whole once they might, or 0 while they wait. None when the last
    bundle to it was written by a version that did not remember them."""
    a = tables.account.c
    state = unit.connection.execute(select(a.state).where(a.peer == peer)).scalar()
    return {} if state is None else orjson.loads(state).get("waiting")


def keep(
    unit: Unit, peer: str, account: Ledger, scope: str | None = None, waits: Mapping[str, int] | None = None, *,
    end: int | None = None,
) -> None:  # fmt: skip
    """Put an account in place of the one kept; with a new scope the log's end becomes the floor of what counts: `end`,
    or else that of the last bundle sent. `waits` is put in place of `waiting`."""
    a = tables.account
    moved = scope is not None and opens_scope(unit, peer, scope)
    state = {
        "floor": (account.sent if end is None else end) if moved else floor(unit, peer),
        "replica": account.replica,
        "inc": account.inc,
        "acked": account.acked,
        "sent": account.sent,
        "received": {replica: ranges.lists() for replica, ranges in account.received.items()},
    }
    if (remembered := waiting(unit, peer) if waits is None else waits) is not None:
        state["waiting"] = remembered
    text = orjson.dumps(state).decode()
    known = unit.connection.execute(select(a.c.scope).where(a.c.peer == peer)).first()
    if known is None:
        unit.connection.execute(a.insert().values(peer=peer, scope=scope or "", state=text))
    else:
        values = {"state": text} | ({"scope": scope} if scope is not None else {})
        unit.connection.execute(a.update().where(a.c.peer == peer).values(**values))


def note_bundle(
    unit: Unit,
    *,
    bundle: str,
    direction: str,
    peer: str,
    replica: str,
    span: tuple[int, int],
    records: int,
    status: str,
    sha256: str,
    name: str,
    quarantined: int = 0,
    withheld: int = 0,
    created: datetime | None = None,
    notices: Iterable[str] = (),
    why: str = "",
    audience: str = "",
) -> None:
    """Enter a bundle in the ledger."""
    row: dict[str, object] = {"id": f"{bundle}/{peer}", "direction": direction, "peer": peer, "replica": replica}
    row |= {"quarantined": quarantined, "withheld": withheld, "created": moment_text(created or unit.now)}
    row |= {"notices": " ".join(notices), "why": why, "audience": audience}
    row |= {"lo": span[0], "hi": span[1], "records": records, "status": status, "sha256": sha256, "name": name}
    unit.connection.execute(tables.bundle.insert().prefix_with("OR REPLACE").values(at=moment_text(unit.now), **row))


def settle(unit: Unit, peer: str, receipts: Iterable[Receipt]) -> None:
    """What a peer's receipts say became of bundles that we wrote to it."""
    b = tables.bundle
    for one in receipts:
        ours = (b.c.id == f"{one.bundle}/{peer}") & (b.c.direction == "out") & (b.c.status != RECEIPT)
        if one.state != MERGED:
            ours &= b.c.status != MERGED  # an older receipt takes nothing back
        values = {"status": one.state, "quarantined": one.quarantined, "withheld": one.withheld, "why": one.why}
        unit.connection.execute(b.update().where(ours).values(**values))


def acknowledge(unit: Unit, peer: str, replica: str, acked: int) -> None:
    """What a peer acknowledges has arrived there, by whichever bundle, though no receipt speaks of ours by name."""
    b = tables.bundle
    ours = (b.c.peer == peer) & (b.c.direction == "out") & (b.c.replica == replica)
    ours &= b.c.status.in_(ON_ITS_WAY)
    unit.connection.execute(b.update().where(ours & (b.c.hi <= acked)).values(status=RECEIVED))


def known_since(unit: Unit, peer: str) -> str:
    """When we wrote the last bundle of which we know that it came through, as it is stored; "" for none."""
    b = tables.bundle.c
    known = select(b.at).where(b.peer == peer, b.direction == "out", b.status == MERGED).order_by(b.at.desc()).limit(1)
    return unit.connection.execute(known).scalar() or ""


def receipts(unit: Unit, peer: str) -> list[Receipt]:
    """What became of this peer's bundles, as far as it may not know yet: those taken in, or refused and why, since our
    last bundle that is known to have come through."""
    b, since = tables.bundle.c, known_since(unit, peer)
    told = (b.peer == peer, b.direction == "in", b.status.in_((MERGED, REFUSED)), b.at >= since)
    query = select(b.id, b.status, b.records, b.quarantined, b.why, b.withheld).where(*told)
    rows = unit.connection.execute(query.order_by(b.at.desc()).limit(RECEIPTS)).all()
    return [Receipt(row[0].partition("/")[0], *row[1:]) for row in rows]


def taken_on(unit: Unit, bundle: str) -> date | None:
    """The day a bundle (or a receipt) was taken in, or None."""
    b = tables.bundle.c
    query = select(b.at).where(b.id.like(f"{bundle}/%"), b.direction == "in", b.status.in_((MERGED, RECEIPT)))
    at = unit.connection.execute(query).scalar()
    return None if at is None else unit.local(moment(at)).date()


def listed(unit: Unit) -> list[BundleLine]:
    """All bundles and receipts, newest first."""
    names = {one.peer: one.name for one in unit.find(Contact)}
    b = tables.bundle.c
    rows = unit.connection.execute(select(tables.bundle).order_by(b.at.desc(), b.id)).all()
    return [
        BundleLine(
            row.id,
            row.id.partition("/")[0],
            row.direction,
            names.get(row.peer, ""),
            moment(row.at),
            row.lo,
            row.hi,
            row.records,
            row.quarantined,
            row.status,
            row.name,
            tuple(row.notices.split()),
            row.why,
            row.again,
            row.withheld,
        )
        for row in rows
    ]
