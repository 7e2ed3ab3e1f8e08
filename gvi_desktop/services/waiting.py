"""What waits for somebody, found for the overview in a few small queries: reviews, follow-ups, decisions, aftercare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, case, func, literal_column, or_, select

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.group import Group, GroupStatus
from gvi_desktop.domain.help import FOLLOW_UP_MONTHS, Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import FOLLOW_UP_DAYS, Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.regime import add_months
from gvi_desktop.domain.user import Right
from gvi_desktop.services import compartments, helping, speakerbook
from gvi_desktop.services.belonging import holding
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.tables import UNAPPROVED, UNFOLLOWED

SHOWN = 8
FOLLOW_UP_WITHIN = timedelta(days=7)
"""A follow-up that has waited longer is late."""
DECIDE_WITHIN = timedelta(days=3)
"""An incident that has waited longer for its decision is late."""
CLOSE_WITHIN = timedelta(days=14)
"""A call-in whose day has passed so long ago and that nobody closed is late."""
_EDGE = timedelta(days=4)
"""Months differ in length: so much wider is the net in which follow-ups are caught before each is looked at."""
_OVER = tuple(one.value for one in (CallinStatus.HELD, CallinStatus.FOLLOWED_UP, CallinStatus.CANCELLED))


@dataclass(frozen=True)
class Waiting:
    """Something that waits: the kind and id to open, what it is, when it fell or falls due, and whether it is late."""

    kind: str
    id: str
    title: str
    due: date | None
    late: bool
    days: int = 0
    """For follow-ups: after how many days (of talks) or months (of help)."""


@dataclass(frozen=True)
class Waits:
    """The first eight of something that waits, and how many there are."""

    shown: tuple[Waiting, ...] = ()
    count: int = 0

    @property
    def late(self) -> bool:
        """Whether one that is shown is late."""
        return any(one.late for one in self.shown)


def talk_follow_ups(unit: Unit) -> Waits:
    """Follow-ups of talks after 30 or 90 days, those that have waited longest first; the title is a code name."""
    n, p, today = unit.table(Notification).c, unit.table(Person).c, unit.today
    # Written out as in the index of the same name, which SQLite only then takes; it holds all that is asked.
    month, quarter = ((today - timedelta(days=days)).isoformat() for days in FOLLOW_UP_DAYS)
    first = and_(n.followup_30_on.is_(None), n.on <= month)
    second = and_(n.followup_30_on.is_not(None), n.followup_90_on.is_(None), n.on <= quarter)
    days = case((n.followup_30_on.is_(None), FOLLOW_UP_DAYS[0]), else_=FOLLOW_UP_DAYS[1])
    due = func.date(n.on, func.printf("+%d days", days))
    listed = select(literal_column("notification.rowid").label("row"), days.label("days"), due.label("due"))
    late = listed.where(literal_column(UNFOLLOWED), n.removed == 0, or_(first, second)).subquery()
    count = unit.connection.execute(select(func.count()).select_from(late)).scalar_one()
    oldest = select(late).order_by(late.c.due, late.c.row).limit(SHOWN).subquery()
    visits = unit.table(Notification).join(oldest, literal_column("notification.rowid") == oldest.c.row)
    everything = visits.outerjoin(unit.table(Person), p.id == n.person)
    rows = select(n.id, p.code_name, oldest.c.days, oldest.c.due).select_from(everything).order_by(oldest.c.due, n.id)
    soon = today - FOLLOW_UP_WITHIN
    return Waits(
        tuple(
            Waiting("notification", row[0], row[1] or "", on := date.fromisoformat(row[3]), on < soon, int(row[2]))
            for row in unit.connection.execute(rows)
        ),
        int(count),
    )


def help_follow_ups(unit: Unit) -> Waits:
    """Follow-ups of help after 3 to 24 months, those that have waited longest first; the title is a code name."""
    if not compartments.may_read(unit, Compartment.HELP):
        return Waits()
    h, today = unit.table(Help).c, unit.today
    nets = []
    for months, longer in zip(FOLLOW_UP_MONTHS, (*FOLLOW_UP_MONTHS[1:], None), strict=True):
        parts = [
            h.first_contact_on <= (add_months(today, -months) + _EDGE).isoformat(),
            func.instr(h.followups, f'"months":{months},') == 0,
        ]
        if longer is not None:
            parts.append(h.first_contact_on >= (add_months(today, -longer) - _EDGE).isoformat())
        nets.append(and_(*parts))
    found = unit.find(Help, h.imported == 0, or_(*nets))
    due = [(one, *step) for one in found if (step := helping.next_follow_up(one, today)) is not None]
    due.sort(key=lambda row: (row[2], row[1], row[0].id))
    people = unit.by_ids(Person, {one.person for one, _, _ in due[:SHOWN]})
    shown = tuple(
        Waiting(
            "help",
            one.id,
            people[one.person].code_name if one.person in people else "",
            on,
            on < today - timedelta(days=30),
            months,
        )
        for one, months, on in due[:SHOWN]
    )
    return Waits(shown, len(due))


def incidents(unit: Unit) -> Waits:
    """Incidents without a decision, the oldest first; the title is their type."""
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return Waits()
    i, late = unit.table(Incident).c, unit.today - DECIDE_WITHIN
    undecided = (i.decision.is_(None), i.imported == 0)
    found = unit.find(Incident, *undecided, order_by=i.on, limit=SHOWN)
    shown = tuple(
        Waiting("incident", one.id, one.incident_type.value, one.on, one.on is not None and one.on < late)
        for one in found
    )
    return Waits(shown, len(found) if len(found) < SHOWN else unit.count(Incident, *undecided))


def care(unit: Unit) -> Waits:
    """Speakers somebody is to get in touch with after a meeting; each leads to its call-in."""
    due = speakerbook.care_due(unit)
    shown = tuple(Waiting("callin", one.callin, one.name, one.due_on, one.late) for one in due[:SHOWN])
    return Waits(shown, len(due))


def unclosed(unit: Unit) -> Waits:
    """Call-ins whose day has passed though they are neither held nor cancelled; the title is their number."""
    c, today = unit.table(Callin).c, unit.today
    past = (c.on < today.isoformat(), c.status.not_in(_OVER))
    found = unit.find(Callin, *past, order_by=c.on, limit=SHOWN)
    late = today - CLOSE_WITHIN
    shown = tuple(
        Waiting("callin", one.id, str(one.number or "–"), one.on, one.on is not None and one.on < late) for one in found
    )
    return Waits(shown, len(found) if len(found) < SHOWN else unit.count(Callin, *past))


def link_reviews(unit: Unit) -> int:
    """How many links between people and groups are to be reviewed now."""
    m = unit.table(Membership).c
    due = (
        m.review_on <= unit.today.isoformat(),
        m.removed == 0,
        or_(m.to_on.is_(None), m.to_on >= unit.today.isoformat()),
    )
    return int(
        unit.connection.execute(select(func.count()).select_from(unit.table(Membership)).where(*due)).scalar_one()
    )


def link_approvals(unit: Unit) -> int:
    """How many links wait for an approval that this user may give: those somebody else has entered."""
    if not unit.user.may(Right.WRITE):
        return 0
    m, by = unit.table(Membership).c, unit.user.name
    # Written out as in the index of the same name, which SQLite only then takes.
    return unit.count(Membership, literal_column(UNAPPROVED), *holding(unit), m.made_by != by, m.proposed_by != by)


def group_reviews(unit: Unit) -> int:
    """How many groups are to be reviewed now; a closed one is not."""
    g = unit.table(Group).c
    return unit.count(Group, g.next_review_on <= unit.today.isoformat(), g.status != GroupStatus.CLOSED.value)


def bundles_unread(unit: Unit) -> int:
    """How many bundles were taken in of which this program could not read every record."""
    b = ledger.bundle.c
    query = select(func.count()).select_from(ledger.bundle).where(b.direction == "in", b.quarantined > 0)
    return int(unit.connection.execute(query).scalar_one())
