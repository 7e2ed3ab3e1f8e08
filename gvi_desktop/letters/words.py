"""The words printed on letters and papers, by language: the reader's, not the window's."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from gvi_desktop.paths import resource

LANGUAGES = ("sv", "en")
"""Languages of every letter and paper."""
DIRECTORY_LANGUAGES = (
    "sv", "en", "ar", "so", "kmr", "ckb", "fa", "prs", "ti", "tr", "bs", "pl", "fi", "es", "uk",
)  # fmt: skip
"""Languages of the help directory: those of letters (in `templates`), and two more that families here speak."""


@cache
def _table(language: str, name: str) -> dict[str, str]:
    nested = tomllib.loads(resource("letters", language, f"{name}.toml").read_text("utf-8"))
    return {f"{part}.{key}": text for part, section in nested.items() for key, text in section.items()}


def say(language: str, key: str, **values: str | int) -> str:
    """A label or sentence of `papers.toml`, as "part.key", with its {values} put in."""
    return _table(language, "papers")[key].format(**values)


def directory(language: str, key: str, **values: str | int) -> str:
    """A word of the help directory in one of `DIRECTORY_LANGUAGES`."""
    return _table(language, "directory")[f"directory.{key}"].format(**values)


def field_label(language: str, key: str) -> str:
    """What a field of a letter is called."""
    return _table(language, "fields")[f"field.{key}"]


def keys(language: str, name: str) -> frozenset[str]:
    """All keys of a word file, for comparing languages."""
    return frozenset(_table(language, name))


def long_date(language: str, day: date) -> str:
    """A date as in running text: "onsdag 20 maj 2026"."""
    weekday = say(language, f"weekday.{day.isoweekday()}")
    month = say(language, f"month.{day.month}")
    return say(language, "date.long", weekday=weekday, day=day.day, month=month, year=day.year)


def short_date(language: str, day: date) -> str:
    """A date without its weekday: "20 maj 2026"."""
    return say(language, "date.short", day=day.day, month=say(language, f"month.{day.month}"), year=day.year)


def enumeration(language: str, names: tuple[str, ...]) -> str:
    """Names as a list in a sentence: "a, b och c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{say(language, 'list.comma').join(names[:-1])} {say(language, 'list.and')} {names[-1]}"
