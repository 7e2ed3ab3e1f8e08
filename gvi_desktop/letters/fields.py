"""The closed catalogue of what a template may merge: fields, lists of rows, and conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gvi_desktop.letters import words
from gvi_desktop.letters.kinds import CLASS, NAMELESS, LetterKind


class FieldType(StrEnum):
    """How a value is given and set: dates as 2026-05-20, times as 18:00, phone numbers unbroken."""

    text = "text"
    date = "date"
    time = "time"
    phone = "phone"


class Condition(StrEnum):
    """What may switch a part of a letter on; the services decide each for the person at hand."""

    minor = "minor"
    supervision = "supervision"
    interpreter = "interpreter"
    callin = "callin"
    reached = "reached"


@dataclass(frozen=True, slots=True)
class Field:
    """One mergeable value; an optional one may also be used as a condition: true where it is filled."""

    key: str
    sample: str
    type: FieldType = FieldType.text
    compartment: str = "core"
    sensitive: bool = False  # names or otherwise points to a living person
    optional: bool = False
    longest: int = 200


def _catalogue(*fields: Field) -> Mapping[str, Field]:
    return {field.key: field for field in fields}


_date, _time, _phone = FieldType.date, FieldType.time, FieldType.phone

FIELDS: Mapping[str, Field] = _catalogue(
    # the office; filled from the letterhead
    Field("programme", "GVI Örebro"),
    Field("town", "Örebro"),
    Field("agency", "Örebro kommun"),
    Field("parties", "Polisen, Kriminalvården och Örebro kommun"),
    Field("phone", "019-21 10 00", _phone),
    Field("phone_hours", "Vardagar 9–16", optional=True),
    # who signs
    Field("signer_name", "Anna Lind", sensitive=True),
    Field("signer_title", "Samordnare", optional=True),
    # the recipient and those around
    Field("first_name", "Elias", sensitive=True),
    Field("guardian_name", "Maria", sensitive=True, optional=True),
    Field("officer_name", "Karin Berg", sensitive=True, optional=True),
    Field("officer_phone", "010-123 45 67", _phone, optional=True),
    # the call-in
    Field("callin_date", "2026-05-20", _date, optional=True),
    Field("callin_start", "18:00", _time, optional=True),
    Field("callin_end", "19:00", _time, optional=True),
    Field("callin_arrival", "17:40", _time, optional=True),
    Field("venue", "Kulturhuset, stora salen", optional=True),
    Field("venue_address", "Storgatan 1, Örebro", optional=True),
    Field("transport", "Vi kan ordna skjuts till och från mötet.", optional=True, longest=400),
    Field("answer_by", "2026-05-11", _date, optional=True),
    # a talk
    Field("next_step", "Vi hörs igen på torsdag.", sensitive=True, optional=True, longest=600),
    # a list to the probation service
    Field("legal_ground", "Kriminalvårdens begäran 2026-05-21", optional=True, longest=400),
)

LISTS: Mapping[str, Mapping[str, Field]] = {
    "absent": _catalogue(
        Field("absent_code", "Tall-14", sensitive=True),
        Field("absent_name", "Elias Öberg", sensitive=True, optional=True),
        Field("absent_officer", "Karin Berg", sensitive=True, optional=True),
        Field("absent_result", "Kom inte"),
        Field("absent_note", "Ringde och sa att bussen var sen.", optional=True, longest=400),
    ),
    "services": _catalogue(
        Field("service_name", "Socialtjänsten, öppenvården"),
        Field("service_help", "Boende, skulder, missbruk, någon att prata med", longest=400),
        Field("service_phone", "019-21 20 00", _phone, optional=True),
        Field("service_hours", "Vardagar 8–16", optional=True),
    ),
}


_OF_ROWS = {key: (name, field) for name, row in LISTS.items() for key, field in row.items()}
_ALL = {**FIELDS, **{key: field for key, (_, field) in _OF_ROWS.items()}}


def row_field(key: str) -> tuple[str, Field] | None:
    """The list that a row's field belongs to, and the field."""
    return _OF_ROWS.get(key)


def known(key: str) -> Field | None:
    """The field of that key, of the letter or of a list's rows."""
    return _ALL.get(key)


def may_switch(name: str) -> bool:
    """Whether a section may carry that name: a condition, a list or an optional field."""
    field = known(name)
    return name in set(Condition) or name in LISTS or (field is not None and field.optional)


def names() -> list[str]:
    """Every word that may stand between braces, for suggestions."""
    rows = [key for row in LISTS.values() for key in row]
    return [*FIELDS, *rows, *LISTS, *(condition.value for condition in Condition)]


@lru_cache(maxsize=256)
def above_class(kind: LetterKind, keys: frozenset[str]) -> frozenset[str]:
    """Those of the fields whose compartment the letter's kind may not draw on, and on what names nobody those that
    point to somebody."""
    nameless = kind in NAMELESS
    found = {key: field for key in keys if (field := known(key))}
    return frozenset(
        key for key, field in found.items() if field.compartment not in CLASS[kind] or (nameless and field.sensitive)
    )


def label(key: str, language: str) -> str:
    """What a field is called in that language; the key itself where it is not in the catalogue."""
    return words.field_label(language, key) if known(key) else key
