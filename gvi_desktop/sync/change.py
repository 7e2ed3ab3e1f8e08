"""A record as one line of a bundle, and back: fields grouped by the save that set them, strict in what is accepted."""

from __future__ import annotations

from dataclasses import dataclass

import orjson

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import Crowd, Dot, Hlc, RecordState, Tombstone, Value
from gvi_desktop.domain.saves import Save, Saves, saves_of

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


def line_of(record: RecordState | Saves | Unread) -> bytes:
    """The line, with its line feed. BundleError "E_TOO_BIG" for a record over 1 MiB.

    {"t": kind, "id": id, "c": compartment, "g": [[replica, n, hlc, vv, {field: value}], ...],
     "x": {field: [[[replica, n, hlc, value], ...], vv], ...}}: in "g" the dot's own entry is left out of vv; "x" is
    only there for fields with several values. An erasure: {"t": kind, "id": id, "dead": [hlc, replica]}.
    """
    if isinstance(record, Unread):
        return record.raw + b"\n"
    told = record if isinstance(record, Saves) else saves_of(record)
    line = orjson.dumps(_plain(told), option=orjson.OPT_APPEND_NEWLINE)
    if len(line) > MAX_LINE:
        raise BundleError("E_TOO_BIG", what="line", limit=MAX_LINE)
    return line


def record_of(line: bytes) -> RecordState | Unread:
    """The record in a line without its line feed. BundleError "E_DAMAGED", "E_TOO_BIG"."""
    told = saves_in(line)
    return told if isinstance(told, Unread) else told.state()


def saves_in(line: bytes) -> Saves | Unread:
    """The saves in a line without its line feed. BundleError "E_DAMAGED", "E_TOO_BIG"."""
    if len(line) >= MAX_LINE:
        raise BundleError("E_TOO_BIG", what="line", limit=MAX_LINE)
    try:
        body = orjson.loads(line)
        # We write compact JSON in one way, so duplicate keys, escapes and lossy numbers show in a comparison.
        if type(body) is not dict or orjson.dumps(body) != line:
            raise ValueError
        kind, id = body["t"], body["id"]
        if not (type(kind) is type(id) is str and 0 < len(kind) <= NAME and 0 < len(id) <= NAME):
            raise ValueError
        if "dead" in body and body.keys() == DEAD_KEYS:
            hlc, replica = body["dead"]
            return Saves(kind, id, "", [], {}, Tombstone(_whole(hlc, MAX_INT), _text(replica)))
        if not body.keys() <= KEYS:
            return Unread(kind, id, line)
        groups, crowds = _groups(body["g"]), _crowds(body["x"]) if "x" in body else {}
        several = len(groups) + bool(crowds) > 1
        if several and len({name for group in groups for name in group[4]} | crowds.keys()) != (
            sum(len(group[4]) for group in groups) + len(crowds)
        ):
            raise ValueError  # a field in two places
        if not groups and not crowds:
            raise ValueError
        return Saves(kind, id, _text(body["c"], 0), groups, crowds)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BundleError("E_DAMAGED") from None


def _plain(record: Saves) -> dict[str, object]:
    head: dict[str, object] = {"t": record.kind, "id": record.id}
    if record.tombstone is not None:
        return {**head, "dead": [record.tombstone.hlc, record.tombstone.replica]}
    head["c"] = record.compartment
    head["g"] = [group[:5] for group in record.ordered()]
    if record.crowds:
        head["x"] = {name: record.crowds[name][:2] for name in sorted(record.crowds)}
    return head


def _groups(items: object) -> list[Save]:
    if type(items) is not list:
        raise ValueError
    groups: list[Save] = []
    for replica, n, hlc, others, values in items:
        if not (
            type(replica) is str and type(n) is type(hlc) is int
            and 0 < len(replica) <= NAME and 0 < n <= MAX_COUNTER and 0 <= hlc <= MAX_INT
        ):  # fmt: skip
            raise ValueError
        if others or type(others) is not dict:
            _vector(others)
            if others.get(replica, n) < n:
                raise ValueError
        if type(values) is not dict or not values or "" in values or max(map(len, values)) > NAME:
            raise ValueError
        types = {*map(type, values.values())}
        if not types <= SCALARS or (int in types and not all(map(_small, values.values()))):
            raise ValueError
        groups.append((replica, n, hlc, others, values, None))
    return groups


def _crowds(items: object) -> dict[str, Crowd]:
    if type(items) is not dict or not items:
        raise ValueError
    crowds: dict[str, Crowd] = {}
    for name, (siblings, vv) in items.items():
        _siblings(siblings, _vector(vv))
        crowds[_text(name)] = (siblings, vv, None)
    return crowds


def _small(value: object) -> bool:
    return type(value) is not int or abs(value) <= MAX_INT


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
