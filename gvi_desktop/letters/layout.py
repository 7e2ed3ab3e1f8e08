"""Wrapping text into paragraphs with one ragged side; a distinct paragraph is laid out once a batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gvi_desktop.letters import coverage, fonts, shape
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.drawing import Mark, Piece, Shaped, Text, mirrored, moved
from gvi_desktop.letters.style import INK, Colour, Face, Style
from gvi_desktop.letters.tongues import LATIN, Tongue

SOFT_HYPHEN = "\u00ad"


class Run(NamedTuple):
    """Characters with one weight; a newline breaks the line."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]
_LONG = 500  # letters of a word that are measured first: more than most lines hold
_Word = list[tuple[str, Face]]


def plain(text: str) -> Runs:
    """Text in the paragraph's own weight."""
    return (Run(text),)


def as_runs(text: str, bold: bool = False, tongue: Tongue = LATIN) -> Runs:
    """Somebody else's words as they may be set: cleaned, whole, and never read as anything but characters."""
    return (Run(tongue.isolated(coverage.spelled(clean(text), tongue.family)), bold),)


class Layout:
    """Lays paragraphs out and keeps each for as long as the batch lives: no longer, since they hold people's names.

    What is read from the right is laid out from the left all the same, until the page around it is `turned`.
    """

    def __init__(self, tongue: Tongue = LATIN) -> None:
        self.tongue = tongue
        self._pieces: dict[tuple[Runs, Style, float], Piece] = {}
        self._widths: dict[tuple[str, Face, float], float] = {}

    def paragraph(self, runs: Runs, style: Style, width: float) -> Piece:
        """The runs wrapped to `width` points (at least one letter wide)."""
        if width < style.size:
            raise ValueError("no room for a single letter")
        key = (runs, style, width)
        if key not in self._pieces:
            self._pieces[key] = self._wrapped(runs, style, width)
        return self._pieces[key]

    def width(self, text: str, face: Face, size: float) -> float:
        """Width of one line of text in points."""
        key = (text, face, size)
        if key not in self._widths:
            own = self._face(face)
            if self.tongue.rtl:
                self._widths[key] = shape.lines([(text, own)], self.tongue.code, size, shape.ENDLESS)[0].width
            else:
                self._widths[key] = fonts.width(text, own, size)
        return self._widths[key]

    def line(self, text: str, face: Face, size: float, colour: Colour = INK) -> Mark:
        """One line of text, its baseline at the origin."""
        own = self._face(face)
        if not self.tongue.rtl:
            return Text(0, 0, text, own, size, colour)
        (line,) = shape.lines([(text, own)], self.tongue.code, size, shape.ENDLESS)
        return Shaped(0, 0, line.text, line.strips, size, line.width, colour)

    def turned(self, piece: Piece, width: float) -> Piece:
        """A piece of `width` points as it stands on the page: the other way round where one reads from the right."""
        return mirrored(piece, width) if self.tongue.rtl else piece

    def _face(self, face: Face) -> Face:
        return self.tongue.faces.get(face, face)

    def widest(self, runs: Runs, style: Style) -> float:
        """Width of the longest line if nothing were wrapped."""
        lines = "".join(run.text for run in runs).split("\n")
        face = Face.bold if any(run.bold for run in runs) else style.face
        return max(self.width(line, face, style.size) for line in lines)

    def longest_word(self, runs: Runs, style: Style) -> float:
        """Width of the widest word, which no narrower column holds whole; no-break spaces make one word of two."""
        words = "".join(run.text for run in runs).replace("\n", " ").split(" ")
        face = Face.bold if any(run.bold for run in runs) else style.face
        return max((self.width(word, face, style.size) for word in words), default=0.0)

    def _wrapped(self, runs: Runs, style: Style, width: float) -> Piece:
        if self.tongue.rtl:
            return self._joined(runs, style, width)
        lines = [line for part in _hard_lines(runs) for line in self._lines(part, style, width)]
        # Optical centre: the baseline sits where ascenders and descenders share the leading evenly.
        first = style.leading / 2 + style.size * 0.35
        marks: list[Text] = []
        for number, line in enumerate(lines):
            x, y = 0.0, first + number * style.leading
            for text, face in line:
                marks.append(Text(x, y, text, face, style.size, style.colour))
                x += self.width(text, face, style.size)
        return Piece(tuple(marks), len(lines) * style.leading, _breaks(len(lines), style), level=style.level)

    def _joined(self, runs: Runs, style: Style, width: float) -> Piece:
        first = style.leading / 2 + style.size * 0.35
        parts = (
            [(r.text, self._face(Face.bold if r.bold else style.face)) for r in hard] for hard in _hard_lines(runs)
        )
        lines = [line for part in parts for line in shape.lines(part, self.tongue.code, style.size, width)]
        marks = tuple(
            Shaped(0.0, first + n * style.leading, line.text, line.strips, style.size, line.width, style.colour)
            for n, line in enumerate(lines)
        )
        return Piece(marks, len(lines) * style.leading, _breaks(len(lines), style), level=style.level)

    def _lines(self, runs: Runs, style: Style, width: float) -> Iterator[_Word]:
        plain_face, bold_face = self._face(style.face), self._face(Face.bold)
        space = self.width(" ", plain_face, style.size)
        line: list[_Word] = []
        used = 0.0
        for word in _words(runs, plain_face, bold_face):
            rest: _Word | None = word
            while rest:
                gap = space if line else 0.0
                long = self._measure(rest, style, width)
                if used + gap + long <= width:
                    line.append(rest)
                    used += gap + long
                    break
                head, tail = self._broken(rest, style, width - used - gap, alone=not line)
                if head:
                    line.append(head)
                yield _set(line, plain_face)
                line, used, rest = [], 0.0, tail
        if line:
            yield _set(line, plain_face)
        elif not runs:
            yield []

    def _measure(self, word: _Word, style: Style, enough: float) -> float:
        """The width of a word, or of as much of it as is more than `enough`."""
        used = 0.0
        for text, face in word:
            text = text.replace(SOFT_HYPHEN, "")
            if len(text) > _LONG:
                used += self.width(text[:_LONG], face, style.size)
                text = text[_LONG:]
            if used > enough:
                return used
            used += self.width(text, face, style.size)
        return used

    def _broken(self, word: _Word, style: Style, room: float, alone: bool) -> tuple[_Word, _Word]:
        """The part of a word for this line and the rest: at a soft hyphen or, if it has a whole line, anywhere.

        Only as far as the line goes is read: a word of ten thousand letters takes no longer for each of its lines.
        """
        taken, used, hyphen = 0, 0.0, 0
        for number, (char, face) in enumerate((char, face) for text, face in word for char in text):
            if char == SOFT_HYPHEN:
                hyphen = number if used + self.width("-", face, style.size) <= room else hyphen
                continue
            used += self.width(char, face, style.size)
            if used > room:
                break
            taken = number + 1
        if hyphen:
            head, rest = _parted(word, hyphen)
            return _glued([*head, ("-", head[-1][1])]), _parted(rest, 1)[1]
        return _parted(word, max(1, taken)) if alone else ([], word)


