"""Killed at any statement of taking a bundle in, the vault holds all of the bundle or nothing of it.

GVI_KILLS says at how many statements, evenly spread (a few unless it is set; 50 for a full proof).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kit import planted
from kit.quartet import quartet
from kit.vaults import PASSPHRASE
from sqlalchemy import func, select

from gvi_desktop.domain.group import Group
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import checking, conflicts, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger

CHILD = Path(__file__).with_name("child_bundle.py")
KILLS = int(os.environ.get("GVI_KILLS", "4"))
PEOPLE = 20
LOCAL = (ledger.account, ledger.bundle, ledger.origin, ledger.quarantine, ledger.step, ledger.journal, ledger.history)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended by itself the Unix way")


def many(unit: Unit) -> None:
    for n in range(PEOPLE):
        one = unit.add(Person, PersonDraft(code_name=f"P{n}", given_name="Leo", note="Sågs i Norr."))
        unit.add(Help, HelpDraft(person=one.id, asked_on=unit.today, help_kind=HelpKind.WORK))


def run(folder: Path, *more: str) -> bytes:
    done = subprocess.run(
        [sys.executable, str(CHILD), str(folder), *more],
        env=planted.home(folder), cwd=folder, capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bo's vault, and a bundle of Anna's with new records, changes, a conflict, an erasure and somebody else's news."""
    home, here = tmp_path_factory.mktemp("offices"), tmp_path_factory.mktemp("kills")
    with quartet(home) as o:
        o.anna.write(many)
        group, gone = o.group(), o.group()
        o.take(o.send(o.anna, "Bo"))
        o.anna.write(many)
        for office, size in ((o.anna, 3), (o.bo, 4)):
            office.write(lambda unit, size=size: unit.change(Group, group, size=size))
        o.anna.write(lambda unit: unit.erase(Group, gone))
        for one in o.anna.read(lambda unit: unit.find(Person))[:PEOPLE]:
            o.anna.write(lambda unit, one=one: unit.change(Person, one.id, given_name="Adam"))
        o.send(o.anna, "Bo").rename(here / "bundle.age")
        bo = o.bo.folder
        o.bo.close()
        shutil.copytree(bo, here / "office.gvi")
    return here


def holds(vault: Path) -> dict[str, object]:
    """Everything that a half import could show in, after every check of the vault was found in order."""
    workspace = unlocking.unlock(vault, None, PASSPHRASE)
    try:
        assert not {name: one.detail for name, one in checking.check(workspace).items() if not one.ok}
        kinds = {one.kind: sorted(repr(r) for r in workspace.read(Unit.find, one)) for one in RECORDS}
        with workspace.engine.connect() as connection:
            rows = {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in LOCAL}
            words = connection.exec_driver_sql("SELECT rowid, words FROM search ORDER BY rowid").all()
        return {**kinds, **rows, "conflicts": workspace.read(conflicts.count), "words": str(words)}
    finally:
        workspace.close()


@pytest.mark.long
def test_killed_at_any_statement_of_an_import_all_or_nothing_is_there(folder: Path) -> None:
    before = holds(shutil.copytree(folder / "office.gvi", folder / "before.gvi"))
    statements = int(run(folder))
    after = holds(folder / "whole.gvi")
    assert before["conflicts"] == 0 and after["conflicts"] == 1
    assert all(before[name] != after[name] for name in ("person", "help", "words", "origin", "journal", "bundle"))
    # Two of the points are just before the end of the transaction and after it.
    points = sorted({*(statements * n // (KILLS - 1) for n in range(KILLS - 2)), statements - 1, statements})
    run(folder, *map(str, points))
    met = []
    for point in points:
        found = holds(folder / f"killed-{point}.gvi")
        assert found in (before, after), f"half of the bundle is there after statement {point} of {statements}"
        met.append(found == after)
    left = shutil.copytree(folder / f"killed-{points[1]}.gvi", folder / "again" / "office.gvi")
    shutil.copy(folder / "bundle.age", left.parent)
    run(left.parent)
    assert holds(left.parent / "whole.gvi") == after, "what a kill left does not take the same bundle in"
    assert met == sorted(met) and met[0] is False and met[-1] is True
    print(f"killed at {len(points)} of {statements} statements; whole after {sum(met)} of them")
