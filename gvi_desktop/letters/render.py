"""Drawing a batch of letters into one PDF in memory; refuses the whole batch while one letter has a stop."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from gvi_desktop.letters import ink, words
from gvi_desktop.letters.batch import MOST_PAGES, Batch, SetLetter
from gvi_desktop.letters.drawing import Page
from gvi_desktop.letters.given import Letterhead, LetterInput
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.pages.card import CardSheet
from gvi_desktop.letters.stopcodes import StoppedError
from gvi_desktop.letters.windows import WINDOWS, Preset, Window

__all__ = ["MOST_PAGES", "Rendered", "render"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The file, its SHA-256, and for each letter in order the first and last page (from 1) that it stands on."""

    pdf: bytes
    sha256: str
    pages: list[tuple[int, int]]


def render(
    letters: Sequence[LetterInput], head: Letterhead, language: str, window: Window = WINDOWS[Preset.left]
) -> Rendered:
    """One PDF of all letters, each in its recipient's language or else in `language`.

    Raises StoppedError with every stop of every letter, and then draws nothing.
    """
    batch = Batch(head, language, window)
    done = [batch.set(letter) for letter in letters]
    if stops := tuple(stop for one in done for stop in one.stops):
        raise StoppedError(stops)
    places: list[tuple[int, int]] = []
    cards = CardSheet.pages([one.columns[0] for one in done if one.letter.kind is LetterKind.CARD])
    card_number = after = 0
    for one in done:
        if one.letter.kind is LetterKind.CARD:
            card_number += 1
            places.append((-card_number, 0))
            continue
        places.append((after + 1, after + len(one.columns)))
        after += len(one.columns)
    pages = [CardSheet.page_of(-first, after) if first < 0 else (first, last) for first, last in places]
    pdf = ink.write(chain(_sheets(batch, done), cards), words.say(language, "letter.file_title"), language)
    return Rendered(pdf, hashlib.sha256(pdf).hexdigest(), pages)


def _sheets(batch: Batch, done: Sequence[SetLetter]) -> Iterator[Page]:
    """The sheets of all letters but cards, each made when its turn to be drawn has come."""
    for one in done:
        if one.letter.kind is not LetterKind.CARD:
            yield from batch.pages(one)