def _parted(word: _Word, at: int) -> tuple[_Word, _Word]:
    """The first letters of a word, and the others."""
    head: _Word = []
    for number, (text, face) in enumerate(word):
        if at < len(text):
            return [*head, *([(text[:at], face)] if at else [])], [(text[at:], face), *word[number + 1 :]]
        head.append((text, face))
        at -= len(text)
    return head, []


def centred(piece: Piece, layout: Layout, width: float) -> list[Mark]:
    """The lines of a paragraph of one weight, each in the middle of `width`."""
    lines = [mark for mark in piece.marks if isinstance(mark, Text)]
    return [moved(line, (width - layout.width(line.text, line.face, line.size)) / 2, 0) for line in lines]


def _hard_lines(runs: Runs) -> Iterator[Runs]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.bold))
        for text in others:
            yield tuple(line)
            line = [Run(text, run.bold)]
    yield tuple(line)


def _breaks(lines: int, style: Style) -> tuple[float, ...]:
    """Heights at which a paragraph may be cut: two lines stay together at either end of a page."""
    return tuple(n * style.leading for n in range(2, lines - 1))


def _words(runs: Runs, face: Face, bold: Face) -> Iterator[_Word]:
    word: _Word = []
    for run in runs:
        for number, part in enumerate(run.text.split(" ")):
            if number and word:
                yield word
                word = []
            if part:
                word.append((part, bold if run.bold else face))
    if word:
        yield word


def _glued(letters: Sequence[tuple[str, Face]]) -> _Word:
    word: _Word = []
    for char, face in letters:
        if word and word[-1][1] == face:
            word[-1] = (word[-1][0] + char, face)
        else:
            word.append((char, face))
    return word


def _set(words: list[_Word], plain_face: Face) -> _Word:
    """Words of one line as few pieces of text, with their spaces and without soft hyphens."""
    letters: list[tuple[str, Face]] = []
    for number, word in enumerate(words):
        parts = [(text.replace(SOFT_HYPHEN, ""), face) for text, face in word]
        if number:
            letters.append((" ", letters[-1][1] if letters[-1][1] == parts[0][1] else plain_face))
        letters.extend(parts)
    return _glued(letters)
