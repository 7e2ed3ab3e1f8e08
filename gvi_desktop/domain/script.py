"""Scripts: what a role says to an audience, made of shared blocks, approved by agencies, pinned by version and hash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing
from gvi_desktop.domain.scripttext import spoken
from gvi_desktop.domain.speaker import SpeakerRole

WORDS_A_MINUTE = 130


class Audience(StrEnum):
    """Who hears or reads it."""

    CALLIN = "callin"
    TALK = "talk"
    LETTER = "letter"
    PHONE = "phone"


class ScriptStatus(StrEnum):
    """Whether a script may be used."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


class ScriptProblem(StrEnum):
    """What the rules may object to in a script."""

    APPROVED_NEVER_CHANGES = "script_approved_never_changes"
    EMPTY = "script_empty"
    NOT_DRAFT = "script_not_draft"
    NOT_APPROVED = "script_not_approved"
    HAS_DRAFT = "script_has_draft"
    UNKNOWN_FIELD = "script_unknown_field"
    FIELD_EMPTY = "script_field_empty"
    CALLIN_FIELD_EMPTY = "script_callin_field_empty"


@dataclass(frozen=True)
class Approval:
    """One agency's yes to one version."""

    agency: str
    by: str
    on: date


@dataclass(frozen=True)
class Passage:
    """The text of a block as it stood when the script was approved."""

    title: str
    message: Message
    text: str


@dataclass(frozen=True, kw_only=True)
class ScriptDraft(Draft):
    """A script: its blocks while it is a draft, its passages once approved."""

    kind: ClassVar[str] = "script"

    title: str = short(120)
    role: SpeakerRole | None = None
    audience: Audience = Audience.CALLIN
    language: str = short(8)
    blocks: tuple[str, ...] = ()
    status: ScriptStatus = ScriptStatus.DRAFT
    version: int = 1
    supersedes: str | None = ref("script")
    approvals: tuple[Approval, ...] = ()
    passages: tuple[Passage, ...] = ()
    sha256: str = short(64)
    note: str = free_text()


@dataclass(frozen=True, kw_only=True)
class Script(ScriptDraft, Record):
    """A stored script."""


def problems(draft: ScriptDraft) -> tuple[Problem, ...]:
    """Title and language."""
    return gather(missing(draft, "title", "language"), caps(draft))


def fingerprint(passages: Iterable[Passage]) -> str:
    """SHA-256 over messages and texts, in order."""
    digest = hashlib.sha256()
    for passage in passages:
        digest.update(f"{passage.message}\0{passage.text}\0".encode())
    return digest.hexdigest()


def covered(passages: Iterable[Passage]) -> frozenset[str]:
    """Which core messages the passages serve, as "1", "2", "3"."""
    return frozenset(p.message.value for p in passages if p.message is not Message.FRAME and p.text.strip())


def words(texts: Iterable[str]) -> int:
    """Number of words to say; cues are not said."""
    return sum(len(re.findall(r"\w+", spoken(text))) for text in texts)


def reading_seconds(texts: Sequence[str]) -> int:
    """Time to say it at 130 words a minute."""
    return round(words(texts) * 60 / WORDS_A_MINUTE)


@dataclass(frozen=True)
class Remark:
    """A word the editor points at: its code (threat, promise, legal, label, name, unknown_field, empty_field), the
    word, and where it stands: in which passage (counted from 0) and at which character of it."""

    code: str
    word: str
    at: int
    passage: int = 0


LEGAL = "legal"
"""The code of claims about law, which are pointed at until a prosecutor or lawyer has checked the block."""


def warnings(text: str, word_lists: Mapping[str, Sequence[str]], names: Iterable[str] = ()) -> list[Remark]:
    """Threats, promises, legal claims and labels from word lists (* stands for any letters), and names as they are
    written; what stands in a cue is not said and not looked at."""
    text, found = spoken(text), []
    for code, stems in word_lists.items():
        for stem in stems:
            pattern = r"\w*".join(re.escape(part) for part in stem.split("*"))
            found += [Remark(code, m.group(), m.start()) for m in re.finditer(rf"\b{pattern}\b", text, re.IGNORECASE)]
    for name in names:
        if len(name) > 2:
            found += [Remark("name", m.group(), m.start()) for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return sorted(set(found), key=lambda w: (w.at, w.code))
