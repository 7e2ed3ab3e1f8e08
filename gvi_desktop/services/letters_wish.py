"""What letters are wanted, and for whom that is: from a call-in, a round or one person to the people at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gvi_desktop.domain.callin import Callin, closed
from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.invitee import Attendance, Basis, Invitee
from gvi_desktop.domain.letter import NAMELESS, TO_INVITEES, Envelope, LetterKind, LetterProblem
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person, is_minor
from gvi_desktop.domain.round import Round
from gvi_desktop.services import callins
from gvi_desktop.services.sounding import sort_key
from gvi_desktop.services.unit import Unit

BASES = {LetterKind.NOTICE: Basis.SUPERVISION, LetterKind.INVITATION: Basis.VOLUNTARY}
STAYED_AWAY = frozenset({Attendance.NO_SHOW, Attendance.LEFT_EARLY})


@dataclass(frozen=True)
class Wish:
    """An order for letters: for one call-in, round or person; nameless ones also for a bare `count`.

    `language` empty: each reader's own. `exceptions` are (person id, reason) of people with protected identity.
    """

    kind: LetterKind
    language: str = ""
    callin: Callin | None = None
    round: Round | None = None
    person: Person | None = None
    count: int = 0
    answer_by: date | None = None
    names: bool = False
    ground: str = ""
    weighing: str = ""
    leave_out: frozenset[str] = frozenset()
    exceptions: tuple[tuple[str, str], ...] = ()
    envelope: Envelope = Envelope.LEFT


@dataclass(frozen=True)
class Aim:
    """Somebody a letter is about, with what the letter must know of the occasion."""

    person: Person
    invitee: Invitee | None = None
    guardian: Guardian | None = None
    visit: Notification | None = None


def callin_of(unit: Unit, given: int | str) -> Callin:
    """The call-in with that number (or id)."""
    if isinstance(given, int) or given.isdigit():
        return callins.by_number(unit, int(given))
    return unit.get(Callin, given)


def round_of(unit: Unit, given: str) -> Round:
    """The newest round of that name (or with that id); NotFoundError when there is none."""
    r = unit.table(Round).c
    found = unit.find(Round, (r.name == given) | (r.id == given), order_by=r.from_on.desc(), limit=1)
    if not found:
        raise NotFoundError("round_unknown_name", name=given)
    return found[0]


def person_of(unit: Unit, given: str) -> Person:
    """The person with that code name (or id); NotFoundError when there is none."""
    p = unit.table(Person).c
    found = unit.find(Person, (p.code_name == given) | (p.id == given), limit=1)
    if not found:
        raise NotFoundError("person_unknown_code", name=given)
    return found[0]


def settled(unit: Unit, wish: Wish) -> Wish:
    """The wish with its call-in: a notice or an invitation for one person is for the next one they are called to. What
    the wish is about is read anew: between the preview and the print a bundle may have told of a birth date."""
    wish = replace(
        wish,
        callin=unit.get(Callin, wish.callin.id) if wish.callin is not None else None,
        round=unit.get(Round, wish.round.id) if wish.round is not None else None,
        person=unit.get(Person, wish.person.id) if wish.person is not None else None,
    )
    if wish.kind not in TO_INVITEES or wish.callin is not None or wish.person is None:
        return wish
    i = unit.table(Invitee).c
    found = unit.find(Invitee, i.person == wish.person.id, i.basis == BASES[wish.kind].value)
    ahead = [one for one in unit.by_ids(Callin, {one.callin for one in found}).values() if one.ahead]
    if not ahead:
        raise RefusedError(LetterProblem.NEEDS_CALLIN)
    return replace(wish, callin=min(ahead, key=lambda one: (one.on or date.max, one.number or 0)))


def aims(unit: Unit, wish: Wish) -> list[Aim]:
    """The people of a wish in the order of their code names; refused where nobody is meant or the choice does not fit
    the kind of letter."""
    found = _chosen(unit, wish)
    if not found and not wish.count:
        raise RefusedError(LetterProblem.NOBODY)
    return sorted(found, key=lambda aim: (sort_key(aim.person.code_name), aim.person.id))


def _chosen(unit: Unit, wish: Wish) -> Sequence[Aim]:
    if wish.kind in TO_INVITEES:
        return _called(unit, wish)
    if wish.kind is LetterKind.NO_SHOWS:
        if wish.callin is None:
            raise RefusedError(LetterProblem.NEEDS_CALLIN)
        return [aim for aim in _invited(unit, wish.callin) if _is_no_show(aim)]
    if wish.kind is LetterKind.NOTIFICATION:
        return _visited(unit, wish)
    if wish.kind is LetterKind.GUARDIAN:
        return [one for aim in _anyone(unit, wish) for one in _with_guardians(unit, aim, wish)]
    return _anyone(unit, wish)


def _called(unit: Unit, wish: Wish) -> list[Aim]:
    """Those of the basis that the letter is for; nobody is called to a meeting that is over."""
    basis = BASES[wish.kind]
    if wish.callin is None:
        raise RefusedError(LetterProblem.NEEDS_CALLIN)
    if over := closed(wish.callin):
        raise RefusedError(over, kind="callin")
    return [
        aim
        for aim in _invited(unit, wish.callin)
        if aim.invitee is not None
        and aim.invitee.basis is basis
        and aim.invitee.result is None
        and wish.person in (None, aim.person)
    ]


def _is_no_show(aim: Aim) -> bool:
    """Only who had a duty to come: that somebody stays away of free will concerns nobody."""
    invitee = aim.invitee
    return invitee is not None and invitee.basis is Basis.SUPERVISION and invitee.result in STAYED_AWAY


def _invited(unit: Unit, callin: Callin) -> list[Aim]:
    invitees = unit.find(Invitee, unit.table(Invitee).c.callin == callin.id)
    people = unit.by_ids(Person, {one.person for one in invitees})
    return [Aim(people[one.person], one) for one in invitees if one.person in people]


def _visited(unit: Unit, wish: Wish) -> list[Aim]:
    if wish.round is None and wish.person is None:
        raise RefusedError(LetterProblem.NEEDS_PEOPLE)
    n = unit.table(Notification).c
    found = []
    for aim in _anyone(unit, wish):
        where = [n.person == aim.person.id, n.corrected == 0, n.outcome.is_not(None)]
        where += [n.round == wish.round.id] if wish.round is not None else []
        latest = unit.find(Notification, *where, order_by=(n.on.desc(), n.at.desc()), limit=1)
        found.append(Aim(aim.person, visit=latest[0] if latest else None))
    return found


def _anyone(unit: Unit, wish: Wish) -> list[Aim]:
    if wish.callin is not None:
        return _invited(unit, wish.callin)
    if wish.round is not None:
        return [Aim(one) for one in unit.by_ids(Person, wish.round.targets).values()]
    if wish.person is not None:
        return [Aim(wish.person)]
    if wish.kind in NAMELESS and wish.count:
        return []
    raise RefusedError(LetterProblem.NEEDS_PEOPLE)


def _with_guardians(unit: Unit, aim: Aim, wish: Wish) -> list[Aim]:
    """One letter to each guardian of a minor; a minor whose guardians nobody has noted keeps a place, to be told of."""
    day = (wish.callin.on if wish.callin else None) or unit.today
    if not is_minor(aim.person, day):
        return []
    g = unit.table(Guardian).c
    guardians = unit.find(Guardian, g.person == aim.person.id, order_by=g.sort_text)
    return [Aim(aim.person, aim.invitee, one) for one in guardians] or [aim]
