"""Scripts laid out for large type: filled fields, cues in the margin, and the version that is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.script import Passage, Script, ScriptStatus
from gvi_desktop.domain.scripttext import fill, parts
from gvi_desktop.letters.pages import scripts as pages
from gvi_desktop.services import scriptfill
from gvi_desktop.wording import Words


def passages_of(words: Words, found: Sequence[Passage], known: Mapping[str, str]) -> list[pages.Passage]:
    """The passages cut at their cues; refused while a field is unknown or empty, for braces are never printed."""
    if stops := scriptfill.stops((one.text for one in found), known):
        raise RefusedError(stops, kind="script")
    laid: list[pages.Passage] = []
    for one in found:
        message = "" if one.message is Message.FRAME else words.value(one.message)
        for number, part in enumerate(parts(fill(one.text, known))):
            laid.append(pages.Passage(part.text, "" if number else message, part.cue))
    return laid


def version_of(words: Words, script: Script) -> str:
    """The version as it stands on paper; a draft is marked as such."""
    version = str(script.version)
    if script.status is ScriptStatus.APPROVED:
        return version
    return words.text("callinpapers", "unapproved", version=version)
