"""What the lists of scripts and of blocks show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.block import CORE_MESSAGES, Block, Message
from gvi_desktop.domain.script import ScriptStatus
from gvi_desktop.services.scripts import ScriptView
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.scripts.sheets import TONES
from ui.scripts.wording import LANGUAGES, minutes


def script_columns(words: Words, mixed: Callable[[], bool]) -> Sequence[Column[ScriptView]]:
    """The columns of scripts, in the order they are read; `mixed` = the list holds more than one language."""
    return (
        Column(
            QCoreApplication.translate("ScriptColumns", "Title"),
            lambda one: _named(one.record.title, one.record.language, words, mixed()),
            width=0,
        ),
        Column(
            QCoreApplication.translate("ScriptColumns", "Status"),
            lambda one: _status(words, one),
            width=11,
            tone=lambda one: Tone.NEUTRAL if one.newer else TONES[one.record.status],
        ),
        Column(
            QCoreApplication.translate("ScriptColumns", "Version"),
            lambda one: str(one.record.version),
            lambda one: one.record.version,
            width=6,
            right=True,
        ),
        Column(
            QCoreApplication.translate("ScriptColumns", "Used for"),
            lambda one: words.value(one.record.audience),
            width=12,
        ),
        Column(
            QCoreApplication.translate("ScriptColumns", "Messages"),
            lambda one: " ".join(m.value if m.value in one.covered else "·" for m in CORE_MESSAGES),
            width=8,
        ),
        Column(
            QCoreApplication.translate("ScriptColumns", "Time"),
            lambda one: minutes(one.seconds),
            lambda one: one.seconds,
            width=10,
            right=True,
        ),
    )


def block_columns(words: Words, mixed: Callable[[], bool]) -> Sequence[Column[Block]]:
    """The columns of blocks."""
    return (
        Column(
            QCoreApplication.translate("ScriptColumns", "Title"),
            lambda one: _named(one.title, one.language, words, mixed()),
            width=26,
        ),
        Column(
            QCoreApplication.translate("ScriptColumns", "Message"),
            lambda one: "" if one.message is Message.FRAME else f"{one.message.value}. {words.value(one.message)}",
            width=0,
        ),
        Column(
            QCoreApplication.translate("ScriptColumns", "Law"),
            lambda one: QCoreApplication.translate("ScriptColumns", "Checked") if one.legal_checked else "",
            width=10,
            tone=lambda one: Tone.GOOD if one.legal_checked else None,
        ),
    )


def _named(title: str, language: str, words: Words, mixed: bool) -> str:
    """The title; in a mixed list with its language, where that is another than the window's."""
    return title if not mixed or language == words.language else f"{title} · {LANGUAGES.get(language, language)}"


def _status(words: Words, one: ScriptView) -> str:
    if one.newer and one.record.status is ScriptStatus.APPROVED:
        return QCoreApplication.translate("ScriptColumns", "Outdated")
    return words.value(one.record.status)
