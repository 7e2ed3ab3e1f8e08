"""Blocks: shared pieces of script text; each serves one of the three core messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, short
from gvi_desktop.domain.rules import caps, gather, missing


class Message(StrEnum):
    """The three core messages, and text that frames them (welcome, own story)."""

    ALIVE = "1"
    CONSEQUENCES = "2"
    HELP = "3"
    FRAME = "0"


CORE_MESSAGES = (Message.ALIVE, Message.CONSEQUENCES, Message.HELP)


@dataclass(frozen=True, kw_only=True)
class BlockDraft(Draft):
    """A piece of text in one language."""

    kind: ClassVar[str] = "block"

    title: str = short(80)
    message: Message = Message.FRAME
    language: str = short(8)
    text: str = short(6000)
    legal_checked: bool = False
    checked_by: str = short(80)
    checked_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Block(BlockDraft, Record):
    """A stored block."""


def problems(draft: BlockDraft) -> tuple[Problem, ...]:
    """Title, language and text."""
    return gather(missing(draft, "title", "language", "text"), caps(draft))
