"""Speakers' scripts in large type, with cues in the margin; each script begins on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters.drawing import Box, Line, Piece, joined
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.style import ACCENT, GREY, HAIR, MM, TINT, Face, Style

_TEXT = Style(18, 28)
_CUE = Style(11, 14, Face.bold, ACCENT)
_DIRECTION = Style(12.5, 17, Face.bold, ACCENT)
_LONG_CUE = 30
"""Characters of a cue beyond which it stands above its words instead of in the margin."""
_MESSAGE = Style(10.5, 15, Face.bold, GREY)
_NEXT = Style(14, 20, Face.bold, ACCENT)
_CUE_WIDTH = 30 * MM
_FACT_NAME = Style(8.5, 12, Face.regular, GREY)
_FACT = Style(11.5, 15, Face.bold)


@dataclass(frozen=True, slots=True)
class Passage:
    """Some sentences; `message` names the core message they serve, `cue` is for the margin: pause, look up, stand.
    A cue that is long or has no words after it stands by itself."""

    text: str
    message: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """One speaker's words."""

    title: str
    speaker: str
    minutes: int
    passages: Sequence[Passage]
    version: str = ""
    next_speaker: str = ""


def draw(scripts: Sequence[Script], head: Letterhead, marks: Marks, language: str) -> bytes:
    """All scripts as one PDF, in the order of speaking."""
    paper = Paper(head, marks, language)
    title = Title(scripts[0].title if scripts else paper.say("scripts.title"), file=paper.say("scripts.title"))
    items: list[Item] = []
    for number, script in enumerate(scripts):
        if number:
            items += _turned(paper, script)
        items.append(Item(_facts(paper, script), 8))
        for passage in script.passages:
            items += _passage(paper, passage)
        end = paper.say("scripts.next", name=script.next_speaker) if script.next_speaker else paper.say("scripts.end")
        items.append(Item(_ending(paper, end), 26))
    return paper.bind(items, title)


def _turned(paper: Paper, script: Script) -> list[Item]:
    first, *others = paper.heading(Title(script.title))
    return [Item(first.piece, first.above, first.keep_next, new_page=True), *others]


def _facts(paper: Paper, script: Script) -> Piece:
    facts = [(paper.say("scripts.speaker"), script.speaker)]
    facts.append((paper.say("runsheet.time"), paper.say("scripts.minutes", minutes=script.minutes)))
    facts += [(paper.say("scripts.version"), script.version)] if script.version else []
    widths = (paper.width * 0.55, paper.width * 0.2, paper.width * 0.25)
    parts: list[tuple[float, float, Piece]] = []
    left, height = 10.0, 0.0
    for (name, value), width in zip(facts, widths, strict=False):
        text = paper.text(value, _FACT, width - 16)
        parts += [(left, 7, paper.text(name, _FACT_NAME, width - 16)), (left, 19, text)]
        left += width
        height = max(height, 19 + text.height + 7)
    return Piece((Box(0, 0, paper.width, height, fill=TINT, radius=3), *joined(parts, height).marks), height)


def _passage(paper: Paper, passage: Passage) -> list[Item]:
    items: list[Item] = []
    if passage.message:
        label = paper.text(passage.message, _MESSAGE, paper.width - _CUE_WIDTH)
        items.append(Item(Piece(label.marks, label.height), 20, keep_next=True, left=_CUE_WIDTH))
    text = paper.text(passage.text, _TEXT, paper.width - _CUE_WIDTH)
    above = 3.0 if passage.message else 16.0
    if passage.cue and not (passage.text and _fits_margin(paper, passage.cue)):
        items.append(Item(_direction(paper, passage.cue), above, keep_next=bool(passage.text), left=_CUE_WIDTH))
        return [*items, Item(text, 5, left=_CUE_WIDTH)] if passage.text else items
    if not passage.cue:
        items.append(Item(text, above, left=_CUE_WIDTH))
        return items
    cue = paper.text(passage.cue, _CUE, _CUE_WIDTH - 14)
    rule = Line(_CUE_WIDTH - 8, 4, _CUE_WIDTH - 8, max(cue.height + 10, 26), ACCENT, 2)
    beside = joined([(0, 7, cue), (_CUE_WIDTH, 0, text)], 0).marks
    height = max(text.height, cue.height + 14)
    breaks = tuple(b for b in text.breaks if b > cue.height + 14)
    items.append(Item(Piece((rule, *beside), height, breaks), above))
    return items


def _fits_margin(paper: Paper, cue: str) -> bool:
    """Whether a cue is short and no word of it would break in the margin."""
    widest = max(paper.layout.width(word, _CUE.face, _CUE.size) for word in cue.split())
    return len(cue) <= _LONG_CUE and widest <= _CUE_WIDTH - 14


def _direction(paper: Paper, cue: str) -> Piece:
    words = paper.text(cue, _DIRECTION, paper.width - _CUE_WIDTH - 12)
    rule = Line(0, 2, 0, words.height - 1, ACCENT, 2)
    return Piece((rule, *joined([(12, 0, words)], 0).marks), words.height)


def _ending(paper: Paper, text: str) -> Piece:
    words = paper.text(text, _NEXT)
    rule = Line(0, 0, paper.width, 0, HAIR)
    return Piece((rule, *joined([(0, 9, words)], 0).marks), words.height + 9) if text else Piece((), 0)
