"""What arrives beside a second user's approval: it goes where it was not given for the grounds that now stand there."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from gvi_desktop.domain.approval import APPROVALS, covered, same_name
from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services.incoming import Incoming
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.statements import chunks
from gvi_desktop.sync.merge import Verdict

ARRIVED = frozenset({Verdict.NEW.value, Verdict.CHANGED.value, Verdict.CONFLICT.value})


def settle(unit: Unit, records: Iterable[Incoming], contact: Contact) -> int:
    """Ask for a new approval of what was merged, where the one that stands covers other grounds, came from another
    agency for what was known here, or is of whoever proposed it. Returns of how many records."""
    arrived: dict[str, dict[str, Incoming]] = {}
    for one in records:
        if one.kind in APPROVALS and one.verdict in ARRIVED and not APPROVALS[one.kind].fields.isdisjoint(one.fields):
            arrived.setdefault(one.kind, {})[one.id] = one
    trusted = contact.preset is Preset.COLLEAGUE
    return sum(_settle(unit, kind, found, trusted) for kind, found in arrived.items())


def _settle(unit: Unit, kind: str, arrived: dict[str, Incoming], trusted: bool) -> int:
    rule, record = APPROVALS[kind], BY_KIND[kind]
    t = unit.table(record)
    approved, proposed = t.c[rule.approved_by], t.c[rule.proposed_by]
    void: list[str] = []
    for chunk in chunks(sorted(arrived)):
        query = select(t.c.id, approved, proposed).where(t.c.id.in_(chunk), approved != "")
        for record_id, by, proposer in unit.connection.execute(query):
            one = arrived[record_id]
            known = one.verdict != Verdict.NEW.value
            if same_name(by, proposer or "") or (
                known and not covered(kind, one.fields, one.conflicts, trusted=trusted)
            ):
                void.append(record_id)
    for record_id in void:
        take_away(unit, kind, record_id)
    return len(void)


def take_away(unit: Unit, kind: str, record_id: str) -> None:
    """The approval of a record goes; a second user gives a new one."""
    rule, record = APPROVALS[kind], BY_KIND[kind]
    values = {rule.approved_by: "", **dict.fromkeys(rule.also)}
    unit.store.change_raw(record, record_id, values, settle=True)


def say_anew(unit: Unit, kind: str, record_id: str) -> None:
    """Grounds were changed here: that they are not approved is said anew, though it may have been so before. An
    approval that a colleague gives meanwhile, for other grounds, is then in conflict with it and does not stand."""
    rule = APPROVALS[kind]
    unit.store.rewrite(BY_KIND[kind], record_id, (rule.approved_by,))
