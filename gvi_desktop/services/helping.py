"""Help: the pipeline from offer to first contact and on, with its clock and its follow-ups."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.help import (
    FOLLOW_UP_MONTHS,
    GOAL_HOURS,
    PROMISED_HOURS,
    FollowUp,
    FollowUpState,
    FollowUpStep,
    Help,
    HelpDraft,
    HelpKind,
    HelpProblem,
    Stage,
    follow_up_steps,
    hours_to_first_contact,
    problems,
)
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Compartment, NoteMark
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import compartments, listing
from gvi_desktop.services.unit import Unit, draft_of

MET = (Stage.FIRST_MEETING, Stage.ASSESSMENT, Stage.ONGOING)
"""Stages that somebody only comes to by a first contact."""
FOLLOW_UP_TEXT = 500
"""Characters that the note of a follow-up may have."""
SHOWN = 25
"""Lines of a stage that the pipeline shows at most; the list has them all."""


class HelpShown(StrEnum):
    """What part of the help a list shows."""

    OPEN = "open"
    WAITING = "waiting"
    ENDED = "ended"
    ALL = "all"


@dataclass(frozen=True)
class HelpLine:
    """Help as the list shows it: hours until the first contact, or hours waited so far, and the next follow-up. `soon`
    and `late` say that somebody has waited longer than 24 and 72 hours."""

    id: str
    record: Help
    person: str
    hours: float | None
    waits: bool
    soon: bool
    late: bool
    follow_up: tuple[int, date] | None


@dataclass(frozen=True)
class StageLines:
    """One stage of the pipeline: how many are there, and the first of them."""

    stage: Stage
    count: int
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True)
class HelpView:
    """Help with its follow-ups and the call it came of."""

    line: HelpLine
    steps: tuple[FollowUpStep, ...]
    call: Phonecall | None

    @property
    def id(self) -> str:
        """The help's id."""
        return self.line.id


def ids(
    unit: Unit,
    text: str = "",
    sort: str = "asked_on",
    descending: bool = True,
    *,
    shown: HelpShown = HelpShown.ALL,
    kinds: Collection[HelpKind] = (),
) -> Sequence[str]:
    """Ids of help in order; a text finds it through the person and the provider, and the window adds the kinds that it
    is a word of."""
    if not compartments.may_read(unit, Compartment.HELP):
        return []
    t = unit.table(Help)
    where = _shown(unit, shown)
    if text.strip():
        by_person = listing.among(t.c.person, listing.matching(unit, Person, text))
        found = t.c.provider.ilike(f"%{text.strip()}%") | by_person
        where.append(found | t.c.help_kind.in_([one.value for one in kinds]))
    return listing.ids(unit, Help, *where, sort=sort if sort in t.c else "asked_on", descending=descending)


def counts(unit: Unit) -> dict[HelpShown, int]:
    """How many each part of the list has."""
    if not compartments.may_read(unit, Compartment.HELP):
        return dict.fromkeys(HelpShown, 0)
    return {shown: unit.count(Help, *_shown(unit, shown)) for shown in HelpShown}


def pipeline(unit: Unit) -> list[StageLines]:
    """Every stage in order with its number and its first lines: who has waited longest comes first, among the ended
    the newest."""
    if not compartments.may_read(unit, Compartment.HELP):
        return []
    t = unit.table(Help)
    counted = select(t.c.stage, func.count()).where(t.c.removed == 0).group_by(t.c.stage)
    numbers = {str(stage): int(number) for stage, number in unit.connection.execute(counted)}
    columns = []
    for stage in Stage:
        order = t.c.asked_on.desc() if stage is Stage.ENDED else t.c.asked_on.asc()
        first = unit.find(Help, t.c.stage == stage.value, order_by=(order, t.c.asked_at), limit=SHOWN)
        columns.append(StageLines(stage, numbers.get(stage.value, 0), tuple(_lines(unit, first))))
    return columns


def lines(unit: Unit, wanted: Sequence[str]) -> list[HelpLine]:
    """The help of a visible stretch."""
    compartments.need(unit, Compartment.HELP)
    return _lines(unit, listing.lines(unit, Help, wanted))


def get(unit: Unit, record_id: str) -> Help:
    """One offer of help."""
    compartments.need(unit, Compartment.HELP)
    return unit.get(Help, record_id)


def view(unit: Unit, record_id: str) -> HelpView:
    """One offer of help with its follow-ups and the call it came of."""
    record = get(unit, record_id)
    call = unit.by_ids(Phonecall, [record.call]).get(record.call or "")
    return HelpView(_lines(unit, [record])[0], follow_up_steps(record, unit.today), call)


def add(unit: Unit, draft: HelpDraft) -> str:
    """Note a wish or an offer."""
    _check(unit, draft)
    return unit.add(Help, draft).id


def change(unit: Unit, record_id: str, draft: HelpDraft) -> str:
    """Change it."""
    _check(unit, draft, get(unit, record_id))
    unit.put(Help, record_id, draft)
    return record_id


