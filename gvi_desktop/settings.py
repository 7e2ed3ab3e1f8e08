"""Preferences known before unlocking; they never hold a name, a case or anything from a vault."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from gvi_desktop import paths

FILE = "settings.json"
TEXT_SIZES = (100, 110, 125, 150, 175, 200)  # percent


@dataclass
class Settings:
    """What the window remembers of a user's habits."""

    language: str = "sv"
    theme: str = "system"
    text_size: int = 100
    last_vault: str = ""
    idle_minutes: int = 5
    window: str = ""
    widths: dict[str, list[int]] | None = None

    def remember_widths(self, place: str, widths: list[int]) -> None:
        self.widths = {**(self.widths or {}), place: widths}

    def widths_of(self, place: str) -> list[int]:
        return list((self.widths or {}).get(place, []))


def load(folder: Path | None = None) -> Settings:
    """The saved preferences; whatever is missing, damaged or of the wrong kind falls back to its default."""
    try:
        found: Any = json.loads((_folder(folder) / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    default = asdict(Settings())
    kept = {
        field.name: found[field.name]
        for field in fields(Settings)
        if field.name in found and _fits(field.name, found[field.name], default[field.name])
    }
    return Settings(**kept)


def save(settings: Settings, folder: Path | None = None) -> None:
    """Write beside, then rename; a preference that cannot be saved is no reason to stop a person's work."""
    with contextlib.suppress(OSError):
        target = _folder(folder) / FILE
        beside = target.with_suffix(".new")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)


def _folder(folder: Path | None) -> Path:
    return folder if folder is not None else paths.config_folder()


def _fits(name: str, value: object, default: object) -> bool:
    if name == "widths":
        return isinstance(value, dict) and all(
            isinstance(key, str) and isinstance(row, list) and all(type(width) is int for width in row)
            for key, row in value.items()
        )
    if name == "text_size":
        return value in TEXT_SIZES
    if name == "idle_minutes":
        return type(value) is int and 1 <= value <= 60
    return type(value) is type(default)
