"""Words that workbooks use, read once from resources/intake, and when two spellings are of one word."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gvi_desktop import paths

LONG = 5
VERY_LONG = 10
"""A word of so many letters is taken for a known one with one slip in it, or with two."""
_BRACKETS = re.compile(r"[(\[{].*?[)\]}]")
_APART = re.compile(r"[^\w#✓✔☑☒☐?+-]+|_")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A word as it is compared: small letters, no accents, single spaces; what stands in brackets is left out."""
    bare = _BRACKETS.sub(" ", text) if not text.lstrip().startswith(("(", "[")) else text
    plain = unicodedata.normalize("NFKD", bare.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.replace("ø", "o").replace("æ", "a").replace("-", " ") if len(plain.strip()) > 1 else plain
    return " ".join(_APART.sub(" ", plain).split())


class Vocabulary:
    """The words that stand for each of some values."""

    def __init__(self, entries: dict[str, Iterable[str]]) -> None:
        self.keys = tuple(entries)
        known = {fold(word): key for key, words in reversed(entries.items()) for word in (key, *words)}
        self._known = {word: key for word, key in known.items() if word}
        self._long: dict[str, list[str]] = {}
        for word in self._known:
            if len(word) >= LONG:
                self._long.setdefault(_digits(word), []).append(word)

        self._found: dict[str, str | None] = {}

    def find(self, text: str) -> str | None:
        """The value a text stands for: the word itself or a misspelling of it."""
        word = fold(text)
        if word not in self._found:
            self._found[word] = self._known.get(word) or self._close(word)
        return self._found[word]

    def begins(self, text: str) -> str | None:
        """The value of a text that says more than one word for it: "Ej hemma, mamman öppnade"."""
        return self.find(re.split(r"[,;:(/–]| - ", text, maxsplit=1)[0])

    def exact(self, text: str) -> str | None:
        """The value whose word this is to the letter (accents and case aside)."""
        return self._known.get(fold(text))

    def _close(self, word: str) -> str | None:
        if len(word) < LONG:
            return None
        slips = 2 if len(word) >= VERY_LONG else 1
        found = process.extractOne(word, self._long.get(_digits(word), ()), scorer=OSA.distance, score_cutoff=slips)
        return None if found is None else self._known[found[0]]


def _digits(word: str) -> str:
    """Another digit is no slip of the pen: "budskap 1" is not "budskap 2"."""
    return "".join(c for c in word if c.isdecimal())


@lru_cache(maxsize=4)
def table(name: str) -> dict[str, Any]:
    """A file of resources/intake."""
    return tomllib.loads(paths.resource("intake", f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def vocabulary(name: str) -> Vocabulary:
    """The words for the values of one kind, e.g. `outcome`."""
    return Vocabulary(table("values")[name])


@lru_cache(maxsize=16)
def words(name: str, section: str = "") -> frozenset[str]:
    """A set of folded words of cells.toml: `blank`, `totals`, or `names` of a section."""
    cells = table("cells")
    return frozenset(fold(word) or word for word in (cells[section][name] if section else cells[name]))


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Folded names of months and their numbers."""
    return {fold(name): int(number) for number, names in table("cells")["months"].items() for name in names}
