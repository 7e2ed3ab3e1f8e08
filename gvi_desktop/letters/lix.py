"""LIX, the Swedish measure of readability: words a sentence plus the share of words longer than six letters."""

from __future__ import annotations

import re

# A full stop after these, or inside a figure, ends no sentence.
_SHORT = re.compile(r"(?<!\w)(bl\.a|ca|dvs|d\.v\.s|etc|f\.d|kl|m\.fl|m\.m|nr|osv|s\.k|t\.ex|tel)\.", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'.:][^\W_]+)*")
_END = re.compile(r"[.!?:](?=\s|$)|\n\s*\n")
FEWEST_SENTENCES = 3


def lix(text: str) -> float | None:
    """The measure for a Swedish text, or None where it is too short (under three sentences) to say anything."""
    plain = _SHORT.sub(lambda found: found.group().replace(".", ""), text)
    words = _WORD.findall(plain)
    sentences = [part for part in _END.split(plain) if _WORD.search(part)]
    if len(sentences) < FEWEST_SENTENCES:
        return None
    long = sum(1 for word in words if len(word) > 6)
    return len(words) / len(sentences) + 100 * long / len(words)
