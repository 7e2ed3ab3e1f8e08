"""Finding characters without a glyph before drawing: the engine would leave them out of the letter silently."""

from __future__ import annotations

from gvi_desktop.letters import fonts
from gvi_desktop.letters.style import Face


class MissingGlyphError(ValueError):
    """A text reached the pen with a character that it cannot draw; `char` is that character."""

    def __init__(self, char: str) -> None:
        super().__init__(f"U+{ord(char):04X}")
        self.char = char


def missing(text: str, family: str = Face.regular.family) -> str | None:
    """The first character of `text` that the family's faces cannot draw, or None."""
    held = fonts.covered(family)
    return None if held.issuperset(text) else next(char for char in text if char not in held)


def spelled(text: str, family: str = Face.regular.family) -> str:
    """The text with every such character replaced by its code point, for papers that must come out all the same."""
    held = fonts.covered(family)
    return text if held.issuperset(text) else "".join(c if c in held else f"[U+{ord(c):04X}]" for c in text)


def named(char: str) -> dict[str, str]:
    """A character as shown to people: itself, unless a stray half, and its code point."""
    shown = char if not 0xD800 <= ord(char) <= 0xDFFF else "?"
    return {"char": shown, "code_point": f"U+{ord(char):04X}"}
