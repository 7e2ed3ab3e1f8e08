"""The window's whole journey on a vault with planted names: unlocked, every place visited, a person, a form, a backup,
locked. The passphrase comes by the standard input. With --step it says where it is and waits for a line after each
part; with --make there is only the vault made."""

from __future__ import annotations

import logging
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gvi_desktop import settings as preferences
from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.hardening import harden
from gvi_desktop.services import groups, people
from ui.app import Program
from ui.kit import theme
from ui.places import PLACES

SECONDS = 60


def make(folder: Path) -> None:
    """A vault with the planted names in it, in a process of its own: in this one they come from the vault alone."""
    from kit import planted
    from kit.vaults import new_vault

    workspace = new_vault(folder)
    names = {"given_name": planted.GIVEN, "family_name": planted.FAMILY, "address": planted.STREET}
    person = PersonDraft(**names, note=planted.NOTE)
    workspace.write(people.add, person)
    workspace.write(groups.add, GroupDraft(name=planted.GROUP, note=planted.NOTE))
    workspace.close()


def until(true: Callable[[], object]) -> None:
    """Let the window work until something is so."""
    end = QDeadlineTimer(SECONDS * 1000)
    while not true():
        if end.hasExpired():
            raise SystemExit("the window took too long")
        QApplication.processEvents()
        QThread.msleep(5)


def quiet(program: Program) -> bool:
    """Whether nothing is under way."""
    return program.tasks is not None and not program.tasks.jobs


def journey(program: Program, passphrase: str, said: Callable[[str], None]) -> None:
    """All of it."""
    page = program.unlock_page
    assert page is not None
    page.card.passphrase.line.setText(passphrase)  # type: ignore[attr-defined]
    page.card.go()  # type: ignore[attr-defined]
    del passphrase, page
    until(lambda: program.shell is not None and program.watch is not None)
    shell = program.shell
    assert shell is not None and program.tasks is not None
    for spec in PLACES:
        place: QWidget = shell.visit(spec.key)
        until(lambda: quiet(program))
        place.grab()
    found = program.tasks.workspace.read(lambda unit: unit.find(Person)[0])
    shell.go("person", found.id)
    until(lambda: quiet(program))
    shell.page().new()
    until(lambda: quiet(program))
    program.tasks.run(shell, program.tasks.workspace.back_up)
    until(lambda: quiet(program))
    QGuiApplication.clipboard().setText(found.given_name)
    del found, shell
    said("unlocked")
    program.lock()
    until(lambda: program._closing is None)
    for _ in range(20):
        QApplication.processEvents()
        QThread.msleep(5)
    said("locked")


def main(folder: Path, *, step: bool) -> None:
    """Go through it."""

    def said(where: str) -> None:
        print(where, flush=True)
        if step:
            sys.stdin.readline()

    if not step:
        harden()
        logging.basicConfig(level=logging.DEBUG)
    theme.application(sys.argv[0])
    preferences.save(preferences.Settings(language="en", theme="light"), folder)
    program = Program(folder / "a.gvi", home=folder)
    program.frame.show()
    journey(program, sys.stdin.readline().rstrip(), said)
    program.frame.close()
    if not step:
        print(f"umask {os.umask(0o077):o}", *resource.getrlimit(resource.RLIMIT_CORE), flush=True)


if __name__ == "__main__":
    if "--make" in sys.argv:
        make(Path(sys.argv[1]) / "a.gvi")
    else:
        main(Path(sys.argv[1]), step="--step" in sys.argv)
