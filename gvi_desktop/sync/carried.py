"""Names that engines which carry files give them: still on the way, or a second copy of what is there already.

A name only helps to say what a file is; whether two files are the same bundle is told by what is in them.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Copied(StrEnum):
    """Who made a copy beside the file, as far as its name tells."""

    SYNCTHING = "syncthing"
    CLOUD = "cloud"
    HAND = "hand"


_COPY = r"(?:copy|copie|kopia|kopie)"
_MARKS: tuple[tuple[Copied, re.Pattern[str]], ...] = (
    # name.sync-conflict-20260101-120000-ABCDEFG.age
    (Copied.SYNCTHING, re.compile(r"\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{7}(?=\.|$)")),
    # name (conflicted copy 2026-01-01 120000).age, name (Anna's conflicted copy 2026-01-01).age, and in Swedish
    (Copied.CLOUD, re.compile(r" \([^()]*(?:conflicted copy|case conflict|konfliktkopia|konflikt)[^()]*\)", re.I)),
    # name_conflict-20260101-120000.age (older clients), name.conflict1 (rclone)
    (Copied.CLOUD, re.compile(r"_conflict-\d{8}-\d{6}(?=\.|$)", re.I)),
    (Copied.CLOUD, re.compile(r"\.conflict\d+(?=\.|$)", re.I)),
    # name - Copy.age, name - Kopia (2).age, name (copy).age, name (another copy).age, name copy 2.age
    (Copied.HAND, re.compile(rf" [-–] {_COPY}(?: ?\(\d+\))?(?=\.|$)", re.I)),
    (Copied.HAND, re.compile(rf" \((?:\w+ )?{_COPY}(?: \d+)?\)", re.I)),
    (Copied.HAND, re.compile(rf" {_COPY}(?: \d+)?(?=\.|$)", re.I)),
    # name (1).age
    (Copied.HAND, re.compile(r" ?\(\d{1,3}\)(?=\.|$)")),
)
_BEFORE = re.compile(r"^(?:copy(?: \(\d+\))? of|kopia(?: \(\d+\))? av) ", re.I)
_UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".!sync", ".bts")


def in_transit(name: str) -> bool:
    """Whether a file is none of ours to touch: hidden, an engine's own, or being written under a name of the moment.

    `.syncthing.NAME.tmp`, `~syncthing~NAME.tmp`, `.NAME.~1a2b` (Nextcloud), `NAME.1a2b.partial` (rclone), `NAME.part`.
    """
    return name.startswith((".", "~")) or name.lower().endswith(_UNFINISHED)


def original(name: str) -> tuple[str, Copied | None]:
    """The name a copy was made from and who made it; of any other name itself and None."""
    plain = _BEFORE.sub("", name)
    made = Copied.HAND if plain != name else None
    for who, mark in _MARKS:
        less = mark.sub("", plain)
        if less != plain and not less.startswith("."):
            plain, made = less, made or who
    return plain, made
