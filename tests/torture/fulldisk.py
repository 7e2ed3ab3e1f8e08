"""On a disk that gets full within a job it is told so, the old state is there, and with room again it works (T7)."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from torture import ending
from torture.jobs import JOBS, Job, Patterns
from torture.tally import LostError, Say, Tally

DISK, NEEDED = 24, 4
"""Megabytes of the disk, and how much room a job is given at most."""
PIECE = 4096


def may_mount() -> bool:
    """Whether a disk of its own can be had."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("mount") is not None


@contextlib.contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of its own in memory."""
    with tempfile.TemporaryDirectory() as place:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "tmpfs", place], check=False)
        if done.returncode:
            raise OSError("this system lets nobody mount a disk")
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=True)


def fill(disk: Path, left: int) -> Path:
    """A file that leaves so many bytes."""
    filler, free = disk / "filler", os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    filler.write_bytes(bytes(max(0, free - left)))
    return filler


def full_disk(patterns: Patterns, job: Job, count: int, say: Say) -> Tally:
    """The job with from no room at all to as much as it needs."""
    tally = Tally(f"full disk in {job.name}")
    told: dict[str, int] = {}
    with small_disk() as disk:
        folder = disk / "trial"
        old = job.state(patterns.lay_out(job, folder))
        status, fault = ending.run(job.act, patterns.lay_out(job, folder), None)
        if status:
            raise LostError(f"{job.name} does not work by itself: {fault}")
        new = job.state(folder)

        def one(room: int) -> None:
            patterns.lay_out(job, folder)
            status, fault = ending.run(lambda place, start: job.act(place, _starting(disk, room, start)), folder, None)
            (disk / "filler").unlink(missing_ok=True)
            said = fault if status else "done"
            told[said if len(said) < 40 else "unworded"] = told.get(said if len(said) < 40 else "unworded", 0) + 1
            found = job.state(folder)
            if status == 0 and found != new:
                raise LostError("it said that it was done, and the new state is not there")
            if status and found != old:
                raise LostError(f"it was refused ({fault[-200:]}), and the old state is not there")
            if status and fault != "disk_full":
                raise LostError(f"a full disk was told as: {fault[-300:]}")
            if status and not job.older:
                status, fault = ending.run(job.act, folder, None)
                if status or job.state(folder) != new:
                    raise LostError(f"with room again it does not work: {fault[-200:]}")

        for room in rooms(count):
            tally.trial(f"{job.name} with {room} bytes", lambda room=room: one(room))
        say(f"  {job.name}: {told}")
    return tally


def rooms(count: int) -> list[int]:
    """How many bytes are left, from none on: close together where little is left, since most jobs need little."""
    most = NEEDED * 1024 * 1024 // PIECE
    return sorted({round(most * (n / max(1, count - 1)) ** 3) * PIECE for n in range(count)})


def _starting(disk: Path, room: int, start: ending.Start) -> ending.Start:
    def go() -> None:
        fill(disk, room)
        start()

    return go


def all_full_disks(patterns: Patterns, count: int, say: Say) -> list[Tally]:
    """Every job; nothing is tried where no disk can be mounted."""
    if not may_mount():
        say("  full disk: not tried, a small disk can only be mounted by root")
        return []
    return [full_disk(patterns, job, count, say) for job in JOBS]
