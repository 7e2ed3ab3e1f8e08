"""Asking, before any ink, whether letters may be printed, and saying the reason in words."""

from __future__ import annotations

from collections.abc import Sequence

from gvi_desktop.letters import fields, words
from gvi_desktop.letters.batch import Batch
from gvi_desktop.letters.given import Letterhead, LetterInput
from gvi_desktop.letters.stopcodes import ADDRESS, Stop, StopCode, StoppedError

__all__ = ["Stop", "StopCode", "StoppedError", "check", "check_all", "sentence"]


def check(letter: LetterInput, head: Letterhead, language: str) -> list[Stop]:
    """Every reason against printing this letter; `language` is used where the recipient's has no texts."""
    return check_all([letter], head, language)


def check_all(letters: Sequence[LetterInput], head: Letterhead, language: str) -> list[Stop]:
    """The same for many letters, in their order; common paragraphs are laid out once."""
    batch = Batch(head, language)
    return [stop for letter in letters for stop in batch.set(letter).stops]


def sentence(stop: Stop, language: str) -> str:
    """A stop in one plain sentence, without the name of the letter's recipient."""
    if stop.field == ADDRESS:
        label = words.say(language, "letter.address")
    else:
        label = fields.label(stop.field, language) if stop.field else ""
    return words.say(language, f"stop.{stop.code.value}", **{"field": label, **stop.data})
