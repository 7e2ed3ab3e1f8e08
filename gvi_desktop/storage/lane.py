"""Writes of one step that run beside the thread which gathers them: on its connection, in their order, a few long
statements at a time, so that both processors of a small laptop have something to do."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from sqlalchemy import Connection, event

KEY = "lane"
SOON = 0.0002
"""Seconds after which a thread that computes lets the other one have its turn: the lane needs little of Python, but
at once."""


class Lane:
    """One thread beside a connection's own. The first fault stays: nothing runs after it, and `settle` raises it."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = connection.connection.driver_connection
        self._thread = ThreadPoolExecutor(1, "lane")
        self._last: Future[None] | None = None

    def put(self, statement: str, value: str) -> None:
        """Run a statement with this value when all that came before is done."""
        self._last = self._thread.submit(self._run, self._last, statement, value)

    def settle(self, *_about: Any) -> None:
        """Wait until all is done, as everybody does who wants the connection themselves."""
        if self._last is not None:
            self._last.result()

    def close(self) -> None:
        """End the thread, whatever became of its work."""
        self._thread.shutdown()

    def _run(self, before: Future[None] | None, statement: str, value: str) -> None:
        if before is not None:
            before.result()
        self._raw.execute(statement, (value,)).close()


@contextlib.contextmanager
def beside(connection: Connection) -> Iterator[None]:
    """While the body runs, rows that are put into the vault are written beside it; other statements wait for them."""
    lane = Lane(connection)
    settle = lane.settle
    event.listen(connection, "before_cursor_execute", settle)
    connection.info[KEY] = lane
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SOON)
    try:
        yield
        lane.settle()
    finally:
        lane.close()
        sys.setswitchinterval(usual)
        del connection.info[KEY]
        event.remove(connection, "before_cursor_execute", settle)


def of(connection: Connection) -> Lane | None:
    """The lane beside a connection, where there is one."""
    return connection.info.get(KEY)
