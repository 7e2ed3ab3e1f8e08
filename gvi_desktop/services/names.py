"""Code names: P001, P002 … with the office's prefix, minted when none is given, each used once."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from gvi_desktop.domain.person import Person
from gvi_desktop.services.unit import Unit

LETTER = "P"
DIGITS = 3


def next_code(unit: Unit) -> str:
    """The next free code name."""
    return next(codes(unit))


def codes(unit: Unit) -> Iterator[str]:
    """Free code names one after the other: for an import, which asks the vault only once."""
    stem = f"{unit.office.number_prefix}{LETTER}"
    number = _highest(unit, stem)
    while True:
        number += 1
        yield f"{stem}{number:0{DIGITS}}"


def code_taken(unit: Unit, code: str, but: str = "") -> bool:
    """Whether somebody else goes by that code name."""
    p = unit.table(Person).c
    return bool(unit.count(Person, p.code_name == code, p.id != but))


def _highest(unit: Unit, stem: str) -> int:
    # Also of people who were removed: a code name on paper must not come to mean somebody else.
    code = unit.table(Person).c.code_name
    rest = func.substr(code, len(stem) + 1)
    query = (
        select(rest)
        .where(code > stem, code < stem + "\uffff", func.substr(code, 1, len(stem)) == stem)
        .where(rest.op("NOT GLOB")("*[^0-9]*"), func.length(rest) < 12)
        .order_by(func.length(rest).desc(), rest.desc())
        .limit(1)
    )
    return int(unit.connection.execute(query).scalar() or 0)
