"""Rounds of notifications: targets, progress, and who is left."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case, func, select

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.round import Progress, Round, RoundDraft, problems
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class RoundLine:
    """A round with how far it has come."""

    id: str
    record: Round
    progress: Progress


def listed(unit: Unit) -> list[RoundLine]:
    """All rounds with their progress, newest first."""
    found = unit.find(Round, order_by=unit.table(Round).c.from_on.desc())
    t = unit.table(Notification)
    talk = t.c.outcome == Outcome.REACHED.value
    query = (
        select(
            t.c.round,
            func.count(t.c.outcome),
            func.sum(case((talk, 1), else_=0)),
            func.count(func.distinct(case((talk, t.c.person)))),
        )
        .where(t.c.removed == 0, t.c.corrected == 0, t.c.round.is_not(None))
        .group_by(t.c.round)
    )
    counted = {row[0]: (row[1], int(row[2] or 0), row[3]) for row in unit.connection.execute(query)}
    return [RoundLine(one.id, one, Progress(len(one.targets), *counted.get(one.id, (0, 0, 0)))) for one in found]


def get(unit: Unit, record_id: str) -> Round:
    """One round."""
    return unit.get(Round, record_id)


def plan(unit: Unit, draft: RoundDraft) -> str:
    """A new round with its target people."""
    if found := problems(draft):
        raise RefusedError(found, kind="round")
    return unit.add(Round, draft).id


def change(unit: Unit, record_id: str, draft: RoundDraft) -> str:
    """Change a round."""
    if found := problems(draft):
        raise RefusedError(found, kind="round")
    unit.put(Round, record_id, draft)
    return record_id


def remaining_targets(unit: Unit, round_id: str) -> list[str]:
    """Ids of target people of a round to whom nobody has talked yet."""
    t = unit.table(Notification)
    reached = unit.find(Notification, t.c.round == round_id, t.c.outcome == Outcome.REACHED.value, t.c.corrected == 0)
    return sorted(get(unit, round_id).targets - {one.person for one in reached if one.person})
