"""What a rescue leaves: nothing of a dead program's, everything of a living one's, and the entries of what was seen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.people import person
from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop import paths
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.person import Person
from gvi_desktop.services import history, journalfile, people, rescue, rescuelooked, retention, temporary
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.unlocking import unlock
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files

CLOCK = SettableClock()
CHILD = """
import sys, tempfile
from pathlib import Path
tempfile.tempdir = sys.argv[1]
from gvi_desktop.services import rescue, temporary
if sys.argv[2] == "look":
    kept, _ = rescue.look(Path(sys.argv[3]), None, sys.argv[4])
else:
    kept = temporary.take(sys.argv[2])
print("there", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "temp"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "state")
    (tmp_path / "state").mkdir()
    return made


@pytest.fixture
def damaged(tmp_path: Path, temp: Path) -> Path:
    """A vault with somebody in it and a backup, its first page hurt."""
    workspace = new_vault(tmp_path / "a.gvi")
    person(workspace, "Adam", "Ek")
    workspace.back_up()
    workspace.close()
    database = tmp_path / "a.gvi" / files.DATABASE
    content = bytearray(database.read_bytes())
    content[50] ^= 4
    database.write_bytes(content)
    return tmp_path / "a.gvi"


@pytest.fixture
def other(temp: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Other programs; none is left running."""
    begun: list[subprocess.Popen[bytes]] = []
    yield begun
    for one in begun:
        one.kill()
        one.communicate()


def start(begun: list[subprocess.Popen[bytes]], temp: Path, *words: str) -> subprocess.Popen[bytes]:
    """Another program that holds a place, once it does."""
    home = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    command = [sys.executable, "-c", CHILD, str(temp), *words]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=home)
    begun.append(child)
    assert child.stdout is not None and child.stdout.readline() == b"there\n"
    return child


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a program is killed the Unix way")
def test_what_a_killed_rescue_left_goes_and_a_running_one_keeps_its_place(
    damaged: Path, temp: Path, other: list[subprocess.Popen[bytes]]
) -> None:
    dead = start(other, temp, "look", str(damaged), PASSPHRASE)
    living = start(other, temp, temporary.RESTORE)
    assert temporary.tidy() == 0
    dead.send_signal(signal.SIGKILL)
    dead.wait()
    assert len(list(temp.iterdir())) == 2
    opened, _ = rescue.look(damaged, None, PASSPHRASE, CLOCK)
    assert opened is not None
    kept = {path.name.rpartition("-")[0] + "-" for path in temp.iterdir()}
    assert kept == {temporary.RESCUE, temporary.RESTORE} and len(list(temp.iterdir())) == 2
    assert opened.read(Unit.count, Person) == 1
    opened.close()
    (left,) = temp.iterdir()
    assert left.name.startswith(temporary.RESTORE)
    living.communicate()
    assert temporary.tidy() == 1
    assert list(temp.iterdir()) == []


def test_what_is_just_being_made_and_what_only_bears_the_name_stay(temp: Path, tmp_path: Path) -> None:
    fresh, old = temp / "gvi-rescue-new", temp / "gvi-rescue-old"
    for path in (fresh, old):
        path.mkdir()
        (path / "x").write_bytes(b"x")
    os.utime(old, (0, 0))
    away = tmp_path / "away"
    away.mkdir()
    (away / temporary.OWNER).touch()
    (temp / "gvi-rescue-link").symlink_to(away, target_is_directory=True)
    (temp / "gvi-rescue-file").touch()
    assert temporary.tidy() == 1
    assert {path.name for path in temp.iterdir()} == {"gvi-rescue-new", "gvi-rescue-link", "gvi-rescue-file"}
    assert away.exists()


def seen_in_rescue(damaged: Path) -> str:
    """Somebody opens the person in the rescued copy and reveals the name; returns the person's id."""
    opened, _ = rescue.look(damaged, None, PASSPHRASE, CLOCK)
    assert opened is not None
    (one,) = opened.read(lambda unit: unit.find(Person))
    opened.write(people.open, one.id)
    opened.write(people.reveal, one.id, "Polisen frågar")
    opened.close()
    return one.id


def entered(workspace: Workspace, record: str) -> list[tuple[str, str]]:
    found = workspace.read(history.of_record, record)
    return [(one.action, one.detail) for one in found if one.detail.startswith("rescue ")]


def test_what_was_seen_in_a_rescued_copy_is_entered_once_in_the_vault_after_it(damaged: Path, tmp_path: Path) -> None:
    one = seen_in_rescue(damaged)
    (kept,) = (tmp_path / "state" / rescuelooked.FOLDER).iterdir()
    assert not any(word in kept.read_bytes() for word in (b"Polisen", b"open", one.encode(), b"Anna"))
    good = sorted((damaged / files.BACKUPS).iterdir())[-1]
    restored = rescue.restore_beside(good, damaged, None, PASSPHRASE, CLOCK)
    assert rescuelooked.take_in(restored) == 2
    assert rescuelooked.take_in(restored) == 0
    when = "2026-11-22T12:00:00.000000Z"
    told = entered(restored, one)
    assert told == [("open", f"rescue {when} (Anna Ek)"), ("reveal", f"rescue {when} (Anna Ek)")]
    with restored.engine.connect() as connection:
        kept_values = connection.exec_driver_sql("SELECT payload FROM journal_value").scalars().all()
    assert [one for one in kept_values if "Polisen frågar" in one.decode()]
    assert restored.read(history.verify) == []
    assert not list((tmp_path / "state" / rescuelooked.FOLDER).iterdir())
    restored.close()


def test_what_is_exported_from_a_rescued_copy_is_told_too(damaged: Path, tmp_path: Path) -> None:
    opened, _ = rescue.look(damaged, None, PASSPHRASE, CLOCK)
    assert opened is not None
    count = journalfile.save(opened, JournalQuery(), "csv", tmp_path / "j.csv")
    assert (tmp_path / "j.csv").exists() and opened.read(Unit.count, Disclosure) == 1
    opened.close()
    saved = rescue.save(damaged, None, PASSPHRASE, CLOCK)
    assert rescuelooked.take_in(saved) == 1
    (told,) = [one.detail for one in saved.read(history.newest) if one.action == "export"]
    assert told.endswith(f"journal csv {count} (Anna Ek)")
    saved.close()


def test_the_reason_somebody_gave_does_not_come_back_for_whom_was_erased_meanwhile(damaged: Path) -> None:
    one = seen_in_rescue(damaged)
    saved = rescue.save(damaged, None, PASSPHRASE, CLOCK)
    saved.write(retention.erase, [one], "Tiden är ute.")
    assert rescuelooked.take_in(saved) == 2
    with saved.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT payload FROM journal_value").scalars().all()
    assert kept and not [one for one in kept if "Polisen frågar" in one.decode()]
    assert saved.read(history.verify) == []
    saved.close()


def test_another_vault_and_a_rescued_copy_take_nothing_in(damaged: Path, tmp_path: Path) -> None:
    one = seen_in_rescue(damaged)
    stranger = new_vault(tmp_path / "b.gvi")
    assert rescuelooked.take_in(stranger) == 0
    stranger.close()
    again, _ = rescue.look(damaged, None, PASSPHRASE, CLOCK)
    assert again is not None
    assert rescuelooked.take_in(again) == 0
    again.close()
    saved = rescue.save(damaged, None, PASSPHRASE, CLOCK)
    assert rescuelooked.take_in(saved) == 2
    assert len(entered(saved, one)) == 2
    saved.close()


def test_what_was_kept_and_changed_since_is_left_alone(damaged: Path, tmp_path: Path) -> None:
    seen_in_rescue(damaged)
    (kept,) = (tmp_path / "state" / rescuelooked.FOLDER).iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"\0")
    saved = rescue.save(damaged, None, PASSPHRASE, CLOCK)
    assert rescuelooked.take_in(saved) == 0
    saved.close()


def test_a_vault_opened_at_the_command_line_has_taken_it_in(damaged: Path, tmp_path: Path) -> None:
    from gvi_desktop.cli.main import main

    one = seen_in_rescue(damaged)
    saved = rescue.save(damaged, None, PASSPHRASE, CLOCK)
    saved.close()
    secret = tmp_path / "p"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    assert main(["journal", str(saved.folder), "--passphrase-file", str(secret)]) == 0
    again = unlock(saved.folder, None, PASSPHRASE, clock=CLOCK)
    assert len(entered(again, one)) == 2
    again.close()
