"""Judging a template before it is used: every fault with its line and the word that may have been meant."""

from __future__ import annotations

from gvi_desktop.letters import coverage, danger, fields
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.shape import UNDRAWN
from gvi_desktop.letters.template import Fault, FaultCode, TemplateError, parse
from gvi_desktop.letters.tongues import tongue


def faults(kind: LetterKind, text: str, language: str) -> tuple[Fault, ...]:
    """What is wrong with a text as a template of that kind and language, by line; nothing: it may be used."""
    try:
        template = parse(text)
    except TemplateError as refused:
        return refused.faults
    found = [_at(text, "{{" + key, FaultCode.above_class, key) for key in fields.above_class(kind, template.keys)]
    if kind is LetterKind.CARD and (word := danger.found(text)):
        found.append(_at(text.casefold(), word, FaultCode.endangering_word, word))
    set_in = tongue(language)
    drawn = "".join(char for char in text if char not in UNDRAWN) if set_in.rtl else text
    if char := coverage.missing(drawn, set_in.family):
        found.append(_at(text, char, FaultCode.missing_glyph, char))
    return tuple(sorted(found, key=lambda fault: fault.line))


def _at(text: str, sought: str, code: FaultCode, word: str) -> Fault:
    before, _, _ = text.partition(sought)
    return Fault(before.count("\n") + 1, code, word)
