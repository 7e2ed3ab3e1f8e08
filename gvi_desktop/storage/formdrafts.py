"""Forms that were open when the vault was locked: kept in it, encrypted, by user and place; no part of the journal."""

from __future__ import annotations

import json
from datetime import datetime

import orjson
from sqlalchemy import Connection, delete, select

from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text, sound


def keep(connection: Connection, user: str, place: str, at: datetime, values: dict[str, object]) -> None:
    """In place of what was kept there before."""
    drop(connection, user, place)
    row = {"user": user, "place": place, "at": moment_text(at)}
    connection.execute(ledger.draft.insert().values(**row, values=sound(json.dumps(values, ensure_ascii=False))))


def kept(connection: Connection, user: str) -> dict[str, dict[str, object]]:
    """What is kept of a user, by place."""
    d = ledger.draft.c
    rows = connection.execute(select(d.place, d["values"]).where(d.user == user)).all()
    return {place: orjson.loads(values) for place, values in rows}


def drop(connection: Connection, user: str, place: str) -> None:
    """Forget it."""
    d = ledger.draft
    connection.execute(delete(d).where(d.c.user == user, d.c.place == place))
