"""How long the lock takes, whatever is under way: until only the locked window is seen, and until the key is gone.

T35 allows two seconds for the window."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kit import workbooks
from kit.vaults import PASSPHRASE, new_vault
from PySide6.QtWidgets import QApplication

from gvi_desktop import settings as preferences
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import contacts, identity, sending
from ui.app import Program
from ui.kit import theme
from ui.kit.ask import ask
from ui.kit.busy import run_with_progress
from ui.kit.errands import Progress
from ui.kit.files import ask_open

FOREVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
LIMIT = 2.0
"""Seconds."""
ROWS = int(os.environ.get("GVI_ROWS", "5000"))
"""People of the workbook and groups of the bundle that are under way when the lock falls."""
HOME = Path()
HELD: dict[str, str] = {}
began, printer_answers = threading.Event(), threading.Event()


def until(true: Callable[[], object]) -> None:
    while not true():
        QApplication.processEvents()
        time.sleep(0.002)


def nothing(_program: Any) -> None:
    began.set()


def form(program: Any) -> None:
    place = program.shell.visit("people")
    place.new()
    place.panel.form.field("given_name").set_value("Xyzzyberg")
    began.set()


def dialogs(program: Any) -> None:
    ask_open(program.shell, "Open", "Workbooks (*.xlsx)", lambda _path: None)
    ask(program.shell, "Really?", "", "Yes", lambda: None)
    began.set()


def writing(program: Any) -> None:
    def many(unit: Any) -> None:
        for number in range(10**7):
            unit.add(Person, PersonDraft(code_name=f"K{number}"))
            unit.store.flush()
            if number == 2000:
                began.set()

    program.tasks.write(program, many)


def searching(program: Any) -> None:
    def forever(unit: Any) -> None:
        began.set()
        unit.connection.exec_driver_sql(FOREVER).fetchall()

    program.tasks.read(program, forever)


def printing(program: Any) -> None:
    def waiting(_progress: object) -> None:
        began.set()
        printer_answers.wait(60)

    run_with_progress(program.shell, program.tasks, "Printing", waiting)


def amid(act: Callable[[], object]) -> None:
    """Do it, and say so as soon as it has told how far it is."""
    tell = Progress.__call__

    def told(progress: Progress, done: int, total: int) -> None:
        tell(progress, done, total)
        if done:
            began.set()

    Progress.__call__ = told  # type: ignore[method-assign]
    act()
    until(began.is_set)
    Progress.__call__ = tell  # type: ignore[method-assign]


def importing(program: Any) -> None:
    """The real page, with a workbook of ROWS people."""
    page = program.shell.visit("import")
    page.open(HOME / "w.xlsx")
    until(lambda: page.shown is not None and not program.tasks.jobs)
    amid(lambda: page.take_in(False))


def receiving(program: Any) -> None:
    """The real page, with a bundle of ROWS groups."""
    page = program.shell.visit("exchange")
    page.turn_to("receive")
    tab = page.receiving
    tab.look(HOME / "b.age")
    until(lambda: tab.found is not None)
    amid(lambda: tab.take(True))


def sending_(program: Any) -> None:
    page = program.shell.visit("exchange")
    page.turn_to("send")
    amid(lambda: page.sending.write_to(HOME / "out.age", sending.Request((HELD["contact"],))))


def prepare(folder: Path) -> None:
    """A workbook, and another office that has sent a bundle and knows ours."""
    rows = [["Nr", "Namn", "Födelseår"], *([f"P{n}", f"Leo{n} Abdi{n}", 1990 + n % 15] for n in range(ROWS))]
    workbooks.xlsx(folder / "w.xlsx", Personer=rows)
    ours, other = new_vault(folder / "a.gvi"), new_vault(folder / "b.gvi", user="Bo", office="GVI Bo")
    for at, of in ((other, ours), (ours, other)):
        one = at.write(contacts.add, of.read(identity.card), name=of.user.name)
        at.write(contacts.verify, one, VerifiedHow.IN_PERSON)
    HELD["contact"] = one

    def many(unit: Any) -> None:
        for number in range(ROWS):
            unit.add(Group, GroupDraft(name=f"G{number}", area="Norr"))

    for office in (other, ours):
        office.write(many)
    anna = other.read(contacts.named, "Anna Ek").id
    other.write(sending.export, sending.Request((anna,)), folder / "b.age")
    other.close()
    ours.close()


def unlocked(program: Any) -> None:
    program.unlock_page.card.passphrase.line.setText(PASSPHRASE)
    program.unlock_page.card.go()
    until(lambda: program.shell is not None and program.watch is not None)
    until(lambda: not program.tasks.jobs)


def timed(program: Any, begin: Callable[[Any], None]) -> tuple[float, float]:
    """Seconds until the locked window is painted, and until the key is overwritten."""
    unlocked(program)
    began.clear()
    printer_answers.clear()
    begin(program)
    until(began.is_set)
    key, gone, painted = program.tasks.workspace.key, list[float](), list[float]()

    def watch() -> None:
        while key != bytes(32):
            time.sleep(0.001)
        gone.append(time.perf_counter())

    watching = threading.Thread(target=watch)
    repaint = program.frame.repaint
    program.frame.repaint = lambda: (repaint(), painted.append(time.perf_counter()))
    watching.start()
    start = time.perf_counter()
    program.lock()
    watching.join()
    del program.frame.repaint
    printer_answers.set()
    until(lambda: program._closing is None)
    return painted[0] - start, gone[0] - start


def main() -> int:
    theme.application(sys.argv[0])
    worst = 0.0
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        global HOME
        HOME = home
        prepare(home)
        preferences.save(preferences.Settings(language="en", theme="light"), home)
        program = Program(home / "a.gvi", home=home)
        program.frame.show()
        for begin in (nothing, form, dialogs, writing, searching, printing, importing, receiving, sending_):
            window, key = timed(program, begin)
            worst = max(worst, window)
            print(f"locked with {begin.__name__:<10} window {window:5.2f} s   key gone {key:5.2f} s", flush=True)
        program.end()
    return 1 if worst > LIMIT else 0


if __name__ == "__main__":
    raise SystemExit(main())
