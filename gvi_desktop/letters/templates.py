"""The letter texts that come with the program, by kind and language."""

from __future__ import annotations

from functools import cache, lru_cache

from gvi_desktop.letters.given import LetterInput
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.template import Template, parse
from gvi_desktop.letters.words import LANGUAGES
from gvi_desktop.paths import resource


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


def language_for(wanted: str, otherwise: str) -> str:
    """The reader's language where there are texts in it, else the other."""
    return wanted if wanted in LANGUAGES else otherwise
