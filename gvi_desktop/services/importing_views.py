"""What an import shows before it is done, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from gvi_desktop.wording import Words


class Progress(Protocol):
    """Told how far the work is; asked whether it shall stop."""

    def __call__(self, done: int, total: int) -> None:
        """So many of so many rows."""

    @property
    def cancelled(self) -> bool:
        """Whether to stop; nothing is written then."""


class RowStatus(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    MATCHED = "matched"
    SAME = "same"
    PROPOSAL = "proposal"
    REJECTED = "rejected"
    LEFT_OUT = "left_out"


class Why(StrEnum):
    """Why somebody may be the same person; never enough to decide without asking."""

    SAME_NUMBER = "same_number"
    SAME_NAME = "same_name"
    SOUND_AND_BIRTH = "sound_and_birth"
    SOUND = "sound"


@dataclass(frozen=True)
class Rejected:
    """A cell that cannot be taken in; `row` as a spreadsheet counts, `code` worded by the table "intake"."""

    sheet: str
    row: int
    column: str
    value: str
    code: str
    data: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant: a person of the vault (by id), or of another row (by that row's key)."""

    id: str
    code_name: str
    birth_year: int | None
    in_vault: bool
    sheet: str = ""
    row: int = 0


@dataclass(frozen=True)
class Proposal:
    """A person of the workbook who may be somebody already known. Undecided means a new person."""

    key: str
    sheet: str
    row: int
    name: str
    why: Why
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class RowView:
    """One row as the preview lists it."""

    sheet: str
    row: int
    concept: str
    status: RowStatus
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ColumnView:
    """A column: its heading and the field it was recognised as ("" = not taken in)."""

    at: int
    heading: str
    field: str


@dataclass(frozen=True)
class SheetView:
    """A sheet: what it was recognised as (None = nothing), where its headings stand, and its columns."""

    name: str
    concept: str | None
    heading_row: int
    columns: tuple[ColumnView, ...]
    rows: int
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True)
class SheetChoice:
    """How a user wants a sheet read: `concept` None leaves it out; `columns` takes the place of what was recognised."""

    concept: str | None
    columns: Mapping[int, str] | None = None


@dataclass(frozen=True)
class Request:
    """What was asked for, so that it can be asked again inside the step that writes."""

    source: Path | Any
    sheet: str | None = None
    as_: str | None = None
    choices: Mapping[str, SheetChoice] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Preview:
    """What an import would do."""

    request: Request
    name: str
    sheets: tuple[SheetView, ...]
    accepted: Mapping[str, int]
    same: Mapping[str, int]
    matched_people: int
    proposals: tuple[Proposal, ...]
    rejected: tuple[Rejected, ...]
    rows: tuple[RowView, ...]
    read: Any
    """The sheets as they were read, for the step that writes."""
    plan: Any
    """What was worked out, and `fresh` the state of the vault and the answers that it holds for."""
    fresh: tuple[int, datetime, Mapping[str, str]]


@dataclass(frozen=True)
class Result:
    """What an import did: new records by concept, those already there, people recognised, cells left out."""

    accepted: Mapping[str, int]
    same: Mapping[str, int]
    matched_people: int
    rejected: tuple[Rejected, ...]
    proposals: tuple[Proposal, ...]


def reason(words: Words, rejected: Rejected) -> str:
    """Why a cell is rejected, in one line."""
    data = dict(rejected.data)
    field = str(data.pop("field", ""))
    column = rejected.column or (words.label(str(data.pop("kind", "")), field) if field else "")
    return words.text("intake", rejected.code, **data, column=column)


def column_name(words: Words, field: str) -> str:
    """What a column is called that is taken as this field."""
    return words.text("columns", field)
