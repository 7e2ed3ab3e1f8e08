"""Putting values into a template: cleaned, formatted by the reader's language, and never empty."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from gvi_desktop.letters import coverage, fields, words
from gvi_desktop.letters.blocks import Block, FilledBlock, fill
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.fields import FieldType
from gvi_desktop.letters.given import Letterhead, LetterInput, Recipient, Values
from gvi_desktop.letters.plan import Plan, holds, unrolled, value_at
from gvi_desktop.letters.template import Merge, Template
from gvi_desktop.letters.tongues import tongue

__all__ = ["LetterInput", "Letterhead", "Merged", "Merger", "Placed", "Recipient", "Values"]

_SHORT_FIGURE = re.compile(r" (?=\d)")  # "Vardagar 9-16" and "Storgatan 1" stay on one line


@dataclass(frozen=True, slots=True)
class Placed:
    """A value in its place: as it was given but cleaned, and as it is printed (None where it is not of its type)."""

    key: str
    given: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """A letter's heading and blocks with their values put in, and those values."""

    heading: str
    blocks: tuple[FilledBlock, ...]
    places: tuple[Placed, ...]


def formatted(key: str, text: str, language: str) -> str | None:
    """A cleaned value as it is printed, or None where it is not of its field's type."""
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


def parties_in(head: Letterhead, language: str) -> str:
    """The cooperating parties as a list in a sentence, each name kept in its own direction."""
    own = tongue(language)
    names = tuple(own.isolated(coverage.spelled(name, own.family)) for name in map(clean, head.parties) if name)
    return words.enumeration(language, names)


def office_fields(head: Letterhead, language: str) -> Values:
    """The fields that the letterhead itself fills."""
    parties = words.enumeration(language, tuple(map(clean, head.parties)))
    own = {"programme": head.programme, "town": head.town, "agency": head.agency, "parties": parties}
    return {**own, "phone": head.phone, "phone_hours": head.phone_hours}


class Merger:
    """Merges one batch in one language; what does not differ between letters is worked out once."""

    def __init__(self, head: Letterhead, language: str) -> None:
        self._office = office_fields(head, language)
        self._language, self._tongue = language, tongue(language)
        self._parties = parties_in(head, language)
        self._plans: dict[tuple[int, tuple[bool, ...]], Plan] = {}
        self._filled: dict[tuple[int, tuple[str, ...]], tuple[Block, FilledBlock]] = {}
        self._placed: dict[tuple[str, str], Placed] = {}

    def merge(self, template: Template, letter: LetterInput) -> Merged:
        """The letter's blocks. A value that is missing or malformed is set as nothing: ask `stops.check` first."""
        values = {**self._office, **letter.values}
        plan = self._plan(template, letter, values)
        texts = {place: self._place(place.key, value_at(place, values, letter)) for place in plan.places}

        def text_of(place: Merge) -> str:
            return texts[place].text or ""

        heading = "".join(p if isinstance(p, str) else text_of(p) for p in plan.heading)
        blocks = tuple(self._fill(block, tuple(map(text_of, places)), text_of) for block, places in plan.blocks)
        return Merged(heading, blocks, tuple(texts.values()))

    def _plan(self, template: Template, letter: LetterInput, values: Values) -> Plan:
        if letter.lists:
            return unrolled(template, letter, values)
        key = (id(template), tuple(holds(name, values, letter) for name in template.switches))
        if key not in self._plans:
            self._plans[key] = unrolled(template, letter, values)
        return self._plans[key]

    def _fill(self, block: Block, texts: tuple[str, ...], text_of: Callable[[Merge], str]) -> FilledBlock:
        key = (id(block), texts)
        if key not in self._filled:
            self._filled[key] = (block, fill(block, text_of))  # holding the block keeps its id its own
        return self._filled[key][1]

    def _place(self, key: str, raw: str) -> Placed:
        if (key, raw) not in self._placed:
            text = clean(raw)
            self._placed[key, raw] = Placed(key, text, self._printed(key, text, raw) if text else "")
        return self._placed[key, raw]

    def _printed(self, key: str, text: str, raw: str) -> str | None:
        if key == "parties" and raw == self._office["parties"]:
            return self._parties
        printed = formatted(key, text, self._language)
        known = fields.known(key)
        ltr = known is not None and known.type in (FieldType.time, FieldType.phone)
        return printed and self._tongue.isolated(printed, ltr)
