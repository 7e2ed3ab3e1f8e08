"""The test page for window envelopes: the window's frame, an address in it, fold marks, a rule, and how to use it."""

from __future__ import annotations

from collections.abc import Callable

from gvi_desktop.letters import ink, words
from gvi_desktop.letters.drawing import Box, Line, Mark, Page, Piece, Text, joined
from gvi_desktop.letters.layout import Layout, as_runs, plain
from gvi_desktop.letters.style import A4, ACCENT, BODY, GREY, HAIR, INK, MM, SMALL, TITLE, Face
from gvi_desktop.letters.windows import Fit, Window, fit

_LEFT, _WIDTH = 25 * MM, 155 * MM
_TITLE_TOP, _STEPS_TOP = 88 * MM, 104 * MM
_RULE_TOP, _RULE = 250 * MM, 100


def draw(window: Window, language: str) -> bytes:
    """One sheet, with nobody's name on it."""
    layout = Layout()

    def say(key: str, **values: str | int) -> str:
        return words.say(language, f"window.{key}", **values)

    def number(value: float) -> str:
        return f"{value:g}".replace(".", say("point"))

    page = Page(language=language)
    page.put(0, 0, _frame(window))
    page.put(0, 0, _folds(window, number))
    page.put(_LEFT, 14 * MM, layout.paragraph(plain(say("name", name=window.name or say("own"))), BODY, _WIDTH))
    sides = {"left": window.left, "top": window.top, "width": window.width, "height": window.height}
    measures = say("measures", **{side: number(value) for side, value in sides.items()})
    page.put(_LEFT, 20 * MM, layout.paragraph(plain(measures), SMALL, _WIDTH))
    page.put(0, 0, _address(window, tuple(say("address").split("|")), layout))
    page.put(_LEFT, _TITLE_TOP, layout.paragraph(plain(say("title")), TITLE, _WIDTH))
    top = _STEPS_TOP
    steps = [*say("steps").split("|"), *([] if window.verified else [say("unsure", name=window.name)])]
    for at, step in enumerate(steps, 1):
        piece = layout.paragraph(as_runs(f"{at}. {step}"), BODY, _WIDTH)
        page.put(_LEFT, top, piece)
        top += piece.height + 6
    page.put(_LEFT, _RULE_TOP, _rule(say("rule", length=_RULE), layout))
    return ink.write([page], say("title"), language)


def _frame(window: Window) -> Piece:
    place = (window.left * MM, window.top * MM, window.width * MM, window.height * MM)
    return Piece((Box(*place, stroke=ACCENT, line=0.8),), 0)


def _folds(window: Window, number: Callable[[float], str]) -> Piece:
    marks: list[Mark] = []
    for fold in window.folds:
        marks.append(Line(5 * MM, fold * MM, 8 * MM, fold * MM, INK, 0.6))
        marks.append(Text(9.5 * MM, fold * MM + 2.6, number(fold), Face.regular, 7, GREY))
        marks.append(Line(A4[0] - 8 * MM, fold * MM, A4[0] - 5 * MM, fold * MM, HAIR, 0.6))
    return Piece(tuple(marks), 0)


def _address(window: Window, lines: tuple[str, ...], layout: Layout) -> Piece:
    found = fit(lines, window, layout)
    if not isinstance(found, Fit):  # a window of one's own may be too small for any address
        return Piece((), 0)
    return Piece(
        tuple(
            Text(window.text_left * MM, found.baseline * MM + n * found.leading, line, Face.regular, found.size, INK)
            for n, line in enumerate(lines)
        ),
        0,
    )


def _rule(text: str, layout: Layout) -> Piece:
    marks: list[Mark] = [Line(0, 12, _RULE * MM, 12, INK, 0.6)]
    for at in range(0, _RULE + 1, 10):
        marks.append(Line(at * MM, 12 if at % 50 else 6, at * MM, 18, INK, 0.6))
    label = layout.paragraph(plain(text), SMALL, _WIDTH)
    return Piece((*marks, *joined([(0, 20, label)], 0).marks), 20 + label.height)
