"""What somebody without a key sees of a bundle: that it is one, its size, and at most how many it is for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gvi_desktop.crypto.header import guarded
from gvi_desktop.domain.errors import BundleError


@dataclass(frozen=True)
class Outside:
    """Size in bytes, and the number of locks (age may add one that nobody has a key to)."""

    size: int
    recipients: int


def look(path: Path) -> Outside:
    """BundleError "E_NOT_A_BUNDLE", "E_DAMAGED", "E_TOO_BIG", "E_READ_FAILED"."""
    try:
        with path.open("rb") as file:
            start, _ = guarded(file)
        return Outside(path.stat().st_size, start.partition(b"\n--- ")[0].count(b"\n-> "))
    except OSError as fault:
        raise BundleError("E_READ_FAILED", path=str(path)) from fault
