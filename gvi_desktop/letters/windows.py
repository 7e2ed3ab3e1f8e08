"""Envelope windows as data, in millimetres from the sheet's left and upper edge, and whether an address fits in one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gvi_desktop.domain.window import Measures, problems
from gvi_desktop.letters.layout import Layout
from gvi_desktop.letters.style import MM, Face

LARGEST, SMALLEST = 10.5, 8.0
MOST_LINES = 5
CAPITAL = 0.72
"""Height of a capital letter as part of the type size."""


@dataclass(frozen=True, slots=True)
class Window:
    """A window in an envelope; `verified` says whether its measures come from a source or from paper."""

    name: str
    left: float
    top: float
    width: float
    height: float
    text_left: float
    baseline: float
    folds: tuple[float, ...] = (99.0, 148.5, 198.0)
    verified: bool = True


class Preset(StrEnum):
    """Windows that come with the program."""

    left = "V2"
    right = "H2"


# V2: the part that shows in every left window we have measures of (E65, C65, C5, C4). H2: the Swedish right window is
# real and common, but its measures here are only V2 mirrored: they wait for a test page held against an envelope.
WINDOWS: dict[Preset, Window] = {
    Preset.left: Window("V2", 20, 45, 85, 25, text_left=25, baseline=56),
    Preset.right: Window("H2", 105, 45, 85, 25, text_left=110, baseline=56, verified=False),
}


def own(measures: Measures) -> Window:
    """A window of one's own measures; ValueError for one that no letter could use (domain/window.py says why)."""
    if problems(measures):
        raise ValueError("ask for the problems first")
    left, top = measures.left, measures.top
    return Window("", left, top, measures.width, measures.height, text_left=left + 5, baseline=top + 11)


@dataclass(frozen=True, slots=True)
class Fit:
    """How an address fits: type size and leading in points, and the first baseline in millimetres."""

    size: float
    leading: float
    baseline: float


@dataclass(frozen=True, slots=True)
class TooLong:
    """Why an address does not fit: the line that is too wide, or none where the lines are too many."""

    line: str = ""


def fit(address: tuple[str, ...], window: Window, layout: Layout) -> Fit | TooLong:
    """The largest type, from 10.5 down to 8 points, at which the whole address shows."""
    if len(address) > MOST_LINES:
        return TooLong()
    room = (window.left + window.width - window.text_left) * MM
    size = LARGEST
    while size >= SMALLEST:
        leading = size * 1.32
        lowest = window.top + window.height - 2
        first = min(window.baseline, lowest - (len(address) - 1) * leading / MM)
        wide = any(layout.width(line, Face.regular, size) > room for line in address)
        if not wide and first >= window.top + size * CAPITAL / MM:
            return Fit(size, leading, first)
        size -= 0.5
    longest = max(address, key=lambda line: layout.width(line, Face.regular, SMALLEST), default="")
    return TooLong(longest if layout.width(longest, Face.regular, SMALLEST) > room else "")
