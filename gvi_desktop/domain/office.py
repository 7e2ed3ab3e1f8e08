"""The office: the programme this vault belongs to, who owns it and why it is kept (one per vault)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, short
from gvi_desktop.domain.rules import caps, gather, missing
from gvi_desktop.domain.window import Measures, given, stored_problems

BACKUP_DAYS = 14
"""Days after an erasure for which older backups stay, where the office has not said otherwise."""


class Language(StrEnum):
    """Languages of the window and of default texts."""

    SWEDISH = "sv"
    ENGLISH = "en"


@dataclass(frozen=True, kw_only=True)
class OfficeDraft(Draft):
    """What is printed on exports, and the defaults of the vault; the window is that of its own envelopes, in mm. After
    `backup_days` no backup is left that holds somebody erased; empty: `BACKUP_DAYS`."""

    kind: ClassVar[str] = "office"
    synced: ClassVar[bool] = False

    programme: str = short()
    town: str = short()
    agency: str = short()
    agency_kind: AgencyKind = AgencyKind.MUNICIPALITY
    phone: str = short(40)
    phone_hours: str = short()
    purpose: str = free_text()
    parties: tuple[str, ...] = ()
    area: str = short()
    from_on: date | None = None
    to_on: date | None = None
    time_zone: str = "Europe/Stockholm"
    language: Language = Language.SWEDISH
    logo: str = short(3_000_000)
    number_prefix: str = short(8)
    backup_days: int | None = None
    window_left: int | None = None
    window_top: int | None = None
    window_width: int | None = None
    window_height: int | None = None


@dataclass(frozen=True, kw_only=True)
class Office(OfficeDraft, Record):
    """The stored office."""


def problems(draft: OfficeDraft) -> tuple[Problem, ...]:
    """Programme, town, owner agency and purpose must be said before any person can be added (records.md, office); a
    window of its own is one that letters can use."""
    own = stored_problems(draft.window_left, draft.window_top, draft.window_width, draft.window_height)
    days = draft.backup_days
    bad = [Problem("office_bad_backup_days", "backup_days")] if days is not None and not 0 <= days <= 90 else []
    return gather(missing(draft, "programme", "town", "agency", "purpose"), own, bad, caps(draft))


def own_window(draft: OfficeDraft) -> Measures | None:
    """The window of the office's own envelopes, where it has given one."""
    return given(draft.window_left, draft.window_top, draft.window_width, draft.window_height)
