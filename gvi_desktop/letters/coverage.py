"""Finding characters without a glyph before drawing: the engine would leave them out of the letter silently."""

from __future__ import annotations

from gvi_desktop.letters import fonts


def missing(text: str) -> str | None:
    """The first character of `text` that the bundled faces cannot draw, or None."""
    held = fonts.covered()
    return next((char for char in text if ord(char) not in held and char != "\n"), None)


def named(char: str) -> dict[str, str]:
    """A character as shown to people: itself, unless a stray half, and its code point."""
    shown = char if not 0xD800 <= ord(char) <= 0xDFFF else "?"
    return {"char": shown, "code_point": f"U+{ord(char):04X}"}
