"""Words and sounds that a record is found by, and Swedish sorting."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

import jellyfish

from gvi_desktop.domain.person import Person, Protection

FOLDS = (
    ("aa", "å"), ("ch", "k"), ("kh", "k"), ("q", "k"), ("ck", "k"), ("c", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
    ("th", "t"), ("dh", "d"), ("gh", "g"), ("sh", "sj"), ("sch", "sj"), ("š", "sj"), ("ž", "s"), ("ć", "k"), ("č", "k"),
    ("đ", "d"), ("ø", "ö"), ("æ", "ä"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("ej", "i"), ("ph", "f"),
)  # fmt: skip
"""Spellings of one sound in Swedish, Arabic, Somali and Slavic names, brought to one before the phonetic key."""

_LONGEST_FIRST = sorted(FOLDS, key=lambda pair: -len(pair[0]))
DIGITS = 8
SORTED = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "è": "e", "ü": "y"})


@lru_cache(4096)
def sound(name: str) -> str:
    """The phonetic key of one name; names that sound alike share it ("Mohammed", "Muhamed"; "Öberg", "Øberg")."""
    word = name.casefold()
    for old, new in _LONGEST_FIRST:
        word = word.replace(old, new)
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z]", "", plain)
    # Vowels shift most between spellings (Mohamed, Muhammed): only a leading one is kept by the key.
    return jellyfish.metaphone(re.sub(r"(.)\1+", r"\1", plain)) or plain.upper()


def forget() -> None:
    """Keep no name in memory: the vault is being closed."""
    sound.cache_clear()


def sounds(text: str) -> str:
    """The phonetic keys of every word."""
    return " ".join(sound(word) for word in re.findall(r"[^\W\d_]{2,}", text))


def sort_key(text: str) -> str:
    """A text that sorts as Swedish does: å, ä, ö last, case aside, numbers by their size (P9 before P10)."""
    return re.sub(r"\d+", lambda found: found[0].zfill(DIGITS), text.casefold().translate(SORTED))


SHOWN = {
    "group": ("name", "area"),
    "callin": ("number", "on", "venue"),
    "script": ("title",),
    "block": ("title",),
    "round": ("name",),
    "agency": ("name",),
    "letter": ("number",),
    "lettertext": ("letter_kind", "language", "version"),
    "task": ("title",),
    "contact": ("name",),
    "guardian": ("name",),
    "speaker": ("name",),
    "user": ("name",),
    "plan": ("name",),
    "regime": ("name",),
    "ground": ("title",),
}
"""Fields that say what a record is, for search and sorting."""


PERSON_BY = frozenset({"code_name", "given_name", "family_name", "personal_number", "protection"})


class _Indexed:
    """What the vault's index takes of a record."""

    def __call__(self, record: Any) -> tuple[str, str, str]:
        """(words, sounds, text to sort by); a protected person only by code name."""
        if isinstance(record, Person):
            # Lists show code names and are in their order: an order by hidden names would only puzzle, and tell.
            if record.protection is not Protection.NONE:
                return record.code_name, "", sort_key(record.code_name)
            words = f"{record.code_name} {record.given_name} {record.family_name} {record.personal_number}"
            return words.strip(), sounds(f"{record.given_name} {record.family_name}"), sort_key(record.code_name)
        fields = SHOWN.get(record.kind)
        if fields is None:
            return "", "", ""
        words = " ".join(str(getattr(record, name)) for name in fields if getattr(record, name) is not None)
        return words, sounds(words), sort_key(str(getattr(record, fields[0]) or ""))

    def fields(self, kind: str) -> frozenset[str]:
        """The fields it depends on: a change of any other leaves the index alone."""
        return PERSON_BY if kind == Person.kind else frozenset(SHOWN.get(kind, ()))


indexed = _Indexed()
