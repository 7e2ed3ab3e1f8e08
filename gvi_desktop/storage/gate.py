"""Whether the vault may be used: the lock must not wait for a long import or search, so what runs is broken off."""

from __future__ import annotations

import contextlib
import threading
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, event

from gvi_desktop.domain.errors import VaultError


class Gate:
    """Knows every open connection of an engine. While it is shut, each statement is refused, whoever asks; the
    transaction around a refused or interrupted one is taken back as a whole."""

    _known: ClassVar[WeakKeyDictionary[Engine, Gate]] = WeakKeyDictionary()

    def __init__(self, engine: Engine) -> None:
        self._open: dict[int, Any] = {}
        self._lock = threading.Lock()
        self._shut = False
        self._passes = 0
        event.listen(engine, "connect", self._opened)
        event.listen(engine, "close", self._closed)
        event.listen(engine, "before_cursor_execute", self._asked)

    @classmethod
    def of(cls, engine: Engine) -> Gate:
        """The gate of an engine, made with it."""
        found = cls._known.get(engine)
        if found is None:
            found = cls._known[engine] = cls(engine)
        return found

    def shut(self) -> None:
        """Refuse what comes, and break off the statements that run; to be said again until nobody is at work."""
        with self._lock:
            self._shut = True
            for connection in self._open.values():
                with contextlib.suppress(Exception):  # closed meanwhile: then nothing runs on it
                    connection.interrupt()

    def let(self, thread: int) -> None:
        """Let one thread through: the one that closes the vault."""
        self._passes = thread

    def close_all(self) -> None:
        """Close the connections, also those that somebody has not given back: they can do nothing with them."""
        with self._lock:
            open_now, self._open = self._open, {}
        for connection in open_now.values():
            with contextlib.suppress(Exception):  # what matters is that the others are closed too
                connection.close()

    def _opened(self, connection: Any, _record: Any) -> None:
        with self._lock:
            self._open[id(connection)] = connection

    def _closed(self, connection: Any, _record: Any) -> None:
        with self._lock:
            self._open.pop(id(connection), None)

    def _asked(self, *_about: Any) -> None:
        if self._shut and threading.get_ident() != self._passes:
            raise VaultError("vault_locked")
