"""Which compartments each kind of letter may draw on."""

from __future__ import annotations

from collections.abc import Mapping

from gvi_desktop.domain.letter import NAMELESS, LetterKind

__all__ = ["CLASS", "NAMELESS", "LetterKind"]

# What help knows must never reach a paper for the probation service, nor enforcement's a paper for a family: the offer
# of help is only credible if this holds by construction.
CLASS: Mapping[LetterKind, frozenset[str]] = {
    LetterKind.NOTICE: frozenset({"core"}),
    LetterKind.INVITATION: frozenset({"core"}),
    LetterKind.NOTIFICATION: frozenset({"core"}),
    LetterKind.CARD: frozenset({"core"}),
    LetterKind.GUARDIAN: frozenset({"core"}),
    LetterKind.DIRECTORY: frozenset({"core", "help"}),
    LetterKind.NO_SHOWS: frozenset({"core"}),
}
