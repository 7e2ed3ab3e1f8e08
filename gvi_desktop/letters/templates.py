"""The letter texts that come with the program, by kind and language."""

from __future__ import annotations

from functools import cache

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


def language_for(wanted: str, otherwise: str) -> str:
    """The reader's language where there are texts in it, else the other."""
    return wanted if wanted in LANGUAGES else otherwise
