"""How the place says times, readability and remarks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.block import Block
from ui.kit.dates import show_date

LANGUAGES = {"sv": "Svenska", "en": "English"}
"""Languages by their own names."""
EASY, HARD = 30, 50  # LIX: under 30 very easy, over 50 hard


def minutes(seconds: int) -> str:
    """A reading time: 3 min 20 s."""
    if seconds < 60:
        return QCoreApplication.translate("ScriptWords", "{seconds} s").format(seconds=seconds)
    text = QCoreApplication.translate("ScriptWords", "{minutes} min {seconds} s")
    return text.format(minutes=seconds // 60, seconds=seconds % 60)


def readability(lix: float | None) -> str:
    """LIX with a word for it; for too short a text that it cannot be told."""
    if lix is None:
        return QCoreApplication.translate("ScriptWords", "Too short to tell")
    if lix < EASY:
        word = QCoreApplication.translate("ScriptWords", "very easy to follow")
    elif lix < 40:
        word = QCoreApplication.translate("ScriptWords", "easy to follow")
    elif lix <= HARD:
        word = QCoreApplication.translate("ScriptWords", "average")
    else:
        word = QCoreApplication.translate("ScriptWords", "hard to follow when heard")
    return f"{round(lix)}, {word}"


def remark(code: str) -> str:
    """What the editor points at."""
    match code:
        case "threat":
            return QCoreApplication.translate("ScriptWords", "Sounds like a threat")
        case "promise":
            return QCoreApplication.translate("ScriptWords", "Promises too much")
        case "legal":
            return QCoreApplication.translate("ScriptWords", "Claim about law, not checked")
        case "label":
            return QCoreApplication.translate("ScriptWords", "Labels people")
        case "unknown_field":
            return QCoreApplication.translate("ScriptWords", "There is no such field")
        case "empty_field":
            return QCoreApplication.translate("ScriptWords", "Empty field, filled in under Office")
        case _:
            return QCoreApplication.translate("ScriptWords", "Name of a person or group")


def law(block: Block) -> str:
    """Who has checked what a block says about law, and when; empty where nobody has."""
    if not block.legal_checked:
        return ""
    return " · ".join(part for part in (block.checked_by, show_date(block.checked_on)) if part)
