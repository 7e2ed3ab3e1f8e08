"""A program one migration newer than this one: it knows comets, and of groups their colour."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from sqlalchemy import Connection, MetaData

from gvi_desktop.domain.group import Group
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.record import Draft, Record, refs, short
from gvi_desktop.services import sending, shielded
from gvi_desktop.storage import histories, keeping, upgrade
from gvi_desktop.storage.rows import tables

NEWER = "9999"
CACHES = (
    histories._stored, histories._names, keeping.row_columns, keeping._decoder, keeping._synced, shielded.people_in,
    shielded.is_known, sending._fields,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class CometDraft(Draft):
    """What only the newer program knows."""

    kind: ClassVar[str] = "comet"
    title: str = short()
    groups: frozenset[str] = refs("group")


@dataclass(frozen=True, kw_only=True)
class Comet(CometDraft, Record):
    """A stored one."""


@dataclass(frozen=True, kw_only=True)
class ColouredGroup(Group):
    """A group as the newer program has it."""

    colour: str = short()
    tags: frozenset[str] = refs("comet")


def _upgrade(whole: Any) -> Any:
    def up(connection: Connection) -> None:
        if upgrade.version(connection) != upgrade.HEAD:
            whole(connection)
        for column in ("colour", "tags"):
            connection.exec_driver_sql(f'ALTER TABLE "group" ADD COLUMN {column} TEXT')
        tables.TABLES["comet"].create(connection)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (NEWER,))

    return up


@contextmanager
def newer_program() -> Iterator[None]:
    """While it lasts, every vault is opened, read and written by the newer program."""
    with pytest.MonkeyPatch.context() as patch:
        _forget()
        patch.setattr(tables, "metadata", MetaData())
        for record in (Comet, ColouredGroup):
            patch.setitem(BY_KIND, record.kind, record)
            patch.setitem(tables.TABLES, record.kind, tables._table(record))
        patch.setattr(upgrade, "upgrade", _upgrade(upgrade.upgrade))
        patch.setattr(upgrade, "HEAD", NEWER)
        yield
    _forget()


def _forget() -> None:
    for one in CACHES:
        one.cache_clear()
