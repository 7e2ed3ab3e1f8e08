"""Rows that reach the tables many at a time, and beside the thread that gathers them."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.exc import DatabaseError

from gvi_desktop.storage import engine, keeping, lane, statements
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.tables import metadata

J = ledger.journal_value
NAMES = tuple(column.name for column in J.columns)
MANY = statements.FEW * 3
WAIT = 20.0
"""Seconds after which a thread that does not end is a fault."""
values = st.tuples(st.text(st.characters(codec="utf-8")) | st.none(), st.binary(), st.binary())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Engine]:
    made = engine.open_engine(tmp_path / "vault.db", os.urandom(32), create=True)
    with made.begin() as connection:
        metadata.create_all(connection)
    yield made
    made.dispose()


def rows(first: int = 1) -> list[tuple[Any, ...]]:
    return [(first + n, f"r{n}", b"salt", f"värde {n}".encode()) for n in range(MANY)]


def put(connection: Connection, some: list[tuple[Any, ...]]) -> None:
    statements.insert_rows(connection, J, NAMES, some)


def kept(connection: Connection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(select(J).order_by(J.c.seq))]


def test_what_was_put_beside_a_step_is_there_for_its_next_reading_and_after_it(opened: Engine) -> None:
    with opened.begin() as connection, lane.beside(connection):
        put(connection, rows())
        changed = [(b"nytt", row[0]) for row in rows()]
        statements.update_rows(connection, J, ("payload",), "seq", changed)
        assert kept(connection) == [(*row[:3], b"nytt") for row in rows()]
        put(connection, rows(1000))
    with opened.connect() as connection:
        assert len(kept(connection)) == 2 * MANY


def test_rows_that_are_long_go_a_few_at_a_time(opened: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "LONGEST", 100)
    told: list[str] = []
    with opened.begin() as connection:
        event.listen(connection, "before_cursor_execute", lambda *about: told.append(str(about[3])))
        put(connection, [*rows(), (1000, None, b"", b"x" * 500)])
        assert max(map(len, told[:-1])) < 200 < len(told[-1])
        assert len(kept(connection)) == MANY + 1


def test_a_fault_beside_a_step_stops_the_step_and_nothing_is_kept(opened: Engine) -> None:
    with pytest.raises(engine.DATABASE_FAULTS), opened.begin() as connection, lane.beside(connection):
        put(connection, rows())
        put(connection, rows())  # the same numbers again
        put(connection, rows(1000))
    with opened.connect() as connection:
        assert kept(connection) == []


def test_a_fault_beside_a_step_is_not_forgotten_by_whoever_swallows_it_once(opened: Engine) -> None:
    with opened.begin() as connection, pytest.raises(engine.DATABASE_FAULTS), lane.beside(connection):
        put(connection, rows())
        put(connection, rows())
        with pytest.raises(engine.DATABASE_FAULTS):
            kept(connection)
        put(connection, rows(1000))


def test_a_step_that_is_given_up_leaves_neither_rows_nor_a_thread(opened: Engine) -> None:
    threads = threading.active_count()
    with pytest.raises(KeyError), opened.begin() as connection, lane.beside(connection):
        put(connection, rows())
        raise KeyError
    assert threading.active_count() == threads
    with opened.begin() as connection:
        assert kept(connection) == []
        assert lane.of(connection) is None
        put(connection, rows())
        assert len(kept(connection)) == MANY


def test_breaking_off_a_step_reaches_what_runs_beside_it(opened: Engine) -> None:
    begun = threading.Event()

    def long_step() -> None:
        with opened.begin() as connection, lane.beside(connection):
            put(connection, rows())
            begun.set()
            endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT sum(x), ?1 FROM n"
            made = lane.of(connection)
            assert made is not None
            made.put(endless, "")

    found: list[BaseException] = []

    def caught() -> None:
        try:
            long_step()
        except (*engine.DATABASE_FAULTS, DatabaseError) as fault:
            found.append(fault)

    worker = threading.Thread(target=caught)
    worker.start()
    assert begun.wait(WAIT)
    gate = engine.Gate.of(opened)
    for _ in range(200):
        gate.shut()
        worker.join(0.1)
        if not worker.is_alive():
            break
    assert not worker.is_alive()
    assert found
    gate.let(threading.get_ident())
    with opened.connect() as connection:
        assert kept(connection) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(values, min_size=statements.FEW, max_size=40))
def test_any_value_is_the_same_told_with_many_or_alone(opened: Engine, told: list[tuple[Any, ...]]) -> None:
    made = [(n, *one) for n, one in enumerate(told, 1)]
    with opened.connect() as connection, connection.begin() as step:
        put(connection, made)
        together = kept(connection)
        connection.execute(J.delete())
        for row in made:
            put(connection, [row])
        alone = kept(connection)
        step.rollback()
    assert together == alone == made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(-(2**62), 2**63 - 1), name=st.text(st.characters(codec="utf-8")))
def test_numbers_and_texts_are_changed_to_just_what_was_said(opened: Engine, number: int, name: str) -> None:
    h = ledger.history.c
    made = [(n, f"{n}", "person", "core", 1, 0, b"{}", None, None, None) for n in range(MANY)]
    wanted = [(number, name.encode(), None, name, n) for n in range(MANY)]
    with opened.connect() as connection, connection.begin() as step:
        statements.insert_rows(connection, ledger.history, keeping.NEW, made)
        names = ("lsn", "meta", "extra", "dead_replica")
        statements.update_rows(connection, ledger.history, names, "n", wanted)
        found = connection.execute(select(h.lsn, h.meta, h.extra, h.dead_replica, h.n).order_by(h.n))
        assert [tuple(row) for row in found] == wanted
        statements.update_rows(connection, ledger.history, ("lsn",), "id", [(n, f"{n}") for n in range(MANY)])
        assert list(connection.execute(select(h.lsn).order_by(h.n)).scalars()) == list(range(MANY))
        step.rollback()
