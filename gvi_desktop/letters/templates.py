"""The letter texts that come with the program, by kind and language."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache

from gvi_desktop.letters.given import LetterInput
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.template import Template, parse
from gvi_desktop.letters.words import LANGUAGES
from gvi_desktop.paths import resource

READERS = ("ar", "so", "kmr", "ckb", "fa", "prs", "ti", "tr", "bs", "pl", "fi")
"""Languages of our readers that some kinds of letters have texts in, besides those of the office."""


def source(kind: LetterKind, language: str) -> str:
    """The bundled text of a kind of letter."""
    return resource("letters", language, f"{kind.value}.txt").read_text("utf-8")


@cache
def shipped(kind: LetterKind, language: str) -> Template:
    """The bundled template of a kind, read and checked once."""
    return parse(source(kind, language))


@lru_cache(maxsize=64)
def own(text: str) -> Template:
    """The template of an office's own text; TemplateError where it is faulty."""
    return parse(text)


def wording(letter: LetterInput, language: str) -> str:
    """The text that a letter is written with, before any value is put in."""
    return letter.text or source(letter.kind, language)


def of(letter: LetterInput, language: str) -> Template:
    """The template that a letter is written with."""
    return own(letter.text) if letter.text else shipped(letter.kind, language)


@cache
def languages(kind: LetterKind) -> tuple[str, ...]:
    """The languages in which there is a text of that kind."""
    return (*LANGUAGES, *(one for one in READERS if resource("letters", one, f"{kind.value}.txt").is_file()))


def language_for(wanted: str, otherwise: str, kind: LetterKind | None = None) -> str:
    """The reader's language where there are texts (of that kind) in it, else the other."""
    return wanted if wanted in (languages(kind) if kind else LANGUAGES) else otherwise


def reviewed(kind: LetterKind, language: str) -> bool:
    """Whether a speaker of the language has read the text and signed it off."""
    return language in LANGUAGES or _signed(language).get(kind.value) is True


@cache
def _signed(language: str) -> dict[str, bool]:
    found: dict[str, bool] = tomllib.loads(resource("letters", language, "review.toml").read_text("utf-8"))["reviewed"]
    return found
