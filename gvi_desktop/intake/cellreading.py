"""The cells of one row, each by the way its column is read."""

from __future__ import annotations

from datetime import date
from typing import Any

from gvi_desktop.intake import dates, lists, names, numbers, times
from gvi_desktop.intake.cell import (
    Cell,
    CellFault,
    Fault,
    is_empty,
    is_formula,
    long_text_of,
    number,
    says_nothing,
    text_of,
    yes_no,
)
from gvi_desktop.intake.concepts import CONCEPTS, Field, Reads
from gvi_desktop.intake.lexicon import table, vocabulary

SHOWN_WORDS = 12
CLOCKS = {"on": "at", "asked_on": "asked_at", "first_contact_on": "first_contact_at"}
"""Where the time goes that stands in the same cell as a date."""
Read = tuple[dict[str, Any], tuple[str, ...], tuple[Fault, ...], dict[str, tuple[str, str]]]


class RowReader:
    """Reads the rows of one sheet."""

    def __init__(
        self, concept: str, used: dict[int, str], headings: dict[int, str], today: date, habits: dict[int, dates.Habit]
    ) -> None:
        self._columns = sorted((at, name, CONCEPTS[concept].fields[name]) for at, name in used.items())
        self._headings = headings
        self._today = today
        self._habits = habits
        self._clocks = {**CLOCKS, "on": "start" if concept == "callin" else "at"}

    def read(self, cells: list[Cell]) -> Read:
        """(values by field, notes, faults, heading and text by field) of a row."""
        values: dict[str, Any] = {}
        notes: list[str] = []
        faults: list[Fault] = []
        raw: dict[str, tuple[str, str]] = {}
        for at, name, about in self._columns:
            cell = cells[at] if at < len(cells) else None
            heading = self._headings.get(at, "")
            raw.setdefault(name, (heading, text_of(cell)))
            if is_empty(cell):
                continue
            raw[name] = (heading, text_of(cell))
            try:
                self._take(at, name, about, cell, values, notes)
            except CellFault as fault:
                faults.append(Fault(heading, text_of(cell), fault.code, fault.data))
        return values, tuple(notes), tuple(faults), raw

    def _take(
        self, at: int, name: str, about: Field, cell: Cell, values: dict[str, Any], notes: list[str]
    ) -> None:
        reads = about.reads
        if reads in (Reads.WORD, Reads.WORD_OR_NOTE):
            self._word(at, name, about, cell, values, notes)
        elif reads in (Reads.NAME, Reads.NAME_REVERSED):
            given, family = names.split_name(text_of(cell), family_first=reads is Reads.NAME_REVERSED)
            values.setdefault("given_name", given)
            values.setdefault("family_name", family)
            if names.aside(text_of(cell)):
                notes.append(self._said(at, cell))
        elif reads is Reads.NAME_PART:
            values[name] = names.tidy(text_of(cell))
        elif reads is Reads.IDENTITY:
            self._identity(at, cell, values)
        elif reads in (Reads.PAST, Reads.DAY):
            values[name] = dates.read_date(cell, self._today, self._habits[at], ahead=reads is Reads.DAY)
            if name in self._clocks and (clock := dates.time_in(cell)) is not None:
                values.setdefault(self._clocks[name], clock)
        elif reads is Reads.NOTE and about.many:
            values[name] = "\n".join(part for part in (values.get(name, ""), long_text_of(cell)) if part)
        else:
            values[name] = self._plain(name, about, cell, values)

    def _plain(self, name: str, about: Field, cell: Cell, values: dict[str, Any]) -> Any:
        match about.reads:
            case Reads.YES:
                return yes_no(cell)
            case Reads.MAYBE:
                return None if says_nothing(cell) and text_of(cell) != "-" else yes_no(cell)
            case Reads.NUMBER:
                return number(cell)
            case Reads.TIME:
                found = times.read_time(cell)
                return values.get(name) if found is None else found
            case Reads.TEAM:
                return lists.read_team(cell)
            case Reads.ITEMS:
                return lists.read_items(cell)
            case Reads.MESSAGES:
                return lists.read_messages(cell)
        if about.many:
            return (*values.get(name, ()), text_of(cell))
        return "" if says_nothing(cell) else text_of(cell)

    def _word(
        self, at: int, name: str, about: Field, cell: Cell, values: dict[str, Any], notes: list[str]
    ) -> None:
        text = "1" if cell is True else "0" if cell is False else text_of(cell)
        known = vocabulary(about.vocabulary)
        found = known.find(text)
        if found is None and not says_nothing(cell) and not is_formula(cell):
            found = known.begins(text)
            if found is not None or about.otherwise is not None:
                notes.append(self._said(at, cell))
        if found is None and not says_nothing(cell):
            if is_formula(cell):
                raise CellFault("formula")
            if about.reads is Reads.WORD:
                raise CellFault("unknown_word", known=_known(about.vocabulary))
            found = about.otherwise
        if found:
            values[name] = found

    def _identity(self, at: int, cell: Cell, values: dict[str, Any]) -> None:
        found = numbers.read_identity(cell, self._today, self._habits[at])
        born = values.get("birth_date")
        year = values.get("birth_year") or (born.year if born else None)
        other = found.birth_year or (found.birth_date.year if found.birth_date else None)
        if (born and found.birth_date and born != found.birth_date) or (year and other and year != other):
            raise CellFault("birth_and_number_differ")
        if found.birth_date:
            values["birth_date"] = found.birth_date
        if found.birth_year:
            values["birth_year"] = found.birth_year
        if found.personal_number:
            values["personal_number"] = found.personal_number

    def _said(self, at: int, cell: Cell) -> str:
        return f"{self._headings.get(at, '')}: {long_text_of(cell)}"


def _known(name: str) -> list[str]:
    return [found[0] for found in table("values")[name].values() if found][:SHOWN_WORDS]
