"""Approvals that want a look: given within minutes of the entry, by a user whom the one who entered it had added.

In a small office that may be as it should be. It is also what a second account of one and the same person looks like,
so the monthly sample holds some of them, and neither of the two judges it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from gvi_desktop.domain.approval import APPROVALS, same_name
from gvi_desktop.domain.user import User
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment

MINUTES = timedelta(minutes=10)
TITLES = ("membership.approve", "person.approve_minor")
"""Of the steps that approve something."""
WRITES = ("add", "change", "undo", "choose", "merge")


def found(unit: Unit, where: Sequence[ColumnElement[bool]]) -> list[tuple[int, str]]:
    """Number and user of the entries of such approvals, among those that fulfil the conditions on the journal."""
    j, s = ledger.journal.c, ledger.step.c
    approving = (j.step == s.id, s.title.in_(TITLES), j.action == "change", j.kind.in_(sorted(APPROVALS)))
    query = select(j.seq, j.user, j.at, j.record).select_from(ledger.journal.join(ledger.step, j.step == s.id))
    added_by = {one.id: one.made_by for one in unit.store.find(User, removed=True)}
    wanted = []
    for row in unit.connection.execute(query.where(*approving, *where)).all():
        before = _before(unit, row.seq, row.user, row.record)
        if before is None or moment(row.at) - moment(before.at) > MINUTES:
            continue
        if same_name(before.by, added_by.get(row.user, "")):
            wanted.append((row.seq, row.user))
    return wanted


def entered_by(unit: Unit, seqs: Sequence[int]) -> dict[int, str]:
    """Of these entries, those that approve: by number the user who had entered what was approved."""
    j = ledger.journal.c
    query = select(j.seq, j.user, j.record).where(j.seq.in_(seqs), j.action == "change", j.record.is_not(None))
    rows = unit.connection.execute(query).all()
    before = {row.seq: _before(unit, row.seq, row.user, row.record) for row in rows}
    return {seq: one.user for seq, one in before.items() if one is not None}


def _before(unit: Unit, seq: int, user: str, record: str) -> Row[Any, Any, Any] | None:
    """The last entry of somebody else on the record before this one."""
    j = ledger.journal.c
    query = select(j.user, j.by, j.at).where(j.record == record, j.seq < seq, j.user != user, j.action.in_(WRITES))
    return unit.connection.execute(query.order_by(j.seq.desc()).limit(1)).first()
