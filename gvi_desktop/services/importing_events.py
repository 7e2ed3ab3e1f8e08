"""What happened, sheet by sheet: call-ins, notifications, calls, incidents, focus rounds, help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import new_id
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.intake.cell import CellFault
from gvi_desktop.intake.lexicon import fold
from gvi_desktop.intake.reading import ReadRow, ReadSheet
from gvi_desktop.services import importing_core as core
from gvi_desktop.services import importing_rooms as rooms
from gvi_desktop.services.importing_callins import plan_callins
from gvi_desktop.services.importing_people import first_day
from gvi_desktop.services.importing_plan import Item, Plan, Planner
from gvi_desktop.services.importing_rules import faults_of
from gvi_desktop.services.importing_views import RowStatus
from gvi_desktop.services.importing_who import name_field
from gvi_desktop.services.unit import Unit


def plan(unit: Unit, sheets: Sequence[ReadSheet], decisions: Mapping[str, str]) -> Plan:
    """The whole plan of an import, from what the vault holds now."""
    planner = Planner(unit, sheets, decisions)
    planner.settle_people()
    _groups(planner)
    planner.list_people()
    plan_callins(planner)
    _notifications(planner)
    _phonecalls(planner)
    _incidents(planner)
    _focus(planner)
    _help(planner)
    return planner.finish()


def _groups(planner: Planner) -> None:
    for row in planner.rows.get("group", []):
        if planner.rejected(row) or row.faults:
            planner.reject(row, *row.faults)
            continue
        draft = core.group(row.values, row.notes)
        if faults := faults_of(draft, row, planner.unit.today):
            planner.reject(row, *faults)
        elif planner.groups.known(draft.name):
            planner.plan.same["group"] += 1
            planner.plan.mark(row, RowStatus.SAME)
        else:
            planner.groups.tell(draft)
            planner.plan.mark(row, RowStatus.NEW)


def _notifications(planner: Planner) -> None:
    rounds: dict[str, tuple[str, list[tuple[int, NotificationDraft]]]] = {}
    for row in _rows(planner, "notification"):
        someone = planner.someone(row)
        if someone is None:
            planner.reject(row, row.fault("ref" if "ref" in row.raw else name_field(row), "missing"))
            continue
        group_id, group = planner.group_of(row, someone)
        draft = core.notification(row, someone.record_id, group_id, planner.unit.now)
        if draft.outcome is None and "outcome" not in row.raw and _was_talk(draft):
            draft = replace(draft, outcome=Outcome.REACHED)
        before = len(planner.plan.items)
        planner.add(row, Notification, draft, someone, group)
        name = row.values.get("round", "")
        if name and len(planner.plan.items) > before:
            rounds.setdefault(fold(name), (name, []))[1].append((len(planner.plan.items) - 1, draft))
    _join_rounds(planner, rounds)


def _was_talk(draft: NotificationDraft) -> bool:
    """A sheet without outcomes lists talks: somebody who heard a message or reacted was reached."""
    return draft.message_1 or draft.message_2 or draft.message_3 or draft.reaction is not None


def _join_rounds(planner: Planner, rounds: Mapping[str, tuple[str, list[tuple[int, NotificationDraft]]]]) -> None:
    if not rounds:
        return
    known = {fold(one.name): one.id for one in planner.unit.find(Round)}
    for key, (name, visits) in rounds.items():
        round_id = known.get(key)
        if round_id is None:
            days = [draft.on for _, draft in visits if draft.on]
            targets = frozenset(draft.person for _, draft in visits if draft.person)
            made = RoundDraft(name=name[:80], from_on=first_day(days), to_on=max(days), targets=targets, imported=True)
            round_id = new_id()
            planner.plan.items.append(Item(Round, round_id, made))
        for at, draft in visits:
            item = planner.plan.items[at]
            planner.plan.items[at] = Item(item.record, item.id, replace(draft, round=round_id))


def _phonecalls(planner: Planner) -> None:
    for row in _rows(planner, "phonecall"):
        someone = planner.someone(row) if row.values.get("consent") and not row.values.get("anonymous") else None
        planner.add(row, Phonecall, rooms.phonecall(row, someone.record_id if someone else None), someone)


def _incidents(planner: Planner) -> None:
    for row in _rows(planner, "incident"):
        group_id, group = planner.group_of(row)
        planner.add(row, Incident, rooms.incident(row, group_id), group=group)


def _focus(planner: Planner) -> None:
    for row in _rows(planner, "focus"):
        group_id, group = planner.group_of(row)
        if group_id is None:
            planner.reject(row, row.fault("group", "missing"))
            continue
        try:
            found = [rooms.triggering(text, planner.unit.today) for text in row.values.get("incident", ())]
        except CellFault as fault:
            planner.reject(row, row.fault("incident", fault.code, **fault.data))
            continue
        draft = rooms.focus(row, group_id, frozenset())
        if faults := faults_of(draft, row, planner.unit.today):
            planner.reject(row, *faults)
            continue
        made = (
            planner.add(row, Incident, rooms.incident_of_focus(one, group_id), group=group) for one in found if one.on
        )
        incidents = frozenset(one for one in made if one is not None)
        focus_id = planner.add(row, Focus, replace(draft, incidents=incidents), group=group)
        for what in row.values.get("measures", ()) if focus_id else ():
            planner.add(row, Measure, rooms.measure(what, str(focus_id)))


def _help(planner: Planner) -> None:
    for row in _rows(planner, "help"):
        someone = planner.someone(row)
        if row.values.get("anonymous"):
            someone = None
        planner.add(row, Help, rooms.help_(row, someone.record_id if someone else None), someone)


def _rows(planner: Planner, concept: str) -> list[ReadRow]:
    kept = []
    for row in planner.rows.get(concept, []):
        if row.faults and not planner.rejected(row):
            planner.reject(row, *row.faults)
        if not planner.rejected(row):
            kept.append(row)
    return kept
