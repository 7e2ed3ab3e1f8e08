"""The phone line: log calls, call back, hand over; an anonymous caller stays anonymous until they consent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.help import AskedHow, Help, HelpDraft, HelpKind
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import CallerKind, Need, Phonecall, PhonecallDraft, PhonecallProblem, problems
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import compartments, listing
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


@dataclass(frozen=True)
class CallView:
    """A call with the help that came of it."""

    line: CallLine
    helps: tuple[Help, ...]

    @property
    def id(self) -> str:
        """The call's id."""
        return self.line.id


def ids(
    unit: Unit,
    text: str = "",
    sort: str = "",
    descending: bool = False,
    *,
    waiting: bool = False,
    needs: Collection[Need] = (),
    callers: Collection[CallerKind] = (),
) -> Sequence[str]:
    """Ids of calls: the newest first, or in another column's order. `waiting` = only those to be called back, the one
    due first on top. A text finds by person, taker and receiver, and the window adds the values that it is a word of.
    """
    if not compartments.may_read(unit, Compartment.HELP):
        return []
    t = unit.table(Phonecall)
    where: list[ColumnElement[bool]] = [t.c.removed == 0]
    if waiting:
        where += [t.c.callback_due.is_not(None), t.c.callback_done.is_(None)]
    if text.strip():
        like = f"%{text.strip()}%"
        found = t.c.taken_by.ilike(like) | t.c.handed_to.ilike(like)
        found |= listing.among(t.c.person, listing.matching(unit, Person, text))
        found |= t.c.need.in_([one.value for one in needs]) | t.c.caller.in_([one.value for one in callers])
        where.append(found)
    column = sort if sort in t.c else ("callback_due" if waiting else "on")
    down = descending if sort in t.c else not waiting
    keys = [t.c.on, t.c.at] if column == "on" else [t.c[column], t.c.on, t.c.at]
    order = [(key.desc() if down else key.asc()).nulls_last() for key in keys]
    return listing.joined(unit, select(t.c.id).where(*where).order_by(*order, t.c.id))


def lines(unit: Unit, wanted: Sequence[str]) -> list[CallLine]:
    """The calls of a visible stretch."""
    compartments.need(unit, Compartment.HELP)
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
    compartments.need(unit, Compartment.HELP)
    return unit.get(Phonecall, record_id)


def view(unit: Unit, record_id: str) -> CallView:
    """One call with the help that came of it."""
    get(unit, record_id)
    t = unit.table(Help)
    return CallView(lines(unit, [record_id])[0], tuple(unit.find(Help, t.c.call == record_id, order_by=t.c.made_at)))


def log(unit: Unit, draft: PhonecallDraft) -> str:
    """Note a call."""
    kept = _checked(unit, draft)
    return unit.add(Phonecall, draft_of(kept, taken_by=kept.taken_by or unit.user.name)).id


def change(unit: Unit, record_id: str, draft: PhonecallDraft) -> str:
    """Change a call. One that becomes anonymous is written anew and the old one erased, for its number must not stay in
    the journal either (records.md: an anonymous caller's number is never stored); that asks for the right to erase.
    """
    before = get(unit, record_id)
    kept = _checked(unit, draft, before)
    if kept.anonymous and (before.number or before.person):
        made = unit.add(Phonecall, kept).id
        for offer in _helps(unit, record_id):
            unit.change(Help, offer.id, call=made)
        unit.erase(Phonecall, record_id)
        unit.title = "phonecall.make_anonymous"
        return made
    unit.put(Phonecall, record_id, kept)
    return record_id


def consent(
    unit: Unit, record_id: str, person_id: str | None, number: str = "", consents: Sequence[str] | None = None
) -> str:
    """The caller, anonymous until now, says who they are and agrees that it is noted; anonymous help that came of the
    call is then theirs too. `consents` = who may be contacted, None leaves it.
    """
    before = get(unit, record_id)
    if not person_id:
        raise RefusedError([Problem(CommonProblem.MISSING, "person")], kind="phonecall")
    values: dict[str, object] = {"anonymous": False, "person": person_id, "person_consents": True}
    values["number"] = number.strip() or before.number
    if consents is not None:
        values["consents"] = tuple(consents)
    _checked(unit, draft_of(before, **values))
    unit.title = "phonecall.consent"
    unit.change(Phonecall, record_id, **values)
    for offer in _helps(unit, record_id):
        if offer.anonymous:
            unit.change(Help, offer.id, anonymous=False, person=person_id)
    return record_id


def called_back(unit: Unit, record_id: str) -> None:
    """The call-back is done, now; one that was done before stays as it is."""
    if get(unit, record_id).callback_done is None:
        unit.title = "phonecall.called_back"
        unit.change(Phonecall, record_id, callback_done=unit.now)


def remove(unit: Unit, record_id: str) -> None:
    """Take a call out."""
    unit.remove(Phonecall, record_id)


def offer_help(unit: Unit, record_id: str, kind: HelpKind | None = None) -> str:
    """Help that follows from a call: of the kind the need leads to, anonymous when the caller is. Offered once: asked
    again for the same kind, the answer is the offer that is there."""
    call = get(unit, record_id)
    chosen = kind or HELP_FOR.get(call.need or Need.OTHER, HelpKind.OTHER)
    for offer in _helps(unit, record_id):
        if offer.help_kind is chosen:
            return offer.id
    draft = HelpDraft(
        person=call.person,
        anonymous=call.person is None,
        asked_on=call.on,
        asked_at=call.at,
        asked_how=AskedHow.PHONE,
        call=record_id,
        help_kind=chosen,
    )
    return unit.add(Help, draft).id


def waiting(unit: Unit) -> int:
    """How many callers wait for a call-back."""
    if not compartments.may_read(unit, Compartment.HELP):
        return 0
    t = unit.table(Phonecall)
    return unit.count(Phonecall, t.c.callback_due.is_not(None), t.c.callback_done.is_(None))


def _helps(unit: Unit, record_id: str) -> list[Help]:
    return unit.find(Help, unit.table(Help).c.call == record_id)


def _checked(unit: Unit, draft: PhonecallDraft, before: Phonecall | None = None) -> PhonecallDraft:
    found = list(problems(draft, unit.today))
    due = draft.callback_due
    if due is not None and draft.on is not None and unit.local(due).date() < draft.on:
        found.append(Problem(PhonecallProblem.CALLBACK_BEFORE_CALL, "callback_due"))
    if found:
        raise RefusedError(found, kind="phonecall")
    if draft.person and (before is None or draft.person != before.person):
        unit.get(Person, draft.person)
    # Consent to a link is consent to that link: without a person there is nothing to consent to.
    kept: PhonecallDraft = draft_of(draft, person_consents=draft.person_consents and draft.person is not None)
    return kept
