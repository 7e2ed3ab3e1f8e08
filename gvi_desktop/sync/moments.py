"""Moments as every signed text writes them: UTC, to the second, one way only."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from gvi_desktop.sync.strictjson import text

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(value: object) -> datetime:
    """ValueError unless it is written the one way we write moments."""
    written = text(value, 20)
    if not _MOMENT.fullmatch(written):
        raise ValueError("not a moment")
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
