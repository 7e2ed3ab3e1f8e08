"""Setting the letters of one batch: values merged, reasons against each found, paragraphs laid out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gvi_desktop.letters import coverage, danger, fields, templates
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.drawing import Page
from gvi_desktop.letters.given import Letterhead, LetterInput
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.layout import Layout
from gvi_desktop.letters.merge import Merged, Merger, Placed
from gvi_desktop.letters.pages.card import CardSheet
from gvi_desktop.letters.pages.flow import Column
from gvi_desktop.letters.pages.letter import LetterSheet
from gvi_desktop.letters.stopcodes import ADDRESS, Stop, StopCode
from gvi_desktop.letters.template import Template
from gvi_desktop.letters.tongues import tongue
from gvi_desktop.letters.windows import WINDOWS, Preset, TooLong, Window
from gvi_desktop.letters.words import LANGUAGES

MOST_PAGES = 4
_UNSET = (StopCode.value_too_long, StopCode.missing_glyph)  # what cannot, or need not, be laid out to be refused


@dataclass(frozen=True, slots=True)
class SetLetter:
    """A letter as it would stand on paper, and every reason against printing it."""

    letter: LetterInput
    language: str
    merged: Merged
    columns: tuple[Column, ...]
    stops: tuple[Stop, ...]


class Batch:
    """One printing of letters under one letterhead; holds people's names, so let go of it when done."""

    def __init__(self, head: Letterhead, language: str, window: Window = WINDOWS[Preset.left]) -> None:
        self._head, self._language, self._window = head, language, window
        self._layouts: dict[str, Layout] = {}
        self._mergers: dict[str, Merger] = {}
        self._sheets: dict[str, LetterSheet] = {}
        self._cards: dict[str, CardSheet] = {}
        self._sound: dict[tuple[int, str], Placed] = {}  # values that nothing is against, by identity

    def set(self, letter: LetterInput) -> SetLetter:
        """The letter merged and laid out; nothing is drawn."""
        language = self._language_of(letter)
        template = templates.of(letter, language)
        merger = self._merger(language)
        merged = merger.merge(template, letter)
        stops = list(self._against(letter, template, merged, language))
        columns: list[Column] = []
        if not any(stop.code in _UNSET and stop.field != ADDRESS for stop in stops):
            columns = self._columns(letter, merged, language)
        if len(columns) > MOST_PAGES:
            data = {"pages": str(len(columns)), "most": str(MOST_PAGES)}
            stops.append(Stop(StopCode.too_many_pages, letter.recipient.code_name, data=data))
        return SetLetter(letter, language, merged, tuple(columns), tuple(stops))

    def pages(self, done: SetLetter) -> list[Page]:
        """The drawn pages of a letter that is not a card."""
        return self._sheet(done.language).pages(done.letter, done.merged, done.columns)

    def _columns(self, letter: LetterInput, merged: Merged, language: str) -> list[Column]:
        if letter.kind is LetterKind.CARD:
            return self._card(language).columns(merged)
        return self._sheet(language).columns(letter, merged)

    def _merger(self, language: str) -> Merger:
        return self._mergers.setdefault(language, Merger(self._head, language))

    def _language_of(self, letter: LetterInput) -> str:
        own = templates.language_for(self._language, LANGUAGES[0], letter.kind)
        return templates.language_for(letter.recipient.language, own, letter.kind)

    def _layout(self, language: str) -> Layout:
        # The same layout for all that is written alike, so that a paragraph is laid out once.
        own = tongue(language)
        return self._layouts.setdefault(own.code, Layout(own))

    def _card(self, language: str) -> CardSheet:
        return self._cards.setdefault(language, CardSheet(self._layout(language)))

    def _sheet(self, language: str) -> LetterSheet:
        if language not in self._sheets:
            self._sheets[language] = LetterSheet(self._head, language, self._window, self._layout(language))
        return self._sheets[language]

    def _against(self, letter: LetterInput, template: Template, merged: Merged, language: str) -> Iterator[Stop]:
        who = letter.recipient.code_name
        yield from (Stop(StopCode.unknown_field, who, key) for key in letter.values if fields.known(key) is None)
        yield from (Stop(StopCode.field_above_class, who, k) for k in fields.above_class(letter.kind, template.keys))
        for placed in merged.places:
            yield from self._value_stops(who, placed, tongue(language).family)
            if letter.kind is LetterKind.CARD and (word := danger.found(placed.given, self._head.programme)):
                yield Stop(StopCode.endangering_word, who, placed.key, {"word": word})
        yield from self._address_stops(letter, language)

    def _value_stops(self, who: str, placed: Placed, family: str) -> tuple[Stop, ...]:
        if self._sound.get((id(placed), family)) is placed:
            return ()
        if not (found := tuple(_value_stops(who, placed, family))):
            self._sound[id(placed), family] = placed
        return found

    def _address_stops(self, letter: LetterInput, language: str) -> Iterator[Stop]:
        who = letter.recipient.code_name
        address = tuple(line for line in map(clean, letter.recipient.address) if line)
        for line in address:
            if char := coverage.missing(line):
                yield Stop(StopCode.missing_glyph, who, ADDRESS, coverage.named(char))
        if isinstance(fitted := self._sheet(language).fitted(address), TooLong):
            yield Stop(StopCode.address_too_long, who, data={"line": fitted.line[:80]})


def _value_stops(who: str, placed: Placed, family: str) -> Iterator[Stop]:
    key, text = placed.key, placed.given
    known = fields.known(key)
    if not text:
        yield Stop(StopCode.empty_field, who, key)
    elif known and len(text) > known.longest:
        data = {"length": str(len(text)), "most": str(known.longest)}
        yield Stop(StopCode.value_too_long, who, key, data)
    elif char := coverage.missing(text, family):
        yield Stop(StopCode.missing_glyph, who, key, coverage.named(char))
    elif placed.text is None:
        yield Stop(StopCode.malformed_value, who, key, {"value": text})
