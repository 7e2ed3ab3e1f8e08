"""What is said when a vault does not hold what this computer has seen of it."""

from __future__ import annotations

from gvi_desktop.services import doortimes
from gvi_desktop.storage.witness import Again, Older
from gvi_desktop.wording import Words


def sentence(older: Older, words: Words) -> str:
    """What is missing, what it may mean, and what to do, in plain words."""
    kind = "restored" if older.restored else "older" if older.missing else "parted"
    newest = doortimes.told(older.newest, words, older.zone) if older.newest else "–"
    seen = doortimes.told(older.seen_at, words, older.zone)
    return words.sentence("safety", kind, {"seen": seen, "newest": newest, "missing": str(older.missing)})


def again(told: Again, words: Words) -> str:
    """What became of those who had been erased since the backup was made."""
    if not told.asked or not told.whole:
        kind = "again_part" if told.asked else "again_unknown"
    else:
        kind = "again_done" if told.people else "again_nobody"
    return words.sentence("safety", kind, {"count": str(told.people)})
