"""A record as one line of a bundle, and back: fields grouped by the save that set them, strict in what is accepted."""

from __future__ import annotations

from dataclasses import dataclass

import orjson

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import Cell, Dot, Hlc, RecordState, Tombstone, Value, crowd_of, erased, groups_of

MAX_LINE = 1024 * 1024
MAX_COUNTER = 2**53
MAX_INT = 2**63 - 1
NAME = 200
SCALARS = frozenset({str, int, bool, type(None)})
KEYS = frozenset({"t", "id", "c", "g", "x"})
DEAD_KEYS = frozenset({"t", "id", "dead"})


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that a later version wrote: kept whole, forwarded as it came."""

    kind: str
    id: str
    raw: bytes


def line_of(record: RecordState | Unread) -> bytes:
    """The line, with its line feed. BundleError "E_TOO_BIG" for a record over 1 MiB.

    {"t": kind, "id": id, "c": compartment, "g": [[replica, n, hlc, vv, {field: value}], ...],
     "x": {field: [[[replica, n, hlc, value], ...], vv], ...}}: in "g" the dot's own entry is left out of vv; "x" is
    only there for fields with several values. An erasure: {"t": kind, "id": id, "dead": [hlc, replica]}.
    """
    if isinstance(record, Unread):
        return record.raw + b"\n"
    line = orjson.dumps(_plain(record))
    if len(line) >= MAX_LINE:
        raise BundleError("E_TOO_BIG", what="line", limit=MAX_LINE)
    return line + b"\n"


def record_of(line: bytes) -> RecordState | Unread:
    """The record in a line without its line feed. BundleError "E_DAMAGED", "E_TOO_BIG"."""
    if len(line) >= MAX_LINE:
        raise BundleError("E_TOO_BIG", what="line", limit=MAX_LINE)
    try:
        body = orjson.loads(line)
        # We write compact JSON in one way, so duplicate keys, escapes and lossy numbers show in a comparison.
        if type(body) is not dict or orjson.dumps(body) != line:
            raise ValueError
        kind, id = _text(body["t"]), _text(body["id"])
        if "dead" in body and body.keys() == DEAD_KEYS:
            hlc, replica = body["dead"]
            return erased(kind, id, Tombstone(_whole(hlc, MAX_INT), _text(replica)))
        if not body.keys() <= KEYS:
            return Unread(kind, id, line)
        return RecordState(kind, id, _text(body["c"], 0), _cells(body["g"], body.get("x")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BundleError("E_DAMAGED") from None


def _plain(record: RecordState) -> dict[str, object]:
    head: dict[str, object] = {"t": record.kind, "id": record.id}
    if record.tombstone is not None:
        return {**head, "dead": [record.tombstone.hlc, record.tombstone.replica]}
    cells = record.cells
    groups, others = groups_of(cells, with_lsn=False)
    wire = []
    for replica, n, hlc, vv, names, _ in groups:
        dot = (replica, n)
        wire.append([replica, n, hlc, vv, {name: cells[name].siblings[dot][1] for name in names}])
    crowds = {name: crowd_of(cell)[:2] for name, cell in others.items()}
    return {**head, "c": record.compartment, "g": wire, **({"x": crowds} if crowds else {})}


def _cells(groups: object, crowds: object) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    if type(groups) is not list:
        raise ValueError
    count = 0
    for replica, n, hlc, others, values in groups:
        dot = _dot(replica, n)
        _whole(hlc, MAX_INT)
        vv = {replica: n, **_vector(others)}
        if vv[replica] < n or not values:
            raise ValueError
        for name, value in values.items():
            if not 0 < len(name) <= NAME or type(value) not in SCALARS or (type(value) is int and abs(value) > MAX_INT):
                raise ValueError
            cells[name] = Cell({dot: (hlc, value)}, vv)
        count += len(values)
    if crowds is not None:
        if type(crowds) is not dict or not crowds:
            raise ValueError
        for name, (siblings, vv) in crowds.items():
            cells[_text(name)] = Cell(_siblings(siblings, _vector(vv)), vv)
        count += len(crowds)
    if count != len(cells) or not cells:  # a field in two places
        raise ValueError
    return cells


def _siblings(items: object, vv: dict[str, int]) -> dict[Dot, tuple[Hlc, Value]]:
    if type(items) is not list or len(items) == 1 or len(items) > 10_000:
        raise ValueError
    siblings: dict[Dot, tuple[Hlc, Value]] = {}
    for replica, n, hlc, value in items:
        siblings[_dot(replica, n)] = (_whole(hlc, MAX_INT), _value(value))
        if vv.get(replica, 0) < n:
            raise ValueError
    if len(siblings) != len(items):
        raise ValueError
    return siblings


def _dot(replica: object, n: object) -> Dot:
    return _text(replica), _whole(n, MAX_COUNTER, 1)


def _vector(vv: object) -> dict[str, int]:
    if type(vv) is not dict or len(vv) > 10_000:
        raise ValueError
    for replica, n in vv.items():
        _text(replica)
        _whole(n, MAX_COUNTER, 1)
    return vv


def _value(value: object) -> Value:
    if value is None or isinstance(value, str | bool):
        return value
    return _whole(value, MAX_INT, -MAX_INT)


def _text(value: object, shortest: int = 1) -> str:
    if not isinstance(value, str) or not shortest <= len(value) <= NAME:
        raise ValueError
    return value


def _whole(value: object, highest: int, lowest: int = 0) -> int:
    if type(value) is not int or not lowest <= value <= highest:
        raise ValueError
    return value
