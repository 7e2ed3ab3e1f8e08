"""Killed at any moment of writing: no name in plain text, only whole steps, and all that was said to be saved (T1)."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import tempfile
import time
from pathlib import Path

from kit import planted
from kit.planted import FAMILY, GIVEN, NAMES, NOTE, STREET

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import groups, people
from gvi_desktop.services.unit import Unit
from torture.jobs import BOOK, JOBS, VAULT, Patterns, held, unlocked
from torture.tally import LostError, Say, Tally

LONGEST = 0.25
"""Seconds of writing at most before the end."""


def write_on(folder: Path, said: int) -> None:
    """Step after step until the end comes; a byte is said after each that is saved."""
    workspace = unlocked(folder / VAULT)
    os.write(said, b"!")
    number = workspace.read(Unit.count, Person)
    while True:
        number += 1

        def both(unit: Unit, number: int = number) -> None:
            groups.add(unit, GroupDraft(name=f"Grupp {number}", area=STREET, note=f"{NOTE} {number}"))
            people.add(unit, PersonDraft(given_name=GIVEN, family_name=FAMILY, address=STREET, note=NOTE))

        workspace.write(both)
        os.write(said, b".")
        if number % 9 == 0:
            workspace.keep_draft("people", {"state": {"given_name": GIVEN, "note": NOTE}})


def killed(folder: Path, after: float) -> int:
    """Kill a writer so long after it began; how many steps it said were saved."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            write_on(folder, writer)
        finally:
            os._exit(3)
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as pipe:
        if pipe.read(1) != b"!":
            os.waitpid(child, 0)
            raise LostError("the vault did not open for writing")
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return len(pipe.read())


def kills(patterns: Patterns, count: int, seed: int, say: Say) -> Tally:
    """One vault, killed so many times while it is written to."""
    tally, chance = Tally("killed while writing"), random.Random(seed)
    tally.trial("the search finds names where they are plain", control)
    with tempfile.TemporaryDirectory() as place:
        folder = patterns.lay_out(JOBS[0], Path(place) / "trial")
        (folder / BOOK).unlink()
        steps = 0

        def one(after: float) -> None:
            nonlocal steps
            before = pairs(folder)
            saved = killed(folder, after)
            clean(folder)
            found = pairs(folder)
            if found[0] - before[0] not in (saved, saved + 1):
                raise LostError(f"{saved} steps were said to be saved, {found[0] - before[0]} are there")
            if found[0] - before[0] != found[1] - before[1]:
                raise LostError("half of a step is there")
            held(unlocked(folder / VAULT))
            clean(folder)
            steps += saved

        for n in range(count):
            tally.trial(f"kill {n}", lambda: one(chance.random() * LONGEST))
    say(f"  killed while writing: {steps} steps were saved before the {count} kills")
    return tally


def pairs(folder: Path) -> tuple[int, int]:
    """People and groups in the vault."""
    workspace = unlocked(folder / VAULT)
    try:
        return workspace.read(Unit.count, Person), workspace.read(Unit.count, Group)
    finally:
        workspace.close()


def clean(folder: Path) -> None:
    """No file holds a name."""
    if hits := planted.hits(folder)[0]:
        raise LostError(f"in plain text: {hits[:3]}")


def control() -> None:
    """The same search on a plain database must hit, or it proves nothing."""
    with tempfile.TemporaryDirectory() as place:
        plain = sqlite3.connect(Path(place) / "plain.db")
        plain.execute("CREATE TABLE person (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT)")
        plain.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?)", NAMES)
        plain.commit()
        plain.close()
        found = planted.hits(Path(place))[0]
    if not all(any(f"{name} in utf-8" in one for one in found) for name in NAMES):
        raise LostError("the search is blind")
