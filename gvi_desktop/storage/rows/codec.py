"""Field values as the vault and bundles hold them (text, whole number or nothing), and the way back."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

import orjson

from gvi_desktop.domain.history import Value

LARGE = 5000
Encode = Callable[[Any], Value]
Decode = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field is stored: as text or number, whether it is a set of elements, and both directions."""

    name: str
    number: bool
    elements: bool
    encode: Encode
    decode: Decode
    default: Any
    ref: str | None


_known: dict[type[Any], dict[str, Codec]] = {}
BLANK: dict[Any, Any] = {str: "", int: 0}
"""What a line of a list shows where it lacks a text or number that it must have: another office may have sent it so."""


def codecs(record: type[Any]) -> dict[str, Codec]:
    """The codec of every field of a record class, common ones included."""
    if record not in _known:
        hints = typing.get_type_hints(record)
        _known[record] = {f.name: _codec(f, hints[f.name]) for f in dataclasses.fields(record)}
    return _known[record]


def nothing(record: type[Any], name: str) -> Value:
    """What is stored of a field that is shown as it is when nothing is known of it; None for other columns."""
    known = codecs(record).get(name)
    return None if known is None else known.encode(known.decode(None))


def _codec(declared: dataclasses.Field[Any], hint: Any) -> Codec:
    bare = _without_none(hint)
    optional = bare is not hint
    default = None if optional else BLANK.get(bare) if declared.default is dataclasses.MISSING else declared.default
    ref = declared.metadata.get("ref")
    number, elements = bare in (bool, int), typing.get_origin(bare) is frozenset
    encode, decode = _pair(bare, default)
    return Codec(declared.name, number, elements, encode, decode, default, ref)


def _without_none(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        (bare,) = [part for part in typing.get_args(hint) if part is not type(None)]
        return bare
    return hint


def _pair(bare: Any, default: Any) -> tuple[Encode, Decode]:
    origin = typing.get_origin(bare)
    if origin is tuple:
        return _listed(typing.get_args(bare)[0])
    if origin is frozenset:
        return _elements(typing.get_args(bare)[0])
    if bare is str:
        return sound, lambda value: value if isinstance(value, str) else default
    if bare is int:
        return _same, lambda value: value if isinstance(value, int) else default
    if bare is bool:
        return int, bool
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        members = {member.value: member for member in bare}
        return _text, lambda value: members.get(value, default)
    if bare is datetime:
        return moment_text, lambda value: _parsed(moment, value, default)
    if bare is date:
        return _iso, lambda value: _parsed(date.fromisoformat, value, default)
    if bare is time:
        return _clock_text, lambda value: _parsed(time.fromisoformat, value, default)
    raise TypeError(bare)


def _same(value: Any) -> Value:
    return typing.cast("Value", value)


def sound(text: Any) -> Any:
    """A text without what no file, index or bundle takes: halves of letters (lone surrogates) and NUL."""
    if not isinstance(text, str):
        return text
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text


def _text(value: Any) -> Value:
    return None if value is None else str(value.value)


def _iso(value: date | None) -> Value:
    return None if value is None else value.isoformat()


def _clock_text(value: time | None) -> Value:
    return None if value is None else value.strftime("%H:%M:%S" if value.second else "%H:%M")


def moment_text(value: datetime | None) -> str | None:
    """A moment as UTC text that sorts by time; ValueError for a naive one."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The way back from `moment_text`."""
    return datetime.fromisoformat(text)


def _parsed(parse: Callable[[str], Any], value: Any, default: Any) -> Any:
    # A newer version may have written what this one cannot read: the history keeps it, this version shows nothing.
    if not isinstance(value, str):
        return default
    try:
        return parse(value)
    except ValueError:
        return default


def _listed(inner: Any) -> tuple[Encode, Decode]:
    if inner is str:
        return lambda value: orjson.dumps([sound(v) for v in value]).decode(), lambda value: tuple(_array(value))
    fields = codecs(inner)

    def encode(value: Any) -> Value:
        rows = [{name: codec.encode(getattr(item, name)) for name, codec in fields.items()} for item in value]
        return orjson.dumps(rows).decode()

    def decode(value: Any) -> Any:
        return tuple(
            inner(**{name: codec.decode(item.get(name)) for name, codec in fields.items()})
            for item in _array(value)
            if isinstance(item, dict)
        )

    return encode, decode


def _elements(inner: Any) -> tuple[Encode, Decode]:
    if inner is str:
        return lambda value: orjson.dumps(_sorted(value)).decode(), lambda value: frozenset(_array(value))
    members = {member.value: member for member in inner}
    return (
        lambda value: orjson.dumps(sorted(m.value for m in value)).decode(),
        lambda value: frozenset(members[v] for v in _array(value) if v in members),
    )


def _sorted(texts: typing.Collection[str]) -> list[str]:
    """In order; very many by their beginnings first, since a window must not wait for one long sorting."""
    if len(texts) < LARGE:
        return sorted(texts)
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(text[:2], []).append(text)
    return [text for start in sorted(found) for text in sorted(found[start])]


def _array(value: Any) -> list[Any]:
    if not isinstance(value, str) or value == "[]":
        return []
    try:
        found = orjson.loads(value)
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def encoded(record: Any, names: typing.Iterable[str] | None = None) -> dict[str, Value]:
    """The stored values of a record or draft."""
    known = codecs(type(record))
    return {name: known[name].encode(getattr(record, name)) for name in (names or known)}


@functools.cache
def decoder(record: type[Any]) -> Callable[[Any], Any]:
    """A function that makes a record from a row with its columns in the order of the class's fields."""
    known = codecs(record)
    names = tuple(known)
    # Nothing is mostly what there is, and it is decoded to the same unchangeable thing each time.
    decodes = [(codec.decode, codec.decode(None)) for codec in known.values()]

    def decode(row: Any) -> Any:
        values = [blank if value is None else made(value) for (made, blank), value in zip(decodes, row, strict=True)]
        return record(**dict(zip(names, values, strict=True)))

    return decode
