"""Readiness: what the go/no-go of call-ins is judged by, gathered for many call-ins in a few queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from gvi_desktop.domain.callin import Callin, Readiness, halts
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.invitee import Invitee, open_stops
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.script import Script, ScriptStatus, covered
from gvi_desktop.domain.speaker import Speaker
from gvi_desktop.services.unit import Unit

R = TypeVar("R")
MEMBERS = 500


def of_callins(unit: Unit, callins: Sequence[Callin]) -> dict[str, Readiness]:
    """The readiness of each of these call-ins, by id; people are told by code name only."""
    ids = [callin.id for callin in callins]
    invitees = _by_callin(unit, Invitee, ids, lambda invitee: invitee.callin)
    speakers = _by_callin(unit, Speaker, ids, lambda speaker: speaker.callin)
    people = unit.by_ids(Person, {one.person for many in invitees.values() for one in many})
    scripts = unit.by_ids(Script, {one.script for many in speakers.values() for one in many})
    return {
        callin.id: _ready(unit, callin, invitees.get(callin.id, []), speakers.get(callin.id, []), people, scripts)
        for callin in callins
    }


def halted(unit: Unit, callin: Callin) -> tuple[Problem, ...]:
    """Why the decision to go ahead does not hold any more; empty while it holds or none was taken."""
    return halts(callin, of_callins(unit, [callin])[callin.id])


def _ready(
    unit: Unit,
    callin: Callin,
    invitees: Sequence[Invitee],
    speakers: Sequence[Speaker],
    people: dict[str, Person],
    scripts: dict[str, Script],
) -> Readiness:
    day = callin.on or unit.today
    used = [scripts[one.script] for one in sorted(speakers, key=order) if one.script in scripts]
    approved = [script for script in used if script.status is ScriptStatus.APPROVED]
    return Readiness(
        covered=frozenset().union(*(covered(script.passages) for script in approved)),
        unapproved_scripts=tuple(dict.fromkeys(s.title for s in used if s.status is not ScriptStatus.APPROVED)),
        speakers=len(speakers),
        unconfirmed=tuple(one.name for one in sorted(speakers, key=order) if not one.agreed),
        without_script=tuple(one.name for one in sorted(speakers, key=order) if one.script not in scripts),
        invitees=len(invitees),
        stopped=tuple(
            sorted(
                code_name(people.get(one.person or ""))
                for one in invitees
                if open_stops(one, people.get(one.person or ""), day)
            )
        ),
    )


def order(speaker: Speaker) -> tuple[int, str]:
    """The order of speaking."""
    return speaker.position, speaker.id


def code_name(person: Person | None) -> str:
    """What somebody is called on screen and paper by default."""
    return "–" if person is None else person.code_name or "–"


def _by_callin(
    unit: Unit, record: type[R], ids: Sequence[str], callin_of: Callable[[R], str | None]
) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for start in range(0, len(ids), MEMBERS):
        table: Any = unit.table(record)
        part: Iterable[R] = unit.find(record, table.c.callin.in_(ids[start : start + MEMBERS]))
        for one in part:
            found.setdefault(callin_of(one) or "", []).append(one)
    return found
