"""The monthly sample: some reads, prints and exports of last month, drawn by lot, that a second user looks at."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select, update

from gvi_desktop.domain.deed import LOOKED_AT, Judgement
from gvi_desktop.domain.errors import NotFoundError, Problem, RefusedError
from gvi_desktop.domain.user import Right
from gvi_desktop.services import hasty, history
from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.journalview import JournalQuery, conditions
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment, moment_text, sound

SIZE = 20
"""Entries that are drawn of a month; all where it has fewer."""
APPROVALS = 10
"""Hasty approvals that are drawn beside them, at most."""
OVERDUE = timedelta(days=14)
"""So long after the draw a sample should have been looked through."""
NOTE = 500
DRAWN = "sample"
"""Action of the entry that says that a sample was drawn."""
LISTED = 200
_LOT = random.SystemRandom()


@dataclass(frozen=True)
class SampleLine:
    """An entry of a sample: the month it was drawn for ("2026-10"), what was said of it by whom, and whether this user
    may say it: nobody judges their own deeds."""

    line: HistoryLine
    month: str
    verdict: Judgement | None
    note: str
    by: str
    at: datetime | None
    may_review: bool
    hasty: bool = False
    """An approval given within minutes by a user whom the one who had entered it had added."""


@dataclass(frozen=True)
class SampleWaits:
    """How many entries wait for this user's judgement, and how many of them have waited too long."""

    open: int = 0
    overdue: int = 0


def due(unit: Unit) -> bool:
    """Whether last month's sample is still to be drawn (a month in which nothing was looked at has none)."""
    s = ledger.sample
    month = _last_month(unit)
    if unit.connection.execute(select(s.c.seq).where(s.c.month == month).limit(1)).first() is not None:
        return False
    j = ledger.journal.c
    looked = unit.connection.execute(select(j.seq).where(*_looked_at(unit)).limit(1)).first()
    return looked is not None or bool(hasty.found(unit, _fresh(unit)))


def draw(unit: Unit) -> int:
    """Draw last month's sample, once; returns how many entries. Whoever signs in first in a month sets it off."""
    if not due(unit):
        return 0
    j, month = ledger.journal.c, _last_month(unit)
    found = unit.connection.execute(select(j.seq, j.user).where(*_looked_at(unit))).all()
    drawn = [(seq, user) for seq, user in _LOT.sample(found, min(SIZE, len(found)))]
    approved = hasty.found(unit, _fresh(unit))
    drawn += _LOT.sample(approved, min(APPROVALS, len(approved)))
    at = moment_text(unit.now)
    rows = [{"seq": seq, "month": month, "user": user, "drawn": at} for seq, user in drawn]
    unit.connection.execute(ledger.sample.insert(), rows)
    unit.note(DRAWN, detail=f"{month} {len(rows)}")
    return len(rows)


def listed(unit: Unit) -> list[SampleLine]:
    """The newest samples: what this user may judge, what waits for others, what was judged."""
    s = ledger.sample.c
    query = select(s.seq, s.month, s.user, s.verdict, s.note, s.by, s.at)
    rows = unit.connection.execute(query.order_by(s.verdict.is_not(None), s.month.desc(), s.seq).limit(LISTED)).all()
    told = {line.seq: line for line in history.of_entries(unit, [row.seq for row in rows])}
    judges, entered = _judges(unit), hasty.entered_by(unit, [row.seq for row in rows])
    found = [
        SampleLine(
            told[row.seq],
            row.month,
            Judgement(row.verdict) if row.verdict else None,
            row.note or "",
            row.by or "",
            moment(row.at) if row.at else None,
            judges and unit.user.id not in (row.user, entered.get(row.seq)),
            row.seq in entered,
        )
        for row in rows
        if row.seq in told
    ]
    return sorted(found, key=lambda one: (one.verdict is not None, not one.may_review))


def review(unit: Unit, seq: int, verdict: Judgement, note: str = "") -> None:
    """Say of an entry of the sample that it is fine, or what to follow up. Refused for one's own deeds, and where
    it has been said before: a judgement is not painted over."""
    if not _judges(unit):
        raise RefusedError("not_allowed", right=Right.WRITE.value)
    s = ledger.sample
    found = unit.connection.execute(select(s.c.user, s.c.verdict).where(s.c.seq == seq)).first()
    if found is None:
        raise NotFoundError("sample_unknown")
    if unit.user.id in (found.user, hasty.entered_by(unit, [seq]).get(seq)):
        raise RefusedError("sample_own_deed")
    if found.verdict:
        raise RefusedError("sample_judged")
    said = sound(note.strip())
    if verdict is Judgement.FOLLOW_UP and not said:
        raise RefusedError([Problem("missing", "note")], kind="common")
    if len(said) > NOTE:
        raise RefusedError([Problem("too_long", "note", {"cap": NOTE})], kind="common")
    values = {"verdict": verdict.value, "note": said, "by": unit.user.name, "at": moment_text(unit.now)}
    unit.connection.execute(update(s).where(s.c.seq == seq).values(**values))
    unit.note("review", detail=f"sample {seq} {verdict.value}")


def waits(unit: Unit) -> SampleWaits:
    """What waits for this user."""
    if not _judges(unit):
        return SampleWaits()
    s = ledger.sample.c
    waiting = select(s.seq, s.drawn).where(s.verdict.is_(None), s.user != unit.user.id)
    rows = unit.connection.execute(waiting).all()
    entered = hasty.entered_by(unit, [row.seq for row in rows]) if rows else {}
    drawn = [row.drawn for row in rows if entered.get(row.seq) != unit.user.id]
    late = moment_text(unit.now - OVERDUE) or ""
    return SampleWaits(len(drawn), sum(at < late for at in drawn))


def _judges(unit: Unit) -> bool:
    """Whoever may write, and those who look after the vault."""
    return unit.user.may(Right.WRITE) or unit.user.may(Right.ADMINISTER)


def _last_month(unit: Unit) -> str:
    return f"{unit.today.replace(day=1) - timedelta(days=1):%Y-%m}"


def _looked_at(unit: Unit) -> list[ColumnElement[bool]]:
    """The reads, prints and exports that a sample is drawn of."""
    return [*_fresh(unit), ledger.journal.c.action.in_(sorted(LOOKED_AT))]


def _fresh(unit: Unit) -> list[ColumnElement[bool]]:
    """The entries a sample is drawn of: those of last month, and whatever has been entered since the last draw under a
    day that is over or has not come. Else a clock set back or ahead would hide them for good."""
    j = ledger.journal.c
    last = unit.today.replace(day=1) - timedelta(days=1)
    month = and_(*conditions(unit, JournalQuery(first=last.replace(day=1), last=last)))
    before = unit.connection.execute(select(func.max(j.seq)).where(j.action == DRAWN)).scalar()
    if before is None:
        return [month]
    over = or_(*conditions(unit, JournalQuery(last=last)), j.at > moment_text(unit.now))
    drawn = select(ledger.sample.c.seq)
    return [or_(month, and_(j.seq > before, over)), j.seq.not_in(drawn)]
