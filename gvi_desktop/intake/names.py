"""Names in one column or two, "SURNAME, First" or "First Surname", and names made comparable."""

from __future__ import annotations

import re

from gvi_desktop.intake.lexicon import fold, words

_BRACKET = re.compile(r"\s*[(\[\"“”].*?[)\]\"“”]\s*")


def split_name(text: str, *, family_first: bool = False) -> tuple[str, str]:
    """(given, family) of a whole name; a comma or a family name in capitals tells that the family name comes first."""
    plain = " ".join(_BRACKET.sub(" ", text).split()).strip(" ,;")
    if "," in plain:
        family, _, given = plain.partition(",")
        return tidy(given), tidy(family)
    parts = plain.split()
    if len(parts) < 2:
        return tidy(plain), ""
    capitals = 0
    while capitals < len(parts) and _in_capitals(parts[capitals]):
        capitals += 1
    if 0 < capitals < len(parts):
        return tidy(" ".join(parts[capitals:])), tidy(" ".join(parts[:capitals]))
    if family_first:
        at = 1 + _particles(parts[:-1])
        return tidy(" ".join(parts[at:])), tidy(" ".join(parts[:at]))
    at = len(parts) - 1
    while at > 1 and fold(parts[at - 1]) in words("names", "particles"):
        at -= 1
    return tidy(" ".join(parts[:at])), tidy(" ".join(parts[at:]))


def aside(text: str) -> bool:
    """Whether a name carries something in brackets or quotation marks, which is not part of it."""
    return bool(_BRACKET.search(text))


def tidy(name: str) -> str:
    """A name with single spaces; written all in capitals or all small, it gets its capitals."""
    plain = " ".join(_BRACKET.sub(" ", name).split()).strip(" ,;.")
    if len(plain) > 1 and (plain.isupper() or plain.islower()):
        return re.sub(r"[^\W\d_]+", lambda word: word[0][:1].title() + word[0][1:].lower(), plain)
    return plain


def same_name(text: str) -> str:
    """A name as it is compared: case, accents, hyphens and order of its parts aside."""
    # Word by word: the same few thousand names return, and each is folded once.
    return " ".join(sorted(part for word in text.split() for part in fold(word).split()))


def _in_capitals(part: str) -> bool:
    letters = [c for c in part if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _particles(parts: list[str]) -> int:
    count = 0
    while count < len(parts) and fold(parts[count]) in words("names", "particles"):
        count += 1
    return count
