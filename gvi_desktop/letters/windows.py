"""Envelope windows as data, in millimetres from the sheet's left and upper edge, and whether an address fits in one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gvi_desktop.letters.layout import Layout
from gvi_desktop.letters.style import MM, Face

LARGEST, SMALLEST = 10.5, 8.0
MOST_LINES = 5


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


class MeasuresError(ValueError):
    """Measures between which and the letter's own parts there is no room."""


def own(left: float, top: float, width: float, height: float) -> Window:
    """A window of one's own measures. It must lie between letterhead and text, on the left or on the right.

    Raises MeasuresError for any other, and for one too small for three lines.
    """
    right, bottom = left + width, top + height
    beside = right <= 130 or left >= 100
    if not (left >= 5 and right <= 205 and top >= 36 and bottom <= 82 and width >= 40 and height >= 18 and beside):
        raise MeasuresError
    return Window("", left, top, width, height, text_left=left + 5, baseline=top + 11)


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
        if all(layout.width(line, Face.regular, size) <= room for line in address):
            leading = size * 1.32
            lowest = window.top + window.height - 2
            return Fit(size, leading, min(window.baseline, lowest - (len(address) - 1) * leading / MM))
        size -= 0.5
    return TooLong(max(address, key=lambda line: layout.width(line, Face.regular, SMALLEST)))
