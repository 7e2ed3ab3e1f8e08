"""The search index (FTS5): words and sounds of records, with deleted words truly gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text

from gvi_desktop.storage.statements import put_rows

CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "kind, words, sounds, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
)
MOST_WORDS, LONGEST = 32, 1000
"""Of a query at most so many words and letters count: a page pasted by mistake must not hold the window up."""
PUT = "INSERT OR REPLACE INTO search(rowid, kind, words, sounds) VALUES(?, ?, ?, ?)"
PUT_TOLD = (
    "INSERT OR REPLACE INTO search(rowid, kind, words, sounds) "
    "SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM jsonb_each(?)"
)
DROP = "DELETE FROM search WHERE rowid = ?"
SECURE = "INSERT INTO search(search, rank) VALUES('secure-delete', 1)"
KEEP_TEXT = "INSERT OR REPLACE INTO search_content(id, c0, c1, c2) VALUES(?, ?, ?, ?)"
DROP_TEXT = "DELETE FROM search_content WHERE id = ?"
REBUILD = "INSERT INTO search(search) VALUES('rebuild')"
GATHERED = 20_000
"""New records whose words wait for the index at most; more would only cost memory."""
FEW = 300
"""So many records are always taken out of the index one by one."""
SHARE = 50
"""Taking one record out without a trace takes as long as making the index of about a hundred anew."""


class IndexChanges:
    """What a step changes in the index, gathered so that the index is gone through once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[int, tuple[int, str, str, str]] = {}
        self._gone: set[int] = set()

    def put(self, number: int, kind: str, words: str, sounds: str, *, known: bool) -> None:
        """Words and sounds of a record, by the number of its history; `known` = other words of it are there."""
        self._found[number] = (number, kind, words, sounds)
        if known:
            self._gone.add(number)

    def drop(self, number: int) -> None:
        """A record leaves the index."""
        self._found.pop(number, None)
        self._gone.add(number)

    def ease(self) -> None:
        """Bring the changes to the index if they are many; not where words are taken out of it, which is done once."""
        if len(self._found) >= GATHERED and not self._gone:
            self.write()

    def write(self) -> None:
        """Bring the changes to the index."""
        # By rising number: else the index would be written out between any two.
        found, gone = sorted(self._found.values()), sorted(self._gone)
        self._found, self._gone = {}, set()
        lost = [(number,) for number in gone]
        if len(gone) >= FEW and len(gone) * SHARE > self._size():
            self._many(DROP_TEXT, lost)
            self._many(KEEP_TEXT, found)
            self._connection.exec_driver_sql(REBUILD)
        else:
            self._many(DROP, lost)
            put_rows(self._connection, PUT, PUT_TOLD, found)

    def _size(self) -> int:
        return int(self._connection.exec_driver_sql("SELECT count(*) FROM search_docsize").scalar_one())

    def _many(self, statement: str, rows: list[Any]) -> None:
        if rows:
            self._connection.exec_driver_sql(statement, rows)


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
