"""A child process that ends itself with SIGKILL at an event: a statement of the database, or a step on the disk."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

ON_DISK = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod", "shutil.rmtree"}
Start = Callable[[], None]
Act = Callable[[Path, Start], None]
"""Does something in a folder, and says `start` once what is to be interrupted begins."""


class Events:
    """Counts what happens to the files below a folder from `start` on, and ends the process at the given one."""

    def __init__(self, folder: Path, last: int | None) -> None:
        self.seen = 0
        self._folder, self._last, self._on = str(folder), last, False

    def start(self) -> None:
        self._on = True

    def watch(self) -> None:
        """Hear of every statement on every connection, of each file written and moved, and of each fsync."""
        connect, fsync = sqlcipher.connect, os.fsync

        def connected(*args: Any, **named: Any) -> Any:
            made = connect(*args, **named)
            made.set_trace_callback(self._happened)
            return made

        def synced(handle: int) -> None:
            self._happened("fsync")
            fsync(handle)

        sqlcipher.connect, os.fsync = connected, synced
        sys.addaudithook(self._audited)

    def _audited(self, event: str, args: tuple[Any, ...]) -> None:
        if self._on and event in ON_DISK and str(args[0]).startswith(self._folder):
            reading = event == "open" and not (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if not reading:
                self._happened(event)

    def _happened(self, _what: str) -> None:
        if not self._on:
            return
        if self.seen == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.seen += 1


def in_child(work: Callable[[], object]) -> tuple[int, str]:
    """Do the work in a process of its own: its exit status (negative: the signal) and what it returned or raised."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        status, told = 0, ""
        try:
            told = str(work() or "")
        except BaseException as fault:
            status = 1
            told = getattr(fault, "code", "") or "".join(traceback.format_exception(fault))[-800:]
        os.write(writer, str(told).encode()[:4000])
        os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read().decode(errors="replace")
    _, status = os.waitpid(child, 0)
    return (-os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)), told


def run(act: Act, folder: Path, last: int | None) -> tuple[int, str]:
    """Do it in a child that ends at the event `last`; without one it returns how many events there were."""

    def work() -> str:
        events = Events(folder, last)
        events.watch()
        act(folder, events.start)
        if last is not None:
            os.kill(os.getpid(), signal.SIGKILL)  # after the end
        return str(events.seen)

    return in_child(work)
