"""What stands in a script beside the words that are said: cues for the speaker, and fields that are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

_CUE = re.compile(r"^[ \t]*\[([^\[\]\n]+)\][ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}|\{\{|\}\}")
"""A field, or braces that begin or end none: neither is ever printed."""


class ScriptField(StrEnum):
    """A field that a script may hold between double braces, as in {{phone}}."""

    PHONE = "phone"
    PHONE_HOURS = "phone_hours"
    PROGRAMME = "programme"
    TOWN = "town"
    AGENCY = "agency"
    DATE = "date"
    START = "start"
    VENUE = "venue"


_NAMES = frozenset(field.value for field in ScriptField)
OF_CALLIN = frozenset({ScriptField.DATE, ScriptField.START, ScriptField.VENUE})
"""Fields that only a call-in can fill; the others are the office's."""


@dataclass(frozen=True)
class Part:
    """Words to say, and the cue before them: a line of its own in [brackets], such as pause or look up."""

    cue: str
    text: str


@dataclass(frozen=True)
class Place:
    """A field as it stands in a text: its name, which may be unknown, how it is written, and at which character."""

    name: str
    written: str
    at: int

    @property
    def known(self) -> bool:
        """Whether there is such a field."""
        return self.name in _NAMES


def written(field: ScriptField) -> str:
    """How a field is written in a text."""
    return "{{" + field.value + "}}"


def spoken(text: str) -> str:
    """The text with every cue blanked out; what is left stands where it stood."""
    return _CUE.sub(lambda found: " " * len(found.group()), text)


def parts(text: str) -> tuple[Part, ...]:
    """The text cut at its cues, in order."""
    pieces = _CUE.split(text)
    found = [Part("", pieces[0].strip())]
    found += [Part(cue.strip(), said.strip()) for cue, said in zip(pieces[1::2], pieces[2::2], strict=True)]
    return tuple(part for part in found if part.cue or part.text)


def places(text: str) -> tuple[Place, ...]:
    """The fields of a text, in order; braces that make no field stand for one that there is not."""
    return tuple(Place(found.group(1) or "", found.group(), found.start()) for found in _FIELD.finditer(text))


def unknown(texts: Iterable[str]) -> tuple[str, ...]:
    """The fields that there are not, as they are written; each once."""
    return tuple(dict.fromkeys(one.written for text in texts for one in places(text) if not one.known))


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with the values put in; a field without one is left as it is."""
    return _FIELD.sub(lambda found: values.get(found.group(1)) or found.group(), text)
