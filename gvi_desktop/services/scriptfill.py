"""Filling the fields of a script: what the office and a call-in give, and what is still missing before a print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.script import Remark, ScriptProblem
from gvi_desktop.domain.scripttext import OF_CALLIN, ScriptField, fill, places, written
from gvi_desktop.letters.templates import language_for
from gvi_desktop.letters.words import long_date
from gvi_desktop.services.unit import Unit

UNKNOWN, EMPTY = "unknown_field", "empty_field"
"""Codes of remarks: a field that there is not, and one that the office has not filled."""


def values(unit: Unit, language: str, callin: Callin | None = None) -> dict[str, str]:
    """What each field stands for in a text of that language; empty where nothing is known."""
    office = unit.office
    found = {
        ScriptField.PHONE: office.phone,
        ScriptField.PHONE_HOURS: office.phone_hours,
        ScriptField.PROGRAMME: office.programme,
        ScriptField.TOWN: office.town,
        ScriptField.AGENCY: office.agency,
    }
    if callin is not None:
        said_in = language_for(language, office.language.value)
        found[ScriptField.DATE] = long_date(said_in, callin.on) if callin.on else ""
        found[ScriptField.START] = callin.start.strftime("%H:%M") if callin.start else ""
        found[ScriptField.VENUE] = callin.venue
    return {field.value: found.get(field, "").strip() for field in ScriptField}


def filled(texts: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """The texts with what is known put in."""
    return tuple(fill(text, known) for text in texts)


def stops(texts: Iterable[str], known: Mapping[str, str]) -> list[Problem]:
    """What must be mended before the texts may be printed: each field that is unknown or has no value, once."""
    found: dict[str, Problem] = {}
    for text in texts:
        for place in places(text):
            if not place.known:
                found[place.name] = Problem(ScriptProblem.UNKNOWN_FIELD, data={"name": place.written})
            elif not known.get(place.name):
                code = ScriptProblem.CALLIN_FIELD_EMPTY if place.name in OF_CALLIN else ScriptProblem.FIELD_EMPTY
                found[place.name] = Problem(code, data={"name": written(ScriptField(place.name))})
    return list(found.values())


def remarks(texts: Sequence[str], known: Mapping[str, str]) -> list[Remark]:
    """Fields to look at while one writes: unknown ones, and those that the office has not filled."""
    found = []
    for at, text in enumerate(texts):
        for place in places(text):
            if not place.known:
                found.append(Remark(UNKNOWN, place.written, place.at, at))
            elif place.name not in OF_CALLIN and not known.get(place.name):
                found.append(Remark(EMPTY, place.written, place.at, at))
    return found
