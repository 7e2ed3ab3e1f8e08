"""The window of an office's own envelopes, in millimetres of the sheet, and where a letter can use one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gvi_desktop.domain.errors import Problem

SIDES = ("left", "top", "width", "height")
LEAST_LEFT, MOST_RIGHT = 5, 205
LEAST_TOP, MOST_BOTTOM = 36, 82
"""The letterhead ends above, the text begins below; the first fold (99 mm) lies lower still."""
LEAST_WIDTH, LEAST_HEIGHT = 40, 18
"""Room for three lines of an address."""
LEFT_ENDS, RIGHT_BEGINS = 130, 100
"""Date and reference stand beside the window: right of one that ends here, left of one that begins there."""


class WindowProblem(StrEnum):
    """Why no letter could use a window."""

    HALF_GIVEN = "window_half_given"
    OFF_SHEET = "window_off_sheet"
    OVER_PARTS = "window_over_parts"
    TOO_SMALL = "window_too_small"
    ACROSS = "window_across"


@dataclass(frozen=True, slots=True)
class Measures:
    """A window in millimetres from the sheet's left and upper edge."""

    left: float
    top: float
    width: float
    height: float


def given(left: float | None, top: float | None, width: float | None, height: float | None) -> Measures | None:
    """The window, where all four measures are there."""
    if left is None or top is None or width is None or height is None:
        return None
    return Measures(left, top, width, height)


def problems(window: Measures) -> tuple[Problem, ...]:
    """It must be large enough, and lie on the sheet, between letterhead and text, and on one side."""
    found: list[Problem] = []
    if not window.width >= LEAST_WIDTH:
        found.append(_problem(WindowProblem.TOO_SMALL, "width", least=LEAST_WIDTH))
    if not window.height >= LEAST_HEIGHT:
        found.append(_problem(WindowProblem.TOO_SMALL, "height", least=LEAST_HEIGHT))
    right, bottom = window.left + window.width, window.top + window.height
    if not (window.left >= LEAST_LEFT and right <= MOST_RIGHT):
        found.append(_problem(WindowProblem.OFF_SHEET, "left", least=LEAST_LEFT, most=MOST_RIGHT))
    elif not (right <= LEFT_ENDS or window.left >= RIGHT_BEGINS):
        found.append(_problem(WindowProblem.ACROSS, "left", ends=LEFT_ENDS, begins=RIGHT_BEGINS))
    if not (window.top >= LEAST_TOP and bottom <= MOST_BOTTOM):
        found.append(_problem(WindowProblem.OVER_PARTS, "top", least=LEAST_TOP, most=MOST_BOTTOM))
    return tuple(found)


def stored_problems(
    left: float | None, top: float | None, width: float | None, height: float | None
) -> tuple[Problem, ...]:
    """The same of measures that may be left out, all four of them."""
    sides = dict(zip(SIDES, (left, top, width, height), strict=True))
    if all(value is None for value in sides.values()):
        return ()
    if window := given(left, top, width, height):
        return problems(window)
    empty = next(name for name, value in sides.items() if value is None)
    return (_problem(WindowProblem.HALF_GIVEN, empty),)


def _problem(code: WindowProblem, side: str, **data: object) -> Problem:
    return Problem(code, f"window_{side}", data)
