"""JSON that has one meaning only: no duplicate keys, fractions, huge numbers, lone surrogates or deep nesting."""

from __future__ import annotations

import json
from typing import NoReturn

MAX_INT = 2**63 - 1
DIGITS = 19


def loads(raw: bytes) -> object:
    """The value in these UTF-8 bytes. ValueError for anything ambiguous or broken."""
    try:
        value = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_whole,
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # a lone surrogate from an escape fails here
    except RecursionError:
        raise ValueError("too deep") from None
    return value


def dumps(value: object) -> bytes:
    """Compact UTF-8 JSON and a line feed."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > DIGITS or abs(int(digits)) > MAX_INT:
        raise ValueError("a number too large")
    return int(digits)


def _refuse(_: str) -> NoReturn:
    raise ValueError("not a whole number")


def text(value: object, longest: int = 200, *, shortest: int = 1) -> str:
    if not isinstance(value, str) or not shortest <= len(value) <= longest:
        raise ValueError("not such a text")
    return value


def whole(value: object, lowest: int = 0, highest: int = MAX_INT) -> int:
    if type(value) is not int or not lowest <= value <= highest:
        raise ValueError("not such a number")
    return value


def mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def listing(value: object, longest: int = 10_000) -> list[object]:
    if not isinstance(value, list) or len(value) > longest:
        raise ValueError("not such a list")
    return value
