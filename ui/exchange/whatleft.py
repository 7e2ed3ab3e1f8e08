"""What a disclosure says of what left or came, in words."""

from __future__ import annotations

from ui.kit.words import Words


def what_in_words(words: Words, what: str) -> str:
    """Bundles note what left as kinds with counts; those are said in words, anything else as it was written."""
    parts = [part.partition(": ") for part in what.split(", ")]
    if all(mark and number.isdigit() for _, mark, number in parts):
        return ", ".join(f"{_named(words, kind)}: {number}" for kind, _, number in parts)
    return what


def _named(words: Words, counted: str) -> str:
    verdict = f"verdict_{counted}"
    said = words.text("exchange", verdict)
    return words.kinds(counted) if said == verdict else said
