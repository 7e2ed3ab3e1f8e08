"""Help: the pipeline from offer to first contact and on, with its clock and its follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.help import (
    FOLLOW_UP_MONTHS,
    FollowUp,
    Help,
    HelpDraft,
    Stage,
    hours_to_first_contact,
    problems,
)
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.regime import add_months
from gvi_desktop.services import listing
from gvi_desktop.services.unit import Unit, draft_of

PROMISED_HOURS = 72


@dataclass(frozen=True)
class HelpLine:
    """Help as the list shows it: hours until the first contact, or hours waited so far, and the next follow-up."""

    id: str
    record: Help
    person: str
    hours: float | None
    waits: bool
    late: bool
    follow_up: tuple[int, date] | None


def ids(
    unit: Unit, text: str = "", sort: str = "asked_on", descending: bool = True, *, open_only: bool = False
) -> Sequence[str]:
    """Ids of help in order; a text finds it through the person and the provider."""
    t = unit.table(Help)
    where = [t.c.stage != Stage.ENDED.value] if open_only else []
    if text.strip():
        like = f"%{text.strip()}%"
        where.append(t.c.provider.ilike(like) | t.c.person.in_(listing.ids(unit, Person, text=text)))
    return listing.ids(unit, Help, *where, sort=sort if sort in t.c else "asked_on", descending=descending)


def lines(unit: Unit, wanted: Sequence[str]) -> list[HelpLine]:
    """The help of a visible stretch."""
    found = listing.lines(unit, Help, wanted)
    people = unit.by_ids(Person, {one.person for one in found})
    shown = []
    for one in found:
        waits = one.first_contact_on is None and one.stage is not Stage.ENDED
        hours = _waited(unit, one) if waits else hours_to_first_contact(one)
        late = waits and hours is not None and hours > PROMISED_HOURS
        name = people[one.person].code_name if one.person in people else ""
        shown.append(HelpLine(one.id, one, name, hours, waits, late, next_follow_up(one, unit.today)))
    return shown


def get(unit: Unit, record_id: str) -> Help:
    """One offer of help."""
    return unit.get(Help, record_id)


def add(unit: Unit, draft: HelpDraft) -> str:
    """Note a wish or an offer."""
    _check(unit, draft)
    return unit.add(Help, draft).id


def change(unit: Unit, record_id: str, draft: HelpDraft) -> str:
    """Change it."""
    _check(unit, draft)
    unit.put(Help, record_id, draft)
    return record_id


def move(unit: Unit, record_id: str, stage: Stage, why: str = "") -> None:
    """Bring it to another stage; the first meeting sets the first contact where none is noted."""
    before = get(unit, record_id)
    values: dict[str, object] = {"stage": stage}
    if stage is Stage.ENDED:
        values["ended_why"] = why.strip() or before.ended_why
    if stage is Stage.FIRST_MEETING and before.first_contact_on is None:
        values |= _now(unit)
    _check(unit, draft_of(before, **values))
    unit.title = "help.move"
    unit.change(Help, record_id, **values)


def first_contact(unit: Unit, record_id: str) -> None:
    """The first contact is made, now: the clock stops."""
    unit.change(Help, record_id, **_now(unit))


def follow_up(unit: Unit, record_id: str, months: int, text: str) -> None:
    """Note a follow-up after 3, 6, 12 or 24 months."""
    if months not in FOLLOW_UP_MONTHS:
        raise ValueError(months)
    before = get(unit, record_id)
    kept = tuple(one for one in before.followups if one.months != months)
    done = sorted((*kept, FollowUp(months, unit.today, text.strip())), key=lambda one: one.months)
    unit.change(Help, record_id, followups=tuple(done))


def remove(unit: Unit, record_id: str) -> None:
    """Take it out."""
    unit.remove(Help, record_id)


def next_follow_up(record: Help, today: date) -> tuple[int, date] | None:
    """The earliest follow-up that is due and not done: (months, day it fell due)."""
    if record.first_contact_on is None or record.imported:
        return None
    done = {one.months for one in record.followups}
    for months in FOLLOW_UP_MONTHS:
        due = add_months(record.first_contact_on, months)
        if months not in done and due <= today:
            return months, due
    return None


def waiting(unit: Unit) -> int:
    """How many wait for their first contact."""
    t = unit.table(Help)
    return unit.count(Help, t.c.first_contact_on.is_(None), t.c.stage != Stage.ENDED.value)


def _waited(unit: Unit, record: Help) -> float | None:
    if record.asked_on is None:
        return None
    now = unit.local(unit.now)
    asked = datetime.combine(record.asked_on, record.asked_at or time(), tzinfo=now.tzinfo)
    return max(0.0, (now - asked) / timedelta(hours=1))


def _now(unit: Unit) -> dict[str, object]:
    now = unit.local(unit.now)
    return {"first_contact_on": now.date(), "first_contact_at": now.time().replace(second=0, microsecond=0)}


def _check(unit: Unit, draft: HelpDraft) -> None:
    if found := problems(draft, unit.today):
        raise RefusedError(found, kind="help")
    if draft.person:
        unit.get(Person, draft.person)
