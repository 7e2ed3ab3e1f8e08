"""What stands on the time line of a group, one query a source; those who have left are not named."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, case, func, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group, Relation
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.invitee import PRESENT, Invitee
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.round import Round
from gvi_desktop.services import disclosed
from gvi_desktop.services.belonging import current
from gvi_desktop.services.moment import Moment, code_names, tasks, visible, visits
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import moment


def sources(unit: Unit, group_id: str, most: int | None) -> list[Moment]:
    """All of them, in no order."""
    found = [*visits(unit, "group", group_id, most), *_callins(unit, group_id), *_members(unit, group_id)]
    found += [*_relations(unit, group_id), *_rounds(unit, group_id), *_disclosures(unit, group_id)]
    found += [*tasks(unit, "group", group_id, most), *_own(unit, group_id)]
    return found + _enforcement(unit, group_id) if Compartment.ENFORCEMENT in visible(unit.user) else found


def _callins(unit: Unit, group: str) -> list[Moment]:
    """Call-ins that had the group in view, or one of its members among the invited: how many were called and came."""
    i, c = unit.table(Invitee).c, unit.table(Callin).c
    came = func.sum(case((i.result.in_([one.value for one in PRESENT]), 1), else_=0))
    counted = select(i.callin, func.count(), came).where(i.group == group, i.removed == 0).group_by(i.callin)
    invited = {row[0]: (int(row[1]), int(row[2])) for row in unit.connection.execute(counted)}
    held = {one.id: one for one in unit.find(Callin, c.groups.contains(f'"{group}"', autoescape=True))}
    held |= unit.by_ids(Callin, invited.keys() - held.keys())
    found = []
    for one in held.values():
        called, present = invited.get(one.id, (0, 0))
        what = ("callin_attended" if one.ended else "callin_called") if called else "callin_of_group"
        data = {"number": one.number, "status": one.status, "total": called, "came": present}
        found.append(Moment(one.on, what, "callin", one.id, data, one.venue))
    return found


def _members(unit: Unit, group: str) -> list[Moment]:
    """Links that hold, by code name; of ended ones only that there was one: former members are not listed."""
    m, found = unit.table(Membership).c, []
    columns = select(m.person, m.from_on, m.to_on, m.made_at, m.source)
    held = unit.connection.execute(columns.where(m.group == group, m.removed == 0, *current(unit))).all()
    names = code_names(unit, (row[0] for row in held))
    for person, from_on, _, made_at, source in held:
        begun = date.fromisoformat(from_on) if from_on else unit.local(moment(made_at)).date()
        data = {"person": names.get(person, "–")}
        found.append(Moment(begun, "member_linked", "person", person or "", data, source))
    left = (m.approved_by != "", m.to_on < unit.today.isoformat())
    ended = select(m.to_on).where(m.group == group, m.removed == 0, *left)
    for day in unit.connection.execute(ended).scalars():
        found.append(Moment(date.fromisoformat(day), "member_left", "membership", ""))
    return found


def _relations(unit: Unit, group: str) -> list[Moment]:
    r = unit.table(Relation).c
    links = unit.find(Relation, (r.group == group) | (r.other == group))
    others = {one.id: one.other if one.group == group else one.group for one in links}
    groups = unit.by_ids(Group, set(others.values()))
    found = []
    for one in links:
        other = others[one.id] or ""
        data = {"kind": one.relation_kind, "group": groups[other].name if other in groups else "–"}
        begun = one.from_on or unit.local(one.made_at).date()
        found.append(Moment(begun, "relation_began", "group", other, data, one.source))
        if one.to_on is not None:
            found.append(Moment(one.to_on, "relation_ended", "group", other, data))
    return found


def _now(unit: Unit, group: str) -> Select[tuple[str]]:
    m = unit.table(Membership).c
    return select(m.person).where(m.group == group, m.removed == 0, *current(unit))


def _rounds(unit: Unit, group: str) -> list[Moment]:
    """Rounds aimed at people who belong to the group, and at how many of them."""
    r = unit.table(Round).c
    aimed = func.json_each(r.targets).table_valued("value", joins_implicitly=True)
    query = select(r.id, func.count()).select_from(unit.table(Round), aimed)
    query = query.where(r.removed == 0, aimed.c.value.in_(_now(unit, group))).group_by(r.id)
    counted = {row[0]: int(row[1]) for row in unit.connection.execute(query)}
    return [
        Moment(
            one.from_on,
            "round_of_group",
            "round",
            one.id,
            {"name": one.name, "count": counted[one.id]},
            one.responsible,
        )
        for one in unit.by_ids(Round, counted).values()
    ]


def _disclosures(unit: Unit, group: str) -> list[Moment]:
    """What was told about people who belong to the group, and about how many of them."""
    d = unit.table(Disclosure).c
    named = func.json_each(d.people).table_valued("value", joins_implicitly=True)
    query = select(d.id, func.count(), d.reference).select_from(unit.table(Disclosure), named)
    query = query.where(d.removed == 0, named.c.value.in_(_now(unit, group))).group_by(d.id)
    rows = unit.connection.execute(query).all()
    counted = {row[0]: int(row[1]) for row in rows}
    of_bundle = {row[2]: int(row[1]) for row in rows if row[2]}
    told = unit.find(Disclosure, disclosed.among(unit, counted, of_bundle))
    found = []
    for one in told:
        count = counted.get(one.id) or of_bundle[one.reference]
        data = {"agency": one.agency or one.contact, "way": one.way, "count": count}
        what = "members_received" if one.received else "members_disclosed"
        found.append(Moment(one.on, what, "disclosure", one.id, data))
    return found


def _own(unit: Unit, group_id: str) -> list[Moment]:
    group = unit.by_ids(Group, [group_id]).get(group_id)
    if group is None or group.next_review_on is None:
        return []
    return [Moment(group.next_review_on, "review", "group", "")]


def _enforcement(unit: Unit, group: str) -> list[Moment]:
    found = []
    for one in unit.find(Incident, unit.table(Incident).c.group == group):
        data = {"kind": one.incident_type, "certainty": one.certainty, "decision": one.decision}
        found.append(Moment(one.on, "incident", "incident", one.id, data, one.area))
        if one.decided_on is not None and one.decision is not None:
            found.append(Moment(one.decided_on, "incident_decided", "incident", one.id, data, one.decided_why))
    for focus in unit.find(Focus, unit.table(Focus).c.group == group):
        days = [
            (focus.start_on, "focus_began", focus.decided_by),
            (focus.told_on, "focus_told", focus.told_how),
            (focus.reviewed_on, "focus_reviewed", ""),
            (focus.review_on if focus.running else None, "focus_review", ""),
            (focus.end_on, "focus_ended", ""),
        ]
        why = {"reason": focus.end_reason}
        found += [Moment(on, what, "focus", focus.id, why, note) for on, what, note in days if on is not None]
    return found
