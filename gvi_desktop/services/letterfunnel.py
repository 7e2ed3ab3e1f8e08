"""From an invitation to help: how many were called, served, came and accepted help; numbers, and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Subquery, and_, case, func, or_, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.help import Help, Stage
from gvi_desktop.domain.invitee import PRESENT, Invitee
from gvi_desktop.domain.letter import Letter, LetterResult
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services.compartments import may_read
from gvi_desktop.services.unit import Unit

TAKEN = (Stage.ACCEPTED, Stage.FIRST_MEETING, Stage.ASSESSMENT, Stage.ONGOING, Stage.PAUSED)
"""Help that was accepted and has not ended; what has ended counts where there was a first contact."""


@dataclass(frozen=True)
class LetterFunnel:
    """Invitations, and what became of them. Whoever was called to two meetings counts at each."""

    invited: int
    served: int
    """With proof of service in the register of letters, or noticed without a letter (such as by phone)."""
    came: int
    accepted: int | None
    """Who came and accepted help asked for on that day or later; None for users who do not read help."""


def funnel(unit: Unit, callin_id: str | None = None) -> LetterFunnel:
    """Of one call-in, or of all of them; counted by the database in one pass."""
    i, c, p = unit.table(Invitee), unit.table(Callin), unit.table(Letter)
    by_letter = and_(p.c.id.is_not(None), p.c.result == LetterResult.SERVED.value)
    served = or_(by_letter, and_(i.c.letter.is_(None), i.c.noticed_on.is_not(None)))
    came = i.c.result.in_([one.value for one in PRESENT])
    columns: list[ColumnElement[int]] = [func.count(), _many(served), _many(came)]
    joined = i.join(c, and_(c.c.id == i.c.callin, c.c.removed == 0))
    joined = joined.outerjoin(p, and_(p.c.id == i.c.letter, p.c.removed == 0))
    if reads := may_read(unit, Compartment.HELP):
        last = _last_taken(unit)
        joined = joined.outerjoin(last, last.c.person == i.c.person)
        columns.append(_many(and_(came, last.c.asked_on >= c.c.on)))
    query = select(*columns).select_from(joined).where(i.c.removed == 0)
    if callin_id is not None:
        query = query.where(i.c.callin == callin_id)
    numbers = [int(one or 0) for one in unit.connection.execute(query).one()]
    return LetterFunnel(numbers[0], numbers[1], numbers[2], numbers[3] if reads else None)


def _last_taken(unit: Unit) -> Subquery:
    """Of each person the last day on which help was asked for that was accepted: gone through once, since asking anew
    for each of twenty thousand invitations takes seconds."""
    h = unit.table(Help)
    taken = or_(
        h.c.stage.in_([one.value for one in TAKEN]),
        and_(h.c.stage == Stage.ENDED.value, h.c.first_contact_on.is_not(None)),
    )
    found = select(h.c.person, func.max(h.c.asked_on).label("asked_on")).where(h.c.removed == 0, taken)
    return found.group_by(h.c.person).subquery("taken")


def _many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
