"""A child process that takes a bundle in and ends itself at a given statement, again and again on fresh copies.

Arguments: the folder (with `office.gvi` and `bundle.age`) and the numbers of the statements; without numbers it
says how many statements there are. Each copy is left as the end found it, as `killed-NUMBER.gvi`.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from kit.vaults import PASSPHRASE, SettableClock
from sqlalchemy import event

from gvi_desktop.services import receiving, unlocking
from gvi_desktop.services.workspace import Workspace

BUNDLE = "bundle.age"


class Counting:
    """Counts the statements of the one who writes, each row of many by itself, and ends the process at one of them."""

    def __init__(self, last: int | None) -> None:
        self.seen, self._last = 0, last

    def __call__(self, _statement: str) -> None:
        if self.seen == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.seen += 1


def watch(workspace: Workspace, counting: Counting) -> None:
    """Every connection that is open or will be."""

    @event.listens_for(workspace.engine, "checkout")
    def _checkout(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.set_trace_callback(counting)


def take_in(folder: Path, vault: Path, last: int | None) -> int:
    """Take the bundle in; the number of statements that it took."""
    workspace = unlocking.unlock(vault, None, PASSPHRASE, clock=SettableClock())
    opened = workspace.read(receiving.read, folder / BUNDLE)
    counting = Counting(last)
    watch(workspace, counting)
    workspace.write(receiving.take_in, opened)
    done = counting.seen
    if last is not None:
        os.kill(os.getpid(), signal.SIGKILL)  # after the end, with everything open
    workspace.close()
    return done


def main() -> None:
    """Do what the arguments ask."""
    folder, numbers = Path(sys.argv[1]), [int(one) for one in sys.argv[2:]]
    if not numbers:
        vault = shutil.copytree(folder / "office.gvi", folder / "whole.gvi")
        sys.stdout.write(f"{take_in(folder, vault, None)}\n")
        return
    for number in numbers:
        vault = shutil.copytree(folder / "office.gvi", folder / f"killed-{number}.gvi")
        child = os.fork()
        if child == 0:
            try:
                take_in(folder, vault, number)
            finally:
                os._exit(3)  # never reached: the end comes before
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
            raise SystemExit(f"statement {number}: the end did not come")


if __name__ == "__main__":
    main()
