"""Undo and redo: a new step that says the opposite of an earlier one, so it travels and is journaled too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.notification import FOLLOW_UPS, LOCKED_AFTER, Notification, NotificationProblem, locked
from gvi_desktop.domain.person import Person, PersonProblem
from gvi_desktop.services import lifting
from gvi_desktop.services.keyring import NOT_UNDONE
from gvi_desktop.services.plenty import plenty
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories, journal, lane
from gvi_desktop.storage.batch import Batch, Turns
from gvi_desktop.storage.rows import ledger

DEPTH = 100


@dataclass(frozen=True)
class UndoStatus:
    """What undo and redo would take back or bring again: step titles (word keys), or None."""

    undo: str | None
    redo: str | None


def status(unit: Unit) -> UndoStatus:
    """For the menu: the titles of the next steps to undo and redo for this user."""
    back, again = _next_undo(unit), _next_redo(unit)
    return UndoStatus(back[1] if back else None, again[1] if again else None)


def undo(unit: Unit) -> str:
    """Take back this user's newest step that still stands; returns its title."""
    found = _next_undo(unit)
    if found is None:
        raise RefusedError("nothing_to_undo")
    return _reverse(unit, *found)


def redo(unit: Unit) -> str:
    """Bring again what was undone last; returns its title."""
    found = _next_redo(unit)
    if found is None:
        raise RefusedError("nothing_to_redo")
    return _reverse(unit, *found)


def _steps(unit: Unit) -> list[tuple[str, str, str | None, str | None]]:
    s = ledger.step.c
    query = select(s.id, s.title, s.undoes, s.undone_by).where(s.user == unit.user.id).order_by(s.n.desc()).limit(DEPTH)
    return [(row[0], row[1], row[2], row[3]) for row in unit.connection.execute(query)]


def _next_undo(unit: Unit) -> tuple[str, str] | None:
    """The newest step that is neither undone nor itself an undo (a redo, which undoes an undo, counts as a step)."""
    steps = {step: (title, undoes, undone_by) for step, title, undoes, undone_by in _steps(unit)}
    for step, (title, undoes, undone_by) in steps.items():
        if undone_by == "never":
            return None
        if undone_by is not None or (undoes is not None and not _is_redo(steps, undoes)):
            continue
        return step, title
    return None


def _next_redo(unit: Unit) -> tuple[str, str] | None:
    """The newest undo that stands, as long as nothing else was done since."""
    steps = {step: (title, undoes, undone_by) for step, title, undoes, undone_by in _steps(unit)}
    for step, (title, undoes, undone_by) in steps.items():
        if undoes is None:
            return None
        if undone_by is None and not _is_redo(steps, undoes):
            return step, title
    return None


def _is_redo(steps: dict[str, tuple[str, str | None, str | None]], undoes: str) -> bool:
    """Whether a step that reverses `undoes` is a redo: then that one was itself an undo."""
    found = steps.get(undoes)
    if found is None or found[1] is None:
        return False
    return not _is_redo(steps, found[1])


def _reverse(unit: Unit, step: str, title: str) -> str:
    unit.title = title
    unit.undoes = step
    turns = Turns(unit.store)
    with plenty(), lane.beside(unit.connection):
        for chunk in journal.backwards(unit.connection, step):
            entries = [entry for entry in chunk if entry.kind in BY_KIND and entry.record is not None]
            _refuse_locked(unit, entries)
            batch = turns.batch(str(entry.record) for entry in entries)
            for entry in entries:
                _take_back(unit, batch, entry)
        turns.write()
    return title


def _refuse_locked(unit: Unit, entries: list[journal.Entry]) -> None:
    """A visit that was logged more than a day ago is corrected by a new entry, not undone (records.md, notification).
    What a bundle or a workbook brought goes with it as a whole. No protection is lifted so either."""
    if any(lifting.by_undoing(one) for one in entries):
        raise RefusedError(PersonProblem.LIFT_BY_UNDO, kind=Person.kind)
    ours = {str(one.record) for one in entries if one.kind == Notification.kind and _touches(one)}
    if not ours:  # asking brings all that was gathered to the tables, which for very many is dear piece by piece
        return
    found = unit.store.many(Notification, sorted(ours), removed=True)
    if any(locked(one, unit.now) and not one.imported for one in found.values()):
        raise RefusedError(NotificationProblem.LOCKED, kind=Notification.kind, hours=LOCKED_AFTER // timedelta(hours=1))


def _touches(entry: journal.Entry) -> bool:
    """Whether undoing the entry changes the visit itself, or takes it away."""
    values = entry.values or {}
    if entry.action in ("add", "merge"):
        return entry.action == "add"
    away = "removed" in values and bool(values["removed"][0])
    return away or not values.keys() <= FOLLOW_UPS | {"removed", journal.SAID}


def _take_back(unit: Unit, batch: Batch, entry: journal.Entry) -> None:
    if entry.action == NOT_UNDONE or journal.SAID in (entry.values or ()):
        return
    record, record_id = BY_KIND[str(entry.kind)], str(entry.record)
    unit.may_write(record)
    state = batch.state(record_id, histories.cells_for(record, entry.values or ()))
    if state is None or state.tombstone is not None:
        return  # erased since: there is nothing left that could be taken back
    if entry.action == "add" or (entry.action == "merge" and _is_new(entry)):
        batch.change(record, record_id, {"removed": 1}, action="undo")
    elif entry.values:
        before = {name: old for name, (old, _) in entry.values.items()}
        _put_back(batch, entry, state, before)


def _is_new(entry: journal.Entry) -> bool:
    """Whether the record was not here before: then what nobody ever changes came in too."""
    return "made_at" in (entry.values or {})


def _put_back(batch: Batch, entry: journal.Entry, state: RecordState, before: dict[str, Value]) -> None:
    """Set the old values, unless somebody has changed one of the fields since."""
    record = BY_KIND[str(entry.kind)]
    merged = entry.action == "merge"
    now = state.shown if merged else histories.columns_shown(record, state, before)
    for name, (_, new) in (entry.values or {}).items():
        if now.get(name) != new:
            raise RefusedError("undo_changed_since", kind=entry.kind, field=name)
    if merged:
        touched = {name.partition(histories.SET_MARK)[0] for name in before}
        cells = {name: value for name, value in now.items() if name.partition(histories.SET_MARK)[0] in touched}
        before, _ = histories.columns_of(record, {**cells, **before})
    batch.change(record, str(entry.record), before, action="undo")
