"""What the editor says of a text: words it points at, how long it takes to say, and how easily it is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from gvi_desktop import paths
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.script import LEGAL, Remark, warnings
from gvi_desktop.letters.lix import lix
from gvi_desktop.services.unit import Unit

GROUPS = 2000
_PAIR = re.compile(r"(?=\b([A-ZÅÄÖ][\w-]+) ([A-ZÅÄÖ][\w-]+))")


def remarks(
    unit: Unit, texts: Sequence[str], language: str, checked: frozenset[int] = frozenset()
) -> tuple[Remark, ...]:
    """What the editor points at: threats, promises, labels, names, and legal claims where no lawyer has `checked`
    the text (its place among the texts); word lists are data."""
    lists = tomllib.loads(paths.resource("warnings", "script_words.toml").read_text(encoding="utf-8")).get(language, {})
    names = [*(group.name for group in unit.find(Group, limit=GROUPS)), *_people_named(unit, texts)]
    return tuple(
        replace(one, passage=at)
        for at, text in enumerate(texts)
        for one in warnings(text, lists, names)
        if one.code != LEGAL or at not in checked
    )


def lix_of(texts: Sequence[str], language: str) -> float | None:
    """How easily a Swedish text is read; None for other languages and for too short a text."""
    return lix("\n\n".join(texts)) if language == "sv" else None


def _people_named(unit: Unit, texts: Sequence[str]) -> list[str]:
    """Full names in a text that belong to somebody in the vault."""
    pairs = {pair for text in texts for pair in _PAIR.findall(text)}
    p = unit.table(Person).c
    query = select(p.given_name, p.family_name).where(p.family_name.in_({last for _, last in pairs}), p.removed == 0)
    known = {(given, family) for given, family in unit.connection.execute(query)} if pairs else set()
    return [f"{first} {last}" for first, last in pairs if (first, last) in known]

