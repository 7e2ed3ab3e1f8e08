"""What a letter is made from: the office's letterhead, the recipient, and the values as the services give them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import LetterKind

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office as its papers show it; `phone` is the number on cards, `purpose` stands on reports and extracts."""

    programme: str
    town: str
    agency: str
    parties: tuple[str, ...]
    phone: str
    logo: bytes | None = None
    purpose: str = ""
    phone_hours: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a letter: known to us by code name, to the post by address lines (none: handed over)."""

    code_name: str
    address: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class LetterInput:
    """One letter to set: values as given (dates 2026-05-20, times 18:00), rows of lists, and the conditions that hold.

    `day` is the date printed on it; `reference` its number in the register; `text` the office's own template in the
    reader's language, empty for the one that comes with the program.
    """

    kind: LetterKind
    recipient: Recipient
    values: Values
    day: date
    reference: str
    conditions: frozenset[Condition] = frozenset()
    lists: Mapping[str, Sequence[Values]] = dataclasses.field(default_factory=dict)
    text: str = ""
