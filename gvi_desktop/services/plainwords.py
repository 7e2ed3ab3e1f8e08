"""Whether a word at the beginning of a sentence can be a name: known from lists and from the program's own texts."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from gvi_desktop import paths
from gvi_desktop.crypto import wordlists

LANGUAGES = ("sv", "en")
TEXTS = ("words", "help", "letters")
SMALL = re.compile(r"(?<![\w{<\\/-])[a-zåäöéü]{2,}(?![\w}>=/-])")
LONG = 6
"""Letters that a word has at least if its ending alone tells that it is none of the names."""
STEM = 5
FORMS = ("s", "n", "t", "r", "en", "et", "na", "ar", "er", "or", "de", "ed", "ing", "arna", "erna", "orna", "ens")
"""What a known word of at least so many letters may end in besides."""
TAILS = frozenset({"strand", "stjärna", "sköld", "stråle", "stolpe", "hammar", "sträng", "kvist", "ström", "holmen"})
"""Words that family names end in."""


def never_a_name(word: str) -> bool:
    """Whether a word, in small letters, is one that sentences begin with and nobody is called."""
    starts, endings, names = _lists()
    return word not in names and (word in starts or (len(word) >= LONG and word.endswith(endings)))


def ordinary(word: str) -> bool:
    """Whether a word, in small letters, stands for something other than somebody: seen written small, as it is, in
    another form, or at the end of a compound."""
    starts, _, names = _lists()
    if word in starts or never_a_name(word):
        return True
    if word in names:
        return False
    known = _known()
    if word in known:
        return True
    stems = (word.removesuffix(form) for form in FORMS if word.endswith(form))
    if any(len(stem) >= STEM and stem in known and stem not in names for stem in stems):
        return True
    tails = (word[at:] for at in range(3, len(word) - LONG + 1))
    return any(tail in known and tail not in TAILS for tail in tails)


@cache
def _lists() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    read = tomllib.loads(paths.resource("warnings", "sentence_starts.toml").read_text(encoding="utf-8"))
    said: dict[str, list[str]] = {"words": [], "endings": [], "names": []}
    for language in LANGUAGES:
        for part, found in said.items():
            found += read[language][part].split()
    return frozenset(said["words"]), tuple(said["endings"]), frozenset(said["names"])


@cache
def _written() -> frozenset[str]:
    """Every word that stands in small letters in the program's own texts of both languages."""
    found = {word for language in LANGUAGES for word in wordlists.words(language)}
    for language in LANGUAGES:
        found.update(SMALL.findall(paths.resource("scripts", f"{language}.toml").read_text(encoding="utf-8")))
        for part in TEXTS:
            found.update(_of_folder(paths.resource(part, language)))
    return frozenset(found)


def _of_folder(folder: Any) -> set[str]:
    return {word for file in folder.iterdir() if file.is_file() for word in SMALL.findall(file.read_text("utf-8"))}


@cache
def _known() -> frozenset[str]:
    return _written() | _lists()[0]
