"""A cell of a workbook, and the small questions that every reader of cells asks of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from gvi_desktop.intake.lexicon import fold, vocabulary, words

Cell = str | int | float | bool | date | datetime | time | timedelta | None


class CellFault(Exception):  # noqa: N818 - a fault in what was typed, not in the program
    """A cell that cannot be taken in: a code and what its sentence needs."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


@dataclass(frozen=True)
class Fault:
    """A fault with its place: the column's heading and what stands in the cell."""

    column: str
    value: str
    code: str
    data: dict[str, Any] = field(default_factory=dict, hash=False)


def text_of(cell: Cell) -> str:
    """A cell as a person reads it: 1.0 is 1, dates are ISO, other white space is single spaces."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return str(cell)


def long_text_of(cell: Cell) -> str:
    """A note: as `text_of`, but its line breaks stay."""
    if isinstance(cell, str):
        return "\n".join(" ".join(line.split()) for line in cell.strip().splitlines())
    return text_of(cell)


def is_empty(cell: Cell) -> bool:
    """Whether there is nothing in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def says_nothing(cell: Cell) -> bool:
    """Whether the cell is empty, or says in words that nothing is known ("?", "-", "okänd")."""
    return is_empty(cell) or (isinstance(cell, str) and (fold(cell) or cell.strip()) in words("blank"))


def is_formula(cell: Cell) -> bool:
    """Whether the cell holds a formula nobody has worked out; formulas are text here, whatever they say."""
    return isinstance(cell, str) and cell.startswith("=")


def yes_no(cell: Cell) -> bool:
    """Ja/Nej, J/N, X, 1/0, true/false; empty is no."""
    if isinstance(cell, bool):
        return cell
    found = vocabulary("yesno").exact(text_of(cell))
    if found is None and not says_nothing(cell):
        raise CellFault("not_yes_or_no")
    return found == "yes"


def number(cell: Cell) -> int | None:
    """A whole number, also as 1.0, "1" or "nr 1"."""
    if says_nothing(cell):
        return None
    plain = text_of(cell).casefold().removeprefix("nr").removeprefix("ca").strip(" .:#~")
    if not plain.isdecimal():
        raise CellFault("not_a_number")
    return int(plain)
