"""Rounds of notifications: targets, progress, and who is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, case, func, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, Outcome, approach
from gvi_desktop.domain.person import Person, is_minor
from gvi_desktop.domain.round import Progress, Round, RoundDraft, RoundProblem, problems
from gvi_desktop.services import listing
from gvi_desktop.services.belonging import current, groups_of
from gvi_desktop.services.pickers import SHOWN, Choice, resolve_people
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class RoundLine:
    """A round with how far it has come."""

    id: str
    record: Round
    progress: Progress


@dataclass(frozen=True)
class Target:
    """Somebody a round aims at: how often it was tried, how the last visit went, and what keeps one from going."""

    id: str
    code_name: str
    groups: tuple[str, ...]
    minor: bool
    stops: tuple[Problem, ...]
    attempts: int
    last: Notification | None
    """The latest attempt in this round."""
    planned: Notification | None
    reached: bool


@dataclass(frozen=True)
class RoundView:
    """A round with its people: those who are left first."""

    line: RoundLine
    left: tuple[Target, ...]
    reached: tuple[Target, ...]

    @property
    def id(self) -> str:
        """The round's id."""
        return self.line.id


def listed(unit: Unit) -> list[RoundLine]:
    """All rounds with their progress, newest first."""
    found = unit.find(Round, order_by=unit.table(Round).c.from_on.desc())
    return _with_progress(unit, found, unit.table(Notification).c.round.is_not(None))


def get(unit: Unit, record_id: str) -> Round:
    """One round."""
    return unit.get(Round, record_id)


def view(unit: Unit, round_id: str) -> RoundView:
    """One round with its progress, who is left and who was reached."""
    t = unit.table(Notification)
    one = get(unit, round_id)
    line = _with_progress(unit, [one], t.c.round == round_id)[0]
    visits: dict[str, list[Notification]] = {}
    aimed = (t.c.round == round_id, t.c.corrected == 0, listing.among(t.c.person, one.targets))
    for visit in unit.find(Notification, *aimed, order_by=(t.c.on, t.c.at)):
        visits.setdefault(visit.person or "", []).append(visit)
    people = unit.by_ids(Person, one.targets)
    groups = groups_of(unit, people)
    targets = [
        _target(unit, people[key], groups.get(key, ()), visits.get(key, []))
        for key in sorted(people, key=lambda key: people[key].code_name)
    ]
    return RoundView(line, tuple(t for t in targets if not t.reached), tuple(t for t in targets if t.reached))


def plan(unit: Unit, draft: RoundDraft) -> str:
    """A new round with its target people."""
    if found := problems(draft):
        raise RefusedError(found, kind="round")
    return unit.add(Round, draft).id


def change(unit: Unit, record_id: str, draft: RoundDraft) -> str:
    """Change a round."""
    before = get(unit, record_id)
    if found := problems(draft):
        raise RefusedError(found, kind="round")
    # Whoever saves an imported round has looked at it.
    unit.put(Round, record_id, replace(draft, imported=before.imported and draft.imported))
    return record_id


def remove(unit: Unit, record_id: str) -> None:
    """Take out a round in which nobody has been visited."""
    if unit.count(Notification, unit.table(Notification).c.round == get(unit, record_id).id):
        raise RefusedError(RoundProblem.IN_USE, kind="round")
    unit.remove(Round, record_id)


def remaining_targets(unit: Unit, round_id: str) -> list[str]:
    """Ids of target people of a round to whom nobody has talked yet."""
    t = unit.table(Notification)
    talked = (t.c.round == round_id, t.c.outcome == Outcome.REACHED.value, t.c.corrected == 0, t.c.removed == 0)
    reached = set(unit.connection.execute(select(t.c.person).where(*talked)).scalars())
    return sorted(get(unit, round_id).targets - reached)


# ------------------------------------------------------------------ for pickers


def options(unit: Unit, text: str) -> list[Choice]:
    """Rounds whose name holds the text, newest first."""
    t = unit.table(Round)
    found = unit.find(Round, order_by=t.c.from_on.desc())
    return [_choice(one) for one in found if text.casefold() in one.name.casefold()][:SHOWN]


def resolve(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known rounds."""
    found = unit.by_ids(Round, ids)
    return [_choice(found[one]) for one in ids if one in found]


def members(unit: Unit, group_id: str) -> list[Choice]:
    """Everybody who belongs to a group today, to be added to a round at once."""
    m = unit.table(Membership).c
    query = select(m.person).where(m.group == group_id, m.removed == 0, *current(unit)).distinct()
    return resolve_people(unit, list(unit.connection.execute(query).scalars()))


def _choice(one: Round) -> Choice:
    return Choice(one.id, one.name, one.from_on.isoformat() if one.from_on else "")


def _target(unit: Unit, person: Person, groups: tuple[str, ...], visits: Sequence[Notification]) -> Target:
    tried = [one for one in visits if one.is_attempt]
    return Target(
        person.id,
        person.code_name,
        groups,
        is_minor(person, unit.today),
        approach(person, unit.today),
        len(tried),
        tried[-1] if tried else None,
        next((one for one in visits if one.outcome is None), None),
        any(one.is_talk for one in tried),
    )


def _with_progress(unit: Unit, found: Sequence[Round], where: ColumnElement[bool]) -> list[RoundLine]:
    t = unit.table(Notification)
    talk = t.c.outcome == Outcome.REACHED.value
    query = (
        select(
            t.c.round,
            func.count(t.c.outcome),
            func.sum(case((talk, 1), else_=0)),
            func.count(func.distinct(case((talk, t.c.person)))),
        )
        .where(t.c.removed == 0, t.c.corrected == 0, where)
        .group_by(t.c.round)
    )
    counted = {row[0]: (row[1], int(row[2] or 0), row[3]) for row in unit.connection.execute(query)}
    return [RoundLine(one.id, one, Progress(len(one.targets), *counted.get(one.id, (0, 0, 0)))) for one in found]
