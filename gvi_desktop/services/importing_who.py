"""Who a row speaks of, and when two of them can, must or cannot be one person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from gvi_desktop.intake.lexicon import fold
from gvi_desktop.intake.names import same_name
from gvi_desktop.intake.reading import ReadRow
from gvi_desktop.services.sounding import sound

CODES = ("code_name", "number", "ref")


@dataclass(frozen=True)
class Who:
    """What tells a person from others: codes of the workbook or vault, name, birth, personal number."""

    codes: tuple[str, ...] = ()
    given: str = ""
    family: str = ""
    born: date | None = None
    birth_year: int | None = None
    number: str = ""

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}".strip()

    @property
    def code(self) -> str:
        """The first code, or nothing."""
        return self.codes[0] if self.codes else ""

    @property
    def year(self) -> int | None:
        """The year of birth, however it is known."""
        return self.born.year if self.born else self.birth_year

    def joined(self, other: Who) -> Who:
        """What both say; where they differ, what this one says."""
        return replace(
            self,
            codes=tuple(dict.fromkeys((*self.codes, *other.codes))),
            given=self.given or other.given,
            family=self.family or other.family,
            born=self.born or other.born,
            birth_year=self.birth_year or other.birth_year,
            number=self.number or other.number,
        )


def who_of(row: ReadRow) -> Who:
    """The person that a row names."""
    values = row.values
    # "number" is a person's number on a list of people only; elsewhere it is a call-in's, a caller's …
    codes = [values.get(name) for name in CODES if name != "number" or row.concept == "person"]
    return Who(
        tuple(dict.fromkeys(code for code in codes if code)),
        values.get("given_name", ""),
        values.get("family_name", ""),
        values.get("birth_date"),
        values.get("birth_year"),
        values.get("personal_number", ""),
    )


def is_anybody(who: Who) -> bool:
    """Whether the row names somebody at all."""
    return bool(who.codes or who.name or who.number)


def contradicts(one: Who, other: Who) -> bool:
    """Whether birth or number say that these are two people."""
    if one.number and other.number:
        return one.number != other.number
    if one.born and other.born:
        return one.born != other.born
    return bool(one.year and other.year and one.year != other.year)


def same_birth(one: Who, other: Who) -> bool:
    """Whether both say the same of the birth, and say something."""
    return one.year is not None and one.year == other.year and not contradicts(one, other)


def names_agree(one: Who, other: Who) -> bool:
    """Whether the names can be of one person: either is missing, or some part of them sounds alike."""
    if not one.name or not other.name:
        return True
    return same_name(one.name) == same_name(other.name) or bool(_sounds(one.name) & _sounds(other.name))


def by_sound(who: Who) -> str:
    """A key that names which sound alike share, in whatever order their parts stand."""
    return " ".join(sorted({_sound(word) for word in _whole_words(who.name)}))


def name_field(row: ReadRow) -> str:
    """The column in which the row names the person, or else the one with the code."""
    names = ("name", "name_reversed", "family_name", "given_name")
    return next((name for name in names if name in row.raw), "ref")


def who_field(row: ReadRow) -> str:
    """The column in which the row points at the person: the code where there is one."""
    return "ref" if row.raw.get("ref", ("", ""))[1] else name_field(row)


@lru_cache(maxsize=200_000)
def _sound(word: str) -> str:
    return sound(word)


def _sounds(name: str) -> frozenset[str]:
    return frozenset(_sound(word) for word in (*fold(name).split(), *_whole_words(name)) if len(word) > 1)


def _whole_words(name: str) -> list[str]:
    """ "Al-Hassan", "Al Hassan" and "Alhassan" are one word: hyphens and articles part names differently everywhere."""
    words: list[str] = []
    article = ""
    for part in name.split():
        word = fold(part).replace(" ", "")
        if word in ("al", "el"):
            article = word
            continue
        words.append(article + word)
        article = ""
    return [*words, *([article] if article else [])]
