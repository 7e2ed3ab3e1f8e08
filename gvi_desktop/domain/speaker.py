"""Speakers of a call-in: in order, with minutes, a script and aftercare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing


class SpeakerRole(StrEnum):
    """Who speaks: an agency, or a voice with a story of its own."""

    POLICE = "police"
    PROSECUTOR = "prosecutor"
    PROBATION = "probation"
    MUNICIPALITY = "municipality"
    SOCIAL_SERVICES = "social_services"
    HEALTH = "health"
    COMMUNITY = "community"
    VOICE_OF_GRIEF = "voice_of_grief"
    VOICE_OF_REMORSE = "voice_of_remorse"
    VOICE_OF_HOPE = "voice_of_hope"
    MODERATOR = "moderator"


VOICES = frozenset({SpeakerRole.VOICE_OF_GRIEF, SpeakerRole.VOICE_OF_REMORSE, SpeakerRole.VOICE_OF_HOPE})
"""Who shares a story of their own; somebody gets in touch with them after the meeting."""
AFTERCARE_DAYS = 2
"""Days after the meeting by which that is done, unless another day is agreed."""


class SpeakerProblem(StrEnum):
    """What the rules may object to in a speaker."""

    BAD_MINUTES = "speaker_bad_minutes"
    SCRIPT_NOT_FOR_CALLIN = "speaker_script_not_for_callin"
    SCRIPT_RETIRED = "speaker_script_retired"
    SAID_IS_PINNED = "speaker_said_is_pinned"
    CARE_BEFORE_MEETING = "speaker_care_before_meeting"


CHANGE_MINUTES = 1
"""Minutes that a change of speaker takes; they count against the call-in's length."""


@dataclass(frozen=True, kw_only=True)
class SpeakerDraft(Draft):
    """One speech in one call-in."""

    kind: ClassVar[str] = "speaker"

    callin: str | None = ref("callin")
    position: int = 0
    name: str = short(80)
    role: SpeakerRole = SpeakerRole.COMMUNITY
    agency: str = short()
    contact: str = short()
    minutes: int = 7
    script: str | None = ref("script")
    agreed: bool = False
    last_spoke_on: date | None = None
    aftercare_mark: NoteMark | None = None
    aftercare: str = free_text(mark="aftercare_mark")
    aftercare_on: date | None = None
    aftercare_done_on: date | None = None
    said_version: str = short(40)
    said_sha256: str = short(64)


@dataclass(frozen=True, kw_only=True)
class Speaker(SpeakerDraft, Record):
    """A stored speaker."""


def problems(draft: SpeakerDraft) -> tuple[Problem, ...]:
    """Call-in, name and 1 to 30 minutes."""
    bad = [] if 1 <= draft.minutes <= 30 else [Problem(SpeakerProblem.BAD_MINUTES, "minutes")]
    return gather(missing(draft, "callin", "name"), bad, caps(draft))


def total_minutes(minutes: Sequence[int]) -> int:
    """Spoken minutes and changes of speaker together."""
    return sum(minutes) + CHANGE_MINUTES * max(0, len(minutes) - 1)
