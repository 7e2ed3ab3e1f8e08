"""What the editor says of a text: words it points at, how long it takes to say, and how easily it is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import select

from gvi_desktop import paths
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.script import LEGAL, Remark, warnings
from gvi_desktop.domain.scripttext import spoken
from gvi_desktop.letters.lix import lix
from gvi_desktop.services import scriptfill
from gvi_desktop.services.unit import Unit

GROUPS = 2000
SHORTEST = 3
"""Letters of the shortest name that is pointed at."""
NAME = "name"
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zåäö][\w-]+(?:['’]s)?")
_CODE = re.compile(r"(?<![\w-])[\w-]*\d[\w-]*(?![\w-])")
_GENITIVE = r"(?:s|['’]s)?"


def remarks(
    unit: Unit, texts: Sequence[str], language: str, checked: frozenset[int] = frozenset()
) -> tuple[Remark, ...]:
    """What the editor points at: threats, promises, labels, names, fields, and legal claims where no lawyer has
    `checked` the text (its place among the texts); word lists are data."""
    said = [spoken(text) for text in texts]
    names = [*_groups(unit, said), *_people(unit, said, language)]
    found = [
        replace(one, passage=at)
        for at, text in enumerate(said)
        for one in _whole(warnings(text, _lists("script_words").get(language, {}), names))
        if one.code != LEGAL or at not in checked
    ]
    found += scriptfill.remarks(texts, scriptfill.values(unit, language))
    return tuple(sorted(found, key=lambda one: (one.passage, one.at, one.code)))


def lix_of(texts: Sequence[str], language: str) -> float | None:
    """How easily a Swedish text is read; None for other languages and for too short a text."""
    return lix("\n\n".join(spoken(text) for text in texts)) if language == "sv" else None


@cache
def _lists(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(paths.resource("warnings", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _common(language: str) -> frozenset[str]:
    """Words that are names too but are usually not meant as such."""
    return frozenset(word.casefold() for word in _lists("common_words").get(language, {}).get("words", ()))


def _whole(found: Iterable[Remark]) -> Iterator[Remark]:
    """Without the names that are part of a longer one at the same place."""
    reached = 0
    for one in sorted(found, key=lambda one: (one.at, -len(one.word))):
        if one.code == NAME:
            if one.at + len(one.word) <= reached:
                continue
            reached = one.at + len(one.word)
        yield one


def _groups(unit: Unit, texts: Sequence[str]) -> set[str]:
    """Names of groups as they stand in the texts, in any case and with a genitive."""
    found: set[str] = set()
    folded = [text.casefold() for text in texts]
    for group in unit.find(Group, limit=GROUPS):
        name = group.name.strip().casefold()
        if len(name) < SHORTEST:
            continue
        for text, plain in zip(texts, folded, strict=True):
            if name in plain:
                pattern = re.compile(rf"(?<!\w){re.escape(name)}{_GENITIVE}(?!\w)", re.IGNORECASE)
                found.update(pattern.findall(text))
    return found


def _people(unit: Unit, texts: Sequence[str], language: str) -> set[str]:
    """Names and code names in the texts that belong to somebody in the vault: alone, in full, or in the genitive."""
    singles = {word: _forms(word) for text in texts for word in (*_CAPITAL.findall(text), *_CODE.findall(text))}
    asked = {form for forms in singles.values() for form in forms if len(form) >= SHORTEST}
    if not asked:
        return set()
    p = unit.table(Person).c
    by_name = select(p.given_name, p.family_name, p.code_name).where(
        p.removed == 0, p.given_name.in_(asked) | p.family_name.in_(asked) | p.code_name.in_(_cased(asked))
    )
    known: set[str] = set()
    full: set[str] = set()
    for given, family, code in unit.connection.execute(by_name):
        known |= {part for part in (given, family) if part}
        known |= {code.casefold()} if code else set()
        full |= {f"{given} {family}"} if given and family else set()
    common = _common(language)
    alone = {
        word
        for word, forms in singles.items()
        if any((form in known or form.casefold() in known) and form.casefold() not in common for form in forms)
    }
    in_full = {
        found
        for name in full
        for text in texts
        if name in text
        for found in re.findall(rf"(?<!\w){re.escape(name)}{_GENITIVE}(?!\w)", text)
    }
    return alone | in_full


def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands and without its genitive."""
    if word.endswith(("'s", "’s")):
        return (word[:-2],)
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _cased(words: Iterable[str]) -> set[str]:
    """Code names are met in any case: as they stand, in capitals, and with a capital first."""
    return {form for word in words for form in (word, word.upper(), word.capitalize())}
