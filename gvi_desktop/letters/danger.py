"""Words that may harm the one who is found with a card: what the card is about must not be readable from it."""

from __future__ import annotations

import re
from functools import cache

from gvi_desktop.letters.words import LANGUAGES
from gvi_desktop.paths import resource


@cache
def _stems() -> tuple[str, ...]:
    texts = [resource("letters", language, "endangering.txt").read_text("utf-8") for language in LANGUAGES]
    lines = (line.strip().casefold() for text in texts for line in text.splitlines())
    return tuple(sorted({line for line in lines if line and not line.startswith("#")}))


def found(text: str, programme: str = "") -> str | None:
    """The first endangering word in a text, in any of our languages, or None; the programme's own name is one."""
    own = (programme.strip().casefold(),) if programme.strip() else ()
    folded = text.casefold()
    stems = (*_stems(), *own)
    return next((stem for stem in stems if re.search(rf"\b{re.escape(stem)}", folded)), None)
