"""What the register of letters shows: people by code name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.letter import LetterResult
from gvi_desktop.services.letters import LetterLine
from ui.kit.dates import show_date
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words

TONES = {LetterResult.SERVED: Tone.GOOD, LetterResult.REFUSED: Tone.SOON, LetterResult.RETURNED: Tone.SOON}


def columns(words: Words) -> Sequence[Column[LetterLine]]:
    """The columns, in the order they are read."""
    return (
        Column(
            QCoreApplication.translate("LetterColumns", "Number"), lambda one: one.letter.number, width=11,
            sort="number",
        ),
        Column(
            QCoreApplication.translate("LetterColumns", "Letter"), lambda one: kind_of(words, one), width=18,
            sort="kind",
        ),
        Column(QCoreApplication.translate("LetterColumns", "To"), lambda one: to_whom(words, one), width=12),
        Column(
            QCoreApplication.translate("LetterColumns", "Printed"), lambda one: show_date(one.letter.printed_on),
            width=10, sort="printed_on",
        ),
        Column(
            QCoreApplication.translate("LetterColumns", "Outcome"), lambda one: result_of(words, one), width=0,
            tone=result_tone, sort="result",
        ),
    )  # fmt: skip


def kind_of(words: Words, line: LetterLine) -> str:
    """The kind of letter in words."""
    return words.value(line.letter.letter_kind) if line.letter.letter_kind else ""


def to_whom(words: Words, line: LetterLine) -> str:
    """The recipient's code name, else how many copies there are."""
    if line.person:
        return line.person
    if line.letter.copies > 1:
        return QCoreApplication.translate("LetterColumns", "{count} copies").format(count=line.letter.copies)
    return ""


def result_of(words: Words, line: LetterLine) -> str:
    """What became of it, in words."""
    return words.value(line.letter.result) if line.letter.result else ""


def result_tone(line: LetterLine) -> Tone | None:
    """Good where it was served."""
    return TONES.get(line.letter.result, Tone.NEUTRAL) if line.letter.result else None
