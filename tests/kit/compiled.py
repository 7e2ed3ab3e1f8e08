"""Statements that SQLAlchemy compiles once a run: each vault of the tests would begin with none."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

from gvi_desktop.storage import engine

STATEMENTS = 5000
"""More than there are in the program; an engine by itself keeps 500."""


@contextlib.contextmanager
def once() -> Iterator[None]:
    """Every engine made meanwhile shares dialect and statements with the first one; the program shares nothing between
    vaults, since a statement is kept with the values it was first run with."""
    before = engine.create_engine
    first: list[Engine] = []

    def create_engine(*args: Any, **more: Any) -> Engine:
        made = before(*args, **more)
        if not first:
            made._compiled_cache = LRUCache(STATEMENTS)
            first.append(made)
        made.dialect = made.pool._dialect = first[0].dialect
        made._compiled_cache = first[0]._compiled_cache
        return made

    engine.create_engine = create_engine
    try:
        yield
    finally:
        engine.create_engine = before