def move(unit: Unit, record_id: str, stage: Stage, why: str = "", *, consent: bool | None = None) -> str:
    """Bring it to another stage. An end asks for its reason, which goes when it is taken up again; to have met sets the
    first contact where none is noted; what follows the first meeting asks for consent, which may be given here."""
    before = get(unit, record_id)
    values: dict[str, object] = {"stage": stage, "ended_why": why.strip() if stage is Stage.ENDED else ""}
    if consent is not None:
        values["consent"] = consent
    if stage in MET and before.first_contact_on is None:
        values |= _now(unit)
    _check(unit, draft_of(before, **values), before)
    unit.title = "help.move"
    unit.change(Help, record_id, **values)
    return record_id


def first_contact(unit: Unit, record_id: str) -> None:
    """The first contact is made, now: the clock stops. One that was noted before stays."""
    before = get(unit, record_id)
    if before.first_contact_on is None:
        _check(unit, draft_of(before, **_now(unit)), before)
        unit.title = "help.first_contact"
        unit.change(Help, record_id, **_now(unit))


def follow_up(
    unit: Unit, record_id: str, months: int, text: str, on: date | None = None, mark: NoteMark | None = None
) -> str:
    """Note a follow-up after 3, 6, 12 or 24 months, counted from the first contact; it replaces an earlier note."""
    if months not in FOLLOW_UP_MONTHS:
        raise ValueError(months)
    before = get(unit, record_id)
    held = on or unit.today
    found = []
    if before.first_contact_on is None:
        found.append(Problem(HelpProblem.FOLLOW_UP_WITHOUT_CONTACT))
    elif held < before.first_contact_on:
        found.append(Problem(CommonProblem.ENDS_BEFORE_START, "on"))
    if held > unit.today:
        found.append(Problem(CommonProblem.IN_FUTURE, "on"))
    if not text.strip():
        found.append(Problem(CommonProblem.MISSING, "text"))
    if len(text.strip()) > FOLLOW_UP_TEXT:
        found.append(Problem(CommonProblem.TOO_LONG, "text", {"cap": FOLLOW_UP_TEXT}))
    if found:
        raise RefusedError(found, kind="help")
    kept = tuple(one for one in before.followups if one.months != months)
    done = sorted((*kept, FollowUp(months, held, text.strip(), mark)), key=lambda one: one.months)
    unit.title = "help.follow_up"
    unit.change(Help, record_id, followups=tuple(done))
    return record_id


def remove(unit: Unit, record_id: str) -> None:
    """Take it out."""
    unit.remove(Help, record_id)


def next_follow_up(record: Help, today: date) -> tuple[int, date] | None:
    """The follow-up that is due and not done: (months, day it fell due); what a workbook brought waits for nobody."""
    if record.imported:
        return None
    due = (one for one in follow_up_steps(record, today) if one.state is FollowUpState.DUE)
    return next(((one.months, one.due_on) for one in due), None)


def waiting(unit: Unit) -> int:
    """How many wait for their first contact."""
    if not compartments.may_read(unit, Compartment.HELP):
        return 0
    return unit.count(Help, *_shown(unit, HelpShown.WAITING))


def _shown(unit: Unit, shown: HelpShown) -> list[ColumnElement[bool]]:
    t = unit.table(Help)
    ended = t.c.stage == Stage.ENDED.value
    return {
        HelpShown.OPEN: [~ended],
        HelpShown.WAITING: [~ended, t.c.first_contact_on.is_(None)],
        HelpShown.ENDED: [ended],
        HelpShown.ALL: [],
    }[shown]


def _lines(unit: Unit, found: Sequence[Help]) -> list[HelpLine]:
    people = unit.by_ids(Person, {one.person for one in found})
    shown = []
    for one in found:
        waits = one.first_contact_on is None and one.stage is not Stage.ENDED
        hours = _waited(unit, one) if waits else hours_to_first_contact(one)
        soon, late = (waits and hours is not None and hours > limit for limit in (GOAL_HOURS, PROMISED_HOURS))
        name = people[one.person].code_name if one.person in people else ""
        shown.append(HelpLine(one.id, one, name, hours, waits, soon, late, next_follow_up(one, unit.today)))
    return shown


def _waited(unit: Unit, record: Help) -> float | None:
    if record.asked_on is None:
        return None
    now = unit.local(unit.now)
    asked = datetime.combine(record.asked_on, record.asked_at or time(), tzinfo=now.tzinfo)
    return max(0.0, (now - asked) / timedelta(hours=1))


def _now(unit: Unit) -> dict[str, object]:
    now = unit.local(unit.now)
    return {"first_contact_on": now.date(), "first_contact_at": now.time().replace(second=0, microsecond=0)}


def _check(unit: Unit, draft: HelpDraft, before: Help | None = None) -> None:
    if found := problems(draft, unit.today):
        raise RefusedError(found, kind="help")
    if draft.person and (before is None or draft.person != before.person):
        unit.get(Person, draft.person)
