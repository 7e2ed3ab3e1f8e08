"""What tells of a person in a text: names, code name, numbers, addresses; found as whole words however they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from gvi_desktop.domain.person import Person

SHORT_NAME = 4
"""Letters from which a name is told from an ordinary word; a shorter one always needs somebody to decide."""
FEW = 60
"""Words, or numbers, up to which a text is searched for each; more are looked up by what stands in the text."""
_TOKEN = re.compile(r"[^\W_]+")
_GAPS = dict.fromkeys(map(ord, " \t\n-/.()"))
_RUN = re.compile(r"\d{7,}")
_NUMBER = 7  # digits of a telephone number at least
_GENITIVE = "(?:'s|’s|:s|s)?"


@dataclass(frozen=True)
class Hit:
    """A place in a text: from, to, and whether it can only mean the person."""

    start: int
    end: int
    sure: bool


class Telling:
    """What tells of some people. What others in the vault are called too, or live at, or are reached by, is no sure
    sign of them (`share`), nor is what may be ordinary words: letters only, and not written as a name is."""

    def __init__(self, people: Collection[Person]) -> None:
        self._sure: set[str] = set()
        self._names: set[str] = set()
        self._digits: set[str] = set()
        for one in people:
            self._sure |= {one.code_name, f"{one.given_name} {one.family_name}", f"{one.family_name} {one.given_name}"}
            self._sure |= {one.address, *one.contact_ways} if one.address or one.contact_ways else set()
            self._names |= {one.given_name, one.family_name, *one.given_name.split(), *one.family_name.split()}
            for number in (one.personal_number[-11:], *one.contact_ways):
                digits = _digits(number)
                self._digits |= {digits} if len(digits) >= _NUMBER else set()
        self._sure = {_plain(one) for one in self._sure if len(_plain(one)) > 1} - {_plain(n) for n in self._names}
        self._names = {_plain(one) for one in self._names if len(_plain(one)) > 1}
        # A town, or "mobil": what many live at or are reached by.
        vague = {_plain(way) for one in people for way in (one.address, *one.contact_ways)}
        self._shared = {one for one in vague if _is_a_word(one) and one not in self._names}

    @classmethod
    def of_names(cls, names: Iterable[str]) -> Telling:
        """What tells of people of whom only these names are known, none of them for sure."""
        made = cls(())
        made._names = {_plain(one) for one in names} - {""}
        made._shared = made._names
        return made

    def share(self, names: Iterable[str], numbers: Iterable[str] = ()) -> None:
        """Somebody else is told by these, too."""
        for one in names:
            if (plain := _plain(one)) in self._sure or plain in self._names:
                self._shared.add(plain)
        for number in numbers:
            if (digits := _digits(number)) in self._digits:
                self._shared.add(digits)

    def surely(self, line: str) -> bool:
        """Whether a line that stands with one of them, or with what is theirs, can only mean them."""
        plain = _plain(line)
        if plain in self._shared or _digits(line) in self._shared or not _as_a_name(line):
            return False
        return not _is_a_word(plain) or plain in self._names or plain in self._sure

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(one) for one in self._digits})

    @cached_property
    def _firsts(self) -> dict[str, list[str]]:
        """Each phrase by its first word."""
        found: dict[str, list[str]] = {}
        for one in sorted(self._sure | self._names, key=len, reverse=True):
            if first := _TOKEN.search(one):
                found.setdefault(first[0], []).append(one)
        return found

    def near(self, text: str) -> bool:
        """Whether one of the words may be in a text (a long one): quick, and never wrong when it says no."""
        low = text.casefold()
        if any(True for _ in self._numbers(low)):
            return True
        if len(self._firsts) <= FEW:
            return any(one in low for one in self._firsts)
        tokens = set(_TOKEN.findall(low))
        return any(one in self._firsts or one.removesuffix("s") in self._firsts for one in tokens)

    def hits(self, text: str) -> list[Hit]:
        """Where the text tells of them, in order and without overlaps; the longest phrase counts."""
        found: list[Hit] = []
        for one in sorted(self._found(text), key=lambda hit: (hit.start, -hit.end, not hit.sure)):
            if not found or one.start >= found[-1].end:
                found.append(one)
        return found

    def _found(self, text: str) -> Iterator[Hit]:
        low = text.lower()  # casefold would move the places
        for token in set(_TOKEN.findall(low)):
            folded = token.casefold()
            for first in {folded, folded.removesuffix("s")} & self._firsts.keys():
                for phrase in self._firsts[first]:
                    if phrase in low:  # a pattern is dear, and most phrases of a name are of others who bear it too
                        yield from self._places(text, low, phrase)
        for digits in set(self._numbers(low)):
            gaps = r"[\s\-/.()]*".join(digits)
            for one in re.finditer(rf"(?<!\d)(?:\+?46)?{gaps}(?!\d)", text):
                yield Hit(*one.span(), digits not in self._shared)

    def _numbers(self, text: str) -> Iterator[str]:
        """Those of their numbers that a text may hold."""
        if not self._digits:
            return
        compact = text.translate(_GAPS)
        if len(self._digits) <= FEW:
            yield from (one for one in self._digits if one in compact)
            return
        for run in _RUN.findall(compact):
            for length in self._lengths:
                parts = (run[at : at + length] for at in range(len(run) - length + 1))
                yield from (one for one in parts if one in self._digits)

    def _places(self, text: str, low: str, phrase: str) -> Iterator[Hit]:
        for one in re.finditer(rf"(?<!\w){re.escape(phrase)}{_GENITIVE}(?!\w)", low):
            if phrase in self._sure:
                said = text[one.start() : one.start() + len(phrase)]
                yield Hit(*one.span(), phrase not in self._shared and _as_a_name(said))
                continue
            capital = text[one.start()].isupper() or not text[one.start()].isalpha()
            long = len(phrase) >= SHORT_NAME
            if capital or long:
                yield Hit(*one.span(), capital and long and phrase not in self._shared)

    def replaced(self, text: str, by: str) -> str:
        """The text with each place replaced by a neutral word."""
        parts, at = [], 0
        for one in self.hits(text):
            parts += [text[at : one.start], by]
            at = one.end
        return "".join([*parts, text[at:]])


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())


def _is_a_word(plain: str) -> bool:
    return plain.isalpha()


def _as_a_name(said: str) -> bool:
    """Whether a place is written as no ordinary words are: with a number, or with capitals first and last."""
    words = _TOKEN.findall(said)
    if any(letter.isdigit() for letter in said):
        return True
    return len(said) >= SHORT_NAME and all(words[at][0].isupper() for at in (0, -1) if words)


def _plain(name: str) -> str:
    return name.strip().lower()
