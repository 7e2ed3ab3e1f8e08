"""What every report is made of: sections of tables with a heading, notes, and the words of one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.user import Right
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import journal
from gvi_desktop.wording import Words

Cell = str | int | float
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Section:
    """A heading over a few words, a table, or both.

    `facts`: rows of a name and its value, shown without heads. `data`: rows for a program to read; alone in a CSV file,
    on a sheet of their own in a workbook. `kept`: stays in the vault, shown on screen and written to no file.
    """

    key: str
    heading: str
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    text: str = ""
    facts: bool = False
    data: bool = False
    kept: bool = False


@dataclass(frozen=True)
class Report:
    """A report in one language; `reference` is noted in the register of disclosures when it leaves as a file."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...]
    reference: str = ""


class Teller:
    """The words of a report, and its cells: a hidden number is a word."""

    def __init__(self, language: str, *, public: bool = False) -> None:
        self.words = Words(language)
        self.public = public

    def __call__(self, key: str, **values: object) -> str:
        """A word or sentence of the reports."""
        return self.words.text("reports", key, **values)

    def cell(self, number: int | float | None) -> Cell:
        """A number, or the word for a hidden one."""
        return self("hidden") if number is None else number

    def value(self, enum: type[StrEnum], code: object) -> str:
        """What a stored value is called; a dash for none or one that is not known."""
        return self.words.value(enum(str(code))) if code in set(enum) else "–"

    def yes(self, value: bool) -> str:
        """Yes or no."""
        return self("yes" if value else "no")

    def facts(self, key: str, rows: Iterable[tuple[str, Cell | date | None]], *, figures: bool = False) -> Section:
        """A section of names and values; empty values are left out. `figures`: a table of numbers."""
        found = tuple((self(name), _plain(value)) for name, value in rows if value not in ("", None))
        heads = (self("figure"), self("value")) if figures else (self("what"), self("says"))
        return Section(key, self(key), heads, found, facts=not figures)

    def table(self, key: str, heads: Iterable[str], rows: Iterable[Row], text: str = "") -> Section:
        """A section with a table whose heads are keys of words."""
        return Section(key, self(key), tuple(self(head) for head in heads), tuple(rows), text)

    def prose(self, key: str, text: str) -> Section:
        """A section of words only."""
        return Section(key, self(key), text=text.strip())


def _plain(value: Cell | date | None) -> Cell:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that say something."""
    return tuple(one for one in sections if one.rows or one.text)


def day(value: date | None) -> str:
    """A date as it is written; empty for none."""
    return value.isoformat() if value else ""


def period_text(period: Period, words: Words) -> str:
    """The period in words."""
    first, last = day(period.first), day(period.last)
    key = {(True, True): "period", (False, True): "period_open_start", (True, False): "period_open_end"}
    return words.text("reports", key.get((bool(first), bool(last)), "period_all"), first=first, last=last)


def owner_lines(unit: Unit) -> Sequence[str]:
    """Programme, owner and purpose: printed on every export (records.md, office)."""
    office = unit.office
    return (office.programme, office.agency, office.purpose)


def register(unit: Unit, form: str, report: Report, agency: str = "") -> None:
    """Note a report that leaves the vault as a file: journal entry and disclosure."""
    unit.need(Right.EXPORT)
    unit.note("export", detail=f"report {form}")
    draft = DisclosureDraft(
        on=unit.today,
        way=DisclosureWay.FILE,
        what=f"{report.title}: {report.subtitle} ({form.upper()})",
        agency=agency,
        ground=OWN_AGENCY,
        decided_by=unit.user.name,
        reference=report.reference,
    )
    unit.add(Disclosure, draft)


def changes(unit: Unit, record_id: str, field: str) -> list[tuple[str, str]]:
    """How a field went from value to value, as the journal tells it; what was erased is not told."""
    state = unit.store.state(record_id)
    if state is None or state.compartment not in unit.user.reads:
        return []
    found = []
    for entry in journal.entries(unit.connection, record=record_id):
        if entry.values and field in entry.values:
            before, after = entry.values[field]
            found.append((str(before or ""), str(after or "")))
    return found
