"""Words in free text that a note is better without: a quiet hint beside the field, never a refusal."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from gvi_desktop import paths


class NoteWordKind(StrEnum):
    """Why a word is hinted at: it belittles, or it tells what only a need and a law make right to note."""

    INSULT = "insult"
    SENSITIVE = "sensitive"


@dataclass(frozen=True)
class NoteWord:
    """A word as it stands in the text."""

    kind: NoteWordKind
    word: str


def find(text: str) -> tuple[NoteWord, ...]:
    """The words to think over, in the order they stand and each once; lists of all languages, for notes are written
    in another language than the window's."""
    found = [
        (match.start(), NoteWord(kind, match.group()))
        for kind in NoteWordKind
        for match in _pattern(kind).finditer(text)
    ]
    ordered = [one for _, one in sorted(found, key=lambda pair: pair[0])]
    return tuple({(one.kind, one.word.casefold()): one for one in reversed(ordered)}.values())[::-1]


def begins(word: str) -> bool:
    """Whether any of the expressions may begin with this word: quick to ask of many, and never wrong when it denies."""
    return _beginnings().match(word) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    first = dict.fromkeys(re.split(r"[*\s-]", stem)[0] for kind in NoteWordKind for stem in _stems(kind))
    return re.compile("|".join(re.escape(one) for one in first), re.IGNORECASE)


def _stems(kind: NoteWordKind) -> list[str]:
    lists = tomllib.loads(paths.resource("warnings", "note_words.toml").read_text(encoding="utf-8"))
    return list(dict.fromkeys(stem for language in lists.values() for stem in language.get(kind.value, ())))


@cache
def _pattern(kind: NoteWordKind) -> re.Pattern[str]:
    parts = (r"[\w-]*".join(re.escape(part) for part in stem.split("*")) for stem in _stems(kind))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
