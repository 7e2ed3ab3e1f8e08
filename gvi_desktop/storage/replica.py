"""This copy of the vault among its peers: who it is, its incarnation, and the stamps it hands out."""

from __future__ import annotations

import contextlib
import hashlib
import platform
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import orjson
from sqlalchemy import Connection, delete, select, update

from gvi_desktop.domain.history import next_stamp
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.store import Stamp

MACHINE_ID = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


@dataclass(frozen=True)
class Replica:
    """Peer (the vault, for good), replica name with incarnation, and how far counters have come."""

    peer: str
    base: str
    inc: int
    counter: int
    lsn: int
    hlc: int

    @property
    def name(self) -> str:
        """The name that dots carry: replica and incarnation."""
        return f"{self.base}.{self.inc}"


def create(connection: Connection, moment: datetime, home: str) -> None:
    """Give a new vault its peer and replica."""
    row = {"only": 1, "peer": str(uuid.uuid4()), "base": str(uuid.uuid4()), "inc": _millis(moment)}
    connection.execute(ledger.replica.insert().values(**row, counter=0, lsn=0, hlc=0, home=home))


def load(connection: Connection) -> Replica:
    """How things stand."""
    r = ledger.replica.c
    row = connection.execute(select(r.peer, r.base, r.inc, r.counter, r.lsn, r.hlc)).one()
    return Replica(*row)


def take_stamp(connection: Connection, moment: datetime) -> Stamp:
    """The stamp of a new step: one counter and one place in time for all it writes."""
    now = load(connection)
    return Stamp(now.name, now.counter + 1, next_stamp(now.hlc, _millis(moment)), now.lsn)


def keep_stamp(connection: Connection, stamp: Stamp) -> None:
    """Remember how far a step brought the counters."""
    values = {"counter": stamp.counter, "lsn": stamp.lsn, "hlc": stamp.hlc}
    connection.execute(update(ledger.replica).values(**values))


def is_moved(connection: Connection, home: str) -> bool:
    """Whether the vault lies elsewhere than when it was last opened: then it may be a copy."""
    return bool(connection.execute(select(ledger.replica.c.home)).scalar_one() != home)


def new_incarnation(connection: Connection, moment: datetime, home: str) -> None:
    """After a restore or a copy: a new name for dots, counters from 0, acknowledgements void (exchange 4.3)."""
    inc = max(_millis(moment), load(connection).inc + 1)
    connection.execute(update(ledger.replica).values(inc=inc, counter=0, home=home))
    connection.execute(delete(ledger.origin))
    for peer, state in connection.execute(select(ledger.account.c.peer, ledger.account.c.state)).all():
        void = orjson.dumps({**orjson.loads(state), "acked": 0, "sent": 0}).decode()
        connection.execute(update(ledger.account).where(ledger.account.c.peer == peer).values(state=void))


def home_of(folder: Path) -> str:
    """A name for this machine and place that tells nothing about either."""
    return hashlib.sha256(f"{_machine()}|{folder.resolve()}".encode()).hexdigest()


def _machine() -> str:
    """What stays the same on one machine; network cards do not (docks, privacy addresses), so they are not asked."""
    for path in MACHINE_ID:
        with contextlib.suppress(OSError):
            if found := path.read_text(encoding="ascii", errors="ignore").strip():
                return found
    return platform.node()


def _millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
