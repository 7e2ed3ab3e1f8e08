"""The vault's sealing key: kept inside the vault, so that only who is inside can give its slots another vault key."""

from __future__ import annotations

from sqlalchemy import select

from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger

SEALER = "sealer"


def sealing_key(unit: Unit) -> bytes:
    """The private sealing key."""
    s = ledger.secret.c
    return bytes(unit.connection.execute(select(s.value).where(s.name == SEALER)).scalar_one())
