"""The search index (FTS5): words and sounds of records, with deleted words truly gone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "kind, words, sounds, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
)
MOST_WORDS, LONGEST = 32, 1000
"""Of a query at most so many words and letters count: a page pasted by mistake must not hold the window up."""
PUT = "INSERT OR REPLACE INTO search(rowid, kind, words, sounds) VALUES(?, ?, ?, ?)"
SECURE = "INSERT INTO search(search, rank) VALUES('secure-delete', 1)"


def put(connection: Connection, rows: Iterable[tuple[int, str, str, str]]) -> None:
    """(number of the record's history, kind, words, sounds) by rising number; replaces what was there."""
    if listed := list(rows):
        connection.exec_driver_sql(PUT, listed)


def drop(connection: Connection, numbers: Iterable[int]) -> None:
    """Take records out of the index; by rising number it goes through its lists once."""
    if listed := [(number,) for number in numbers]:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", listed)


def _terms(query: str) -> list[str]:
    return [f'"{word}"' for word in re.findall(r"[\w-]+", query[:LONGEST])[:MOST_WORDS]]


def find(
    connection: Connection, query: str, sounds: str, kinds: Iterable[str], limit: int
) -> list[tuple[str, str, bool]]:
    """(kind, record id, only by sound) of the best matches: every word as a prefix, then by sound."""
    wanted = list(kinds)
    found: dict[str, tuple[str, str, bool]] = {}
    for column, source, by_sound in (("words", query, False), ("sounds", sounds, True)):
        terms = _terms(source)
        if not terms or not wanted or len(found) >= limit:
            continue
        star = "" if by_sound else "*"
        for kind in wanted:
            expression = f'kind : "{kind}" AND ' + " AND ".join(f"{column} : {term}{star}" for term in terms)
            rows = connection.execute(
                text(
                    "SELECT h.kind, h.id FROM (SELECT rowid AS r FROM search WHERE search MATCH :q LIMIT :limit) "
                    "JOIN history h ON h.n = r"
                ),
                {"q": expression, "limit": limit},
            )
            for kind_found, record in rows:
                found.setdefault(record, (kind_found, record, by_sound))
    return list(found.values())[: limit * max(1, len(wanted))]
