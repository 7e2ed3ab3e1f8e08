"""The register of letters: its list, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import or_, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.letter import (
    SERVING,
    TO_INVITEES,
    Letter,
    LetterDraft,
    LetterResult,
    LetterWay,
    problems,
)
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.record import NoteMark
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.user import Right
from gvi_desktop.services import listing
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

SORTS = {"number": "number", "printed_on": "printed_on", "kind": "letter_kind", "result": "result"}


@dataclass(frozen=True)
class LetterLine:
    """An entry as the list shows it: people by code name."""

    letter: Letter
    person: str = ""
    protected: bool = False
    callin: int | None = None
    round: str = ""

    @property
    def id(self) -> str:
        """The letter's id."""
        return self.letter.id


def ids(
    unit: Unit, text: str = "", sort: str = "", descending: bool = True, *, open_only: bool = False
) -> Sequence[str]:
    """Ids of the entries, the newest number first unless asked otherwise; a text finds numbers and people."""
    t = unit.table(Letter)
    where = [t.c.removed == 0]
    if open_only:
        where += [t.c.result.is_(None), t.c.person.is_not(None)]
    if text.strip():
        concerned = ((t.c.id, Letter), (t.c.person, Person))
        where.append(or_(*(listing.among(column, listing.matching(unit, kind, text)) for column, kind in concerned)))
    column = t.c[SORTS.get(sort, "number")]
    order = column.desc() if descending or not sort else column.asc()
    return listing.joined(unit, select(t.c.id).where(*where).order_by(order.nulls_last(), t.c.number.desc(), t.c.id))


def lines(unit: Unit, wanted: Sequence[str]) -> list[LetterLine]:
    """The entries of a visible stretch."""
    found = listing.lines(unit, Letter, wanted)
    people = unit.by_ids(Person, {one.person for one in found})
    callins = unit.by_ids(Callin, {one.callin for one in found})
    rounds = unit.by_ids(Round, {one.round for one in found})
    shown = []
    for one in found:
        person = people.get(one.person or "")
        shown.append(
            LetterLine(
                one,
                person.code_name if person else "",
                person is not None and person.protection is not Protection.NONE,
                callins[one.callin].number if one.callin in callins else None,
                rounds[one.round].name if one.round in rounds else "",
            )
        )
    return shown


def get(unit: Unit, letter_id: str) -> LetterLine:
    """One entry."""
    unit.get(Letter, letter_id)
    return lines(unit, [letter_id])[0]


def change(unit: Unit, letter_id: str, draft: LetterDraft) -> str:
    """Way, who hands it over, result with its day, and a note: the rest of an entry never changes."""
    stored = unit.get(Letter, letter_id)
    changed = replace(stored, **{name: getattr(draft, name) for name in SERVING})
    if found := problems(changed, unit.today):
        raise RefusedError(found, kind="letter")
    unit.put(Letter, letter_id, changed)
    return letter_id


def served(
    unit: Unit, letter_id: str, result: LetterResult, on: date | None = None, by_hand_with: str = ""
) -> str:
    """What became of a letter: served (by hand: by whom), refused, returned or destroyed."""
    unit.title = "letter.serve"
    stored = unit.get(Letter, letter_id)
    way = LetterWay.BY_HAND if by_hand_with and stored.way is None else stored.way
    given, day = by_hand_with or stored.by_hand_with, on or unit.today
    return change(unit, letter_id, replace(stored, result=result, result_on=day, way=way, by_hand_with=given))


def not_printed(unit: Unit, letter_ids: Sequence[str], reason: str = "") -> int:
    """These letters were entered, but no usable paper came out: they count as destroyed today, with the reason, and
    whoever was to get one has had no notice by it. Their numbers are never used again. Returns how many it were.
    """
    unit.need(Right.WRITE)
    unit.title = "letter.not_printed"
    words = Words(unit.office.language.value)
    said = reason.strip() or words.text("letters", "no_paper")
    note = words.text("letters", "not_printed", reason=said)[:500]
    open_ = [one for one in unit.by_ids(Letter, letter_ids).values() if one.result is None]
    for one in open_:
        gone = replace(one, result=LetterResult.DESTROYED, result_on=unit.today, note=note, note_mark=NoteMark.FACT)
        change(unit, one.id, gone)
    if open_:
        _without_notice(unit, {one.id: one for one in open_})
    return len(open_)


def _without_notice(unit: Unit, gone: Mapping[str, Letter]) -> None:
    """The invitees that those letters gave notice to have the notice of an earlier letter again, or none."""
    t, i = unit.table(Letter).c, unit.table(Invitee).c
    for invitee in unit.find(Invitee, i.letter.in_(sorted(gone))):
        lost = gone[invitee.letter or ""]
        same = (t.person == invitee.person, t.callin == invitee.callin, t.letter_kind.in_(sorted(TO_INVITEES)))
        alive = or_(t.result.is_(None), t.result != LetterResult.DESTROYED)
        before = unit.find(Letter, *same, alive, order_by=t.number.desc(), limit=1)
        day = invitee.noticed_on if before or invitee.noticed_on != lost.printed_on else None
        unit.change(Invitee, invitee.id, letter=before[0].id if before else None, noticed_on=day)
