"""The kinds of letter, and which compartments each may draw on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class LetterKind(StrEnum):
    """A letter that the program can set; the value is its name on the command line and its template's file name."""

    notice = "notice"
    invitation = "invitation"
    notification = "notification"
    card = "card"
    guardian = "guardian"
    directory = "directory"
    no_shows = "no-shows"


# What help knows must never reach a paper for the probation service, nor enforcement's a paper for a family: the offer
# of help is only credible if this holds by construction.
CLASS: Mapping[LetterKind, frozenset[str]] = {
    LetterKind.notice: frozenset({"core"}),
    LetterKind.invitation: frozenset({"core"}),
    LetterKind.notification: frozenset({"core"}),
    LetterKind.card: frozenset({"core"}),
    LetterKind.guardian: frozenset({"core"}),
    LetterKind.directory: frozenset({"core", "help"}),
    LetterKind.no_shows: frozenset({"core"}),
}

# A found card or handout must say nothing about its holder: no sender, no programme, no reference.
NAMELESS = frozenset({LetterKind.card, LetterKind.directory})
