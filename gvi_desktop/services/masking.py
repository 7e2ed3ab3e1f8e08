"""Other people in a text that goes to the one it is about: their names, codes, numbers, phones and addresses masked.

Whoever stands in the vault is known by name; somebody who does not is seen by a capital: inside a sentence, and at its
beginning where the word is none of those that sentences begin with or that are written small elsewhere. What looks like
a phone, a personal number, a mail address or a street with its number is masked unless it is the subject's own or an
agency's. The person who tests secrecy reads the extract: a mask too many can be lifted there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import select

from gvi_desktop.domain.agency import Agency
from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.person import Person
from gvi_desktop.services import plainwords
from gvi_desktop.services.unit import Unit

NAME = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
FEWEST = 3
"""Shorter names (Bo, Li) are masked only where they are written as names, with a capital."""
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"(?<![\d-])(?:\d{2})?\d{6}[-+ ]?\d{4}(?![\d-])")
PHONE = re.compile(r"(?<![\w-])(?:\+\d|00|0)\d(?:[ /-]?\d){4,12}(?!\d)")
STREET = re.compile(r"(?<!\w)((?:[^\W\d_][\w'-]*\.? ){1,3})(\d{1,4})(?: ?([A-Za-z])(?!\w))?(?![\w-])")
STREETS = ("gatan", "vägen", "gränd", "stigen", "torget", "allén", "backen", "gata", "väg", "leden", "street", "road")
HOLE = "\0"
"""Where somebody stood, until the whole text has been gone through: no text of the vault has this letter."""
AFTER = re.compile(rf"[ \u00a0]+({NAME.pattern})")
SHOUTED = 5
"""Letters from which on a word in capitals is no abbreviation."""
SENTENCE = re.compile(r"(?:^|[.!?:;–•\n\"”(])\s*[-–•]?\s*$")


class Mask:
    """Masks one subject's texts; it holds the names of everybody else, so let go of it when done."""

    def __init__(self, unit: Unit, subject: Person, word: str) -> None:
        self._word = word
        self._names: set[str] = set()
        self._codes: set[str] = set()
        self._reach: set[str] = set()
        self._streets: set[str] = set()
        self._own = {one.casefold() for one in NAME.findall(f"{subject.full_name} {subject.code_name}")}
        self._own_reach = {_digits(one) for one in (*subject.contact_ways, subject.personal_number) if one}
        self._own_reach |= {one.casefold() for one in subject.contact_ways}
        self._own_streets = set(_streets(subject.address))
        self._gather_people(unit, subject)
        self._gather_guardians(unit, subject)
        self._known = frozenset(_words((*_names_of_places(unit), subject.address, subject.language)))
        self._own_reach |= {_digits(one.phone) for one in unit.find(Agency)} | {_digits(unit.office.phone)}

    def __call__(self, text: str, *, note: bool = False) -> str:
        """The text without anybody else; `note` = it is running text, where unknown names are looked for too."""
        text = MAIL.sub(lambda found: self._unless(found[0].casefold() in self._own_reach, found[0]), text)
        text = NUMBER.sub(lambda found: self._unless(self._is_own(found[0]), found[0]), text)
        text = PHONE.sub(lambda found: self._unless(self._is_own(found[0]), found[0]), text)
        text = STREET.sub(self._street, text)
        return NAME.sub(lambda found: self._name(found, note), text).replace(HOLE, self._word)

    def _unless(self, own: bool, text: str) -> str:
        return text if own else HOLE

    def _is_own(self, text: str) -> bool:
        digits = _digits(text)
        return any(one and (one == digits or one[-10:] == digits[-10:]) for one in self._own_reach)

    def _street(self, found: re.Match[str]) -> str:
        words, number = found[1].split(), found[2]
        ways = [f"{' '.join(words[first:]).casefold()} {number}" for first in range(len(words))]
        if not self._own_streets.isdisjoint(ways):
            return found[0]
        first = next((at for at, way in enumerate(ways) if way in self._streets), None)
        if first is None and words[-1].casefold().endswith(STREETS):
            # Of a street nobody in the vault lives in: from its first word with a capital.
            first = next((at for at, word in enumerate(words) if at and word[0].isupper()), len(words) - 1)
        return found[0] if first is None else " ".join((*words[:first], HOLE))

    def _name(self, found: re.Match[str], note: bool) -> str:
        word, low = found[0], found[0].casefold()
        if low in self._own or word.isdecimal() or (low not in self._names and low.removesuffix("s") in self._own):
            return word
        if low in self._codes or (low in self._names and (len(low) >= FEWEST or word[0].isupper())):
            return HOLE
        genitive = low.removesuffix("s")
        if word[0].isupper() and len(genitive) >= FEWEST and genitive in self._names:
            return HOLE
        return HOLE if note and self._is_unknown_name(found) else word

    def _is_unknown_name(self, found: re.Match[str]) -> bool:
        """A capital that no place, group, agency or abbreviation explains; the beginning of a sentence does only for a
        word that is known to be one, and not before another name where it could be one too."""
        word, low = found[0], found[0].casefold()
        if not self._could_be(word):
            return False
        if SENTENCE.search(found.string[: found.start()]) is None:
            return True
        if plainwords.never_a_name(low):
            return False
        after = AFTER.match(found.string, found.end())
        return (after is not None and self._could_be(after[1])) or not plainwords.ordinary(low)

    def _could_be(self, word: str) -> bool:
        """Whether a word is written as a name and is not that of a place, group or agency."""
        low = word.casefold()
        if not word[0].isupper() or any(letter.isdigit() for letter in word):
            return False
        if word.isupper() and (len(word) < SHOUTED or plainwords.ordinary(low)):
            return False
        return low not in self._known and low.removesuffix("s") not in self._known

    def _gather_people(self, unit: Unit, subject: Person) -> None:
        p = unit.table(Person).c
        query = select(p.given_name, p.family_name, p.code_name, p.address).where(p.id != subject.id)
        for given, family, code, address in unit.connection.execute(query):
            self._names.update(_words((given, family)))
            if code and any(letter.isdigit() for letter in code):
                self._codes.add(code.casefold())
            self._streets.update(_streets(address or ""))

    def _gather_guardians(self, unit: Unit, subject: Person) -> None:
        g = unit.table(Guardian).c
        query = select(g.name, g.address).where(g.person != subject.id)
        for name, address in unit.connection.execute(query):
            self._names.update(_words((name,)))
            self._streets.update(_streets(address or ""))


def _names_of_places(unit: Unit) -> Iterator[str]:
    """What begins with a capital and is nobody: places, groups, agencies, the office."""
    office = unit.office
    yield from (office.programme, office.town, office.area, office.agency, *office.parties)
    for record, names in ((Group, ("name", "area")), (Agency, ("name",)), (Callin, ("venue",)), (Incident, ("area",))):
        c = unit.table(record).c
        for row in unit.connection.execute(select(*(c[name] for name in names)).distinct()):
            yield from (one for one in row if one)


def _words(texts: Iterable[str | None]) -> Iterator[str]:
    return (word.casefold() for text in texts for word in NAME.findall(text or ""))


def _digits(text: str) -> str:
    """Only the digits, a Swedish country code as the zero it stands for."""
    digits = re.sub(r"\D", "", text)
    return f"0{digits[2:]}" if text.strip().startswith("+46") else digits


def _streets(address: str) -> Iterator[str]:
    """Street and number of an address, as they are looked for."""
    for found in STREET.finditer(address):
        yield f"{' '.join(found[1].split()).casefold()} {found[2]}"
