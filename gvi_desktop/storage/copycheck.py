"""What a copy of the vault holds: records by kind, its journal's length and newest entry, and if its chain holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from gvi_desktop.storage import journal
from gvi_desktop.storage.engine import open_engine
from gvi_desktop.storage.rows import ledger


@dataclass(frozen=True)
class Held:
    """Counts by kind, entries, the moment of the newest (as it is stored), and whether every link fits."""

    counts: tuple[tuple[str, int], ...]
    entries: int
    newest: str | None
    chain: bool


def count(database: Path, key: bytes, kinds: Sequence[tuple[str, str]]) -> Held:
    """Count a copy that nobody else has open; `kinds` are (kind, table). Tables it does not have yet are left out."""
    engine = open_engine(database, key)
    try:
        with engine.connect() as connection:
            there = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
            counts = [
                (kind, int(connection.execute(text(f'SELECT count(*) FROM "{table}" WHERE NOT removed')).scalar_one()))  # noqa: S608
                for kind, table in kinds
                if table in there
            ]
            newest = connection.execute(select(func.max(ledger.journal.c.at))).scalar()
            entries = journal.head(connection)[0]
            return Held(tuple(counts), entries, newest, not journal.broken_links(connection))
    finally:
        engine.dispose()
