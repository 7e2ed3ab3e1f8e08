"""The account of the exchange with each peer: ledger, scope, bundles sent and taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import orjson
from sqlalchemy import select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger as tables
from gvi_desktop.storage.rows.codec import moment, moment_text
from gvi_desktop.sync.ledger import Ledger
from gvi_desktop.sync.ranges import Ranges


@dataclass(frozen=True)
class BundleLine:
    """A bundle in the list: `sent`, `merged` …, to or from whom, which part of the log, how many records."""

    id: str
    direction: str
    contact: str
    on: date
    lo: int
    hi: int
    records: int
    status: str
    name: str


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


def keep(unit: Unit, peer: str, account: Ledger, scope: str | None = None) -> None:
    """Put an account in place of the one kept."""
    a = tables.account
    state = {
        "replica": account.replica,
        "inc": account.inc,
        "acked": account.acked,
        "sent": account.sent,
        "received": {replica: ranges.lists() for replica, ranges in account.received.items()},
    }
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
) -> None:
    """Enter a bundle in the ledger."""
    row: dict[str, object] = {"id": f"{bundle}/{peer}", "direction": direction, "peer": peer, "replica": replica}
    row |= {"lo": span[0], "hi": span[1], "records": records, "status": status, "sha256": sha256, "name": name}
    unit.connection.execute(tables.bundle.insert().prefix_with("OR REPLACE").values(at=moment_text(unit.now), **row))


def set_status(unit: Unit, bundle: str, peer: str, status: str) -> None:
    """What a receipt says became of a bundle of ours."""
    b = tables.bundle
    unit.connection.execute(b.update().where(b.c.id == f"{bundle}/{peer}").values(status=status))


def taken_on(unit: Unit, bundle: str) -> date | None:
    """The day a bundle was taken in, or None."""
    b = tables.bundle.c
    query = select(b.at).where(b.id.like(f"{bundle}/%"), b.direction == "in", b.status == "merged")
    at = unit.connection.execute(query).scalar()
    return None if at is None else unit.local(moment(at)).date()


def listed(unit: Unit) -> list[BundleLine]:
    """All bundles, newest first."""
    names = {one.peer: one.name for one in unit.find(Contact)}
    b = tables.bundle.c
    rows = unit.connection.execute(select(tables.bundle).order_by(b.at.desc())).all()
    return [
        BundleLine(
            row.id,
            row.direction,
            names.get(row.peer, ""),
            unit.local(moment(row.at)).date(),
            row.lo,
            row.hi,
            row.records,
            row.status,
            row.name,
        )
        for row in rows
    ]
