"""The trials of `make torture`, a few of each: what they try works, and their judges see a loss."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

if not hasattr(os, "fork"):
    pytest.skip("a process is ended by itself the Unix way", allow_module_level=True)

from torture.__main__ import COUNTS, wanted
from torture.bits import flips
from torture.crashes import crashes
from torture.fulldisk import all_full_disks, full_disk, may_mount
from torture.guesses import guesses
from torture.jobs import COPY, JOBS, VAULT, Job, Patterns, copies, vault
from torture.kills import kills
from torture.putback import put_back
from torture.tally import LostError, Tally, spread

from gvi_desktop.storage import files

SAVE = JOBS[0]


@pytest.fixture(scope="module")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> Patterns:
    return Patterns(tmp_path_factory.mktemp("patterns"))


def quiet(_text: str) -> None:
    """Nobody listens."""


def whole(tally: Tally, tried: int) -> None:
    assert tally.lost == []
    assert tally.tried >= tried


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)
def test_ended_within_a_job_the_old_state_or_the_new_one_is_there(patterns: Patterns, job: Job) -> None:
    whole(crashes(patterns, job, 3, quiet), 3)


def test_a_full_disk_is_told_and_leaves_the_old_state(patterns: Patterns) -> None:
    if not may_mount():
        assert all_full_disks(patterns, 2, quiet) == []
        pytest.skip("a disk of its own can only be mounted by root")
    try:
        found = full_disk(patterns, SAVE, 2, quiet)
    except OSError:
        pytest.skip("this system lets nobody mount a disk")
    whole(found, 2)


def test_killed_while_writing_nothing_is_lost_and_nothing_shows(patterns: Patterns) -> None:
    whole(kills(patterns, 2, 1, quiet), 3)


def test_turned_bits_are_found(patterns: Patterns) -> None:
    whole(flips(patterns, 5, 1, quiet), 5)


def test_an_older_vault_put_back_is_told(patterns: Patterns) -> None:
    whole(put_back(patterns, 2, 1, quiet), 2)


def test_guessing_changes_nothing(patterns: Patterns) -> None:
    whole(guesses(patterns, 9, 1, quiet), 10)


@pytest.mark.parametrize("harm", [lambda f: (f / VAULT / files.KEYS).unlink(), lambda f: _bend(f / VAULT)])
def test_a_vault_that_was_harmed_is_seen(patterns: Patterns, tmp_path: Path, harm: Callable[[Path], object]) -> None:
    folder = patterns.lay_out(SAVE, tmp_path / "trial")
    harm(folder)
    with pytest.raises(LostError):
        vault(folder)


def test_a_backup_that_was_harmed_is_seen(patterns: Patterns, tmp_path: Path) -> None:
    folder = patterns.lay_out(SAVE, tmp_path / "trial")
    (folder / COPY).write_bytes((folder / COPY).read_bytes()[:5000])
    with pytest.raises(LostError, match="backup_unreadable"):
        copies(folder)


def test_a_job_that_leaves_something_between_is_seen(patterns: Patterns) -> None:
    def in_two_steps(folder: Path, start: Callable[[], None]) -> None:
        for job in (SAVE, JOBS[-2]):
            job.act(folder, start)

    assert crashes(patterns, Job("two", in_two_steps, vault), 5, quiet).lost


def test_points_are_spread_and_counts_are_read() -> None:
    assert spread(3, 101) == [0, 50, 100] and spread(9, 4) == [0, 1, 2, 3] and spread(1, 9) == [4]
    assert wanted(["kills=3", "seed=9"]) == ({**COUNTS, "kills": 3}, 9)
    assert sum(wanted(["only", "flips=7"])[0].values()) == 7
    with pytest.raises(SystemExit):
        wanted(["fips=7"])


def _bend(folder: Path) -> None:
    content = bytearray((folder / files.DATABASE).read_bytes())
    content[9000] ^= 1
    (folder / files.DATABASE).write_bytes(content)
