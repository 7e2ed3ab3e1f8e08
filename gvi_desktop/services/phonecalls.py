"""The phone line: log calls, call back, hand over; an anonymous caller stays anonymous until they consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.help import AskedHow, Help, HelpDraft, HelpKind
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Need, Phonecall, PhonecallDraft, problems
from gvi_desktop.services import listing
from gvi_desktop.services.unit import Unit, draft_of

HELP_FOR = {
    Need.EXIT: HelpKind.EXIT_PROGRAMME,
    Need.THREAT: HelpKind.PROTECTION,
    Need.HOUSING: HelpKind.HOUSING,
    Need.WORK: HelpKind.WORK,
    Need.SCHOOL: HelpKind.SCHOOL,
    Need.DEBTS: HelpKind.DEBTS,
    Need.TREATMENT: HelpKind.TREATMENT,
    Need.WORRY: HelpKind.COUNSELLOR,
}
"""The kind of help that a need leads to."""


@dataclass(frozen=True)
class CallLine:
    """A call as the list shows it; `late` = the promised call-back is overdue."""

    id: str
    record: Phonecall
    person: str
    waits: bool
    late: bool


def ids(
    unit: Unit, text: str = "", sort: str = "on", descending: bool = True, *, waiting: bool = False
) -> Sequence[str]:
    """Ids of calls in order; `waiting` = only those that are to be called back."""
    t = unit.table(Phonecall)
    where: list[ColumnElement[bool]] = [t.c.callback_due.is_not(None), t.c.callback_done.is_(None)] if waiting else []
    if text.strip():
        like = f"%{text.strip()}%"
        people = listing.ids(unit, Person, text=text)
        found = t.c.taken_by.ilike(like) | t.c.handed_to.ilike(like) | t.c.need.ilike(like) | t.c.person.in_(people)
        where.append(found)
    return listing.ids(unit, Phonecall, *where, sort=sort if sort in t.c else "on", descending=descending)


def lines(unit: Unit, wanted: Sequence[str]) -> list[CallLine]:
    """The calls of a visible stretch."""
    found = listing.lines(unit, Phonecall, wanted)
    people = unit.by_ids(Person, {one.person for one in found})
    shown = []
    for one in found:
        waits = one.callback_due is not None and one.callback_done is None
        late = waits and one.callback_due is not None and one.callback_due < unit.now
        name = people[one.person].code_name if one.person in people else ""
        shown.append(CallLine(one.id, one, name, waits, late))
    return shown


def get(unit: Unit, record_id: str) -> Phonecall:
    """One call."""
    return unit.get(Phonecall, record_id)


def log(unit: Unit, draft: PhonecallDraft) -> str:
    """Note a call."""
    _check(unit, draft)
    return unit.add(Phonecall, draft_of(draft, taken_by=draft.taken_by or unit.user.name)).id


def change(unit: Unit, record_id: str, draft: PhonecallDraft) -> str:
    """Change a call. Making it anonymous takes number and person out (and the old values out of nothing: see undo)."""
    _check(unit, draft)
    unit.put(Phonecall, record_id, draft)
    return record_id


def consent(unit: Unit, record_id: str, person_id: str) -> None:
    """The caller, anonymous until now, says who they are and agrees that it is noted."""
    call = draft_of(get(unit, record_id), anonymous=False, person=person_id, person_consents=True)
    _check(unit, call)
    unit.change(Phonecall, record_id, anonymous=False, person=person_id, person_consents=True)


def called_back(unit: Unit, record_id: str) -> None:
    """The call-back is done, now."""
    unit.change(Phonecall, record_id, callback_done=unit.now)


def remove(unit: Unit, record_id: str) -> None:
    """Take a call out."""
    unit.remove(Phonecall, record_id)


def offer_help(unit: Unit, record_id: str, kind: HelpKind | None = None) -> str:
    """Help that follows from a call: of the kind the need leads to, anonymous when the caller is."""
    call = get(unit, record_id)
    chosen = kind or HELP_FOR.get(call.need or Need.OTHER, HelpKind.OTHER)
    draft = HelpDraft(
        person=call.person,
        anonymous=call.person is None,
        asked_on=call.on,
        asked_at=call.at,
        asked_how=AskedHow.PHONE,
        help_kind=chosen,
    )
    return unit.add(Help, draft).id


def waiting(unit: Unit) -> int:
    """How many callers wait for a call-back."""
    t = unit.table(Phonecall)
    return unit.count(Phonecall, t.c.callback_due.is_not(None), t.c.callback_done.is_(None))


def _check(unit: Unit, draft: PhonecallDraft) -> None:
    if found := problems(draft, unit.today):
        raise RefusedError(found, kind="phonecall")
    if draft.person:
        unit.get(Person, draft.person)
