"""Retention clocks: each person's, with the pauses and extensions that move it, and the steps that note them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Select

from gvi_desktop.domain import extension, pause
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.extension import Extension, ExtensionDraft
from gvi_desktop.domain.pause import Pause, PauseDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.regime import Clock, Regime, clock
from gvi_desktop.services.unit import Unit

R = TypeVar("R")
MEMBERS = 500
Moves = dict[str, tuple[list[Pause], list[Extension]]]


def regimes(unit: Unit) -> list[Regime]:
    """The regimes, by name."""
    return unit.find(Regime, order_by=unit.table(Regime).c.sort_text)


def ruling(known: Sequence[Regime], person: PersonDraft) -> Regime | None:
    """The regime that holds for a person: their own, else the office's first one."""
    own = next((one for one in known if one.id == person.regime), None)
    return own or (known[0] if known else None)


def of_person(unit: Unit, person: Person) -> Clock | None:
    """A person's clock; without a regime of their own the office's first one applies."""
    return of_people(unit, [person]).get(person.id)


def of_people(unit: Unit, people: Sequence[Person], among: Select[Any] | None = None) -> dict[str, Clock]:
    """The clocks of these people, by their ids; `among` = a query for ids that has all of them."""
    known = {one.id: one for one in regimes(unit)}
    if not known:
        return {}
    first, moves = next(iter(known.values())), _moves(unit, people, among)
    found = {}
    for one in people:
        regime = known.get(one.regime or "", first)
        pauses, extensions = moves.get(one.id, ((), ()))
        found[one.id] = clock(one, regime, unit.local(one.made_at).date(), unit.today, pauses, extensions)
    return found


def _moves(unit: Unit, people: Sequence[Person], among: Select[Any] | None) -> Moves:
    found: Moves = {}
    for pause_ in _about(unit, Pause, people, among):
        found.setdefault(pause_.person or "", ([], []))[0].append(pause_)
    for extension_ in _about(unit, Extension, people, among):
        found.setdefault(extension_.person or "", ([], []))[1].append(extension_)
    return found


def _about(unit: Unit, record: type[R], people: Sequence[Person], among: Select[Any] | None) -> Iterator[R]:
    person, ids = unit.table(record).c.person, [one.id for one in people]
    if among is not None:
        yield from unit.find(record, person.in_(among))
        return
    for start in range(0, len(ids), MEMBERS):
        yield from unit.find(record, person.in_(ids[start : start + MEMBERS]))


# ------------------------------------------------------------------ pauses


def get_pause(unit: Unit, pause_id: str) -> Pause:
    """One pause."""
    return unit.get(Pause, pause_id)


def add_pause(unit: Unit, draft: PauseDraft) -> str:
    """The clock stands still, in custody: those days are not counted."""
    if found := pause.problems(draft, unit.today):
        raise RefusedError(found, kind="pause")
    unit.get(Person, draft.person)
    return unit.add(Pause, draft).id


def change_pause(unit: Unit, pause_id: str, draft: PauseDraft) -> str:
    """Set the days of a pause: mostly its end."""
    draft = replace(draft, person=unit.get(Pause, pause_id).person)
    if found := pause.problems(draft, unit.today):
        raise RefusedError(found, kind="pause")
    unit.put(Pause, pause_id, draft)
    return pause_id


def end_pause(unit: Unit, pause_id: str) -> str:
    """The person is out: the clock runs on from tomorrow."""
    return change_pause(unit, pause_id, replace(unit.get(Pause, pause_id), to_on=unit.today))


def remove_pause(unit: Unit, pause_id: str) -> None:
    """Take a pause away that was noted wrongly; undo brings it back."""
    unit.remove(Pause, unit.get(Pause, pause_id).id)


# ------------------------------------------------------------------ extensions


def get_extension(unit: Unit, extension_id: str) -> Extension:
    """One extension."""
    return unit.get(Extension, extension_id)


def add_extension(unit: Unit, draft: ExtensionDraft) -> str:
    """A new ground starts the clock anew. Refused where it would keep nothing longer: the hard limit stands, and what
    should be gone already is not kept for a ground that came later."""
    found = list(extension.problems(draft, unit.today))
    person = unit.get(Person, draft.person) if draft.person else None
    if person is not None and draft.on is not None and not found:
        found += _in_vain(unit, person, draft)
    if found:
        raise RefusedError(found, kind="extension")
    return unit.add(Extension, draft).id


def _in_vain(unit: Unit, person: Person, draft: ExtensionDraft) -> list[Problem]:
    now = of_person(unit, person)
    regime = next((one for one in regimes(unit) if now is not None and one.name == now.regime), None)
    if now is None or regime is None or draft.on is None:
        return []
    if draft.on > now.end:
        return [Problem("extension_too_late", "on", {"date": now.end.isoformat()})]
    made = unit.local(person.made_at).date()
    new = Extension(
        **{name: getattr(draft, name) for name in ("person", "on", "ground", "source", "note")},
        id="", made_by="", made_at=unit.now, compartment=person.compartment,
    )  # fmt: skip
    later = clock(person, regime, made, unit.today, now.pauses, (*now.extensions, new))
    if later.end > now.end:
        return []
    code = "extension_past_hard_limit" if now.end == now.hard_end else "extension_keeps_no_longer"
    return [Problem(code, "on", {"date": now.end.isoformat()})]


def remove_extension(unit: Unit, extension_id: str) -> None:
    """Take an extension away that was noted wrongly; undo brings it back."""
    unit.remove(Extension, unit.get(Extension, extension_id).id)
