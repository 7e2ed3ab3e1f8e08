"""Numbers of letters: one series a year with the office's prefix, each used once."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from gvi_desktop.domain.letter import Letter
from gvi_desktop.services.unit import Unit

DIGITS = 4


def numbers(unit: Unit) -> Iterator[str]:
    """Free numbers one after the other: 2026-0001, or ÖR-2026-0001 where the office has a prefix."""
    prefix = unit.office.number_prefix.strip()
    stem = f"{prefix}{'-' if prefix[-1:].isalnum() else ''}{unit.today.year}-"
    last = _last(unit, stem)
    while True:
        last += 1
        yield f"{stem}{last:0{DIGITS}}"


def _last(unit: Unit, stem: str) -> int:
    # Also of letters taken off the register: a number that stands on paper must not come to mean another letter.
    number = unit.table(Letter).c.number
    rest = func.substr(number, len(stem) + 1)
    query = (
        select(rest)
        .where(number > stem, number < stem + "\uffff", func.substr(number, 1, len(stem)) == stem)
        .where(rest.op("NOT GLOB")("*[^0-9]*"), func.length(rest).between(1, 9))
        .order_by(func.length(rest).desc(), rest.desc())
        .limit(1)
    )
    return int(unit.connection.execute(query).scalar() or 0)
