"""A child process: real work on a vault with planted names, that ends itself, or fails, at a given moment.

Arguments: what to do (`journey`, `import` or `fault`), the folder, and for `import` the moment of its end.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from pathlib import Path

from kit.planted import FAMILY, GIVEN, GROUP, NOTE, STREET
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop import settings
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import contacts, groups, identity, importing, people, search, sending, unlocking
from gvi_desktop.services.workspace import Workspace


def end(after: float = 0.0) -> None:
    """SIGKILL to this very process, now or after some seconds of further work."""
    if after:
        time.sleep(after)
    os.kill(os.getpid(), signal.SIGKILL)


class Ending:
    """Progress of an import that ends the process at its n-th report, or so long after the last one."""

    cancelled = False

    def __init__(self, moment: str) -> None:
        self._report = int(moment) if moment.isdigit() else None
        self._after = float(moment[1:]) if moment.startswith("+") else None
        self._reports = 0

    def __call__(self, done: int, total: int) -> None:
        if self._report == self._reports:
            end()
        if self._after is not None and done == total:
            threading.Thread(target=end, args=(self._after,), daemon=True).start()
        self._reports += 1


def open_vault(folder: Path) -> Workspace:
    """The vault that `journey` made."""
    return unlocking.unlock(folder / "office.gvi", None, PASSPHRASE)


def journey(folder: Path) -> None:
    """A vault with planted people, an import, open forms, a search, settings, a backup and a bundle."""
    workspace = new_vault(folder / "office.gvi", clock=SettableClock())
    workspace.write(groups.add, GroupDraft(name=GROUP, area=STREET, note=NOTE))
    one = PersonDraft(given_name=GIVEN, family_name=FAMILY, address=STREET, contact_ways=(NOTE,), note=NOTE)
    workspace.write(people.add, one)
    take_in(workspace, folder, None)
    workspace.keep_draft("people", {"name": "edit", "state": {"given_name": GIVEN, "note": NOTE}})
    workspace.read(search.find, f"{GIVEN} {FAMILY}")
    kept = settings.load()
    kept.last_vault = str(workspace.folder)
    settings.save(kept)
    workspace.back_up()
    workspace.back_up(folder / "stick" / "office.gvibackup")
    colleague = new_vault(folder / "colleague.gvi", user="Ben Öman")
    made = workspace.write(contacts.add, colleague.read(identity.card))
    workspace.write(contacts.verify, made, VerifiedHow.IN_PERSON)
    workspace.write(sending.export, sending.Request((made,)), folder / "stick" / "bundle.age")
    sys.stdout.write("done\n")
    sys.stdout.flush()
    end()  # with everything open, as when the plug is pulled


def take_in(workspace: Workspace, folder: Path, ending: Ending | None) -> None:
    """Import the workbook."""
    shown = workspace.read(importing.preview, folder / "book.xlsx")
    workspace.write(importing.take_in, shown, progress=ending)


def fault(folder: Path) -> None:
    """An import that fails on a fault of the database in the middle of writing people, with every log turned up."""
    logging.basicConfig(level=logging.DEBUG)
    workspace = open_vault(folder)
    with workspace.engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.exec_driver_sql(
            "CREATE TRIGGER planted BEFORE INSERT ON person WHEN NEW.code_name = 'Q7' "
            "BEGIN SELECT RAISE(ABORT, 'planted'); END"
        )
    try:
        take_in(workspace, folder, None)
    finally:
        with workspace.engine.connect().execution_options(writes=True) as connection, connection.begin():
            connection.exec_driver_sql("DROP TRIGGER planted")


def main() -> None:
    """Do what the arguments ask."""
    os.umask(0o077)
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "journey":
        journey(folder)
    elif what == "fault":
        fault(folder)
    else:
        workspace = open_vault(folder)
        take_in(workspace, folder, Ending(sys.argv[3]))
        if sys.argv[3] == "backup":
            threading.Thread(target=end, args=(0.02,), daemon=True).start()
        workspace.back_up()
        end()


if __name__ == "__main__":
    main()
