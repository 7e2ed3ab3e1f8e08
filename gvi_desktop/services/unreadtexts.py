"""Names in what only a later version reads: fields without a column, records of unknown kinds, lines in quarantine.

Nobody can say here what such a text is for, but a name in it is a name: it is found, asked about and replaced as in any
other record, and a record of an unknown kind that points to an erased person goes with them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

import orjson
from sqlalchemy import delete, select, update

from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services.telling import Telling
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories
from gvi_desktop.storage.held import SET_MARK
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import chunks

ROWS = 400
WHOLE = "*"
"""The "field" of a quarantined line: it is looked at and decided on as a whole."""
Text = tuple[str, str, str, str]
"""Kind, record, field and what stands there."""


def texts(unit: Unit, telling: Telling) -> Iterator[Text]:
    """Every text that names them. Of a field in conflict each of its values is one."""
    for state in _states(unit, telling):
        for name, cell in state.cells.items():
            if not _is_unknown(state.kind, name):
                continue
            for _, value in cell.siblings.values():
                if isinstance(value, str) and telling.hits(value):
                    yield state.kind, state.id, name, value
    for record_id, kind, body in _lines(unit, telling):
        if found := [one for one in _strings(body) if telling.hits(one)]:
            yield kind, record_id, WHOLE, "\n".join(found)


def text_at(unit: Unit, record_id: str, name: str) -> str | None:
    """What stands in such a field now; None where there is nothing any more."""
    if name == WHOLE:
        q = ledger.quarantine.c
        raw = unit.connection.execute(select(q.raw).where(q.id == record_id)).scalar()
        return None if raw is None else "\n".join(_strings(_body(bytes(raw))))
    state = histories.load(unit.connection, record_id)
    cell = None if state is None else state.cells.get(name)
    return cell.shown if cell is not None and isinstance(cell.shown, str) else None


def owned(unit: Unit, people: Collection[str]) -> dict[str, list[str]]:
    """Ids by kind of the records of unknown kinds that point to one of these people, as all that is theirs does."""
    found: dict[str, list[str]] = {}
    gone = frozenset(people)
    for state in _states(unit, None, unknown=True):
        if any(value in gone for value in state.shown.values() if isinstance(value, str)):
            found.setdefault(state.kind, []).append(state.id)
    return found


def replace(unit: Unit, telling: Telling, places: Mapping[tuple[str, str], Collection[str]], somebody: str) -> None:
    """Put a neutral word in the place of the names in the fields of (kind, record)."""
    for (kind, record_id), names in places.items():
        if WHOLE in names:
            _replace_lines(unit, record_id, lambda text: telling.replaced(text, somebody))
        state = histories.load(unit.connection, record_id)
        if state is None or state.tombstone is not None:
            continue
        cells: dict[str, Value] = {}
        for name in set(names) & state.cells.keys():
            shown = state.cells[name].shown
            cells[name] = telling.replaced(shown, somebody) if isinstance(shown, str) else shown
        if cells:
            unit.store.redact_cells(kind, record_id, cells)


def forget_lines(unit: Unit, tells: Callable[[str], bool], people: Collection[str] = ()) -> None:
    """Take away the quarantined lines that are theirs, or that cannot even be taken apart and tell of them."""
    q, gone = ledger.quarantine, frozenset(people)
    for record_id, raw in unit.connection.execute(select(q.c.id, q.c.raw)).all():
        body = _body(bytes(raw))
        theirs = tells(bytes(raw).decode("utf-8", "replace")) if body is None else not gone.isdisjoint(_strings(body))
        if theirs:
            unit.connection.execute(delete(q).where(q.c.id == record_id))


def _states(unit: Unit, telling: Telling | None, *, unknown: bool = False) -> Iterator[RecordState]:
    """Living records with anything that has no column here; with `telling` only where a name may be among it."""
    h = ledger.history.c
    beside = h.extra.is_not(None)
    # Each condition by an index of its own: both at once would read the whole history.
    where = [(beside, h.kind.not_in(BY_KIND))] if unknown else [(beside,), (h.conflicts > 0, h.extra.is_(None))]
    ids: list[str] = []
    for one in where:
        rows = unit.connection.execute(select(h.id, h.extra, h.meta).where(*one, h.dead_hlc.is_(None)))
        for chunk in iter(partial(rows.fetchmany, ROWS), []):
            for record_id, *stored in chunk:
                if telling is None or any(part and telling.near(_plain(part)) for part in stored):
                    ids.append(record_id)
    for some in chunks(ids):
        yield from histories.many(unit.connection, some).values()


def _plain(stored: bytes) -> str:
    """Stored JSON as text."""
    return bytes(stored).decode("utf-8", "replace")


def _is_unknown(kind: str, cell: str) -> bool:
    record = BY_KIND.get(kind)
    return record is None or cell.partition(SET_MARK)[0] not in histories.known_columns(kind)


def _lines(unit: Unit, telling: Telling) -> Iterator[tuple[str, str, object]]:
    q = ledger.quarantine.c
    for record_id, kind, raw in unit.connection.execute(select(q.id, q.kind, q.raw)).all():
        if telling.near(_plain(raw)) and (body := _body(bytes(raw))) is not None:
            yield record_id, kind, body


def _replace_lines(unit: Unit, record_id: str, replaced: Callable[[str], str]) -> None:
    q = ledger.quarantine
    raw = unit.connection.execute(select(q.c.raw).where(q.c.id == record_id)).scalar()
    body = None if raw is None else _body(bytes(raw))
    if body is not None:
        told = orjson.dumps(_with(body, replaced))
        unit.connection.execute(update(q).where(q.c.id == record_id).values(raw=told))


def _body(raw: bytes) -> object | None:
    try:
        found: object = orjson.loads(raw)
    except ValueError:
        return None
    return found


def _strings(body: object) -> Iterable[str]:
    if isinstance(body, str):
        yield body
    elif isinstance(body, dict | list):
        for one in body.values() if isinstance(body, dict) else body:
            yield from _strings(one)


def _with(body: object, replaced: Callable[[str], str]) -> object:
    if isinstance(body, str):
        return replaced(body)
    if isinstance(body, dict):
        return {name: _with(value, replaced) for name, value in body.items()}
    return [_with(one, replaced) for one in body] if isinstance(body, list) else body
