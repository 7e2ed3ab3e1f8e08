"""Letter texts: the office's own wording of a kind of letter in a language; a version that was used never changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.record import Draft, Record, ref, short
from gvi_desktop.domain.rules import caps, gather, missing

LONGEST = 20_000


class TextStatus(StrEnum):
    """Whether letters are written with it."""

    DRAFT = "text_draft"
    IN_USE = "text_in_use"
    RETIRED = "text_retired"


class LetterTextProblem(StrEnum):
    """What the rules may object to in a letter text."""

    FAULTY = "lettertext_faulty"
    NEVER_CHANGES = "lettertext_never_changes"
    HAS_DRAFT = "lettertext_has_draft"
    NOT_DRAFT = "lettertext_not_draft"
    UNREADABLE = "lettertext_unreadable"


@dataclass(frozen=True, kw_only=True)
class LetterTextDraft(Draft):
    """One version of the text of a kind of letter in one language."""

    kind: ClassVar[str] = "lettertext"

    letter_kind: LetterKind | None = None
    language: str = short(8)
    text: str = short(LONGEST)
    status: TextStatus = TextStatus.DRAFT
    version: int = 1
    supersedes: str | None = ref("lettertext")
    approved_by: str = short(80)
    approved_on: date | None = None
    sha256: str = short(64)
    reviewed_by: str = short(80)
    """Who speaks the language and has read it; empty: *not reviewed by a speaker*."""
    reviewed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class LetterText(LetterTextDraft, Record):
    """A stored letter text."""


def problems(draft: LetterTextDraft) -> tuple[Problem, ...]:
    """Kind, language and text; what the text says is judged where templates are read."""
    return gather(missing(draft, "letter_kind", "language", "text"), caps(draft))


def fingerprint(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
