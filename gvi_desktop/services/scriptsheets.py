"""Scripts laid out for large type: filled fields, cues in the margin, and the version that is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.script import Passage, Script, ScriptStatus
from gvi_desktop.domain.scripttext import fill, parts
from gvi_desktop.letters.pages import scripts as pages
from gvi_desktop.services import scriptfill
from gvi_desktop.wording import Words

_PARAGRAPHS = re.compile(r"\n\s*\n")


def passages_of(words: Words, found: Sequence[Passage], known: Mapping[str, str]) -> list[pages.Passage]:
    """The passages cut at their cues; refused while a field is unknown or empty, for braces are never printed."""
    if stops := scriptfill.stops((one.text for one in found), known):
        raise RefusedError(stops, kind="script")
    laid: list[pages.Passage] = []
    for one in found:
        message = "" if one.message is Message.FRAME else words.value(one.message)
        for part in parts(fill(one.text, known)):
            # A paragraph is a breath: each stands by itself, the first with its cue.
            for number, text in enumerate(_PARAGRAPHS.split(part.text)):
                laid.append(pages.Passage(text, message, "" if number else part.cue))
                message = ""
    return laid


def version_of(words: Words, script: Script) -> str:
    """The version as it stands on paper; a draft is marked as such."""
    version = str(script.version)
    if script.status is ScriptStatus.APPROVED:
        return version
    return words.text("callinpapers", "unapproved", version=version)
