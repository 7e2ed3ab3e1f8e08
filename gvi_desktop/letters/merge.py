"""Putting values into a template: cleaned, formatted by the reader's language, and never empty."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from gvi_desktop.letters import fields, words
from gvi_desktop.letters.blocks import FilledBlock, Piece, build, fill
from gvi_desktop.letters.fields import Condition, FieldType
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.layout import Run, Runs
from gvi_desktop.letters.template import Merge, Node, Section, Template

Values = Mapping[str, str]

# Overrides of writing direction let a value rearrange the text around it; C0 and C1 controls have no shape at all.
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

_SHORT_FIGURE = re.compile(r" (?=\d)")  # "Vardagar 9-16" and "Storgatan 1" stay on one line


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office as its papers show it; `phone` is the number on cards, `purpose` stands on reports and extracts."""

    programme: str
    town: str
    agency: str
    parties: tuple[str, ...]
    phone: str
    logo_png: bytes | None = None
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
    """One letter to set: values as given (dates 2026-05-20, times 18:00), rows of lists, and what holds for this person.

    `day` is the date printed on it; `reference` its number in the register.
    """

    kind: LetterKind
    recipient: Recipient
    values: Values
    day: date
    reference: str
    conditions: frozenset[Condition] = frozenset()
    lists: Mapping[str, Sequence[Values]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """A letter's heading and blocks with their values, and the fields that are in it as (key, text)."""

    heading: str
    blocks: tuple[FilledBlock, ...]
    used: tuple[tuple[str, str], ...]


def clean(value: str) -> str:
    """A value without characters that have no shape or turn the writing; composed, so that a and ring are one å."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\t", " "))).strip()


def formatted(key: str, value: str, language: str) -> str | None:
    """A value as it is printed, or None where it is not of its field's type."""
    text = clean(value)
    known = fields.known(key)
    try:
        match known.type if known else FieldType.text:
            case FieldType.date:
                return words.long_date(language, date.fromisoformat(text))
            case FieldType.time:
                moment = time.fromisoformat(text)
                return words.say(language, "date.time", hour=f"{moment:%H}", minute=f"{moment:%M}")
            case FieldType.phone:
                return text.replace(" ", "\u00a0")
            case FieldType.text:
                return _SHORT_FIGURE.sub("\u00a0", text) if len(text) <= 40 else text
    except ValueError:
        return None


def office_values(head: Letterhead, language: str) -> Values:
    """The fields that the letterhead itself fills."""
    parties = words.enumeration(language, head.parties)
    own = {"programme": head.programme, "town": head.town, "agency": head.agency, "parties": parties}
    return {**own, "phone": head.phone, "phone_hours": head.phone_hours}


class Merger:
    """Merges one batch in one language; blocks without fields are the same objects in every letter."""

    def __init__(self, head: Letterhead, language: str) -> None:
        self._office = office_values(head, language)
        self._language = language

    def merge(self, template: Template, letter: LetterInput) -> Merged:
        """The letter's blocks. A value that is missing or malformed is set as nothing: ask `stops.check` first."""
        values = {**self._office, **letter.values}
        used: dict[Merge, str] = {}

        def text_of(place: Merge) -> str:
            if place not in used:
                raw = _value(place, values, letter)
                used[place] = formatted(place.key, raw, self._language) or "" if raw else ""
            return used[place]

        heading = "".join(p if isinstance(p, str) else text_of(p) for p in flat(template.heading, values, letter))
        blocks = tuple(fill(block, text_of) for block in build(flat(template.body, values, letter)))
        return Merged(heading, blocks, tuple((place.key, text) for place, text in used.items()))

    def raw(self, letter: LetterInput, template: Template) -> dict[Merge, str]:
        """Every place that this letter fills, with its value as it was given."""
        values = {**self._office, **letter.values}
        pieces = (*flat(template.heading, values, letter), *flat(template.body, values, letter))
        return {place: _value(place, values, letter) for place in pieces if isinstance(place, Merge)}


def flat(nodes: Sequence[Node], values: Values, letter: LetterInput, row: int | None = None) -> tuple[Piece, ...]:
    """Text and places for values in order, with every condition decided and every list unrolled."""
    out: list[Piece] = []
    for node in nodes:
        match node:
            case str():
                out.append(node)
            case Merge(key=key):
                out.append(Merge(key, row) if fields.row_field(key) else node)
            case Section(name=name, inverted=inverted, nodes=inner):
                rows = letter.lists.get(name, ())
                if name in fields.LISTS and not inverted:
                    for number in range(len(rows)):
                        out.extend(flat(inner, values, letter, number))
                elif _holds(name, values, letter, row) is not inverted:
                    out.extend(flat(inner, values, letter, row))
    return tuple(out)


def _holds(name: str, values: Values, letter: LetterInput, row: int | None) -> bool:
    if name in fields.LISTS:
        return bool(letter.lists.get(name))
    if name in set(Condition):
        return Condition(name) in letter.conditions
    return bool(clean(_value(Merge(name, row if fields.row_field(name) else None), values, letter)))


def _value(place: Merge, values: Values, letter: LetterInput) -> str:
    found = fields.row_field(place.key)
    if found is None or place.row is None:
        return values.get(place.key, "")
    return letter.lists[found[0]][place.row].get(place.key, "")


def as_runs(text: str, bold: bool = False) -> Runs:
    """A cleaned value on its own, as a paper's cell or line shows it."""
    return (Run(clean(text), bold),)
