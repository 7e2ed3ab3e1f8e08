"""Why a letter must not be printed; one list for this room and for the services that know the person."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class StopCode(StrEnum):
    """A reason that stops one letter; the first group is found here, the second by the services."""

    empty_field = "empty_field"
    unknown_field = "unknown_field"
    malformed_value = "malformed_value"
    value_too_long = "value_too_long"
    missing_glyph = "missing_glyph"
    address_too_long = "address_too_long"
    too_many_pages = "too_many_pages"
    field_above_class = "field_above_class"
    endangering_word = "endangering_word"

    protected_identity = "protected_identity"
    minor_without_guardian = "minor_without_guardian"
    script_unapproved = "script_unapproved"
    person_imported_unreviewed = "person_imported_unreviewed"


ADDRESS = "address"
"""What the address counts as where a stop names a field."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One reason against one letter: `who` is the recipient's code name, `field` the field's key where there is one."""

    code: StopCode
    who: str
    field: str | None = None
    data: Mapping[str, str] = dataclasses.field(default_factory=dict)


class StoppedError(ValueError):
    """Nothing was printed; `stops` tells why, letter by letter."""

    def __init__(self, stops: tuple[Stop, ...]) -> None:
        super().__init__(", ".join(f"{stop.who}: {stop.code}" for stop in stops))
        self.stops = stops
