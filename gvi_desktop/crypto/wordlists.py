"""The two lists of 2,048 words in which keys are read aloud and written on paper."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

LANGUAGES = ("sv", "en")
SIZE = 2048
PREFIX = 4
UNDOTTED = str.maketrans("åäö", "aao")


@cache
def words(language: str) -> tuple[str, ...]:
    """The list of a language ("sv" or "en"), in fixed order: a word's place is its value. It may never be changed."""
    if language not in LANGUAGES:
        raise ValueError(f"no word list for {language!r}")
    return tuple(files("resources").joinpath("wordlists", f"{language}.txt").read_text("utf-8").split())


@cache
def places(language: str) -> dict[str, int]:
    """Word -> place; also its first four letters, and either typed without the dots and rings of å ä ö."""
    found = {word: place for place, word in enumerate(words(language))}
    for word, place in list(found.items()):
        for typed in (word[:PREFIX], word.translate(UNDOTTED), word[:PREFIX].translate(UNDOTTED)):
            if len(typed) >= PREFIX:  # no two words of a list share their first four letters
                found.setdefault(typed, place)
    return found


def plain(text: str) -> list[str]:
    """What somebody typed, as words: any case, any blanks, commas or numbering, composed letters."""
    lowered = unicodedata.normalize("NFC", text).lower()
    return "".join(letter if letter.isalpha() else " " for letter in lowered).split()


def spell(bits: int, count: int, language: str) -> tuple[str, ...]:
    """The lowest `count` * 11 bits as words, most significant first."""
    chosen = words(language)
    return tuple(chosen[bits >> 11 * (count - 1 - i) & (SIZE - 1)] for i in range(count))
