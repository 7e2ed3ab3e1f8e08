"""After an upgrade: what a colleague's later version had sent, and an earlier one here could only keep, is read anew.

Records of a kind that had no table get their rows, fields that had no column move into it, and quarantined lines that
can be read now are merged as if they came today. Nothing of it is new to anybody, so nothing of it is sent again, but
for the quarantined lines, of which nobody knows who has merged them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import RecordState
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.record import new_id
from gvi_desktop.domain.user import User
from gvi_desktop.services import scope
from gvi_desktop.services.incoming import batches
from gvi_desktop.services.merging import outcome_of
from gvi_desktop.services.sounding import indexed
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories, journal, keeping, replica
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text
from gvi_desktop.storage.rows.tables import TABLES
from gvi_desktop.storage.store import Stamp, Store
from gvi_desktop.sync.change import Unread, record_of

TITLE = "bundle.reread"


def readable(connection: Connection) -> bool:
    """Whether anything in quarantine can be read now."""
    return any(True for _ in _readable(connection))


def in_upgrade(connection: Connection, user_id: str, moment: datetime) -> None:
    """As one step of the user who opened the vault, in the transaction that brought it to its new shape."""
    user = Store(connection, Stamp("", 0, 0, 0), None, indexed).many(User, [user_id]).get(user_id)
    if user is None:
        return
    stamp, step, at = replica.take_stamp(connection, moment), new_id(), moment_text(moment) or ""
    log = journal.Journal(connection, step=step, at=at, hlc=stamp.hlc, by=user.name, user=user.id)
    unit = Unit(Store(connection, stamp, log, indexed), user, moment)
    reread(unit)
    unit.store.flush()
    if unit.store.kinds:
        row = {"id": step, "at": at, "user": user.id, "title": TITLE, "undone_by": "never"}
        connection.execute(ledger.step.insert().values(**row))
    replica.keep_stamp(connection, stamp)


def reread(unit: Unit) -> int:
    """Read anew what can be read now; how many records."""
    unit.title, unit.can_undo = TITLE, False
    found = _rows(unit) + _quarantined(unit)
    if found:
        unit.note("reread", detail=str(found))
    return found


def _rows(unit: Unit) -> int:
    """Rows and columns for what stands only in the histories."""
    h, found = ledger.history.c, 0
    waiting = [
        select(h.id).where(h.kind == kind, h.dead_hlc.is_(None), h.id.not_in(select(TABLES[kind].c.id)))
        for kind in BY_KIND
    ]
    waiting.append(select(h.id).where(h.extra.is_not(None), h.kind.in_(BY_KIND)))
    for query in waiting:
        for ids in batches(unit.connection.execute(query).scalars().all()):
            writing = keeping.Writing(unit.connection, indexed, unit.store.index, unit.store.numbers)
            held = histories.held(unit.connection, ids).values()
            taken = [one.kind for one in held if one.dead is None and writing.take_up(one)]
            writing.write()
            unit.store.kinds |= set(taken)
            found += len(taken)
    return found


def _quarantined(unit: Unit) -> int:
    senders = {one.peer: one for one in unit.find(Contact)}
    found = 0
    for peer, theirs in list(_readable(unit.connection)):
        sender = senders.get(peer)
        if sender is None:
            continue  # nobody vouches for it any more: it stays where it is
        with unit.store.batch([theirs.id]) as batch:
            mine = batch.state(theirs.id)
            outcome = outcome_of(mine, theirs, scope.may_write(sender))
            if outcome.state is not None and outcome.state is not mine:
                batch.keep(outcome.state, unit.store.stamp.next_lsn())
                unit.store.note_merge(outcome.state, mine, peer)
                found += 1
        q = ledger.quarantine
        unit.connection.execute(q.delete().where(q.c.id == theirs.id))
    return found


def _readable(connection: Connection) -> Iterator[tuple[str, RecordState]]:
    q = ledger.quarantine.c
    for peer, raw in connection.execute(select(q.peer, q.raw).order_by(q.id)).all():
        with contextlib.suppress(BundleError):  # whoever wrote it: what is no record stays where it is
            record = record_of(bytes(raw))
            if not isinstance(record, Unread):
                yield peer, record
